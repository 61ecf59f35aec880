"""The draft amending act is read as it is printed, with the editions that it amends and what is left out of it."""

from datetime import date

import pytest
from django.test import Client

from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.models import Edition
from muvofiq.records.queries.amending_act import drafted_acts
from muvofiq.web.printed_act import printed_lines
from tests.records.advising import PROPOSED, advised, amended
from tests.records.small import Desk, law_on_file, tajik_twin
from tests.records.test_amending_act import in_tajik

pytestmark = pytest.mark.django_db
ACT = "/missions/border/recommendations/act/"


def test_what_is_drafted_and_what_is_not_is_counted_together(at: Desk, browser: Client) -> None:
    one = amended(at)
    other = amended(at, advised(at), proposed=f"{PROPOSED} Они отвечают.")
    page = browser.get(ACT).text
    assert "<strong>1</strong> of 2 amendments are in the draft; all 1 proven" in page
    left = page.split("Not in the draft")[1].split("</ul>")[0]
    assert f"{other} ст. 4 ч. 2" in left
    assert at.edition.act.title["ru"] in left
    assert f"{one} amends the same unit" in left


def test_what_lies_on_an_older_text_names_both_texts_by_act_and_day(at: Desk, browser: Client) -> None:
    amended(at)
    Edition.objects.filter(pk=at.edition.pk).update(as_of=date(2019, 12, 28))
    newer = law_on_file(at.mission, at.expert, extra="\n\nСтатья 99. Ещё\nНовая норма.", act=at.edition.act)
    Edition.objects.filter(pk=newer.pk).update(as_of=date(2020, 5, 1))
    newer.refresh_from_db()
    page = browser.get(ACT).text
    assert "as at 28 December 2019" in page
    assert "A newer text of this act is on file, as at 1 May 2020" in page
    amended(at, advised(at), edition=newer)
    left = browser.get(ACT).text.split("Not in the draft")[1].split("</ul>")[0]
    assert "(as at 28 December 2019)" in left
    assert "(as at 1 May 2020)" in left
    assert newer.name not in left


def test_each_language_lists_the_editions_that_it_amends(at: Desk, browser: Client) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    row = amended(at).recommendation
    amended(at, row, edition=twin, proposed=in_tajik(twin))
    page = browser.get(ACT).text
    for edition in (at.edition, twin):
        assert f'Amends <a href="/missions/border/acts/{edition.name}/">' in page


def test_the_act_is_set_as_on_paper(at: Desk, browser: Client) -> None:
    amended(at)
    (draft,) = drafted_acts(at.mission)
    lines = printed_lines(draft)
    assert "\n".join(f"{one.label}{one.text}" for one in lines) == "\n".join(draft.lines)
    assert [one.text for one in lines if one.look in {"mark", "headline"}] == ["Проект", draft.title]
    assert [one.label for one in lines if one.label] == ["Статья 1. ", "Статья 2. "]
    assert [one.look for one in lines[-2:]] == ["signed", "signed"]
    page = browser.get(ACT).text
    assert '<p class="mark">Проект</p>' in page
    assert "<strong>Статья 1. </strong>" in page
    assert "What this does not prove: that a legislative editor would word the clause so;" in page
    assert page.index('<details id="aligned">') > page.index('class="signed"')


def test_an_error_names_the_mission_by_its_title(at: Desk, browser: Client) -> None:
    amended(at)
    browser.post(ACT, {"language": "ru", "title": "О поправках", "version": 0})
    page = browser.post(ACT, {"language": "ru", "title": "О другом", "version": 0}).text
    where = page.split("<dt>Where</dt><dd>")[1].split("</dd>")[0]
    assert where.startswith(at.mission.title["en"])


def test_what_is_only_in_words_is_left_out(at: Desk, browser: Client) -> None:
    act = register_act(at.expert, at.mission, title={"en": "Act on borders"})
    amend(at.expert, advised(at), act=act, unit="article 12(2), new", proposed="Two officers.")
    left = browser.get(ACT).text.split("Not in the draft")[1].split("</ul>")[0]
    assert "Act on borders" in left
