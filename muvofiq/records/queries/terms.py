"""The thesaurus of a mission as pages show it: its concepts with their words, and what people have proposed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.term_search import Fit, find_terms
from muvofiq.publication.skos import OpenWord
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, Person, TermProposal
from muvofiq.records.queries.released import natives_of, terms_of, thesaurus_of
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.words import TermState
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.thesaurus import LANGUAGES, Concept, Facet, NewWord, Thesaurus, with_words


class Which(StrEnum):
    """Which concepts are shown."""

    ALL = "all"
    MISSING = "missing"
    UNCONFIRMED = "unconfirmed"
    PROPOSALS = "proposals"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for in the thesaurus; nothing at all shows how it is built."""

    text: str = ""
    facet: str = ""
    which: Which | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was asked for."""
        return not (self.text or self.facet or self.which)


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word with its standing: ``states`` for one of the law of some states, ``proposal`` for one from a person."""

    word: str
    is_preferred: bool = False
    is_unconfirmed: bool = False
    states: tuple[str, ...] = ()
    proposal: TermProposal | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is only proposed."""
        return self.proposal is not None and self.proposal.state == TermState.PROPOSED.value

    @property
    def accepted(self) -> TermProposal | None:
        """The proposal by which the word was accepted in the mission."""
        return None if self.is_open else self.proposal


@dataclass(frozen=True, slots=True)
class TermRow:
    """A concept with its words by language; ``is_new`` tells that no word of it is accepted yet."""

    concept: Concept
    words: Mapping[str, tuple[ShownWord, ...]]
    open: int
    is_new: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """The languages without a word."""
        return tuple(one for one in LANGUAGES if not self.concept.labels.get(one))

    def is_among(self, which: Which | None) -> bool:
        """Whether the concept is among those that are asked for."""
        answers = {
            Which.MISSING: bool(self.missing),
            Which.UNCONFIRMED: any(word.is_unconfirmed for words in self.words.values() for word in words),
            Which.PROPOSALS: bool(self.open),
        }
        return which is None or answers.get(which, True)


@dataclass(frozen=True, slots=True)
class TermsPage:
    """What was found, and how many concepts there are in each facet and of each sort."""

    rows: tuple[TermRow, ...]
    facets: tuple[tuple[Facet, int], ...]
    counts: Mapping[str, int]
    is_near_only: bool = False


@dataclass(frozen=True, slots=True)
class TermPage:
    """A concept with its place in the thesaurus, where the mission needs it, and what people proposed for it."""

    row: TermRow
    facet: Facet | None
    broader: tuple[Concept, ...]
    narrower: tuple[Concept, ...]
    requirements: tuple[Requirement, ...]
    proposals: tuple[TermProposal, ...]
    natives: frozenset[UUID]

    def awaits(self, proposal: TermProposal, person: Person) -> bool:
        """Whether an accepted word still awaits a native lawyer, and this person can be the one."""
        is_open = self.row.concept.is_unconfirmed(proposal.language, proposal.word)
        is_able = person.pk in self.natives - {proposal.proposed_by_id}
        return proposal.state == TermState.ACCEPTED.value and is_open and is_able

    @property
    def confirmable(self) -> Mapping[str, str]:
        """The preferred words that nobody has confirmed and nobody has proposed as confirmed, by language."""
        concept, told = self.row.concept, {(one.language, one.word) for one in self.proposals}
        words = ((one, concept.preferred(one)) for one in concept.unconfirmed_languages)
        open_ = ((one, word) for one, word in words if word and concept.is_unconfirmed(one, word))
        return {language: word for language, word in open_ if (language, word) not in told}


def terms_page(mission: Mission, wanted: Wanted) -> TermsPage:
    """Look through the thesaurus, what is only proposed with it."""
    terms, rows = _rows(mission)
    found = find_terms(wanted.text, [row.concept for row in rows.values()]) if wanted.text else []
    chosen = [rows[concept.id] for concept, _ in found] if wanted.text else list(rows.values())
    shown = [row for row in chosen if wanted.facet in {"", row.concept.facet} and row.is_among(wanted.which)]
    in_facet = Counter(row.concept.facet for row in rows.values())
    return TermsPage(
        () if wanted.is_nothing else tuple(shown),
        tuple((facet, in_facet[facet.id]) for facet in terms.facets),
        {which.value: sum(row.is_among(which) for row in rows.values()) for which in Which},
        bool(found) and all(fit is Fit.NEAR for _, fit in found),
    )


def term_page(mission: Mission, concept_id: str) -> TermPage:
    """Return a concept, or one that is only proposed; raises NotOnFile."""
    terms, rows = _rows(mission)
    if concept_id not in rows:
        raise NotOnFile(f"{mission} > terms", sort="concept", name=concept_id)
    row = rows[concept_id]
    named = thesaurus_of(mission)
    return TermPage(
        row,
        next((one for one in terms.facets if one.id == row.concept.facet), None),
        tuple(reversed(terms.broader(concept_id))),
        terms.narrower(concept_id),
        tuple(one for one in scope_texts(mission) if concept_id in concepts_in(one, named)),
        tuple(_proposals(mission).filter(concept_id=concept_id)),
        natives_of(mission),
    )


def proposal_keyed(mission: Mission, key: UUID) -> TermProposal:
    """Return a proposal of the mission; raises NotOnFile."""
    row = _proposals(mission).filter(pk=key).first()
    if row is None:
        raise NotOnFile(f"{mission} > terms", sort="proposal of a word", name=str(key))
    return row


def open_words(mission: Mission) -> list[OpenWord]:
    """Return the words about which nobody has decided, as they leave with the thesaurus."""
    rows = _proposals(mission).filter(state=TermState.PROPOSED.value)
    return [
        OpenWord(one.concept_id, one.language, one.word, one.proposed_by.name, one.proposed_at.date().isoformat())
        for one in rows
    ]


def sources_of(mission: Mission, person: Person) -> list[tuple[str, int]]:
    """Return the files from which a person took words, each with how many of them are still open."""
    rows = mission.term_proposals.filter(state=TermState.PROPOSED.value, proposed_by=person).exclude(source="")
    return sorted(Counter(rows.values_list("source", flat=True)).items())


def scope_texts(mission: Mission) -> list[Requirement]:
    """Return the requirements of the scope in its order."""
    return [requirement_of(item.requirement) for item in scope_of(mission)]


def concepts_in(requirement: Requirement, concepts: Concepts) -> frozenset[str]:
    """Return the concepts that a requirement names in its title, its statement or its elements, in any language."""
    texts = (requirement.title, requirement.statement, *requirement.elements)
    return _named(tuple((language, text) for one in texts for language, text in one.items()), concepts)


@lru_cache(maxsize=2048)
def _named(texts: tuple[tuple[str, str], ...], concepts: Concepts) -> frozenset[str]:
    return frozenset(name for language, text in texts for name in concepts.found_in(text, language))


def _proposals(mission: Mission) -> QuerySet[TermProposal]:
    return mission.term_proposals.select_related("proposed_by", "decided_by", "mission")


def _rows(mission: Mission) -> tuple[Thesaurus, dict[str, TermRow]]:
    """Return the thesaurus with the concepts that are only proposed, and a row for each."""
    terms, proposals = terms_of(mission), list(_proposals(mission).exclude(state=TermState.REJECTED.value))
    new = [NewWord(one.concept_id, one.language, one.word, broader=one.broader) for one in proposals]
    whole = with_words(terms, [one for one in new if one.concept not in terms])
    of_concept: dict[str, list[TermProposal]] = defaultdict(list)
    for one in proposals:
        of_concept[one.concept_id].append(one)
    rows = {one.id: _row(one, of_concept[one.id], is_new=one.id not in terms) for one in whole.concepts}
    return whole, rows


def _row(concept: Concept, proposals: Sequence[TermProposal], *, is_new: bool) -> TermRow:
    is_open = [one for one in proposals if one.state == TermState.PROPOSED.value]
    words = {language: tuple(_words(concept, language, proposals, is_new=is_new)) for language in LANGUAGES}
    return TermRow(concept, words, len(is_open), is_new)


def _words(concept: Concept, language: str, proposals: Sequence[TermProposal], *, is_new: bool) -> Iterable[ShownWord]:
    told = {one.word: one for one in proposals if one.language == language}
    labels = () if is_new else concept.labels.get(language, ())
    for at, word in enumerate(labels):
        proposal = told.pop(word, None)
        is_from_person = proposal is not None and proposal.state == TermState.ACCEPTED.value
        is_unconfirmed = concept.is_unconfirmed(language, word)
        yield ShownWord(word, at == 0, is_unconfirmed, proposal=proposal if is_from_person else None)
    for one in concept.regional:
        if one.language == language:
            yield ShownWord(one.word, is_unconfirmed=not one.seen, states=one.states)
    for proposal in told.values():
        yield ShownWord(proposal.word, proposal.is_preferred, proposal=proposal)
