"""``make fuzz N=500 SEED=3`` spoils 500 files and opens them; each fault is printed and its file kept in out/fuzz/.

``make fuzz EDITS=500`` edits 500 articles besides, writes each edit as a clause, reads it and applies it.
"""

import argparse
import os
import secrets
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.round_trip import MOST_ANEW, shares, told, try_edits
from benchmarks.round_trip import Outcome as Edited
from tests.fuzz.cases import Outcome, spoilt
from tests.fuzz.crew import try_all
from tests.paths import ROOT

KEPT = ROOT / "out" / "fuzz"


def main() -> int:
    """Read the command line, try the cases and the edits, and return 1 if one of them is a fault."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=0, help="of articles, besides")
    parser.add_argument("--seed", type=int, help="as printed by an earlier run; without it, another each time")
    parser.add_argument("--only", type=int, help="the number of one case")
    parser.add_argument("--out", type=Path, default=KEPT)
    arguments = parser.parse_args()
    seed = secrets.randbelow(10**6) if arguments.seed is None else arguments.seed
    numbers = range(arguments.cases) if arguments.only is None else [arguments.only]
    return max(try_cases(numbers, seed, arguments.out), try_all_edits(arguments.edits, seed))


def try_cases(numbers: Sequence[int], seed: int, out: Path) -> int:
    """Open spoilt files; return 1 if one of them is a fault."""
    tell(f"{len(numbers)} cases, SEED={seed}")
    start, opened, slowest, faults = time.monotonic(), 0, 0.0, 0
    for outcome in try_all(numbers, seed, with_real=True, workers=os.cpu_count() or 1):
        opened += outcome.opened
        slowest = max(slowest, outcome.seconds)
        if outcome.fault:
            faults += 1
            tell(f"FAULT case {outcome.number}: {outcome.fault}\n  kept: {keep(outcome, seed, out)}")
    seconds = time.monotonic() - start
    tell(f"{opened} opened, {len(numbers) - opened - faults} refused with a reason, {faults} faults;")
    tell(
        f"slowest {slowest:.2f} s of the processor, all {seconds:.0f} s; again: make fuzz N={len(numbers)} SEED={seed}"
    )
    return min(faults, 1)


def try_all_edits(count: int, seed: int) -> int:
    """Send edits on their way to a clause and back; return 1 if one does not come back, or too many are worded anew."""
    outcomes: list[Edited] = []
    for one in try_edits(range(count), seed, with_real=True, workers=os.cpu_count() or 1):
        outcomes.append(one)
        if one.fault:
            tell(f"FAULT edit {one.number} ({', '.join(one.sorts)}): {one.fault}")
    if not outcomes:
        return 0
    tell("\n".join((*told(outcomes), f"again: make fuzz EDITS={count} SEED={seed}")))
    same, _, anew_for_words, _ = shares(outcomes)
    return int(same < 1 or anew_for_words > MOST_ANEW)


def keep(outcome: Outcome, seed: int, folder: Path) -> Path:
    """Keep the file of a case and return where it lies."""
    case = spoilt(seed, outcome.number, with_real=True)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{seed}-{outcome.number}-{case.name}"
    path.write_bytes(case.data)
    return path


def tell(words: str) -> None:
    """Say at once how far it is, also where the output is a file."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
