"""A sheet for translation: which words of which units leave, and what comes back for each of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from muvofiq.publication.docx_style import printable
from muvofiq.publication.errors import NoUnitsInSheet
from muvofiq.publication.phrases import languages, phrases

FIGURES = 16  # of the hash of the original that stand in a mark: enough to notice every change
MARK = re.compile(rf"(?P<unit>\S+~\S+)\s+(?P<fingerprint>[0-9a-f]{{{FIGURES}}})")
FIELD = re.compile(r"muvofiq:(?P<name>[a-z]+)")
FIELDS = ("language", "translator", "machine", "date")
DASHES = re.compile("[\u2010-\u2015\u2212]")  # what word processors make of a hyphen
DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")

Cells = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One unit. ``unit`` is its address with the name of the edition, ``fingerprint`` begins the hash of its words.

    ``original`` and ``translation`` hold heading and own text, one paragraph a line. ``is_altered`` says whether the
    original differs from ours, where this was seen before the original was left out; else None.
    """

    unit: str
    fingerprint: str
    citation: str
    original: str
    translation: str = ""
    is_altered: bool | None = None

    @property
    def mark(self) -> str:
        """What stands in the first column, and by which the row finds its way back."""
        return f"{self.unit} {self.fingerprint}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows, into which language, and who translated when; None or nothing where the sheet does not say.

    ``strays`` are words that stand in rows without a mark, as in a row that a translator has added. ``left`` counts
    the rows without a translation that were left out.
    """

    language: str
    rows: tuple[SheetRow, ...]
    translator: str = ""
    is_machine: bool | None = None
    translated_on: date | None = None
    strays: tuple[str, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What stands above the rows for people: the act, its edition with language and day, and when it was made."""

    act: str
    edition: str
    original_language: str
    as_of: date | None
    made_on: date


def fields_of(sheet: Sheet, language: str) -> list[Cells]:
    """Return the rows in which the translator says who translated, with their labels and hints in a language."""
    say = phrases("translation", language)
    said = {
        "language": sheet.language,
        "translator": sheet.translator,
        "machine": "" if sheet.is_machine is None else say("yes" if sheet.is_machine else "no"),
        "date": sheet.translated_on.isoformat() if sheet.translated_on else "",
    }
    yes_no = {"yes": say("yes"), "no": say("no")}
    return [(f"muvofiq:{name}", say(name), say(f"{name}_hint", **yes_no), said[name]) for name in FIELDS]


def heads_of(language: str) -> Cells:
    """Return the heads of the columns; the first is marked, so that they are never taken for a row."""
    say = phrases("translation", language)
    return ("muvofiq:unit", say("unit"), say("original"), say("translation"))


def cells_of(sheet: Sheet) -> list[Cells]:
    """Return the rows of the units."""
    return [(row.mark, row.citation, row.original, row.translation) for row in sheet.rows]


def sheet_of(rows: Sequence[Sequence[str]], where: str) -> Sheet:
    """Read the rows of a file, in whatever order and between whatever else; raises NoUnitsInSheet."""
    units: list[SheetRow] = []
    said: dict[str, str] = {}
    strays: list[str] = []
    for row in rows:
        cells = [tidied(cell) for cell in row]
        at, match = next(_marks(cells), (0, None))
        _, citation, original, translation = (*cells[at:], "", "", "", "")[:4]
        if match is None:
            strays += [translation] if translation else []
        elif match.re is FIELD:
            said[match["name"]] = translation
        else:
            units.append(SheetRow(match["unit"], match["fingerprint"], citation, original, translation))
    if not units:
        raise NoUnitsInSheet(where)
    return Sheet(
        language=said.get("language", "").lower(),
        rows=tuple(units),
        translator=" ".join(said.get("translator", "").split()),
        is_machine=_yes_or_no(said.get("machine", "")),
        translated_on=_day(said.get("date", "")),
        strays=tuple(strays),
    )


def sheet_to_letter(sheet: Sheet) -> dict[str, Any]:
    """Return what was read as JSON has it; ``sheet_from_letter`` reads it again."""
    letter = asdict(sheet)
    rows = [list(row.values()) for row in letter["rows"]]
    return {**letter, "rows": rows, "translated_on": sheet.translated_on and sheet.translated_on.isoformat()}


def sheet_from_letter(letter: Mapping[str, Any]) -> Sheet:
    """Return the sheet of a letter."""
    day = letter["translated_on"]
    parts = {
        "rows": tuple(SheetRow(*row) for row in letter["rows"]),
        "strays": tuple(letter["strays"]),
        "translated_on": day and date.fromisoformat(day),
    }
    return Sheet(**{**letter, **parts})


def tidied(text: str) -> str:
    r"""Return a text as a cell holds it: only signs that a file may hold, no blanks around it or at ends of lines.

    >>> tidied(" one \r\n two\x00")
    'one\n two'
    """
    return "\n".join(line.rstrip() for line in printable(text).split("\n")).strip()


def joined(heading: str, text: str) -> str:
    """Return heading and text as one cell."""
    return tidied("\n".join(filter(None, (" ".join(heading.split()), text))))


def parted(translation: str, *, has_heading: bool, has_text: bool) -> tuple[str, str]:
    r"""Return heading and text of a translated unit whose original has a heading, a text, or both.

    >>> parted("Border\nIt is guarded.", has_heading=True, has_text=True)
    ('Border', 'It is guarded.')
    """
    if not has_heading:
        return "", translation
    if not has_text:
        return " ".join(translation.split()), ""
    heading, _, text = translation.partition("\n")
    return (heading.strip(), text.strip()) if text.strip() else ("", translation)


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two texts have the same letters and figures: programs change quotation marks, dashes and blanks."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _marks(cells: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for at, cell in enumerate(cells):
        mark = DASHES.sub("-", "".join(cell.split("\u200b")))
        if match := FIELD.fullmatch(mark) or MARK.fullmatch(mark):
            yield at, match


def _yes_or_no(text: str) -> bool | None:
    for key in ("yes", "no"):
        if text.casefold() in {phrases("translation", one)(key).casefold() for one in languages("translation")}:
            return key == "yes"
    return None


def _day(text: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(text[:10].strip(), form).date()  # noqa: DTZ007 a day has no hour
        except ValueError:
            continue
    return None
