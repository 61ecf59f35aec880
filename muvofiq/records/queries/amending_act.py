"""The draft amending act of a mission in each language: title, clauses of all acts, and what its proof says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from muvofiq.amendment.amending_act import Amended, DraftAct, aligned, draft_act
from muvofiq.amendment.change import Change
from muvofiq.amendment.place import ACT
from muvofiq.amendment.proof import Proof, require_proof
from muvofiq.amendment.writing import Clause
from muvofiq.errors import MuvofiqError
from muvofiq.law.citing import cite
from muvofiq.law.front import signature_of
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference, Step
from muvofiq.law.tree import Law
from muvofiq.records.errors_amendment import AmendedInWords, AmendedTwice, OnOlderText
from muvofiq.records.models import Amendment, Edition, Mission, Person
from muvofiq.records.queries.amendment_page import amendments_of, needs_editor, worked_out_saved
from muvofiq.records.queries.editions import in_time, newer_in
from muvofiq.records.queries.law_text import law_of, reference_to
from muvofiq.records.queries.put_together import Part, Together, changes_in, put_together
from muvofiq.records.queries.recommendation_page import place_of
from muvofiq.records.words import RecommendationState
from muvofiq.standards.requirement import in_language

NEW = "+"  # before the number of a unit that the law does not have yet


@dataclass(frozen=True, slots=True)
class ActDrafted:
    """The draft in one language. ``counted`` is the title by the rule, ``title`` the one that stands.

    ``version`` is that of a title that somebody gave, else 0. ``lines`` are the whole act as printed; ``proofs`` the
    proof of each amendment; ``left_out`` the amendments of which no clause could be made, with what is in the way.
    Where nothing could be drafted in any language, ``language`` is empty. ``is_proven_together`` says that the clauses
    of the act as they are printed, read again and applied all together, give every proposed wording at its place and
    leave all else as it was; ``meeting`` are the amendments of the articles where they do not. ``reworded`` are those
    of which a person wrote the clause, though the machine's is printed, which gathers several of one article.
    ``older`` are the editions amended that a newer one has taken the place of, each with that one.
    """

    language: str
    title: str
    counted: str
    version: int
    lines: tuple[str, ...]
    proofs: tuple[tuple[Amendment, Proof], ...]
    left_out: tuple[tuple[Amendment, MuvofiqError], ...]
    needs_editor: bool
    is_proven_together: bool = False
    meeting: tuple[Amendment, ...] = ()
    reworded: tuple[Amendment, ...] = ()
    older: tuple[tuple[Edition, Edition], ...] = ()


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """One unit with its clause in each language; an empty clause says that this language has none yet."""

    unit: str
    clauses: tuple[tuple[str, str], ...]  # language, clause


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts, one for each language in which something is amended, and their clauses side by side by unit."""

    acts: tuple[ActDrafted, ...]
    rows: tuple[AlignedRow, ...]


@dataclass(frozen=True, slots=True)
class _Signed:
    """An act that is amended, with the day and the number of the register, and its changes, as the draft takes them."""

    edition: Edition
    adopted: date | None
    number: str
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _OfAct:
    """What is amended of one act in one language, while it is gathered."""

    edition: Edition
    taken: dict[str, Amendment] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    proofs: list[tuple[Amendment, Proof]] = field(default_factory=list)

    @property
    def together(self) -> Together:
        """What its amendments come to together."""
        return put_together(self.edition, tuple(self.parts))

    @property
    def signed(self) -> _Signed:
        """The act and its changes, as the draft takes them."""
        return _Signed(self.edition, self.edition.act.adopted, self.edition.act.number, self.together.changes)

    def named(self, names: Sequence[str]) -> list[Amendment]:
        """Return its amendments with these names."""
        return [one for name, one in self.taken.items() if name in names]


