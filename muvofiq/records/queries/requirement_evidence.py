"""What speaks for and against an answer: the chances, the acts looked at, and a sentence for each element."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from muvofiq.alignment.candidate import NOTHING
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.definition import definition_for
from muvofiq.alignment.dissection import Dissection, dissect
from muvofiq.alignment.sentences import BestSentence, best_sentences
from muvofiq.alignment.words import telling_stems, words
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.records.models import Edition, Mission, Outcome, RequirementEdition
from muvofiq.records.queries.law_text import article_eids
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
    """An element of a requirement with its best sentence among the acts, where there is one.

    ``share`` says in whole percent how much of the element's words and concepts the sentence holds.
    """

    element: Words
    edition: Edition | None = None
    eid: str = ""
    citation: str = ""
    sentence: str = ""
    share: int = 0


def chances_of(mission: Mission, saved: RequirementEdition) -> Chances | None:
    """Return what the last matching said; None where the acts were not matched yet."""
    outcome: Outcome | None = mission.outcomes.filter(requirement=saved).first()
    if outcome is None:
        return None
    looked_at = mission.editions.filter(name__in=outcome.looked_at).select_related("act")
    return Chances(round(100 * outcome.confidence), round(100 * outcome.nothing), tuple(looked_at))


def element_evidence(
    requirement: Requirement, editions: Sequence[Edition], places: Iterable[tuple[Edition, str]]
) -> tuple[ElementEvidence, ...]:
    """Return the best sentence for each element among the articles in which these units stand."""
    articles = list(dict.fromkeys(article_address(edition, eid) for edition, eid in places))
    pools = pools_of_laws(editions)
    by_address = {unit.id: unit for pool in pools for unit in pool.units if unit.id in articles}
    if not by_address:
        return tuple(map(ElementEvidence, requirement.elements))
    units = [by_address[article] for article in articles if article in by_address]
    best = best_sentences(requirement.elements, units, pools)
    by_name = {edition.name: edition for edition in editions}
    return tuple(_evidence(element, one, by_name) for element, one in zip(requirement.elements, best, strict=True))


def article_address(edition: Edition, eid: str) -> str:
    """Return the address of the article, or point of a decree, in which a unit stands; of the unit where in none."""
    steps = eid.split("__")
    above = ("__".join(steps[:depth]) for depth in range(1, len(steps) + 1))
    return f"{edition.name}~{next((one for one in above if one in article_eids(edition)), eid)}"


def dissection_of(requirement: str, text: str, language: str) -> Dissection | None:
    """Hold a provision against the definition to which a requirement belongs; None where it belongs to none."""
    definition = definition_for(requirement)
    found = dissect(definition, text, language) if definition else None
    return found if found and found.is_touched else None


def echoes(text: str, language: str, concepts: Concepts, ids: Iterable[str]) -> list[str]:
    """Return the printed words of a text that name one of these concepts."""
    meant = set(concepts.stems_of(ids, language))
    return list(dict.fromkeys(word for word in words(text) if meant.intersection(telling_stems(word, language))))


def _evidence(element: Words, best: BestSentence | None, editions: dict[str, Edition]) -> ElementEvidence:
    if best is None:
        return ElementEvidence(element)
    reference = Reference.parse(best.unit)
    edition = editions[reference.act]
    citation = cite(reference, edition.language)
    return ElementEvidence(element, edition, reference.eid, citation, best.text, round(100 * best.share))
