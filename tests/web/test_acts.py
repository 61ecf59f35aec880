"""The acts: law files are imported, the register is kept, and a law is read with what rests on it."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from muvofiq.assessment.verdict import Verdict
from muvofiq.law.build import build_law
from muvofiq.law.errors import NoArticles
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.models import Act, Edition
from muvofiq.records.queries.law_page import paragraphs_of
from muvofiq.records.words import Role
from muvofiq.text.read import LIMIT, read_bytes
from tests.paths import RUSSIAN, TAJIK
from tests.records.advising import advised, amended
from tests.records.small import (
    REASON,
    UNIT,
    VICTIMS,
    Desk,
    accepted,
    expert_in,
    law_on_file,
    no_entry,
    one_entry,
    person,
    tajik_twin,
)
from tests.web.filing import file_again, filed, read_in

pytestmark = pytest.mark.django_db
ACTS, IMPORT, REGISTER = (f"/missions/border/acts/{name}" for name in ("", "import/", "register/"))
DECREE = """ПОСТАНОВЛЕНИЕ ПРАВИТЕЛЬСТВА
О центре для беженцев
1. Создать центр для размещения беженцев.
2. Центр предоставляет бесплатного переводчика.
3. Настоящее постановление вступает в силу со дня подписания.
"""
REFUGEES = """ЗАКОН
О беженцах
Статья 1. Цель
1. Закон защищает беженцев.
1) слова;
Статья 2. Утратила силу
"""


def file(text: str | bytes = REFUGEES, name: str = "refugees.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def law_address(edition: Edition) -> str:
    return f"{ACTS}{edition.name}/"


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_register_and_a_law_can_be_read(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    for address in (ACTS, REGISTER, f"{REGISTER}{at.edition.act_id}/", law_address(at.edition)):
        assert browser.get(address).status_code == 200, address


def test_an_empty_register_says_what_to_do_first(at: Desk, browser: Client) -> None:
    Edition.objects.all().delete()
    Act.objects.all().delete()
    page = browser.get(ACTS).text
    assert "Import the first law file above" in page
    filed(browser, {"file": file(), "act": "", "replaces": "", "as_of": ""})
    assert at.mission.acts.get().title == {"ru": "ЗАКОН О беженцах"}


def test_a_file_is_recognised_and_it_is_said_by_what(at: Desk, browser: Client) -> None:
    register_act(at.expert, at.mission, title={"en": "On refugees", "ru": "О беженцах"}, number="5")
    review = read_in(browser, {"file": file(), "act": "", "replaces": "", "as_of": "2016-06-01"})
    with one_entry(at.mission, at.expert, "import_edition"):
        page = file_again(browser, review)
    edition = at.mission.editions.get(name="refugees")
    assert page.redirect_chain == [(law_address(edition), 302)]
    assert (edition.act.number, str(edition.as_of)) == ("5", "2016-06-01")
    assert "filed under «On refugees» (recognised by title)" in page.text


def test_a_file_can_be_filed_by_hand_or_as_a_new_act(at: Desk, browser: Client) -> None:
    page = filed(browser, {"file": file(), "act": str(at.edition.act_id)})
    assert "chosen by you" in page.text
    page = filed(browser, {"file": file(f"{REFUGEES}Статья 3. Ещё\nСлова."), "act": "new"})
    assert "a new act of the register" in page.text
    assert at.mission.acts.count() == 2


def test_a_corrected_import_replaces_the_old_one_and_both_say_so(at: Desk, browser: Client) -> None:
    typed = {"file": file(f"{REFUGEES}Статья 3. Ещё\nСлова."), "act": "", "replaces": at.edition.name}
    page = filed(browser, typed)
    assert "the act of the edition that it replaces" in page.text
    assert f'href="{law_address(at.edition)}"' in page.text
    assert "replaced by a corrected import" in browser.get(law_address(at.edition)).text
    assert f'value="{at.edition.name}"' not in browser.get(ACTS).text


@pytest.mark.parametrize(
    ("upload", "status", "told"),
    [
        (None, 422, "the file of the law"),
        (file(b""), 422, "The file is empty"),
        (file("  \n "), 422, "The file is empty"),
        (file(b"%PDF-1.4 ..."), 422, "PDF"),
        (file(b"x" * (LIMIT + 1)), 413, "too large"),
        (file(bytes(range(128, 256)) * 9), 422, "letters of the file cannot be read"),
        (file("Just a letter.\nNo law."), 422, NoArticles.what),
    ],
)
def test_a_bad_file_is_told_in_place_and_nothing_is_saved(
    at: Desk, browser: Client, upload: SimpleUploadedFile | None, status: int, told: str
) -> None:
    if upload:
        upload.seek(0)
    typed: dict[str, object] = {"act": "", "replaces": "", "as_of": "2016-06-01"}
    with no_entry(at.mission):
        page = browser.post(IMPORT, typed | ({"file": upload} if upload else {}))
    assert page.status_code == status
    for words in (told, "Where", "Why", "What to do", 'value="2016-06-01"', "cannot keep a chosen file"):
        assert words in page.text
    assert browser.get(IMPORT).status_code == 302


@pytest.mark.parametrize(
    ("upload", "told"),
    [
        (file(RUSSIAN.read_bytes(), "again.txt"), "already on file"),
        (file(), "It is not clear which act"),
    ],
)
def test_what_cannot_be_filed_is_told_beside_its_field_and_waits(
    at: Desk, browser: Client, upload: SimpleUploadedFile, told: str
) -> None:
    upload.seek(0)
    review = read_in(browser, {"file": upload, "act": "", "replaces": "", "as_of": "2016-06-01"})
    with no_entry(at.mission):
        page = file_again(browser, review)
    assert page.status_code == 422
    for words in (told, "Where", "Why", "What to do", 'value="2016-06-01"'):
        assert words in page.text
    assert f'href="{review}"' in browser.get(ACTS).text


def word_with_changes() -> SimpleUploadedFile:
    """Return a Word file with a pending insertion, always the same one."""
    return SimpleUploadedFile("law.docx", packed_with_changes())


@cache
def packed_with_changes() -> bytes:
    document = Document()
    for text in ("ЗАКОН", "О беженцах", "Статья 1. Цель", "Закон защищает беженцев"):
        paragraph = document.add_paragraph(text)
    inserted = f'<w:ins {nsdecls("w")} w:id="1" w:author="A. Rahimov"><w:r><w:t> и мигрантов</w:t></w:r></w:ins>'
    paragraph._p.append(parse_xml(inserted))
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def test_pending_corrections_are_told_at_their_field_and_read_as_the_person_says(at: Desk, browser: Client) -> None:
    typed = {"act": "new", "replaces": "", "as_of": "2016-06-01", "changes": "ask"}
    with no_entry(at.mission):
        page = browser.post(IMPORT, typed | {"file": word_with_changes()})
    assert page.status_code == 422
    rare = page.text.split("<details open>")[1].split("</details>")[0]
    assert "corrections that nobody has accepted or rejected" in rare
    assert "A. Rahimov" in rare
    assert 'value="2016-06-01"' in page.text
    assert '<option value="new" selected>' in page.text
    texts = {}
    for choice in ("original", "accepted"):
        page = filed(browser, typed | {"file": word_with_changes(), "changes": choice})
        texts[choice] = page.text.split("What was left out")[0]
    assert "и мигрантов" not in texts["original"]
    assert "и мигрантов" in texts["accepted"]
    assert at.mission.editions.filter(file_name="law.docx").count() == 2, "read otherwise, it is another text"
    review = read_in(browser, typed | {"file": word_with_changes(), "changes": "accepted"})
    with no_entry(at.mission):
        page = file_again(browser, review)
    assert "already on file" in page.text


def test_an_act_in_points_is_counted_in_points(at: Desk, browser: Client) -> None:
    page = filed(browser, {"file": file(DECREE, "decree.txt"), "act": "new"}).text
    assert "Imported: 3 points in the language RU" in page
    assert at.mission.editions.get(name="decree").counted == "point"
    assert "3 points" in browser.get(ACTS).text


def test_a_choice_that_is_none_is_told(at: Desk, browser: Client) -> None:
    with no_entry(at.mission):
        page = browser.post(IMPORT, {"file": file(), "act": "nonsense", "as_of": "soon"})
    assert page.status_code == 422
    assert "Select a valid choice" in page.text
    assert "Enter a valid date" in page.text


@pytest.mark.parametrize("name", ["Закон о беженцах.txt", "register.txt", "import.txt", "§.txt"])
def test_every_file_name_gives_a_law_that_can_be_opened(at: Desk, browser: Client, name: str) -> None:
    page = filed(browser, {"file": file(name=name), "act": "new"})
    assert page.status_code == 200
    assert "Закон защищает беженцев." in page.text
    assert browser.get(ACTS).status_code == 200
    assert at.mission.editions.get(file_name=name)


def test_an_act_is_entered_corrected_and_removed_by_hand(at: Desk, browser: Client) -> None:
    typed = {"title": "On refugees", "number": "1124", "adopted": "2014-07-26", "kind": "law", "save": ""}
    typed |= {"topics": "asylum", "standing": "first wording"}
    assert browser.post(REGISTER, typed | {"unconfirmed": ["number"]}).status_code == 302
    act = at.mission.acts.get(number="1124")
    assert (act.topics, act.status, act.unconfirmed) == ({"en": "asylum"}, {"en": "first wording"}, ["number"])
    assert "1124 <abbr" in browser.get(ACTS).text
    browser.cookies["muvofiq_content"] = "ru"
    browser.post(f"{REGISTER}{act.pk}/", typed | {"title": "О беженцах", "topics": "", "standing": ""})
    act.refresh_from_db()
    assert act.title == {"en": "On refugees", "ru": "О беженцах"}
    assert (act.topics, act.unconfirmed) == ({"en": "asylum"}, [])
    assert browser.post(f"{REGISTER}{act.pk}/", {"remove": "1"}).status_code == 302
    with no_entry(at.mission):
        page = browser.post(f"{REGISTER}{at.edition.act_id}/", {"remove": "1"})
    assert page.status_code == 422
    assert "cannot be removed" in page.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"title": " "}, "the title of the act"),
        ({"adopted": "x"}, "Enter a valid date"),
        ({"kind": "y"}, "valid choice"),
    ],
)
def test_a_bad_row_is_told_in_place(at: Desk, browser: Client, typed: dict[str, str], told: str) -> None:
    with no_entry(at.mission):
        page = browser.post(REGISTER, {"title": "On refugees", "save": ""} | typed)
    assert page.status_code == 422
    assert told in page.text


def test_a_law_is_shown_with_what_rests_on_it(at: Desk, browser: Client) -> None:
    accepted(at)
    page = browser.get(law_address(at.edition)).text
    assert "not assessed" in page
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    amended(at, advised(at, finding_ids=[VICTIMS]))
    amend(at.expert, advised(at), act=at.edition.act, edition=at.edition, after=UNIT, proposed="2(2). Другое.")
    page = browser.get(law_address(at.edition)).text
    assert f'id="{UNIT}"' in page
    assert re.search(r'class="verdict partial" href="/missions/border/requirements/identification-vot-duty/"', page)
    assert "recommendation R1" in page
    assert "R2" in page
    assert at.edition.file_sha256 in page
    assert "Anna Horvat" in page


@pytest.mark.parametrize("path", [RUSSIAN, TAJIK], ids=lambda path: path.stem)
def test_no_word_of_a_law_is_lost_on_its_page(at: Desk, browser: Client, path: Path) -> None:
    edition = at.edition if path == RUSSIAN else tajik_twin(at.mission, at.expert, at.edition)
    without_links = re.sub(r"</?a\b[^>]*>", "", browser.get(law_address(edition)).text)
    page = re.sub(r"<[^>]+>", " ", without_links).split()
    seen = set(page)
    law = build_law(read_bytes(path.read_bytes(), path.name))
    notes = [note.text for _, unit, _ in law.units() for note in unit.notes]
    words = [*law.head, *law.tail, *notes, *(text for unit in law.provisions for text in unit.paragraphs())]
    assert [word for text in words for word in text.split() if word not in seen and '"' not in word] == []


def test_paragraphs_are_pure_and_say_where_they_stand() -> None:
    law = build_law(read_bytes(REFUGEES.encode(), "refugees.txt"))
    one, part, point, two = paragraphs_of(law)
    assert (one.eid, one.title, one.level, one.is_heading) == ("art_1", "Статья 1. Цель", 2, True)
    assert (part.place, part.label, part.text) == ("ст. 1 ч. 1", "1.", "Закон защищает беженцев.")
    assert (point.eid, point.depth) == ("art_1__para_1__point_1", 2)
    assert two.repealed


def test_the_law_is_searched_and_the_other_laws_too(at: Desk, browser: Client) -> None:
    law_on_file(at.mission, at.expert, act=at.edition.act, extra="\nСтатья 99. Переводчик\nСлова.\n")
    page = browser.get(law_address(at.edition), {"search": "переводчика"}).text
    assert "Found for «переводчика»" in page
    assert "In the other acts on file" in page
    assert '<a href="#art_11" data-key="Enter">' in browser.get(law_address(at.edition), {"search": "статья 11"}).text
    assert "No unit has all these words" in browser.get(law_address(at.edition), {"search": "xylophone"}).text


def test_an_observer_reads_and_changes_nothing(at: Desk, client: Client) -> None:
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    page = client.get(ACTS).text
    assert 'type="file"' not in page
    assert "Enter an act by hand" not in page
    with no_entry(at.mission):
        assert client.post(IMPORT, {"file": file(), "act": "new"}).status_code == 403
        assert client.post(REGISTER, {"title": "Mine", "save": ""}).status_code == 403
    client.force_login(person())
    for address in (ACTS, law_address(at.edition)):
        assert client.get(address).status_code == 403


def test_what_the_mission_does_not_have_is_not_found(browser: Client) -> None:
    assert browser.get(f"{ACTS}no-such-law/").status_code == 404
    assert browser.get(f"{REGISTER}00000000-0000-0000-0000-000000000000/").status_code == 404
