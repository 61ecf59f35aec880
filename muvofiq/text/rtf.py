"""A file in Rich Text Format becomes lines: its words, tables, notes and automatic numbers as they are printed."""

from collections import Counter
from copy import copy
from dataclasses import dataclass, field
from itertools import repeat

from muvofiq.text.choices import NONE, Changes, Choices
from muvofiq.text.docx_changes import Pending
from muvofiq.text.errors import PendingChanges
from muvofiq.text.passage import Passage, lines_of, passages_of_table
from muvofiq.text.rtf_signs import CODE_PAGES, HEADERS, WESTERN, Token, code_page, decoded, tokens
from muvofiq.text.source import LeftOut, Line, Reason, Source, clean, fingerprint
from muvofiq.text.superscripts import raise_figures

SIGNS = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\", "\t": "\t",
}  # fmt: skip
ENDS = frozenset({"par", "sect", "\n", "\r"})
# Groups that hold no words of the document, or tell them a second time for older programs.
NO_WORDS = frozenset(
    """
    colortbl info pict shprslt nonshppict nonesttables xe tc tcn rxe fldinst datafield filetbl stylesheet fonttbl
    ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template title author operator keycode themedata pnseclvl
    """.split()
)
HEADS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
STORIES = {**dict.fromkeys(HEADS, "head"), "footnote": "note", "annotation": "comment", "shptxt": "box"}
NUMBERS = frozenset({"listtext", "pntext"})
BULLET = "– "
LIFTED = 6  # half points by which \\up lifts if it does not say how much


@dataclass(slots=True)
class _Look:
    """What holds for the letters of one group, and is forgotten behind it."""

    encoding: str
    skips: int = 1  # letters for older programs behind each letter of the new kind
    is_silent: bool = False
    is_starred: bool = False
    is_raised: bool = False
    is_hidden: bool = False
    is_inserted: bool = False
    is_deleted: bool = False
    is_number: bool = False
    table: str = ""  # of fonts, styles or authors, while it is read
    level: int = 0  # of tables inside each other
    style: int = 0
    story: int = 0


@dataclass(slots=True)
class _Table:
    rows: list[list[list[Passage]]] = field(default_factory=list)
    cells: list[list[Passage]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class _Story:
    """The document, or a note, running head, comment or text box in it, while it is read."""

    kind: str = "document"
    pieces: list[str] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    boxes: list[Passage] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=lambda: [_Table()])  # the first one holds what stands in no table


def read_rtf(data: bytes, name: str, choices: Choices = NONE) -> Source:
    """Read RTF bytes; the line numbers are those of the paragraphs. Raises PendingChanges as for Word files."""
    reader = _Reader(choices.changes)
    for token in tokens(data):
        if reader.take(token):
            break
    lines = tuple(lines_of(reader.finish(0)))
    found = reader.pending()
    if choices.changes is Changes.ASK and (found.insertions or found.deletions):
        counts = {"insertions": found.insertions, "deletions": found.deletions, "renumbered": 0}
        raise PendingChanges(name, authors=", ".join(found.authors) or "?", **counts)
    gone = tuple(sorted(reader.left_out, key=lambda one: one.line))
    return Source(name, "rtf", fingerprint(data), lines, remarks=tuple(found.remarks(choices.changes)), left_out=gone)


