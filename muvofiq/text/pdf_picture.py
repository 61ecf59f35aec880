"""A page of a PDF becomes a picture, as a scanner would give it."""

import pypdfium2

from muvofiq.text.errors import DamagedPdf
from muvofiq.text.pdf_file import opened

DOTS_PER_INCH = 300
LONGEST_SIDE = 6000  # dots; a page of A4 has 3508 at 300 dots an inch, one of A3 4961
POINTS_PER_INCH = 72


def picture_of(data: bytes, name: str, number: int) -> bytes:
    """Return a page (from 1) as a grey picture in the format PGM. Raises the errors of opening a PDF."""
    with opened(data, name) as document:
        try:
            page = document[number - 1]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise DamagedPdf(name, reason=f"page {number} cannot be opened") from error
        try:
            scale = DOTS_PER_INCH / POINTS_PER_INCH
            scale = min(scale, LONGEST_SIDE / max(page.get_width(), page.get_height(), 1))
            bitmap = page.render(scale=scale, grayscale=True)
            try:
                rows = bytes(bitmap.buffer)
                width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            finally:
                bitmap.close()
        finally:
            page.close()
    ink = b"".join(rows[at : at + width] for at in range(0, stride * height, stride))
    return b"P5 %d %d 255\n" % (width, height) + ink
