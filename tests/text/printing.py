"""Makes the PDFs that the tests read: laid out by a program, written by hand, or scanned."""

import base64
import re
import zlib
from collections.abc import Sequence
from functools import cache

import typst
from pypdfium2 import PdfBitmap, PdfDocument

PAGE = '#set page(width: 15cm, height: 18cm, {page})\n#set text(lang: "{language}", size: 11pt, hyphenate: true)\n'
TEXT = "#set par(justify: true, first-line-indent: 1em, spacing: 1.1em)\n"
# A page with one sentence, 300 by 200 points; encrypted with `qpdf --encrypt USER owner 40`.
LOCKED = base64.b64decode(
    "JVBERi0xLjQKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50ID"
    "EgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAw"
    "IDMwMCAyMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YgNSAwIFIgPj4gPj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2"
    "JqCjQgMCBvYmoKPDwgL0xlbmd0aCA2OSAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0KXoBxUEChNvwqOiw134QRDJtnjAycy+Gg+Sfo"
    "ndNyMfO6KEeq51Xgg9USvLZ2uP6iakcjGktN2I97iQiayWhF4wg5k5r/ZW5kc3RyZWFtCmVuZG9iago1IDAgb2JqCjw8IC9CYXNlRm9udCAvSG"
    "VsdmV0aWNhIC9TdWJ0eXBlIC9UeXBlMSAvVHlwZSAvRm9udCA+PgplbmRvYmoKNiAwIG9iago8PCAvRmlsdGVyIC9TdGFuZGFyZCAvTGVuZ3Ro"
    "IDQwIC9PIDw5MmZlMGY0NDU0YWQ0Yzk2NDQ2OTNmMzNjMDdjYjU0ZjU4N2RjZTFlMjY4MmZlOWVjZWE2MTA3YTFlZjYzMGRkPiAvUCAtNCAvUi"
    "AyIC9VIDwxYTEzMWE2OTdkZmVmM2FjMzk4ZWI5N2U4MTRmODQ5ODdlNjZjYzJlN2MyODMwYzRmNzg1MjhkNGRhMTNlMjQyPiAvViAxID4+CmVu"
    "ZG9iagp4cmVmCjAgNwowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA2NCAwMDAwMCBuIAowMDAwMDAwMT"
    "IzIDAwMDAwIG4gCjAwMDAwMDAyNTAgMDAwMDAgbiAKMDAwMDAwMDM4OSAwMDAwMCBuIAowMDAwMDAwNDU5IDAwMDAwIG4gCnRyYWlsZXIgPDwg"
    "L1Jvb3QgMSAwIFIgL1NpemUgNyAvSUQgWzxjNDBkZDBhNDc2ZDJlMmRmMzM3OTA3NWQ4ZjZhZmU0Yz48YzQwZGQwYTQ3NmQyZTJkZjMzNzkwNz"
    "VkOGY2YWZlNGM+XSAvRW5jcnlwdCA2IDAgUiA+PgpzdGFydHhyZWYKNjY1CiUlRU9GCg=="
)
OPEN = base64.b64decode(
    "JVBERi0xLjQKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50ID"
    "EgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAw"
    "IDMwMCAyMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YgNSAwIFIgPj4gPj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2"
    "JqCjQgMCBvYmoKPDwgL0xlbmd0aCA2OSAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0KGU+3mtiG5+jNtXwO0TxmVXaVMF7kMl2/aFlc"
    "p5ucQtGrbecziuvE9VU6oTdNOWvL+WNW7LfoRpQMOItdc4zw2HgmwpUbZW5kc3RyZWFtCmVuZG9iago1IDAgb2JqCjw8IC9CYXNlRm9udCAvSG"
    "VsdmV0aWNhIC9TdWJ0eXBlIC9UeXBlMSAvVHlwZSAvRm9udCA+PgplbmRvYmoKNiAwIG9iago8PCAvRmlsdGVyIC9TdGFuZGFyZCAvTGVuZ3Ro"
    "IDQwIC9PIDxjOTI0MjI2ODdmYWNlZTY4NmUzNzNmMTBiNWM3ZDA0NzM4MDUzMTUyZjdlMmVlMzBlMTFjNjllYzQ0MjU3NmFiPiAvUCAtNCAvUi"
    "AyIC9VIDxjMDM5MWU5YjM4NGEzZTI5ODM0NjY1YmNiMzI5ZjAxNmFiYWQ1YTViNGZhNTExYzMwNzcxYTExNzA3YzM3OWYyPiAvViAxID4+CmVu"
    "ZG9iagp4cmVmCjAgNwowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA2NCAwMDAwMCBuIAowMDAwMDAwMT"
    "IzIDAwMDAwIG4gCjAwMDAwMDAyNTAgMDAwMDAgbiAKMDAwMDAwMDM4OSAwMDAwMCBuIAowMDAwMDAwNDU5IDAwMDAwIG4gCnRyYWlsZXIgPDwg"
    "L1Jvb3QgMSAwIFIgL1NpemUgNyAvSUQgWzwyOGExNDNiMDgwN2QyYTJjZjYxNmNkMjdmODgyMzFjOD48MjhhMTQzYjA4MDdkMmEyY2Y2MTZjZD"
    "I3Zjg4MjMxYzg+XSAvRW5jcnlwdCA2IDAgUiA+PgpzdGFydHhyZWYKNjY1CiUlRU9GCg=="
)


