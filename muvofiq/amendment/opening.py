"""A file is opened as an amending act; unlike a law it may have neither articles nor numbered points."""

from dataclasses import replace

from muvofiq.law.build import act_name, grammar_of
from muvofiq.law.errors import NoArticles
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law, Provision
from muvofiq.text.read import read_bytes
from muvofiq.text.source import Line, Source

CLOSING = 6  # a signature stands among the last lines of an act


def open_amending_acts(data: bytes, name: str) -> tuple[Law, ...]:
    """Return the act of a file, two of them where it holds both languages; one without units is a row of paragraphs.

    Raises the errors of reading.
    """
    try:
        return open_laws(data, name)
    except NoArticles:
        return (_plain(read_bytes(data, name)),)


def _plain(source: Source) -> Law:
    """Return an act each of whose lines is a paragraph of its own, up to the signature."""
    lines = [replace(line, text=line.text.strip(" #\t")) for line in source.lines if line.text.strip()]
    grammar = grammar_of(source)
    signature = grammar.mark("signature")
    ends = [at for at, line in enumerate(lines) if signature.match(line.text) and at >= len(lines) - CLOSING]
    end = ends[0] if ends else len(lines)
    return Law(
        name=act_name(source.name),
        title=lines[0].text,
        language=grammar.language,
        sha256=source.sha256,
        head=(),
        provisions=tuple(_paragraph(line, at) for at, line in enumerate(lines[:end], 1)),
        tail=tuple(line.text for line in lines[end:]),
        left_out=source.left_out,
    )


def _paragraph(line: Line, at: int) -> Provision:
    return Provision(Kind.INDENT, Number(str(at)), "", "", line.text, line.number)
