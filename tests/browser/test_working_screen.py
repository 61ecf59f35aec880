"""The screen where the day is spent: judged by keyboard alone, saved by itself, never overwritten, taken back."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, StorageState, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.test_seed_path import choose_scope, import_law, wait_for_proposals
from tests.browser.workbench import Workbench, press
from tests.paths import RUSSIAN

EXERCISE = "/missions/worked-example/requirements/"
CYRILLIC = {"j": "о", "e": "у", "c": "с", "v": "м", "s": "ы", "z": "я"}  # what these keys type on a Russian keyboard


def clean(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert hidden_width(page) <= 0


def saved(page: Page, version: int) -> None:
    expect(page.locator("#saved [data-version]")).to_have_attribute("data-version", str(version))


def cyrillic(page: Page, key: str) -> None:
    """Press a key on a keyboard that types Russian letters: the browser hears the letter, and the place of the key."""
    page.wait_for_load_state()
    code, letter = f"Key{key.upper()}", CYRILLIC[key]
    page.evaluate(
        """([key, code]) => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }))""",
        [letter, code],
    )


def judge_by_keys(page: Page, *, law: str, practice: str, reason: str) -> None:
    """Judge what the page shows without the mouse: both axes, the first element, and the reason."""
    page.wait_for_load_state()
    for key in (law, f"Shift+Digit{practice}", "c", "v", "e"):
        press(page, key)
    page.keyboard.type(reason)
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")


@pytest.fixture
def mission(page: Page, workbench: Workbench, request: pytest.FixtureRequest) -> str:
    """A mission of its own, with a law and a theme of requirements, and the address of its first requirement."""
    page.goto(f"{workbench.address}/missions/new/")
    page.get_by_label("Title").fill(f"Desk {request.node.name[:40]}")
    page.get_by_label("State").fill("XV")
    page.get_by_label("First day").fill("2026-06-01")
    page.get_by_label("Last day").fill("2026-06-03")
    page.get_by_role("button", name="Create the mission").click()
    address = page.url
    choose_scope(page, address, "B")
    import_law(page, address, RUSSIAN)
    wait_for_proposals(page, address)
    return address


@pytest.fixture
def second(browser: Browser, workbench: Workbench, signed_in: StorageState) -> Iterator[Page]:
    """Another browser, on another computer as it were."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, storage_state=signed_in)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def test_ten_requirements_are_judged_by_the_keyboard_alone(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    judged = []
    for number in range(10):
        judged.append(page.url)
        judge_by_keys(page, law="2", practice="3", reason=f"Reason {number}.")
        if number == 0:
            cyrillic(page, "j")
        else:
            press(page, "j")
        expect(page).not_to_have_url(judged[-1])
    assert len(set(judged)) == 10
    for number, address in enumerate(judged):
        page.goto(address)
        expect(page.get_by_label("Reason")).to_have_value(f"Reason {number}.")
        expect(page.locator("[name=law]:checked")).to_have_value("partial")
        expect(page.locator("[name=practice]:checked")).to_have_value("not_found")
        expect(page.locator("[name=element_1]:checked")).to_have_value("yes")
        expect(page.locator("#saved")).to_contain_text("elements 1 of")


def test_a_russian_keyboard_has_the_same_keys(page: Page, mission: str, workbench: Workbench) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    for key in ("c", "v"):
        cyrillic(page, key)
    expect(page.locator("[name=element_1]:checked")).to_have_value("yes")
    cyrillic(page, "e")
    expect(page.get_by_label("Reason")).to_be_focused()
    saved(page, 1)


def test_what_is_typed_is_saved_by_itself_and_survives_a_reload_and_the_way_to_the_next(
    page: Page, mission: str
) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    expect(page.locator("#saved")).to_contain_text("nothing saved yet")
    page.get_by_label("Reason").fill("Half of it.")
    expect(page.locator("#saved")).to_contain_text("not saved yet")
    saved(page, 1)
    expect(page.locator("#saved")).to_contain_text("saved")
    expect(page.get_by_label("Reason")).to_be_focused()
    page.get_by_label("Reason").press("End")
    page.keyboard.type(" And more.")
    saved(page, 2)
    assert page.evaluate("document.activeElement.selectionStart") == len("Half of it. And more.")
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("Half of it. And more.")
    page.get_by_label("Reason").fill("Left in a hurry.")
    here = page.url
    page.get_by_role("link", name="next ›").click()
    expect(page).not_to_have_url(here)
    page.go_back()
    expect(page).to_have_url(here)
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("Left in a hurry.")


