"""The screen on which a unit is amended: clause and proof while it is typed, and what is refused on saving."""

import re
from html import unescape

import pytest
from django.test import Client

from muvofiq.amendment.wording import wording_of
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.move_recommendation import move_recommendation
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.models import Amendment, Quotation, Recommendation
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import RecommendationState, Role
from tests.records.small import UNIT, WORDS, Desk, accepted, expert_in, no_entry, one_entry, person, tajik_twin

pytestmark = pytest.mark.django_db

R1 = "/missions/border/recommendations/1/"
NEW = f"{R1}amendments/new/"
SAVED = f"{R1}amendments/1/"
PREVIEW = f"{R1}amendments/preview/"
ACT = "/missions/border/recommendations/act/"
HTMX = {"HX-Request": "true", "HX-Target": "live"}
DAYS = "art_8__para_1"


@pytest.fixture
def row(at: Desk) -> Recommendation:
    return recommend(at.expert, at.mission, text={"en": "Name two officers."}, reason={"en": "Safer."})


def current(at: Desk, eid: str = UNIT) -> str:
    return wording_of(unit_of(at.edition, eid))


def changed(at: Desk) -> str:
    return current(at).replace("пятидесяти", "тридцати")


def address(at: Desk, eid: str = UNIT) -> str:
    return f"{NEW}?edition={at.edition.name}&eid={eid}"


def sent(at: Desk, proposed: str, **changes: object) -> dict[str, object]:
    known = {"edition": at.edition.name, "eid": UNIT, "after": "", "shown": f"{at.edition.name}~{UNIT}"}
    return known | {"proposed": proposed, "clause": "", "written": "", "version": 0} | changes


def amended(at: Desk, row: Recommendation, proposed: str = "", **changes: object) -> Amendment:
    known: dict[str, object] = {"edition": at.edition, "eid": UNIT, "proposed": proposed or changed(at)}
    return amend(at.expert, row, act=at.edition.act, **(known | changes))  # type: ignore[arg-type]


