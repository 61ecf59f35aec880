"""The comparative table is opened again and read as a counterpart would read it."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.table import _Cell
from hypothesis import given, settings
from hypothesis import strategies as st

from muvofiq import __version__
from muvofiq.amendment.proof import Claim, Unproven
from muvofiq.publication.comparative import ComparativeRow, ComparativeTable, Unclear
from muvofiq.publication.comparative_docx import write_comparative
from muvofiq.publication.phrases import phrases
from muvofiq.records.words import RecommendationKind

ROW = ComparativeRow(
    number="R1",
    text="Сократить срок.",
    kind=RecommendationKind.AMEND,
    act="О границе",
    edition="02.01.2019",
    unit="ст. 4 ч. 2",
    current="1. В течение пяти дней.\n2. Переводчик.",
    proposed="1. В течение двух суток.\n2. Переводчик.",
    reason="Срок слишком долог.",
    requirements=("A09", "B02"),
    contributions=("Палата: поддерживает",),
    key=True,
)
NOTICES = ("Вымышленная миссия.", "Не является продуктом ЕС.")


def opened(*rows: ComparativeRow, language: str = "en", title: str = "Comparative table") -> Document:
    made = write_comparative(ComparativeTable(title, NOTICES, rows, date(2016, 6, 20)), language)
    return docx.Document(BytesIO(made))


def cells(*rows: ComparativeRow, language: str = "en") -> list[_Cell]:
    return list(opened(*rows, language=language).tables[0].rows[1].cells)


def paragraphs(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_title_notices_edition_and_counts_stand_around_the_rows() -> None:
    text = paragraphs(opened(ROW, replace(ROW, number="R2", act="О миграции")))
    assert text[:3] == ["Comparative table", *NOTICES]
    assert "Comparative table of proposed amendments: О границе" in text
    assert text.count("Edition compared: 02.01.2019") == 2
    assert text[-1] == "Rows: 2. Acts: 2."


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("en", ["No.", "Structural unit", "Current wording", "Proposed wording", "Justification"]),
        ("ru", ["№", "Структурный элемент", "Действующая редакция", "Предлагаемая редакция", "Обоснование"]),
        ("tg", ["№", "Воҳиди сохторӣ", "Таҳрири амалкунанда", "Таҳрири пешниҳодшаванда", "Асоснокӣ"]),
    ],
)
def test_the_columns_have_their_names(language: str, heads: list[str]) -> None:
    table = opened(ROW, language=language).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == heads
    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")


def test_the_current_wording_is_plain_and_changed_words_are_set_off() -> None:
    _, unit, current, proposed, _ = cells(ROW)
    assert unit.text == "ст. 4 ч. 2"
    assert current.text == ROW.current
    assert not any(run.bold or run.font.strike for paragraph in current.paragraphs for run in paragraph.runs)
    runs = [run for paragraph in proposed.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.bold] == ["двух суток"]
    assert [run.text for run in runs if run.font.strike] == ["пяти дней"]
    assert "\n".join("".join(run.text for run in one.runs if not run.font.strike) for one in proposed.paragraphs) == (
        ROW.proposed
    )


def test_the_justification_gives_reason_requirements_and_contributions() -> None:
    assert cells(ROW)[4].text.split("\n") == [
        "Key recommendation",
        "Сократить срок.",
        "Срок слишком долог.",
        "Requirements: A09, B02",
        "Rests on contributions of agencies:",
        "– Палата: поддерживает",
    ]


@pytest.mark.parametrize(
    ("language", "absent", "deleted", "nobody"),
    [
        ("en", "absent", "to be deleted", "Rests on no contribution of an agency."),
        ("ru", "отсутствует", "исключить", "Не основано на предложениях какого-либо органа."),
        ("tg", "мавҷуд нест", "хориҷ карда шавад", "Бар пешниҳоди ягон мақомот асос наёфтааст."),
    ],
)
def test_new_and_repealed_units_and_rows_without_contribution_say_so(
    language: str, absent: str, deleted: str, nobody: str
) -> None:
    new = replace(ROW, current="", contributions=())
    assert cells(new, language=language)[2].text == absent
    assert cells(new, language=language)[4].text.endswith(nobody)
    assert cells(replace(ROW, proposed=""), language=language)[3].text == deleted


@pytest.mark.parametrize(
    ("language", "heading", "kind"),
    [
        ("en", "Recommendations without a proposed wording", "training"),
        ("ru", "Рекомендации без предлагаемой редакции", "обучение"),
        ("tg", "Тавсияҳои бе матни пешниҳодшаванда", "омӯзиш"),
    ],
)
def test_what_proposes_no_wording_has_a_table_of_its_own(language: str, heading: str, kind: str) -> None:
    training = replace(
        ROW, number="R2", kind=RecommendationKind.TRAINING, act="", edition="", current="", proposed="", unit=""
    )
    document = opened(ROW, training, language=language)
    assert heading in paragraphs(document)
    number, told, text, why = document.tables[1].rows[1].cells
    assert (number.text, told.text, text.text) == ("R2", kind, "Сократить срок.")
    assert "Срок слишком долог." in why.text
    assert "Сократить срок." not in why.text


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_every_kind_of_recommendation_has_its_words(language: str) -> None:
    told = [phrases("comparative", language)(f"kind_{kind}") for kind in RecommendationKind]
    assert len(set(told)) == len(RecommendationKind)


def test_a_new_unit_is_bold_throughout() -> None:
    proposed = cells(replace(ROW, current=" "))[3]
    assert proposed.text == ROW.proposed
    assert all(run.bold for paragraph in proposed.paragraphs for run in paragraph.runs)


def test_short_rows_stay_on_one_page_and_long_ones_may_break() -> None:
    long = replace(ROW, current="слово " * 2000)
    rows = opened(ROW, long).tables[0].rows
    assert [bool(row._tr.xpath("w:trPr/w:cantSplit")) for row in rows] == [True, True, False]


@pytest.mark.parametrize(("language", "locale"), [("en", "en-GB"), ("ru", "ru-RU"), ("tg", "tg-Cyrl-TJ")])
def test_the_document_knows_its_title_author_language_and_day(language: str, locale: str) -> None:
    document = opened(ROW, language=language, title="Заголовок " * 40)
    properties = document.core_properties
    assert properties.title == ("Заголовок " * 40)[:255]
    assert properties.author == f"Muvofiq {__version__}"
    assert properties.language == locale
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.date() == date(2016, 6, 20)
    assert document.styles.element.xpath("string(w:docDefaults//w:lang/@w:val)") == locale


def test_the_foot_counts_the_pages_and_gives_the_date() -> None:
    section = opened(ROW, language="ru").sections[0]
    (foot,) = section.footer.paragraphs
    assert foot.text.startswith("Comparative table\nСтраница ")
    assert foot.text.endswith("\t20 июня 2016 года")
    assert foot._p.xpath("w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height


def test_a_table_without_rows_says_so() -> None:
    document = opened()
    assert document.tables == []
    assert "No change is proposed yet." in paragraphs(document)


def test_tajik_words_say_that_they_are_not_confirmed() -> None:
    assert "тасдиқ накардааст" in paragraphs(opened(ROW, language="tg"))[-1]


@settings(max_examples=30)
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=40))
def test_whatever_is_typed_becomes_a_document(current: str, proposed: str, reason: str) -> None:
    if current.strip() or proposed.strip():
        row = replace(ROW, current=current, proposed=proposed, reason=reason, unit=reason, contributions=(reason,))
        assert len(opened(row, title=reason).tables[0].rows) == 2


def test_several_hundred_rows_are_written() -> None:
    assert len(opened(*[replace(ROW, number=f"R{number}") for number in range(300)]).tables[0].rows) == 301


def test_an_unofficial_translation_stands_below_the_wording_in_force_in_italics() -> None:
    paragraphs = cells(replace(ROW, translation="[unofficial]\nWithin five days."))[2].paragraphs
    assert [one.text for one in paragraphs[-2:]] == ["[unofficial]", "Within five days."]
    assert [run.italic for one in paragraphs for run in one.runs] == [None, None, True, True]


CLAUSE = "В статье 4 слова «пяти дней» заменить словами «двух суток»."
PROVEN = replace(ROW, clause=CLAUSE, claims=tuple((claim, True) for claim in Claim))


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_below_the_proposed_wording_stand_its_clause_and_its_proof(language: str) -> None:
    say = phrases("comparative", language)
    *wording, blank, label, clause, proof = cells(PROVEN, language=language)[3].text.split("\n")
    assert len(wording) == 2
    assert (blank, label, clause) == ("", say("clause"), CLAUSE)
    assert proof.count("✓") == len(Claim)
    assert say("claim_clause_gives_proposed") in proof


def test_a_claim_that_does_not_hold_is_marked_and_a_draft_for_an_editor_says_so() -> None:
    failing = replace(PROVEN, needs_editor=True, claims=((Claim.ELSEWHERE, False),))
    assert cells(failing)[3].text.endswith(
        f"{CLAUSE}\n(draft for a legislative editor of this language)\n"
        "Proof by machine: ✕ nothing else of the act changes."
    )


def test_what_no_machine_proves_is_said_once_at_the_end_where_something_is_proven() -> None:
    text = "\n".join(paragraphs(opened(PROVEN, replace(PROVEN, number="R2"))))
    assert text.count("The machine does not prove:") == 1
    assert text.count("\n– ") == len(Unproven)
    assert "does not prove" not in "\n".join(paragraphs(opened(ROW)))


@pytest.mark.parametrize("unclear", Unclear)
@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_a_row_that_stands_in_no_draft_says_why(language: str, unclear: Unclear) -> None:
    *_, note = cells(replace(ROW, unclear=unclear, others=("R7.1",)), language=language)[3].text.split("\n")
    assert note == "⚠ " + phrases("comparative", language)(unclear, others="R7.1")
    assert ("R7.1" in note) is (unclear is Unclear.MEETS)


def test_with_several_editions_of_an_act_each_row_names_its_own() -> None:
    document = opened(ROW, replace(ROW, edition="03.03.2020"))
    assert "Edition compared: 02.01.2019; 03.03.2020" in paragraphs(document)
    assert [row.cells[1].text for row in document.tables[0].rows[1:]] == [
        "ст. 4 ч. 2\n02.01.2019",
        "ст. 4 ч. 2\n03.03.2020",
    ]


def test_a_second_row_of_the_same_recommendation_points_to_the_justification_of_the_first() -> None:
    first, second, other = replace(ROW, number="R1.1"), replace(ROW, number="R1.2"), replace(ROW, number="R2", text="")
    rows = opened(first, second, other).tables[0].rows[1:]
    assert rows[0].cells[4].text.startswith("Key recommendation")
    assert rows[1].cells[4].text == "As for R1.1."
    assert rows[2].cells[4].text.startswith("Key recommendation")
