"""What a person said besides the verdict, as cells of the table of concordance: elements, gap, harm, cure, grounds."""

from collections.abc import Callable
from enum import StrEnum

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import word
from muvofiq.publication.concordance import Concordance, NormQuoted, Row, Settled
from muvofiq.publication.phrases import Phrases
from muvofiq.standards.requirement import ORIGINAL, Words, in_language

MARKS = {True: "✓", False: "✕", None: "·"}  # of an element: covered, not covered, not looked at
Cell = Callable[[Row, Concordance, Phrases], str]

# The name of each column and its width in characters; one in which nobody has said anything is left out.
PARTICULAR_COLUMNS: tuple[tuple[str, int], ...] = (
    ("gaps", 22),
    ("severity", 26),
    ("priority", 12),
    ("cure_level", 14),
    ("instead", 28),
    ("authority", 18),
    ("time_limit", 14),
    ("grounds", 20),
    ("settlement", 34),
)


def elements(row: Row, _: Concordance, say: Phrases) -> str:
    """List the elements of the requirement; where somebody judged, each with its number and whether it is covered."""
    texts = [element.get(say.language) or element[ORIGINAL] for element in row.requirement.elements]
    judged = row.judgement.particulars if row.judgement else Particulars()
    has_marks = bool(judged.covered or judged.uncovered)
    lines = [f"{_mark(at, judged) if has_marks else '–'} {text}" for at, text in enumerate(texts, 1)]
    if not all(say.language in element for element in row.requirement.elements):
        lines.append(f"[{ORIGINAL}]")
    return "\n".join(lines)


def met(row: Row, _: Concordance, say: Phrases) -> str:
    """Say how many elements are covered, of all that the requirement has; nothing where nobody looked at any."""
    judged = row.judgement.particulars if row.judgement else Particulars()
    if not (judged.covered or judged.uncovered):
        return ""
    return say("met_of", covered=len(judged.covered), all=len(row.requirement.elements))


def practice_source(row: Row, _: Concordance, say: Phrases) -> str:
    """Say whence the practice is known."""
    return _told(row.judgement.particulars.practice_source, say) if row.judgement else ""


def norm_quotations(row: Row, _: Concordance, say: Phrases) -> str:
    """Quote the cited norms from their texts on file; of one for official use only the place is named."""
    return "\n".join(_norm(one, say) for one in row.norm_quotations)


def _norm(one: NormQuoted, say: Phrases) -> str:
    place = f"{one.act}, {one.citation} [{one.language}]"
    return f"{place}: «{one.words}»" if one.words else f"{place}: {say('withheld')}"


def _mark(at: int, judged: Particulars) -> str:
    is_covered = True if at in judged.covered else False if at in judged.uncovered else None
    return f"{at} {MARKS[is_covered]}"


def _told(words: Words, say: Phrases) -> str:
    return in_language(words, say.language) if words else ""


def _word(value: StrEnum | None, say: Phrases) -> str:
    return word(value, say.language) if value else ""


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _gaps(said: Particulars, say: Phrases) -> str:
    return _lines(*(_word(gap, say) for gap in said.gaps))


def _severity(said: Particulars, say: Phrases) -> str:
    return _lines(_word(said.severity, say), _told(said.harm, say))


def _instead(said: Particulars, say: Phrases) -> str:
    named = {"norm": said.norm, "act": _told(said.another_act, say), "treaty": _told(said.treaty, say)}
    return _lines(*(say(f"named_{name}", name=text) for name, text in named.items() if text))


def _grounds(said: Particulars, say: Phrases) -> str:
    return _lines(_word(said.confidence, say), _word(said.translation, say))


OF_PARTICULARS: dict[str, Callable[[Particulars, Phrases], str]] = {
    "gaps": _gaps,
    "severity": _severity,
    "priority": lambda said, say: _word(said.priority, say),
    "cure_level": lambda said, say: _word(said.cure, say),
    "authority": lambda said, say: _told(said.authority, say),
    "time_limit": lambda said, say: _told(said.time_limit, say),
    "grounds": _grounds,
}


def particular(name: str) -> Cell:
    """Return what writes the cell of this column."""

    def cell(row: Row, _: Concordance, say: Phrases) -> str:
        return OF_PARTICULARS[name](row.judgement.particulars, say) if row.judgement else ""

    return cell


def instead(row: Row, _: Concordance, say: Phrases) -> str:
    """Name the norm, the act or the treaty on which the verdict rests, or in which acts a provision was sought."""
    return _lines(row.judgement.sought, _instead(row.judgement.particulars, say)) if row.judgement else ""


def finding_state(row: Row, _: Concordance, say: Phrases) -> str:
    """Say how far the verdict is on its way to an agreement with the country, and why not to rely on it yet."""
    one = row.judgement
    return _lines(_word(one.state, say), *(say(f"doubt {doubt}") for doubt in one.doubts)) if one else ""


def settlement(row: Row, _: Concordance, say: Phrases) -> str:
    """Say how each disagreement of two experts ended, and who still holds otherwise."""
    return _lines(*(_settled(one, say) for one in row.judgement.settled)) if row.judgement else ""


def _settled(one: Settled, say: Phrases) -> str:
    settled = say("settled", by=one.by, day=one.on.isoformat(), why=one.why)
    dissent = say("dissent", by=one.dissenter, words=one.dissent) if one.dissent else ""
    return _lines(settled, dissent, say("settled_superseded") if one.is_superseded else "")


PARTICULAR_CELLS: dict[str, Cell] = {
    "elements": elements,
    "met": met,
    "norm_quotation": norm_quotations,
    "practice": practice_source,
    "finding_state": finding_state,
    "instead": instead,
    "settlement": settlement,
    **{name: particular(name) for name in OF_PARTICULARS},
}
