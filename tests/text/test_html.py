"""A saved web page becomes the lines that a reader sees, each with its place in the page's source."""

import pytest

from muvofiq.text.errors import EmptyFile, WrongFormat
from muvofiq.text.html import read_html
from muvofiq.text.read import read_bytes


def texts(page: str) -> list[str]:
    return [line.text for line in read_html(page.encode(), "a.html").lines]


def numbered(page: str) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in read_html(page.encode(), "a.html").lines]


def test_each_block_is_a_line_and_a_break_parts_lines() -> None:
    page = "<h1>ЗАКОН</h1><div>О границе<p>Статья 1.<br>Цель</div><ul><li>а) одно<li>б) два</ul>"
    assert texts(page) == ["ЗАКОН", "О границе", "Статья 1.", "Цель", "а) одно", "б) два"]


def test_words_with_marks_of_print_stay_in_one_line() -> None:
    assert texts("<p>Статья <b>1</b>.\n <i>Це</i>ль</p>") == ["Статья 1. Цель"]


@pytest.mark.parametrize(
    "raised",
    [
        "<sup>1</sup>",
        "<sup><b>1</b></sup>",
        '<span style="font-size:8pt; vertical-align: super">1</span>',
        '<span class="small W9">1</span>',
    ],
)
def test_raised_figures_stay_raised_so_that_17_1_never_becomes_171(raised: str) -> None:
    page = (
        f"<html><head><style>p.W9, .W9 {{ color: red; vertical-align: super; }}</style></head><p>Статья 17{raised}. А1"
    )
    assert texts(page) == ["Статья 17¹. А1"]


def test_a_class_that_is_not_raised_changes_nothing() -> None:
    page = '<style>.W8 { color: red } .W9 { vertical-align: super }</style><p>Статья 17<span class="W8">1</span>.'
    assert texts(page) == ["Статья 171."]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var law = 1;</script>",
        "<style>p { color: red }</style>",
        "<!-- an editor's comment -->",
        "<?php echo 1 ?>",
        "<nav>Главная <a>Законы</a></nav>",
        "<button>Печать</button>",
        "<select><option>2019</option></select>",
    ],
)
def test_what_no_reader_sees_is_left_out_and_the_text_behind_it_kept(unseen: str) -> None:
    assert texts(f"<div>до {unseen}после</div>") == ["до после"]


def test_the_title_of_the_window_is_no_line_of_the_law() -> None:
    assert texts("<html><head><title>Портал</title></head><body>Статья 1</body></html>") == ["Статья 1"]


def test_entities_become_letters() -> None:
    assert texts("<p>Статья&nbsp;1&nbsp;&mdash; &laquo;граница&raquo; &#8470;&#x2116; &lt;5&gt;</p>") == [
        "Статья 1 — «граница» №№ <5>"
    ]


def test_tables_inside_tables_keep_the_order_of_reading() -> None:
    page = "<table><tr><td>а<table><tr><td>б</td></tr></table>в</td><td>г</td></tr></table>"
    assert texts(page) == ["а", "б", "в", "г"]


def test_broken_markup_loses_no_word() -> None:
    page = "<div><p>Статья 1. <b>Цель</p><td>текст</b></i></span><p>ещё <a href='x>y'>слово</div> конец"
    assert " ".join(texts(page)).split() == ["Статья", "1.", "Цель", "текст", "ещё", "слово", "конец"]


def test_lines_have_the_numbers_of_the_source_of_the_page() -> None:
    page = "<html>\n<body>\n<p>ЗАКОН</p>\n\n<div>\n  Статья 1<br>\n  Текст<br>\n\n  <b>ещё</b> один\n</div>"
    assert numbered(page) == [(3, "ЗАКОН"), (6, "Статья 1"), (7, "Текст"), (9, "ещё один")]


def test_three_hundred_marks_that_are_never_closed_lose_nothing() -> None:
    page = "".join(f"<p><font>слово{number}" for number in range(300))
    assert texts(page) == [f"слово{number}" for number in range(300)]


def test_elements_inside_each_other_without_end_are_refused_rather_than_cut_off() -> None:
    with pytest.raises(WrongFormat, match=r"(?s)not a HTML file.*a\.html.*inside each other.*save it again"):
        texts("<div>" * 100_000 + "Статья 1")


@pytest.mark.parametrize("page", ["<html></html>", "<p> &nbsp; </p>", "<html><!-- Статья 1 --></html>"])
def test_a_page_without_words_is_an_empty_file(page: str) -> None:
    with pytest.raises(EmptyFile):
        read_bytes(page.encode(), "a.html")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_with_the_head_of_an_xml_file_is_still_a_page(encoding: str) -> None:
    page = '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Статья 1</p>'
    source = read_bytes(page.encode(encoding), "a.html")
    assert (source.format, source.text) == ("html", "Статья 1")


@pytest.mark.parametrize(
    "fragment", ["<p>Статья 1</p>", "Статья 1<br>", "<table><tr><td>Статья 1", "<h2>Статья 1", "<span>Статья 1</span>"]
)
def test_a_piece_of_a_page_is_read_as_a_page(fragment: str) -> None:
    source = read_bytes(fragment.encode(), "a.txt")
    assert (source.format, source.text) == ("html", "Статья 1")
