"""The catalogue gets newer editions, and a finished assessment survives them; requirements are related by ticking."""

import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press

MISSION = "/missions/worked-example/"
EDITIONS, RELATIONS = f"{MISSION}norms/editions/", f"{MISSION}norms/relations/"
FIRST, SECOND = f"{MISSION}requirements/vul-definition/", f"{MISSION}requirements/screening-time-limit/"
PUBLISHING = """
import django
django.setup()
from dataclasses import replace
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.models import Person
from muvofiq.records.queries.requirements import newest_editions, requirement_of
from muvofiq.records.models import Mission
newest = newest_editions(Mission.objects.get(slug="worked-example"))
first, second = (requirement_of(newest[name]) for name in ("vul-definition", "screening-time-limit"))
print(publish_catalogue(Person.objects.filter(manages_programmes=True).first(), [
    replace(first, statement={**first.statement, "en": first.statement["en"] + " At every post."}),
    replace(second, title={**second.title, "en": second.title["en"] + ", in days"}),
]))
"""


@pytest.fixture
def newer(workbench: Workbench) -> None:
    """Publish a newer edition of two judged requirements, as an updated product would."""
    environment = {**workbench.environment, "DJANGO_SETTINGS_MODULE": "muvofiq.settings"}
    command = [sys.executable, "-c", PUBLISHING]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "2"


def clean(page: Page) -> None:
    """See that a page is accessible, and as wide as a projector and a telephone."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 1280, "height": 720})


@pytest.mark.usefixtures("newer")
def test_newer_editions_are_seen_taken_and_looked_at_again_by_the_keyboard(
    desk: BrowserContext, page: Page, workbench: Workbench
) -> None:
    page.goto(f"{workbench.address}{FIRST}")
    verdict = page.locator("#verdict .verdict").first.inner_text()
    page.get_by_role("link", name="See what it would change").click()
    page.wait_for_url(f"**{EDITIONS}#vul-definition")
    row = page.locator("tr#vul-definition")
    expect(row.locator("ins")).to_have_text(" At every post.")
    expect(row).to_contain_text("marked until a person has looked at it")
    expect(page.locator("tr#screening-time-limit")).to_contain_text("The verdict stands")
    for language in ("ru", "tg", "en"):
        in_language(desk, workbench, language)
        page.goto(f"{workbench.address}{EDITIONS}")
        clean(page)
    press(page, "a")
    expect(page.locator("input[name=editions]:checked")).to_have_count(2)
    press(page, "c")
    expect(page.locator("input[name=editions]:checked")).to_have_count(1)
    press(page, "j")
    expect(row).to_be_focused()
    press(page, "x")
    expect(page.locator("input[name=editions]:checked")).to_have_count(2)
    press(page, "s")
    expect(page.get_by_text("To be looked at again: A01.")).to_be_visible()
    clean(page)
    page.get_by_role("link", name="A01").click()
    page.wait_for_url(f"**{FIRST}")
    expect(page.locator("#verdict .verdict").first).to_have_text(verdict)
    expect(page.locator("#new-edition")).to_contain_text("Look again: statement reworded")
    clean(page)
    press(page, "Y")
    expect(page.get_by_text("The verdict stands; the history says who looked again.")).to_be_visible()
    expect(page.locator("#new-edition")).to_contain_text("It stands.")
    page.goto(f"{workbench.address}{SECOND}")
    expect(page.locator("#new-edition")).to_contain_text("It stands.")


def test_two_requirements_are_related_and_what_follows_is_derived(
    desk: BrowserContext, page: Page, workbench: Workbench
) -> None:
    page.goto(f"{workbench.address}{RELATIONS}")
    page.get_by_label("First requirement").select_option("screening-information")
    page.get_by_label("Second requirement").select_option("identification-indicators")
    page.get_by_role("button", name="Show their elements").click()
    page.get_by_role("checkbox", name="written and oral form = interview form").check()
    page.get_by_label("equal: both ask the same").check()
    page.get_by_label("Why").fill("Both ask for a form.")
    page.get_by_role("button", name="Save the relation").click()
    expect(page.get_by_text("its elements show 'intersects'")).to_be_visible()
    expect(page.get_by_role("checkbox", name="written and oral form = interview form")).to_be_checked()
    clean(page)
    page.get_by_label("intersects: some is asked by both").check()
    page.get_by_role("button", name="Save the relation").press("Enter")
    expect(page.get_by_text("Both ask for a form.")).to_be_visible()
    for language in ("ru", "tg", "en"):
        in_language(desk, workbench, language)
        page.goto(f"{workbench.address}{RELATIONS}")
        clean(page)
    page.goto(f"{workbench.address}{MISSION}requirements/screening-information/")
    expect(page.get_by_role("heading", name="Related requirements derived, not judged")).to_be_visible()
    clean(page)
    page.goto(f"{workbench.address}{RELATIONS}?search=A05")
    page.get_by_role("link", name="Correct the relation of A05 and A10").click()
    clean(page)
    page.get_by_role("button", name="Remove this relation").click()
    expect(page.get_by_text("Removed; the history keeps what it said.")).to_be_visible()
