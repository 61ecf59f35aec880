"""The words of the thesaurus as its pages show them: what a concept is called."""

from django import template

from muvofiq.standards.thesaurus import Concept
from muvofiq.web.forms_terms import name_of

register = template.Library()


@register.filter
def called(concept: Concept, language: str) -> str:
    """Give the preferred word of a concept in a language, or in another with its tag; its id where it has no word."""
    return name_of(concept, language) or concept.id
