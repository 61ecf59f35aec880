"""Measures how two editions of a large code are compared word by word, beside two other ways to do so."""

import difflib
import importlib
import io
import multiprocessing
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import groupby
from typing import Any

from docx import Document
from lxml import etree

from benchmarks.gold import GOLD
from benchmarks.speed import Timing, once, timed
from muvofiq.amendment.editions import Difference, difference
from muvofiq.amendment.redline import Mark, Stretch, new_text, old_text, redline
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law

CODE = "structure/kz_criminal_code_ru/source.txt"
DIRECTIVE = "amendments/32003l0071__32008l0011__2008-03-20/en/{}.html"
SEED = 11
EDITS = {"replaced": 100, "deleted": 60, "added": 60, "paragraph out": 20, "paragraph in": 20, "paragraph moved": 10}
NEW = ("незамедлительно", "уполномоченный", "письменно", "защитник", "переводчик", "мотивированный")
LINE_IN = "Решение вручается человеку на понятном ему языке под подпись."
PLAIN_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
WORD = re.compile(r"\w+")
RUNS = 3
LIMIT = 300  # seconds; the standard library takes minutes for a code, all words at once
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OTHER_ENGINE = "python_redlines"
ABSENT = "not installed (`pip install 'python-redlines[docxodus]==2.0.0'`)"
INTRODUCTION = """Two pairs of editions: a criminal code with edits at {edits} random places (seed {seed}), all of
them known, and a directive before and after a real amendment. **muvofiq** is the redline of the whole text as one
wording; **by unit** the comparison of two editions as the page shows it, reading not counted. What one could take
instead: **difflib** over words, blanks and signs with its defaults, at once or within the lines that differ, and
**python-redlines** (Docxodus) over two Word files, writing and reading them not counted. A unit that only moved counts
no words by unit. *Places*: the stretches between words that stay; *rebuilt*: both wordings
can be read from the comparison to the letter. What was made on purpose stands in the first row.
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two editions of an act as text and as trees, and what is known of the changes; nothing of a real pair."""

    name: str
    old: str
    new: str
    laws: tuple[Law, Law]
    made: tuple[int, int, int] | None = None
    """Places, words out, words in."""


def word_diff_section() -> Iterator[str]:
    """Yield the table of comparisons; nothing where no pair of editions is at hand."""
    pairs = [*real_pairs()]
    if not pairs:
        return
    yield "## Word diff of two editions\n"
    yield INTRODUCTION.format(edits=sum(EDITS.values()), seed=SEED)
    yield "| editions | words | system | s | places | words out | words in | both rebuilt |"
    yield "|---|---|---|---|---|---|---|---|"
    for pair in pairs:
        yield from rows(pair)
    yield ""


def real_pairs() -> Iterator[Pair]:
    """Yield the pairs of editions that lie with the gold sets."""
    if (path := GOLD / CODE).exists():
        yield edited("criminal code, edited", path.read_text(encoding="utf-8"), EDITS)
    if (path := GOLD / DIRECTIVE.format("before")).exists():
        laws = [open_laws(one.read_bytes(), one.name)[0] for one in (path, GOLD / DIRECTIVE.format("after"))]
        yield Pair("directive, amended", _text(laws[0]), _text(laws[1]), (laws[0], laws[1]))


def edited(name: str, text: str, edits: dict[str, int], seed: int = SEED) -> Pair:
    """Return a text and an edition of it with so many edits of each sort, each in a line of its own."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    chance = random.Random(seed)  # noqa: S311 (no secret)
    long_enough = [at for at, line in enumerate(lines) if len(line.split()) > 8]
    kinds = [kind for kind, count in edits.items() for _ in range(count)]
    places = sorted(chance.sample(long_enough, min(len(kinds), len(long_enough))), reverse=True)
    chance.shuffle(kinds)
    changed, out, added = list(lines), 0, 0
    for at, kind in zip(places, kinds, strict=False):
        gone, come = _edit(changed, at, kind, chance)
        out, added = out + gone, added + come
    old, new = "\n".join(lines), "\n".join(changed)
    laws = [open_laws(one.encode(), "code.txt")[0] for one in (old, new)]
    count = sum(kind != "paragraph moved" for kind in kinds) + 2 * kinds.count("paragraph moved")
    return Pair(name, old, new, (laws[0], laws[1]), (count, out, added))


def rows(pair: Pair) -> Iterator[str]:
    """Yield the lines of the table for a pair of editions."""
    words = f"{len(WORD.findall(pair.old)):,}"
    if pair.made:
        yield f"| {pair.name} | {words} | *made* | | {' | '.join(f'{one:,}' for one in pair.made)} | |"
    whole = partial(redline, pair.old, pair.new)
    yield _row(pair, "muvofiq", timed("", whole, RUNS), whole())
    by_unit = difference(*pair.laws)
    timing = timed("", lambda: difference(*pair.laws), RUNS)
    yield _line(pair, "muvofiq, by unit", timing, _counted(_all(by_unit)), is_exact=by_unit.proves(*pair.laws))
    for name in PLAIN:
        yield from _plain_row(pair, name)
    if find_spec(OTHER_ENGINE) is None:
        yield f"| {pair.name} | {words} | python-redlines | {ABSENT} | | | | |"
    else:
        timing, found = by_redlines(pair.old, pair.new)
        yield _row(pair, "python-redlines", timing, found, ending="\n")


def by_difflib(old: str, new: str, token: re.Pattern[str] = PLAIN_TOKEN) -> list[Stretch]:
    """Compare two wordings word by word with the standard library, all of them at once."""
    before, after = token.findall(old), token.findall(new)
    found = []
    for tag, one, two, three, four in difflib.SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            found.append(Stretch(Mark.KEPT, "".join(before[one:two])))
            continue
        found += [Stretch(Mark.REMOVED, "".join(before[one:two])), Stretch(Mark.ADDED, "".join(after[three:four]))]
    return [one for one in found if one.text]


def by_difflib_in_lines(old: str, new: str) -> list[Stretch]:
    """Compare them line by line, and what lies between equal lines word by word."""
    found: list[Stretch] = []
    for is_kept, together in groupby(by_difflib(old, new, LINE), lambda one: one.kind is Mark.KEPT):
        block = list(together)
        found += block if is_kept else by_difflib(old_text(block), new_text(block))
    return found


PLAIN: dict[str, Callable[[str, str], list[Stretch]]] = {
    "difflib": by_difflib,
    "difflib, lines first": by_difflib_in_lines,
}


def by_redlines(old: str, new: str) -> tuple[Timing, list[Stretch]]:
    """Compare two wordings as Word files, a line a paragraph; the files are made beforehand and read afterwards."""
    engine: Any = importlib.import_module(f"{OTHER_ENGINE}.engines").DocxodusEngine()
    files = as_word(old), as_word(new)
    made: list[bytes] = []
    timing = once("", lambda: made.append(engine.run_redline("benchmark", *files)[0]))
    return timing, tracked(made[0])


def as_word(text: str) -> bytes:
    """Return a text as a Word file, a line a paragraph."""
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def tracked(data: bytes) -> list[Stretch]:
    """Return the tracked changes of a Word file as stretches; each paragraph ends with a line end, the last too."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    found: list[Stretch] = []
    for paragraph in body.iter(f"{W}p"):
        found += [_stretch(text) for text in paragraph.iter(f"{W}t", f"{W}delText")]
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        found.append(Stretch(_mark([child.tag for child in mark] if mark is not None else []), "\n"))
    return found


