"""The working translations that documents print beside the original, each with its mark; of restricted texts none."""

from collections.abc import Iterable

from muvofiq.publication.translation_words import Translator, unofficial
from muvofiq.records.models import Edition
from muvofiq.records.queries.beside import BesideUnit, Neighbours


def printed_translations(places: Iterable[tuple[Edition, str]], language: str) -> dict[str, str]:
    """Return what a document in a language prints for units, by their address with the name of the edition."""
    neighbours = Neighbours(language)
    found = {
        f"{edition.name}~{eid}": neighbours.whole(edition, eid) for edition, eid in places if not edition.is_restricted
    }
    return {address: text for address, beside in found.items() if beside and (text := _printed(beside, language))}


def _printed(beside: BesideUnit, language: str) -> str:
    """Return the words with who translated them; nothing where a version of the act stands beside it, or no words."""
    whose = [one for one in beside.whose if not one.version and one.on]
    if not whose or len(whose) < len(beside.whose):
        return ""
    translators = [Translator(one.translator, one.is_machine, one.on, one.is_stale) for one in whose if one.on]
    return unofficial(beside.text, beside.language, translators, untranslated=beside.open, language=language)
