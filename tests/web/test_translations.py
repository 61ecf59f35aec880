"""The pages of working translations: out to a file, back through a preview, by hand, and beside the original."""

import re
from datetime import date
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from openpyxl import load_workbook

from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.write_translation import write_translation
from muvofiq.records.models import Edition, WorkingTranslation
from muvofiq.records.queries.own_units import own_units
from muvofiq.records.words import Role
from muvofiq.web.kept_sheet import BESIDE, unseal
from tests.records.advising import advised
from tests.records.small import UNIT, VICTIMS, Desk, accepted, expert_in, no_entry, one_entry

pytestmark = pytest.mark.django_db

LAW = "/missions/border/acts/border-law-ru/"
PAGE = f"{LAW}translation/"
WORDS = "Um funcionário para pessoas vulneráveis."
BY_HAND = {"heading": "", "text": WORDS, "translator": "Ana Silva", "translated_on": "2026-11-28", "seen": ""}


def written(at: Desk, language: str = "pt") -> WorkingTranslation:
    day = date(2026, 11, 28)
    facts = {"translator": "Ana Silva", "is_machine": True, "translated_on": day}
    return write_translation(at.expert, at.edition, UNIT, language=language, heading="", text=WORDS, **facts)  # type: ignore[arg-type]


def sent(browser: Client, form: str, **more: str) -> bytes:
    answer = browser.post(PAGE, {"language": "pt", "which": "unit", "eid": UNIT, "form": form, **more})
    assert answer["Content-Disposition"].endswith(f'border-law-ru.ru-pt.{form}"')
    return answer.content


def filled(data: bytes, form: str) -> bytes:
    """Translate one row and say who did."""
    out = BytesIO()
    if form == "docx":
        document = docx.Document(BytesIO(data))
        fields, units = document.tables
        fields.rows[1].cells[3].text = "Ana Silva"
        row = next(row for row in units.rows if f"~{UNIT} " in row.cells[0].text)
        row.cells[3].text = WORDS
        document.save(out)
    else:
        book = load_workbook(BytesIO(data))
        rows = {str(row[0].value): row[3] for row in book.worksheets[0].rows}
        rows["muvofiq:translator"].value = "Ana Silva"
        next(cell for mark, cell in rows.items() if f"~{UNIT} " in mark).value = WORDS
        book.save(out)
    return out.getvalue()


def looked_at(browser: Client, data: bytes, form: str = "docx") -> str:
    file = SimpleUploadedFile(f"back.{form}", data)
    return browser.post(PAGE, {"back": "1", "file": file}).text


def kept(page: str) -> str:
    return page.partition('name="kept" value="')[2].partition('"')[0]


