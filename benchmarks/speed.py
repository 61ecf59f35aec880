"""How fast laws are read and matched, beside the plainest thing that a user could take instead."""

import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium

from benchmarks.gold import GOLD, units
from benchmarks.longer import as_word
from benchmarks.lost import independent
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.lexical import WordIndex
from muvofiq.alignment.match import match
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.question import Question, asked_phrase, question_of
from muvofiq.alignment.unit import Unit
from muvofiq.alignment.windows import OPENING
from muvofiq.alignment.words import stems
from muvofiq.law.opening import open_laws
from muvofiq.standards.load import load_catalogue

RUNS = 5
EMBEDDED = 1000
SAMPLE = "border_law.ru.txt"
LARGE = (
    "structure/kz_criminal_code_ru/source.txt",
    "structure/ru_criminal/source.html",
    "structure/eu_32022l2555_fr/source.xml",
    "stress/kg_civil_code_part2.pdf",
    "tajik/documents/emo.tg.txt",
)
AS_WORD = LARGE[0]  # no real Word file lies with the sets: this text is put into one
HEADING = re.compile(r"^\s*(?:Статья|Моддаи)\s+(\S+?)\.?\s+(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Timing:
    """One line of the table: what was done, how often, and the median, least and greatest seconds."""

    what: str
    seconds: tuple[float, ...]
    note: str = ""

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)


def timed(what: str, work: Callable[[], object], runs: int = RUNS, note: str = "") -> Timing:
    """Run the work once to warm up and then so many times."""
    work()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return Timing(what, tuple(seconds), note)


def once(what: str, work: Callable[[], object], note: str = "") -> Timing:
    """Run long work once, without warming up."""
    start = time.perf_counter()
    work()
    return Timing(what, (time.perf_counter() - start,), note)


def reading() -> Iterator[tuple[str, int, Timing, Timing]]:
    """Yield for each law: name, bytes, the time of reading it to a tree, and that of one regular expression over it."""
    sample = files("muvofiq.library") / "samples" / SAMPLE
    yield _read(SAMPLE, sample.read_bytes())
    for name in LARGE:
        if (path := GOLD / name).exists():
            yield _read(name, path.read_bytes())
    if (path := GOLD / AS_WORD).exists():
        yield _read(f"{AS_WORD} as .docx (MB as zipped)", as_word(path.read_text(encoding="utf-8").splitlines()))


def _read(name: str, data: bytes) -> tuple[str, int, Timing, Timing]:
    size = f"{len(pdfium.PdfDocument(data))} pages" if data.startswith(b"%PDF") else ""
    ours = timed("read to tree", lambda: open_laws(data, Path(name).name), RUNS, size)
    return name, len(data), ours, timed("one regular expression", lambda: HEADING.findall(independent(data)))


def matching(meaning: Meaning | None, *, quick: bool = False) -> Iterator[Timing]:
    """Yield the time of matching all requirements with eighteen acts, vectors cached, and those of its parts alone."""
    folder = GOLD / "alignment" / "requirements_kz"
    if not folder.exists():
        return
    catalogue = load_catalogue()
    questions = [question_of(requirement) for requirement in catalogue.requirements]
    articles = units(folder)
    size = f"{len(questions)} requirements x {len(articles)} articles"
    concepts = Concepts(catalogue.thesaurus.concepts)
    match(questions[:1], articles, concepts, meaning=meaning)  # what was never read is read, and not timed
    yield timed("match, with index and reasons", lambda: match(questions, articles, concepts, meaning=meaning), 3, size)
    yield timed("the same without the model", lambda: match(questions, articles, concepts), 3, size)
    yield timed("BM25 alone, with index", lambda: bm25(questions, articles), 3, size)
    if meaning:
        yield from _with_model(meaning, questions, articles, size, quick=quick)


def _with_model(
    meaning: Meaning, questions: list[Question], articles: list[Unit], size: str, *, quick: bool
) -> Iterator[Timing]:
    law = meaning.vectors("passage", [article.opening for article in articles])
    voices = meaning.voices([asked_phrase(question.asked("ru")) for question in questions])
    asked = np.array(list(voices.values()))
    if law is not None and len(asked):
        yield timed("one matrix product", lambda: np.asarray(asked @ law.T), RUNS, size)
    if meaning.embedder:
        count = EMBEDDED // 10 if quick else EMBEDDED
        few = [article.opening for article in articles[:: max(len(articles) // count, 1)]][:count]
        note = f"{len(few)} articles, first {OPENING} characters"
        yield once("cold embedding", partial(meaning.embedder.embed, "passage", few), note)


def bm25(questions: list[Question], articles: list[Unit]) -> list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    """Index the articles and ask them title and statement of each question: what a bare word search would do."""
    index = WordIndex([stems(article.whole, article.language) for article in articles])
    return [index.scores(stems(question.wording.get("ru", ""), "ru")) for question in questions]
