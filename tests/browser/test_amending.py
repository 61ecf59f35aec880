"""From a finding to an amendment that is proven: both languages, a clause by hand, losses, the keyboard alone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.test_seed_path import choose_scope, import_law, mission, wait_for_proposals
from tests.browser.workbench import Workbench, press
from tests.paths import RUSSIAN, TAJIK

__all__ = ["mission"]
REQUIREMENT = "identification-vot-duty"
TEXT = "Let every crossing point name an officer for persons in need of protection."
OLD, NEW = "пятидесяти тысяч", "тридцати тысяч"
TAJIK_OLD, TAJIK_NEW = "панҷоҳ ҳазор", "сӣ ҳазор"
POINT = "3) ведёт учёт попыток незаконного ввоза мигрантов."


def clean(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert hidden_width(page) <= 0


def import_twin(page: Page, address: str, law: Path) -> None:
    """Import another language version of the act that is on file."""
    page.goto(f"{address}acts/")
    page.get_by_label("File of the law").set_input_files(law)
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_label("File it under").select_option(index=2)  # the one on file
    page.get_by_role("button", name="File it", exact=True).click()
    expect(page.locator("[id^=art_]").first).to_be_visible()


@pytest.fixture
def both(page: Page, mission: str) -> str:
    """A mission with the sample law in Russian and in Tajik and a judged requirement; its address."""
    choose_scope(page, mission, "A")
    import_law(page, mission, RUSSIAN)
    import_twin(page, mission, TAJIK)
    wait_for_proposals(page, mission)
    page.goto(f"{mission}requirements/{REQUIREMENT}/")
    press(page, "2")
    expect(page.locator("#saved [data-version]")).to_have_attribute("data-version", "1")
    return mission


@pytest.fixture
def recommended(page: Page, both: str) -> str:
    """The address of a recommendation that was written from the finding."""
    page.goto(f"{both}requirements/{REQUIREMENT}/")
    page.get_by_role("link", name="Write a recommendation").click()
    page.get_by_label("What is recommended").fill(TEXT)
    page.get_by_label("Reason", exact=True).fill("Half of the crossing points have nobody.")
    page.get_by_role("button", name="Save the recommendation").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Recommendation R1")
    return page.url


def choose(page: Page, edition: str, unit: str) -> None:
    """Choose the unit to be amended on the page of the recommendation."""
    place = page.locator("form.placing")
    name = place.locator("option", has_text=edition).first.get_attribute("value")
    place.get_by_label("Act and edition").select_option(name)
    place.get_by_label("Unit of the edition").fill(unit)
    place.get_by_role("button", name="Amend it").click()
    expect(page.get_by_label("As it should read")).to_be_visible()


def reword(page: Page, old: str, new: str) -> None:
    field = page.get_by_label("As it should read")
    before = field.input_value()
    assert old in before
    field.fill(before.replace(old, new))


def proven(page: Page) -> None:
    expect(page.locator("#live .proof.holds")).to_contain_text("this gives exactly the proposed text ✓")
    expect(page.locator("#live .proof")).to_contain_text("accept all = proposed ✓")
    expect(page.locator("#live .proof")).to_contain_text("reject all = current ✓")


def test_from_a_finding_to_proven_clauses_in_both_languages(page: Page, recommended: str) -> None:
    expect(page.get_by_role("link", name="A09").or_(page.locator("[name=findings]:checked")).first).to_be_visible()
    choose(page, "(ru", "часть 2 статьи 4")
    expect(page.locator(".twin-clause")).to_contain_text("The Tajik text of this unit is not amended yet.")
    reword(page, OLD, NEW)
    expect(page.locator("#comes-to")).to_contain_text("gives the proposed text ✓")
    expect(page.locator("#comes-to")).to_be_in_viewport()
    expect(page.locator("#live .written-clause .law").first).to_contain_text("части 2 статьи 4")
    expect(page.locator("#live .changes ins")).to_contain_text("тридцати")
    proven(page)
    clean(page)
    page.get_by_role("button", name="Save the amendment").click()
    expect(page.get_by_text("Saved: ст. 4 ч. 2.")).to_be_visible()
    page.locator(".twin-clause").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("м. 4")
    reword(page, TAJIK_OLD, TAJIK_NEW)
    expect(page.locator("#live .written-clause .law").first).to_contain_text("моддаи 4")
    expect(page.locator("#live .written-clause h2")).to_contain_text("draft for a Tajik legislative editor")
    expect(page.locator(".twin-clause .law")).to_contain_text("части 2 статьи 4")
    proven(page)
    page.get_by_role("button", name="Save the amendment").click()
    page.get_by_role("link", name="Draft amending act").click()
    expect(page.locator("#act-ru")).to_be_visible()
    expect(page.locator("#act-tg")).to_contain_text("draft for a Tajik legislative editor")
    expect(page.locator("table.aligned tbody tr")).to_have_count(1)
    clean(page)
    page.goto(recommended)
    expect(page.locator(".amended > li")).to_have_count(2)


def test_a_clause_by_hand_that_gives_another_text_is_refused_and_what_was_typed_stays(
    page: Page, recommended: str
) -> None:
    page.goto(recommended)
    choose(page, "(ru", "ст. 4 ч. 2")
    reword(page, OLD, NEW)
    proven(page)
    page.get_by_text("Write the clause yourself").click()
    own = page.get_by_label("Your clause")
    expect(own).to_be_focused()
    machine = own.input_value()
    assert "тридцати" in machine
    own.fill(machine.replace("тридцати", "сорока"))
    expect(page.locator("#live .proof.fails ins")).to_contain_text("тридцати")
    page.get_by_role("button", name="Save the amendment").click()
    expect(page.locator("main [role=alert]").first).to_contain_text("The clause does not give the proposed wording.")
    expect(page.locator("#live .proof.fails del")).to_contain_text("сорока")
    expect(page.get_by_label("Your clause")).to_have_value(machine.replace("тридцати", "сорока"))
    assert NEW in page.get_by_label("As it should read").input_value()
    page.get_by_label("Your clause").fill(machine)
    proven(page)
    page.get_by_role("button", name="Save the amendment").click()
    expect(page.get_by_text("Saved: ст. 4 ч. 2.")).to_be_visible()


def test_the_machines_clause_follows_the_wording_until_somebody_changes_it(page: Page, recommended: str) -> None:
    page.goto(recommended)
    choose(page, "(ru", "ст. 4 ч. 2")
    reword(page, OLD, NEW)
    proven(page)
    page.get_by_text("Write the clause yourself").click()
    reword(page, NEW, "сорока тысяч")
    expect(page.locator("#live .changes ins")).to_contain_text("сорока")
    proven(page)
    expect(page.get_by_label("Your clause")).to_have_value(page.locator("#live [name=written]").input_value())
    assert "сорока" in page.get_by_label("Your clause").input_value()


def test_a_loss_needs_a_reason_and_the_reason_survives_more_typing(page: Page, recommended: str) -> None:
    page.goto(recommended)
    choose(page, "(ru", "ст. 4 ч. 1")
    reword(page, POINT, "")
    expect(page.locator(".losses")).to_contain_text("A part or point is gone")
    page.get_by_role("button", name="Save the amendment").click()
    expect(page.locator("main [role=alert]").first).to_contain_text("nobody said why")
    page.get_by_label("Why it may be lost").first.fill("Another service counts them.")
    reword(page, "в орган опеки", "в орган опеки района")
    expect(page.locator("#live .changes ins", has_text="района")).to_be_visible()
    expect(page.get_by_label("Why it may be lost").first).to_have_value("Another service counts them.")
    says = page.locator("[data-says-why]")
    for field in page.get_by_label("Why it may be lost").all():
        field.fill("Another service counts them.")
    expect(says).to_be_hidden()
    clean(page)
    page.get_by_role("button", name="Save the amendment").click()
    expect(page.get_by_text("Saved: ст. 4 ч. 1.")).to_be_visible()
    expect(page.get_by_label("Why it may be lost").first).to_have_value("Another service counts them.")


def test_the_keyboard_alone_is_enough(page: Page, both: str) -> None:
    page.goto(f"{both}requirements/{REQUIREMENT}/")
    press(page, "w")
    expect(page.get_by_role("heading", level=1)).to_have_text("New recommendation")
    press(page, "e")
    page.keyboard.type(TEXT)
    page.get_by_label("What is recommended").press("Tab")
    page.keyboard.type("Half of the crossing points have nobody.")
    page.get_by_label("Key recommendation").focus()
    press(page, "s")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Recommendation R1")
    page.goto(f"{page.url}amendments/new/?edition=border-law-ru&eid=art_4__para_2")
    press(page, "e")
    expect(page.get_by_label("As it should read")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Он не вооружён.")
    proven(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save the amendment")).to_be_focused()
    press(page, "?")
    for row in ("As it should read", "Save the amendment", "Write the clause yourself"):
        expect(page.locator("#keys li", has_text=row)).to_be_visible()
    page.keyboard.press("Escape")
    press(page, "s")
    expect(page.get_by_text("Saved: ст. 4 ч. 2.")).to_be_visible()
    press(page, "g")
    expect(page.get_by_role("heading", level=1)).to_have_text("Draft amending act")


def test_a_late_answer_never_stands_below_a_newer_text(page: Page, recommended: str) -> None:
    page.goto(recommended)
    choose(page, "(ru", "ст. 4 ч. 2")
    waiting: list[Route] = []
    page.route("**/amendments/preview/", lambda route: waiting.append(route) if not waiting else route.continue_())
    reword(page, OLD, NEW)
    expect(page.locator("#live.older")).to_have_count(1)
    expect(page.locator("#at-work progress")).to_be_visible()
    reword(page, NEW, "сорока тысяч")
    expect(page.locator("#live .changes ins")).to_contain_text("сорока")
    expect(page.locator("#live.older")).to_have_count(0)
    assert len(waiting) == 1
    page.unroute("**/amendments/preview/")
    page.route("**/amendments/preview/", lambda route: route.abort())
    reword(page, "сорока тысяч", NEW)
    expect(page.get_by_text("The workbench does not answer")).to_be_visible()
    expect(page.locator("#live.older")).to_have_count(1)


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_the_screen_fits_projector_and_telephone_in_every_language(
    desk: BrowserContext, page: Page, workbench: Workbench, recommended: str, language: str
) -> None:
    page.goto(recommended)
    choose(page, "(ru", "ст. 4")
    in_language(desk, workbench, language)
    page.reload()
    page.locator("#id_proposed").fill(page.locator("#id_proposed").input_value().replace(OLD, NEW))
    expect(page.locator("#live .proof.holds")).to_be_visible()
    clean(page)
    page.set_viewport_size({"width": 390, "height": 844})
    clean(page)
