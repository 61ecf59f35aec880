"""The key of the workshop is reproduced by hand: accepted, quoted, element by element, by the list of the manual."""

from collections.abc import Iterable
from datetime import date

import pytest

from muvofiq.assessment.answer_key import Agreement, KeyAnswer, Step
from muvofiq.assessment.checks import Weight
from muvofiq.assessment.exercise import Exercise
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Confidence, State, Translation
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.move_finding import move_findings
from muvofiq.records.actions.open_exercise import open_exercise
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.reveal_answer import reveal_answer
from muvofiq.records.models import Act, Edition, Mission, Person
from muvofiq.records.queries.documents import concordance_of
from muvofiq.records.queries.exercise import key_of
from muvofiq.records.queries.exercise_page import exercise_page
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.missions import progress_of
from muvofiq.records.queries.quality import checks_of
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import Words
from tests.records.small import STARTS, catalogue, expert_in, facilitator

TODAY = date(2026, 3, 7)
QUOTED = 8  # words of a provision
LANGUAGE = "ru"  # in which all acts of the book are on file
# What only a reader of the law can tell: whether a provision stands in the way, burdens more, or gives more.
READ = {Verdict.CONTRADICTS, Verdict.RESTRICTS_MORE, Verdict.PROTECTS_MORE}


def by_the_list(answer: KeyAnswer, elements: int, treaties: Iterable[str]) -> Verdict:
    """Follow the questions of the manual, in their order; for 3, 4 and 5 the reader of the key has read the law."""
    acts = {reference.act for reference in answer.provisions}
    own = acts - set(treaties)
    if answer.norm or answer.verdict in READ:  # questions 3 to 5
        return answer.verdict
    if own and len(answer.covered) == elements:  # 6
        return Verdict.FULL
    if answer.covered and not own:  # 7
        return Verdict.ONLY_TREATY
    if not answer.covered and answer.another_act:  # 8
        return Verdict.ELSEWHERE
    return Verdict.PARTIAL if acts else Verdict.NOT_FOUND  # 9 and 10


def told(answer: KeyAnswer, elements: int, treaty: Words) -> Particulars:
    """Tell the elements, and what the verdict must name."""
    return Particulars(
        covered=answer.covered,
        uncovered=tuple(at for at in range(1, elements + 1) if at not in answer.covered),
        norm=str(answer.norm or ""),
        another_act=answer.another_act or {},
        treaty=treaty if answer.verdict is Verdict.ONLY_TREATY else {},
        confidence=Confidence.HIGH,
        translation=Translation.ORIGINAL,
    )


def judged_by_hand(expert: Person, mission: Mission) -> None:
    """Go through the scope as a person does."""
    acts = {act.key: act for act in mission.acts.exclude(key="")}
    for answer in key_of(mission).answers:
        for at, reference in enumerate(answer.provisions):
            edition = text_of(acts[reference.act])
            found = decide_candidate(
                expert, mission, answer.requirement, edition=edition, eid=reference.eid, decision=Decision.ACCEPTED
            )
            if at == 0:
                words = " ".join(unit_of(edition, reference.eid).words.split()[:QUOTED])
                quote(expert, found, words)
        elements = len(catalogue().requirement(answer.requirement).elements)
        treaty = acts["readmission"].title
        give_verdict(
            expert,
            mission,
            answer.requirement,
            law=by_the_list(answer, elements, ["readmission"]),
            practice=Verdict.NO_DATA,
            reason=answer.why,
            particulars=told(answer, elements, treaty),
            version=0,
        )


def text_of(act: Act) -> Edition:
    return act.editions.get(language=LANGUAGE)


@pytest.mark.django_db
def test_sixty_of_sixty_agree_and_no_error_is_left() -> None:
    leader = facilitator()
    mission = open_exercise(leader, "workshop", starts=STARTS)
    expert = expert_in(mission, leader)
    judged_by_hand(expert, mission)
    for name in key_of(mission).requirement_ids:
        for step in Step:
            reveal_answer(leader, mission, name, step)
    page = exercise_page(mission)
    assert (page.shown, page.agreed) == (60, Agreement(60, 60))
    assert progress_of(mission).judged == 60
    found = [one.check for each in checks_of(mission).findings for one in each.failures]
    assert [one.id for one in found if one.severity is Weight.ERROR] == []
    assert_the_table_prints_it(mission)
    assert_all_can_be_called_checked(expert, mission)


def assert_the_table_prints_it(mission: Mission) -> None:
    table = concordance_of(mission, LANGUAGE, TODAY)
    rows = {row.requirement.id: row for row in table.rows if row.opens}
    for answer in key_of(mission).answers:
        judgement = rows[answer.requirement].judgement
        assert judgement
        assert (judgement.law, judgement.practice, judgement.state) == (answer.verdict, Verdict.NO_DATA, State.DRAFT)
        assert judgement.particulars.covered == answer.covered
        assert bool(judgement.sought) is (answer.verdict is Verdict.NOT_FOUND)
    assert table.drafts == 60


def assert_all_can_be_called_checked(expert: Person, mission: Mission) -> None:
    findings = mission.findings.select_related("requirement")
    seen = {one.requirement.requirement_id: one.version for one in findings}
    move_findings(expert, mission, seen, State.CHECKED)
    assert concordance_of(mission, LANGUAGE, TODAY).drafts == 0


@pytest.mark.parametrize("verdict", sorted(READ | {Verdict.FULL, Verdict.ELSEWHERE, Verdict.ONLY_TREATY}))
def test_the_list_of_the_manual_is_held_against_answers_of_each_kind(verdict: Verdict) -> None:
    answers = [one for one in Exercise.named("workshop").key().answers if one.verdict is verdict]
    assert answers
    for one in answers:
        elements = len(catalogue().requirement(one.requirement).elements)
        assert by_the_list(one, elements, ["readmission"]) is verdict
