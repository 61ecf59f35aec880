"""``python -m benchmarks alignment|structure|stress FOLDER OUT`` runs one set; ``... report`` measures all of them.

``... vectors`` measures nothing: it reads the requirements by meaning and writes the file that comes with the product.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.alignment import AlignmentSet
from benchmarks.longer import cost
from benchmarks.report import write_report
from benchmarks.runs import write_lines
from benchmarks.structure import Reader, product, run_stress, run_structure
from benchmarks.systems import SYSTEMS
from benchmarks.vectors import phrases_of, read
from muvofiq.alignment.e5 import load
from muvofiq.alignment.shipped import FILE
from muvofiq.cli.meaning import find_meaning, vector_folder
from muvofiq.cli.progress import Report, progress_bars
from muvofiq.cli.saving import save
from muvofiq.standards.load import load_catalogue

REPORT = Path(__file__).parents[1] / "docs" / "benchmarks.md"
SHIPPED = Path(__file__).parents[1] / "muvofiq" / "library" / FILE

LISTINGS: dict[str, Callable[[Path, Reader], dict[str, Any]]] = {"structure": run_structure, "stress": run_stress}


def main() -> None:
    """Read the command line and run."""
    arguments = _parser().parse_args()
    if arguments.command in LISTINGS:
        _list(LISTINGS[arguments.command], arguments.folder, arguments.out)
        return
    if arguments.command == "cost":
        print(json.dumps(cost(arguments.file)))
        return
    with progress_bars() as progress:
        if arguments.command == "report":
            write_report(arguments.out, quick=arguments.quick, progress=progress)
            return
        if arguments.command == "vectors":
            _ship(arguments.out, progress)
            return
        meaning = None if arguments.no_model else find_meaning()
        ready = AlignmentSet(arguments.folder, meaning, progress)
        count = write_lines(ready.run(SYSTEMS[arguments.system]), arguments.out)
    print(f"{count} queries: {arguments.out}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    alignment = commands.add_parser("alignment", help="rank the units of a set for each of its queries")
    alignment.add_argument("folder", type=Path)
    alignment.add_argument("out", type=Path)
    alignment.add_argument("--system", choices=SYSTEMS, default="muvofiq")
    alignment.add_argument("--no-model", action="store_true")
    for name, words in (("structure", "list the articles of each document"), ("stress", "number those of each file")):
        listing = commands.add_parser(name, help=words)
        listing.add_argument("folder", type=Path)
        listing.add_argument("out", type=Path)
    costing = commands.add_parser("cost", help="seconds and memory of reading one file")
    costing.add_argument("file", type=Path)
    report = commands.add_parser("report", help="measure all public sets and write docs/benchmarks.md")
    report.add_argument("--quick", action="store_true", help="only the sets of a quick look")
    report.add_argument("--out", type=Path, default=REPORT)
    shipping = commands.add_parser("vectors", help="read all requirements by meaning and write the file of the library")
    shipping.add_argument("--out", type=Path, default=SHIPPED)
    return parser


def _ship(out: Path, progress: Report) -> None:
    file = read(phrases_of(load_catalogue().requirements), load(), vector_folder(), progress)
    save(bytes(file), out)
    print(f"{len(file.vectors)} texts as {file.model} reads them: {out}")


def _list(run: Callable[[Path, Reader], dict[str, Any]], folder: Path, out: Path) -> None:
    got = run(folder, product)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(got)} documents: {out}")


main()
