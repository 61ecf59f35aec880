"""A file in Rich Text Format becomes lines: its words, tables, notes and automatic numbers as they are printed."""

from collections import Counter
from copy import copy
from dataclasses import dataclass

from muvofiq.text.choices import NONE, Changes, Choices
from muvofiq.text.docx_changes import Pending
from muvofiq.text.errors import PendingChanges, WrongFormat
from muvofiq.text.passage import Passage, lines_of
from muvofiq.text.rtf_signs import Header, Token, decoded, header_of, letter, tokens
from muvofiq.text.rtf_story import Story
from muvofiq.text.source import LeftOut, Reason, Source, clean, fingerprint
from muvofiq.text.superscripts import raise_figures

SIGNS = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\", "\t": "\t",
}  # fmt: skip
ENDS = frozenset({"par", "sect", "\n", "\r"})
# Groups that hold no words of the document, or tell them a second time for older programs.
NO_WORDS = frozenset({
    "aftncn", "aftnsep", "aftnsepc", "colortbl", "datafield", "filetbl", "fldinst", "fonttbl", "ftncn", "ftnsep",
    "ftnsepc", "info", "nonesttables", "nonshppict", "pict", "rxe", "shprslt", "sp", "stylesheet", "tc", "tcn",
    "template", "themedata", "xe",
})  # fmt: skip
# Groups that programs may pass over if they do not know them; these hold words all the same.
WITH_WORDS = frozenset({"shpinst", "do", "nesttableprops", "moMath", "moMathPara"})
HEADS = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
STORIES = {
    **dict.fromkeys(HEADS, "head"), "footnote": "note", "annotation": "comment", "shptxt": "box", "dptxbxtext": "box",
}  # fmt: skip
REASONS = {"head": Reason.RUNNING_HEAD, "comment": Reason.COMMENT}
NUMBERS = frozenset({"listtext", "pntext"})
BULLET = "–"
LIFTED = 6  # half points by which a figure is lifted if the file does not say how far
DEEPEST, DEEPEST_TABLE = 5000, 50


@dataclass(slots=True)
class _Look:
    """What holds for the letters of one group, and is forgotten behind it."""

    encoding: str
    skips: int = 1  # letters for older programs behind each letter that is told by its number
    is_silent: bool = False
    is_starred: bool = False
    is_raised: bool = False
    is_hidden: bool = False
    is_inserted: bool = False
    is_deleted: bool = False
    is_number: bool = False
    level: int = 0
    style: int = 0
    story: int = 0


def read_rtf(data: bytes, name: str, choices: Choices = NONE) -> Source:
    """Read RTF bytes; the line numbers are those of the paragraphs.

    Raises WrongFormat, and PendingChanges where a person must choose how corrections are read.
    """
    reader = _Reader(header_of(data), choices.changes)
    for token in tokens(data):
        if reader.take(token):
            break
        if len(reader.outer) > DEEPEST:
            raise WrongFormat(name, expected="RTF", reason="Its groups lie inside each other without end")
    lines = tuple(lines_of(reader.finish()))
    found = reader.pending()
    if choices.changes is Changes.ASK and (found.insertions or found.deletions):
        counts = {"insertions": found.insertions, "deletions": found.deletions, "renumbered": found.renumbered}
        raise PendingChanges(name, authors=", ".join(found.authors) or "?", **counts)
    gone = tuple(sorted(reader.left_out, key=lambda one: one.line))
    return Source(name, "rtf", fingerprint(data), lines, remarks=tuple(found.remarks(choices.changes)), left_out=gone)


