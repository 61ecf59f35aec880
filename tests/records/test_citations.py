"""What an article cites and what cites it is gathered over all texts of a mission, and over no other mission."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from muvofiq.law.citations import Open
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.models import Edition
from muvofiq.records.queries.citations import Network, Piece
from muvofiq.records.queries.law_page import law_page
from tests.records.small import Desk

pytestmark = pytest.mark.django_db
RIVERS = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О реках
Глава 1. Начало
Статья 1. Река
1. Река течёт, как сказано в частях 2 и 3 настоящей статьи и в главе 2.
2. Река глубока по статье 2.
3. Река чиста по статьям 2–4 и статье 99.
Статья 2. Берег
1. Берег открыт по Закону Республики Вестария «О лесах» и части 1 статьи 2 Закона Республики Вестария «О лесах».
Глава 2. Конец
Статья 3. Дно
1. Дно общее по ст. 1 Закона Республики Эстмарка «О морях».
Статья 4. Мост
1. Мост крепок.
"""
FORESTS = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О лесах
Статья 1. Лес
1. Лес стоит у реки по статье 1 Закона Республики Вестария «О реках».
Статья 2. Роща
1. Роща мала.
"""


def filed(at: Desk, name: str, text: str) -> Edition:
    (edition,) = import_editions(at.expert, at.mission, data=text.encode(), file_name=f"{name}.txt", filing=NEW)
    return edition


NEW = Filing(is_new_act=True)


def test_an_article_knows_what_it_cites_and_what_cites_it_in_all_texts(at: Desk) -> None:
    forests, rivers = filed(at, "forests", FORESTS), filed(at, "rivers", RIVERS)
    of = Network(rivers).cites()
    assert [(one.edition.name, one.eid) for one in of["art_1"].units] == [
        ("rivers", "chp_2"),
        ("rivers", "art_2"),
        ("rivers", "art_3"),
        ("rivers", "art_4"),
    ]
    assert [(one.words, one.reason) for one in of["art_1"].open] == [("статье 99", Open.NO_SUCH_UNIT)]
    assert of["art_1"].count == 5
    assert [(one.edition, one.place) for one in of["art_1"].cited_by] == [(forests, "ст. 1 ч. 1")]
    assert [one.eid for one in of["chp_2"].cited_by] == ["art_1__para_1"]
    assert [(one.edition, one.eid) for one in of["art_2"].units] == [(forests, ""), (forests, "art_2__para_1")]
    assert [(one.words, one.reason) for one in of["art_3"].open] == [("ст. 1", Open.FOREIGN_ACT)]
    assert [one.place for one in Network(forests).cites()["art_2"].cited_by] == ["ст. 2 ч. 1"]


def test_the_register_says_under_which_titles_an_act_is_cited(at: Desk) -> None:
    forests, rivers = filed(at, "forests", FORESTS.replace("О лесах", "О деревьях")), filed(at, "rivers", RIVERS)
    assert [one.reason for one in Network(rivers).cites()["art_2"].open] == [Open.OTHER_ACT] * 2
    titles = {"ru": "О лесах", "en": "On forests"}
    register_act(at.expert, at.mission, title=titles, number="1", registered=forests.act)
    assert Network(rivers).cites()["art_2"].open == ()


def test_the_pieces_of_a_text_are_the_text_as_printed(at: Desk) -> None:
    network = Network(filed(at, "rivers", RIVERS))
    text = "Река течёт, как сказано в частях 2 и 3 настоящей статьи и в главе 2."
    pieces = network.pieces("art_1__para_1", text)
    assert "".join(piece.words for piece in pieces) == text
    linked = [(piece.words, piece.link.eid) for piece in pieces if piece.link]
    assert linked == [("частях 2", "art_1__para_2"), ("3 настоящей статьи", "art_1__para_3"), ("главе 2", "chp_2")]
    assert network.pieces("art_4", "Мост") == (Piece("Мост"),)


def test_a_sign_between_the_ends_of_a_range_is_a_link_only_if_one_unit_is_meant(at: Desk) -> None:
    network = Network(filed(at, "rivers", RIVERS))
    text = "Река чиста по статьям 2–4 и статье 99."
    linked = [piece.words for piece in network.pieces("art_1__para_3", text) if piece.link]
    assert linked == ["статьям 2", "–", "4"]


def test_a_page_asks_the_database_as_often_for_many_texts_as_for_few(at: Desk) -> None:
    rivers = filed(at, "rivers", RIVERS)
    counts = []
    for text in ("", FORESTS):
        if text:
            filed(at, "forests", text)
        law_page(Edition.objects.get(pk=rivers.pk))
        with CaptureQueriesContext(connection) as asked:
            law_page(Edition.objects.get(pk=rivers.pk))
        counts.append(len(asked))
    assert counts[0] == counts[1]