def _stretch(text: etree._Element) -> Stretch:
    return Stretch(_mark([one.tag for one in text.iterancestors()]), text.text or "")


def _mark(tags: Sequence[str]) -> Mark:
    if f"{W}del" in tags or f"{W}moveFrom" in tags:
        return Mark.REMOVED
    return Mark.ADDED if f"{W}ins" in tags or f"{W}moveTo" in tags else Mark.KEPT


def _row(pair: Pair, system: str, timing: Timing, found: Sequence[Stretch], *, ending: str = "") -> str:
    is_exact = (old_text(found), new_text(found)) == (pair.old + ending, pair.new + ending)
    return _line(pair, system, timing, _counted(found), is_exact=is_exact)


def _plain_row(pair: Pair, name: str, limit: int = LIMIT) -> Iterator[str]:
    """Yield the line of a way of the standard library, run apart and ended where it takes too long."""
    with multiprocessing.get_context("fork").Pool(1) as apart:
        try:
            timing, found = apart.apply_async(_run_plain, (name, pair.old, pair.new)).get(limit)
        except multiprocessing.TimeoutError:
            words = f"{len(WORD.findall(pair.old)):,}"
            yield f"| {pair.name} | {words} | {name} | more than {limit}, ended | | | | |"
        else:
            yield _row(pair, name, timing, found)


def _run_plain(name: str, old: str, new: str) -> tuple[Timing, list[Stretch]]:
    found: list[list[Stretch]] = []
    timing = once("", lambda: found.append(PLAIN[name](old, new)))
    return timing, found[0]


def _line(pair: Pair, system: str, timing: Timing, counts: tuple[int, int, int], *, is_exact: bool) -> str:
    words = f"{len(WORD.findall(pair.old)):,}"
    figures = " | ".join(f"{one:,}" for one in counts)
    return f"| {pair.name} | {words} | {system} | {timing.median:.2f} | {figures} | {'yes' if is_exact else 'no'} |"


def _counted(found: Sequence[Stretch]) -> tuple[int, int, int]:
    """Return how many places change, and how many words go out and come in."""
    places, was_kept = 0, True
    for one in found:
        is_kept = one.kind is Mark.KEPT
        places += was_kept and not is_kept
        was_kept = is_kept
    out, added = (
        sum(len(WORD.findall(one.text)) for one in found if one.kind is kind) for kind in (Mark.REMOVED, Mark.ADDED)
    )
    return places, out, added


def _all(found: Difference) -> list[Stretch]:
    """Return all redlines of two editions one behind the other, parted by line ends that stay."""
    redlines = [found.head, *(part for one in found.units for part in (one.heading, one.text)), found.tail]
    return [one for part in redlines for one in (*part, Stretch(Mark.KEPT, "\n"))]


def _edit(lines: list[str], at: int, kind: str, chance: random.Random) -> tuple[int, int]:
    """Edit the text at a line; return how many words go out and how many come in. Lines behind it stay as they are."""
    words, line_words = lines[at].split(" "), len(WORD.findall(lines[at]))
    place = chance.randrange(2, len(words) - 1)
    new = chance.choice(NEW)
    match kind:
        case "replaced":
            gone, words[place] = len(WORD.findall(words[place])), new
            lines[at] = " ".join(words)
            return gone, 1
        case "deleted":
            gone = len(WORD.findall(words.pop(place)))
            lines[at] = " ".join(words)
            return gone, 0
        case "added":
            words.insert(place, new)
            lines[at] = " ".join(words)
            return 0, 1
        case "paragraph in":
            lines.insert(at + 1, LINE_IN)
            return 0, len(WORD.findall(LINE_IN))
        case "paragraph out":
            del lines[at]
            return line_words, 0
        case _:
            lines.append(lines.pop(at))
            return line_words, line_words


def _text(law: Law) -> str:
    return "\n".join((*law.head, *(line for unit in law.provisions for line in unit.paragraphs()), *law.tail))
