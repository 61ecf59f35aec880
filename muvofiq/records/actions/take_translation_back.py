"""A sheet comes back from translation: what is new is saved, what stands already is replaced only where ticked."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from muvofiq.publication.translation_sheet import Sheet
from muvofiq.records.actions.acting import Act as Acting
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.make_room import Room
from muvofiq.records.actions.write_translation import saved_words, translator_named
from muvofiq.records.models import Edition, Person, WorkingTranslation
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.returned_sheet import Fate, Returned, returned
from muvofiq.records.queries.translations import target_language


def take_translation_back(
    actor: Person,
    edition: Edition,
    sheet: Sheet,
    *,
    language: str,
    translator: str,
    is_machine: bool,
    translated_on: date,
    replace: Collection[str] = (),
) -> int:
    """Save the translations of a sheet and return how many; ``replace`` holds the ticks of ``Returned.tick``.

    A tick holds only for the translation that the person has seen. Raises Missing, NotAWord.
    """
    where = f"{edition.mission} > {edition.name}"
    name = translator_named(translator, where)
    target_language(edition, language)
    with acting(actor, Verb.TRANSLATE, edition.mission) as act:
        rows = returned(edition.act, sheet, language)
        taken = [one for one in rows if one.fate is Fate.NEW or (one.waits and one.tick in replace)]
        facts = {"translator": name, "is_machine": is_machine, "translated_on": translated_on, "language": language}
        replaced = _save(act, taken, facts)
        old = {one.row.unit: saved_words(one.before) for one in replaced if one.before}
        new = {one.row.unit: one.row.translation for one in replaced}
        if taken:
            said = {"language": language, "units": len(taken), "translator": name, "from": old, "to": new}
            act.says(f"translation {edition.name}", **said)
    return len(taken)


def _save(act: Acting, taken: Sequence[Returned], facts: dict[str, Any]) -> list[Returned]:
    """Save the rows, and return those that have taken the place of another translation."""
    rooms: dict[str, Room] = {}
    rows: dict[UUID, WorkingTranslation] = {}
    for one in taken:
        if one.found is None:
            continue
        edition, language = one.found.edition, one.found.edition.language
        if language not in rooms:
            rooms[language] = Room(edition.act, language, facts["language"])
        row = rooms[language].row_for(edition, one.found.unit, one.before)
        words = {"heading": one.heading, "text": one.text}
        for field, value in {**facts, **words, "entered_by": act.actor, "entered_at": act.at}.items():
            setattr(row, field, value)
        rows[row.pk] = row
    fields = ("edition", "original_sha256", "heading", "text", *facts, "entered_by", "entered_at")
    WorkingTranslation.objects.bulk_create(
        rows.values(), update_conflicts=True, unique_fields=["id"], update_fields=fields
    )
    return [one for one in taken if one.before and one.before.pk in rows]
