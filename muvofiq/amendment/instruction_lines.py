"""The paragraphs of an amending act are told apart: what it says itself, and the new wording that it quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muvofiq.amendment.instruction_quotes import is_closed
from muvofiq.amendment.instruction_words import Formulae
from muvofiq.law.reference import Reference

OPENS = re.compile(r"\s*[«\"“„]")
CLOSES = re.compile(r"[»”“\"]\s*[.;,]{0,2}\s*$")
WHOLE = re.compile(r"[.;:]\s*$|[»”“\"]\s*,?\s*$")
LABEL = re.compile(
    r"\s*(?P<label>[-–—•](?=\s)|\d{1,3}(?:[.-]\d{1,3})*\s?[.)](?!\d)|[^\W\d_][⁰¹²³⁴⁵⁶⁷⁸⁹\d]?\s?\)|[IVX]{1,5}\.(?=\s))\s*"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an act as printed, and the unit in which it stands."""

    where: Reference
    text: str


@dataclass(frozen=True, slots=True)
class Order:
    """What an act says in one go: its own words behind their label, and the new wording below them."""

    where: Reference
    label: str
    text: str
    printed: str

    @property
    def opens(self) -> bool:
        """Whether it leads in what stands below it."""
        return self.text.rstrip().endswith(":")

    @property
    def style(self) -> str:
        """The manner of the label, which tells how deep the paragraph stands: «1.», «1)», «а)», «-» or none."""
        plain = re.sub(r"\d+(?:[.-]\d+)*", "1", self.label.replace(" ", ""))
        return re.sub(r"[^\W\d_]+", "a", plain).replace("–", "-").replace("—", "-")


def orders(paragraphs: Sequence[Paragraph], formulae: Formulae) -> Iterator[Order]:
    """Yield what an article of an amending act says, each time with its new wording; nothing is left out."""
    at = 0
    while at < len(paragraphs):
        first = paragraphs[at]
        found = _label(first.text, formulae)
        label = found["label"] if found else ""
        text = first.text[found.end() :] if found else first.text
        at, text = _whole_sentence(paragraphs, at + 1, text, formulae)
        end = at
        while end < len(paragraphs) and text.rstrip().endswith(":") and OPENS.match(paragraphs[end].text):
            behind = _end_of_wording(paragraphs, end, formulae)
            wording = "\n".join(one.text for one in paragraphs[end:behind])
            text, end = f"{text}\n{wording}", behind
        printed = f"{label} {text}".strip()
        yield Order(first.where, label, text, printed)
        at = end


def _label(text: str, formulae: Formulae) -> re.Match[str] | None:
    """Return the label of a paragraph; «3) тармақшадағы» cites a unit, where the number stands before its word."""
    found = LABEL.match(text)
    is_cited = found and formulae.of("order") and formulae.unit_words.match(text, found.end())
    return None if is_cited else found


def _whole_sentence(paragraphs: Sequence[Paragraph], at: int, text: str, formulae: Formulae) -> tuple[int, str]:
    """Join the lines of a paragraph that a file has broken: it ends with a stop, and its quotations are closed."""
    while at < len(paragraphs):
        is_whole = WHOLE.search(text) and (text.rstrip().endswith(":") or is_closed(text, formulae))
        follows = paragraphs[at].text
        if is_whole or (LABEL.match(follows) and is_closed(text, formulae)) or not text:
            break
        if not is_closed(text, formulae) and not _closes_later(paragraphs, at, text, formulae):
            break
        text = f"{text}\n{follows}" if not is_closed(text, formulae) else f"{text} {follows}"
        at += 1
    return at, text


def _closes_later(paragraphs: Sequence[Paragraph], at: int, text: str, formulae: Formulae) -> bool:
    joined = text
    for one in paragraphs[at:]:
        joined = f"{joined}\n{one.text}"
        if CLOSES.search(one.text) and is_closed(joined, formulae):
            return True
    return False


def _end_of_wording(paragraphs: Sequence[Paragraph], start: int, formulae: Formulae) -> int:
    """Return the place behind new wording: where all its quotations are closed, else where the first one may be."""
    first = len(paragraphs)
    wording = ""
    for at in range(start, len(paragraphs)):
        wording = f"{wording}\n{paragraphs[at].text}"
        if CLOSES.search(paragraphs[at].text):
            if is_closed(wording, formulae):
                return at + 1
            first = min(first, at + 1)
    return first
