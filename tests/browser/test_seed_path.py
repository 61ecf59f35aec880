"""The whole path of a mission, as an expert walks it in the browser: from a law file to three documents."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.workbench import Workbench, press
from tests.paths import RUSSIAN, real

REASON = "The duty exists, but nobody is named who checks it."
CONTRIBUTION = "Our officers screen each person in writing, but no form is prescribed."
ADVICE = "Let the service fill in a form for each person whom it screens."
ADDED = "Форма заполняется на каждого."  # a sentence at the end of the unit
SENTENCE = "Experts and agencies read the law article by article and compared it with international practice. "


@pytest.fixture
def mission(page: Page, workbench: Workbench, request: pytest.FixtureRequest) -> str:
    """Create a mission with one agency, and return its address."""
    page.goto(f"{workbench.address}/missions/new/")
    page.get_by_label("Title").fill(f"Test of {request.node.name}")
    page.get_by_label("State").fill("XV")
    page.get_by_label("First day").fill("2026-06-01")
    page.get_by_label("Last day").fill("2026-06-03")
    page.get_by_role("button", name="Create the mission").click()
    address = page.url
    page.goto(f"{address}plan/agencies/")
    page.get_by_label("Full name").fill("Border Service")
    page.get_by_role("button", name="Save").click()
    return address


def choose_scope(page: Page, mission: str, theme: str) -> None:
    page.goto(f"{mission}scope/")
    page.get_by_role("button", name=f"All of {theme}").click()
    page.get_by_label("Why these requirements").fill("The theme of the mission.")
    page.get_by_role("button", name="Save the scope").click()


def import_law(page: Page, mission: str, law: Path) -> None:
    page.goto(f"{mission}acts/")
    page.get_by_label("File of the law").set_input_files(law)
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_role("button", name="File it", exact=True).click()
    expect(page.locator("[id^=art_]").first).to_be_visible()


def wait_for_proposals(page: Page, mission: str) -> None:
    page.goto(f"{mission}requirements/")
    expect(page.locator("#matching progress")).to_have_count(0)


def first_words(page: Page) -> str:
    """Mark the first words of the law in the first card, as a person marks them with the mouse."""
    return str(
        page.evaluate(
            """() => {
                const text = document.querySelector('#answers [data-card] .law p');
                const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
                const first = walk.nextNode(), range = document.createRange();
                let last = first;
                while (walk.nextNode()) last = walk.currentNode;
                range.setStart(first, 0);
                range.setEnd(last, last.length);
                const selection = getSelection();
                selection.removeAllRanges();
                selection.addRange(range);
                return selection.toString();
            }"""
        )
    )


def judge(page: Page, mission: str, requirement: str) -> str:
    """Accept the first proposal, quote from it and give the verdict, all by keyboard; return the quotation."""
    page.goto(f"{mission}requirements/{requirement}/")
    expect(page.locator("#answers .card.proposed")).not_to_have_count(0)
    page.locator("#answers [data-card]").first.focus()
    press(page, "a")
    expect(page.locator("#answers .card.accepted")).to_have_count(1)
    words = first_words(page)
    press(page, "q")
    page.locator("#answers .card.accepted").get_by_role("button", name="Save the quotation").press("Enter")
    expect(page.locator("#answers blockquote").first).to_contain_text(words.strip()[:40])
    page.locator("h1").click()
    press(page, "2")
    press(page, "e")
    page.keyboard.type(REASON)
    page.get_by_role("button", name="Save the verdict").press("Enter")
    expect(page.locator("#verdict .verdict.partial").first).to_be_visible()
    return words.strip()


def refuse_wrong_quotation(page: Page) -> None:
    quotations = page.locator("#answers blockquote").count()
    page.locator("#answers .card.accepted summary", has_text="Quote").click()
    page.locator("#answers .card.accepted [data-quote]").fill("words that no law of any state has ever printed")
    with page.expect_response(re.compile("/quote/")) as answer:
        page.locator("#answers .card.accepted").get_by_role("button", name="Save the quotation").click()
    assert answer.value.status == 422
    expect(page.locator("#answers [role=alert]")).to_contain_text("do not stand in")
    expect(page.locator("#answers blockquote")).to_have_count(quotations)


def note(page: Page, mission: str, requirement: str) -> None:
    page.goto(f"{mission}notes/?requirement={requirement}")
    minutes = page.locator("section", has=page.get_by_role("heading", name="New note"))
    minutes.get_by_label("Agency", exact=True).select_option(label="Border Service")
    minutes.get_by_label("What the agency said").fill(CONTRIBUTION)
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_text("Saved as C1")).to_be_visible()


def recommend(page: Page, mission: str, requirement: str) -> None:
    page.goto(f"{mission}requirements/{requirement}/")
    page.get_by_role("link", name="Recommend another wording").first.click()
    page.get_by_label("What is recommended").fill(ADVICE)
    page.get_by_label("Reason", exact=True).fill("A duty without a form cannot be checked.")
    for box in page.locator("fieldset input[type=checkbox]").all():
        if box.get_attribute("name") == "contributions":
            box.check()
    page.get_by_role("button", name="Save and amend the unit").click()
    wording = page.get_by_label("As it should read")
    wording.fill(f"{wording.input_value().rstrip()} {ADDED}")
    expect(page.locator("#live .proof.holds")).to_be_visible()
    page.get_by_role("button", name="Save the amendment").click()
    expect(page.locator("details.removing")).to_be_visible()


def tell_the_public(page: Page, mission: str) -> None:
    for part, text in (("headline", "Law compared with international practice"), ("result", SENTENCE * 12)):
        page.goto(f"{mission}documents/facts/")
        page.get_by_label("Part of the press release").select_option(part)
        page.get_by_label("Public sentence").fill(text + " Recommendations: {recommendations}.")
        page.get_by_role("button", name="Save").click()


def download(page: Page, mission: str, name: str) -> bytes:
    page.goto(f"{mission}documents/")
    with page.expect_download() as got:
        page.locator(f"a[href$='{name}']").click()
    return Path(got.value.path()).read_bytes()


def in_document(data: bytes) -> str:
    document = Document(BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def in_workbook(data: bytes) -> str:
    book = load_workbook(BytesIO(data))
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def walk(page: Page, mission: str, law: Path, theme: str, requirement: str) -> None:
    choose_scope(page, mission, theme)
    import_law(page, mission, law)
    wait_for_proposals(page, mission)
    words = judge(page, mission, requirement)
    refuse_wrong_quotation(page)
    note(page, mission, requirement)
    recommend(page, mission, requirement)
    tell_the_public(page, mission)
    table = in_workbook(download(page, mission, "concordance.en.xlsx"))
    assert REASON in table
    assert " ".join(words.split())[:60] in " ".join(table.split())
    assert "Border Service" in table
    comparative = in_document(download(page, mission, "comparative-table.en.docx"))
    assert ADDED in comparative
    assert ADVICE in comparative
    assert "A duty without a form cannot be checked." in comparative
    assert "Border Service" in comparative
    release = in_document(download(page, mission, "press-release.en.docx"))
    assert "Law compared with international practice" in release
    assert "Recommendations: 1." in release
    assert CONTRIBUTION not in release
    assert "compared it with international practice" in download(page, mission, "press-release.en.txt").decode()


def test_an_expert_walks_from_our_sample_law_to_three_documents(page: Page, mission: str) -> None:
    walk(page, mission, RUSSIAN, "B", "thb-reflection-period")


def test_an_expert_walks_from_a_real_law_to_three_documents(page: Page, mission: str) -> None:
    law = real("gold/structure/kz_criminal_code_ru/source.txt")
    walk(page, mission, law, "B", "thb-definition")


@pytest.mark.parametrize(
    ("name", "data", "status", "says"),
    [
        ("empty.txt", b"", 422, "empty"),
        ("law.pdf", b"%PDF-1.7 \x00\x01", 422, "PDF"),
        ("recipe.txt", b"Boil the water. Add salt.", 422, "article"),
        ("broken.docx", b"PK\x03\x04 broken", 422, "Word"),
        ("noise.txt", bytes(range(128, 256)) * 40, 422, "encoding"),
    ],
)
def test_a_bad_file_is_told_in_place_and_changes_nothing(
    page: Page, workbench: Workbench, name: str, data: bytes, status: int, says: str
) -> None:
    acts = f"{workbench.address}/missions/worked-example/acts/"
    page.goto(acts)
    before = page.locator("table tbody tr").count()
    upload = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("File of the law").set_input_files(upload)  # type: ignore[arg-type]
    with page.expect_response(re.compile("/acts/import/")) as answer:
        page.get_by_role("button", name="Read", exact=True).click()
    assert answer.value.status == status
    expect(page.locator("[role=alert]")).to_contain_text(re.compile(says, re.IGNORECASE))
    expect(page.locator("[role=alert]")).to_contain_text("What to do")
    page.goto(acts)
    assert page.locator("table tbody tr").count() == before
