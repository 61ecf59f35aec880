"""The working translation of one unit is written or corrected by hand; it is never an official text."""

from datetime import date

from muvofiq.publication.translation_sheet import joined, tidied
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.make_room import Room
from muvofiq.records.errors import ChangedMeanwhile, Missing
from muvofiq.records.models import Edition, Person, WorkingTranslation
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.translations import Slots, target_language, unit_to_translate


def write_translation(
    actor: Person,
    edition: Edition,
    eid: str,
    *,
    language: str,
    heading: str,
    text: str,
    translator: str,
    is_machine: bool,
    translated_on: date,
    seen: str = "",
) -> WorkingTranslation:
    """Save what a unit says in a language. ``seen`` is ``stamp`` of the translation that stood in the form.

    Raises UnitMissing, NotAWord, Missing, and ChangedMeanwhile where another person has saved one since.
    """
    where = f"{edition.mission} > {edition.name}~{eid}"
    unit, code = unit_to_translate(edition, eid), target_language(edition, language)
    name = translator_named(translator, where)
    heading, text = " ".join(tidied(heading).split()), tidied(text)
    if not heading and not text:
        raise Missing(where, field="the translation")
    with acting(actor, Verb.TRANSLATE, edition.mission) as act:
        before = Slots(edition, code).held(unit)
        if stamp(before) != seen:
            who = before.entered_by.name if before else "–"
            raise ChangedMeanwhile(where, name=who, yours=seen[:16] or "–", theirs=stamp(before)[:16] or "–")
        row = Room(edition.act, edition.language, code).row_for(edition, unit, before)
        old = saved_words(before) if before and before.pk == row.pk else ""
        row.heading, row.text = heading, text
        row.translator, row.is_machine, row.translated_on = name, is_machine, translated_on
        row.entered_by, row.entered_at = act.actor, act.at
        row.save()
        words = {"from": {"translation": old}, "to": {"translation": saved_words(row)}}
        act.says(f"translation {edition.name}~{eid}", language=code, translator=name, **words)
    return row


def stamp(translation: WorkingTranslation | None) -> str:
    """Return when a translation was saved, by which two persons notice each other; nothing where there is none."""
    return f"{translation.entered_at:%Y-%m-%d %H:%M:%S.%f}" if translation else ""


def saved_words(translation: WorkingTranslation) -> str:
    """Return heading and text as the history keeps them."""
    return joined(translation.heading, translation.text)


def translator_named(translator: str, where: str) -> str:
    """Return the name of the person or the machine; raises Missing."""
    name = " ".join(translator.split())[:200]
    if not name:
        raise Missing(where, field="who translated, a person or a machine")
    return name
