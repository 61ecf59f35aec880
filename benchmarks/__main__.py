"""``python -m benchmarks alignment|structure|stress|tajik|amendments FOLDER OUT`` runs one set, ``... report`` all.

``... calibration`` learns from the sets how far a first candidate can be trusted, ``... scale`` measures libraries of
up to a million articles (minutes, gigabytes), ``... saving`` how long saving takes while many people work.
``... vectors`` measures nothing: it reads the requirements by meaning and writes the file that comes with the product.
"""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.alignment import AlignmentSet
from benchmarks.amendments import as_answers, run_amendments, told
from benchmarks.calibration import calibrate, observe_all, table_of
from benchmarks.longer import cost
from benchmarks.measured import sets
from benchmarks.report import day, place, write_report
from benchmarks.runs import write_lines
from benchmarks.saving import PEOPLE, SECONDS, measure
from benchmarks.saving_report import keep, rows
from benchmarks.scale import SIZES, grow, real_units, scale
from benchmarks.scale import cost as cost_of_size
from benchmarks.structure import Reader, product, run_stress, run_structure
from benchmarks.systems import SYSTEMS
from benchmarks.tajik import run_tajik
from benchmarks.vectors import phrases_of, read
from muvofiq.alignment.e5 import load
from muvofiq.alignment.shipped import FILE
from muvofiq.cli.meaning import find_meaning, vector_folder
from muvofiq.cli.progress import Report, progress_bars
from muvofiq.cli.saving import save
from muvofiq.standards.load import load_catalogue

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "docs" / "benchmarks.md"
SHIPPED = ROOT / "muvofiq" / "library" / FILE
CONFIDENCE = ROOT / "muvofiq" / "library" / "alignment" / "confidence.csv"

LISTED = {
    "structure": "list the articles of each document",
    "stress": "number those of each file",
    "amendments": "amend each act by the act that amends it",
    "tajik": "repair Tajik text, list its units, tell what numbers mean",
}
LISTINGS: dict[str, Callable[[Path, Reader], dict[str, Any]]] = {"structure": run_structure, "stress": run_stress}


def main() -> None:
    """Read the command line and run."""
    arguments = _parser().parse_args()
    if arguments.command in LISTINGS:
        got = LISTINGS[arguments.command](arguments.folder, product)
        _write(got, arguments.out, f"{len(got)} documents")
    elif arguments.command == "tajik":
        got = run_tajik(arguments.folder)
        _write(got, arguments.out, ", ".join(f"{len(part)} of {name}" for name, part in got.items()))
    elif arguments.command == "amendments":
        _amendments(arguments)
    elif arguments.command == "cost":
        print(json.dumps(cost(arguments.file)))
    elif arguments.command == "scale-one":
        print(json.dumps(asdict(cost_of_size(arguments.size, real_units(), find_meaning()))))
    elif arguments.command == "saving":
        sys.exit(_saving(arguments))
    elif arguments.command == "scale":
        print("\n".join(scale(grow(arguments.sizes, f"measured {day()} on {place()}"))))
    else:
        with progress_bars() as progress:
            LONG[arguments.command](arguments, progress)


def _amendments(arguments: argparse.Namespace) -> None:
    """Amend each act of the set; what was not understood is listed beside the answers."""
    found = run_amendments(arguments.folder)
    _write(as_answers(found), arguments.out, f"{len(found)} acts")
    lines = list(told(found))
    arguments.out.with_name(f"{arguments.out.name}.told").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines), file=sys.stderr)


def _saving(arguments: argparse.Namespace) -> int:
    """Measure and print; return 1 where a saving failed or is not to be found afterwards."""
    found, kept = measure(arguments.people, arguments.seconds, f"measured {day()} on {place()}")
    print("\n".join(rows(found)))
    print(f"answered as saved {kept.answered}, saved {kept.saved}, in the history {kept.told}, ", end="")
    print(f"history {'whole' if kept.is_whole else 'BROKEN'}, lock errors {kept.locked}")
    is_sound = kept.is_sound and not any(one.errors for one in found)
    if is_sound and arguments.keep:
        keep(found)
    return 0 if is_sound else 1


def _report(arguments: argparse.Namespace, progress: Report) -> None:
    write_report(arguments.out, quick=arguments.quick, progress=progress)


def _calibration(arguments: argparse.Namespace, progress: Report) -> None:
    observations = observe_all(sets(), find_meaning(), progress)
    save(table_of(calibrate(observations)).encode(), arguments.out)
    print(f"learned from {len(observations)} rankings: {arguments.out}")


def _ship(arguments: argparse.Namespace, progress: Report) -> None:
    file = read(phrases_of(load_catalogue().requirements), load(), vector_folder(), progress)
    save(bytes(file), arguments.out)
    print(f"{len(file.vectors)} texts as {file.model} reads them: {arguments.out}")


def _align(arguments: argparse.Namespace, progress: Report) -> None:
    meaning = None if arguments.no_model else find_meaning()
    ready = AlignmentSet(arguments.folder, meaning, progress)
    count = write_lines(ready.run(SYSTEMS[arguments.system]), arguments.out)
    print(f"{count} queries: {arguments.out}")


LONG: dict[str, Callable[[argparse.Namespace, Report], None]] = {
    "report": _report,
    "calibration": _calibration,
    "vectors": _ship,
    "alignment": _align,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    alignment = commands.add_parser("alignment", help="rank the units of a set for each of its queries")
    alignment.add_argument("folder", type=Path)
    alignment.add_argument("out", type=Path)
    alignment.add_argument("--system", choices=SYSTEMS, default="muvofiq")
    alignment.add_argument("--no-model", action="store_true")
    for name, words in LISTED.items():
        listing = commands.add_parser(name, help=words)
        listing.add_argument("folder", type=Path)
        listing.add_argument("out", type=Path)
    costing = commands.add_parser("cost", help="seconds and memory of reading one file")
    costing.add_argument("file", type=Path)
    report = commands.add_parser("report", help="measure all public sets and write docs/benchmarks.md")
    report.add_argument("--quick", action="store_true", help="only the sets of a quick look")
    report.add_argument("--out", type=Path, default=REPORT)
    calibration = commands.add_parser("calibration", help="learn how far candidates can be trusted")
    calibration.add_argument("--out", type=Path, default=CONFIDENCE)
    scaling = commands.add_parser("scale", help="seconds and memory by the number of articles; kept for the report")
    scaling.add_argument("sizes", type=int, nargs="*", default=SIZES)
    saving = commands.add_parser("saving", help="milliseconds of saving a verdict while many people work")
    saving.add_argument("--people", type=int, default=PEOPLE)
    saving.add_argument("--seconds", type=float, default=SECONDS, help="of each of the four rounds")
    saving.add_argument("--keep", action="store_true", help="keep the figures for the report")
    single = commands.add_parser("scale-one", help="measure one size in this process")
    single.add_argument("size", type=int)
    shipping = commands.add_parser("vectors", help="read all requirements by meaning and write the file of the library")
    shipping.add_argument("--out", type=Path, default=SHIPPED)
    return parser


def _write(got: dict[str, Any], out: Path, what: str) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{what}: {out}")


main()
