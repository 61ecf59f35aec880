"""A Word file becomes lines as Word prints it, and what is not printed is named."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from muvofiq.text.docx import read_docx
from muvofiq.text.source import LeftOut, Reason, Source
from tests.text.word import level as a_level
from tests.text.word import numbered, numbering, packed, paragraph, part, relations, run, table, word

RAISED = '<w:vertAlign w:val="superscript"/>'
NOTE = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">{}</w:footnote>'
MARK = "<w:r><w:footnoteRef/></w:r>"


def read(*body: str, **parts: str) -> Source:
    return read_docx(word(*body, **parts), "a.docx")


def written(*paragraphs: str) -> Source:
    """Read a document whose paragraphs are given as the markup between <w:p> and </w:p>."""
    return read(*(paragraph(content) for content in paragraphs))


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def reference(note: int = 2, more: str = "") -> str:
    return f'<w:r><w:footnoteReference w:id="{note}" {more}/></w:r>'


def test_a_file_of_another_program_is_read() -> None:
    document, file = docx.Document(), BytesIO()
    document.add_heading("Статья 1", 2)
    document.add_paragraph("Служба обязана.")
    document.save(file)
    source = read_docx(file.getvalue(), "a.docx")
    assert [(line.text, line.style) for line in source.lines] == [("Статья 1", "heading-2"), ("Служба обязана.", "")]
    assert source.remarks == ()


def test_each_paragraph_is_a_line_with_its_number_and_empty_ones_are_counted() -> None:
    source = written(*(run(text) for text in ("ЗАКОН", "", "Статья\u00a01", "Текст")))
    assert [(line.number, line.text) for line in source.lines] == [(1, "ЗАКОН"), (3, "Статья 1"), (4, "Текст")]


def test_a_line_break_inside_a_paragraph_parts_lines() -> None:
    source = written("<w:r><w:t>Глава 1</w:t><w:br/><w:t>О ГРАНИЦЕ</w:t></w:r>")
    assert [(line.number, line.text) for line in source.lines] == [(1, "Глава 1"), (1, "О ГРАНИЦЕ")]


def test_a_line_knows_the_name_of_its_style_in_one_word() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="footnote text"/></w:style>'
    source = read(paragraph(run("текст"), '<w:pStyle w:val="a7"/>'), styles=styles)
    assert source.lines[0].style == "footnote-text"


def test_a_table_is_read_row_by_row_where_it_stands() -> None:
    rows = [paragraph(run("Сбор")), paragraph(run("Сумма"))], [paragraph(run("Виза")), paragraph(run("50"))]
    source = read(paragraph(run("до")), table(*rows), paragraph(run("после")))
    assert [(line.number, line.text) for line in source.lines] == [
        (1, "до"),
        (2, "Сбор | Сумма"),
        (4, "Виза | 50"),
        (6, "после"),
    ]


def test_a_law_beside_its_translation_is_read_column_after_column() -> None:
    tajik = "Хадамот дар сарҳад бо тартиби муқарраршуда ва аз рӯи қонун амал мекунад, агар дар он чизи дигар набошад."
    russian = "Служба действует на границе в порядке, который установлен законом, если в нём не сказано иное."
    mark = reference()
    rows = [
        [
            paragraph(run(f"Моддаи {n}. Мақсад") + mark) + paragraph(run(tajik)),
            paragraph(run(f"Статья {n}. Цель") + mark),
        ]
        for n in (1, 2)
    ]
    rows = [[left, right + paragraph(run(russian))] for left, right in rows]
    source = read(table(*rows), footnotes=NOTE.format(paragraph(run("Эзоҳ."))))
    assert texts(source) == [
        "Моддаи 1. Мақсад", "Эзоҳ.", tajik, "Моддаи 2. Мақсад", tajik,
        "Статья 1. Цель", russian, "Статья 2. Цель", russian,
    ]  # fmt: skip


def test_words_that_stand_where_only_paragraphs_may_stand_are_read() -> None:
    assert texts(read(run("Статья 1"), table([run("виза")]), paragraph(run("–")))) == ["Статья 1", "виза", "–"]


def test_a_table_inside_a_table_is_read_in_its_cell() -> None:
    inner = table([paragraph(run("а")), paragraph(run("б"))])
    assert texts(read(table([paragraph(run("1)")), paragraph(run("виза")) + inner]))) == ["1) виза", "а | б"]


def test_rows_and_cells_wrapped_in_fields_of_a_form_are_read() -> None:
    cell = f"<w:tc>{paragraph(run('а'))}</w:tc>"
    wrapped = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    row = wrapped(f"<w:tr>{cell}{wrapped(cell)}</w:tr>")
    assert texts(read(f"<w:tbl>{row}</w:tbl>", wrapped(paragraph(wrapped(run("слово")))))) == ["а | а", "слово"]


def test_a_raised_figure_stays_raised() -> None:
    assert texts(written(run("Статья 17") + run("1", RAISED) + run(". Освобождение"))) == ["Статья 17¹. Освобождение"]


def test_a_figure_is_raised_by_the_style_of_its_letters_and_of_its_paragraph() -> None:
    styles = (
        f'<w:style w:type="character" w:styleId="up"><w:name w:val="up"/><w:rPr>{RAISED}</w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="own"><w:name w:val="own"/><w:basedOn w:val="up"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="high"><w:name w:val="high"/><w:rPr>{RAISED}</w:rPr></w:style>'
    )
    source = read(
        paragraph(run("17") + run("1", '<w:rStyle w:val="own"/>')),
        paragraph(run("18", '<w:vertAlign w:val="baseline"/>') + run("2"), '<w:pStyle w:val="high"/>'),
        styles=styles,
    )
    assert texts(source) == ["17¹", "18²"]


def test_figures_that_are_lifted_by_hand_are_raised_and_whole_lines_are_not() -> None:
    lifted = '<w:position w:val="8"/>'
    assert texts(written(run("17") + run("1", lifted), run("Статья 5 закона", lifted))) == ["17¹", "Статья 5 закона"]


def test_a_lowered_figure_does_not_become_raised() -> None:
    assert texts(written(run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'))) == ["CO2"]


def test_a_footnote_stands_behind_its_paragraph_and_its_mark_is_no_text() -> None:
    source = read(
        paragraph(run("Слово") + reference() + run(" дальше")),
        paragraph(run("Конец")),
        footnotes=NOTE.format(paragraph(MARK + run(" Примечание.")) + paragraph(run("Второй абзац."))),
    )
    assert [(line.number, line.text, line.is_note) for line in source.lines] == [
        (1, "Слово дальше", False),
        (1, "Примечание.", True),
        (1, "Второй абзац.", True),
        (2, "Конец", False),
    ]
    assert not source.left_out
    assert not source.remarks


def test_a_footnote_in_a_table_stands_behind_its_row_even_if_nothing_else_stands_in_the_cell() -> None:
    note = NOTE.format(paragraph(run("Примечание.")))
    rows = [paragraph(run("а") + reference()), paragraph(run("б"))], [paragraph(run("в")), paragraph(run("г"))]
    assert texts(read(table(*rows), footnotes=note)) == ["а | б", "Примечание.", "в | г"]
    assert texts(read(table([paragraph(reference())]), footnotes=note)) == ["Примечание."]


def test_an_endnote_is_a_note_too() -> None:
    source = read(
        paragraph(run("Слово") + '<w:r><w:endnoteReference w:id="1"/></w:r>'),
        endnotes=f'<w:endnote w:id="1">{paragraph(run("Конец."))}</w:endnote>',
    )
    assert [(line.text, line.is_note) for line in source.lines] == [("Слово", False), ("Конец.", True)]


def test_a_mark_that_a_person_gave_to_a_footnote_is_left_out_by_name() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    source = read(paragraph(run("Слово") + mark + run(".")), footnotes=NOTE.format(paragraph(run("Сноска"))))
    assert texts(source) == ["Слово.", "Сноска"]
    assert source.left_out == (LeftOut(1, "*", Reason.NOTE_MARK),)


def test_a_footnote_to_which_nothing_refers_is_left_out_by_name() -> None:
    source = read(paragraph(run("Слово")), footnotes=NOTE.format(paragraph(run("Забыто"))))
    assert source.left_out == (LeftOut(1, "Забыто", Reason.HIDDEN),)


def told(source: Source) -> list[str]:
    return [*(line.text for line in source.lines), *(one.text for one in source.left_out)]


def without_relations(*body: str, **parts: str) -> bytes:
    """Return a Word file whose document refers to none of its other parts."""
    file = BytesIO()
    with ZipFile(BytesIO(word(*body, **parts))) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            if name != "word/_rels/document.xml.rels":
                new.writestr(name, old.read(name))
    return file.getvalue()


def test_footnotes_to_which_the_document_has_no_relation_are_read() -> None:
    notes = NOTE.format(paragraph(run("Примечание.")))
    heads = {"header1": paragraph(run("Проект")), "footer1": paragraph(run("стр."))}
    source = read_docx(without_relations(paragraph(run("Слово") + reference()), footnotes=notes, **heads), "a.docx")
    assert texts(source) == ["Слово", "Примечание."]
    assert [one.text for one in source.left_out] == ["Проект", "стр."]


@pytest.mark.parametrize(
    "note",
    [
        '<w:footnote w:type="continuationNotice" w:id="1"><w:p><w:r><w:t>Потеря</w:t></w:r></w:p></w:footnote>',
        NOTE.format(paragraph(run("Потеря"))) * 2,
        NOTE.format(run("Потеря")),
        "<w:p><w:r><w:t>Потеря</w:t></w:r></w:p>",
        "<w:footnote><w:t>Потеря</w:t></w:footnote>",
    ],
)
def test_no_word_of_the_footnotes_vanishes(note: str) -> None:
    source = read(paragraph(run("Слово") + reference()), footnotes=note)
    assert texts(source)[0] == "Слово"
    assert told(source).count("Потеря") == note.count("Потеря")


@pytest.mark.parametrize(
    "markup",
    [
        "<w:t>Потеря</w:t>",
        "<m:oMathPara><m:oMath><m:r><m:t>Потеря</m:t></m:r></m:oMath></m:oMathPara>",
        f"<w:tbl>{paragraph(run('Потеря'))}</w:tbl>",
        f"<w:tbl><w:tr>{paragraph(run('Потеря'))}</w:tr></w:tbl>",
        "<w:p><w:pPr><w:t>Потеря</w:t></w:pPr></w:p>",
        '<w:p><w:drawing><a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">Потеря</a:t></w:drawing></w:p>',
    ],
)
def test_words_that_stand_where_none_may_stand_do_not_vanish(markup: str) -> None:
    assert told(read(paragraph(run("Статья 1")), markup)) == ["Статья 1", "Потеря"]


def test_the_other_words_of_an_older_form_of_a_text_box_are_left_out_by_name() -> None:
    box = f"<w:txbxContent>{paragraph(run('{}'))}</w:txbxContent>".format
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{box("новое")}</mc:Choice>'
        f"<mc:Fallback>{box('старое')}</mc:Fallback></mc:AlternateContent>"
    )
    source = written(f"<w:r>{both}</w:r>")
    assert texts(source) == ["новое"]
    assert [(one.text, one.reason) for one in source.left_out] == [("старое", Reason.HIDDEN)]


def test_words_of_a_text_box_in_a_running_head_are_told_once() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('в рамке'))}</w:txbxContent></w:pict></w:r>"
    source = read(paragraph(run("Слово")), header1=paragraph(run("Проект") + box))
    assert [one.text for one in source.left_out] == ["Проект", "в рамке"]


def test_charts_diagrams_and_embedded_objects_are_counted() -> None:
    file = BytesIO(word(paragraph(run("Слово"))))
    with ZipFile(file, "a") as archive:
        for name in ("charts/chart1", "charts/style1", "charts/colors1", "diagrams/data1", "diagrams/layout1"):
            archive.writestr(f"word/{name}.xml", "<a/>")
        archive.writestr("word/charts/_rels/chart1.xml.rels", relations({"package": "../embeddings/Book1.xlsx"}))
        archive.writestr("word/embeddings/Book1.xlsx", "x")
        archive.writestr("word/embeddings/oleObject1.bin", "x")
    assert [str(remark) for remark in read_docx(file.getvalue(), "a.docx").remarks] == [
        "3 charts, diagrams or embedded objects were not read: look for words in them."
    ]


def test_hidden_words_are_left_out_by_name_and_told() -> None:
    styles = '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
    source = read(
        paragraph(run("вид") + run("СКРЫТО", "<w:vanish/>") + run("имо", '<w:vanish w:val="0"/>')),
        paragraph(run("ЕЩЁ", '<w:rStyle w:val="h"/>')),
        styles=styles,
    )
    assert texts(source) == ["видимо"]
    assert source.left_out == (LeftOut(1, "СКРЫТО", Reason.HIDDEN), LeftOut(2, "ЕЩЁ", Reason.HIDDEN))
    assert [str(remark) for remark in source.remarks] == ["2 passages of hidden text were left out."]


def test_running_heads_and_comments_are_left_out_by_name() -> None:
    source = read(
        paragraph(run("ЗАКОН")),
        paragraph(run("Текст") + '<w:r><w:commentReference w:id="0"/></w:r>'),
        header1=paragraph(run("Проект")),
        footer1=paragraph(run("стр. 1")),
        comments=f'<w:comment w:id="0" w:author="а">{paragraph(run("Уточнить!"))}</w:comment>',
    )
    assert texts(source) == ["ЗАКОН", "Текст"]
    assert source.left_out == (
        LeftOut(1, "Проект", Reason.RUNNING_HEAD),
        LeftOut(1, "стр. 1", Reason.RUNNING_HEAD),
        LeftOut(2, "Уточнить!", Reason.COMMENT),
    )
    assert [str(remark) for remark in source.remarks] == ["1 comments in the margin were left out."]


def test_files_inserted_into_the_file_are_told() -> None:
    source = read(paragraph(run("ЗАКОН")), '<w:altChunk r:id="r9"/>')
    assert [str(remark) for remark in source.remarks] == [
        "1 files inserted into this one were not read: import them as files of their own."
    ]


def field_sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_the_result_of_a_field_is_read_and_its_instruction_is_not() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("статьи 5")}</w:hyperlink>'
    field = (
        field_sign("begin")
        + '<w:r><w:instrText>HYPERLINK "http://example.org"</w:instrText></w:r>'
        + field_sign("begin")
        + field_sign("separate")
        + run("условие")
        + field_sign("end")
        + field_sign("separate")
        + run("закона, ")
        + field_sign("end")
    )
    source = written(run("на основании ") + field + link)
    assert texts(source) == ["на основании закона, статьи 5"]
    assert source.left_out == (LeftOut(1, "условие", Reason.HIDDEN),)


def test_a_field_that_is_never_closed_hides_no_more_than_its_paragraph() -> None:
    source = written(run("до") + field_sign("begin") + run("после"), run("Статья 2"), field_sign("end") + run("Конец"))
    assert texts(source) == ["до", "Статья 2", "Конец"]
    assert [one.text for one in source.left_out] == ["после"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('в рамке')}</w:p></w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    only_old = both.replace("<w:drawing>" + box + "</w:drawing>", "<w:drawing/>")
    assert texts(written(run("до ") + both + run("после"))) == ["до после", "в рамке"]
    assert texts(written(run("до ") + only_old + run("после"))) == ["до после", "в рамке"]


def test_a_table_in_a_text_box_is_read() -> None:
    inner = table([paragraph(run("а")), paragraph(run("б"))])
    box = f"<w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict>"
    assert texts(written(run("до") + f"<w:r>{box}</w:r>")) == ["до", "а | б"]


def test_a_large_first_letter_belongs_to_its_paragraph() -> None:
    source = read(paragraph(run("С"), '<w:framePr w:dropCap="drop"/>'), paragraph(run("лужба обязана.")))
    assert [(line.number, line.text) for line in source.lines] == [(1, "Служба обязана.")]


def test_tabs_and_hyphens_are_signs_of_the_text() -> None:
    source = written(
        "<w:r><w:t>1.</w:t><w:tab/><w:t>северо</w:t><w:noBreakHyphen/><w:t>за</w:t><w:softHyphen/><w:t>пад</w:t></w:r>"
    )
    assert texts(source) == ["1.\tсеверо-запад"]


@pytest.mark.parametrize(
    ("code", "sign"), [("F0B7", "•"), ("F02D", "–"), ("2022", "•"), ("F099", "□"), ("", "□"), ("D800", "□"), ("x", "□")]
)
def test_signs_of_symbol_fonts_are_shown_as_signs(code: str, sign: str) -> None:
    assert texts(written(f'<w:r><w:sym w:font="Symbol" w:char="{code}"/><w:t> виза</w:t></w:r>')) == [f"{sign} виза"]


def test_a_formula_keeps_its_fraction_and_power() -> None:
    letters = "<m:r><m:t>{}</m:t></m:r>".format
    fraction = f"<m:f><m:fPr/><m:num>{letters('А')}</m:num><m:den>{letters('Б')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{letters('м')}</m:e><m:sup>{letters('2')}</m:sup></m:sSup>"
    assert texts(written(f"<m:oMath>{fraction}{power}</m:oMath>")) == ["А/Бм²"]


def test_a_file_saved_by_the_names_of_the_standard_is_read() -> None:
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    markup = part("document", f"<w:body>{paragraph(run('Статья 1'))}</w:body>").replace(usual, strict)
    assert texts(read_docx(packed(document=markup), "a.docx")) == ["Статья 1"]


def test_numbers_and_footnotes_stand_in_tables_and_notes_count_their_own() -> None:
    item = paragraph(run("пункт"), numbered(1))
    source = read(
        table([paragraph(run("а") + reference()), item]),
        item,
        numbering=numbering({1: a_level(0, "%1)")}),
        footnotes=NOTE.format(item),
    )
    assert texts(source) == ["а | 1) пункт", "1) пункт", "2) пункт"]