def test_where_the_workbench_does_not_answer_it_is_said_and_nothing_is_lost(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    here = page.url
    page.route("**/verdict/", lambda route: route.abort())
    page.get_by_label("Reason").fill("Typed in a tunnel.")
    expect(page.locator("#saved")).to_contain_text("the workbench does not answer")
    page.get_by_role("link", name="next ›").click()
    expect(page.locator("#saved")).to_contain_text("the workbench does not answer")
    assert page.url == here
    page.unroute("**/verdict/")
    saved(page, 1)
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("Typed in a tunnel.")


def test_only_a_small_answer_comes_back_when_the_page_saves_by_itself(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    with page.expect_response(re.compile("/verdict/")) as answer:
        press(page, "1")
    assert answer.value.status == 200
    assert len(answer.value.text()) < 2_000
    sent: Request = answer.value.request
    assert "law=full" in unquote(sent.post_data or "")


def test_a_verdict_that_cannot_be_said_is_told_and_what_was_typed_stays(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{EXERCISE}uac-age-assessment/")
    closed = page.locator("[name=law][value=contradicts]")
    expect(closed).to_be_disabled()
    expect(page.locator("#verdict")).to_contain_text("nothing that is cited binds the state on the first day")
    page.get_by_label("Reason").fill("Typed before.")
    closed.evaluate("(one) => { one.disabled = false; one.click(); }")
    expect(page.locator("#saved [role=alert]")).to_contain_text("Contradicts")
    expect(page.get_by_label("Reason")).to_have_value("Typed before.")
    page.locator("h1").click()
    press(page, "-")
    expect(page.locator("#saved [data-version]")).to_be_visible()


def test_two_editors_on_one_finding_see_the_difference_before_anything_is_replaced(
    page: Page, second: Page, mission: str
) -> None:
    address = f"{mission}requirements/thb-definition/"
    for one in (page, second):
        one.goto(address)
    page.get_by_label("Reason").fill("First.")
    press(page, "Tab")
    saved(page, 1)
    second.get_by_label("Reason").fill("Second.")
    conflict = second.locator("#saved [role=alert]")
    expect(conflict).to_contain_text("has saved version 1 meanwhile")
    row = conflict.locator("tr", has_text="reason")
    expect(row).to_contain_text("First.")
    expect(row).to_contain_text("Second.")
    clean(second)
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("First.")
    second.get_by_label("Reason").fill("Second, mended.")
    expect(conflict).to_contain_text("Second, mended.")
    second.get_by_role("button", name="Save mine over it").click()
    saved(second, 2)
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("Second, mended.")


def test_theirs_with_what_i_changed_leaves_what_i_never_touched_as_they_have_it(
    page: Page, second: Page, mission: str
) -> None:
    address = f"{mission}requirements/thb-definition/"
    for one in (page, second):
        one.goto(address)
    press(page, "1")
    saved(page, 1)
    second.get_by_label("Reason").fill("Only a reason.")
    conflict = second.locator("#saved [role=alert]")
    expect(conflict.locator("tr", has_text="verdict on the law")).not_to_contain_text("you")
    expect(conflict.locator("tr", has_text="reason")).to_contain_text("you")
    clean(second)
    second.get_by_role("button", name="Theirs, with what I changed").click()
    saved(second, 2)
    expect(second.locator("[name=law]:checked")).to_have_value("full")
    expect(second.get_by_label("Reason")).to_have_value("Only a reason.")
    page.reload()
    expect(page.locator("[name=law]:checked")).to_have_value("full")
    expect(page.get_by_label("Reason")).to_have_value("Only a reason.")


def test_who_keeps_the_verdict_of_the_other_loads_it(page: Page, second: Page, mission: str) -> None:
    address = f"{mission}requirements/thb-definition/"
    for one in (page, second):
        one.goto(address)
    press(page, "1")
    saved(page, 1)
    press(second, "2")
    second.get_by_role("link", name="Keep theirs").click()
    expect(second.locator("[name=law]:checked")).to_have_value("full")
    saved(second, 1)


def test_the_last_change_is_taken_back_and_an_earlier_version_brought_back(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    for version, key in enumerate(("1", "2", "3"), 1):
        press(page, key)
        saved(page, version)
    page.reload()
    press(page, "z")
    expect(page.locator("[name=law]:checked")).to_have_value("partial")
    press(page, "z")
    expect(page.locator("[name=law]:checked")).to_have_value("full")
    page.locator("#finding-sides summary", has_text="versions").click()
    rows = page.locator(".versions > li")
    expect(rows).to_have_count(5)
    rows.nth(2).get_by_role("button", name="Bring this version back").click()
    expect(page.locator("[name=law]:checked")).to_have_value("not_found")
    saved(page, 6)


def test_what_rests_on_the_verdict_follows_when_the_hand_rests(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    expect(page.locator("#finding-sides .versions")).to_have_count(0)
    press(page, "1")
    expect(page.locator("#finding-sides .versions > li")).to_have_count(1)


def test_a_quotation_that_does_not_stand_in_the_law_is_refused(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-reflection-period/")
    page.locator("#answers [data-card]").first.focus()
    press(page, "a")
    accepted = page.locator("#answers .card.accepted")
    accepted.locator("summary", has_text="Quote").click()
    accepted.locator("[data-quote]").fill("words that no law has ever printed")
    accepted.get_by_role("button", name="Save the quotation").click()
    alert = accepted.get_by_role("alert")
    expect(alert).to_contain_text("do not stand in")
    expect(alert).not_to_contain_text("art_")
    expect(alert).to_be_in_viewport()
    expect(accepted.locator("[data-quote]")).to_have_value("words that no law has ever printed")
    expect(accepted.locator("[data-quote]")).to_be_focused()
    expect(accepted.locator("[data-quote]")).to_be_in_viewport()
    expect(page.locator("#answers blockquote")).to_have_count(0)
    clean(page)


def test_a_candidate_that_was_touched_is_remembered_as_looked_at(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-reflection-period/")
    with page.expect_response(re.compile("/look/")) as answer:
        page.locator("#answers [data-card] summary").first.click()
    assert answer.value.status == 204


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_screen_is_accessible_with_every_part_open(
    desk: BrowserContext, page: Page, workbench: Workbench, language: str
) -> None:
    in_language(desk, workbench, language)
    for name in ("uac-age-assessment", "rdm-time-limits"):
        page.goto(f"{workbench.address}{EXERCISE}{name}/")
        page.evaluate("document.querySelectorAll('.side details').forEach((one) => { one.open = true; })")
        clean(page)
        page.set_viewport_size({"width": 390, "height": 844})
        clean(page)
        page.set_viewport_size({"width": 1280, "height": 720})


def test_requirement_first_candidate_and_scale_are_seen_without_scrolling(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{EXERCISE}rdm-time-limits/")
    # Another test of this workbench may have filed a newer text: its warning stands above all, as it should.
    page.evaluate("document.querySelector('#sources')?.remove()")
    for one in (
        "#required",
        "#elements",
        "#answers [data-card] h3",
        "#verdict-scale",
        "[name=law][value=not_assessed]",
    ):
        expect(page.locator(one).first).to_be_in_viewport()


def slowed(page: Page, latency: int) -> None:
    """Let every answer of the workbench take so many milliseconds longer, as over a bad line."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"offline": False, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1}
    line.send("Network.emulateNetworkConditions", slow)


def answers(page: Page) -> list[int]:
    """Return the list in which the statuses of the answers to the verdict are noted from now on."""
    noted: list[int] = []
    page.on("response", lambda one: noted.append(one.status) if "/verdict/" in one.url else None)
    return noted


def left_in_a_tunnel(page: Page, text: str) -> None:
    """Type a reason that does not arrive, and load the page again."""
    page.route("**/verdict/", lambda route: route.abort())
    page.get_by_label("Reason").fill(text)
    expect(page.locator("#saved")).to_contain_text("the workbench does not answer")
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.unroute("**/verdict/")


def test_what_is_typed_while_the_button_saves_stays_and_is_saved_after_it(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    page.wait_for_load_state()
    noted = answers(page)
    slowed(page, 1500)
    reason = page.get_by_label("Reason")
    reason.fill("Before.")
    page.get_by_role("button", name="Save the verdict").click()
    expect(page.locator("#saved")).to_contain_text("saving")
    reason.focus()
    reason.press("End")
    page.keyboard.type(" Meanwhile.")
    saved(page, 2)
    expect(page.locator("#saved")).to_contain_text("version 2")
    expect(reason).to_have_value("Before. Meanwhile.")
    expect(reason).to_be_focused()
    assert noted == [200, 200]
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("Before. Meanwhile.")
    saved(page, 2)


def test_the_button_shows_at_once_what_elements_hold_and_keeps_the_marks(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    expect(page.locator("#elements")).not_to_contain_text("holds")
    press(page, "1")
    saved(page, 1)
    expect(page.locator("#elements summary").first).to_contain_text("holds")
    press(page, "c")
    press(page, "v")
    saved(page, 2)
    with page.expect_response(re.compile("part=all")):
        press(page, "c")
        page.get_by_role("button", name="Save the verdict").dispatch_event("click")
    expect(page.locator("[name=element_1]:checked")).to_have_value("yes")
    expect(page.locator("[name=element_2][value=yes]")).to_be_focused()
    expect(page.locator("#finding-sides .versions > li")).to_have_count(2)
    saved(page, 2)


def test_of_several_that_wait_each_sends_the_version_that_the_last_has_brought(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    page.wait_for_load_state()
    noted = answers(page)
    slowed(page, 4000)
    reason = page.get_by_label("Reason")
    reason.focus()
    for word in ("First", " second", " third"):
        page.keyboard.type(word)
        page.wait_for_timeout(1500)
    expect(page.locator("#saved")).to_contain_text("saved")
    expect(page.locator("#saved [data-state]")).to_have_attribute("data-state", "Same")
    assert set(noted) == {200}
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("First second third")


def test_what_was_typed_and_never_arrived_is_offered_until_somebody_decides(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    left_in_a_tunnel(page, "Typed in a tunnel.")
    offer = page.locator("#typed-before")
    expect(offer).to_be_visible()
    clean(page)
    page.reload()
    expect(offer).to_be_visible()
    press(page, "1")
    saved(page, 1)
    expect(offer).to_be_visible()
    page.reload()
    offer.get_by_role("button", name="Bring it back").click()
    expect(offer).to_be_hidden()
    saved(page, 2)
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("Typed in a tunnel.")
    expect(offer).to_be_hidden()


def test_what_is_not_wanted_back_is_given_up_by_a_button(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/thb-definition/")
    left_in_a_tunnel(page, "Not worth keeping.")
    offer = page.locator("#typed-before")
    offer.get_by_role("button", name="Give it up").click()
    expect(offer).to_be_hidden()
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("")
    expect(offer).to_be_hidden()


def test_what_was_typed_on_a_finding_that_moved_meanwhile_is_offered_where_it_is_changed(
    page: Page, second: Page, mission: str
) -> None:
    address = f"{mission}requirements/thb-definition/"
    page.goto(address)
    page.wait_for_load_state()
    press(page, "3")
    page.get_by_label("Reason").fill("Nothing of it.")
    press(page, "Tab")
    page.get_by_role("button", name="Save the verdict").click()
    expect(page.locator("#finding-sides .versions")).to_have_count(1)
    second.goto(address)
    second.get_by_role("button", name="Mark as checked").click()
    expect(second.locator("#state .tag")).to_have_text("checked")
    page.get_by_label("Reason").fill("Nothing of it, as I said.")
    expect(page.locator("#saved [role=alert]")).to_contain_text("has moved this finding meanwhile")
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator("#verdict-form")).to_have_count(0)
    expect(page.locator("#typed-waits")).to_be_visible()
    clean(page)
    page.get_by_role("link", name="Change the verdict").click()
    page.locator("#typed-before").get_by_role("button", name="Bring it back").click()
    expect(page.locator("#verdict-form [name=state]")).to_have_value("draft")
    page.get_by_role("button", name="Save the verdict").click()
    expect(page.locator("#state .tag")).to_have_text("draft")
    before = int(page.locator("#saved [data-version]").get_attribute("data-version") or 0)
    page.get_by_label("Reason").fill("Nothing of it, mended.")
    saved(page, before + 1)
    page.reload()
    expect(page.get_by_label("Reason")).to_have_value("Nothing of it, mended.")
    expect(page.locator("#typed-before")).to_be_hidden()