@dataclass(slots=True)
class _InLanguage:
    """What is amended in one language, act by act in the order of the register."""

    language: str
    acts: list[_OfAct] = field(default_factory=list)
    left_out: list[tuple[Amendment, MuvofiqError]] = field(default_factory=list)

    def take(self, amendment: Amendment, of_act: _OfAct) -> None:
        """Add an amendment to those of its act, or to what is left out with what is in the way."""
        try:
            _add(amendment, of_act)
        except MuvofiqError as error:
            self.left_out.append((amendment, error))

    @property
    def proofs(self) -> list[tuple[Amendment, Proof]]:
        """The proof of each amendment that is in the draft, by recommendation and number."""
        found = (one for of in self.acts for one in of.proofs if str(one[0]) not in of.together.left_out)
        return sorted(found, key=lambda one: (one[0].recommendation.number, one[0].number))

    @property
    def not_drafted(self) -> list[tuple[Amendment, MuvofiqError]]:
        """The amendments of which no clause could be made, or which do not fit beside the others."""
        misfits = [(of.taken[name], error) for of in self.acts for name, error in of.together.left_out.items()]
        return [*self.left_out, *misfits]


def drafts_of(mission: Mission, person: Person | None = None) -> Drafts:
    """Return the drafts of all languages with their clauses side by side, as far as the person may read them."""
    every = _standing(mission, person)
    languages = _by_language(every)
    in_words = [(one, AmendedInWords(str(one), unit=place_of(one))) for one in every if one.edition is None]
    older = newer_in(mission) if languages else {}
    acts = [_drafted(mission, one, in_words, older) for one in languages]
    if in_words and not acts:
        acts = [ActDrafted("", "", "", 0, (), (), tuple(in_words), needs_editor=False)]
    return Drafts(tuple(acts), tuple(_rows(languages)))


def drafted_acts(mission: Mission, person: Person | None = None) -> list[ActDrafted]:
    """Return the drafts, one for each language in which something is amended."""
    return list(drafts_of(mission, person).acts)


def _rows(languages: Sequence[_InLanguage]) -> Iterator[AlignedRow]:
    acts = {of.edition.act_id: of.edition for one in reversed(languages) for of in one.acts if of.together.changes}
    for edition in sorted(acts.values(), key=lambda edition: edition.act.position):
        yield from _aligned(edition, languages, is_named=len(acts) > 1)


def _standing(mission: Mission, person: Person | None) -> list[Amendment]:
    withdrawn = RecommendationState.WITHDRAWN.value
    return [one for one in amendments_of(mission, person) if one.recommendation.state != withdrawn]


def _by_language(amendments: Sequence[Amendment]) -> list[_InLanguage]:
    """Gather amendments by language and act; of each act the newest edition counts on which something is amended."""
    editions = in_time({one.edition.pk: one.edition for one in amendments if one.edition}.values())
    newest = {(one.language, one.act_id): one for one in editions}
    found: list[_InLanguage] = []
    for language in sorted({language for language, _ in newest}):
        row = _InLanguage(language)
        acts = [edition for (of, _), edition in newest.items() if of == language]
        row.acts = [_OfAct(edition) for edition in sorted(acts, key=lambda one: one.act.position)]
        by_act = {one.edition.act_id: one for one in row.acts}
        for one in amendments:
            if one.edition and one.edition.language == language:
                row.take(one, by_act[one.act_id])
        found.append(row)
    return found


def _add(amendment: Amendment, of_act: _OfAct) -> None:
    """Add an amendment with its proof to those of its act; raises what is in the way."""
    edition, unit, where = of_act.edition, place_of(amendment), str(amendment)
    if amendment.edition_id != edition.pk:
        raise OnOlderText(where, unit=unit, edition=str(amendment.edition), newer=edition.name)
    if other := next((one for one in of_act.taken.values() if _overlap(one, amendment)), None):
        raise AmendedTwice(where, unit=unit, other=str(other))
    worked = worked_out_saved(amendment)
    require_proof(worked.proof, worked.clause, where)
    changes = changes_in(edition, amendment.clause) if amendment.clause else worked.changes
    place = amendment.eid, amendment.after, amendment.proposed, amendment.clause
    of_act.parts.append(Part(where, *place, changes))
    of_act.taken[where] = amendment
    of_act.proofs.append((amendment, worked.proof))


