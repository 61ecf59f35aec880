"""The words about editions as every page shows them: their day, how they stand to others, what became of a unit."""

from collections.abc import Mapping
from uuid import UUID

from django import template

from muvofiq.records.models import Edition
from muvofiq.records.queries.beside import Place
from muvofiq.records.queries.difference import Update
from muvofiq.web.labels_editions import FATES, PARTS, STANDINGS, day_of

register = template.Library()


@register.filter
def as_at(edition: Edition) -> str:
    """Give the day of an edition in words; where nobody knows it, that of its import."""
    return day_of(edition)


@register.filter
def fate(what: str) -> str:
    """Give the word for what became of a unit."""
    return str(FATES[what])


@register.filter
def standing(value: str) -> str:
    """Give the words for how an edition stands to the others."""
    return str(STANDINGS[value])


@register.filter
def part_word(name: str) -> str:
    """Give the name of a part of a law outside its units."""
    return str(PARTS[name])


@register.filter
def update_at(updates: Mapping[tuple[UUID, str], Update] | str | None, place: Place) -> Update | None:
    """Give what became of a unit in a newer edition; nothing where there is none."""
    return updates.get((place.edition.pk, place.eid)) if isinstance(updates, Mapping) else None
