"""A file in Rich Text Format becomes lines as it is printed, and what is not printed is named."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.choices import NONE, Changes, Choices
from muvofiq.text.docx import read_docx
from muvofiq.text.errors import PendingChanges, ReadingError, WrongFormat
from muvofiq.text.rtf import read_rtf
from muvofiq.text.source import LeftOut, Reason, Source
from tests.text.word import deleted, inserted, level, numbered, numbering, paragraph, run, table, word

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
HEAD = (
    r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fnil\fcharset204{\*\fname Arial;}Arial;}{\f1\froman\fcharset238 Ion;}"
    r"{\f2\fnil\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s2\b\fs28 heading 2;}{\s3 Title;}}"
    r"{\*\revtbl {Unknown;}{\u1056\'d0\u1072\'e0\u1093?\u1080\'e8\u1084\'ec;}}{\info{\title Secret}}\pard\plain\f0 "
)


def read(markup: str, choices: Choices = NONE) -> Source:
    return read_rtf(f"{HEAD}{markup}}}".encode("cp1251"), "a.rtf", choices)


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def escaped(text: str) -> str:
    return "".join(rf"\'{code:02x}" for code in text.encode("cp1251"))


def test_each_paragraph_is_a_line_with_its_number_and_style() -> None:
    source = read(r"\s2 ЗАКОН\par\pard\plain \par\s3 Статья 1\line О границе\sect Конец")
    assert [(line.number, line.text, line.style) for line in source.lines] == [
        (1, "ЗАКОН", "heading-2"),
        (3, "Статья 1", "title"),
        (3, "О границе", "title"),
        (4, "Конец", "title"),
    ]
    assert source.format == "rtf"


def test_letters_are_read_from_the_tables_of_their_fonts_and_by_their_numbers() -> None:
    assert texts(read(escaped("Статья") + r" 1\par \u1178?о\u1251\'3fун {\uc0\u1202}\uc2\u1203ab\u-4051?x")) == [
        "Статья 1",
        "Қоӣун Ҳҳ\uf02d",
    ]
    assert texts(read(r"{\f1 \'b3\'f1}\'b3 \f1\'b3\plain\'b3")) == ["łńі łі"]


def test_signs_are_written_as_letters() -> None:
    assert texts(read(r"\ldblquote а\rdblquote\~\endash б\emdash\{в\}\\г\_д\-е\bullet\tab ж\u8211\endash з")) == [
        "“а” –б—{в}\\г-де•\tж–з"
    ]


def test_a_raised_figure_stays_raised() -> None:
    markup = r"17{\super 1}. 18\super 2\nosupersub . 19{\up6 3}. CO{\sub 2}, \super 4\plain 5\par {\up2 6}"
    assert texts(read(markup)) == ["17¹. 18². 19³. CO2, ⁴5", "6"]


def test_automatic_numbers_stand_before_their_text_and_bullets_become_dashes() -> None:
    bullet = r"{\listtext\f2\'b7\tab}"
    assert texts(
        read(r"{\listtext 1)\tab}виза\par{\pntext\f0 2.\tab}{\*\pn\pnlvlbody}паспорт\par" + bullet + "иное")
    ) == [
        "1) виза",
        "2. паспорт",
        "– иное",
    ]


def test_tables_are_read_row_by_row_and_tables_inside_them_in_their_cell() -> None:
    rows = r"\trowd\intbl Сбор\cell Сумма\cell\row\trowd\intbl Виза\cell 50\par сомони\cell\row\pard "
    inner = (
        r"\trowd\pard\intbl 1)\cell\pard\intbl виза\par\pard\intbl\itap2 а\nestcell б\nestcell"
        r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\itap1\cell\row\pard конец"
    )
    assert texts(read(f"до\\par{rows}после\\par{inner}")) == [
        "до",
        "Сбор | Сумма",
        "Виза | 50 сомони",
        "после",
        "1) виза",
        "а | б",
        "конец",
    ]


def test_a_row_that_is_never_ended_is_read() -> None:
    assert texts(read(r"\trowd\intbl Сбор\cell Сумма")) == ["Сбор | Сумма"]


def test_a_footnote_stands_behind_its_paragraph() -> None:
    source = read(r"Слово{\super\chftn{\footnote\pard{\super\chftn} Примечание.\par Второе.}} дальше\par Конец")
    assert [(line.number, line.text, line.is_note) for line in source.lines] == [
        (1, "Слово дальше", False),
        (1, "Примечание.", True),
        (1, "Второе.", True),
        (2, "Конец", False),
    ]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn fill}{\sv 1}}{\shptxt в рамке\par}}{\shprslt{\*\do в рамке}}}"
    assert texts(read(f"до {box}после")) == ["до после", "в рамке"]


def test_running_heads_comments_and_hidden_words_are_left_out_by_name() -> None:
    source = read(r"{\header Проект\par}{\footer 5\par}вид{\v СКРЫТО}имо{\*\annotation{\*\atndate 1}Уточнить!}")
    assert texts(source) == ["видимо"]
    assert set(source.left_out) == {
        LeftOut(1, "Проект", Reason.RUNNING_HEAD),
        LeftOut(1, "5", Reason.RUNNING_HEAD),
        LeftOut(1, "СКРЫТО", Reason.HIDDEN),
        LeftOut(1, "Уточнить!", Reason.COMMENT),
    }


def test_the_result_of_a_field_is_read_and_its_instruction_and_pictures_are_not() -> None:
    field = r"{\field{\*\fldinst HYPERLINK {\f0 http://example.org}}{\fldrslt статьи 5}}"
    picture = r"{\*\shppict{\pict\bin7 }}}}}}}}}{\nonshppict{\pict 00ff}}"
    assert texts(read(f"на основании {field}{picture} закона")) == ["на основании статьи 5 закона"]


CHANGED = (
    r"срок {\deleted\revauthdel1 десять}{\revised\revauth1 тридцать} дней\par {\revised новый\par}{\deleted\par}да"
)


def test_pending_corrections_are_read_as_a_person_chose() -> None:
    original, accepted = (read(CHANGED, Choices(one)) for one in (Changes.ORIGINAL, Changes.ACCEPTED))
    assert texts(original) == ["срок десять дней", "да"]
    assert original.left_out == (LeftOut(1, "тридцать", Reason.INSERTED), LeftOut(2, "новый", Reason.INSERTED))
    assert texts(accepted) == ["срок тридцать дней", "новый", "да"]
    assert accepted.left_out == (LeftOut(1, "десять", Reason.DELETED),)
    assert [str(remark) for remark in accepted.remarks] == [
        "2 pending insertions were read as accepted.",
        "1 pending deletions were read as accepted.",
    ]


def test_the_number_of_a_deleted_paragraph_goes_with_it() -> None:
    number = r"{\listtext\plain %s\tab}"
    markup = f"{number % '1)'}а\\par {number % '2)'}{{\\deleted б\\par}}{number % '3)'}в"
    assert texts(read(markup, Choices(Changes.ACCEPTED))) == ["1) а", "3) в"]
    assert texts(read(markup, Choices(Changes.ORIGINAL))) == ["1) а", "2) б", "3) в"]


def test_a_file_with_pending_corrections_asks_how_it_is_meant() -> None:
    with pytest.raises(
        PendingChanges, match="There are 2 insertions, 1 deletions and 0 changed numbers, made by Рахим"
    ):
        read(CHANGED)


def test_groups_inside_each_other_without_end_are_refused() -> None:
    with pytest.raises(WrongFormat, match="Its groups lie inside each other without end"):
        read("{" * 100_000)


def test_a_truncated_file_is_read_as_far_as_it_goes() -> None:
    assert texts(read_rtf((HEAD + r"Статья 1\par Служб{\footnote Сно").encode("cp1251"), "a.rtf")) == [
        "Статья 1",
        "Служб",
        "Сно",
    ]


@pytest.mark.parametrize(
    "head", [r"{\rtf1\ansi\ansicpg1251", r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset1 A;}}"]
)
def test_letters_are_read_where_no_font_names_their_table(head: str) -> None:
    assert texts(read_rtf(f"{head} {escaped('Статья')}}}".encode(), "a.rtf")) == ["Статья"]
    assert texts(read_rtf(b"{\\rtf1\\mac \\'80}", "a.rtf")) == ["Ä"]
    assert texts(read_rtf(b"{\\rtf1\\ansi\\ansicpg99999 \\'e9}", "a.rtf")) == ["é"]


PIECES = st.sampled_from(
    r"""
    Статья| |1|{|}|\par |\cell |\row |\intbl |\itap2 |\nestcell |\nestrow |\super |\v |\v0 |\deleted |\revised |\plain |
    \pard |{\footnote |{\header |{\shptxt |{\*\x |{\listtext |\u1178?|\'e0|\uc3 |\bin9 |\f1 |\f99 |\|\*|\u99999999|\*
    """.strip().split("|")
)


@given(st.lists(PIECES, max_size=30), st.sampled_from(Changes))
def test_no_signs_raise_anything_but_a_reading_error(pieces: list[str], changes: Changes) -> None:
    try:
        read("".join(pieces), Choices(changes))
    except ReadingError as error:
        assert "{" not in str(error)


WORDS = st.text(alphabet="аб 1", max_size=4)
CHANGES = st.sampled_from(["", r"\deleted ", r"\revised ", r"\v "])
STORY = st.sampled_from(["", r"{\footnote ", r"{\header ", r"{\*\annotation ", r"{\listtext "])
STOPS = st.sampled_from(["", r"\par ", r"\intbl ", r"\cell ", r"\row ", r"\pard "])


@given(st.lists(st.tuples(CHANGES, STORY, WORDS, STOPS), max_size=8), st.sampled_from(["original", "accepted"]))
def test_each_character_is_in_a_line_or_left_out_by_name(parts: list[tuple[str, str, str, str]], reading: str) -> None:
    markup = "".join(f"{{{change}{story}{words}{'}' if story else ''}}}{stop}" for change, story, words, stop in parts)
    source = read(markup, Choices(Changes(reading)))
    found = Counter("".join((*texts(source), *(one.text for one in source.left_out))))
    wanted = Counter("".join(words for _, _, words, _ in parts))
    assert {sign: found[sign] for sign in "аб1"} == {sign: wanted[sign] for sign in "аб1"}


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_file_that_libreoffice_wrote_is_read_as_the_word_file_it_was(tmp_path: Path) -> None:
    notes = f'<w:footnote w:id="2">{paragraph(run("Примечание."))}</w:footnote>'
    data = word(
        paragraph(run("Цель"), numbered(1)),
        paragraph(run("Мақсад"), numbered(1, 1)),
        paragraph(run("Статья 17") + run("1", '<w:vertAlign w:val="superscript"/>')),
        paragraph(run("Слово") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        table([paragraph(run("Сбор")), paragraph(run("Сумма"))], [paragraph(run("Виза")), paragraph(run("50"))]),
        paragraph(run("срок ") + deleted("десять") + inserted("тридцать") + run(" дней")),
        numbering=numbering({1: level(0, "Статья %1.") + level(1, "%2)", "russianLower")}),
        footnotes=notes,
    )
    (tmp_path / "law.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "rtf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "law.docx")], check=True, capture_output=True, timeout=100)  # noqa: S603
    for changes in (Changes.ORIGINAL, Changes.ACCEPTED):
        ours = read_rtf((tmp_path / "law.rtf").read_bytes(), "a.rtf", Choices(changes))
        theirs = read_docx(data, "a.docx", Choices(changes))
        assert [(one.text, one.is_note) for one in ours.lines] == [(one.text, one.is_note) for one in theirs.lines]
        assert [one.text for one in ours.left_out] == [one.text for one in theirs.left_out]
