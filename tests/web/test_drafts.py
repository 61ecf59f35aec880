"""The review of a law file on its page: what was put right and read, what is corrected, and how it is filed."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from muvofiq.law.akoma_ntoso import write
from muvofiq.law.review import Correction
from muvofiq.records.actions import upload_draft as uploading
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.review_draft import correct_line
from muvofiq.records.models import Draft, Edition, Job
from muvofiq.records.queries.draft_decisions import decisions_on
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.words import Role
from tests.records.small import Desk, expert_in, law_on_file, no_entry, one_entry
from tests.records.test_drafts import LAW, all_work_done, damaged
from tests.web.filing import file_again, read_in

pytestmark = pytest.mark.django_db
ACTS = "/missions/border/acts/"
LANGUAGES = ("en", "ru", "tg")


def review_of(browser: Client, text: str = LAW, name: str = "refugees.txt", **typed: str) -> str:
    file = SimpleUploadedFile(name, text.encode())
    return read_in(browser, {"file": file, "act": "new", "replaces": "", "as_of": ""} | typed)


def decide(browser: Client, review: str, **typed: object) -> Any:
    version = decisions_on(Draft.objects.get()).version
    return browser.post(f"{review}decide/", {"version": version} | typed, follow=True)


def keys(page: str, name: str) -> dict[str, str]:
    """Return the repairs that can be refused (or made), each with its key."""
    found = re.findall(rf'<button name="{name}" value="([^"]+)" role="checkbox" aria-checked="(\w+)"', page)
    return {key.replace("&gt;", ">"): checked for key, checked in found}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [LAW, damaged()], ids=["sound", "damaged"])
def test_the_page_shows_what_was_read_and_nothing_is_on_file(
    at: Desk, browser: Client, language: str, text: str
) -> None:
    review = review_of(browser, text)
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    page = browser.get(review)
    assert page.status_code == 200
    assert "refugees.txt" in page.text
    assert at.mission.editions.count() == 1
    assert f'href="{review}"' in browser.get(ACTS).text


def test_a_repair_is_refused_and_made_again_and_the_page_says_by_whom(at: Desk, browser: Client) -> None:
    review = review_of(browser, damaged(), "damaged.tg.txt")
    page = browser.get(review).text
    assert list(keys(page, "refuse").values()) == ["true", "true"]
    bare = next(key for key in keys(page, "refuse") if "сархад" in key)
    with one_entry(at.mission, at.expert, "import_edition"):
        page = decide(browser, review, refuse=bare).text
    assert keys(page, "make") == {bare: "false"}
    assert "refused by Anna Horvat" in page
    assert "1 made, 1 refused" in page
    page = decide(browser, review, make=bare).text
    assert keys(page, "make") == {}


def test_all_repairs_of_a_kind_are_refused_at_once(browser: Client) -> None:
    review = review_of(browser, damaged(), "damaged.tg.txt")
    page = decide(browser, review, refuse_all="dropped marks of letters").text
    assert (len(keys(page, "refuse")), len(keys(page, "make"))) == (0, 2)
    page = decide(browser, review, make_all="dropped marks of letters").text
    assert (len(keys(page, "refuse")), len(keys(page, "make"))) == (2, 0)


def test_the_repairs_that_were_made_stand_on_the_page_of_the_law(browser: Client) -> None:
    review = review_of(browser, damaged(), "damaged.tg.txt")
    decide(browser, review, refuse="dropped marks of letters: сархад > сарҳад")
    page = file_again(browser, review).text
    assert "What was put right" in page
    repaired = page.split("What was put right")[1].split("</details>")[0]
    assert "хукук" in repaired
    assert "сархад" not in repaired


def test_a_line_is_corrected_and_the_page_opens_there(browser: Client) -> None:
    review = review_of(browser)
    answer = browser.post(f"{review}decide/", {"version": 1, "line": 5, "kind": "article", "number": "2"})
    assert answer.headers["Location"] == f"{review}?open=5#line-5"
    page = browser.get(answer.headers["Location"]).text
    assert '<li id="line-5" tabindex="-1" class="corrected">' in page
    assert "corrected by hand: Anna Horvat" in page
    assert "3 articles" in page
    page = decide(browser, review, line=5, take_back="1").text
    assert "2 articles" in page
    assert "corrected by hand" not in page


def test_a_line_can_be_made_running_text(browser: Client) -> None:
    review = review_of(browser)
    page = decide(browser, review, line=7, kind="", number="").text
    assert "1 article ·" in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"line": "5", "kind": "article", "number": "§"}, "Numbers are written 8"),
        ({"line": "5", "kind": "article", "number": "20210515"}, "at most 6 figures"),
        ({"line": "5", "kind": "article", "number": "2-1234567"}, "at most 6 figures"),
        ({"line": "5", "kind": "nonsense", "number": "2"}, "Select a valid choice"),
        ({"line": "77", "kind": "article", "number": "2"}, "Line 77 cannot be corrected"),
        ({"line": "5", "kind": "article", "number": "2", "version": "0"}, "has changed this meanwhile"),
    ],
)
def test_a_correction_that_cannot_be_is_told_and_nothing_is_saved(
    at: Desk, browser: Client, typed: Mapping[str, str], told: str
) -> None:
    review = review_of(browser)
    with no_entry(at.mission):
        page = browser.post(f"{review}decide/", {"version": "1"} | dict(typed))
    assert page.status_code == (409 if "meanwhile" in told else 422)
    assert told in page.text
    assert "Units of the law" in page.text


def test_the_lines_of_an_article_are_fetched_when_it_is_opened(browser: Client) -> None:
    review = review_of(browser)
    page = browser.get(review).text
    assert f'hx-get="{review}lines/3/?version=1"' in page
    assert "Закон защищает беженцев." not in re.sub(r"<summary.*?</summary>", "", page, flags=re.DOTALL)
    lines = browser.get(f"{review}lines/3/?version=1").text
    assert re.findall(r'<li id="line-(\d+)"', lines) == ["3", "4", "5", "6"]
    assert '<input type="hidden" name="version" value="1">' in lines
    assert '<option value="part" selected>' in lines


def test_warnings_lead_to_their_lines(browser: Client) -> None:
    page = browser.get(review_of(browser)).text
    assert "is 2 missing?" in page
    assert 'href="?open=7#line-7"' in page


def test_a_law_in_two_languages_is_reviewed_and_filed_at_once(at: Desk, browser: Client) -> None:
    both = (
        "ЗАКОН\nО беженцах\nСтатья 1. Цель\nЗакон защищает беженцев на границе.\nСтатья 2. Переводчик\n"
        "Переводчик предоставляется бесплатно.\nҚОНУН\nДар бораи гурезагон\nМоддаи 1. Мақсад\n"
        "Қонун гурезагонро дар сарҳад ҳифз мекунад.\nМоддаи 2. Тарҷумон\nТарҷумон ройгон дода мешавад.\n"
    )
    review = review_of(browser, both, "both.txt")
    page = browser.get(review).text
    assert page.count("Units of the law") == 2
    assert file_again(browser, review).status_code == 200
    assert {one.language for one in at.mission.editions.filter(file_name="both.txt")} == {"ru", "tg"}


def test_akoma_ntoso_is_shown_and_cannot_be_corrected(at: Desk, browser: Client) -> None:
    review = review_of(browser, write(law_of(at.edition)), "law.xml")
    page = browser.get(review).text
    assert "says itself where its units begin" in page
    assert "lines/" not in page
    assert Edition.objects.count() == 1
    assert file_again(browser, review).status_code == 200


def test_repairs_that_akoma_ntoso_brings_along_are_shown_and_cannot_be_refused(at: Desk, browser: Client) -> None:
    file_again(browser, review_of(browser, damaged(), "damaged.tg.txt"))
    exported = write(law_of(at.mission.editions.get(name="damaged-tg")))
    page = browser.get(review_of(browser, exported, "law.xml")).text
    assert "хукук" in page
    assert keys(page, "refuse") == {}


def test_the_act_that_is_recognised_is_named_before_the_filing(at: Desk, browser: Client) -> None:
    review = review_of(browser, act="")
    assert "The register has no act with this title" in browser.get(review).text
    register_act(at.expert, at.mission, title={"en": "On refugees", "ru": "О беженцах"})
    assert "Recognised: «On refugees»" in browser.get(review).text
    assert "recognised by title" in file_again(browser, review).text


def test_the_filing_can_be_chosen_otherwise_than_at_first(at: Desk, browser: Client) -> None:
    review = review_of(browser)
    file_again(browser, review, act=str(at.edition.act_id), as_of="2019-12-28")
    edition = at.mission.editions.get(name="refugees")
    assert (edition.act, str(edition.as_of)) == (at.edition.act, "2019-12-28")


def test_filing_what_a_colleague_has_changed_meanwhile_is_refused(at: Desk, browser: Client) -> None:
    review = review_of(browser)
    correct_line(at.manager, Draft.objects.get(), version=1, correction=Correction(7))
    with no_entry(at.mission):
        page = browser.post(f"{review}file/", {"version": 1, "act": "new"})
    assert page.status_code == 409
    assert "Marta Ozola has changed this meanwhile" in page.text


def test_a_draft_goes_on_correcting_what_was_replaced_meanwhile_and_whoever_files_it_is_told(
    at: Desk, browser: Client
) -> None:
    review = review_of(browser, act="", replaces=at.edition.name)
    newer = law_on_file(at.mission, at.expert, extra="Ещё слова.\n", replaces=at.edition)
    assert f'<option value="{at.edition.name}" selected>' in browser.get(review).text
    with no_entry(at.mission):
        page = file_again(browser, review)
    assert page.status_code == 409
    assert f"version {newer.name} is saved" in page.text
    assert file_again(browser, review, replaces=newer.name).status_code == 200
    assert Edition.objects.get(replaces=newer).file_name == "refugees.txt"


def test_the_day_of_the_edition_that_is_corrected_stands_in_the_form(at: Desk, browser: Client) -> None:
    Edition.objects.update(as_of="2014-07-15")
    review = review_of(browser, act="", replaces=at.edition.name)
    assert 'name="as_of" value="2014-07-15"' in browser.get(review).text
    file_again(browser, review, as_of="")
    assert str(Edition.objects.get(replaces=at.edition).as_of) == "2014-07-15"


def test_a_file_that_waits_already_is_filed_as_it_is_chosen_now_and_the_person_is_told(
    at: Desk, browser: Client
) -> None:
    review = review_of(browser)
    assert review_of(browser, act=str(at.edition.act_id), as_of="2020-01-01") == review
    page = browser.get(review).text
    assert "waits for its review already" in page
    assert 'name="as_of" value="2020-01-01"' in page
    assert f'<option value="{at.edition.act_id}" selected>' in page


def test_what_is_read_is_not_read_again(at: Desk, browser: Client) -> None:
    review = review_of(browser)
    with no_entry(at.mission):
        page = browser.post(f"{review}read/", {"changes": "accepted"})
    assert page.status_code == 409
    assert "is read already" in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_on_a_file_that_is_not_read_yet_is_told(
    at: Desk, browser: Client, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(uploading, "LONG", 100)
    review = review_of(browser)
    browser.cookies["django_language"] = language
    sent: tuple[tuple[str, dict[str, object]], ...] = (
        ("decide/", {"refuse": "a"}),
        ("decide/", {"refuse_all": "a"}),
        ("decide/", {"line": 5}),
        ("file/", {}),
    )
    with no_entry(at.mission):
        for address, typed in sent:
            page = browser.post(f"{review}{address}", {"version": 1, "act": "new"} | typed)
            assert page.status_code == 409, (address, typed)
            assert "refugees.txt" in page.text.split('role="alert"')[1]
            assert f'hx-get="{review}progress/"' in page.text


def test_a_file_is_given_up(at: Desk, browser: Client) -> None:
    review = review_of(browser)
    with one_entry(at.mission, at.expert, "import_edition"):
        page = browser.post(f"{review}give-up/", follow=True).text
    assert "is given up" in page
    assert browser.get(review).status_code == 404
    assert browser.post(f"{review}file/", {"version": 1}).status_code == 404


def test_a_long_file_is_followed_until_it_is_read(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "LONG", 100)
    review = review_of(browser)
    page = browser.get(review).text
    assert f'hx-get="{review}progress/"' in page
    Job.objects.filter(kind="read").update(state="running", stage="Reading the pages", done=41, total=300)
    assert "Reading the pages: 41 / 300" in browser.get(f"{review}progress/").text
    assert "is being read" in browser.get(ACTS).text
    Job.objects.filter(kind="read").update(state="waiting")
    all_work_done()
    assert browser.get(f"{review}progress/").headers["HX-Refresh"] == "true"
    assert "Units of the law" in browser.get(review).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_file_that_cannot_be_read_says_why_and_is_read_again(
    browser: Client, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    browser.cookies["django_language"] = language
    monkeypatch.setattr(uploading, "LONG", 10)
    review = review_of(browser, "Just a letter.\nNo law.")
    all_work_done()
    page = browser.get(review).text
    assert "Just a letter." in page
    assert 'name="changes"' in page
    assert browser.get(ACTS).status_code == 200
    browser.post(f"{review}read/", {"changes": "accepted"})
    assert Draft.objects.get().changes == "accepted"
    assert f'hx-get="{review}progress/"' in browser.get(review).text


def test_a_text_for_official_use_is_filed_only_when_a_person_says_that_it_may_be(at: Desk, browser: Client) -> None:
    review = review_of(browser, f"Для служебного пользования\n{LAW}")
    page = browser.get(review).text
    assert "This text bears the mark «Для служебного пользования»" in page
    with no_entry(at.mission):
        page = file_again(browser, review)
    assert page.status_code == 422
    assert 'name="is_allowed"' in page.text
    assert file_again(browser, review, is_allowed="on").status_code == 200
    assert at.mission.editions.get(name="refugees").is_restricted


def test_a_correction_of_a_text_for_official_use_asks_again_even_without_the_mark(at: Desk, browser: Client) -> None:
    file_again(browser, review_of(browser, f"Для служебного пользования\n{LAW}"), is_allowed="on")
    old = at.mission.editions.get(name="refugees")
    review = review_of(browser, act="", replaces=old.name)
    assert 'name="is_allowed"' not in browser.get(review).text
    page = file_again(browser, review)
    assert page.status_code == 422
    assert 'name="is_allowed"' in page.text
    assert file_again(browser, review, is_allowed="on").status_code == 200
    assert Edition.objects.get(replaces=old).is_restricted


def test_an_observer_looks_on_and_decides_nothing(at: Desk, browser: Client) -> None:
    review = review_of(browser, damaged(), "damaged.tg.txt")
    browser.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    page = browser.get(review).text
    assert "<button name" not in page.split("<main")[1]
    assert "<form" not in browser.get(f"{review}lines/11/?version=1").text
    with no_entry(at.mission):
        for address, typed in (
            ("decide/", {"version": 1, "refuse": "a"}),
            ("file/", {"version": 1, "act": "new"}),
            ("give-up/", {}),
            ("read/", {"changes": "ask"}),
        ):
            assert browser.post(f"{review}{address}", typed).status_code == 403, address


@pytest.mark.parametrize("garbage", ["", "\x00", "нет такого", "-1", "9" * 30, "<script> {nothing} %s"])
def test_whatever_is_sent_to_a_review_is_answered(at: Desk, browser: Client, garbage: str) -> None:
    review = review_of(browser, damaged(), "damaged.tg.txt")
    fields = ("kind", "number", "refuse_all", "make_all", "act", "as_of", "replaces", "is_allowed", "changes")
    sent = dict.fromkeys(fields, garbage)
    for version in (garbage, "1"):
        for typed in (sent, sent | {"line": garbage}, sent | {"line": "5", "kind": "article"}):
            for address in ("decide/", "file/"):
                assert browser.post(f"{review}{address}", typed | {"version": version}).status_code < 500
    assert browser.get(f"{review}?open={garbage}&all={garbage}").status_code in {200, 404}
    assert browser.get(f"{review}lines/99999999999/?version={garbage}").status_code in {200, 404}
    assert at.mission.editions.count() in {1, 2}
