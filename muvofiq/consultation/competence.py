"""Which agency a question concerns, guessed from the words in which its competence is described; a person decides."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from muvofiq.alignment.words import stemmer, telling_stems, words
from muvofiq.standards.requirement import Requirement, Words

SHORTEST = 4  # letters; shorter words tell little
SHOWN = 4  # words that are told as the reason


def suggested(requirement: Requirement, competences: Mapping[str, Words]) -> tuple[str, tuple[str, ...]]:
    """Return the key of the agency whose competence has most words in common with a requirement, and these words.

    A word that several agencies share counts less, one that all of them have not at all. Two empty values where no
    agency comes before the others.
    """
    shared = {key: _shared(requirement, competence) for key, competence in competences.items()}
    holders = Counter(word for found in shared.values() for word in set(found))
    limit = len(competences) if len(competences) > 1 else 2
    weights = {key: sum(1 / holders[word] for word in found if holders[word] < limit) for key, found in shared.items()}
    best = sorted(weights, key=lambda key: -weights[key])[:2]
    if not best or not weights[best[0]] or (len(best) > 1 and weights[best[0]] == weights[best[1]]):
        return "", ()
    return best[0], tuple(found for word, found in shared[best[0]].items() if holders[word] < limit)[:SHOWN]


def _shared(requirement: Requirement, competence: Words) -> dict[str, str]:
    """Return the stems that a competence shares with a requirement in the same language, each with its printed word."""
    found: dict[str, str] = {}
    for language, text in competence.items():
        asked = _asked(f"{requirement.title.get(language, '')} {requirement.statement.get(language, '')}", language)
        printed = {stemmer(language)(word): word for word in words(text) if len(word) >= SHORTEST}
        telling = set(telling_stems(text, language))
        found |= {f"{language} {stem}": word for stem, word in printed.items() if stem in asked and stem in telling}
    return found


@cache
def _asked(text: str, language: str) -> frozenset[str]:
    return frozenset(telling_stems(text, language))
