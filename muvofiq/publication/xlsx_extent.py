"""A workbook is measured before it is read: a small file can claim cells without end."""

import zipfile
from xml.parsers import expat

from openpyxl.utils.cell import coordinate_to_tuple

from muvofiq.errors import MuvofiqError
from muvofiq.publication.errors import SheetTooLarge

ROWS, COLUMNS, CELLS = 50_000, 20, 300_000  # the largest code known to us has a tenth of that
CELL, WORDS = "c", {"v", "t"}  # in the names of the standard: a cell, what stands in it
BROKEN = expat.ExpatError


def measure(
    archive: zipfile.ZipFile, name: str, *, columns: int = COLUMNS, too_large: type[MuvofiqError] = SheetTooLarge
) -> None:
    """Go through all parts of a workbook that may be worksheets, and build nothing. Raises ``too_large``, BROKEN."""
    extent = _Extent(name, columns, too_large)
    for part in archive.namelist():
        if part.casefold().startswith("xl/") and part.casefold().endswith(".xml"):
            extent.take(archive, part)


class _Extent:
    """Counts cells, and notices text in a cell where no sheet of ours has any; what is only formatted does no harm."""

    def __init__(self, name: str, columns: int, too_large: type[MuvofiqError]) -> None:
        self.name, self.columns, self.too_large = name, columns, too_large
        self.cells, self.place, self.is_far = 0, "", False

    def take(self, archive: zipfile.ZipFile, part: str) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        with archive.open(part) as stream:
            parser.ParseFile(stream)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(" ")[2]
        if tag == CELL:
            self.cells += 1
            self.place = attributes.get("r", "")
            row, column = coordinate_to_tuple(self.place) if self.place else (1, 1)
            self.is_far = row > ROWS or column > self.columns
        if self.cells > CELLS or (self.is_far and tag in WORDS):
            raise self.too_large(self.name, cell=self.place or "?", rows=ROWS, columns=self.columns, cells=CELLS)

    def _end(self, tag: str) -> None:
        if tag.rpartition(" ")[2] == CELL:
            self.is_far = False