@cache
def printed(law: str, page: str = "", language: str = "ru") -> bytes:
    """Lay out a law, written in the language of typst, with further settings of its ``page``."""
    return bytes(typst.compile((PAGE.format(page=page, language=language) + TEXT + law).encode()))


@cache
def scanned(data: bytes) -> bytes:
    """Return a PDF whose pages are pictures of the pages of another one."""
    pages = []
    with PdfDocument(data) as document:
        for page in document:
            bitmap = page.render(scale=200 / 72, grayscale=True)
            pages.append((bitmap.width, bitmap.height, _rows(bitmap)))
    return _file([_picture(width, height, dots) for width, height, dots in pages], boxes=[(425, 510)] * len(pages))


def handwritten(pages: Sequence[Sequence[tuple[float, float, float, str]]], *, rotate: int = 0) -> bytes:
    """Write pages of 600 by 800 points with words at places: from the left, from the foot, size of the font, words."""
    return _file([_words(page) for page in pages], boxes=[(600, 800)] * len(pages), rotate=rotate)


def _rows(bitmap: PdfBitmap) -> bytes:
    width, height, stride, buffer = bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    return b"".join(buffer[at : at + width] for at in range(0, stride * height, stride))


def _words(page: Sequence[tuple[float, float, float, str]]) -> tuple[bytes, bytes]:
    shown = [(size, x, y, re.sub(r"([\\()])", r"\\\1", text)) for x, y, size, text in page]
    return "\n".join(
        f"BT /F {size:.2f} Tf {x:.2f} {y:.2f} Td ({text}) Tj ET" for size, x, y, text in shown
    ).encode(), b""


def _picture(width: int, height: int, dots: bytes) -> tuple[bytes, bytes]:
    kind = b"<</Type/XObject/Subtype/Image/Filter/FlateDecode/ColorSpace/DeviceGray/BitsPerComponent 8"
    packed = zlib.compress(dots)
    head = b"%s/Width %d/Height %d/Length %d>>stream\n" % (kind, width, height, len(packed))
    return b"q 425 0 0 510 0 0 cm /P Do Q", head + packed + b"\nendstream"


def _file(pages: Sequence[tuple[bytes, bytes]], boxes: Sequence[tuple[int, int]], rotate: int = 0) -> bytes:
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for (content, picture), (width, height) in zip(pages, boxes, strict=True):
        parts.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        parts.append(picture or b"<<>>")
        at = len(parts)
        drawn = b"/XObject<</P %d 0 R>>" % at if picture else b""
        parts.append(
            b"<</Type/Page/Parent 2 0 R/Rotate %d/MediaBox[0 0 %d %d]/Contents %d 0 R" % (rotate, width, height, at - 1)
            + b"/Resources<</Font<</F 3 0 R>>%s>>>>" % drawn
        )
        kids.append(b"%d 0 R" % (at + 1))
    parts[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return assembled(parts)


def assembled(parts: Sequence[bytes]) -> bytes:
    """Join the parts of a PDF, of which the first is its catalogue, with the table of their places."""
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + table + trailer
