"""The pages of the editions: list, difference, and the mark at every answer that a newer edition touches."""

import re
from datetime import date

import pytest
from django.test import Client

from muvofiq.amendment.editions import What
from muvofiq.records.actions.import_edition import RESERVED, Filing, import_editions
from muvofiq.records.actions.quote import quote
from muvofiq.records.models import Edition
from muvofiq.records.queries.editions import Standing
from muvofiq.web.labels_editions import FATES, PARTS, STANDINGS
from tests.paths import RUSSIAN
from tests.records.advising import amended
from tests.records.small import UNIT, VICTIMS, WORDS, Desk, accepted, desk, tajik_twin

pytestmark = pytest.mark.django_db
ACTS = "/missions/border/acts"


@pytest.fixture
def at(client: Client) -> Desk:
    found = desk(slug="border")
    client.force_login(found.expert)
    return found


@pytest.fixture
def newer(at: Desk) -> Edition:
    """The same law as at a later day, in place of the first import: a part reworded, a principle gone, one added."""
    text = RUSSIAN.read_text(encoding="utf-8")
    text = text.replace(WORDS, "назначается отдельный сотрудник по работе с уязвимыми лицами")
    text = text.replace(
        "– вода, пища, тёплая одежда", "– никто не платит за проверку <на границе>;\n– вода, еда, одежда"
    )
    filing = Filing(as_of=date(2021, 5, 1), replaces=at.edition)
    (edition,) = import_editions(at.expert, at.mission, data=text.encode(), file_name="later.txt", filing=filing)
    return edition


def editions_page(at: Desk) -> str:
    return f"{ACTS}/of/{at.edition.act_id}/editions/"


def test_the_list_shows_each_edition_with_its_day_and_its_difference(at: Desk, newer: Edition, client: Client) -> None:
    accepted(at)
    tajik_twin(at.mission, at.expert, at.edition)
    text = client.get(editions_page(at)).text
    assert text.index("as at 1 May 2021</a>") < text.index("<s>day not known, imported ")
    assert f'href="{ACTS}/{at.edition.name}/difference/{newer.name}/"' in text
    assert "replaced by a corrected import" in text
    assert "1 answer<br>" in text
    assert re.findall(r'id="in-(\w+)"', text) == ["ru", "tg"]
    assert text.count('<select name="before">') == 1, "one Tajik text has nothing to compare"


def test_two_chosen_editions_lead_to_their_difference(at: Desk, newer: Edition, client: Client) -> None:
    answer = client.get(editions_page(at), {"before": newer.name, "after": at.edition.name})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{ACTS}/{newer.name}/difference/{at.edition.name}/"
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_day_leads_to_the_edition_that_was_in_force(at: Desk, newer: Edition, client: Client) -> None:
    filing = Filing(at.edition.act, as_of=date(2014, 7, 15))
    data = RUSSIAN.read_bytes().replace("РАЗДЕЛ I.".encode(), "РАЗДЕЛ I. Прежний.".encode())
    (older,) = import_editions(at.expert, at.mission, data=data, file_name="older.txt", filing=filing)
    assert client.get(editions_page(at)).text.count('name="day"') == 1
    for day, found in (("2014-07-15", older), ("2021-04-30", older), ("2021-05-01", newer), ("2030-01-01", newer)):
        answer = client.get(editions_page(at), {"day": day, "language": "ru"})
        assert answer.headers["Location"] == f"{ACTS}/{found.name}/"
    page = client.get(editions_page(at), {"day": "2014-07-14", "language": "ru"})
    assert page.status_code == 200
    assert "No edition on file is known to be of this day or of an earlier one" in page.text
    assert 'name="day" value="2014-07-14"' in page.text


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("typed", ["", "yesterday", "2014-02-31", "<script>"])
def test_what_is_no_day_is_told(at: Desk, client: Client, typed: str) -> None:
    page = client.get(editions_page(at), {"day": typed, "language": "ru"})
    assert page.status_code == 200
    assert "In force on: " in page.text
    assert "<script>" not in page.text.split("<main")[1]


def test_without_a_known_day_there_is_nothing_to_look_for(at: Desk, client: Client) -> None:
    assert 'name="day"' not in client.get(editions_page(at)).text


