"""A filled questionnaire comes back: each answer is found by its mark, and whatever else stands in the file is told."""

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from muvofiq.consultation.answer import Answer, Point
from muvofiq.publication.dates import written_day
from muvofiq.publication.errors import NoMark, NotAQuestionnaire, NotASheet, OtherQuestionnaire
from muvofiq.publication.phrases import phrases
from muvofiq.publication.questionnaire_docx import read_questionnaire_docx
from muvofiq.publication.questionnaire_form import DAY, FIELD, MARK, UNIT, Form, Sent
from muvofiq.publication.questionnaire_xlsx import texts_beside
from muvofiq.publication.translation_sheet import DASHES, tidied
from muvofiq.publication.translation_xlsx import read_translation_xlsx
from muvofiq.text.docx_package import DAMAGES
from muvofiq.text.errors import ReadingError

CELL = re.compile(rf"(?P<key>Q\d{{2,}})\s*\.\s*(?P<point>{'|'.join(Point)})\b", re.IGNORECASE)
KEY = re.compile(r"Q\d{2,}", re.IGNORECASE)
PROPERTIES = "docProps/core.xml"
LIMIT = 1_000_000  # bytes of the properties of a file
NAMES = frozenset({"requirement", "question", "key", *Point})
HEADS = 3  # cells by which a row is known for the heads of a table


@dataclass(frozen=True, slots=True)
class Filled:
    """What was read of a file: the answers by the keys of their questions, and every text that belongs to none."""

    answers: Mapping[str, Answer]
    strays: tuple[str, ...] = ()

    def entry(self) -> dict[str, Any]:
        """Give it as JSON has it."""
        return {"answers": {key: str(one) for key, one in self.answers.items()}, "strays": list(self.strays)}

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> "Filled":
        """Take it from what ``entry`` gave."""
        return cls({key: Answer.parse(one) for key, one in entry["answers"].items()}, tuple(entry["strays"]))


def read_filled(data: bytes, name: str, sent: Sent) -> Filled:
    """Read a file by its content, whatever its name. Raises NotAQuestionnaire, NoMark, OtherQuestionnaire."""
    try:
        parts = zipfile.ZipFile(BytesIO(data)).namelist()
        is_book = any(part.startswith("xl/") for part in parts)
        desk = _Desk(sent)
        if is_book:
            desk.take_book(read_translation_xlsx(data, name), texts_beside(data))
        else:
            desk.take_document(*read_questionnaire_docx(data, name))
        desk.check_mark(name, _property(data))
    except (*DAMAGES, ReadingError, NotASheet) as error:
        raise NotAQuestionnaire(name) from error
    return desk.filled()


