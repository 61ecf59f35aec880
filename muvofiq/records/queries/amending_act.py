"""The draft amending act of a mission in each language: title, clauses of all acts, and what its proof says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from muvofiq.amendment.amending_act import Amended, DraftAct, aligned, draft_act
from muvofiq.amendment.applying import apply_all
from muvofiq.amendment.change import Change
from muvofiq.amendment.errors import AmendmentError
from muvofiq.amendment.place import ACT
from muvofiq.amendment.proof import Proof, changes_of, require_proof
from muvofiq.amendment.wording import wording_of
from muvofiq.amendment.writing import Clause, write
from muvofiq.errors import MuvofiqError
from muvofiq.law.citing import cite
from muvofiq.law.front import signature_of
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference, Step
from muvofiq.law.tree import Law
from muvofiq.records.errors_amendment import AmendedInWords, AmendedTwice, NothingProposed, OnOlderText
from muvofiq.records.models import Amendment, Edition, Mission, Person
from muvofiq.records.queries.amendment_page import amendments_of, needs_editor, worked_out_saved
from muvofiq.records.queries.editions import in_time
from muvofiq.records.queries.law_text import law_of, reference_to
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
    of the act as they are printed, read again and applied all together, give every proposed wording.
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


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """One unit with its clause in each language; an empty clause says that this language has none yet."""

    unit: str
    clauses: tuple[tuple[str, str], ...]  # language, clause


@dataclass(slots=True)
class _OfAct:
    """What is amended of one act in one language, while it is gathered."""

    edition: Edition
    changes: list[Change] = field(default_factory=list)
    taken: list[Amendment] = field(default_factory=list)
    own_words: list[tuple[str, str]] = field(default_factory=list)  # the machine's clause, a person's instead

    @property
    def amended(self) -> Amended:
        """The act and its changes, as the draft takes them."""
        return Amended(_signed(self.edition), tuple(self.changes))

    def in_own_words(self, text: str) -> str:
        """Put the clauses that persons wrote in the place of the machine's."""
        for machine, own in self.own_words:
            text = text.replace(machine, own, 1)
        return text


@dataclass(slots=True)
class _InLanguage:
    """What is amended in one language, act by act in the order of the register."""

    language: str
    acts: list[_OfAct] = field(default_factory=list)
    proofs: list[tuple[Amendment, Proof]] = field(default_factory=list)
    left_out: list[tuple[Amendment, MuvofiqError]] = field(default_factory=list)

    def take(self, amendment: Amendment, of_act: _OfAct) -> None:
        """Add an amendment to those of its act, or to what is left out with what is in the way."""
        try:
            self.proofs.append((amendment, _added(amendment, of_act)))
        except MuvofiqError as error:
            self.left_out.append((amendment, error))


def drafted_acts(mission: Mission, person: Person | None = None) -> list[ActDrafted]:
    """Return the drafts, one for each language in which something is amended."""
    every = _standing(mission, person)
    in_words = [(one, AmendedInWords(str(one), unit=place_of(one))) for one in every if one.edition is None]
    drafts = [_drafted(mission, one, in_words) for one in _by_language(every)]
    if in_words and not drafts:
        return [ActDrafted("", "", "", 0, (), (), tuple(in_words), needs_editor=False)]
    return drafts


def aligned_clauses(mission: Mission, person: Person | None = None) -> list[AlignedRow]:
    """Return the clauses of all languages side by side by target unit, in the order of the acts and their units."""
    languages = _by_language(_standing(mission, person))
    acts = {of.edition.act_id: of.edition for one in reversed(languages) for of in one.acts if of.changes}
    ordered = sorted(acts.values(), key=lambda edition: edition.act.position)
    return [row for edition in ordered for row in _aligned(edition, languages, is_named=len(acts) > 1)]


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


