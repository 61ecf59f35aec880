r"""A law goes out as an Akoma Ntoso 3.0 document and comes back unchanged; those of others are opened too.

>>> from muvofiq.law.build import build_law
>>> from muvofiq.text.read import read_bytes
>>> law = build_law(read_bytes("Статья 1. Цель\n1. Порядок на границе.".encode(), "law.txt"))
>>> read(write(law)) == law
True
>>> open_akoma_ntoso(write(law).encode(), "law.xml") == law
True
"""

import re

from muvofiq.law.akoma_ntoso_foreign import read_foreign
from muvofiq.law.akoma_ntoso_names import OWN
from muvofiq.law.akoma_ntoso_reading import read
from muvofiq.law.akoma_ntoso_writing import write
from muvofiq.law.tree import Law

__all__ = ["is_akoma_ntoso", "open_akoma_ntoso", "read", "read_foreign", "write"]

BEGINNING = 16_384  # licences and comments may stand before the first element
FIRST_ELEMENT = re.compile(rb"<(?:[\w.-]+:)?akomaNtoso[\s/>]")


def is_akoma_ntoso(data: bytes) -> bool:
    """Tell whether a file begins as an Akoma Ntoso document of any version, ours or another's."""
    return bool(FIRST_ELEMENT.search(data[:BEGINNING].replace(b"\0", b"")))


def open_akoma_ntoso(data: bytes, name: str) -> Law:
    """Return the law of an Akoma Ntoso document, exactly as it was if we wrote it. Raises NotAkomaNtoso."""
    text = data.decode("utf-8", errors="replace")
    return read(text) if f'"{OWN}"' in text[:BEGINNING] else read_foreign(data, name)
