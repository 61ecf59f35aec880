"""In an instruction the quoted words and the names of acts are set aside, so that only its formula is left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from muvofiq.amendment.instruction_patterns import LETTER
from muvofiq.amendment.instruction_words import ACT, Formulae
from muvofiq.law.citation_words import Role, Token, words_of

Span = tuple[int, int]
OPENING, CLOSING, EITHER = "«„", "»", '"“”'
BEFORE_OPENING = re.compile(r"[\s(«„\"“]")
GAZETTE = re.compile(r"\s*\([^()]*(?:№|\bN\s?\d)[^()]*(?:\([^()]*\)[^()]*)*\)")
ENDS = re.compile(r"\s*(?:\(|[.;,]{0,2}\s*$)")  # behind the quotation mark that closes the name of an act
BLANKS = re.compile(r"[^\S\n]*[^\S\n ][^\S\n]*|[^\S\n]{2,}")
TELLING = re.compile(r"⟦|№")  # a name that says more than «закон»
NAMED = frozenset({Role.ACT, Role.CODE})
NAMES = NAMED | {Role.OWN, Role.OTHER}


@dataclass(frozen=True, slots=True)
class Masked:
    """A text in which «⟦0⟧» stands for ``quoted[0]`` and so on, and «◆» for each of the ``acts``."""

    text: str
    quoted: tuple[str, ...]
    acts: tuple[str, ...]

    def quotations(self, masked: str) -> tuple[str, ...]:
        """Return the words that are quoted in a stretch of the masked text."""
        return tuple(self.quoted[int(at)] for at in re.findall(r"⟦(\d+)⟧", masked))

    def shown(self, masked: str) -> str:
        """Return a stretch of the masked text as printed, only that quotations are shortened."""
        return re.sub(r"⟦\d+⟧", "«…»", masked)


def masked(text: str, formulae: Formulae) -> Masked:
    """Set quotations and names of acts aside; between them one plain blank stands for several, of any kind."""
    text = _with_plain_blanks(text, formulae)
    spans = quotations(text, formulae)
    tokens = [one for one in _names(text, formulae.language) if not _lies_in(one.start, spans)]
    names = [(one.start, _behind_title(one, spans)) for one in tokens]
    gazettes = [found.span() for found in GAZETTE.finditer(text) if not _lies_in(found.start(), spans)]
    kept = [one for one in spans if not any(start <= one[0] < end for start, end in (*names, *gazettes))]
    marks = [
        *((*one, "quotation") for one in kept),
        *((*one, "act") for one in names),
        *((*one, "") for one in gazettes),
    ]
    parts, quoted, at = list[str](), list[str](), 0
    for start, end, sort in sorted(marks):
        if start < at:
            continue
        parts.append(text[at:start])
        if sort == "quotation":
            parts.append(f"⟦{len(quoted)}⟧")
            quoted.append(_inside(text[start:end]))
        elif sort == "act":
            parts.append(ACT)
        at = end
    plain = "".join([*parts, text[at:]])
    acts = tuple(text[one.start : one.end] for one in tokens if one.is_named and one.role in NAMED)
    return _with_signs(plain, quoted, acts, formulae)


def _with_plain_blanks(text: str, formulae: Formulae) -> str:
    if not BLANKS.search(text):
        return text
    parts, at = list[str](), 0
    for start, end in quotations(text, formulae):
        parts += [BLANKS.sub(" ", text[at:start]), text[start:end]]
        at = end
    return "".join([*parts, BLANKS.sub(" ", text[at:])])


def quotations(text: str, formulae: Formulae) -> list[Span]:
    """Return where the outermost quotations begin and end; letters that number a unit are none of them."""
    plain = _without_numbers(text, formulae)
    spans, is_closed = _scan(plain, formulae, closes_all=False)
    return spans if is_closed else _scan(plain, formulae, closes_all=True)[0]


def is_closed(text: str, formulae: Formulae) -> bool:
    """Whether each quotation of a text is closed in it."""
    return _scan(_without_numbers(text, formulae), formulae, closes_all=False)[1]


def _scan(text: str, formulae: Formulae, *, closes_all: bool) -> tuple[list[Span], bool]:
    """Return the outermost quotations, and whether all are closed.

    A mark that opens and closes alike opens where a blank stands before it and a letter behind it. With ``closes_all``
    a mark in front of a bracket or at the end closes those around it as well: printers set one mark instead of two.
    """
    spans, depth, start = list[Span](), 0, 0
    for at, sign in enumerate(text):
        if sign in OPENING or (sign in EITHER and (not depth or _opens(text, at))):
            start = start if depth else at
            depth += 1
        elif depth and (sign in CLOSING or sign in EITHER):
            depth = 0 if closes_all and _ends(text, at + 1, formulae) else depth - 1
            if not depth:
                spans.append((start, at + 1))
    return ([*spans, (start, len(text))], False) if depth else (spans, True)


def _opens(text: str, at: int) -> bool:
    behind = text[at + 1 : at + 2]
    return bool(BEFORE_OPENING.match(text[at - 1 : at])) and (behind.isalnum() or behind in OPENING)


def _ends(text: str, at: int, formulae: Formulae) -> bool:
    if ENDS.match(text, at):
        return True
    behind = text[at:].lstrip(" ,")
    return any(pattern.match(behind) for _, pattern in formulae.of("quoted"))


def _without_numbers(text: str, formulae: Formulae) -> str:
    """Blank the letters in quotation marks that number a unit: what stands last before them, is the word for a unit."""

    def blank(found: re.Match[str]) -> str:
        if formulae.of("order"):
            behind = re.compile(rf"(?:{formulae.separator}{LETTER})*\s*-?\s*").match(text, found.end())
            is_number = behind and formulae.unit_words.match(text, behind.end())
            return " " * len(found[0]) if is_number else found[0]
        before = text[: found.start()]
        if before.endswith(":\n"):
            return found[0]  # new wording
        unit = max((one.end() for one in formulae.unit_words.finditer(before)), default=-1)
        quoted = max((one.end() for _, words in formulae.of("quoted") for one in words.finditer(before)), default=-1)
        return found[0] if quoted > unit or (unit < 0 and not found[0][1].islower()) else " " * len(found[0])

    return re.sub(LETTER, blank, text)


def _names(text: str, language: str) -> Iterator[Token]:
    words = words_of(language)
    yield from (one for one in words.tokens(text) if one.role in NAMES) if words else ()


def _behind_title(act: Token, spans: list[Span]) -> int:
    """Return where the name of an act ends: behind its title, which may quote the title of another."""
    return max((end for start, end in spans if act.start <= start < act.end), default=act.end)


def _lies_in(at: int, spans: list[Span]) -> bool:
    return any(start < at < end for start, end in spans)


def _inside(quotation: str) -> str:
    end = len(quotation) - 1 if quotation[-1:] in (*CLOSING, *EITHER) and len(quotation) > 1 else len(quotation)
    return quotation[1:end].strip(" \n")


def _shown(text: str, quoted: list[str]) -> str:
    return re.sub(r"⟦(\d+)⟧", lambda found: f"«{quoted[int(found[1])]}»", text)


def _with_signs(text: str, quoted: list[str], acts: tuple[str, ...], formulae: Formulae) -> Masked:
    """Let names of signs, such as «точка с запятой», stand for the quoted sign, and the word for an act for it."""
    text = formulae.run_together.sub(r"\g<0> ", text)
    for kind, pattern in formulae.of("sign"):
        while found := pattern.search(text):
            text = f"{text[: found.start()]}⟦{len(quoted)}⟧{text[found.end() :]}"
            quoted.append(kind)
    named = list(acts)
    for _, pattern in formulae.of("act"):
        named += [_shown(found[0], quoted) for found in pattern.finditer(text) if TELLING.search(found[0])]
        text = pattern.sub(ACT, text)
    return Masked(re.sub(rf"{ACT}(?:\s*,?\s*{ACT})+", ACT, text), tuple(quoted), tuple(named))