@pytest.mark.usefixtures("row")
@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_both_sides_begin_alike(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    page = browser.get(address(at))
    assert page.status_code == 200
    assert page.text.count(current(at)) == 2
    assert f'name="shown" value="{at.edition.name}~{UNIT}"' in page.text


@pytest.mark.usefixtures("row")
@pytest.mark.parametrize(
    "typed", ["Ст. 4 ч.2", "часть 2 статьи 4", "Ст. 4, ч. 2", "қ. 2 м. 4", "art. 4 part 2", "4(2)"]
)
def test_a_unit_can_be_cited_as_lawyers_cite_it(at: Desk, browser: Client, typed: str) -> None:
    assert current(at) in browser.get(address(at, typed)).text


@pytest.mark.usefixtures("row")
def test_a_place_that_is_not_there_is_told_where_it_is_chosen(at: Desk, browser: Client) -> None:
    for query, status, told in (
        ("", 200, "Which unit does R1 amend?"),
        (f"?edition={at.edition.name}&eid=art_999", 404, "art_999"),
        (f"?edition={at.edition.name}", 200, f'value="{at.edition.name}" selected'),
        (f"?edition={at.edition.name}&eid=", 422, "Name the unit"),
        (f"?edition={at.edition.name}&eid=ст. 4 ч. 77", 422, f"?edition={at.edition.name}&amp;eid=art_4__para_2"),
        (f"?edition={at.edition.name}&eid=ничего", 422, f'<a href="/missions/border/acts/{at.edition.name}/'),
        (f"?edition={at.edition.name}&eid={UNIT}&after={UNIT}", 422, "Name the unit"),
        (f"?edition=other&eid={UNIT}", 422, "Select a valid choice"),
    ):
        page = browser.get(f"{NEW}{query}")
        assert (page.status_code, told in page.text) == (status, True), query
        assert 'name="after"' in page.text


@pytest.mark.usefixtures("row")
def test_while_it_is_typed_clause_redline_and_proof_come_and_nothing_is_saved(at: Desk, browser: Client) -> None:
    with no_entry(at.mission):
        page = browser.post(PREVIEW, sent(at, changed(at)), headers=HTMX)
    assert page.status_code == 200
    assert "<html" not in page.text
    assert "<del>пятидесяти</del><ins>тридцати</ins>" in page.text
    assert "части 2 статьи 4" in page.text
    assert "this gives exactly the proposed text <b>✓</b>" in page.text
    assert "accept all = proposed <b>✓</b>" in page.text
    assert "reject all = current <b>✓</b>" in page.text
    assert "What this does not prove" in page.text


@pytest.mark.usefixtures("row")
def test_without_a_script_the_same_is_shown_on_the_page(at: Desk, browser: Client) -> None:
    with no_entry(at.mission):
        page = browser.post(address(at), sent(at, changed(at), preview="1"))
    assert page.status_code == 200
    assert "части 2 статьи 4" in page.text
    assert unescape(page.text).count(changed(at)) >= 1


@pytest.mark.usefixtures("row")
def test_a_wording_that_cannot_be_read_is_told_below_it(at: Desk, browser: Client) -> None:
    page = browser.post(PREVIEW, sent(at, "Статья 9. Другая статья\n1. Иное."), headers=HTMX)
    assert page.status_code == 200
    assert "The wording cannot be read as a unit of the law." in page.text
    assert "What this does not prove" not in page.text


@pytest.mark.usefixtures("row")
def test_an_amendment_is_saved_with_the_wording_of_the_edition(at: Desk, browser: Client) -> None:
    with one_entry(at.mission, at.expert, "recommend"):
        page = browser.post(address(at), sent(at, changed(at).replace("\n", "\r\n"), current="forged"))
    assert page.headers["Location"] == SAVED
    row = Amendment.objects.get()
    assert (row.current, row.proposed, row.clause, row.version) == (current(at), changed(at), "", 1)
    page = browser.get(SAVED)
    assert "this gives exactly the proposed text <b>✓</b>" in page.text
    assert "✓ proven" in browser.get(R1).text


@pytest.mark.usefixtures("row")
def test_nothing_changed_is_not_saved(at: Desk, browser: Client) -> None:
    with no_entry(at.mission):
        page = browser.post(address(at), sent(at, current(at)))
    assert page.status_code == 422
    assert "Nothing is proposed" in page.text


@pytest.mark.usefixtures("row")
def test_a_unit_is_repealed_only_after_its_wording_was_seen(at: Desk, browser: Client) -> None:
    with no_entry(at.mission):
        page = browser.post(address(at), sent(at, "", shown=""))
    assert page.status_code == 422
    assert "Look at the wording in force first" in page.text
    shown = browser.post(PREVIEW, sent(at, ""), headers=HTMX).text
    assert "this repeals the unit" in shown
    reasons = explained(shown)
    assert browser.post(address(at), sent(at, "", **reasons)).status_code == 302
    assert Amendment.objects.get().proposed == ""


def explained(page: str) -> dict[str, list[str]]:
    """Return a reason for everything that a page says is lost."""
    keys = [unescape(key) for key in re.findall(r'name="loss" value="([^"]*)"', page)]
    return {"loss": keys, "loss_reason": ["It is told elsewhere."] * len(keys)}


@pytest.mark.usefixtures("row")
def test_a_clause_of_ones_own_that_gives_the_text_is_kept(at: Desk, browser: Client) -> None:
    own = "В части 2 статьи 4 слова «более пятидесяти» заменить словами «более тридцати»."
    assert browser.post(address(at), sent(at, changed(at), clause=own)).status_code == 302
    assert Amendment.objects.get().clause == own


@pytest.mark.usefixtures("row")
def test_a_clause_that_gives_another_text_is_refused_with_the_difference(at: Desk, browser: Client) -> None:
    own = "В части 2 статьи 4 слово «пятидесяти» заменить словом «сорока»."
    with no_entry(at.mission):
        page = browser.post(address(at), sent(at, changed(at), clause=own))
    assert page.status_code == 422
    assert "The clause does not give the proposed wording." in page.text
    assert "<del>сорока</del><ins>тридцати</ins>" in page.text
    assert own in page.text
    assert changed(at) in page.text


@pytest.mark.usefixtures("row")
def test_a_clause_that_says_nothing_known_is_refused_in_words(at: Desk, browser: Client) -> None:
    with no_entry(at.mission):
        page = browser.post(address(at), sent(at, changed(at), clause="Улучшить часть 2 статьи 4."))
    assert page.status_code == 422
    assert "The clause was not understood" in page.text
    assert "no_formula" not in page.text


@pytest.mark.usefixtures("row")
def test_the_machines_clause_in_the_field_is_nobodys_own(at: Desk, browser: Client) -> None:
    page = browser.post(PREVIEW, sent(at, current(at).replace("пятидесяти", "сорока")), headers=HTMX).text
    found = re.search(r'name="written" value="([^"]*)"', page)
    assert found
    old = unescape(found[1])
    assert "сорока" in old
    assert browser.post(address(at), sent(at, changed(at), clause=old, written=old)).status_code == 302
    assert Amendment.objects.get().clause == ""


@pytest.mark.usefixtures("row")
def test_a_loss_needs_a_reason_and_the_reason_stays(at: Desk, browser: Client) -> None:
    eid = "art_4__para_1"
    shorter = "\n".join(line for line in current(at, eid).splitlines() if not line.startswith("3)"))
    place = {"eid": eid, "shown": f"{at.edition.name}~{eid}"}
    shown = browser.post(PREVIEW, sent(at, shorter, **place), headers=HTMX).text
    assert "What is lost" in shown
    assert "A part or point is gone" in shown
    with no_entry(at.mission):
        page = browser.post(address(at, eid), sent(at, shorter, **place))
    assert page.status_code == 422
    assert "nobody said why" in page.text
    assert browser.post(address(at, eid), sent(at, shorter, **place, **explained(shown))).status_code == 302
    row = Amendment.objects.get()
    assert {one["reason"] for one in row.losses.values()} == {"It is told elsewhere."}
    assert "It is told elsewhere." in browser.get(SAVED).text


@pytest.mark.usefixtures("row")
def test_one_deletion_asks_for_one_reason_and_one_may_stand_for_all(at: Desk, browser: Client) -> None:
    eid = "art_4__para_1"
    shorter = "\n".join(line for line in current(at, eid).splitlines() if not line.startswith(("2)", "а)", "б)", "3)")))
    place = {"eid": eid, "shown": f"{at.edition.name}~{eid}"}
    shown = browser.post(PREVIEW, sent(at, shorter, **place), headers=HTMX).text
    passages = [unescape(keys).splitlines() for keys in re.findall(r'name="loss" value="([^"]*)"', shown)]
    assert len(passages) == 2
    assert len(passages[0]) > 1
    keys = ["\n".join(one) for one in passages]
    typed = sent(at, shorter, **place, loss=keys, loss_reason=["", ""], reason_for_all="It is told elsewhere.")
    assert browser.post(address(at, eid), typed).status_code == 302
    row = Amendment.objects.get()
    assert {one["reason"] for one in row.losses.values()} == {"It is told elsewhere."}
    assert set(row.losses) == {key for one in passages for key in one}


@pytest.mark.usefixtures("row")
def test_what_it_comes_to_stands_beside_the_button(at: Desk, browser: Client) -> None:
    shown = browser.post(PREVIEW, sent(at, changed(at)), headers=HTMX).text
    line = shown.split('id="comes-to"')[1]
    assert "gives the proposed text" in line
    assert "В части 2 статьи 4" in line
    assert "lost" not in browser.get(address(at)).text.split('id="comes-to"')[1].split("</p>")[0]


@pytest.mark.usefixtures("row")
def test_a_unit_that_is_renumbered_alone_is_sent_to_the_larger_one(at: Desk, browser: Client) -> None:
    page = browser.post(PREVIEW, sent(at, current(at).replace("2.", "7.", 1)), headers=HTMX).text
    assert "It also changes: ст. 4 ч. 7." in page
    assert f'?edition={at.edition.name}&amp;eid=art_4">ст. 4</a>' in page


@pytest.mark.usefixtures("row")
def test_nothing_is_said_of_other_places_where_the_clause_was_not_understood(at: Desk, browser: Client) -> None:
    page = browser.post(PREVIEW, sent(at, changed(at), clause="Улучшить часть 2 статьи 4."), headers=HTMX).text
    assert "nothing else of the act changes" not in page


@pytest.mark.usefixtures("row")
def test_a_chapter_gets_another_heading(at: Desk, browser: Client) -> None:
    page = browser.get(address(at, "глава 2")).text
    assert 'name="eid" value="sec_1__chp_2"' in page


@pytest.mark.usefixtures("row")
def test_elements_quoted_in_another_language_are_told_as_not_compared(at: Desk, browser: Client) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    answer = accepted(at)
    Quotation.objects.create(
        answer=answer, words=WORDS, text_sha256="0" * 64, quoted_by=at.expert, quoted_at=answer.decided_at
    )
    tajik = wording_of(unit_of(twin, UNIT)).replace("панҷоҳ", "сӣ")
    place = {"edition": twin.name, "shown": f"{twin.name}~{UNIT}"}
    told = "Elements quoted in Russian were not compared."
    assert told in browser.post(PREVIEW, sent(at, tajik, **place), headers=HTMX).text
    assert told not in browser.post(PREVIEW, sent(at, changed(at)), headers=HTMX).text


@pytest.mark.usefixtures("row")
@pytest.mark.parametrize("reason", ["x" * 2001, "\x00"])
def test_a_reason_that_cannot_be_saved_is_told(at: Desk, browser: Client, reason: str) -> None:
    with no_entry(at.mission):
        page = browser.post(address(at), sent(at, changed(at), loss=["k"], loss_reason=[reason]))
    assert page.status_code == 422
    assert changed(at) in page.text


@pytest.mark.usefixtures("row")
def test_a_new_unit_stands_behind_another(at: Desk, browser: Client) -> None:
    new = f"{NEW}?edition={at.edition.name}&after={UNIT}"
    begun = browser.get(new).text
    assert "Where it will stand" in begun
    assert "\n2(2). </textarea>" in begun
    with no_entry(at.mission):
        assert browser.post(new, sent(at, "2(2).", eid="", after=UNIT, shown="")).status_code == 422
    words = "2(2). Сотрудник назначается не позднее чем за один день."
    sent_new = sent(at, words, eid="", after=UNIT, shown="")
    shown = browser.post(PREVIEW, sent_new, headers=HTMX).text
    assert "дополнить" in shown
    assert browser.post(new, sent_new).status_code == 302
    row = Amendment.objects.get()
    assert (row.eid, row.after, row.current, row.proposed) == ("", UNIT, "", words)
    assert "new, behind ст. 4 ч. 2" in browser.get(R1).text


@pytest.mark.usefixtures("row")
def test_an_act_without_text_is_amended_in_words(at: Desk, browser: Client) -> None:
    act = register_act(at.expert, at.mission, title={"en": "Law on guardians"})
    place = f"{NEW}?edition=act:{act.pk}&unit=article+7"
    page = browser.get(place)
    assert "no clause can be written or proven" in page.text
    assert "Where it will stand" not in page.text
    assert browser.post(place, {"proposed": "A guardian is named.", "version": 0}).status_code == 302
    row = Amendment.objects.get()
    assert (row.act, row.edition, row.unit, row.proposed) == (act, None, "article 7", "A guardian is named.")
    assert browser.get(SAVED).status_code == 200


@pytest.mark.usefixtures("row")
def test_the_twin_is_amended_in_its_own_edition(at: Desk, browser: Client, row: Recommendation) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    page = browser.get(address(at)).text
    assert "The Tajik text of this unit is not amended yet." in page
    assert f"?edition={twin.name}&amp;eid={UNIT}" in page
    tajik = wording_of(unit_of(twin, UNIT)).replace("панҷоҳ", "сӣ")
    amended(at, row, edition=twin, proposed=tajik)
    page = browser.get(address(at)).text
    assert "моддаи 4" in page
    assert "draft for a Tajik legislative editor" in page
    assert f'href="{SAVED}"' in page


def test_a_second_person_sees_both_versions_and_replaces_nothing(
    at: Desk, browser: Client, row: Recommendation
) -> None:
    first = amended(at, row)
    other = expert_in(at.mission, at.manager, name="Second Expert")
    theirs = current(at).replace("пятидесяти", "двадцати")
    amend(other, row, act=first.act, edition=at.edition, eid=UNIT, proposed=theirs, written=first, version=1)
    mine = current(at).replace("пятидесяти", "десяти")
    with no_entry(at.mission):
        page = browser.post(SAVED, sent(at, mine, version=1))
    assert page.status_code == 409
    for text in ("Second Expert", theirs, "<ins>десяти</ins>", 'class="difference"'):
        assert text in page.text
    assert '<input type="hidden" name="version" value="2">' in page.text
    assert browser.post(SAVED, sent(at, mine, version=2)).status_code == 302
    assert Amendment.objects.get().proposed == mine


def test_an_amendment_is_removed(at: Desk, browser: Client, row: Recommendation) -> None:
    amended(at, row)
    assert browser.post(SAVED, {"remove": "1"}).headers["Location"] == R1
    assert not Amendment.objects.exists()
    assert browser.get(SAVED).status_code == 404


def test_what_was_shown_to_the_agencies_is_read_and_not_rewritten(
    at: Desk, browser: Client, row: Recommendation
) -> None:
    amended(at, row)
    for state in (RecommendationState.CHECKED, RecommendationState.SHOWN):
        row.refresh_from_db()
        move_recommendation(at.expert, row, state, seen=row.seen)
    assert "Save the amendment" not in browser.get(SAVED).text
    with no_entry(at.mission):
        page = browser.post(SAVED, sent(at, current(at).replace("пятидесяти", "десяти"), version=1))
    assert page.status_code == 409
    assert "десяти" in page.text


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.DELEGATE])
def test_who_does_not_amend_reads(at: Desk, client: Client, row: Recommendation, role: Role) -> None:
    amended(at, row)
    client.force_login(expert_in(at.mission, at.manager, role=role))
    page = client.get(SAVED).text
    assert changed(at) in page
    assert "Save the amendment" not in page
    assert "Send for translation" not in page
    assert "<textarea" not in page
    with no_entry(at.mission):
        for answer in (client.post(SAVED, sent(at, "", version=1)), client.post(SAVED, {"remove": "1"})):
            assert answer.status_code == 403


