"""The catalogue leaves as a file and comes back, and a stranger's table of concordance is taken with its links."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from muvofiq.standards.bundle import Bundle
from tests.browser.test_seed_path import import_law, mission
from tests.browser.workbench import Workbench, press
from tests.paths import RUSSIAN
from tests.publication.tables import EC, workbook
from tests.standards.test_bundle import OURS

__all__ = ["mission"]


def bring_in(page: Page, address: str, file: Path) -> None:
    page.goto(f"{address}norms/exchange/")
    page.get_by_label("Catalogue or table of concordance").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()


def written(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def taken_away(page: Page, address: str, folder: Path, link: str) -> Path:
    page.goto(f"{address}norms/exchange/")
    with page.expect_download() as download:
        page.get_by_role("link", name=link).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def accessible(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_catalogue_leaves_and_comes_back_unchanged(page: Page, workbench: Workbench, tmp_path: Path) -> None:
    address = f"{workbench.address}/missions/worked-example/"
    as_yaml = taken_away(page, address, tmp_path, "YAML: the whole released catalogue")
    assert len(Bundle.parse(as_yaml.read_bytes()).requirements) > 100
    accessible(page)
    for link in ("Excel: the scope of this mission", "YAML: the scope of this mission"):
        bring_in(page, address, taken_away(page, address, tmp_path, link))
        expect(page.get_by_text("Nothing to change")).to_be_visible()
        expect(page.get_by_role("button", name="Take what is new")).to_have_count(0)
        page.get_by_role("button", name="Give the file up").click()
        expect(page.get_by_text("The file is given up")).to_be_visible()


def test_a_table_with_foreign_heads_is_mapped_and_taken_with_its_links(
    page: Page, mission: str, tmp_path: Path
) -> None:
    import_law(page, mission, RUSSIAN)
    bring_in(page, mission, written(tmp_path, "table.xlsx", workbook(EC)))
    expect(page.get_by_label("unit of the standard")).to_have_value("0")
    accessible(page)
    page.get_by_label("Short name of the new instrument").fill("border-convention")
    page.get_by_label("Its title").fill("Convention on borders")
    page.get_by_label("Its kind").select_option("regional_treaty")
    page.get_by_label("text of the national unit").select_option("")
    page.get_by_role("button", name="The columns are right").click()
    expect(page.get_by_text("The officer explains rights").last).to_be_visible()
    expect(page.get_by_role("link", name="ст. 4 ч. 2")).to_be_visible()
    accessible(page)
    page.get_by_label("Put the new requirements into the scope at once").check()
    press(page, "t")
    expect(page.get_by_text("8 entries are taken")).to_be_visible()
    page.goto(f"{mission}requirements/border-convention-article-3-1/")
    expect(page.get_by_text("the table says: + = full")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Accept as an answer").click()
    expect(page.get_by_text("Decided above.")).to_be_visible()


def test_a_catalogue_that_is_wrong_says_where(page: Page, mission: str, tmp_path: Path) -> None:
    bring_in(page, mission, written(tmp_path, "bad.yaml", OURS.replace("groups:", "group:").encode()))
    expect(page.get_by_text("bad.yaml, line 14, requirements[0].group")).to_be_visible()
    accessible(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_wide_table_never_makes_the_page_wider(page: Page, workbench: Workbench, tmp_path: Path, width: int) -> None:
    address = f"{workbench.address}/missions/worked-example/"
    page.set_viewport_size({"width": width, "height": 800})
    bring_in(page, address, written(tmp_path, "table.xlsx", workbook(EC)))
    expect(page.get_by_label("unit of the standard")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_role("button", name="Give the file up").click()
    expect(page.get_by_text("The file is given up")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_what_stays_as_it_is_says_so_even_on_a_telephone(page: Page, workbench: Workbench, tmp_path: Path) -> None:
    address = f"{workbench.address}/missions/worked-example/"
    file = taken_away(page, address, tmp_path, "YAML: the scope of this mission")
    file.write_text(file.read_text("utf-8").replace("Legal definition and open list", "Another title"), "utf-8")
    page.set_viewport_size({"width": 390, "height": 844})
    bring_in(page, address, file)
    expect(page.get_by_text("differs from the released one").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    accessible(page)
    page.get_by_role("button", name="Give the file up").click()
