"""A saved web page becomes the lines that a reader sees, each with its place in the page's source."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.errors import EmptyFile, WrongFormat
from muvofiq.text.html import read_html
from muvofiq.text.read import read_bytes
from muvofiq.text.source import Reason


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


def left_out(page: str) -> list[tuple[str, Reason]]:
    return [(one.text, one.reason) for one in read_html(page.encode(), "a.html").left_out]


ACT = "<h1>ЗАКОН</h1>" + "".join(f"<p>Статья {at}. Пропуск через границу {at}" for at in range(1, 20))


@pytest.mark.parametrize(
    "around",
    [
        "<nav><ul><li><a href='/'>Главная</a><li>Поиск</ul></nav>",
        "<div class='main-menu'><a href='/'>Главная</a> <a href='/b'>Поиск</a></div>",
        "<div id=footer><a href='/'>Главная</a> Поиск</div>",
        "<footer>Главная Поиск</footer>",
        "<div role=navigation>Главная Поиск</div>",
        "<header><a href='/'>Главная</a> <a href='/b'>Поиск</a></header>",
        "<button>Главная</button> <select><option>Поиск</select>",
        "<ul><li><a href='/'>Главная</a><li><a href='/a'>Поиск</a><li><a href='/b'>RU</a></ul>",
    ],
)
@pytest.mark.parametrize("where", ["before", "behind"])
def test_the_navigation_of_a_portal_is_left_out_and_told(around: str, where: str) -> None:
    page = around + ACT if where == "before" else ACT + around
    assert texts(page) == texts(ACT)
    told = left_out(page)
    assert {"Главная", "Поиск"} <= set(" ".join(text for text, _ in told).split())
    assert {reason for _, reason in told} == {Reason.NAVIGATION}


@pytest.mark.parametrize(
    "doubtful",
    [
        "<header><h1>ЗАКОН О ГРАНИЦЕ</h1></header>",
        "<aside>Сноска. Закон изменён.</aside>",
        "<div class=print>Статья 20. Печать на пропуске</div>",
        "<ul><li><a href='#s1'>Статья 1</a><li><a href='#s2'>Статья 2</a><li><a href='#s3'>Статья 3</a></ul>",
        "<p><a href='/law'>ЗАКОН О ГРАНИЦЕ</a></p>",
        "<nav-note>Слово</nav-note>",
    ],
)
def test_what_may_be_words_of_the_act_stays_in_it(doubtful: str) -> None:
    page = doubtful + ACT
    assert left_out(page) == []
    assert texts(page)[-len(texts(ACT)) :] == texts(ACT)


def test_an_act_that_lies_wholly_in_a_menu_is_still_the_act() -> None:
    assert texts(f"<div class=menu>{ACT}</div>") == texts(ACT)


def test_where_a_portal_is_known_all_beside_its_place_for_the_act_is_left_out_but_a_title() -> None:
    page = f"<h1>ЗАКОН О ГРАНИЦЕ</h1><div>Мониторинг</div><div class='container_gamma text'>{ACT}</div><p>Версия 2"
    assert texts(page) == ["ЗАКОН О ГРАНИЦЕ", *texts(ACT)]
    assert left_out(page) == [("Мониторинг", Reason.NAVIGATION), ("Версия 2", Reason.NAVIGATION)]


def test_a_place_that_holds_only_a_little_of_the_page_is_not_taken_for_the_act() -> None:
    assert texts(f"{ACT}<div class=container_gamma>Служба</div>") == [*texts(ACT), "Служба"]


def test_each_row_of_a_table_of_data_is_one_line() -> None:
    page = "<p>Сборы:<table><tr><th>Сбор<th>Сумма<tr><td>Виза<td>50<p>сомони<tr><td><td>итого</table>Статья 2"
    assert texts(page) == ["Сборы:", "Сбор | Сумма", "Виза | 50 сомони", "итого", "Статья 2"]


@pytest.mark.parametrize(
    "item",
    [
        "<table><tr><td><p>(a)<td><p>guards;<p>and posts</table>",
        "<div class='list grid-list-column-1'><span>(a) </span></div><div><p>guards;<p>and posts</div>",
        "<div><span>(a)</span><div>guards;</div><p>and posts</div>",
        "<table><tr><td>(a)<td>guards;<table><tr><td>and posts</table></table>",
    ],
)
def test_a_label_beside_its_words_stands_before_them_again(item: str) -> None:
    assert texts(f"<p>Article 1</p>{item}") == ["Article 1", "(a) guards;", "and posts"]


def test_labels_of_two_levels_beside_each_other_stand_in_one_line() -> None:
    page = "<table><tr><td>1.<td><table><tr><td>(a)<td>guards</table></table><p>end"
    assert texts(page) == ["1. (a) guards", "end"]


def test_lines_are_set_in_by_the_items_of_lists_around_them_and_by_no_other_table() -> None:
    inner = "<table><tr><td><p>(i)<td><p>red;<p>or pink;</table>"
    items = f"<p>1. Lamps:<table><tr><td>(a)<td>lights:{inner}<p>that burn;</table><p>and torches."
    lines = read_html(f"<table><tr><td>Menu<td>{items}</table>".encode(), "page.html").lines
    told = {line.text: line.inset for line in lines}
    assert told == {
        "Menu": 0,
        "1. Lamps:": 0,
        "(a) lights:": 0,
        "(i) red;": 1,
        "or pink;": 2,
        "that burn;": 1,
        "and torches.": 0,
    }


def test_labels_without_words_beside_them_are_kept() -> None:
    assert texts("<p>(a)</p><p>(b)</p><p>words</p><table><tr><td>1.</table>") == ["(a)", "(b)", "words", "1."]


FOOTNOTES = {
    "EUR-Lex": (
        '<p>The Council <a id="ntc1" href="#ntr1">(<span class="oj-super">1</span>)</a>, has',
        '<p class="oj-note"><a id="ntr1" href="#ntc1">(<span class="oj-super">1</span>)</a>  Journal.',
    ),
    "consolidated": (
        '<p>The Council (<a href="#E1" id="src.E1"> <span class="superscript">1</span> </a>), has',
        '<p class="footnote">(<a href="#src.E1" id="E1"> <span class="superscript">1</span> </a>) Journal.',
    ),
    "Word": (
        '<p>The Council <a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>, has',
        '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Journal.</div>',
    ),
}


@pytest.mark.parametrize(("citing", "note"), FOOTNOTES.values(), ids=FOOTNOTES)
def test_a_footnote_stands_behind_the_line_that_cites_it_and_its_mark_is_left_out(citing: str, note: str) -> None:
    source = read_html(f"{citing}</p><p>Article 1</p><hr>{note}".encode(), "a.html")
    assert [(line.text.replace("¹", "1"), line.is_note) for line in source.lines] == [
        ("The Council, has", False),
        (note_text(note), True),
        ("Article 1", False),
    ]
    (mark,) = source.left_out
    assert (mark.text.strip("()[]"), mark.reason) == ("¹", Reason.NOTE_MARK)


def note_text(note: str) -> str:
    return "[1] Journal." if "ftn" in note else "(1) Journal."


@pytest.mark.parametrize(
    "page",
    [
        '<p>see <a href="#b" id="a">1</a></p><p><a id="b">1</a> Journal',
        '<p><a href="#b" id="a">Статья 1</a><p><a href="#a" id="b">Статья 1</a>',
        '<p><a href="#a" id="a">1</a> Journal',
    ],
)
def test_links_that_do_not_lead_to_each_other_or_are_words_mark_no_footnote(page: str) -> None:
    source = read_html(page.encode(), "a.html")
    assert not source.left_out
    assert not any(line.is_note for line in source.lines)


JOURNAL = '<p class="oj-hd-ti">Official Journal</p><p class="oj-doc-ti">DIRECTIVE</p><p class="oj-ti-art">Article 1</p>'


def test_a_line_has_the_style_of_its_page_and_running_heads_are_left_out() -> None:
    source = read_html(JOURNAL.encode(), "a.html")
    assert [(line.text, line.style) for line in source.lines] == [
        ("DIRECTIVE", "oj-doc-ti"),
        ("Article 1", "oj-ti-art"),
    ]
    assert left_out(JOURNAL) == [("Official Journal", Reason.RUNNING_HEAD)]


def test_names_of_styles_that_every_page_may_use_say_something_only_in_the_pages_of_their_portal() -> None:
    assert texts('<p class="reference">Статья 1</p>') == ["Статья 1"]
    assert "Статья 1" not in texts(f'{JOURNAL}<p class="reference">Статья 1</p>')


def test_the_marks_of_who_consolidated_a_text_are_left_out() -> None:
    page = '<p class="modref">▼M1<p>►M1 Guards serve ◄, and ►B rest ◄.<p class="title-article-norm">Article 2'
    assert texts(page) == ["Guards serve, and rest.", "Article 2"]
    assert {reason for _, reason in left_out(page)} == {Reason.EDITOR_MARK}
    assert [text for text, _ in left_out(page)] == ["▼M1", "►M1", "◄", "►B", "◄"]


def test_an_arrow_that_marks_no_amendment_stays() -> None:
    assert texts("<p>► Главная ◄") == ["► Главная ◄"]


words = st.sampled_from(["", " ", "слово", "1", "(a)", "►M1", "◄", "Статья 1."])
NAMES = """
    p|div|td|tr|table|span|sup|nav|footer|h1|ul|li|br|a href=/x|dl|dt|div class=menu|p class=oj-ti-art|div role=search
    |p class=oj-hd-ti|p class=footnote|div class=container_gamma|a id=a href='#b'|a id=b href='#a'
"""
names = st.sampled_from([name.strip() for name in NAMES.split("|")])
fragments = st.recursive(
    words,
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name.split()[0]}>", names, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(fragments, min_size=1, max_size=5).map("".join))
def test_every_sign_that_is_seen_is_in_a_line_or_in_what_was_left_out(page: str) -> None:
    source = read_html(f"<html><body><p>закон {page}</body></html>".encode(), "a.html")
    told = " ".join([*(line.text for line in source.lines), *(one.text for one in source.left_out)])
    seen = re.sub(r"<[^>]*>", " ", f"закон {page}")
    assert signs(seen) == signs(told)


def signs(text: str) -> Counter[str]:
    return Counter(sign for sign in text.translate(str.maketrans("⁰¹", "01")) if not sign.isspace() and sign != "|")