def test_the_difference_counts_marks_and_proves(at: Desk, newer: Edition, client: Client) -> None:
    text = client.get(f"{ACTS}/{at.edition.name}/difference/{newer.name}/").text
    assert "<strong>1</strong> <small>added</small>" in text
    assert "<strong>2</strong> <small>changed</small>" in text
    assert "Proof: from this comparison both texts can be read again" in text
    assert re.search(r"(\d+) units before − 0 gone \+ 1 added = (\d+) units now", text)
    assert "назначается <ins>отдельный </ins>сотрудник" in text.replace("</p>", "")
    assert "&lt;на границе&gt;" in text
    assert text.count('data-card tabindex="0"') == 3
    assert f'href="{ACTS}/{newer.name}/#{UNIT}"' in text
    assert f'href="{ACTS}/{at.edition.name}/#{UNIT}"' in text
    assert 'id="art_5"' not in text


def test_all_units_are_one_click_away(at: Desk, newer: Edition, client: Client) -> None:
    text = client.get(f"{ACTS}/{at.edition.name}/difference/{newer.name}/?units=all").text
    assert 'id="art_5"' in text
    assert text.count('data-card tabindex="0"') == 3


def test_texts_that_cannot_be_compared_are_told_so(at: Desk, client: Client) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    answer = client.get(f"{ACTS}/{at.edition.name}/difference/{twin.name}/")
    assert answer.status_code == 422
    assert "cannot be compared" in answer.text
    assert client.get(f"{ACTS}/{at.edition.name}/difference/nothing/").status_code == 404


def test_the_pages_lead_to_the_editions(at: Desk, newer: Edition, client: Client) -> None:
    assert f'href="{editions_page(at)}"' in client.get(f"{ACTS}/").text
    law = client.get(f"{ACTS}/{at.edition.name}/").text
    assert f'href="{editions_page(at)}"' in law
    assert f'href="{ACTS}/{at.edition.name}/difference/{newer.name}/"' in law
    assert "difference" not in client.get(f"{ACTS}/{newer.name}/").text.split('class="reading"')[0]


def test_an_answer_and_its_quotation_name_their_edition_and_what_the_newer_one_has(
    at: Desk, newer: Edition, client: Client
) -> None:
    quote(at.expert, accepted(at), WORDS)
    accepted(at, eid="art_5")
    text = client.get(f"/missions/border/requirements/{VICTIMS}/").text
    card = text.split(f'id="card-{at.edition.name}-{UNIT}"')[1].split("</article>")[0]
    locked = r"<span [^>]*title=\"locked: [^>]*[0-9a-f]{64}\"[^>]*>locked</span>\s+· quoted by"
    assert re.search(rf"ст\. 4 ч\. 2, day not known, imported \d+ \w+ \d+ \[ru\] · {locked}", card)
    assert re.search(r"≠ newer edition, as at 1 May 2021</span> ст\. 4 ч\. 2: <strong>changed</strong>", card)
    assert f'href="{ACTS}/{at.edition.name}/difference/{newer.name}/#{UNIT}"' in card
    other = text.split(f'id="card-{at.edition.name}-art_5"')[1].split("</article>")[0]
    assert re.search(r"= newer edition, as at 1 May 2021</span> ст\. 5: <strong>unchanged</strong>", other)
    law = client.get(f"{ACTS}/{at.edition.name}/").text
    assert "ст. 4 ч. 2: <strong>changed</strong>" in law
    assert "2 answers rest on other editions" in client.get(f"{ACTS}/{newer.name}/").text


def test_an_amendment_names_the_edition_of_its_wording_and_what_the_newer_one_has(
    at: Desk, client: Client, request: pytest.FixtureRequest
) -> None:
    amended(at)
    request.getfixturevalue("newer")
    text = client.get("/missions/border/recommendations/1/amendments/1/").text
    assert "day not known, imported" in text
    assert "newer edition, as at 1 May 2021</span> ст. 4 ч. 2: <strong>changed</strong>" in text
    assert "newer edition, as at 1 May 2021" in client.get("/missions/border/recommendations/").text


def test_an_act_without_text_says_what_to_do(at: Desk, client: Client) -> None:
    at.mission.editions.all().delete()
    text = client.get(editions_page(at)).text
    assert "No text of this act is on file." in text


def test_no_edition_takes_the_address_of_the_pages() -> None:
    assert "of" in RESERVED


def test_every_fixed_word_about_editions_has_a_word_for_people() -> None:
    assert (set(FATES), set(STANDINGS)) == (set(What), set(Standing))
    assert all(map(str, (*FATES.values(), *STANDINGS.values(), *PARTS.values())))
