"""Saved pages in the manner of the official portals become laws without the page around them.

The pages are invented; their markup is as remembered, and the portals change it.
"""

from collections.abc import Sequence

import pytest

from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law
from muvofiq.text.source import Reason
from tests.law.small import outline

MENU = "<a href='/rus'>Главная</a> <a href='/rus/search'>Поиск</a> <a href='/kaz'>Қазақша</a>"
LONG = "Пограничная служба пропускает лиц и вещи через границу в порядке и в сроки, которые установлены законом."

ADILET = f"""<!DOCTYPE html><html><head><title>О границе - ИПС</title><style>.x {{ color: red }}</style></head><body>
<div class="header-wrapper"><div class="menu">{MENU}</div></div>
<div class="container_omega"><div class="container_alpha slogan"><h1>О границе</h1>
<p>Закон Республики Вымысел от 1 марта 2014 года № 5</p></div>
<div class="container_gamma breadcrumbs">{MENU}</div>
<ul class="nav nav-tabs"><li><a href="/t">Текст</a></li><li><a href="/i">Информация</a></li></ul>
<div class="container_gamma text text_upd"><div class="gs_12"><article>
<p><span style="color:#ff0000">      Примечание ИЗПИ!<br>Вводится в действие с 01.01.2015.</span></p>
<h3 id="z1">Статья 1. Цель</h3><p id="z2">      1. {LONG}</p><p id="z3">      2. Служба:</p>
<p id="z4">      1) хранит посты;</p><p id="z5">      2) ведёт журнал.</p>
<p><span style="color:#ff0000">      Сноска. Статья 1 с изменением, внесённым Законом РВ от 02.01.2019 № 15.</span></p>
<h3 id="z6">Статья 17<sup>1</sup>. Пост</h3><p id="z7">      {LONG}</p></article></div></div></div>
<div id="footer" class="footer">© Институт. {MENU}</div><script>var law = 1;</script></body></html>"""

PRAVO = f"""<html><head><style>span.W9 {{ vertical-align: super; font-size: smaller }}</style></head><body>
<div id="top_menu" class="toolbar">{MENU}</div><p class="C">РОССИЙСКАЯ ФЕДЕРАЦИЯ</p><p class="T">ЗАКОН</p>
<p class="T">О ГРАНИЦЕ</p><p class="I">Принят 1 марта 2014 года</p><p class="H">ГЛАВА 1. ОБЩИЕ ПОЛОЖЕНИЯ</p>
<p class="H">Статья 1. Цель</p><p>1.&nbsp;{LONG}</p><p>2.&nbsp;Служба:</p><p>1) хранит посты;</p>
<p>2) ведёт журнал.</p><p class="H">Статья 17<span class="W9">1</span>. Пост</p><p>{LONG}</p></body></html>"""

LEX = f"""<html><body><header><a href="/">Bosh sahifa</a> <a href="/q">Qidiruv</a></header><div id="divCont">
<div class="ACT_FORM">Закон</div><div class="ACT_TITLE">О границе</div>
<div class="CLAUSE_DEFAULT">Статья 1. Цель</div><div class="ACT_TEXT">1. {LONG}</div>
<div class="ACT_TEXT">2. Служба:</div><div class="ACT_TEXT">1) хранит посты;</div>
<div class="ACT_TEXT">2) ведёт журнал.</div><div class="COMMENT_FRM">В редакции Закона от 2 января 2019 года.</div>
<div class="CLAUSE_DEFAULT">Статья 17<sup>1</sup>. Пост</div><div class="ACT_TEXT">{LONG}</div></div>
<footer><button>Печать</button> <a href="/o">О сайте</a></footer></body></html>"""

PLAIN = f"""<html><body><table width="100%"><tr><td class="menu">{MENU}</td><td><table><tr><td>
<p align="center"><b>ЗАКОН</b><br>О ГРАНИЦЕ</p><p><b>Статья 1. Цель</b></p><p>1. {LONG}</p><p>2. Служба:</p>
<p>1) хранит посты;</p><p>2) ведёт журнал.</p><p><b>Статья 17<sup>1</sup>. Пост</b></p><p>{LONG}</p></td></tr></table>
</td></tr></table></body></html>"""

PAGES = {"adilet": ADILET, "pravo": PRAVO, "lex": LEX, "plain tables": PLAIN}


def opened(page: str) -> Law:
    (law,) = open_laws(page.encode(), "saved page.html")
    return law


def articles(law: Law) -> Sequence[str]:
    return outline([unit for _, unit, _ in law.articles()])


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_articles_of_a_saved_page_are_those_of_the_act(page: str) -> None:
    assert articles(opened(page)) == [
        "article 1: Цель",
        f"  part 1: {LONG}",
        "  part 2: Служба:",
        "    point 1: хранит посты;",
        "    point 2: ведёт журнал.",
        "article 17(1): Пост",
        f"  indent 1: {LONG}",
    ]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_nothing_of_the_page_around_it_is_in_the_act(page: str) -> None:
    law = opened(page)
    act = " ".join((*law.head, *law.tail, *(words for unit in law.provisions for words in unit.paragraphs())))
    for word in ("Главная", "Поиск", "Қазақша", "Информация", "Bosh", "Qidiruv", "Печать", "var law"):
        assert word not in act
    assert {one.reason for one in law.left_out} == {Reason.NAVIGATION}


def test_the_notes_of_adilet_and_of_lex_are_no_words_of_the_act() -> None:
    for page in (ADILET, LEX):
        first = next(unit for _, unit, _ in opened(page).articles())
        assert any("2019" in note.text for note in first.notes)


def test_the_title_beside_the_place_of_the_act_stays_in_its_head() -> None:
    assert "О границе" in opened(ADILET).head
