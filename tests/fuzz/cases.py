"""One spoilt file is opened: it becomes laws that survive being written and read, or it is refused with its reason."""

import random
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from muvofiq.errors import MuvofiqError
from muvofiq.law.akoma_ntoso import read, write
from muvofiq.law.build import build_law
from muvofiq.law.opening import open_laws
from muvofiq.text.choices import Changes, Choices
from muvofiq.text.read import read_bytes
from tests.fuzz.mutations import mutated
from tests.invented import files
from tests.paths import SAMPLES, SHARED

CHOICES = Choices(Changes.ACCEPTED)  # nothing is recognised: no other program is started
SLOWEST = 5.0  # seconds of the processor
REAL = ("gold/structure", "gold/stress", "gold/tajik/documents", "gold/amendments")
ENDINGS = {".txt", ".html", ".xml", ".pdf", ".md"}


@dataclass(frozen=True, slots=True)
class Seed:
    """A whole file that is to be spoilt."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case: how long it took, and what is wrong, if anything."""

    number: int
    seconds: float
    fault: str = ""
    opened: bool = False


@cache
def seeds(*, with_real: bool) -> tuple[Seed, ...]:
    """Return the files that are spoilt: our sample laws, invented files, and real ones where they are at hand."""
    found = [Seed(path.name, path.read_bytes()) for path in sorted(SAMPLES.glob("*.txt"))]
    found += [Seed(name, data) for name, data in files().items()]
    law = build_law(read_bytes(found[0].data[:6000].decode("utf-8", "ignore").encode(), "law.txt"))
    found.append(Seed("own.xml", write(law).encode()))
    real = sorted(path for folder in REAL for path in (SHARED / folder).rglob("*") if path.suffix in ENDINGS)
    return (*found, *(Seed(path.name, path.read_bytes()) for path in real if with_real))


def spoilt(seed: int, number: int, *, with_real: bool) -> Seed:
    """Return the file of a case; the same each time for the same seed and number."""
    known = seeds(with_real=with_real)
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 (no secret)
    own = [one for one in known if len(one.data) < 10_000]
    one = chance.choice(own if chance.random() < 0.7 else known)
    return Seed(one.name, mutated(one.data, chance, _bytes(known)))


def tried(seed: int, number: int, *, with_real: bool) -> Outcome:
    """Open the file of a case and say what is wrong, if anything."""
    case = spoilt(seed, number, with_real=with_real)
    start = time.process_time()  # what a busy computer lets others do meanwhile is not counted
    fault, opened = opened_or_refused(case)
    seconds = time.process_time() - start
    if seconds > SLOWEST and not fault:
        fault = f"took {seconds:.1f} s"
    return Outcome(number, seconds, fault, opened)


def opened_or_refused(case: Seed) -> tuple[str, bool]:
    """Return what is wrong with the way in which a file is opened, and whether it was opened."""
    try:
        laws = open_laws(case.data, case.name, CHOICES)
    except MuvofiqError as error:
        return ("" if str(error).strip() else "an error without words"), False
    except Exception as error:  # noqa: BLE001 (any other error is what is looked for)
        return _place(error), False
    try:
        broken = [law.name for law in laws if read(write(law)) != law]
    except Exception as error:  # noqa: BLE001 (a law that was opened must be writable)
        return f"round trip: {_place(error)}", True
    return (f"round trip: {broken} came back otherwise" if broken else ""), True


def _place(error: Exception) -> str:
    """Return the kind of an error and the place of ours where it arose."""
    lines, at = [], error.__traceback__
    while at:
        lines.append(f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}")
        at = at.tb_next
    return f"{type(error).__name__}: {str(error)[:200]} at {' > '.join(lines[-4:])}"


@cache
def _bytes(known: tuple[Seed, ...]) -> tuple[bytes, ...]:
    return tuple(one.data[:50_000] for one in known)
