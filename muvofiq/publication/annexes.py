"""The sheets behind the table of concordance: the acts, the cited norms, and how to read it all."""

from collections import Counter
from collections.abc import Iterator

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from muvofiq.alignment.manner import Manner, weights
from muvofiq.alignment.signals import BY_MEANING
from muvofiq.assessment.verdict import Axis, Verdict, appearances, verdicts_on
from muvofiq.law.tree import Law
from muvofiq.publication.columns import label_on
from muvofiq.publication.concordance import Concordance, Doubt, ForState, count_articles
from muvofiq.publication.dates import written_day
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed
from muvofiq.publication.sheet import Formats, height, on_paper, write_list
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.party import Reservation
from muvofiq.standards.requirement import in_language
from muvofiq.standards.standing import Standing, standing
from muvofiq.standards.state import state_name
from muvofiq.standards.thesaurus import LANGUAGES

GUIDE_WIDTH = 110


def write_acts(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> None:
    """List the acts on file, with what was noticed when they were read."""
    heads = [
        ("acts_file", 26), ("acts_title", 60), ("acts_language", 10), ("acts_articles", 12), ("acts_repealed", 12),
        ("acts_hash", 40), ("acts_remarks", 50), *([("acts_edition", 14)] if table.judged else []),
    ]  # fmt: skip
    rows = [_act(act, table, say) for act in table.acts]
    write_list(sheet, [(say(head), width) for head, width in heads], rows, formats)


def write_norms(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> None:
    """List the cited instruments: title, identifiers, end, how each stands to the state, what is not confirmed."""
    heads = [(say("norms_id"), 20), (say("norms_title"), 70), (say("norms_identifiers"), 44), (say("norms_until"), 14)]
    if table.for_state:
        state, day = state_name(table.for_state.state, say.language), table.for_state.on.isoformat()
        heads.append((say("norms_force", state=state, date=day), 44))
        heads.append((say("norms_party", state=state), 24))
        heads.append((say("norms_reservations", state=state), 50))
    heads.append((say("norms_unconfirmed"), 30))
    rows = [_norm(instrument, table.for_state, say) for instrument in table.instruments]
    write_list(sheet, heads, rows, formats)


def write_count(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> None:
    """Count the degrees on both axes, and show in words how much is judged and how much of that is fully met."""
    first = [row for row in table.rows if row.opens]
    law, practice = Counter(row.law for row in first), Counter(row.practice for row in first)
    rows: list[tuple[str | int, ...]] = [
        (_both(verdict, say.language), law[verdict], practice[verdict]) for verdict in appearances()
    ]
    rows.append((say("count_scope"), len(first), len(first)))
    write_list(sheet, [(say("count_degree"), 90), (say("count_law"), 14), (say("count_practice"), 14)], rows, formats)
    unjudged = law[Verdict.NOT_ASSESSED]
    judged = len(first) - unjudged
    label = appearances()[Verdict.FULL].label(say.language)
    sentences = (
        say("count_judged", judged=judged, scope=len(first), open=unjudged),
        say("count_full", full=law[Verdict.FULL], judged=judged, scope=len(first), label=label),
        *(say(f"count_{doubt}", count=table.doubted(doubt), column=say("finding_state")) for doubt in Doubt),
        say("count_no_score"),
    )
    for at, sentence in enumerate(sentences, len(rows) + 2):
        sheet.set_row(at, height([sentence], [90]))
        sheet.write_string(at, 0, sentence, formats["cell"])


def _both(verdict: Verdict, language: str) -> str:
    """Return the label of a verdict; where practice has another word for it, both."""
    law, practice = (label_on(axis, verdict, language) for axis in Axis)
    return law if law == practice else f"{law} / {practice}"


def drafts_told(table: Concordance, say: Phrases) -> tuple[str, ...]:
    """Say how many verdicts nobody has checked yet; nothing where all are checked."""
    judged = sum(row.opens and row.judgement is not None for row in table.rows)
    told = say("drafts_told", drafts=table.drafts, judged=judged, column=say("finding_state"))
    return (told,) if table.drafts else ()


def write_guide(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> dict[Axis, str]:
    """Say in a few sentences how the table came about, and show the marks and colours of the degrees on each axis.

    Return where the degrees of each axis stand, as Excel names a range: cells of the table offer them as a list.
    """
    sheet.set_column(0, 0, GUIDE_WIDTH)
    lines = _sentences(table, say)
    for row, line in enumerate(lines):
        sheet.set_row(row, height([line], [GUIDE_WIDTH]))
        sheet.write_string(row, 0, line, formats["cell"])
    row, places = len(lines) + 1, {}
    for axis in Axis if table.judged else (Axis.LAW,):
        sheet.write_string(row, 0, say(f"{axis.value}_degree") if table.judged else say("degree"), formats["head"])
        for at, verdict in enumerate(verdicts_on(axis), row + 1):
            sheet.write_string(at, 0, label_on(axis, verdict, say.language), formats[verdict])
        last = row + len(verdicts_on(axis))
        places[axis] = f"='{sheet.get_name()}'!{xl_range_abs(row + 1, 0, last, 0)}"
        row = last + 2
    on_paper(sheet, pages_wide=1)
    return places


def _act(act: Law, table: Concordance, say: Phrases) -> list[str | int]:
    row: list[str | int] = [
        act.name,
        act.title,
        act.language,
        count_articles(act, repealed=False),
        count_articles(act, repealed=True),
        act.sha256,
        "\n".join(map(str, act.remarks)),
    ]
    if table.judged:
        row.append(_day(act.name, table, say))
    return row


def _day(name: str, table: Concordance, say: Phrases) -> str:
    """Return the date of an edition or, where nobody knows it, the day on which it came on file."""
    if name in table.editions:
        return table.editions[name].isoformat()
    return say("acts_undated", date=table.imported[name].isoformat()) if name in table.imported else ""


def _norm(instrument: Instrument, for_state: ForState | None, say: Phrases) -> list[str]:
    identifiers = "\n".join(f"{name}: {text}" for name, text in instrument.identifiers.items())
    row = [instrument.id, in_language(instrument.title, say.language), identifiers, str(instrument.until or "")]
    if for_state:
        row.append(_force(standing(instrument, for_state.state, for_state.on), say))
        row.append(_participation(instrument, for_state.state, say))
        reservations = instrument.reservations_of(for_state.state, for_state.on)
        row.append("\n".join(_reservation(one, say.language) for one in reservations))
    return [*row, "\n".join(_unconfirmed(instrument, for_state, say))]


def _unconfirmed(instrument: Instrument, for_state: ForState | None, say: Phrases) -> Iterator[str]:
    """Yield in words what nobody has confirmed; of the parts of other states, nothing where one state is meant."""
    for fact in instrument.unconfirmed_facts:
        head, _dot, about = fact.partition(".")
        is_of_state = head in {"participation", "reservations"}
        if is_of_state and for_state and about != for_state.state:
            continue
        told = state_name(about, say.language) if is_of_state else about
        yield f"{say(f'unconfirmed {head}')}: {told}" if told else say(f"unconfirmed {head}")


def _force(stands: Standing, say: Phrases) -> str:
    """Say with what force an instrument speaks, since when, and line by line the facts from which that follows."""
    force = say(f"force {stands.force}")
    head = say("norms_since", force=force, day=stands.since.isoformat()) if stands.since else force
    grounds = (say(f"fact {one.fact}", day=one.day or "").rstrip(": ") for one in stands.grounds)
    return "\n".join((f"{head}{' ?' if stands.unconfirmed else ''}", *grounds))


def _reservation(one: Reservation, language: str) -> str:
    articles = f"{one.articles}: " if one.articles else ""
    made = f" ({one.date})" if one.date else ""
    return f"{articles}{in_language(one.text, language)}{made}{' ?' if one.unconfirmed else ''}"


def _participation(instrument: Instrument, state: str, say: Phrases) -> str:
    party = instrument.participation.get(state)
    if party:
        return f"{say(f'act {party.act}')} {party.date or ''}".strip() + (" ?" if party.unconfirmed else "")
    if state in instrument.states_covered:
        return say("not_a_party")
    return say("not_known") if instrument.states_covered else ""


def _sentences(table: Concordance, say: Phrases) -> list[str]:
    drafts = sum(requirement.signed is None for requirement in table.requirements)
    return [
        *table.notices,
        *drafts_told(table, say),
        *((say("guide_judged"), say("guide_elements")) if table.judged else (say("guide_proposed"),)),
        _nothing(table, say),
        say("guide_model", model=table.model) if table.model else say("guide_no_model"),
        *_places(table, say),
        say("guide_drafts", drafts=drafts, count=len(table.requirements)),
        *([say("guide_force")] if table.for_state else []),
        say("guide_adviser"),
        *([phrases("paper", say.language)("unconfirmed")] if unconfirmed("concordance", say.language) else []),
    ]


def _nothing(table: Concordance, say: Phrases) -> str:
    """Say what «not found» means here: where a person confirmed the list of acts, what «absent» means as well."""
    given = table.absence.confirmation if table.absence and table.absence.is_confirmed else None
    if given is None:
        return say("guide_nothing")
    return say("guide_absent", name=given.by, date=written_day(given.on, say.language))


def _places(table: Concordance, say: Phrases) -> Iterator[str]:
    """Yield how the places come about, for each manner in which the acts of the table were asked."""
    languages: dict[Manner, list[str]] = {}
    for language in sorted({act.language for act in table.acts}):
        manner = Manner.WORDED if language in LANGUAGES else Manner.FOREIGN_WORDED
        languages.setdefault(manner, []).append(language)
    for manner, spoken in languages.items():
        used = {name: weight for name, weight in weights(manner).items() if table.model or name not in BY_MEANING}
        named = ", ".join(f"{say(f'signal {name}')} {weight:g}" for name, weight in used.items())
        yield say("guide_place", weights=f"{named} ({', '.join(spoken)})")