class _Reader:
    """The way through one file, sign after sign."""

    def __init__(self, changes: Changes) -> None:
        self.is_original = changes is Changes.ORIGINAL
        self.default = WESTERN
        self.look = _Look(WESTERN)
        self.outer: list[_Look] = []
        self.stories = [_Story()]
        self.left_out: list[LeftOut] = []
        self.gone: list[tuple[Reason, str]] = []
        self.counts: Counter[Reason] = Counter()
        self.last_change: Reason | None = None
        self.paragraph = 1
        self.skip = 0
        self.fonts: dict[int, str] = {}
        self.font = 0
        self.styles: dict[int, str] = {}
        self.names: dict[str, list[str]] = {"styles": [], "authors": []}

    def take(self, token: Token) -> bool:
        """Take over one sign; True behind the last brace of the file."""
        if token.brace == "{":
            self.outer.append(self.look)
            self.look = copy(self.look)
            self.look.is_starred = False
            self.skip = 0
        elif token.brace:
            self.skip = 0
            return self._close_group()
        elif token.letters:
            self._letters(token.letters)
        elif self.skip:
            self.skip -= 1
        elif token.sign == "*":
            self.look.is_starred = True
        else:
            self._word(token.word or token.sign, token.number)
        return False

    def pending(self) -> Pending:
        """Return how many corrections are pending."""
        authors = sorted({name for name in self.names["authors"] if name.lower() != "unknown"})
        return Pending(self.counts[Reason.INSERTED], self.counts[Reason.DELETED], 0, tuple(authors))

    def finish(self, first: int) -> list[Passage]:
        """End all that is open from one story on, and return what that story holds."""
        while len(self.stories) > first + 1:
            self._close_story()
        story = self.stories[first]
        if story.pieces or story.notes or story.boxes or self.gone:
            self._end_paragraph(0)
        self._close_tables(0)
        return story.tables[0].passages

    def _close_group(self) -> bool:
        if not self.outer:
            return True
        before, self.look = self.look, self.outer.pop()
        if before.is_number and not self.look.is_number:
            self._write_number()
        if before.story > self.look.story:
            self._close_story()
        return not self.outer

    def _letters(self, letters: str) -> None:
        skipped = min(self.skip, len(letters))
        self.skip -= skipped
        self._add(decoded(letters[skipped:], self.look.encoding))

    def _word(self, word: str, number: int | None) -> None:
        look = self.look
        if word == "u" and number is not None:
            self._add(_letter(number))
            self.skip = look.skips
        elif look.table:
            self._describe(word, number)
        elif word in STORIES or (word in NUMBERS and not look.is_silent):
            self._open_story(word)
        elif word == "revtbl":
            look.table, look.is_silent = "authors", True
        elif word in {"fonttbl", "stylesheet"}:
            look.table, look.is_silent = ("fonts" if word == "fonttbl" else "styles"), True
        elif word == "nestrow":
            self._end_row(look.level)
        elif word in NO_WORDS or (look.is_starred and word not in {"shpinst"}):
            look.is_silent = look.is_silent or word not in {"nesttableprops"}
            look.is_starred = False
        elif not self._layout(word, number):
            self._property(word, number)

    def _layout(self, word: str, number: int | None) -> bool:
        """Take over what parts words from each other; False for any other word."""
        if word in SIGNS:
            self._add(SIGNS[word])
        elif self.look.is_silent:
            return word in ENDS
        elif word in ENDS:
            self._end_paragraph(self.look.level)
        elif word in {"cell", "nestcell"}:
            self._end_cell(1 if word == "cell" else max(self.look.level, 1))
        elif word == "row":
            self._end_row(1)
        elif word == "pard":
            self.look.level = self.look.style = 0
        elif word == "intbl":
            self.look.level = max(self.look.level, 1)
        elif word == "itap":
            self.look.level = min(max(number or 0, 0), 50)
        else:
            return False
        return True

    def _property(self, word: str, number: int | None) -> None:
        look, is_on = self.look, number != 0
        if word == "plain":
            look.is_raised = look.is_hidden = look.is_inserted = look.is_deleted = False
            look.encoding = self.fonts.get(self.font, self.default)
        elif word in {"super", "up"}:
            look.is_raised = is_on and (word == "super" or (number or LIFTED) >= LIFTED)
        elif word in {"nosupersub", "sub", "dn"}:
            look.is_raised = False
        elif word == "v":
            look.is_hidden = is_on
        elif word in {"revised", "mvt"}:
            look.is_inserted = is_on
        elif word in {"deleted", "mvf"}:
            look.is_deleted = is_on
        elif word == "f":
            look.encoding = self.fonts.get(number or 0, self.default)
        elif word == "s":
            look.style = number or 0
        else:
            self._header(word, number)

    def _header(self, word: str, number: int | None) -> None:
        if word == "uc":
            self.look.skips = min(max(number or 0, 0), 100)
        elif word == "deff":
            self.font = number or 0
        elif word == "ansicpg" or word in HEADERS:
            self.default = self.look.encoding = HEADERS.get(word) or code_page(number)

    def _describe(self, word: str, number: int | None) -> None:
        """Take over one word of the table of fonts or styles."""
        look = self.look
        if look.table == "fonts" and word == "f":
            look.style = number or 0
        elif look.table == "fonts" and word == "fcharset" and number in CODE_PAGES:
            self.fonts[look.style] = CODE_PAGES[number]
        elif look.table == "fonts" and word == "cpg":
            self.fonts[look.style] = code_page(number)
        elif look.table == "styles" and word in {"s", "cs", "ds", "ts"}:
            look.style = number or 0 if word == "s" else -1

    def _name(self, text: str) -> None:
        """Take over letters of the table of styles or authors; each name ends with a semicolon."""
        names = self.names.get(self.look.table)
        if names is None:
            return
        *ended, begun = text.split(";")
        for one in ended:
            name = "".join(names.pop() for _ in range(0)) + one.strip()
            if self.look.table == "styles":
                self.styles[self.look.style] = "-".join(name.lower().split())
            elif name:
                names.append(name)

    def _add(self, text: str) -> None:
        look = self.look
        if look.table:
            self._name(text)
        if look.is_silent or not text:
            return
        change = Reason.INSERTED if look.is_inserted else Reason.DELETED if look.is_deleted else None
        if change and change is not self.last_change:
            self.counts[change] += 1
        self.last_change = change
        if self._is_unwanted():
            self.gone.append((Reason.INSERTED if self.is_original else Reason.DELETED, text))
        elif look.is_hidden:
            self.gone.append((Reason.HIDDEN, text))
        else:
            self.stories[-1].pieces.append(raise_figures(text) if look.is_raised else text)
