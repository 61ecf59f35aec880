"""Automatic numbers stand in the text as Word prints them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from muvofiq.text.docx import read_docx
from muvofiq.text.docx_numbering import RUSSIAN, lettered, roman
from tests.text.word import level, numbered, numbering, paragraph, run, word

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def numbers(*items: tuple[int, int], **parts: str) -> list[str]:
    """Return the numbers that paragraphs get, each given by its list and its level."""
    body = (paragraph(run("#"), numbered(*item)) for item in items)
    return [line.text.removesuffix("#").strip() for line in read_docx(word(*body, **parts), "a.docx").lines]


def counted(form: str, *places: int, **properties: str) -> list[str]:
    lists = numbering({1: "".join(level(place, "%1" if place == 0 else "%1.%2", form) for place in (0, 1))})
    return numbers(*((1, place) for place in places), numbering=lists, **properties)


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("upperRoman", ["I", "II", "III"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("russianLower", ["а", "б", "в"]),
        ("russianUpper", ["А", "Б", "В"]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 3 -"]),
        ("bullet", ["–", "–", "–"]),
        ("none", ["", "", ""]),
    ],
)
def test_each_kind_of_number_is_written_as_word_writes_it(form: str, first: list[str]) -> None:
    assert counted(form, 0, 0, 0) == first


def test_letters_are_doubled_behind_the_last_and_numbers_without_end_stay_figures() -> None:
    assert [lettered(number, RUSSIAN) for number in (9, 10, 28, 29, 30, 59)] == ["и", "к", "ю", "я", "аа", "ааа"]
    assert [lettered(number, RUSSIAN) for number in (0, 10_000_000)] == ["0", "10000000"]
    assert [roman(number) for number in (4, 49, 1994, 0, 10_000_000)] == ["iv", "xlix", "mcmxciv", "0", "10000000"]


def test_the_words_of_a_number_are_read_with_it() -> None:
    lists = numbering({1: level(0, "Статья %1.") + level(1, "%1.%2)") + level(2, "%3)", "russianLower")})
    assert numbers((1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1), (1, 2), numbering=lists) == [
        "Статья 1.",
        "1.1)",
        "а)",
        "б)",
        "1.2)",
        "Статья 2.",
        "2.1)",
        "а)",
    ]


def test_a_number_and_its_text_are_parted_by_a_blank_unless_the_file_says_nothing_parts_them() -> None:
    lists = numbering({1: level(0, "%1.") + level(1, "%2)", more='<w:suff w:val="nothing"/>')})
    body = paragraph(run("Цель"), numbered(1)) + paragraph(run("виза"), numbered(1, 1))
    assert [line.text for line in read_docx(word(body, numbering=lists), "a.docx").lines] == ["1. Цель", "1)виза"]


def test_an_empty_paragraph_shows_its_number_as_word_does_unless_it_is_hidden() -> None:
    lists = numbering({1: level(0, "Статья %1.")})
    hidden = f"{numbered(1)}<w:rPr><w:vanish/></w:rPr>"
    body = paragraph("", numbered(1)) + paragraph("", hidden) + paragraph(run("Цель"), numbered(1))
    lines = read_docx(word(body, numbering=lists), "a.docx").lines
    assert [line.text for line in lines] == ["Статья 1.", "Статья 2. Цель"]


def test_a_bullet_without_a_word_is_no_line() -> None:
    lists = numbering({1: level(0, "•", "bullet")})
    body = paragraph("", numbered(1)) + paragraph(run("виза"), numbered(1))
    assert [line.text for line in read_docx(word(body, numbering=lists), "a.docx").lines] == ["– виза"]


def test_a_list_begins_with_the_number_that_the_file_names() -> None:
    assert numbers((1, 0), (1, 0), numbering=numbering({1: level(0, "%1.", start=17)})) == ["17.", "18."]


def test_two_names_of_a_list_count_together_and_one_may_begin_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = numbering({1: level(0, "%1.")}, {1: (1, ""), 2: (1, anew), 3: (1, "")})
    assert numbers((1, 0), (2, 0), (2, 0), (1, 0), (3, 0), (2, 0), numbering=lists) == [
        "1.", "5.", "6.", "7.", "8.", "9."
    ]  # fmt: skip


def test_a_name_of_a_list_may_write_a_level_in_its_own_way() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerLetter")}</w:lvlOverride>'
    lists = numbering({1: level(0, "%1.")}, {1: (1, ""), 2: (1, other)})
    assert numbers((1, 0), (2, 0), (1, 0), numbering=lists) == ["1.", "(b)", "3."]


def test_a_level_may_go_on_counting_where_others_begin_anew() -> None:
    def lists(restart: int) -> str:
        more = f'<w:lvlRestart w:val="{restart}"/>'
        return numbering({1: level(0, "Глава %1.") + level(1, "§ %2.") + level(2, "Статья %3.", more=more)})

    places = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)]
    found = [
        [number for number in numbers(*places, numbering=lists(restart)) if "С" in number] for restart in (0, 1, 2)
    ]
    assert found == [
        ["Статья 1.", "Статья 2.", "Статья 3."],
        ["Статья 1.", "Статья 2.", "Статья 1."],
        ["Статья 1.", "Статья 1.", "Статья 1."],
    ]


def test_a_legal_number_shows_figures_alone() -> None:
    lists = numbering({1: level(0, "%1.", "upperRoman") + level(1, "%1.%2.", "lowerLetter", more="<w:isLgl/>")})
    assert numbers((1, 0), (1, 1), numbering=lists) == ["I.", "1.1."]


def test_a_list_that_begins_on_a_deeper_level_has_begun_on_those_above_it() -> None:
    lists = numbering({1: level(0, "%1.") + level(1, "%1.%2.")})
    assert numbers((1, 1), (1, 0), (1, 1), numbering=lists) == ["1.1.", "2.", "2.1."]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="art"><w:name w:val="Article"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="part"><w:name w:val="Part"/><w:basedOn w:val="art"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="off"><w:name w:val="Off"/><w:basedOn w:val="art"/>'
    '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="scheme"><w:name w:val="Scheme"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_a_style_numbers_its_paragraphs_and_those_of_the_styles_based_on_it() -> None:
    linked = level(0, "Статья %1.") + level(1, "%2)", more='<w:pStyle w:val="part"/>')
    body = [paragraph(run("#"), f'<w:pStyle w:val="{style}"/>') for style in ("art", "part", "part", "off", "art", "?")]
    off = paragraph(run("#"), f'<w:pStyle w:val="art"/>{numbered(0)}')
    lines = read_docx(word(*body, off, styles=STYLES, numbering=numbering({1: linked})), "a.docx").lines
    assert [line.text for line in lines] == ["Статья 1. #", "1) #", "2) #", "#", "Статья 2. #", "#", "#"]


def test_a_list_may_take_its_levels_from_a_style_of_lists() -> None:
    lists = numbering({1: level(0, "Модда %1."), 2: '<w:numStyleLink w:val="scheme"/>'})
    assert numbers((2, 0), (1, 0), numbering=lists, styles=STYLES) == ["Модда 1.", "Модда 2."]


def test_styles_that_are_based_on_each_other_in_a_circle_do_no_harm() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("a", "b"), ("b", "a"))
    )
    source = read_docx(word(paragraph(run("текст"), '<w:pStyle w:val="a"/>'), styles=circle), "a.docx")
    assert [line.text for line in source.lines] == ["текст"]


@pytest.mark.parametrize("broken", [(7, 0), (1, 12), (1, 5)])
def test_a_number_that_leads_nowhere_is_none(broken: tuple[int, int]) -> None:
    assert numbers(broken, numbering=numbering({1: level(0, "%1.")})) == [""]


def test_a_kind_of_number_that_we_do_not_know_is_told() -> None:
    lists = numbering({1: level(0, "%1.", "hindiVowels")})
    source = read_docx(word(paragraph(run("#"), numbered(1)), numbering=lists), "a.docx")
    assert source.lines[0].text == "1. #"
    assert [str(remark) for remark in source.remarks] == [
        "1 paragraphs carry a kind of automatic number that was read as plain figures: check their numbers."
    ]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_the_numbers_are_those_that_libreoffice_prints(tmp_path: Path) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>'
    scheme = (
        level(0, "Статья %1.") + level(1, "%1.%2)") + level(2, "%3)", "russianLower") + level(3, "%4.", "upperRoman")
    )
    lists = numbering(
        {1: scheme, 2: level(0, "%1.", "lowerLetter") + level(1, "%1.%2.")}, {1: (1, ""), 2: (1, anew), 3: (2, "")}
    )
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 0), (1, 1), (2, 0), (2, 0), (1, 0), (3, 1), (3, 0), (3, 1)]
    places += [(1, 2)] * 29
    data = word(*(paragraph(run("#"), numbered(*place)) for place in places), numbering=lists)
    (tmp_path / "law.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "law.docx")], check=True, capture_output=True, timeout=100)  # noqa: S603
    printed = (tmp_path / "law.txt").read_text(encoding="utf-8-sig").splitlines()
    assert [line.text for line in read_docx(data, "a.docx").lines] == [line.strip() for line in printed if line.strip()]
