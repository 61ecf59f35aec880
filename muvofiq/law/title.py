"""An act is called by the lines of its head that name it: its kind («ЗАКОН ...») and what it is about."""

from collections.abc import Sequence

from muvofiq.law.front import says_adoption, says_preamble
from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.identity import dates_in

LONGEST = 600  # signs of one line of a title; what is longer is a preamble
PLACE = 40  # «от 21.12.2015 № 571-п», «г. Душанбе»: what stands between the kind of an act and its name is short


def title_in(head: Sequence[Piece], grammar: Grammar) -> str:
    """Return the title of an act: its kind, the line that says what it is about, and all further capitals.

    Date, number and place between the two are no part of it. Empty where no line tells the kind.
    """
    lines: list[str] = []
    was_dated = False
    for piece in head:
        text = piece.text
        if not lines and not grammar.mark("title").match(text):
            continue
        if piece.kind or grammar.mark("contents").match(text.capitalize()):
            break
        if lines and _is_date_or_place(text, grammar, was_dated=was_dated):
            was_dated = True
        elif not lines or _goes_on(lines, text, grammar, was_dated=was_dated):
            lines.append(text)
        else:
            break
    return " ".join(lines)


def _is_date_or_place(text: str, grammar: Grammar, *, was_dated: bool) -> bool:
    is_name = text.isupper() or grammar.mark("about").search(text)
    return len(text) <= PLACE and not is_name and (was_dated or bool(dates_in(text)))


def _goes_on(lines: Sequence[str], text: str, grammar: Grammar, *, was_dated: bool) -> bool:
    """Tell whether a line is more of the title: capitals, or the one line that says what the act is about."""
    if len(text) >= LONGEST or text.startswith("(") or says_adoption(text, grammar.language):
        return False
    is_about = len(lines) == 1 and not text.endswith(".") and not says_preamble(text, grammar.language)
    return text.isupper() or (is_about and (not was_dated or bool(grammar.mark("about").search(text))))
