"""Units of a law leave for translation: the wanted ones and nothing else, each with the mark of its words."""

from muvofiq.publication.translation_sheet import FIGURES, Sheet, SheetRow, joined
from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import NothingToTranslate, Restricted
from muvofiq.records.models import Edition, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.numbered_articles import articles_numbered
from muvofiq.records.queries.own_units import OwnUnit, is_in
from muvofiq.records.queries.translations import Slots, Which, chosen_units, target_language


def send_for_translation(
    actor: Person,
    edition: Edition,
    *,
    language: str,
    which: Which,
    is_open_only: bool = False,
    eid: str = "",
    articles: str = "",
) -> Sheet:
    """Return the sheet of the chosen units, with the translations on file; ``is_open_only`` leaves fresh ones out.

    Of the choice only the ``articles`` with these numbers are taken, if any are named («3, 5–7»).
    Raises Restricted for a text «for official use», NotAWord, UnitMissing, NothingToTranslate.
    """
    where = f"{edition.mission} > {edition.name}"
    with acting(actor, Verb.TRANSLATE, edition.mission) as act:
        edition.refresh_from_db(fields=["is_restricted"])
        if edition.is_restricted:
            raise Restricted(where, edition=edition.name)
        slots = Slots(edition, target_language(edition, language))
        tops = articles_numbered(edition, articles)
        units = [
            unit
            for unit in chosen_units(edition, which, eid)
            if (slots.is_open(unit) or not is_open_only) and (not tops or any(is_in(unit.eid, top) for top in tops))
        ]
        if not units:
            raise NothingToTranslate(where)
        act.says(f"translation {edition.name}", language=language, units=len(units))
    return Sheet(language, tuple(_row(edition, unit, slots) for unit in units))


def _row(edition: Edition, unit: OwnUnit, slots: Slots) -> SheetRow:
    slot = slots.of(unit)
    return SheetRow(
        unit=f"{edition.name}~{unit.eid}",
        fingerprint=unit.sha256[:FIGURES],
        citation=unit.citation,
        original=joined(unit.heading, unit.text),
        translation=joined(slot.translation.heading, slot.translation.text) if slot else "",
    )
