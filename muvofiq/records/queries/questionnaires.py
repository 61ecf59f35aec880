"""What agencies answered in writing, as the pages show it: information from the country, never a verdict."""

from collections.abc import Collection
from dataclasses import dataclass

from muvofiq.consultation.answer import Answer, Point, Said
from muvofiq.consultation.questionnaire import Question
from muvofiq.law.citing import cite
from muvofiq.law.quoting import stretch
from muvofiq.records.errors import UnitMissing
from muvofiq.records.models import AgencyAnswer, Edition, Mission, Person
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.law_text import reference_to, unit_of
from muvofiq.records.queries.sent_questionnaires import letter_of
from muvofiq.records.queries.whose_law import answers_on
from muvofiq.records.words import Purpose


@dataclass(frozen=True, slots=True)
class Placed:
    """The unit on file as which act and article were read. ``stands`` tells whether the text given stands in it.

    It is None where no text was given. Where ``is_own``, the unit is one of the law of the state.
    """

    edition: Edition
    eid: str
    citation: str
    stands: bool | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class Information:
    """An answer on a requirement; ``question`` is None where it would tell the person of a finding kept back."""

    saved: AgencyAnswer
    answer: Answer
    question: Question | None
    placed: Placed | None
    is_decided: bool

    @property
    def said(self) -> Said | None:
        """The short answer."""
        return self.answer.said

    @property
    def missing(self) -> tuple[Point, ...]:
        """What the answer lacks before it counts as one."""
        return self.answer.missing


def information_on(mission: Mission, saved: Saved, person: Person) -> tuple[Information, ...]:
    """Return what agencies answered on one requirement, in whichever edition of it."""
    rows = AgencyAnswer.objects.filter(
        questionnaire__mission=mission, requirement__requirement_id=saved.requirement_id
    ).select_related("questionnaire__agency", "contribution", "taken_by")
    found = list(rows.order_by("questionnaire__number", "question"))
    if not found:
        return ()
    decided = set(answers_on(mission).filter(requirement=saved).values_list("edition", "eid"))
    is_kept = saved.requirement_id in kept_from(person, mission)
    return tuple(_information(mission, one, decided, is_kept=is_kept) for one in found)


def placed(mission: Mission, answer: Answer) -> Placed | None:
    """Return the unit of an answer if it is on file."""
    name, _, eid = answer.place.partition("~")
    edition = mission.editions.select_related("act", "mission").filter(name=name).first() if eid else None
    if edition is None:
        return None
    try:
        unit = unit_of(edition, eid)
    except UnitMissing:
        return None
    stands = bool(stretch(answer.text, unit.words) or stretch(answer.text, unit.heading)) if answer.text else None
    is_own = edition.act.purpose == Purpose.NATIONAL.value
    return Placed(edition, eid, cite(reference_to(edition, eid), edition.language), stands, is_own)


def _information(
    mission: Mission, one: AgencyAnswer, decided: Collection[tuple[object, str]], *, is_kept: bool
) -> Information:
    answer = Answer.parse(one.letter)
    place = placed(mission, answer)
    question = None if is_kept else letter_of(one.questionnaire).question(one.question)
    is_decided = place is not None and (place.edition.pk, place.eid) in decided
    return Information(one, answer, question, place, is_decided)