def _added(amendment: Amendment, of_act: _OfAct) -> Proof:
    """Add the changes of an amendment to those of its act and return its proof; raises what is in the way."""
    edition, unit, where = of_act.edition, place_of(amendment), str(amendment)
    if amendment.edition_id != edition.pk:
        raise OnOlderText(where, unit=unit, edition=str(amendment.edition), newer=edition.name)
    if other := next((one for one in of_act.taken if _overlap(one, amendment)), None):
        raise AmendedTwice(where, unit=unit, other=str(other))
    law, drafted = law_of(edition), worked_out_saved(amendment)
    if drafted.proof is None:
        raise NothingProposed(where, unit=unit)
    require_proof(drafted.proof, drafted.clause, where)
    changes = changes_of(drafted.clause, law) if amendment.clause else drafted.changes
    apply_all(law, [*of_act.changes, *changes])
    if amendment.clause:
        of_act.own_words.append(("\n".join(one.text for one in write(law, changes)), amendment.clause))
    of_act.changes += changes
    of_act.taken.append(amendment)
    return drafted.proof


def _is_proven(of_act: _OfAct) -> bool:
    """Whether the clauses of an act as printed give every wording that is proposed for it, and take away the repealed.

    The wordings are looked for as whole paragraphs in the consolidated text: each clause was proven at its place.
    """
    items = _draft([of_act], "").items
    try:
        text = _consolidated(of_act.edition, tuple(of_act.in_own_words(item.clause.text) for item in items))
    except AmendmentError:
        return False
    given = (f"\n{one.proposed or one.current}\n" in text for one in of_act.taken)
    return all(found is bool(one.proposed) for one, found in zip(of_act.taken, given, strict=True))


@lru_cache(maxsize=16)
def _consolidated(edition: Edition, clauses: tuple[str, ...]) -> str:
    """Return the paragraphs of a law after the clauses, one a line; raises AmendmentError."""
    law = law_of(edition)
    amended = apply_all(law, [change for clause in clauses for change in changes_of(clause, law)])
    return "\n".join(("", *map(wording_of, amended.provisions), ""))


def _signed(edition: Edition) -> Law:
    """Return the law; a day and a number that its text does not give are taken from the register, for the lead-in."""
    law, act = law_of(edition), edition.act
    signature = signature_of(law)
    day = act.adopted.isoformat() if act.adopted and not signature.day else ""
    number = f"№ {act.number}" if act.number and not signature.number else ""
    return replace(law, tail=(*law.tail, *filter(None, (day, number))))


def _overlap(one: Amendment, other: Amendment) -> bool:
    """Whether two amendments reword the same unit, or one a unit in which the other's lies."""
    places = sorted((one.eid, other.eid), key=len)
    return all(places) and f"{places[1]}__".startswith(f"{places[0]}__")


def _drafted(mission: Mission, one: _InLanguage, in_words: Sequence[tuple[Amendment, MuvofiqError]]) -> ActDrafted:
    own = mission.act_titles.filter(language=one.language).first()
    acts, left_out = [of for of in one.acts if of.changes], [*one.left_out, *in_words]
    given = own.title if own else ""
    draft = _draft(acts, given) if acts else None
    counted = _draft(acts, "").title if given and acts else (draft.title if draft else "")
    text = "\n".join(draft.lines) if draft else ""
    for of_act in acts:
        text = of_act.in_own_words(text)
    return ActDrafted(
        one.language,
        given or counted,
        counted,
        own.version if own else 0,
        tuple(text.split("\n")) if text else (),
        tuple(one.proofs),
        tuple(left_out),
        needs_editor(one.language),
        is_proven_together=bool(draft) and all(_is_proven(of_act) for of_act in acts),
    )


def _draft(acts: Sequence[_OfAct], title: str) -> DraftAct:
    return draft_act([of_act.amended for of_act in acts], title)


def _aligned(edition: Edition, languages: Sequence[_InLanguage], *, is_named: bool) -> Iterator[AlignedRow]:
    """Yield the rows of one act, each unit cited in the language of the first draft that has it."""
    of_act = {one.language: of for one in languages for of in one.acts if of.edition.act_id == edition.act_id}
    drafts = [_draft([of], "") for of in of_act.values() if of.changes]
    head = f"{in_language(edition.act.title, edition.language)}: " if is_named else ""
    for row in aligned(drafts):
        clauses = tuple(
            (one.language, _text(row.clauses.get(one.language, ()), of_act.get(one.language))) for one in languages
        )
        yield AlignedRow(f"{head}{_cited(row.unit, edition)}", clauses)


def _text(clauses: Sequence[Clause], of_act: _OfAct | None) -> str:
    text = "\n".join(one.text for one in clauses)
    return of_act.in_own_words(text) if of_act else text


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
