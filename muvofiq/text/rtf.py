"""A file in Rich Text Format becomes lines."""

from muvofiq.text.choices import NONE, Choices
from muvofiq.text.errors import NotYetRead
from muvofiq.text.source import Source


def read_rtf(data: bytes, name: str, choices: Choices = NONE) -> Source:
    """Read the bytes of such a file."""
    raise NotYetRead(name, format="RTF")
