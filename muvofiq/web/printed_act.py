"""How a draft amending act is laid out on paper: the mark of a draft, kind and title, its articles, the signature."""

from collections.abc import Iterator
from dataclasses import dataclass

from muvofiq.amendment.formulae import words_of
from muvofiq.records.queries.amending_act import ActDrafted

HEAD = ("mark", "kind", "headline", "passed", "passed")  # the lines before the first article
SIGNED = 2  # lines at the end: who signs, and where and when


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A paragraph of the act. ``look`` says how it is set; ``label`` is what is printed bold before the text."""

    look: str
    text: str
    label: str = ""


def printed_lines(act: ActDrafted) -> list[PrintedLine]:
    """Return the paragraphs of a draft as they are set on paper."""
    head, rest = act.lines[: len(HEAD)], act.lines[len(HEAD) :]
    body, signed = rest[:-SIGNED], rest[-SIGNED:]
    return [
        *(PrintedLine(look, line) for look, line in zip(HEAD, head, strict=False)),
        *_body(body, words_of(act.language).get("article", "")),
        *(PrintedLine("signed", line) for line in signed),
    ]


def _body(lines: tuple[str, ...], pattern: str) -> Iterator[PrintedLine]:
    """Yield the articles one by one: they are known by their numbers, which follow each other."""
    begins, number = pattern.partition("{text}")[0].replace("\\n", ""), 1
    for line in lines:
        label = begins.format(number=number)
        if pattern and f"{line} ".startswith(label):
            number += 1
            yield PrintedLine("article", line[len(label) :], label)
        else:
            yield PrintedLine("ordered", line)
