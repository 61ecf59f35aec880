"""``muvofiq search``: where laws speak of something, in whatever language they and the question are."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.looking import Hit
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.narrowing import Narrowing, UnitKind
from muvofiq.alignment.requirement_pool import requirement_pools, texts_in
from muvofiq.alignment.search import TOP, Asked, search_pools
from muvofiq.alignment.search import search as search_units
from muvofiq.alignment.unit import Unit, units_of
from muvofiq.cli.meaning import find_meaning
from muvofiq.cli.parse import PENDING
from muvofiq.cli.progress import Report, progress_bars
from muvofiq.cli.reading import for_official_use, read_laws
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law
from muvofiq.standards.load import load_catalogue
from muvofiq.text.choices import Changes, Choices

Row = dict[str, Any]  # one thing that was found, as plain data


@click.command()
@click.argument("text")
@click.argument("laws", nargs=-1, type=click.Path(path_type=Path))
@click.option("--language", help="Only texts in this language, such as tg.")
@click.option("--typed-in", default="", help="In which language TEXT is (default: guessed).")
@click.option("--kind", type=click.Choice([one.value for one in UnitKind]), help="Only units of this kind.")
@click.option("--act", help="Only this act, by the name of its file.")
@click.option("--top", default=TOP, show_default=True, type=click.IntRange(1, 200), help="How many are shown.")
@click.option("--changes", type=PENDING, help="How pending corrections of Word files are read.")
@click.option("--no-model", is_flag=True, help="Search by words and thesaurus alone.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON, for scripts.")
def search(  # noqa: PLR0913 (one parameter for each option of the command)
    *,
    text: str,
    laws: tuple[Path, ...],
    language: str | None,
    typed_in: str,
    kind: str | None,
    act: str | None,
    top: int,
    changes: str | None,
    no_model: bool,
    as_json: bool,
) -> None:
    """Find where LAWS speak of TEXT; without a law, which requirements do."""
    if (kind or act) and not laws:
        raise click.UsageError("A kind of unit and an act are asked for in laws: name law files.")
    wanted = Narrowing(
        UnitKind(kind) if kind else None,
        frozenset([act]) if act else None,
        frozenset([language]) if language else None,
    )
    with progress_bars() as report:
        acts = read_laws(laws, Choices(Changes(changes or Changes.ASK)), report)
        if act and act not in {one.name for one in acts}:
            raise click.BadParameter(f"one of {', '.join(one.name for one in acts)}", param_hint="--act")
        meaning = None if no_model or not laws else find_meaning()
        look = _Search(text, typed_in, wanted, top)
        rows = list(look.in_laws(acts, meaning, report) if laws else look.in_requirements())
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join("\n".join(_lines(row)) for row in rows) or "Nothing was found.")


@dataclass(frozen=True, slots=True)
class _Search:
    """What was typed, in which language, how narrowed, and how much is shown."""

    text: str
    typed_in: str
    wanted: Narrowing
    top: int

    def in_laws(self, acts: Sequence[Law], meaning: Meaning | None, report: Report) -> Iterator[Row]:
        marked = for_official_use(acts)
        units = {unit.id: unit for act in acts for unit in units_of(act, stays=act.name in marked)}
        hits = search_units(
            self.text,
            self.typed_in,
            units.values(),
            Concepts(load_catalogue().thesaurus.concepts),
            meaning=meaning,
            narrowing=self.wanted,
            top=self.top,
            progress=report,
        )
        return (_row(hit, units[hit.article]) for hit in hits)

    def in_requirements(self) -> Iterator[Row]:
        catalogue = load_catalogue()
        concepts = Concepts(catalogue.thesaurus.concepts)
        pools = requirement_pools(catalogue.requirements, concepts)
        asked = Asked.parse(self.text, self.typed_in, pools, concepts)
        wanted = self.wanted if self.wanted.languages else Narrowing(acts=texts_in(pools, asked.language))
        units = {(unit.id, unit.language): unit for pool in pools for unit in pool.units}
        hits = search_pools(asked, pools, narrowing=wanted, top=self.top)
        return (_row(hit, units[hit.article, hit.language]) for hit in hits)


def _row(hit: Hit, unit: Unit) -> Row:
    """Return what was found as plain data: where it stands, its words, and why it was found."""
    return {
        "unit": hit.unit,
        "act": unit.title,
        "language": hit.language,
        "citation": cite(Reference.parse(hit.unit), hit.language) or hit.unit,
        "heading": unit.heading,
        "words": hit.paragraph,
        "cited": hit.is_cited,
        "why": str(hit.reason),
    }


def _lines(row: Row) -> Iterator[str]:
    yield " · ".join(filter(None, (row["citation"], row["heading"], row["act"], row["language"])))
    yield row["words"]
    yield row["why"] or "by its number"