def take(browser: Client, page: str, **more: str) -> str:
    typed = {
        "take": "1",
        "kept": kept(page),
        "language": "pt",
        "translator": "Ana Silva",
        "translated_on": "2026-11-28",
    }
    return browser.post(PAGE, {**typed, **more}, follow=True).text


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_pages_can_be_read_in_each_language(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    written(at)
    for page in (PAGE, f"{PAGE}?eid={UNIT}&language=pt", f"{PAGE}{UNIT}/pt/", f"{LAW}?beside=pt"):
        assert browser.get(page).status_code == 200


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_an_article_leaves_comes_back_is_looked_at_and_taken(at: Desk, browser: Client, form: str) -> None:
    with one_entry(at.mission, at.expert, "translate"):
        data = sent(browser, form)
    with no_entry(at.mission):
        page = looked_at(browser, filled(data, form), form)
    assert "1 new translation." in page
    assert 'value="Ana Silva"' in page
    assert "empty, left" in page
    with one_entry(at.mission, at.expert, "translate"):
        law = take(browser, page)
    assert "1 translation is saved." in law
    assert WORDS in law
    assert WorkingTranslation.objects.get().translator == "Ana Silva"
    assert "Nothing of the file was new" in take(browser, looked_at(browser, filled(data, form), form))


def test_another_translation_is_shown_beside_that_on_file_and_replaces_it_where_ticked(
    at: Desk, browser: Client
) -> None:
    data = filled(sent(browser, "docx"), "docx")
    before = written(at)
    WorkingTranslation.objects.update(text="Outro.")
    page = looked_at(browser, data)
    assert "Outro." in page
    take(browser, page)
    assert WorkingTranslation.objects.get().text == "Outro."
    tick = page.partition('name="replace" value="')[2].partition('"')[0]
    take(browser, page, replace=tick)
    assert WorkingTranslation.objects.get(pk=before.pk).text == WORDS


def test_without_a_translator_nothing_is_taken_and_the_page_keeps_what_it_read(browser: Client) -> None:
    page = looked_at(browser, filled(sent(browser, "docx"), "docx"))
    again = take(browser, page, translator="")
    assert "Something is missing" in again
    assert kept(again) == kept(page) != ""
    assert not WorkingTranslation.objects.exists()


def filled_everywhere(browser: Client, page: str = PAGE, words: str = "Palavras.") -> bytes:
    """Return the sheet of the whole law with words in every row."""
    answer = browser.post(page, {"language": "pt", "which": "all", "form": "xlsx"})
    book = load_workbook(BytesIO(answer.content))
    rows = [row for row in book.worksheets[0].rows if "~" in str(row[0].value)]
    for at, row in enumerate(rows):
        row[3].value = f"{words} {at}"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def ticks(page: str) -> list[str]:
    return re.findall(r'type="checkbox" name="replace" value="([^"]*)"', page)


def test_a_long_file_is_looked_at_part_by_part_and_what_is_ticked_stays_ticked(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(browser, looked_at(browser, filled_everywhere(browser), "xlsx"))
    count = WorkingTranslation.objects.count()
    monkeypatch.setattr("muvofiq.web.returned_page.LONGEST", 2)
    page = looked_at(browser, filled_everywhere(browser, words="Outras palavras."), "xlsx")
    assert f"rows 1 to 2 of {count}" in page
    first = ticks(page)
    assert len(first) == 2
    typed = {"kept": kept(page), "language": "pt", "translator": "Ana", "translated_on": "2026-11-28"}
    page = browser.post(PAGE, {**typed, "part": "2", "replace": first}).text
    assert f"rows 3 to 4 of {count}" in page
    assert 'value="Ana"' in page
    hidden = re.findall(r'type="hidden" name="replace" value="([^"]*)"', page)
    assert hidden == first
    browser.post(PAGE, {**typed, "take": "1", "kept": kept(page), "replace": [*hidden, ticks(page)[0]]})
    assert WorkingTranslation.objects.filter(translator="Ana").count() == 3


def test_the_pages_of_a_large_code_stay_small_and_it_is_taken_whole(at: Desk, browser: Client) -> None:
    articles = "".join(f"Статья {at}. Заголовок {at}\n{'Слово закона. ' * 36}{at}\n\n" for at in range(1, 1_001))
    data = f"Закон о большом кодексе\n\n{articles}".encode()
    (code,) = import_editions(at.expert, at.mission, data=data, file_name="b.txt", filing=Filing(is_new_act=True))
    page_of = f"/missions/border/acts/{code.name}/translation/"
    file = SimpleUploadedFile("back.xlsx", filled_everywhere(browser, page_of, "Слова перевода. " * 30))
    page = browser.post(page_of, {"back": "1", "file": file}).text
    units = len(own_units(code))
    assert units >= 1_000
    assert f"{units} new translations." in page
    assert len(page.encode()) < 1_000_000
    typed = {"take": "1", "kept": kept(page), "language": "pt", "translator": "Ana", "translated_on": "2026-11-28"}
    assert browser.post(page_of, typed).status_code == 302
    assert WorkingTranslation.objects.filter(act=code.act).count() == units


def test_a_file_that_no_page_can_keep_is_told_in_words_before_it_is_looked_at(browser: Client) -> None:
    data = filled_everywhere(browser)
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=BESIDE + 100):
        page = looked_at(browser, data, "xlsx")
    assert "more translations than can be looked at in one go" in page
    assert "What came back" not in page


def test_the_original_does_not_travel_with_the_page(at: Desk, browser: Client) -> None:
    sheet = unseal(at.edition, kept(looked_at(browser, filled(sent(browser, "docx"), "docx"))))
    assert [(row.original, row.translation) for row in sheet.rows] == [("", WORDS)]


def test_what_was_kept_cannot_be_forged(browser: Client) -> None:
    page = looked_at(browser, filled(sent(browser, "docx"), "docx"))
    assert "no longer there" in take(browser, page, kept=f"{kept(page)}x")


@pytest.mark.parametrize(("data", "told"), [(b"plain", "cannot be opened"), (b"", "cannot be opened")])
def test_a_file_that_is_none_of_ours_is_told_in_place(browser: Client, data: bytes, told: str) -> None:
    assert told in looked_at(browser, data)


def test_a_restricted_text_offers_no_file_and_sends_none(browser: Client) -> None:
    Edition.objects.update(is_restricted=True)
    assert "Download the sheet" not in browser.get(PAGE).text
    answer = browser.post(PAGE, {"language": "pt", "which": "all", "form": "docx"})
    assert answer.status_code == 422
    assert "Content-Disposition" not in answer


def test_by_hand_a_unit_is_translated_corrected_and_removed(browser: Client) -> None:
    page = f"{PAGE}{UNIT}/pt/"
    law = browser.post(page, BY_HAND, follow=True).text
    assert WORDS in law
    assert "unofficial" in law
    stale = browser.post(page, {**BY_HAND, "text": "Outro."})
    assert stale.status_code == 409
    assert "Outro." in stale.text
    seen = browser.get(page).text.partition('name="seen" value="')[2].partition('"')[0]
    browser.post(page, {**BY_HAND, "text": "Outro.", "seen": seen})
    assert WorkingTranslation.objects.get().text == "Outro."
    seen = browser.get(page).text.partition('name="seen" value="')[2].partition('"')[0]
    browser.post(page, {"remove": "1", "seen": seen})
    assert not WorkingTranslation.objects.exists()


def test_an_observer_reads_translations_and_changes_none(at: Desk, client: Client) -> None:
    written(at)
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    assert WORDS in client.get(f"{LAW}?beside=pt").text
    assert "Download the sheet" not in client.get(PAGE).text
    assert client.post(f"{PAGE}{UNIT}/pt/", BY_HAND).status_code == 403


def test_beside_the_law_stands_the_language_of_the_contents_as_soon_as_something_is_on_file(
    at: Desk, browser: Client
) -> None:
    assert "data-translation" not in browser.get(LAW).text
    written(at, "en")
    page = browser.get(LAW).text
    assert WORDS in page
    assert "Ana Silva (machine)" in page
    assert "data-translation" not in browser.get(f"{LAW}?beside=none").text
    assert "data-translation" not in browser.get(LAW).text
    assert WORDS in browser.get(f"{LAW}?beside=").text


def test_a_stale_translation_is_marked(at: Desk, browser: Client) -> None:
    written(at, "en")
    WorkingTranslation.objects.update(original_sha256="0" * 64)
    assert "stale: the original has changed" in browser.get(LAW).text


def test_answers_hits_and_recommendations_show_the_translation_or_how_to_get_one(at: Desk, browser: Client) -> None:
    accepted(at)
    number = advised(at).number
    pages = (
        f"/missions/border/requirements/{VICTIMS}/",
        "/missions/border/search/?search=ст. 4 ч. 2",
        f"/missions/border/recommendations/{number}/amendments/new/?edition=border-law-ru&eid={UNIT}",
    )
    for page in pages:
        shown = browser.get(page).text
        assert "No translation into EN yet." in shown
        assert f"{PAGE}?eid={UNIT}&amp;language=en" in shown
    written(at, "en")
    for page in pages:
        shown = browser.get(page).text
        assert WORDS in shown
        assert "unofficial" in shown
    browser.get(f"{LAW}?beside=none")
    for page in pages:
        assert WORDS not in browser.get(page).text


def test_translated_words_cannot_be_quoted(at: Desk, browser: Client) -> None:
    accepted(at)
    written(at, "en")
    typed = {"edition": at.edition.name, "eid": UNIT, "words": WORDS}
    answer = browser.post(f"/missions/border/requirements/{VICTIMS}/quote/", typed)
    assert answer.status_code == 422
    assert "do not stand in" in answer.text


def test_all_that_wait_are_ticked_at_once_as_they_were_shown(at: Desk, browser: Client) -> None:
    document = docx.Document(BytesIO(sent(browser, "docx")))
    for at_row, row in enumerate(document.tables[1].rows[1:4]):
        row.cells[3].text = f"Palavras {at_row}."
    out = BytesIO()
    document.save(out)
    page = looked_at(browser, out.getvalue())
    take(browser, page)
    WorkingTranslation.objects.update(heading="", text="Outro.")
    page = looked_at(browser, out.getvalue())
    tick = page.partition('name="replace_all" value="')[2].partition('"')[0]
    take(browser, page, replace_all="forged")
    assert set(WorkingTranslation.objects.values_list("text", flat=True)) == {"Outro."}
    take(browser, page, replace_all=tick)
    assert "Outro." not in WorkingTranslation.objects.values_list("text", flat=True)
    assert at.mission.history.count() > 3