@pytest.mark.usefixtures("row")
def test_a_stranger_sees_nothing(at: Desk, client: Client) -> None:
    client.force_login(person())
    for answer in (client.get(address(at)), client.post(PREVIEW, sent(at, changed(at))), client.get(ACT)):
        assert answer.status_code == 403


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_draft_amending_act_is_read_empty_and_full(
    at: Desk, browser: Client, row: Recommendation, language: str
) -> None:
    browser.cookies["django_language"] = language
    assert browser.get(ACT).status_code == 200
    amended(at, row)
    page = browser.get(ACT).text
    assert "тридцати" in page
    assert "<strong>1</strong>" in page


def test_the_clauses_of_both_languages_stand_side_by_side(at: Desk, browser: Client, row: Recommendation) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    amended(at, row)
    assert "none yet" not in browser.get(ACT).text
    amended(at, row, edition=twin, proposed=wording_of(unit_of(twin, UNIT)).replace("панҷоҳ", "сӣ"))
    page = browser.get(ACT).text.split('id="aligned"')[1]
    assert "тридцати" in page
    assert "моддаи 4" in page


def test_the_act_gets_a_title_of_its_own_and_the_counted_one_again(
    at: Desk, browser: Client, row: Recommendation
) -> None:
    amended(at, row)
    with one_entry(at.mission, at.expert, "title_act"):
        page = browser.post(ACT, {"language": "ru", "title": "О поправках", "version": 0})
    assert page.status_code == 302
    assert "О поправках" in browser.get(ACT).text
    page = browser.post(ACT, {"language": "ru", "title": "О другом", "version": 0})
    assert page.status_code == 409
    assert "О другом" in page.text
    assert browser.post(ACT, {"language": "ru", "title": "", "version": 1}).status_code == 302
    assert "О поправках" not in browser.get(ACT).text
