"""``muvofiq vectors``: what the model has read of a law goes to a computer that cannot run the model."""

from collections.abc import Sequence
from pathlib import Path

import click

from muvofiq.alignment.embedding import VectorStore, key
from muvofiq.alignment.unit import units_of
from muvofiq.alignment.vector_file import VectorFile
from muvofiq.cli.database import with_database
from muvofiq.cli.errors import Unread
from muvofiq.cli.meaning import find_meaning, usual_model, vector_folder
from muvofiq.cli.parse import PENDING
from muvofiq.cli.progress import Report, progress_bars
from muvofiq.cli.reading import open_file
from muvofiq.cli.saving import save
from muvofiq.law.restricted import restricted_mark
from muvofiq.records.errors import Restricted
from muvofiq.text.choices import Changes, Choices
from muvofiq.text.errors import FileMissing

SUFFIX = ".npz"


@click.group()
def vectors() -> None:
    """Carry what the model has read of laws to a computer without the model."""


@vectors.command("save")
@click.argument("laws", nargs=-1, type=click.Path(path_type=Path))
@click.option("--mission", metavar="SLUG", help="Take the acts on file of this mission of the workbench.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Where to write them (.npz).")
@click.option("--changes", type=PENDING, help="How pending corrections of Word files are read.")
def save_vectors(*, laws: tuple[Path, ...], mission: str | None, output: Path, changes: str | None) -> None:
    """Read LAWS by meaning, or those of a mission, and write what the model made of them into one file."""
    if bool(laws) == bool(mission):
        raise click.UsageError("Name law files, or one mission of the workbench: --mission dushanbe-2016.")
    if output.suffix.lower() != SUFFIX:
        raise click.BadParameter(f"A file of vectors ends in {SUFFIX}: {output.stem}{SUFFIX}", param_hint="-o")
    with progress_bars() as report:
        if mission:
            texts, store = _of_mission(mission)
        else:
            texts, store = _of_files(laws, Choices(Changes(changes or Changes.ASK)), report), None
        file = _read(texts, store, report)
    save(bytes(file), output)
    click.echo(f"{len(file.vectors)} texts as {file.model} has read them: {output}", err=True)


@vectors.command("load")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--workbench", is_flag=True, help="Put them into the database of the workbench too.")
def load_vectors(*, file: Path, workbench: bool) -> None:
    """Keep the vectors of FILE on this computer, so that its laws are ranked by meaning without the model."""
    brought = VectorFile.parse(_bytes_of(file), file.name)
    _keep(brought, vector_folder())
    if workbench:
        _keep(brought, _table())
    click.echo(f"{len(brought.vectors)} texts as {brought.model} has read them are known here now.", err=True)
    if brought.model != (usual := usual_model()):
        said = f"! They count once {brought.model} is used here; this computer uses {usual or 'no model'}."
        click.secho(said, fg="yellow", err=True)


def _of_files(paths: Sequence[Path], choices: Choices, report: Report) -> list[str]:
    texts: list[str] = []
    for done, path in enumerate(paths):
        report("Reading the laws", done, len(paths))
        laws = open_file(path, report, choices)
        for marked in filter(restricted_mark, laws):
            raise Restricted(str(path), edition=marked.name)
        texts += [unit.opening for law in laws for unit in units_of(law)]
    report("Reading the laws", len(paths), len(paths))
    return texts


def _of_mission(slug: str) -> tuple[list[str], VectorStore]:
    table = _table()
    from muvofiq.records.queries.openings import kept_here, openings_of

    for name in kept_here(slug):
        click.secho(f"! {name} is for official use and is left out.", fg="yellow", err=True)
    return openings_of(slug), table


def _table() -> VectorStore:
    """Return the vectors of the workbench; its database is made or brought up to date if need be."""
    with_database()
    from django.core.management import call_command

    from muvofiq.records.vectors import VectorTable

    call_command("migrate", interactive=False, verbosity=0)
    return VectorTable()


def _read(texts: Sequence[str], store: VectorStore | None, report: Report) -> VectorFile:
    """Return the vectors of texts, known or computed; raises Unread."""
    meaning = find_meaning(store)
    rows = meaning.vectors("passage", texts, report) if meaning else None
    if meaning is None or rows is None:
        raise Unread(f"{len(texts)} texts")
    return VectorFile(meaning.model, {key("passage", text): row for text, row in zip(texts, rows, strict=True)})


def _keep(brought: VectorFile, store: VectorStore) -> None:
    """Put what is new into a store; what this computer has read itself stays."""
    known = store.get(brought.model, brought.vectors)
    store.put(brought.model, {one: row for one, row in brought.vectors.items() if one not in known})


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileMissing(str(path), reason=error.strerror or str(error)) from error
