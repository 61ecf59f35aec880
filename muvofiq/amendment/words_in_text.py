"""Words in a text are found whole, replaced, deleted and added, with the blanks and signs that belong around them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from muvofiq.tables import table

Span = tuple[int, int]

QUOTES, APOSTROPHES, DASHES = '«»"“”„‟', "'’‘ʻʼ`", "-‐‑–—−"
ALIKE = {sign: f"[{re.escape(signs)}]" for signs in (QUOTES, APOSTROPHES, DASHES) for sign in signs}
CLOSING = ",.;:!?)]»…"  # no blank stands before these
OPENING = "([«"  # and none behind these
ENDING = ".;:,!?"  # with these a paragraph of a law ends
ENDS = re.compile(r"[.!?…]+[)»”\"]*\s+(?=[«„“\"(–—-]*\s?(?P<begins>[^\W\d_]))")
LAST_WORD = re.compile(r"([^\W\d_]+)[.]$")
# What may not stand beside a letter or figure at the edge of words that are found whole.
LETTER = r"\w\u0300-\u036f"
BEFORE = {"letter": rf"(?<![{LETTER}])(?<![{LETTER}][-‑])", "figure": r"(?<!\w)(?<!\d[.,])"}
BEHIND = {"letter": rf"(?![{LETTER}]|[-‑][{LETTER}])", "figure": r"(?!\w|[.,]\d|\(\d)"}
BLANKS = r"\s+"
HYPHENATED = re.compile(r"[-‑]\w")


def pattern_of(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern by which any of these words is found whole; of those that begin alike the longest is taken.

    Quotation marks, dashes, apostrophes and blanks of every form count as the same sign.

    >>> [match[0] for match in pattern_of(["закон «О мосте»"]).finditer('закон "О  мосте", законы')]
    ['закон "О  мосте"']
    """
    return _pattern(tuple(sorted(set(words), key=lambda one: (-len(one), one))))


@lru_cache(maxsize=1000)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_whole, words)))


def _whole(words: str) -> str:
    """Return the pattern of some words: none begins or ends within a longer word, and no figure within a longer one."""
    parts = ("".join(ALIKE.get(sign, re.escape(sign)) for sign in part) for part in words.split())
    return f"{_edge(words[:1], BEFORE)}{BLANKS.join(parts)}{_edge(words[-1:], BEHIND)}"


def _edge(sign: str, edges: Mapping[str, str]) -> str:
    return edges["figure"] if sign.isdecimal() else edges["letter"] if sign.isalnum() else ""


def canonical(words: str) -> str:
    """Return words with every quotation mark, dash, apostrophe and blank in one form, so that they can be compared."""
    signs = {sign: group[0] for group in (QUOTES, APOSTROPHES, DASHES) for sign in group}
    return " ".join("".join(signs.get(sign, sign) for sign in words).split())


def replaced(text: str, span: Span, words: str) -> str:
    """Return the text with other words in this place; without words they are deleted with the blank beside them."""
    before, behind = text[: span[0]], text[span[1] :]
    if words:
        return (before.rstrip() if words[0] in CLOSING else before) + words + behind
    if not behind or behind[0].isspace() or behind[0] in CLOSING:
        return before.rstrip() + behind if before.strip() else behind.lstrip()
    return before + behind


def added(text: str, at: int, words: str) -> str:
    """Return the text with words added in this place, with a blank on each side where one belongs.

    >>> added("Мост открыт.", 4, ", а также паром,")
    'Мост, а также паром, открыт.'
    """
    before, behind = text[:at], text[at:]
    if words[:1] in CLOSING or HYPHENATED.match(words):
        before = before.rstrip()
    elif before and not before[-1].isspace() and before[-1] not in OPENING:
        before += " "
    if behind and not behind[0].isspace() and behind[0] not in CLOSING and words[-1:] not in OPENING:
        words += " "
    return before + words + behind


def added_at_end(text: str, words: str) -> str:
    """Return the text with words added at its end: before the closing sign, unless they bring one of their own.

    >>> added_at_end("Мост открыт;", "днём"), added_at_end("Мост открыт;", "днём и ночью.")
    ('Мост открыт днём;', 'Мост открыт днём и ночью.')
    """
    body = text.rstrip()
    sign = body[-1:] if body[-1:] in ENDING else ""
    is_sentence = words[:1].isupper() and words[-1:] in ".!?" and sign in {".", "!", "?"}
    if not sign or is_sentence:
        return added(body, len(body), words)
    bare = body[: -len(sign)]
    return added(bare, len(bare), words) + ("" if words[-1:] in ENDING else sign)


def sentences(text: str) -> list[Span]:
    """Return where each sentence of a text stands; an abbreviation, an initial or a number ends none.

    >>> text = "Мост (ст. 5 Закона) открыт с 1 мая 2020 г. Сторожу А. Петрову платят. Он бдит."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Мост (ст. 5 Закона) открыт с 1 мая 2020 г. Сторожу А. Петрову платят.', 'Он бдит.']
    """
    spans: list[Span] = []
    start = 0
    for match in ENDS.finditer(text):
        if _ends_sentence(text, match):
            end = match.start() + len(match[0].rstrip())
            spans.append((start, end))
            start = match.end()
    stripped = len(text.rstrip())
    return [*spans, (start, stripped)] if start < stripped else spans


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    last = LAST_WORD.search(text, 0, match.start() + 1)
    if not match["begins"].isupper():
        return False
    if not last or not match[0].startswith("."):
        return True
    return len(last[1]) > 1 and last[1].lower() not in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["word"] for row in table("formulae/abbreviations.csv"))


def edited(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """Return a text in which words at several places, none within another, are replaced."""
    for span, words in sorted(edits, reverse=True):
        text = replaced(text, span, words)
    return text


def spans_of(words: Sequence[str], text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """Yield each place of a text where one of the words stands, with the words as they were asked for."""
    asked = {canonical(one): one for one in words}
    for match in pattern_of(words).finditer(text, *within):
        yield asked[canonical(match[0])], match.span()
