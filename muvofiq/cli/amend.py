"""``muvofiq amend``: from a law and the acts that amend it to the consolidated law, and what was not understood."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from muvofiq.amendment.applying import NotApplied
from muvofiq.amendment.consolidating import AmendingAct, Consolidated, consolidate
from muvofiq.amendment.entering import in_force, in_parts
from muvofiq.amendment.reading import Instruction, Reading, read_amending_act
from muvofiq.cli.errors import NotWhole, OtherLanguage
from muvofiq.cli.parse import PENDING
from muvofiq.cli.progress import progress_bars
from muvofiq.cli.reading import read_laws
from muvofiq.cli.saving import save
from muvofiq.law import akoma_ntoso
from muvofiq.law.identity import identity_of
from muvofiq.law.tree import Law, Provision
from muvofiq.text.choices import Changes, Choices

A_DAY = click.DateTime(formats=["%Y-%m-%d"])


@dataclass(frozen=True, slots=True)
class Read:
    """An amending act as it was read for one law."""

    act: Law
    reading: Reading
    day: date
    parts: tuple[AmendingAct, ...]

    @property
    def not_told(self) -> tuple[AmendingAct, ...]:
        """The parts of which the act does not say from which day they are in force."""
        return tuple(part for part in self.parts if not part.is_day_told)


@click.command()
@click.argument("law", type=click.Path(path_type=Path))
@click.argument("acts", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write the law (.txt or .xml).")
@click.option("--until", type=A_DAY, help="Leave out what enters into force after this day.")
@click.option("--partly", is_flag=True, help="Write the law even if not everything was understood or fits.")
@click.option("--changes", type=PENDING, help="How pending corrections of Word files are read.")
@click.option("--json", "as_json", is_flag=True, help="Print every change as JSON, for scripts.")
def amend(
    *,
    law: Path,
    acts: tuple[Path, ...],
    output: Path | None,
    until: datetime | None,
    partly: bool,
    changes: str | None,
    as_json: bool,
) -> None:
    """Amend LAW by the amending ACTS, in the order in which they enter into force, and tell what was not understood."""
    with progress_bars() as report:
        before, *amending = read_laws((law, *acts), Choices(Changes(changes or Changes.ASK)), report)
    read = _read(before, amending)
    parts = [part for one in read for part in one.parts]
    done = consolidate(before, parts, until=until.date() if until else None)
    not_applied = [one for edition in done.editions for one in edition.not_applied]
    if as_json:
        click.echo(json.dumps([_as_data(one) for one in read], ensure_ascii=False, indent=1))
    else:
        _tell(read, done, not_applied)
    missing = len(not_applied) + sum(len(one.reading.not_understood) for one in read)
    missing += sum(not part.is_day_told and part.in_force <= until.date() for part in parts) if until else 0
    if missing and not partly and output:
        raise NotWhole(str(output), count=missing)
    if output:
        save(_as_file(done.law, output), output)


def _read(law: Law, acts: Sequence[Law]) -> list[Read]:
    """Return the acts as they concern the law; an act without a date of its own follows the one before it."""
    found: list[Read] = []
    day = date.min
    for act in acts:
        if act.language != law.language:
            raise OtherLanguage(act.name, law=law.language, act=act.language)
        reading = read_amending_act(act, law)
        identity = identity_of(act)
        day = next(iter(identity.dates), day)
        number = next(iter(identity.numbers), "")
        found.append(Read(act, reading, day, in_parts(reading, day, number)))
    return found


def _tell(read: Sequence[Read], done: Consolidated, not_applied: Sequence[tuple[AmendingAct, NotApplied]]) -> None:
    for one in read:
        instructions = len(one.reading.instructions)
        click.echo(f"{one.act.title}: {instructions} instructions, {len(one.reading.changes)} changes")
        for change in one.reading.changes:
            click.echo(f"  {change}")
        for missed in one.reading.not_understood:
            nearest = f"; nearest: {missed.nearest}" if missed.nearest else ""
            click.secho(f"! not understood ({missed.why}{nearest}): {missed.words}", fg="yellow", err=True)
        for part in one.not_told:
            changes = f"{len(part.changes)} changes"
            warning = f"! in force: day not known, taken from the day of the act, {part.in_force}: {changes}"
            click.secho(warning, fg="yellow", err=True)
    for act, failed in not_applied:
        click.secho(f"! not applied, {act}: {failed}\n    of: {failed.change}", fg="yellow", err=True)
    for edition in done.editions:
        for overlap in edition.overlaps:
            both = f"{overlap.first} and {overlap.second}"
            click.secho(f"! {both} change {overlap.place} from the same day", fg="yellow", err=True)
    for later in done.later:
        click.secho(f"! left out, in force from {later.in_force}: {later}", fg="yellow", err=True)


def _as_data(one: Read) -> dict[str, object]:
    return {
        "act": one.act.title,
        "instructions": [_instruction_as_data(said, one) for said in one.reading.instructions],
        "not_understood": [
            {"where": str(said.where), "words": said.words, "why": said.why.value, "nearest": said.nearest}
            for said in one.reading.not_understood
        ],
    }


def _instruction_as_data(said: Instruction, one: Read) -> dict[str, object]:
    begin = in_force(said, one.reading, one.day)
    return {
        "where": str(said.where),
        "words": said.words,
        "changes": [str(change) for change in said.changes],
        "in_force": begin.day.isoformat() if begin.is_told else None,
    }


def _as_file(law: Law, path: Path) -> bytes:
    if path.suffix.lower() == ".xml":
        return akoma_ntoso.write(law).encode()
    notes = (note.text for note in law.notes)
    lines = (line for unit in law.provisions for line in _lines(unit))
    return ("\n".join((*law.head, *notes, *lines, *law.tail)) + "\n").encode()


def _lines(unit: Provision) -> Iterator[str]:
    """Yield the lines of a unit as printed, with the editor's notes where the file had them: beside or below a unit."""
    first = " ".join(filter(None, (unit.label, unit.heading, unit.text)))
    beside = [note.text for note in unit.notes if note.line <= unit.line]
    yield from filter(None, [" ".join((first, *beside))])
    below = [note for note in unit.notes if note.line > unit.line]
    for child in unit.children:
        yield from (note.text for note in below if note.line <= child.line)
        below = [note for note in below if note.line > child.line]
        yield from _lines(child)
    yield from (note.text for note in below)
