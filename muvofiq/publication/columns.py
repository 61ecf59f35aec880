"""The columns of the table of concordance, and what stands in each cell."""

from collections.abc import Callable

from muvofiq.assessment.verdict import Axis, Verdict, appearances
from muvofiq.law.reference import Reference
from muvofiq.publication.concordance import Answer, Compared, Concordance, Row
from muvofiq.publication.excerpt import excerpt
from muvofiq.publication.particular_cells import PARTICULAR_CELLS, PARTICULAR_COLUMNS
from muvofiq.publication.phrases import Phrases
from muvofiq.standards.requirement import in_language
from muvofiq.standards.state import state_name

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
    ("comparison", 50),
    ("review", 16),
)
# The columns of a mission's table, which shows what persons decided instead of blanks to be filled in.
JUDGED_COLUMNS: tuple[tuple[str, int], ...] = (
    ("code", 6),
    ("requirement", 26),
    ("statement", 38),
    ("elements", 34),
    ("met", 8),
    ("norms", 26),
    ("norm_quotation", 40),
    ("force", 16),
    ("act", 22),
    ("unit", 11),
    ("text", 62),
    ("translation", 50),
    ("state", 22),
    ("quotation", 40),
    ("place", 7),
    ("why", 30),
    ("law_degree", 18),
    ("practice_degree", 18),
    ("finding_state", 14),
    ("reason", 44),
    *PARTICULAR_COLUMNS,
    ("judged_by", 18),
    ("judged_on", 20),
    ("contributions", 36),
    ("recommendations", 36),
    ("cure", 22),
    ("practice", 22),
    ("comparison", 50),
    ("review", 16),
)
DEGREES = {"degree": Axis.LAW, "law_degree": Axis.LAW, "practice_degree": Axis.PRACTICE}  # chosen here from a list
# Said once for each requirement; the other columns are filled in every row, so that filters find them.
OPENING_ONLY = frozenset({
    "statement", "elements", "norms", "force", "comparison", "review", "norm_quotation", "practice",
    "reason", "judged_by", "judged_on", "contributions", "recommendations", "authority", "time_limit", "instead",
    "grounds", "settlement",
})  # fmt: skip
NOT_BLANK = frozenset({"translation", "met", "norm_quotation", *(name for name, _ in PARTICULAR_COLUMNS)})


def columns(table: Concordance, say: Phrases) -> tuple[tuple[str, int], ...]:
    """Return the columns of this table: force for a named state and day alone, others where something is said."""
    all_columns = JUDGED_COLUMNS if table.judged else COLUMNS
    return tuple(column for column in all_columns if _is_shown(column[0], table, say))


def _is_shown(name: str, table: Concordance, say: Phrases) -> bool:
    if name == "force":
        return table.for_state is not None
    return name not in NOT_BLANK or any(cell(name, row, table, say) for row in table.rows)


def label_on(axis: Axis, verdict: Verdict, language: str) -> str:
    """Return mark and word of a verdict as it is said on an axis."""
    look = appearances()[verdict]
    return look.label(language) if axis is Axis.LAW else look.practice_label(language)


def titles(table: Concordance, say: Phrases) -> list[str]:
    """Return the titles of the acts, each with its edition."""
    return [_edition(act.title, act.name, table, say) for act in table.acts]


def cell(name: str, row: Row, table: Concordance, say: Phrases) -> str:
    """Return the text of one cell; empty where an expert is to write, or where it was said in the row above."""
    return "" if name in OPENING_ONLY and not row.opens else CELLS[name](row, table, say)


def _edition(title: str, name: str, table: Concordance, say: Phrases) -> str:
    """Name the edition of an act: its date or, where nobody knows that, the day on which it came on file."""
    if name in table.editions:
        return say("edition_of", act=title, date=table.editions[name].isoformat())
    if name in table.imported:
        return say("edition_undated", act=title, date=table.imported[name].isoformat())
    return title


def _act(row: Row, table: Concordance, say: Phrases) -> str:
    if row.answer is None:
        return ""
    name = Reference.parse(row.answer.unit).act
    language = next((f" [{act.language}]" for act in table.acts if table.judged and act.name == name), "")
    return f"{_edition(row.answer.act, name, table, say)}{language}"


def _text(row: Row, _: Concordance, say: Phrases) -> str:
    if row.answer is None:
        return ""
    answer = row.answer
    shown = excerpt(answer.text, answer.reason.words if answer.reason else (), TEXT_LIMIT)
    note = "" if shown.text == answer.text else say("excerpt", shown=shown.shown, whole=shown.whole)
    return "\n".join(filter(None, (answer.heading, shown.text, note)))


def _translation(row: Row, *_: object) -> str:
    return excerpt(row.answer.translation, (), TEXT_LIMIT).text if row.answer else ""


