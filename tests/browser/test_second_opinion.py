"""Two experts with two accounts: one judges, the other judges without seeing it, they differ, and it is settled."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, StorageState, expect

from tests.browser.conftest import PATIENCE
from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press

MISSION = "/missions/workshop/"
ABOUT = "rdm-own-nationals"  # the first expert judges it, the second is asked
OWED = "som-criminalisation"  # still owed at the end
FIRST = "Zebra reason of the first expert."
SECOND = "The second reads it otherwise."
WHY = "The decree that was meant is not on file."
DISSENT = "The first expert holds that the law is enough."
NAME = "Bahrom Saidov"


@pytest.fixture(scope="module")
def second(browser: Browser, workbench: Workbench, signed_in: StorageState) -> Iterator[BrowserContext]:
    """The browser of a second expert, whom the first has invited and given the link."""
    first = browser.new_context(storage_state=signed_in)
    page = first.new_page()
    page.goto(f"{workbench.address}{MISSION}people/")
    page.get_by_label("Name", exact=True).fill(NAME)
    page.get_by_label("Role", exact=True).select_option(label="national expert")
    page.get_by_role("button", name="Invite").click()
    link = page.locator("#link").input_value()
    first.close()
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{workbench.address}/**")
    page.close()
    yield context
    context.close()


def accessible(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == [], page.url
    assert hidden_width(page) <= 0, page.url
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0, page.url
    page.set_viewport_size({"width": 1280, "height": 720})


def judge(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{MISSION}requirements/{ABOUT}/")
    page.locator("h1").click()
    press(page, "1")
    press(page, "e")
    page.keyboard.type(FIRST)
    page.get_by_role("button", name="Save the verdict").click()
    expect(page.locator("#saved .verdict.full").first).to_be_visible()


def ask(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{MISSION}findings/opinions/")
    press(page, "a")
    box = page.locator("fieldset.asked")
    assert box.evaluate("one => one.scrollWidth - one.clientWidth") <= 1, "one requirement below the other"
    rows = page.locator("fieldset.asked label")
    assert rows.nth(1).bounding_box()["y"] > rows.nth(0).bounding_box()["y"]  # type: ignore[index]
    assert page.get_by_label("Of whom").locator("option").all_text_contents() == [NAME], "not oneself"
    page.locator(f"input[value={ABOUT}]").check()
    page.get_by_label("Of whom").select_option(label=NAME)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("#message")).to_contain_text("1 opinion is asked")
    expect(page.get_by_text(f"asked of {NAME}")).to_be_visible()


def judge_blind(page: Page, workbench: Workbench) -> None:
    """Open it from the list, look everywhere, and judge by keyboard."""
    for path in ("history/", "requirements/", "findings/pictures/", "findings/checks/", ""):
        page.goto(f"{workbench.address}{MISSION}{path}")
        expect(page.locator("main")).not_to_contain_text(FIRST)
    page.goto(f"{workbench.address}{MISSION}findings/opinions/")
    expect(page.get_by_role("heading", name="To be given by you")).to_be_visible()
    page.locator("[data-card]").first.focus()
    press(page, "Enter")
    expect(page.locator("#owed")).to_contain_text("Judge without having seen the first judgement")
    expect(page.locator("main")).not_to_contain_text(FIRST)
    assert FIRST not in page.content()
    page.locator("h1").click()
    press(page, "3")
    press(page, "e")
    page.keyboard.type(SECOND)
    press(page, "Escape")
    page.locator("h1").click()
    press(page, "s")
    expect(page.locator("#message")).to_contain_text("draft is saved")
    expect(page.locator("#opinion-reason")).to_have_value(SECOND)
    press(page, "y")
    expect(page.locator("#message")).to_contain_text("Your opinion is given")
    expect(page.locator("#opinions")).to_contain_text("disagrees")
    assert FIRST in page.content()


def settle(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{MISSION}findings/opinions/")
    expect(page.get_by_role("heading", name="Disagreements")).to_be_visible()
    page.get_by_role("link", name="Settle", exact=True).click()
    expect(page.locator("tr.differs").first).to_contain_text("verdict on the law")
    expect(page.locator("table.settling")).to_contain_text(FIRST)
    expect(page.locator("table.settling")).to_contain_text(SECOND)
    for language in ("ru", "tg", "en"):
        in_language(page.context, workbench, language)
        page.reload()
        accessible(page)
    press(page, "d")
    expect(page.locator("input[name=choice][value=second]")).to_be_checked()
    page.get_by_label("Why it is settled so").fill(WHY)
    page.get_by_label("In these words").fill(DISSENT)
    page.get_by_role("button", name="Settle the disagreement").click()
    expect(page.locator("[role=alert]")).to_contain_text("whose dissent it is")
    expect(page.get_by_label("Why it is settled so")).to_have_value(WHY)
    page.get_by_label("Whose").select_option(index=1)
    page.locator("h1").click()
    press(page, "s")
    expect(page.locator("#message")).to_contain_text("Settled")


def test_an_opinion_is_asked_given_blind_and_the_disagreement_settled_with_a_dissent(
    desk: BrowserContext, second: BrowserContext, workbench: Workbench
) -> None:
    ours, theirs = desk.new_page(), second.new_page()
    judge(ours, workbench)
    ask(ours, workbench)
    judge_blind(theirs, workbench)
    settle(ours, workbench)
    for page in (ours, theirs):
        page.goto(f"{workbench.address}{MISSION}requirements/{ABOUT}/")
        expect(page.locator("#opinions .settlement")).to_contain_text(WHY)
        expect(page.locator("#opinions .dissent")).to_contain_text(DISSENT)
        expect(page.locator("#saved .verdict.not_found").first).to_be_visible()
        page.close()


def test_who_is_asked_declines_and_then_sees_the_finding(
    desk: BrowserContext, second: BrowserContext, workbench: Workbench
) -> None:
    ours, theirs = desk.new_page(), second.new_page()
    address = f"{workbench.address}{MISSION}requirements/som-carriers/"
    ours.goto(address)
    press(ours, "f")
    ours.get_by_label("Of whom").select_option(label=NAME)
    ours.get_by_role("button", name="Ask", exact=True).click()
    expect(ours.locator("#opinions")).to_contain_text("not given yet")
    theirs.goto(f"{workbench.address}{MISSION}documents/concordance.en.xlsx")
    expect(theirs.locator("main")).to_contain_text("First give your second opinion on")
    theirs.goto(address)
    expect(theirs.locator("#verdict-form")).to_have_count(0)
    press(theirs, "Shift+D")
    theirs.get_by_label("Why you do not judge this").fill("I drafted this law.")
    theirs.get_by_role("button", name="Decline").click()
    expect(theirs.locator("#verdict-form")).to_be_visible()
    ours.close()
    theirs.close()


def test_what_is_typed_into_an_opinion_is_not_lost_by_going_elsewhere(
    desk: BrowserContext, second: BrowserContext, workbench: Workbench
) -> None:
    ours, theirs = desk.new_page(), second.new_page()
    address = f"{workbench.address}{MISSION}requirements/{OWED}/"
    ours.goto(address)
    press(ours, "f")
    ours.get_by_label("Of whom").select_option(label=NAME)
    ours.get_by_role("button", name="Ask", exact=True).click()
    expect(ours.locator("#opinions")).to_contain_text("not given yet")
    theirs.goto(address)
    theirs.locator("#opinion-reason").fill(SECOND)
    with theirs.expect_response("**/decide/"):
        theirs.locator("#answers button[name=decision]").first.click()
    expect(theirs.locator("#answers .card.accepted, #answers .card.rejected").first).to_be_visible()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    theirs.on("dialog", stay)
    theirs.get_by_role("link", name="All second opinions").click()
    expect(theirs.locator("#opinion-reason")).to_have_value(SECOND)
    assert asked == ["beforeunload"]
    theirs.close(run_before_unload=False)
    ours.close()


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_pages_of_second_opinions_are_accessible_and_fit_projector_and_telephone(
    desk: BrowserContext, second: BrowserContext, workbench: Workbench, language: str
) -> None:
    for context in (desk, second):
        in_language(context, workbench, language)
        page = context.new_page()
        for path in ("findings/opinions/?theme=A", f"requirements/{ABOUT}/", f"requirements/{OWED}/"):
            page.goto(f"{workbench.address}{MISSION}{path}")
            accessible(page)
        page.close()
        in_language(context, workbench, "en")
