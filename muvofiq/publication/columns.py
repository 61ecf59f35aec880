"""The columns of the table of concordance, and what stands in each cell."""

from collections.abc import Callable

from muvofiq.assessment.verdict import Verdict, appearances
from muvofiq.publication.concordance import Answer, Concordance, Row
from muvofiq.publication.excerpt import excerpt
from muvofiq.publication.phrases import Phrases
from muvofiq.standards.requirement import ORIGINAL, in_language

TEXT_LIMIT = 1500  # characters of a provision in one cell; Excel shows no row higher than 409 points

# The name of each column and its width in characters.
COLUMNS: tuple[tuple[str, int], ...] = (
    ("code", 6),
    ("requirement", 26),
    ("statement", 38),
    ("elements", 34),
    ("norms", 26),
    ("force", 16),
    ("act", 22),
    ("unit", 11),
    ("text", 62),
    ("place", 7),
    ("why", 30),
    ("state", 18),
    ("degree", 18),
    ("difference", 30),
    ("proposal", 30),
    ("cure", 22),
    ("practice", 22),
    ("comparison", 28),
    ("review", 16),
)
# Said once for each requirement; the other columns are filled in every row, so that filters find them.
OPENING_ONLY = frozenset({"statement", "elements", "norms", "force", "comparison", "review"})


def columns(table: Concordance) -> tuple[tuple[str, int], ...]:
    """Return the columns of this table; the force of norms is only shown for a named state and day."""
    return tuple(column for column in COLUMNS if column[0] != "force" or table.for_state)


def cell(name: str, row: Row, table: Concordance, say: Phrases) -> str:
    """Return the text of one cell; empty where an expert is to write, or where it was said in the row above."""
    return "" if name in OPENING_ONLY and not row.opens else CELLS[name](row, table, say)


def _text(row: Row, _: Concordance, say: Phrases) -> str:
    if row.answer is None:
        return ""
    answer = row.answer
    shown = excerpt(answer.text, answer.reason.words, TEXT_LIMIT)
    note = "" if shown.text == answer.text else say("excerpt", shown=shown.shown, whole=shown.whole)
    return "\n".join(filter(None, (answer.heading, shown.text, note)))


def _why(answer: Answer, say: Phrases) -> str:
    reason = answer.reason
    words = f"{say('words')}: {', '.join(reason.words)}" if reason.words else ""
    concepts = f"{say('concepts')}: {', '.join(reason.concepts)}" if reason.concepts else ""
    meaning = say("meaning_place", place=reason.meaning_rank) if reason.meaning_rank else ""
    return "\n".join(filter(None, (words, concepts, meaning)))


def _norms(row: Row, *_: object) -> str:
    return "\n".join(f"{citation}{' ?' if citation.unconfirmed else ''}" for citation in row.requirement.citations)


def _elements(row: Row, _: Concordance, say: Phrases) -> str:
    elements = row.requirement.elements
    lines = [f"– {element.get(say.language) or element[ORIGINAL]}" for element in elements]
    if not all(say.language in element for element in elements):
        lines.append(f"[{ORIGINAL}]")
    return "\n".join(lines)


def _review(row: Row, _: Concordance, say: Phrases) -> str:
    signed = row.requirement.signed
    return say("signed", name=signed.name, date=signed.date.isoformat()) if signed else say("unsigned")


def _empty(*_: object) -> str:
    return ""


Cell = Callable[[Row, Concordance, Phrases], str]
CELLS: dict[str, Cell] = {
    "code": lambda row, *_: row.requirement.code,
    "requirement": lambda row, _, say: in_language(row.requirement.title, say.language),
    "statement": lambda row, _, say: in_language(row.requirement.statement, say.language),
    "elements": _elements,
    "norms": _norms,
    "force": lambda row, _, say: "\n".join(say(f"force {one}") for one in row.force),
    "act": lambda row, *_: row.answer.act if row.answer else "",
    "unit": lambda row, *_: row.answer.citation if row.answer else "",
    "text": _text,
    "place": lambda row, *_: str(row.answer.place) if row.answer else "",
    "why": lambda row, _, say: _why(row.answer, say) if row.answer else "",
    "state": lambda row, table, say: say("proposed") if row.answer else say("nothing", count=len(table.acts)),
    "degree": lambda _, __, say: appearances()[Verdict.NOT_ASSESSED].label(say.language),
    "difference": _empty,
    "proposal": _empty,
    "cure": _empty,
    "practice": _empty,
    "comparison": lambda row, *_: "\n".join(map(str, row.requirement.practice)),
    "review": _review,
}
