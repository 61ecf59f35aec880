"""A law on its page: its citations are links, its changes are dated, and what was left out is told."""

import re

import pytest
from django.test import Client
from django.utils.translation import override

from muvofiq.law.citations import Open
from muvofiq.law.front import Role
from muvofiq.law.history import Deed
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.models import Edition
from muvofiq.records.queries.law_page import left_aside
from muvofiq.text.source import LeftOut, Reason
from muvofiq.web.labels_law import LAW_LABELS
from tests.records.small import Desk

pytestmark = pytest.mark.django_db
WITHOUT_WORD = {Role.SIGNATORY, Role.PLACE, Role.DATE, Role.NUMBER, Role.OTHER}
LAW = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О мостах
(Вестник Народного собрания, 2014 г., № 3, ст. 41)
Статья 1. Мост
1. Мост  крепок <по> статье 2 и статье 77.
2. Мост широк по ст. 1 Закона Республики Вестария «О государственной границе и защите лиц, её пересекающих».
(в редакции Закона РВ от 02.01.2019 г. № 15)
Статья 2. Опора
1. Опора стоит.
Приложение 1. Перечень мостов
1. Старый мост.
"""


@pytest.fixture
def edition(at: Desk) -> Edition:
    data = LAW.encode()
    (one,) = import_editions(at.expert, at.mission, data=data, file_name="bridges.txt", filing=Filing(is_new_act=True))
    return one


@pytest.fixture
def page(at: Desk, edition: Edition, client: Client) -> str:
    client.force_login(at.expert)
    return client.get(f"/missions/border/acts/{edition.name}/").text


def test_cited_units_are_links_in_the_text_which_stays_as_printed(at: Desk, page: str) -> None:
    assert '<p>1. Мост  крепок &lt;по&gt; <a href="#art_2">статье 2</a> и статье 77.</p>' in page
    assert f'<a href="/missions/border/acts/{at.edition.name}/#art_1">ст. 1</a> Закона' in page


def test_an_article_shows_what_it_cites_with_what_is_open_and_why(page: str) -> None:
    shown = re.search(r'id="art_1".*?<details class="cites no-print">(.*?)</details>', page, re.DOTALL)
    assert shown
    assert "cites 3 provisions (1 open)" in shown[1]
    assert '<span lang="ru">статье 77</span>: the act on file has no such unit' in shown[1]
    assert '<a href="#art_2">ст. 2</a>' in shown[1]


def test_an_article_shows_what_cites_it_also_from_other_acts(
    at: Desk, edition: Edition, page: str, client: Client
) -> None:
    assert re.search(r'id="art_2".*?cited by 1 provision', page, re.DOTALL)
    border = client.get(f"/missions/border/acts/{at.edition.name}/").text
    assert f'href="/missions/border/acts/{edition.name}/#art_1__para_2"' in border


def test_the_changes_of_a_unit_are_dated_below_its_notes(page: str) -> None:
    assert re.search(r'<ul class="changes"><li>2 January 2019 · \w[\w ]* · Закона РВ № 15</li></ul>', page)


def test_the_lines_of_the_head_are_named_and_annexes_look_like_headings(page: str) -> None:
    assert re.search(r'<span class="place">gazette</span><div><p>\(Вестник', page)
    assert re.search(r'id="annex_1".*?<h2>Приложение 1\. ', page, re.DOTALL)


def test_what_was_left_out_is_gathered_by_its_reason() -> None:
    head, number = LeftOut(1, "Вестник", Reason.RUNNING_HEAD), LeftOut(2, "7", Reason.PAGE_NUMBER)
    (heads, numbers) = left_aside([head, number, LeftOut(9, "Вестник", Reason.RUNNING_HEAD)])
    assert (heads.reason, heads.count, heads.texts) == (Reason.RUNNING_HEAD, 2, (("Вестник", 2),))
    assert numbers.count == 1
    assert left_aside([]) == ()


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_every_fixed_word_of_a_law_has_a_word_for_people(language: str) -> None:
    words = [*Open, *Deed, *Reason, *Role]
    assert [word for word in words if word not in LAW_LABELS] == []
    with override(language):
        assert {word for word in words if not str(LAW_LABELS[word])} == WITHOUT_WORD
