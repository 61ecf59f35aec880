"""Makes ten laws of one and measures, in a process of its own, what it costs to read them: seconds and memory."""

import contextlib
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pypdfium2 as pdfium

from benchmarks.gold import GOLD
from muvofiq.errors import MuvofiqError
from muvofiq.law.opening import open_laws

TIMES = 10
RUNS = 3  # the fastest is taken: what other programs do meanwhile only adds
WARMING = "Статья 1. Цель\n1. Стража бодра."
MEASURED = (
    "structure/kz_criminal_code_ru/source.txt",
    "structure/ru_family/source.html",
    "structure/eu_32022l2555_fr/source.xml",
    "stress/uz_family_rus_3.pdf",
    "structure/kz_criminal_code_ru/source.txt as .docx",
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def growth() -> Iterator[str]:
    """Yield the table of what a law costs, and the same law ten times in one file."""
    rows = [row for name in MEASURED if (row := _grown(name))]
    if not rows:
        return
    yield "## Ten times the law\n"
    yield "Each file, and the same law ten times in one: the least processor time of 3 runs, memory beyond its start.\n"
    yield "| file | articles | of ten | s | of ten | times | MB | of ten | times |"
    yield "|---|---|---|---|---|---|---|---|---|"
    yield from rows
    yield ""


def cost(path: Path) -> dict[str, Any]:
    """Return the seconds and megabytes that reading a file takes; runs alone in its process."""
    data = path.read_bytes()
    open_laws(WARMING.encode(), "law.txt")  # the tables of the library are read once
    forget_peak()
    before, start = _peak(), time.process_time()
    try:
        laws = open_laws(data, path.name)
    except MuvofiqError as error:
        return {"refused": type(error).__name__}
    seconds = time.process_time() - start
    return {"seconds": seconds, "mb": _peak() - before, "articles": sum(1 for law in laws for _ in law.articles())}


def ten_times(data: bytes, ending: str) -> bytes:
    """Return a file that holds the law of this one ten times."""
    if ending == ".pdf":
        return _pages(data)
    if ending == ".docx":
        return as_word(data.decode("utf-8").splitlines() * TIMES)
    end = data.rfind(b"</body>")
    start = data.find(b">", data.find(b"<body")) + 1 if end > 0 else 0
    return data[:start] + data[start : end if end > 0 else None] * TIMES + (data[end:] if end > 0 else b"")


def as_word(lines: Iterable[str]) -> bytes:
    """Return a Word file with these lines as its paragraphs."""
    words = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines if line.strip())
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="{OFFICE}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{words}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _pages(data: bytes) -> bytes:
    one, ten, out = pdfium.PdfDocument(data), pdfium.PdfDocument.new(), io.BytesIO()
    for _ in range(TIMES):
        ten.import_pages(one)
    ten.save(out)
    return out.getvalue()


def _grown(name: str) -> str:
    path = GOLD / name.partition(" ")[0]
    if not path.exists():
        return ""
    ending = name.rpartition(".")[2]
    data = path.read_bytes()
    once = as_word(data.decode("utf-8").splitlines()) if ending == "docx" else data
    small, large = (_measured(file, ending) for file in (once, ten_times(data, f".{ending}")))
    if "refused" in small or "refused" in large:
        return f"| {name} | {small.get('refused', '')} | {large.get('refused', '')} | | | | | | |"
    cells = [str(small["articles"]), str(large["articles"])]
    for figure in ("seconds", "mb"):
        times = large[figure] / small[figure] if small[figure] else 0.0
        cells += [f"{small[figure]:.2f}", f"{large[figure]:.2f}", f"{times:.1f}"]
    return f"| {name} | {' | '.join(cells)} |"


def _measured(data: bytes, ending: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"law.{ending}"
        path.write_bytes(data)
        runs = [_in_a_process(path) for _ in range(RUNS)]
    return min(runs, key=lambda run: run.get("seconds", 0.0))


def _in_a_process(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks", "cost", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def forget_peak() -> None:
    """Let the greatest memory so far be that of now, where the system can do so (Linux)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> float:
    """Return the greatest memory of this process since the last `forget_peak`, in MB."""
    with contextlib.suppress(OSError):
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