class _Reader:
    """The way through one file, sign after sign."""

    def __init__(self, header: Header, changes: Changes) -> None:
        self.header, self.is_original = header, changes is Changes.ORIGINAL
        self.look = _Look(header.fonts.get(header.default_font, header.encoding))
        self.outer: list[_Look] = []
        self.stories = [Story()]
        self.paragraph = 1
        self.skip = 0
        self.number: list[str] = []
        self.gone: dict[Reason, list[str]] = {}
        self.left_out: list[LeftOut] = []
        self.counts: Counter[Reason] = Counter()
        self.last_change: Reason | None = None

    def take(self, token: Token) -> bool:
        """Take over one sign; True behind the last brace of the file."""
        if token.brace:
            self.skip = 0
            return self._group(token.brace)
        if token.letters:
            skipped = min(self.skip, len(token.letters))
            self.skip -= skipped
            self._add(decoded(token.letters[skipped:], self.look.encoding))
            return False
        word = token.word or token.sign
        if self.skip and word in SIGNS:
            self.skip -= 1
            return False
        self.skip = 0
        self._word(word, token.number)
        return False

    def finish(self) -> list[Passage]:
        """End all that is open, and return what the document holds."""
        self._write_number()
        while len(self.stories) > 1:
            self._close_story()
        self._end_paragraph()
        return self.stories[0].finish()

    def pending(self) -> Pending:
        """Return how many corrections are pending."""
        authors = sorted(name for name in self.header.authors if name.lower() != "unknown")
        return Pending(self.counts[Reason.INSERTED], self.counts[Reason.DELETED], 0, tuple(authors))

    def _group(self, brace: str) -> bool:
        if brace == "{":
            self.outer.append(self.look)
            self.look = copy(self.look)
            self.look.is_starred = False
            return False
        if len(self.outer) <= 1:
            return True
        before, self.look = self.look, self.outer.pop()
        if before.is_number and not self.look.is_number:
            self._write_number()
        if before.story > self.look.story:
            self._close_story()
        return False

    def _word(self, word: str, number: int | None) -> None:
        look = self.look
        if word == "u" and number is not None:
            self._add(letter(number))
            self.skip = look.skips
        elif word == "*":
            look.is_starred = True
        elif look.is_starred or word in NO_WORDS or word in STORIES or word in NUMBERS:
            self._destination(word)
        elif not self._sign(word, number):
            self._property(word, number)

    def _destination(self, word: str) -> None:
        """Begin a group that holds something else than the words around it."""
        look = self.look
        look.is_starred = False
        if word in STORIES and not look.is_silent:
            self.stories.append(Story(STORIES[word]))
            look.story, look.level, look.style, look.is_raised = len(self.stories) - 1, 0, 0, False
        elif word in NUMBERS:
            look.is_number = True
        elif word not in WITH_WORDS:
            look.is_silent = True

    def _sign(self, word: str, number: int | None) -> bool:
        """Take over what stands for a letter or parts words from each other; False for any other word."""
        look, story = self.look, self.stories[-1]
        if word in SIGNS:
            self._add(SIGNS[word])
        elif word in ENDS:
            if look.is_silent:
                return True
            if self._is_unwanted():  # the paragraph is joined with the next one, which has a number of its own
                story.number = ""
            else:
                self._end_paragraph()
        elif word in {"cell", "nestcell", "row", "nestrow"}:
            look.level = 1 if word in {"cell", "row"} else max(look.level, 1)
            self._end_paragraph()
            (story.end_cell if word.endswith("cell") else story.end_row)(look.level)
        elif word == "pard":
            look.level = look.style = 0
        elif word == "intbl":
            look.level = max(look.level, 1)
        elif word == "itap":
            look.level = min(max(number or 0, 0), DEEPEST_TABLE)
        else:
            return False
        return True

    def _property(self, word: str, number: int | None) -> None:
        look, is_on = self.look, number != 0
        if word == "plain":
            look.is_raised = look.is_hidden = look.is_inserted = look.is_deleted = False
            look.encoding = self._encoding(self.header.default_font)
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
            look.encoding = self._encoding(number or 0)
        elif word == "s":
            look.style = number or 0
        elif word == "uc":
            look.skips = min(max(number or 0, 0), 100)

    def _encoding(self, font: int) -> str:
        return self.header.fonts.get(font, self.header.encoding)

    def _is_unwanted(self) -> bool:
        return self.look.is_inserted if self.is_original else self.look.is_deleted

    def _add(self, text: str) -> None:
        look = self.look
        if look.is_silent or not text:
            return
        self._count_changes()
        if self._is_unwanted():
            self.gone.setdefault(Reason.INSERTED if self.is_original else Reason.DELETED, []).append(text)
        elif look.is_hidden:
            self.gone.setdefault(Reason.HIDDEN, []).append(text)
        elif look.is_number:
            self.number.append(text)
        else:
            self.stories[-1].pieces.append(raise_figures(text) if look.is_raised else text)

    def _count_changes(self) -> None:
        look = self.look
        change = Reason.INSERTED if look.is_inserted else Reason.DELETED if look.is_deleted else None
        if change and change is not self.last_change:
            self.counts[change] += 1
        self.last_change = change

    def _write_number(self) -> None:
        """Put an automatic number before its paragraph; a bullet of any form becomes a dash."""
        if number := clean("".join(self.number)):
            shown = number if any(sign.isalnum() for sign in number) else BULLET
            self.stories[-1].number += f"{shown} "
        self.number = []

    def _end_paragraph(self) -> None:
        story = self.stories[-1]
        story.end_paragraph(self.look.level, self.paragraph, self.header.styles.get(self.look.style, ""))
        for reason, texts in self.gone.items():
            if kept := clean("".join(texts)):
                self.left_out.append(LeftOut(self.paragraph, kept, reason))
        self.gone = {}
        self.paragraph += len(self.stories) == 1

    def _close_story(self) -> None:
        self._end_paragraph()
        story = self.stories.pop()
        passages, outer = story.finish(), self.stories[-1]
        if story.kind == "note":
            outer.notes += lines_of(passages, note_to=self.paragraph)
        elif story.kind == "box":
            outer.boxes += passages
        else:
            reason = REASONS[story.kind]
            self.left_out += [LeftOut(line.number, line.text, reason) for line in lines_of(passages)]
