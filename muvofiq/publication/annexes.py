"""The sheets behind the table of concordance: the acts, the cited norms, and how to read it all."""

from xlsxwriter.worksheet import Worksheet

from muvofiq.alignment.pool import WEIGHTS
from muvofiq.assessment.verdict import appearances
from muvofiq.publication.concordance import Concordance, ForState, count_articles
from muvofiq.publication.phrases import Phrases
from muvofiq.publication.sheet import Formats, height, on_paper, write_list
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import in_language

GUIDE_WIDTH = 110


def write_acts(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> None:
    """List the acts on file, with what was noticed when they were read."""
    heads = ("acts_file", "acts_title", "acts_language", "acts_articles", "acts_repealed", "acts_hash", "acts_remarks")
    widths = (26, 60, 10, 12, 12, 40, 50)
    rows = [
        (
            act.name,
            act.title,
            act.language,
            count_articles(act, repealed=False),
            count_articles(act, repealed=True),
            act.sha256,
            "\n".join(map(str, act.remarks)),
        )
        for act in table.acts
    ]
    write_list(sheet, [(say(head), width) for head, width in zip(heads, widths, strict=True)], rows, formats)


def write_norms(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> None:
    """List the cited instruments with full title and identifiers, and what of it is not confirmed."""
    heads = [(say("norms_id"), 20), (say("norms_title"), 70), (say("norms_identifiers"), 44)]
    if table.for_state:
        heads.append((say("norms_party", state=table.for_state.state), 24))
    heads.append((say("norms_unconfirmed"), 30))
    rows = [_norm(instrument, table.for_state, say) for instrument in table.instruments]
    write_list(sheet, heads, rows, formats)


def write_guide(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> None:
    """Say in a few sentences how the table came about, and show the marks and colours of the degrees."""
    sheet.set_column(0, 0, GUIDE_WIDTH)
    lines = _sentences(table, say)
    for row, line in enumerate(lines):
        sheet.set_row(row, height([line], [GUIDE_WIDTH]))
        sheet.write_string(row, 0, line, formats["cell"])
    for row, (verdict, appearance) in enumerate(appearances().items(), len(lines) + 1):
        sheet.write_string(row, 0, appearance.label(say.language), formats[verdict])
    on_paper(sheet, pages_wide=1)


def _norm(instrument: Instrument, for_state: ForState | None, say: Phrases) -> list[str]:
    identifiers = "\n".join(f"{name}: {text}" for name, text in instrument.identifiers.items())
    row = [instrument.id, in_language(instrument.title, say.language), identifiers]
    if for_state:
        row.append(_participation(instrument, for_state.state, say))
    return [*row, "\n".join(instrument.unconfirmed_facts)]


def _participation(instrument: Instrument, state: str, say: Phrases) -> str:
    party = instrument.participation.get(state)
    if party:
        return f"{party.act} {party.date or ''}{' ?' if party.unconfirmed else ''}".replace("  ", " ").strip()
    if state in instrument.states_covered:
        return say("not_a_party")
    return say("not_known") if instrument.states_covered else ""


def _sentences(table: Concordance, say: Phrases) -> list[str]:
    drafts = sum(requirement.signed is None for requirement in table.requirements)
    used = {name: weight for name, weight in WEIGHTS.items() if name != "meaning" or table.model}
    return [
        say("guide_proposed"),
        say("guide_nothing"),
        say("guide_model", model=table.model) if table.model else say("guide_no_model"),
        say("guide_place", weights=", ".join(f"{say(name)} {weight:g}" for name, weight in used.items())),
        say("guide_drafts", drafts=drafts, count=len(table.requirements)),
        *([say("guide_force")] if table.for_state else []),
        say("guide_adviser"),
    ]
