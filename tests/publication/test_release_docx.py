"""The release is opened again as an editor would open it."""

from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document

from muvofiq.publication.release import Figures, Part, PublicFact, compose
from muvofiq.publication.release_docx import write_release_docx

FACTS = (
    PublicFact(Part.HEADLINE, "Эксперты советуют"),
    PublicFact(Part.LEAD, "В Вестограде встретились эксперты."),
    PublicFact(Part.RESULT, "Рекомендаций: {recommendations}.\x07"),
)


def opened(*, consent: bool, language: str = "ru") -> Document:
    day, figures = date(2016, 6, 20), Figures(9, 163, 41, 2, 5)
    release = compose(FACTS, figures, notices=("Вымышлено.",), language=language, made_on=day, consent=consent)
    return docx.Document(BytesIO(write_release_docx(release)))


def test_headline_date_and_paragraphs_stand_below_the_notices() -> None:
    assert [(one.text.strip(), one.style.name if one.style else "") for one in opened(consent=True).paragraphs] == [
        ("Вымышлено.", "Notice"),
        ("Эксперты советуют", "Title"),
        ("20 июня 2016 года", "Remark"),
        ("В Вестограде встретились эксперты.", "Body Text"),
        ("Рекомендаций: 9.", "Body Text"),
    ]


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "DRAFT: not for publication; the beneficiary's consent is not recorded"),
        ("ru", "ПРОЕКТ: не для публикации; согласие бенефициара не зафиксировано"),
        ("tg", "ЛОИҲА: барои нашр нест; розигии бенефитсиар ба қайд гирифта нашудааст"),
    ],
)
def test_without_consent_the_mark_of_a_draft_stands_first(language: str, mark: str) -> None:
    first = opened(consent=False, language=language).paragraphs[0]
    assert first.text == mark
    assert first.style is not None
    assert first.style.name == "Draft"
    assert first.style.element.xpath("w:pPr/w:pBdr/w:top")


def test_the_sheet_is_upright() -> None:
    section = opened(consent=True).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width < section.page_height
