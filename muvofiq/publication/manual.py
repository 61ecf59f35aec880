"""The manual as a page: what the library says in a language, from Markdown to HTML; HTML in it stays text."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markdown_it import MarkdownIt

from muvofiq.publication.phrases import unconfirmed

CHAPTERS = ("assess", "amend")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter in one language: its title, and the HTML of what follows; ``is_unconfirmed`` as no native read it."""

    title: str
    html: str
    is_unconfirmed: bool = False


@cache
def chapter(name: str, language: str) -> Chapter:
    """Return a chapter of the manual; raises KeyError for a name that is none of ``CHAPTERS``.

    >>> chapter("assess", "en").title
    'How to judge a requirement'
    """
    if name not in CHAPTERS:
        raise KeyError(name)
    source = files("muvofiq.library") / "manual" / f"{name}.{language}.md"
    head, _, body = source.read_text(encoding="utf-8").partition("\n")
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(body)
    return Chapter(head.removeprefix("# "), html, is_unconfirmed=unconfirmed("manual", language))
