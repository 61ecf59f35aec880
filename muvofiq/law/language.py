"""In which language a law is written, where two languages call an article by the same word."""

from collections.abc import Mapping, Sequence

from muvofiq.law.grammar import Grammar
from muvofiq.text.source import Line

RIVAL = 0.5  # a language in which at least this share of the articles is recognised may be the right one


def language_of(counts: Mapping[str, int], lines: Sequence[Line], grammars: Mapping[str, Grammar]) -> str:
    """Return the language in which most articles are recognised; between rivals, their commonest words decide.

    ``counts`` holds the articles recognised in each language.
    """
    most = max(counts.values())
    rivals = [language for language in counts if counts[language] and counts[language] >= RIVAL * most]
    if len(rivals) < 2:
        return max(counts, key=lambda language: counts[language])
    return max(rivals, key=lambda language: (_spoken(lines, grammars[language]), counts[language]))


def _spoken(lines: Sequence[Line], grammar: Grammar) -> int:
    words = grammar.mark("words")
    return sum(len(words.findall(line.text)) for line in lines)
