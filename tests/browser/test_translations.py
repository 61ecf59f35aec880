"""A law goes out for translation and comes back: what is new is taken, what has changed meanwhile is marked stale."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_seed_path import import_law, mission
from tests.browser.workbench import Workbench, press
from tests.paths import RUSSIAN

__all__ = ["mission"]
WORDS = "Nomeia-se um funcionário para pessoas vulneráveis."
CHANGED = "art_4__para_2"


@pytest.fixture
def border(page: Page, mission: str) -> Iterator[str]:
    """The sample law on file in a mission of its own; afterwards nothing is chosen any more to stand beside laws."""
    import_law(page, mission, RUSSIAN)
    law = page.url.split("#")[0]
    yield law
    page.goto(f"{law}?beside=")


def translated(page: Page, law: str, folder: Path) -> Path:
    """Download the sheet of article 4 and fill two of its rows in."""
    wanted = (f"~{CHANGED} ", "~art_4 ")
    return filled_in(page, f"{law}translation/?eid={CHANGED}&language=pt", folder, wanted, WORDS)


def filled_in(page: Page, address: str, folder: Path, wanted: Sequence[str], words: str) -> Path:
    """Download the sheet of a page and write the same words into each row that holds one of the wanted signs."""
    page.goto(address)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the sheet").click()
    file = folder / "back.docx"
    download.value.save_as(file)
    document = docx.Document(str(file))
    fields, units = document.tables
    fields.rows[1].cells[3].text = "Ana Silva"
    rows = [row for row in units.rows if any(sign in cell.text for sign in wanted for cell in row.cells)]
    assert len(rows) == len(wanted)
    for row in rows:
        row.cells[3].text = words
    document.save(str(file))
    return file


def test_a_sheet_goes_out_and_comes_back_with_one_stale_unit(
    page: Page, border: str, mission: str, tmp_path: Path
) -> None:
    file = translated(page, border, tmp_path)
    later = tmp_path / "later.txt"
    later.write_text(
        RUSSIAN.read_text("utf-8").replace("назначается сотрудник", "назначается особый сотрудник"), "utf-8"
    )
    import_law(page, mission, later)
    newest = page.url.split("#")[0]
    page.goto(f"{border}translation/?language=pt")
    page.get_by_label("File that came back").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_text("2 new translations.")).to_be_visible()
    expect(page.get_by_text("The original has changed since it was sent")).to_have_count(1)
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Take the translations").click()
    expect(page.get_by_text("2 translations are saved.")).to_be_visible()
    page.goto(f"{newest}?beside=pt")
    expect(page.locator(f"[id='{CHANGED}']").get_by_text("stale: the original has changed")).to_be_visible()
    expect(page.locator("[id='art_4'] > .translation").get_by_text(WORDS)).to_be_visible()
    expect(page.locator(".tag.stale")).to_have_count(1)
    assert Axe().run(page).response["violations"] == []


def test_words_of_a_translation_never_reach_the_field_of_the_quotation(page: Page, workbench: Workbench) -> None:
    law = f"{workbench.address}/missions/worked-example/acts/border-law-ru/"
    page.goto(f"{law}translation/art_4__para_2/pt/")
    page.get_by_label("Text").fill(WORDS)
    page.get_by_label("Translator").first.fill("Ana Silva")
    page.get_by_role("button", name="Save").click()
    page.goto(f"{workbench.address}/missions/worked-example/requirements/identification-vot-duty/?search=ст. 4 ч. 2")
    card = page.locator("[data-card]", has=page.locator("[data-translation]", has_text=WORDS)).first
    mark = "one => getSelection().selectAllChildren(one)"
    card.locator("[data-translation] .law").first.evaluate(mark)
    press(page, "q")
    expect(card.locator("[data-quote]")).to_be_focused()
    expect(card.locator("[data-quote]")).to_have_value("")
    page.locator("h1").click()
    card.locator(".pair > .law p").first.evaluate(mark)
    press(page, "q")
    expect(card.locator("[data-quote]")).not_to_have_value("")
    page.goto(f"{law}translation/art_4__para_2/pt/")
    page.get_by_role("button", name="Remove this translation").click()
    page.goto(f"{law}?beside=")
