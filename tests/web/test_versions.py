"""The page of two language versions: side by side, what differs named on top, and no way to a foreign act."""

import re

import pytest
from django.test import Client

from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.models import Edition
from tests.paths import LAW_BOOK, TAJIK
from tests.records.small import Desk

pytestmark = pytest.mark.django_db


def filed(at: Desk, text: str, name: str, filing: Filing) -> Edition:
    (edition,) = import_editions(at.expert, at.mission, data=text.encode(), file_name=name, filing=filing)
    return edition


def test_units_stand_side_by_side_each_in_its_language(at: Desk, browser: Client) -> None:
    text = TAJIK.read_text(encoding="utf-8").replace("чилу ҳашт", "50").replace("Моддаи 6. ", "Моддаи 99. ")
    version = filed(at, text, "law.tg.txt", Filing(at.edition.act))
    page = browser.get(f"/missions/border/acts/{at.edition.name}/beside/{version.name}/").text
    (row,) = re.findall(r'<div class="twin" id="art_4__para_2">(.*?)<article', page, re.DOTALL)[:1]
    assert re.findall(r'lang="(\w+)"><a class="place"', row)[:2] == ["ru", "tg"]
    assert f'href="/missions/border/acts/{version.name}/#art_4__para_2"' in row
    top = page[: page.index('class="versions"')]
    assert "Only in RU" in top
    assert '<a href="#art_12" lang="ru">ст. 12</a>' in top
    assert '<a href="#art_12__para_1"' not in top
    assert "Under another number" in top
    assert "Figures differ: only TG has 50" in page
    assert 'class="twin proposed" id="art_6"' in page
    assert "ст. 12: not in TG" in page


def test_versions_that_are_alike_say_so(at: Desk, browser: Client) -> None:
    files = [(LAW_BOOK / f"readmission.{one}.txt").read_text(encoding="utf-8") for one in ("en", "tg")]
    first = filed(at, files[0], "readmission.en.txt", Filing(is_new_act=True))
    second = filed(at, files[1], "readmission.tg.txt", Filing(first.act))
    for one, other in ((first, second), (second, first)):
        page = browser.get(f"/missions/border/acts/{one.name}/beside/{other.name}/").text
        assert "both name the same figures" in page
        assert "Only in" not in page


def test_the_page_of_a_law_leads_to_its_versions(at: Desk, browser: Client) -> None:
    address = f"/missions/border/acts/{at.edition.name}/"
    assert "beside the version in" not in browser.get(address).text
    version = filed(at, TAJIK.read_text(encoding="utf-8"), "law.tg.txt", Filing(at.edition.act))
    assert f'href="{address}beside/{version.name}/"' in browser.get(address).text


def test_another_act_and_what_is_not_on_file_is_told(at: Desk, browser: Client) -> None:
    other = filed(
        at, (LAW_BOOK / "readmission.en.txt").read_text(encoding="utf-8"), "r.en.txt", Filing(is_new_act=True)
    )
    for name in (other.name, at.edition.name, "nothing"):
        answer = browser.get(f"/missions/border/acts/{at.edition.name}/beside/{name}/")
        assert answer.status_code == 404
