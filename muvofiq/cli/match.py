"""``muvofiq match``: from law files to a table of concordance."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from muvofiq.alignment.candidate import Found
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.match import TOP, by_question
from muvofiq.alignment.match import match as match_questions
from muvofiq.alignment.meaning import Meaning, model_behind
from muvofiq.alignment.question import question_of
from muvofiq.alignment.unit import Unit, units_of
from muvofiq.cli.explaining import Explainer
from muvofiq.cli.meaning import find_meaning
from muvofiq.cli.parse import PENDING
from muvofiq.cli.progress import Report, progress_bars
from muvofiq.cli.reading import for_official_use, read_laws
from muvofiq.cli.saving import save
from muvofiq.publication.concordance import Concordance, ForState, concordance
from muvofiq.publication.phrases import languages
from muvofiq.publication.withholding import withhold
from muvofiq.publication.xlsx import write_concordance
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue
from muvofiq.text.choices import Changes, Choices

A_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.argument("laws", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write the table (.xlsx).")
@click.option("--top", default=TOP, show_default=True, type=click.IntRange(1, 50), help="Provisions per requirement.")
@click.option(
    "--language", default="en", show_default=True, type=click.Choice(languages("concordance")), help="Of the table."
)
@click.option("--state", help="State whose treaty bonds are shown, such as TJ.")
@click.option("--date", "on", type=A_DAY, help="The day for which they are shown (default: today).")
@click.option("--changes", type=PENDING, help="How pending corrections of Word files are read.")
@click.option("--explain", is_flag=True, help="Print why each provision is proposed, as the page does.")
@click.option("--requirement", "only", multiple=True, help="Id of a requirement; may be given again (default: all).")
@click.option("--no-model", is_flag=True, help="Match by words and thesaurus alone.")
@click.option("--json", "as_json", is_flag=True, help="Print the candidates as JSON, for scripts.")
def match(  # noqa: PLR0913 (one parameter for each option of the command)
    *,
    laws: tuple[Path, ...],
    output: Path | None,
    top: int,
    language: str,
    state: str | None,
    on: datetime | None,
    changes: str | None,
    explain: bool,
    only: tuple[str, ...],
    no_model: bool,
    as_json: bool,
) -> None:
    """Find the provisions of LAWS that may answer each requirement, and write a table of concordance."""
    if not output and not as_json and not explain:
        raise click.UsageError("Say where to write the table (-o table.xlsx), or ask for --json or --explain.")
    if output and output.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"The table is an Excel workbook: {output.stem}.xlsx", param_hint="-o")
    if on and not state:
        raise click.UsageError("A date is asked for a state: add --state, such as --state TJ.")
    for_state = ForState(state.upper(), on.date() if on else _today()) if state else None
    with progress_bars() as report:
        acts = read_laws(laws, Choices(Changes(changes or Changes.ASK)), report)
        marked = for_official_use(acts)
        units = [unit for act in acts for unit in units_of(act, stays=act.name in marked)]
        catalogue = _asked(only)
        found, model = _matched(catalogue, units, None if no_model else find_meaning(), top, report)
    by_name = by_question(found)
    whole = concordance(catalogue, acts, by_name, made_on=_today(), model=model, for_state=for_state)
    table = withhold(whole, marked, language)
    _tell(table)
    if output:
        save(write_concordance(table, language), output)
        click.echo(f"{len(table.rows)} rows for {len(table.requirements)} requirements: {output}", err=True)
    if explain:
        explainer = Explainer(catalogue, acts, language)
        click.echo("\n".join(explainer.lines(catalogue.requirements, found)).strip())
    if as_json:
        click.echo(json.dumps(as_data(table), ensure_ascii=False, indent=1))


def as_data(table: Concordance) -> dict[str, Any]:
    """Return the table as plain data, for scripts: acts, model and rows with their reasons."""
    return {
        "model": table.model,
        "acts": [{"name": act.name, "title": act.title, "sha256": act.sha256} for act in table.acts],
        "rows": [
            {
                "requirement": row.requirement.id,
                "force": list(row.force),
                "unit": row.answer.unit if row.answer else None,
                "citation": row.answer.citation if row.answer else None,
                "place": row.answer.place if row.answer else None,
                "score": row.answer.score if row.answer else None,
                "why": str(row.answer.reason) if row.answer else None,
            }
            for row in table.rows
        ],
    }


def _asked(only: tuple[str, ...]) -> Catalogue:
    """Return the catalogue, with these requirements alone where any are named; raises NotInCatalogue."""
    catalogue = load_catalogue()
    return replace(catalogue, requirements=tuple(map(catalogue.requirement, only))) if only else catalogue


def _matched(
    catalogue: Catalogue, units: list[Unit], meaning: Meaning | None, top: int, report: Report
) -> tuple[dict[str, Found], str | None]:
    """Return what is found for each requirement, and the model that had a say in it."""
    found = match_questions(
        [question_of(requirement) for requirement in catalogue.requirements],
        units,
        Concepts(catalogue.thesaurus.concepts),
        meaning=meaning,
        top=top,
        progress=report,
    )
    return found, model_behind(found, meaning)


def _today() -> date:
    return datetime.now().astimezone().date()


def _tell(table: Concordance) -> None:
    for act in table.acts:
        for remark in act.remarks:
            click.secho(f"! {act.name}: {remark}", fg="yellow", err=True)
    if not table.model:
        click.secho("! Matched without the language model: by words and thesaurus alone.", fg="yellow", err=True)
