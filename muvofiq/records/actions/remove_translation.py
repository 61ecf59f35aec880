"""A working translation is removed; the history keeps what it said."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.write_translation import saved_words, stamp
from muvofiq.records.errors import ChangedMeanwhile, NotOnFile
from muvofiq.records.models import Edition, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.translations import Slots, unit_to_translate


def remove_translation(actor: Person, edition: Edition, eid: str, language: str, *, seen: str) -> None:
    """Remove the translation of a unit that a person has seen; raises UnitMissing, NotOnFile, ChangedMeanwhile."""
    where = f"{edition.mission} > {edition.name}~{eid}"
    unit = unit_to_translate(edition, eid)
    with acting(actor, Verb.TRANSLATE, edition.mission) as act:
        saved = Slots(edition, language).held(unit)
        if saved is None:
            raise NotOnFile(where, sort="translation", name=f"{unit.citation} [{language}]")
        if stamp(saved) != seen:
            raise ChangedMeanwhile(where, name=saved.entered_by.name, yours=seen[:16] or "–", theirs=stamp(saved)[:16])
        act.says(f"translation {edition.name}~{eid}", language=language, removed=saved_words(saved))
        saved.delete()