@dataclass(slots=True)
class _Desk:
    """Where the texts of a file are sorted: marks, answers, what we printed ourselves, and the rest."""

    sent: Sent
    cells: dict[str, dict[Point, str]] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    printed: frozenset[str] = frozenset()
    labels: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        forms = [Form.of(self.sent, languages) for languages in self.sent.languages]
        heads = [(_letters(label), name) for one in forms for name, label in one.heads.items() if name in NAMES]
        self.labels = {label: name for label, name in heads if label}
        lines = {_letters(line) for one in forms for text in one.texts for line in text.split("\n")}
        self.printed = frozenset(lines | {""} | {_digitless(self._foot(one.language)) for one in forms})

    def take_document(self, rows: Sequence[Sequence[str]], beside: Iterable[str], heads: Iterable[str]) -> None:
        for row in rows:
            self._take_row([tidied(cell) for cell in row])
        for text in beside:
            self._left(_without_key(tidied(text)))
        for text in heads:
            self._left(tidied(text), is_running=True)

    def take_book(self, rows: Sequence[Sequence[str]], beside: Iterable[str]) -> None:
        columns: dict[int, str] = {}
        for row in rows:
            cells = [tidied(cell) for cell in row]
            if found := self._heads(cells):
                columns = found
            elif columns and (key := _key(cells, columns)):
                self._take_line(key, cells, columns)
            else:
                self._take_row(cells)
        for text in beside:
            self._left(tidied(text))

    def check_mark(self, name: str, mark: str) -> None:
        found = list(dict.fromkeys(self.marks)) or [mark]
        if found == [""]:
            raise NoMark(name)
        if found != [self.sent.mark.lower()]:
            agency = next(iter(self.sent.questionnaire.agency.values()), "")
            others = ", ".join(one.removeprefix("muvofiq:") for one in found if one != self.sent.mark.lower())
            raise OtherQuestionnaire(name, found=others, number=self.sent.number, agency=agency)

    def filled(self) -> Filled:
        by = ", ".join(filter(None, (self.said.get(UNIT, ""), self.said.get(DAY, ""))))
        return Filled({key: Answer.of(cells, by) for key, cells in self.cells.items()}, tuple(self.strays))

    def _take_row(self, cells: Sequence[str]) -> None:
        """Take a row of a table: a mark, a label, an answer, in whatever way people have joined or added cells."""
        at, found = next(((at, found) for at, cell in enumerate(cells) if (found := _marked(cell))), (0, None))
        if found is None:
            self._take_fields(cells)
            return
        key, point, rest = found
        self._left("\n".join(cells[:at]))
        others = cells[at + 1 :]
        if len(others) > 1:
            self._left(f"{rest}\n{others[0]}", before=f"{key}.{point}: ")
            answer, extras = others[1], others[2:]
        else:
            answer, extras = self._unprinted("\n".join((rest, *others))), []
        self._answer(key, point, answer)
        for text in extras:
            self._left(text, before=f"{key}.{point}: ")

    def _take_fields(self, cells: Sequence[str]) -> None:
        """Take a row without the mark of an answer: the number of the questionnaire, who answers, or something else."""
        joined = "\n".join(cells)
        self.marks += [match[0].lower() for match in MARK.finditer(_plain(joined))]
        field_of = FIELD.search(MARK.sub(" ", _plain(joined)))
        name = field_of["name"].lower() if field_of else ""
        left = self._unprinted("\n".join(_without_marks(cell) for cell in cells))
        if name in {UNIT, DAY} and left:
            self.said.setdefault(name, " ".join(left.split()))
        else:
            self._left(left)

    def _take_line(self, key: str, cells: Sequence[str], columns: Mapping[int, str]) -> None:
        """Take a row of a workbook, whose columns have names."""
        for at, text in enumerate(cells):
            name = columns.get(at, "")
            if name in set(Point):
                self._answer(key, Point(name), text)
            elif text.upper() != key:
                self._left(text, before=f"{key}: ")

    def _foot(self, language: str) -> str:
        """Return the line at the foot of every page, without its numbers."""
        page = phrases("paper", language)("page", page="", pages="")
        return f"{page} {written_day(self.sent.made_on, language)}"

    def _answer(self, key: str, point: Point, text: str) -> None:
        """Keep an answer; a second one for the same cell is told, unless it says the same."""
        cells = self.cells.setdefault(key, {})
        if not cells.get(point):
            cells[point] = text
        elif text and text != cells[point]:
            self.strays.append(f"{key}.{point}: {text}")

    def _heads(self, cells: Sequence[str]) -> dict[int, str]:
        """Return the names of the columns if a row holds them: as marks, or as labels where the marks are gone."""
        marks = {at: match["name"].lower() for at, cell in enumerate(cells) if (match := FIELD.fullmatch(_plain(cell)))}
        found = {at: name for at, name in marks.items() if name in NAMES}
        if len(found) < HEADS:
            found = {at: self.labels[_letters(cell)] for at, cell in enumerate(cells) if _letters(cell) in self.labels}
        return found if len(found) >= HEADS else {}

    def _unprinted(self, text: str) -> str:
        """Return the lines of a text that are none of ours."""
        return "\n".join(line for line in text.split("\n") if _letters(line) not in self.printed).strip()

    def _left(self, text: str, *, before: str = "", is_running: bool = False) -> None:
        """Tell what belongs to no answer; page numbers and dates at the foot of a page are no news."""
        left = self._unprinted(text)
        if left and not (is_running and _digitless(left) in self.printed):
            self.strays.append(f"{before}{left}")


def _marked(cell: str) -> tuple[str, Point, str] | None:
    """Return key, cell and what stands behind them, where a text begins with the mark of an answer."""
    match = CELL.match(_plain(cell))
    return (match["key"].upper(), Point(match["point"].lower()), cell[match.end() :].strip()) if match else None


def _key(cells: Sequence[str], columns: Mapping[int, str]) -> str:
    own = [cells[at] for at, name in columns.items() if name == "key" and at < len(cells)]
    return next((one.upper() for one in (*own, *cells) if KEY.fullmatch(one)), "")


def _without_key(text: str) -> str:
    """Return the heading of a question without its key."""
    match = KEY.match(text)
    return text[match.end() :].strip() if match else text


def _without_marks(text: str) -> str:
    plain = _plain(text)
    return FIELD.sub("", MARK.sub("", plain)) if MARK.search(plain) or FIELD.search(plain) else text


def _plain(text: str) -> str:
    """Return a text with the hyphens and without the invisible signs that word processors put into marks."""
    return DASHES.sub("-", text.replace("\u200b", "").replace("\u00ad", ""))


def _property(data: bytes) -> str:
    """Return the mark among the properties of a file, where somebody has deleted the visible one."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if PROPERTIES not in archive.namelist() or archive.getinfo(PROPERTIES).file_size > LIMIT:
            return ""
        found = MARK.search(archive.read(PROPERTIES).decode("utf-8", "replace"))
    return found[0].lower() if found else ""


def _digitless(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
