"""``muvofiq amend``: from a law and the acts that amend it to the consolidated law, and what was not understood."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from muvofiq.amendment.applying import NotApplied
from muvofiq.amendment.change import EnterIntoForce
from muvofiq.amendment.consolidating import AmendingAct, Consolidated, consolidate
from muvofiq.amendment.reading import Reading, read_amending_act
from muvofiq.amendment.wording import wording_of
from muvofiq.cli.errors import NotWhole, OtherLanguage
from muvofiq.cli.parse import PENDING
from muvofiq.cli.progress import progress_bars
from muvofiq.cli.reading import read_laws
from muvofiq.cli.saving import save
from muvofiq.law import akoma_ntoso
from muvofiq.law.identity import identity_of
from muvofiq.law.tree import Law
from muvofiq.text.choices import Changes, Choices

A_DAY = click.DateTime(formats=["%Y-%m-%d"])


@dataclass(frozen=True, slots=True)
class Read:
    """An amending act as it was read for one law."""

    act: Law
    reading: Reading
    amending: AmendingAct


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
    done = consolidate(before, [one.amending for one in read], until=until.date() if until else None)
    not_applied = [one for edition in done.editions for one in edition.not_applied]
    if as_json:
        click.echo(json.dumps([_as_data(one) for one in read], ensure_ascii=False, indent=1))
    else:
        _tell(read, done, not_applied)
    missing = len(not_applied) + sum(len(one.reading.not_understood) for one in read)
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
        days = [one.day for one in reading.changes if isinstance(one, EnterIntoForce) and one.day]
        number = next(iter(identity.numbers), "")
        found.append(Read(act, reading, AmendingAct(min(days, default=day), day, number, reading.changes)))
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
        "in_force": one.amending.in_force.isoformat(),
        "instructions": [
            {"where": str(said.where), "words": said.words, "changes": [str(change) for change in said.changes]}
            for said in one.reading.instructions
        ],
        "not_understood": [
            {"where": str(said.where), "words": said.words, "why": said.why.value, "nearest": said.nearest}
            for said in one.reading.not_understood
        ],
    }


def _as_file(law: Law, path: Path) -> bytes:
    if path.suffix.lower() == ".xml":
        return akoma_ntoso.write(law).encode()
    units = (wording_of(unit) for unit in law.provisions)
    return ("\n".join((*law.head, *units, *law.tail)) + "\n").encode()
