"""A proposed wording beside the one in force: what changes by unit and word, the clause, the proof, what is lost."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from muvofiq.amendment.change import Change
from muvofiq.amendment.deriving import derive, derive_new
from muvofiq.amendment.errors import AmendmentError, NoFormulae
from muvofiq.amendment.formulae import words_of
from muvofiq.amendment.proof import Proof, prove, prove_new
from muvofiq.amendment.redline import Mark, Stretch, redline
from muvofiq.amendment.regression import Loss, Sort, losses
from muvofiq.amendment.wording import typed, wording_of
from muvofiq.amendment.writing import write
from muvofiq.law.citing import cite
from muvofiq.law.quoting import stretch
from muvofiq.law.tree import Law
from muvofiq.records.errors import NotOnFile
from muvofiq.records.errors_amendment import NothingProposed, SavedEarlier
from muvofiq.records.models import Amendment, Answer, Edition, Mission, Person, Recommendation
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.editions import editions_now
from muvofiq.records.queries.kept_entries import kept_recommendations
from muvofiq.records.queries.law_text import eids_of, law_of, reference_to, unit_of
from muvofiq.records.queries.recommendation_page import place_of, requirement_ids_of
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import in_language


@dataclass(frozen=True, slots=True)
class LineChange:
    """One paragraph of the unit: what happens to it word by word. ``label`` is its number as printed, if it has one."""

    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a proposed wording comes to; nothing of it is saved.

    ``clause`` is the one that stands: the person's own if it was typed, else the machine's ``written``. Where the
    wording cannot be read or no clause can be written, ``reason`` and ``error`` say why and ``proof`` is None.
    ``needs_editor`` says that the clause is a draft for a legislative editor of its language.
    """

    edition: Edition
    eid: str
    after: str
    citation: str
    heading: str
    current: str
    proposed: str
    redline: tuple[LineChange, ...]
    changes: tuple[Change, ...] = ()
    written: str = ""
    clause: str = ""
    proof: Proof | None = None
    losses: tuple[Loss, ...] = ()
    reason: str = ""
    needs_editor: bool = False
    error: AmendmentError | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether the wording in force is proposed again."""
        return self.proposed == self.current


@dataclass(frozen=True, slots=True)
class Twin:
    """The same unit in another language of the act: where it stands there, and what is proposed for it, if anything.

    ``eid`` is empty, and so is ``citation``, where the text in that language has no such unit.
    """

    edition: Edition
    eid: str
    citation: str
    amendment: Amendment | None
    drafted: Drafted | None


def drafted(
    edition: Edition,
    *,
    eid: str = "",
    after: str = "",
    proposed: str,
    clause: str = "",
    recommendation: Recommendation | None = None,
) -> Drafted:
    """Return what a proposed wording of a unit (or of a new one behind ``after``) comes to; raises UnitMissing.

    What the requirements of the ``recommendation`` lose is told first.
    """
    begun = begun_on(edition, eid=eid, after=after, proposed=proposed, recommendation=recommendation)
    try:
        return begun if begun.is_nothing else worked_out(begun, clause)
    except AmendmentError as error:
        said = (error.what.format(**error.values), error.why.format(**error.values))
        return replace(begun, clause=tidied(clause), reason=" ".join(said), error=error)


def worked_out(begun: Drafted, clause: str) -> Drafted:
    """Return a draft with its changes, the clause and the proof; raises AmendmentError."""
    found = _worked_out(begun.edition, begun.eid, begun.after, begun.proposed, clause=tidied(clause))
    return replace(
        begun,
        changes=found.changes,
        written=found.written,
        clause=found.clause,
        proof=found.proof,
        needs_editor=needs_editor(begun.edition.language),
    )


@dataclass(frozen=True, slots=True)
class Worked:
    """What follows from an edition and two typed texts alone, and is therefore kept in memory."""

    changes: tuple[Change, ...]
    written: str
    clause: str
    proof: Proof


@lru_cache(maxsize=2048)
def _worked_out(edition: Edition, eid: str, after: str, proposed: str, *, clause: str) -> Worked:
    law, at = law_of(edition), reference_to(edition, eid or after)
    changes = (derive if eid else derive_new)(law, at, proposed)
    written = _written(law, changes, is_wanted=not clause)
    stands = clause or written
    return Worked(changes, written, stands, (prove if eid else prove_new)(law, at, proposed, stands))


def _written(law: Law, changes: Sequence[Change], *, is_wanted: bool) -> str:
    """Return the clause of the machine; nothing in a language without formulae, where a person wrote one."""
    try:
        return "\n".join(one.text for one in write(law, changes))
    except NoFormulae:
        if is_wanted:
            raise
        return ""


def worked_out_saved(amendment: Amendment) -> Worked:
    """Return the clause of a saved amendment with its proof; raises AmendmentError, NotOnFile for one without text.

    Raises SavedEarlier for one that has no place in the text, or whose wording in force is not the one as printed.
    """
    edition, eid, where = amendment.edition, amendment.eid, str(amendment)
    if edition is None:
        raise NotOnFile(where, sort="text of the act", name=amendment.unit)
    current = wording_of(unit_of(edition, eid)) if eid else ""
    if not (eid or amendment.after) or amendment.current != current:
        raise SavedEarlier(where, unit=place_of(amendment))
    if amendment.proposed == current:
        raise NothingProposed(where, unit=place_of(amendment))
    return _worked_out(edition, eid, amendment.after, amendment.proposed, clause=amendment.clause)


def needs_editor(language: str) -> bool:
    """Whether the clauses of a language are drafts for a legislative editor of that language."""
    return bool(words_of(language).get("editor"))


def tidied(words: str) -> str:
    """Return a typed wording as it is saved and shown: one paragraph a line, with plain blanks between the words."""
    return typed(words)


def twins_of(recommendation: Recommendation, edition: Edition, eid: str, after: str = "") -> list[Twin]:
    """Return the unit in the other languages in which the act is on file in the mission, in their newest editions."""
    found: dict[str, Edition] = {}
    for one in editions_now(edition.mission):
        if one.act_id == edition.act_id and one.language != edition.language:
            has = (eid or after) in eids_of(one)
            found[one.language] = one if has or one.language not in found else found[one.language]
    return [_twin(recommendation, one, eid, "" if eid else after) for one in found.values()]


def amendment_numbered(recommendation: Recommendation, number: int) -> Amendment:
    """Return an amendment of the recommendation; raises NotOnFile."""
    rows = recommendation.amendments.select_related("act", "edition__mission", "written_by", "recommendation__mission")
    found = rows.filter(number=number).first()
    if found is None:
        where = f"{recommendation.mission} > R{recommendation.number}"
        raise NotOnFile(where, sort="amendment", name=f"R{recommendation.number}.{number}")
    return found


def amendments_of(mission: Mission, person: Person | None = None) -> list[Amendment]:
    """Return all amendments of a mission that the person may read, by recommendation and number."""
    kept = kept_recommendations(mission, kept_from(person, mission)) if person else frozenset()
    rows = Amendment.objects.filter(recommendation__mission=mission).exclude(recommendation__number__in=kept)
    return list(rows.select_related("act", "edition__mission", "edition__act", "written_by", "recommendation__mission"))


@dataclass(frozen=True, slots=True)
class Answered:
    """The words of a unit that were quoted as an answer to a requirement. ``name`` is its code with its title."""

    requirement: str
    name: str
    words: tuple[str, ...]


def losses_of(
    edition: Edition, eid: str, proposed: str, recommendation: Recommendation | None = None
) -> tuple[Loss, ...]:
    """Return what a wording of a unit loses; what the requirements of the recommendation lose is told first.

    The key of a loss has the id of the requirement, so that the reason for it outlives a new title.
    """
    answered = answered_in(edition, eid, requirement_ids_of(recommendation) if recommendation else ())
    names = {one.requirement: one.name for one in answered}
    found = losses(
        wording_of(unit_of(edition, eid)),
        proposed,
        edition.language,
        answered={one.requirement: one.words for one in answered},
        agencies=[(one.name, one.short) for one in edition.mission.agencies.all()],
    )
    return tuple(replace(one, what=names[one.what]) if one.sort is Sort.ELEMENT else one for one in found)


def answered_in(edition: Edition, eid: str, first: Collection[str] = ()) -> tuple[Answered, ...]:
    """Return by requirement the words of a unit that were quoted as an answer to it; some requirements stand first.

    Answers count that are the unit, lie in it or lie around it, of all requirements: a wording that is mended for one
    must not lose what another one has.
    """
    around = ["__".join(eid.split("__")[:size]) for size in range(1, eid.count("__") + 2)]
    rows = Answer.objects.filter(edition=edition, decision=Decision.ACCEPTED.value).select_related("requirement")
    near = [one for one in rows.prefetch_related("quotations") if one.eid in around or one.eid.startswith(f"{eid}__")]
    current, found = wording_of(unit_of(edition, eid)), dict[str, Answered]()
    for one in sorted(near, key=lambda one: (one.requirement.requirement_id not in first, one.requirement_id, one.eid)):
        requirement = requirement_of(one.requirement)
        name = f"{requirement.code} {in_language(requirement.title, edition.language)}"
        before = found.get(requirement.id, Answered(requirement.id, name, ()))
        words = tuple(q.words for q in one.quotations.all() if stretch(q.words, current))
        found[requirement.id] = replace(before, words=(*before.words, *words))
    return tuple(one for one in found.values() if one.words)


def begun_on(
    edition: Edition, *, eid: str, after: str, proposed: str, recommendation: Recommendation | None = None
) -> Drafted:
    """Return a draft with both wordings, the redline and the losses, before any clause; raises UnitMissing."""
    unit, after, wanted = unit_of(edition, eid or after), "" if eid else after, tidied(proposed)
    current = wording_of(unit) if eid else ""
    lost = losses_of(edition, eid, wanted, recommendation) if eid and wanted != current else ()
    return Drafted(
        edition,
        eid,
        after,
        citation=cite(reference_to(edition, eid or after), edition.language),
        heading=unit.heading,
        current=current,
        proposed=wanted,
        redline=tuple(_by_line(redline(current, wanted), tuple(_labels(edition, eid)))),
        losses=lost,
    )


def _labels(edition: Edition, eid: str) -> Iterator[str]:
    """Yield the printed numbers of a unit and of all that lies in it."""
    inside = (one for one in eids_of(edition) if eid and (one == eid or one.startswith(f"{eid}__")))
    yield from filter(None, (unit_of(edition, one).label for one in inside))


def _by_line(stretches: Sequence[Stretch], labels: Sequence[str]) -> Iterator[LineChange]:
    """Cut a redline at the ends of its lines, whether these stay, come or go."""
    line: list[Stretch] = []
    for one in stretches:
        first, *others = one.text.split("\n")
        line += [Stretch(one.kind, first)] if first else []
        for text in others:
            yield _line(line, labels)
            line = [Stretch(one.kind, text)] if text else []
    if line:
        yield _line(line, labels)


def _line(stretches: Sequence[Stretch], labels: Sequence[str]) -> LineChange:
    words = "".join(one.text for one in stretches if one.kind is not Mark.REMOVED) or "".join(
        one.text for one in stretches
    )
    found = max((label for label in labels if words.startswith(f"{label} ")), key=len, default="")
    return LineChange(found, tuple(stretches))


def _twin(recommendation: Recommendation, edition: Edition, eid: str, after: str) -> Twin:
    has = (eid or after) in eids_of(edition)
    rows = recommendation.amendments.filter(act=edition.act_id, edition__language=edition.language)
    saved = rows.filter(eid=eid, after=after).select_related("edition__mission", "recommendation__mission").first()
    comes_to = None
    if saved and saved.edition:
        comes_to = drafted(saved.edition, eid=eid, after=after, proposed=saved.proposed, clause=saved.clause)
    citation = cite(reference_to(edition, eid or after), edition.language) if has else ""
    return Twin(edition, eid if has else "", citation, saved, comes_to)
