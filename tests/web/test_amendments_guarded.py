"""What the pages of amendments refuse or say loudly: words beside a text, old clicks, clauses that do not fit."""

import pytest
from django.test import Client

from muvofiq.records.actions.amend import amend
from muvofiq.records.models import Amendment, Recommendation
from tests.records.advising import advised, amended
from tests.records.small import UNIT, Desk, no_entry

pytestmark = pytest.mark.django_db
R1 = "/missions/border/recommendations/1/"
SAVED = f"{R1}amendments/1/"
ACT = "/missions/border/recommendations/act/"


def test_a_place_in_words_is_refused_where_the_act_has_a_text(at: Desk, browser: Client) -> None:
    advised(at)
    place = f"{R1}amendments/new/?edition={at.edition.name}&unit=ст. 4 ч. 2"
    with no_entry(at.mission):
        page = browser.post(place, {"proposed": "2. Иначе.", "clause": "Всё удалить.", "version": 0})
    assert page.status_code == 422
    assert "a text of the act is on file" in page.text
    assert not Amendment.objects.exists()


def test_an_old_click_moves_nothing(at: Desk, browser: Client) -> None:
    row = advised(at)
    assert f'name="seen" value="{row.seen}"' in browser.get(R1).text
    amended(at, row)
    with no_entry(at.mission):
        page = browser.post(f"{R1}move/", {"to": "checked", "seen": row.seen - 1})
    assert page.status_code == 409
    assert f'name="seen" value="{row.seen}"' in page.text
    assert browser.post(f"{R1}move/", {"to": "checked", "seen": row.seen}).status_code == 302
    assert Recommendation.objects.get().state == "checked"


def test_an_amendment_of_an_earlier_version_asks_for_its_place_and_can_be_removed(at: Desk, browser: Client) -> None:
    row = amended(at)
    Amendment.objects.update(eid="", current="", unit="ст. 4, новая")
    page = browser.get(SAVED)
    assert page.status_code == 200
    assert "saved by an earlier version" in page.text
    assert f'action="{SAVED}"' in page.text
    assert row.proposed in browser.get(f"{SAVED}?edition={at.edition.name}&eid={UNIT}").text
    assert browser.post(SAVED, {"remove": "1"}).headers["Location"] == R1
    assert not Amendment.objects.exists()


def test_the_draft_says_loudly_where_its_clauses_do_not_fit_together(at: Desk, browser: Client) -> None:
    amended(at)
    assert "give every proposed wording" in browser.get(ACT).text
    for proposed in ("– первое новое начало;", "– второе новое начало;"):
        amend(
            at.expert,
            advised(at),
            act=at.edition.act,
            edition=at.edition,
            after="art_3__indent_3",
            proposed=proposed,
        )
    text = browser.get(ACT).text
    is_in_order = text.index("первое новое") < text.index("второе новое")
    assert is_in_order or "Together the clauses do not give every proposed wording." in text