def _why(answer: Answer, say: Phrases) -> str:
    reason = answer.reason
    if reason is None:
        return ""
    words = f"{say('words')}: {', '.join(reason.words)}" if reason.words else ""
    concepts = f"{say('concepts')}: {', '.join(reason.concepts)}" if reason.concepts else ""
    meaning = say("meaning_place", place=reason.meaning_rank) if reason.meaning_rank else ""
    model = say("model_article", heading=reason.model) if reason.model else ""
    return "\n".join(filter(None, (words, concepts, meaning, model)))


def _state(row: Row, table: Concordance, say: Phrases) -> str:
    if row.answer:
        return say(row.answer.state.value)
    if table.judged:
        acts = [" / ".join(_edition(one.title, one.name, table, say) for one in texts) for texts in table.texts_by_act]
        return say("not_found_here", count=len(acts), acts="; ".join(acts))
    return say("nothing", count=len(table.acts))


def _place(row: Row, *_: object) -> str:
    return str(row.answer.place) if row.answer and row.answer.place is not None else ""


def _quotations(row: Row, *_: object) -> str:
    return "\n".join(f"«{quotation}»" for quotation in row.answer.quotations) if row.answer else ""


def _judged_on(row: Row, _: Concordance, say: Phrases) -> str:
    """Return the day and, for a verdict that was given by an older edition, by which one and what is still to do."""
    one = row.judgement
    if one is None:
        return ""
    carried = say("judged_by_edition", judged=one.editions[0], shown=one.editions[1]) if one.editions else ""
    again = say("look_again") if one.look_again else ""
    return "\n".join(filter(None, (one.on.isoformat() if one.on else "", carried, again)))


def _norms(row: Row, *_: object) -> str:
    return "\n".join(f"{citation}{' ?' if citation.unconfirmed else ''}" for citation in row.requirement.citations)


def _review(row: Row, _: Concordance, say: Phrases) -> str:
    signed = row.requirement.signed
    state = say("signed", name=signed.name, date=signed.date.isoformat()) if signed else say("unsigned")
    is_unconfirmed = say.language in row.requirement.unconfirmed_languages
    return f"{state}\n{say('wording_unconfirmed')}" if is_unconfirmed else state


def _comparison(row: Row, table: Concordance, say: Phrases) -> str:
    """Name what states do about the requirement, and then what an older edition of the requirement says of it."""
    lines = [_compared(one, table, say) for one in table.practices.get(row.requirement.id, ())]
    return "\n".join((*lines, *map(str, row.requirement.practice)))


def _compared(one: Compared, table: Concordance, say: Phrases) -> str:
    practice = one.practice
    act = table.register.get(practice.act)
    place = ", ".join(filter(None, (in_language(act.title, say.language) if act else practice.act, practice.unit)))
    marks = (
        say("practice_since", date=practice.since) if practice.since else "",
        say("practice_until", date=practice.until) if practice.until else "",
        say("practice_later") if one.is_later else "",
        "" if practice.confirmed else say("practice_unconfirmed"),
    )
    state = state_name(practice.state, say.language)
    told = ", ".join(filter(None, marks))
    head = f"{state} – {place}" if place else state
    return f"{head}: {in_language(practice.done, say.language)}{f' ({told})' if told else ''}"


def _empty(*_: object) -> str:
    return ""


Cell = Callable[[Row, Concordance, Phrases], str]
CELLS: dict[str, Cell] = {
    "code": lambda row, *_: row.requirement.code,
    "requirement": lambda row, _, say: in_language(row.requirement.title, say.language),
    "statement": lambda row, _, say: in_language(row.requirement.statement, say.language),
    "norms": _norms,
    "force": lambda row, _, say: "\n".join(say(f"force {one}") for one in row.force),
    "act": _act,
    "unit": lambda row, *_: row.answer.citation if row.answer else "",
    "text": _text,
    "translation": _translation,
    "place": _place,
    "why": lambda row, _, say: _why(row.answer, say) if row.answer else "",
    "state": _state,
    "quotation": _quotations,
    "degree": lambda _, __, say: label_on(Axis.LAW, Verdict.NOT_ASSESSED, say.language),
    "law_degree": lambda row, _, say: label_on(Axis.LAW, row.law, say.language),
    "practice_degree": lambda row, _, say: label_on(Axis.PRACTICE, row.practice, say.language),
    "reason": lambda row, *_: row.judgement.reason if row.judgement else "",
    "judged_by": lambda row, *_: row.judgement.by if row.judgement else "",
    "judged_on": _judged_on,
    "contributions": lambda row, *_: "\n".join(row.contributions),
    "recommendations": lambda row, *_: "\n".join(row.recommendations),
    "difference": _empty,
    "proposal": _empty,
    "cure": _empty,
    "comparison": _comparison,
    "review": _review,
    **PARTICULAR_CELLS,
}
