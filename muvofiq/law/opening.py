"""A file of any kind is opened as the law or the laws that it holds."""

from muvofiq.law.build import build_law
from muvofiq.law.tree import Law
from muvofiq.text.choices import NONE, Choices
from muvofiq.text.read import read_bytes


def open_laws(data: bytes, name: str, choices: Choices = NONE) -> tuple[Law, ...]:
    """Return the law of a file; two of them where it holds the act in two languages.

    Raises the errors of reading and NoArticles.
    """
    return (build_law(read_bytes(data, name, choices)),)
