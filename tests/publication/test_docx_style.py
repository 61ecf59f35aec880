"""Every style of our Word documents has a face with Tajik letters, and no text can break the file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.publication.docx_style import FACE, LOOKS, Look, add, add_table, as_bytes, new_document, printable, restyle

DOCUMENT = new_document("Title", "tg", date(2016, 6, 20))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: str(look.name))
def test_a_style_has_our_face_for_every_script(look: Look) -> None:
    fonts = DOCUMENT.styles[look.name].element.xpath("w:rPr/w:rFonts")
    assert len(fonts) == 1
    assert set(fonts[0].attrib.values()) == {FACE}


@given(st.text())
def test_whatever_is_typed_can_be_held(text: str) -> None:
    document = new_document(text, "en", date(2016, 6, 20))
    document.add_paragraph(printable(text))
    assert as_bytes(document).startswith(b"PK")


def test_letters_signs_and_line_ends_stay() -> None:
    assert printable("ғӣқӯҳҷ «№ 5»\tдва\r\nтри\u00a0") == "ғӣқӯҳҷ «№ 5»\tдва\nтри\u00a0"


def test_a_cell_bears_its_style_and_a_restyled_paragraph_its_own() -> None:
    cell = add_table(DOCUMENT, [("Head", 5.0)]).rows[0].cells[0]
    paragraph = add(DOCUMENT, "Text", "Remark")
    restyle(paragraph, "Mark")
    assert [one.style.name for one in (cell.paragraphs[0], paragraph) if one.style] == ["Cell Head", "Mark"]
