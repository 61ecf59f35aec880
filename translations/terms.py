"""``python -m translations.terms``: hold the translated requirements against the thesaurus.

Where the English text of a requirement uses a word of a concept, the translation should use one of the concept's own
words. What deviates is listed; what deviates for a good reason is waived by name, with the reason, in ``waivers.csv``.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Prefix

from muvofiq.alignment.words import stems, words
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.requirement import ORIGINAL, Requirement, Words
from muvofiq.standards.thesaurus import Concept

WAIVERS = Path(__file__).parent / "waivers.csv"
ANY = "*"
Labels = Mapping[tuple[str, ...], list[Concept]]
LOST = 2  # letters at the end of the shorter stem in which forms of a word may differ: беженец, беженцев
KINSHIP = 4  # letters that two stems must share to count as one family: задержан(ие), задержа(ть)


@dataclass(frozen=True, slots=True)
class Deviation:
    """A text that says a concept in other words than the thesaurus has."""

    requirement: str
    part: str
    concept: str
    language: str

    def waived_by(self, waiver: "Deviation") -> bool:
        """Whether a waiver names it; ``*`` in a waiver stands for every requirement, part or language."""
        pairs = zip(self.facts(), waiver.facts(), strict=True)
        return all(named in (ANY, fact) for fact, named in pairs)

    def facts(self) -> tuple[str, str, str, str]:
        """Return all that names it."""
        return self.requirement, self.part, self.concept, self.language

    def __str__(self) -> str:
        return ",".join(self.facts())


def main() -> int:
    """List what deviates and is not waived, and the waivers that nothing needs; return 1 if there is any."""
    catalogue = load_catalogue()
    found, waivers = list(deviations(catalogue)), read_waivers()
    lines = [_shown(one, catalogue) for one in unwaived(found, waivers)]
    lines += [f"waived, but nothing deviates: {waiver}" for waiver in idle(found, waivers)]
    print("\n".join(lines) or f"{len(found)} deviations, each waived by name")
    return 1 if lines else 0


def deviations(catalogue: Catalogue, languages: Iterable[str] = ("ru", "tg")) -> Iterator[Deviation]:
    """Go through all parts of all requirements; a part without a translation is left to the schema."""
    wanted, labels = tuple(languages), english_labels(catalogue.thesaurus.concepts)
    for requirement in catalogue.requirements:
        for part, texts in parts(requirement):
            for namesakes in concepts_in(texts[ORIGINAL], labels):
                for language in wanted:
                    text = texts.get(language)
                    if text and not any(says(text, concept, language) for concept in namesakes):
                        yield Deviation(requirement.id, part, namesakes[0].id, language)


def parts(requirement: Requirement) -> Iterator[tuple[str, Words]]:
    """Yield title, statement and elements, each with its name."""
    yield "title", requirement.title
    yield "statement", requirement.statement
    for place, element in enumerate(requirement.elements, 1):
        yield f"element {place}", element


def english_labels(concepts: Iterable[Concept]) -> Labels:
    """Return the concepts by the words of their English labels, each word in the singular."""
    found: dict[tuple[str, ...], list[Concept]] = {}
    for concept in concepts:
        for label in concept.labels[ORIGINAL]:
            if key := _singulars(label):
                found.setdefault(key, []).append(concept)
    return found


def concepts_in(text: str, labels: Labels) -> list[list[Concept]]:
    """Return the concepts whose English word stands in the text, those that share the word together.

    Within a longer word a shorter one does not count: «victim of trafficking» says nothing of any other victim.
    """
    row, at = _singulars(text), 0
    found: list[list[Concept]] = []
    longest = max(map(len, labels), default=0)
    while at < len(row):
        sizes = range(min(longest, len(row) - at), 0, -1)
        size = next((size for size in sizes if row[at : at + size] in labels), 1)
        namesakes = labels.get(row[at : at + size])
        if namesakes and namesakes not in found:
            found.append(namesakes)
        at += size
    return found


def says(text: str, concept: Concept, language: str) -> bool:
    """Whether the text holds all words of one of the concept's labels, in any inflection and order.

    A concept for which the language has no word yet cannot be missed.
    """
    labels = concept.labels.get(language, ())
    row = frozenset(stems(text, language))
    return not labels or any(_holds(row, label, language) for label in labels)


def unwaived(found: Iterable[Deviation], waivers: Mapping[Deviation, str]) -> list[Deviation]:
    """Return the deviations that no waiver names."""
    return [one for one in found if not any(one.waived_by(waiver) for waiver in waivers)]


def idle(found: Iterable[Deviation], waivers: Mapping[Deviation, str]) -> list[Deviation]:
    """Return the waivers that name no deviation any more."""
    known = list(found)
    return [waiver for waiver in waivers if not any(one.waived_by(waiver) for one in known)]


def read_waivers() -> dict[Deviation, str]:
    """Return the waivers on file, each with its reason."""
    with WAIVERS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {Deviation(row["requirement"], row["part"], row["concept"], row["language"]): row["reason"] for row in rows}


def _singulars(text: str) -> tuple[str, ...]:
    """Return the words of an English text without the plural: «victims» meets «victim», «reasoned» not «reason»."""
    return tuple(word[:-1] if word.endswith("s") and not word.endswith("ss") else word for word in words(text))


def _holds(row: frozenset[str], label: str, language: str) -> bool:
    return all(any(_kin(stem, other) for other in row) for stem in stems(label, language))


def _kin(one: str, other: str) -> bool:
    """Whether two stems are of one family; at most two letters of the shorter one differ: ребенок, ребенка."""
    shared = Prefix.similarity(one, other)
    return one == other or shared >= max(KINSHIP, min(len(one), len(other)) - LOST)


def _shown(deviation: Deviation, catalogue: Catalogue) -> str:
    requirement = catalogue.requirement(deviation.requirement)
    text = dict(parts(requirement))[deviation.part]
    labels = catalogue.thesaurus.concept(deviation.concept).labels
    return "\n".join(
        (
            str(deviation),
            f"    {ORIGINAL}: {text[ORIGINAL]}",
            f"    {deviation.language}: {text[deviation.language]}",
            f"    wanted: {'; '.join(labels[deviation.language])}",
        )
    )


if __name__ == "__main__":
    sys.exit(main())
