"""What stands beside the original, and the words for what becomes of a translation, as every page shows them."""

from collections.abc import Mapping
from uuid import UUID

from django import template

from muvofiq.records.queries.beside import BesideUnit, Place
from muvofiq.web.labels_translations import FATES

register = template.Library()


@register.filter
def fate_word(fate: str) -> str:
    """Give the words that people read for what becomes of a row."""
    return str(FATES[fate])


@register.filter
def beside_of(besides: Mapping[tuple[UUID, str], BesideUnit] | str | None, place: Place) -> BesideUnit | None:
    """Give what stands beside a unit on the page; nothing where the page shows originals alone."""
    return besides.get((place.edition.pk, place.eid)) if isinstance(besides, Mapping) else None