@lru_cache(maxsize=64)
def _draft(acts: tuple[_Signed, ...], title: str) -> DraftAct:
    return draft_act([Amended(_with_signature(one), one.changes) for one in acts], title)


def _with_signature(one: _Signed) -> Law:
    """Return the law; a day and a number that its text does not give are taken from the register, for the lead-in."""
    law = law_of(one.edition)
    signature = signature_of(law)
    day = one.adopted.isoformat() if one.adopted and not signature.day else ""
    number = f"№ {one.number}" if one.number and not signature.number else ""
    return replace(law, tail=(*law.tail, *filter(None, (day, number))))


def _overlap(one: Amendment, other: Amendment) -> bool:
    """Whether two amendments reword the same unit, or one a unit in which the other's lies, be it a new one.

    A new unit lies in what holds the one behind which it stands: beside that, so that both may be amended.
    """
    if not (one.eid or other.eid):
        return False
    outer, inner = (one, other) if one.eid and (not other.eid or len(one.eid) <= len(other.eid)) else (other, one)
    place = inner.eid or inner.after
    return place.startswith(f"{outer.eid}__") or (bool(inner.eid) and place == outer.eid)


def _drafted(
    mission: Mission,
    one: _InLanguage,
    in_words: Sequence[tuple[Amendment, MuvofiqError]],
    newer: Mapping[UUID, Edition],
) -> ActDrafted:
    own = mission.act_titles.filter(language=one.language).first()
    acts, given = [of for of in one.acts if of.together.changes], own.title if own else ""
    signed = tuple(of.signed for of in acts)
    draft = _draft(signed, given) if acts else None
    counted = _draft(signed, "").title if acts else ""
    text = "\n".join(draft.lines) if draft else ""
    for of_act in acts:
        text = of_act.together.in_own_words(text)
    meeting = [amendment for of in acts for amendment in of.named(of.together.meeting)]
    return ActDrafted(
        one.language,
        given or counted,
        counted,
        own.version if own else 0,
        tuple(text.split("\n")) if text else (),
        tuple(one.proofs),
        (*one.not_drafted, *in_words),
        needs_editor(one.language),
        is_proven_together=bool(acts) and not meeting,
        meeting=tuple(meeting),
        reworded=tuple(amendment for of in acts for amendment in of.named(of.together.reworded)),
        older=tuple((of.edition, newer[of.edition.pk]) for of in one.acts if of.edition.pk in newer),
    )


def _aligned(edition: Edition, languages: Sequence[_InLanguage], *, is_named: bool) -> Iterator[AlignedRow]:
    """Yield the rows of one act, each unit cited in the language of the first draft that has it."""
    of_act = {one.language: of for one in languages for of in one.acts if of.edition.act_id == edition.act_id}
    drafts = [_draft((of.signed,), "") for of in of_act.values() if of.together.changes]
    head = f"{in_language(edition.act.title, edition.language)}: " if is_named else ""
    for row in aligned(drafts):
        clauses = tuple(
            (one.language, _text(row.clauses.get(one.language, ()), of_act.get(one.language))) for one in languages
        )
        yield AlignedRow(f"{head}{_cited(row.unit, edition)}", clauses)


def _text(clauses: Sequence[Clause], of_act: _OfAct | None) -> str:
    text = "\n".join(one.text for one in clauses)
    return of_act.together.in_own_words(text) if of_act else text


def _cited(unit: str, edition: Edition) -> str:
    """Cite the units that the draft names by their addresses; new ones it names by kind and number."""
    if unit == ACT:
        return in_language(edition.act.title, edition.language)
    if unit.startswith(NEW):
        return ", ".join(_new(one.strip(), edition) for one in unit.split(NEW)[1:])
    return ", ".join(cite(reference_to(edition, one), edition.language) for one in unit.split(","))


def _new(named: str, edition: Edition) -> str:
    """Cite a unit that the law does not have yet, such as «article 5(1)»; what is no unit of a law stays so."""
    name, _, number = named.partition(" ")
    try:
        step = Step(Kind(name), Number.parse(number))
    except ValueError:
        return named
    return cite(Reference(edition.name, (step,)), edition.language)
