"""The formulae of European amending acts, recognised by the patterns of the table, with quotations set aside."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from muvofiq.amendment.reading_eu_lines import ENDS, quoted
from muvofiq.law.grammar import NEVER
from muvofiq.law.ordinals import Use, ordinals
from muvofiq.tables import table

MARK = r"⟦\d+⟧"
QUOTES = rf"{MARK}(?:(?:\s*,?\s*(?:{ENDS})\s+|\s*,\s*){MARK})*"
HELD = re.compile(r"⟦(\d+)⟧")
AROUND = re.compile(rf"^[\s,;:]+|(?:[\s.;:,–—-]+(?:{ENDS})?)+$")
BLANK = re.compile(r"\\s\+|\(\?P<\w+>|[\\()?+*|\[\]^$.]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """One reading of an order: what it does, and what it says in each blank of the formula.

    ``quotes`` are the quotations in their order, ``signs`` those that are named, such as the final full stop.
    """

    operation: str
    said: Mapping[str, str]
    quotes: tuple[str, ...]
    signs: tuple[str, ...] = ()

    def get(self, blank: str) -> str:
        """Return what is said in a blank; nothing where the formula has none."""
        return self.said.get(blank) or ""

    def quotations(self, blank: str) -> tuple[str, ...]:
        """Return the words that are quoted in a blank."""
        both = (*self.quotes, *self.signs)
        return tuple(both[int(number)] for number in HELD.findall(self.get(blank)))

    def is_named(self, blank: str) -> bool:
        """Whether a blank holds signs that are named, and no quotation."""
        held = HELD.findall(self.get(blank))
        return bool(held) and all(int(number) >= len(self.quotes) for number in held)


def heard(text: str, language: str) -> Iterator[Heard]:
    """Yield what an order may say, the likeliest first."""
    masked, quotes, signs = _masked(text, language)
    masked = AROUND.sub("", " ".join(masked.split()))
    for operation, pattern in _formulae(language):
        if match := pattern.fullmatch(masked):
            yield Heard(operation, match.groupdict(), quotes, signs)


def _masked(text: str, language: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return an order with a mark for each quotation and each sign that is named, then what these are."""
    masked, quotes = masked_quotes(text)
    signs: list[str] = []
    for sign, pattern in _signs(language):

        def mark(_: re.Match[str], sign: str = sign) -> str:
            signs.append(sign)
            return f"⟦{len(quotes) + len(signs) - 1}⟧"

        masked = pattern.sub(mark, masked)
    return masked, quotes, tuple(signs)


@cache
def _signs(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (row for row in table("formulae/eu-signs.csv") if row["language"] == language)
    return tuple((row["sign"], re.compile(rf"(?<!\w){row['pattern']}(?!\w)", re.IGNORECASE)) for row in rows)


def masked_quotes(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with a mark for each quotation, and what is quoted."""
    spans = quoted(text)
    pieces, at = [], 0
    for count, (start, end) in enumerate(spans):
        pieces += [text[at:start], f"⟦{count}⟧"]
        at = end
    return "".join([*pieces, text[at:]]), tuple(text[start + 1 : end - 1].strip() for start, end in spans)


def halves(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a sentence in two where it may order two things: before «and», outside quotations."""
    spans = quoted(text)
    then = _blanks(language).get("{then}", NEVER)
    for match in re.finditer(rf",?\s+(?:{then})\s+|,\s+(?=[‘“«])|;\s+", text, re.IGNORECASE):
        if not any(start < match.start() < end for start, end in spans):
            yield text[: match.start()], text[match.end() :]


@cache
def saying(language: str, blank: str) -> re.Pattern[str]:
    """Return the pattern of a blank of the table, such as the words of an exception; it matches nothing if not there.

    >>> bool(saying("en", "{ordered}").search("Article 5 is deleted")), bool(saying("en", "{except}").search("Article"))
    (True, False)
    """
    blanks = _blanks(language)
    return re.compile(_filled(blanks.get(blank, NEVER), blanks), re.IGNORECASE)


def announcing(language: str) -> re.Pattern[str]:
    """Return the pattern of the words that announce new wording."""
    return re.compile(_blanks(language).get("{announces}", r"(?!)"), re.IGNORECASE)


def is_editorial(line: str, language: str) -> bool:
    """Whether a line below a wording is a note of the editors, and no law."""
    return bool(re.match(_blanks(language).get("{editorial}", r"(?!)"), line, re.IGNORECASE))


def nearest_formula(text: str, language: str) -> str:
    """Return the operation whose formula shares most words with an order, to be told where none was recognised."""
    masked, _ = masked_quotes(text)
    rows = [
        (row["operation"], BLANK.sub(" ", row["pattern"])) for row in _rows(language) if row["operation"] != "place"
    ]
    return max(rows, key=lambda row: fuzz.token_set_ratio(masked.lower(), row[1].lower()), default=("", ""))[0]


@cache
def _formulae(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    blanks = _blanks(language)
    filled = ((row["operation"], _filled(row["pattern"], blanks)) for row in _rows(language))
    return tuple((operation, re.compile(pattern, re.IGNORECASE)) for operation, pattern in filled)


def _rows(language: str) -> list[dict[str, str]]:
    return [row for row in _own(language) if not row["operation"].startswith("{")]


def _own(language: str) -> list[dict[str, str]]:
    return [row for row in table("formulae/eu.csv") if row["language"] == language]


@cache
def _blanks(language: str) -> dict[str, str]:
    said = "|".join(one.pattern for one in ordinals(language, Use.CITATION))
    own = {row["operation"]: row["pattern"] for row in _own(language) if row["operation"].startswith("{")}
    return own | {"{quotes}": QUOTES, "{ordinals}": f"(?:{said})"}


def _filled(pattern: str, blanks: Mapping[str, str]) -> str:
    for blank, filling in (*blanks.items(), *blanks.items()):  # fillings have blanks of their own
        pattern = pattern.replace(blank, filling)
    return pattern
