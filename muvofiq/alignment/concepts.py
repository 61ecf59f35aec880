"""The thesaurus finds its concepts in a text and gives the words by which another language calls them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from muvofiq.alignment.words import stems, telling_stems
from muvofiq.standards.thesaurus import Concept

Stems = tuple[str, ...]


class Concepts:
    """The concepts of a thesaurus, found by the stems of their labels."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.by_id = {concept.id: concept for concept in concepts}

    @cached_property
    def _labels(self) -> dict[str, dict[Stems, set[str]]]:
        found: dict[str, dict[Stems, set[str]]] = defaultdict(lambda: defaultdict(set))
        for concept in self.by_id.values():
            for language, labels in concept.every_label.items():
                for label in labels:
                    if key := tuple(stems(label, language)):
                        found[language][key].add(concept.id)
        return found

    def found_in(self, text: str, language: str) -> set[str]:
        """Return the ids of the concepts whose label, in any inflection, stands in the text."""
        return self.among(stems(text, language), language)

    def among(self, row: Sequence[str], language: str) -> set[str]:
        """Return the ids of the concepts whose label stands in a row of stems."""
        labels = self._labels.get(language, {})
        longest = max(map(len, labels), default=0)
        runs = (tuple(row[at : at + size]) for at in range(len(row)) for size in range(1, longest + 1))
        return {concept for run in runs for concept in labels.get(run, ())}

    def of_question(self, texts: Mapping[str, str]) -> set[str]:
        """Return the concepts found in any of the texts, which are given by language."""
        return {concept for language, text in texts.items() for concept in self.found_in(text, language)}

    def stems_of(self, ids: Iterable[str], language: str) -> list[str]:
        """Return the telling stems of all labels of these concepts in a language, each once, in a fixed order."""
        labels = (label for concept in sorted(ids) for label in self.by_id[concept].every_label.get(language, ()))
        return list(dict.fromkeys(stem for label in labels for stem in telling_stems(label, language)))

    def label(self, concept: str, language: str) -> str:
        """Return what a language calls a concept; where it has no word, the English one, or any that there is."""
        labels = self.by_id[concept].labels
        return (labels.get(language) or labels.get("en") or next(iter(labels.values())))[0]
