"""``muvofiq parse``: shows how a law was read."""

import json
from pathlib import Path
from typing import Any

import click

from muvofiq.law.build import build_law
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law, Note, Provision
from muvofiq.text.read import read_file


@click.command()
@click.argument("law", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the whole tree as JSON, for scripts.")
def parse(*, law: Path, as_json: bool) -> None:
    """Read LAW (.txt, .docx, .html) and print its headings, articles and what was noticed."""
    tree = build_law(read_file(law))
    if as_json:
        click.echo(json.dumps(as_data(tree), ensure_ascii=False, indent=1))
        return
    click.echo(f"{tree.title}\nlanguage {tree.language}, sha256 {tree.sha256}\n")
    for _, unit, around in tree.units():
        if unit.kind.depth <= Kind.ARTICLE.depth:
            click.echo(_outline(unit, len(around)))
    for remark in tree.remarks:
        click.secho(f"! {remark}", fg="yellow", err=True)


def as_data(law: Law) -> dict[str, Any]:
    """Return a law as plain data: what JSON can hold, with the address of every unit."""
    addresses = {id(unit): str(address) for address, unit, _ in law.units()}
    return {
        "name": law.name,
        "title": law.title,
        "language": law.language,
        "sha256": law.sha256,
        "head": list(law.head),
        "units": [_unit(unit, addresses) for unit in law.provisions],
        "tail": list(law.tail),
        "notes": [_note(note) for note in law.notes],
        "remarks": [str(remark) for remark in law.remarks],
    }


def _unit(unit: Provision, addresses: dict[int, str]) -> dict[str, Any]:
    return {
        "reference": addresses[id(unit)],
        "kind": unit.kind.value,
        "number": str(unit.number),
        "label": unit.label,
        "heading": unit.heading,
        "text": unit.text,
        "line": unit.line,
        "repealed": unit.repealed,
        "notes": [_note(note) for note in unit.notes],
        "units": [_unit(child, addresses) for child in unit.children],
    }


def _note(note: Note) -> dict[str, Any]:
    return {"text": note.text, "line": note.line}


def _outline(unit: Provision, depth: int) -> str:
    parts = sum(child.kind is Kind.PART for child in unit.children)
    marks = [f"{parts} parts"] if parts else []
    marks += ["repealed"] if unit.repealed else []
    marks += [f"{len(unit.notes)} notes"] if unit.notes else []
    extra = f"  ({', '.join(marks)})" if marks else ""
    return f"{'  ' * depth}{unit.label} {unit.heading}{extra}"
