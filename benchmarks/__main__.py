"""``python -m benchmarks alignment FOLDER RUN.jsonl`` runs one set; ``python -m benchmarks report`` measures all."""

import argparse
from pathlib import Path

from benchmarks.alignment import AlignmentSet
from benchmarks.report import write_report
from benchmarks.runs import write_lines
from benchmarks.systems import SYSTEMS
from muvofiq.cli.meaning import find_meaning
from muvofiq.cli.progress import progress_bars

REPORT = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    alignment = commands.add_parser("alignment", help="rank the units of a set for each of its queries")
    alignment.add_argument("folder", type=Path)
    alignment.add_argument("out", type=Path)
    alignment.add_argument("--system", choices=SYSTEMS, default="muvofiq")
    alignment.add_argument("--no-model", action="store_true")
    report = commands.add_parser("report", help="measure all public sets and write docs/benchmarks.md")
    report.add_argument("--quick", action="store_true", help="only the sets of a quick look")
    report.add_argument("--out", type=Path, default=REPORT)
    arguments = parser.parse_args()
    with progress_bars() as progress:
        if arguments.command == "report":
            write_report(arguments.out, quick=arguments.quick, progress=progress)
            return
        meaning = None if arguments.no_model else find_meaning()
        ready = AlignmentSet(arguments.folder, meaning, progress)
        count = write_lines(ready.run(SYSTEMS[arguments.system]), arguments.out)
    print(f"{count} queries: {arguments.out}")


main()
