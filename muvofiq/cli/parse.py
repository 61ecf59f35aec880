"""``muvofiq parse``: shows how a law was read."""

import json
from collections import Counter
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from muvofiq.cli.progress import progress_bars
from muvofiq.cli.reading import open_file
from muvofiq.cli.repairs import told
from muvofiq.law.history import Event, history_of_unit
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law, Note, Provision
from muvofiq.text.choices import Changes, Choices

PENDING = click.Choice([Changes.ORIGINAL.value, Changes.ACCEPTED.value])


@click.command()
@click.argument("law", type=click.Path(path_type=Path))
@click.option("--changes", type=PENDING, help="How pending corrections of a Word file are read.")
@click.option("--ocr", metavar="LANGUAGES", help="Recognise a scan in these languages, such as rus+tgk.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole tree as JSON, for scripts.")
def parse(*, law: Path, changes: str | None, ocr: str | None, as_json: bool) -> None:
    """Read LAW (.docx, .doc, .rtf, .pdf, .html, .xml, .txt) and print its headings, articles and what was noticed."""
    choices = Choices(Changes(changes or Changes.ASK), tuple(filter(None, (ocr or "").split("+"))))
    with progress_bars() as report:
        trees = open_file(law, report, choices)
    if as_json:
        data = [as_data(tree) for tree in trees]
        click.echo(json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=1))
        return
    for tree in trees:
        _print(tree)


def as_data(law: Law) -> dict[str, Any]:
    """Return a law as plain data: what JSON can hold, with the address of every unit."""
    addresses = {id(unit): str(address) for address, unit, _ in law.units()}
    return {
        "name": law.name,
        "title": law.title,
        "language": law.language,
        "sha256": law.sha256,
        "head": list(law.head),
        "units": [_unit(unit, addresses, law.language) for unit in law.provisions],
        "tail": list(law.tail),
        "notes": [_note(note) for note in law.notes],
        "remarks": [str(remark) for remark in law.remarks],
        "left_out": [{"line": one.line, "text": one.text, "reason": one.reason.value} for one in law.left_out],
        "repairs": [asdict(repair) for repair in law.repairs],
    }


def _unit(unit: Provision, addresses: dict[int, str], language: str) -> dict[str, Any]:
    return {
        "reference": addresses[id(unit)],
        "kind": unit.kind.value,
        "number": str(unit.number),
        "label": unit.label,
        "heading": unit.heading,
        "text": unit.text,
        "line": unit.line,
        "repealed": unit.repealed,
        "unproofed": unit.unproofed,
        "notes": [_note(note) for note in unit.notes],
        "history": [_event(event) for event in history_of_unit(unit, language)],
        "units": [_unit(child, addresses, language) for child in unit.children],
    }


def _note(note: Note) -> dict[str, Any]:
    return {"text": note.text, "line": note.line}


def _event(event: Event) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, date) else value for name, value in asdict(event).items()}


def _print(law: Law) -> None:
    click.echo(f"{law.title}\nlanguage {law.language}, sha256 {law.sha256}\n")
    cited_first = {id(unit) for _, unit, _ in law.articles()}
    for _, unit, around in law.units():
        if unit.kind.is_heading or id(unit) in cited_first:
            click.echo(_outline(unit, len(around)))
    left_out = Counter(one.reason.value for one in law.left_out)
    for reason, count in left_out.most_common():
        click.echo(f"left out: {count} × {reason}", err=True)
    for line in told(law):
        click.echo(line, err=True)
    if unproofed := sum(unit.unproofed for _, unit, _ in law.units()):
        click.secho(f"! {unproofed} units recognised from a picture, not proof-read", fg="yellow", err=True)
    for remark in law.remarks:
        click.secho(f"! {remark}", fg="yellow", err=True)


def _outline(unit: Provision, depth: int) -> str:
    parts = sum(child.kind is Kind.PART for child in unit.children)
    marks = [f"{parts} parts"] if parts else []
    marks += ["repealed"] if unit.repealed else []
    marks += [f"{len(unit.notes)} notes"] if unit.notes else []
    extra = f"  ({', '.join(marks)})" if marks else ""
    words = unit.heading or ("" if unit.kind is Kind.ARTICLE else _beginning(unit.text))
    return f"{'  ' * depth}{unit.label} {words}{extra}"


def _beginning(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
