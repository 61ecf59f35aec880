r"""A law goes out as an Akoma Ntoso 3.0 document and comes back unchanged.

>>> from muvofiq.law.build import build_law
>>> from muvofiq.text.read import read_bytes
>>> law = build_law(read_bytes("Статья 1. Цель\n1. Порядок на границе.".encode(), "law.txt"))
>>> read(write(law)) == law
True
"""

from muvofiq.law.akoma_ntoso_reading import read
from muvofiq.law.akoma_ntoso_writing import write

__all__ = ["read", "write"]
