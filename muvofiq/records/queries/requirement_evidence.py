"""What speaks for and against an answer: the chances, the acts looked at, and a sentence for each element."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from muvofiq.alignment.candidate import NOTHING
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.sentences import BestSentence, best_sentences
from muvofiq.alignment.unit import Unit
from muvofiq.alignment.words import telling_stems, words
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.records.models import Edition, Mission, Outcome, RequirementEdition
from muvofiq.records.queries.law_text import article_eids, unit_of
from muvofiq.records.queries.released import thesaurus_of
from muvofiq.records.queries.search_pools import pools_of_laws
from muvofiq.standards.requirement import Requirement, Words


@dataclass(frozen=True, slots=True)
class Chances:
    """What the last matching said of the requirement as a whole, as whole percentages, and what it looked at."""

    right: int
    nothing: int
    looked_at: tuple[Edition, ...]

    @property
    def is_probably_nothing(self) -> bool:
        """Whether it is likelier that none of the acts answers than that one does."""
        return self.nothing > 100 * NOTHING


@dataclass(frozen=True, slots=True)
class ElementEvidence:
    """An element of a requirement with its best sentence among the candidates.

    ``share`` says in whole percent how much of the weight of the element's words and concepts the sentence holds.
    ``is_sought`` tells that there were candidates to look through.
    """

    element: Words
    edition: Edition | None = None
    eid: str = ""
    citation: str = ""
    sentence: str = ""
    share: int = 0
    is_sought: bool = False


def chances_of(mission: Mission, saved: RequirementEdition, state: str = "") -> Chances | None:
    """Return what the last matching said of the law of a state; None where its acts were not matched yet."""
    outcome: Outcome | None = mission.outcomes.filter(requirement=saved, state=state).first()
    if outcome is None:
        return None
    looked_at = mission.editions.filter(name__in=outcome.looked_at).select_related("act")
    return Chances(round(100 * outcome.confidence), round(100 * outcome.nothing), tuple(looked_at))


def element_evidence(
    requirement: Requirement, editions: Sequence[Edition], places: Iterable[tuple[Edition, str]]
) -> tuple[ElementEvidence, ...]:
    """Return the best sentence for each element among the articles in which these units stand.

    Words count by their rarity in the ``editions`` on file; the units may stand in an edition that was replaced since.
    """
    found = {article_address(edition, eid): edition for edition, eid in places}
    if not found:
        return tuple(map(ElementEvidence, requirement.elements))
    units = [_unit(address, edition) for address, edition in found.items()]
    concepts = thesaurus_of(next(iter(found.values())).mission)
    best = best_sentences(requirement.elements, units, pools_of_laws(editions, concepts), least=0.0)
    by_name = {edition.name: edition for edition in found.values()}
    return tuple(_evidence(element, one, by_name) for element, one in zip(requirement.elements, best, strict=True))


def article_address(edition: Edition, eid: str) -> str:
    """Return the address of the article, or point of a decree, in which a unit stands; of the unit where in none."""
    steps = eid.split("__")
    above = ("__".join(steps[:depth]) for depth in range(1, len(steps) + 1))
    return f"{edition.name}~{next((one for one in above if one in article_eids(edition)), eid)}"


def echoes(text: str, language: str, concepts: Concepts, ids: Iterable[str]) -> list[str]:
    """Return the printed words of a text that name one of these concepts."""
    meant = set(concepts.stems_of(ids, language))
    return list(dict.fromkeys(word for word in words(text) if meant.intersection(telling_stems(word, language))))


def _unit(address: str, edition: Edition) -> Unit:
    """Return the article at this address as sentences are sought in it."""
    article = unit_of(edition, Reference.parse(address).eid)
    return Unit(address, edition.name, edition.language, article.heading, article.words)


def _evidence(element: Words, best: BestSentence | None, editions: dict[str, Edition]) -> ElementEvidence:
    if best is None:
        return ElementEvidence(element, is_sought=True)
    reference = Reference.parse(best.unit)
    edition = editions[reference.act]
    citation = cite(reference, edition.language)
    return ElementEvidence(
        element, edition, reference.eid, citation, best.text, round(100 * best.share), is_sought=True
    )
