"""A text «for official use» is used once a person has confirmed that it may be, and no word of it ever leaves."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from docx import Document

from muvofiq.alignment.embedding import Role as Reading
from muvofiq.alignment.embedding import Vectors
from muvofiq.alignment.meaning import Meaning
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.review import Correction
from muvofiq.publication.comparative_docx import write_comparative
from muvofiq.publication.phrases import phrases
from muvofiq.publication.xlsx import write_concordance
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.file_draft import file_draft
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.review_draft import correct_line
from muvofiq.records.actions.send_for_translation import send_for_translation
from muvofiq.records.actions.upload_draft import upload_draft
from muvofiq.records.actions.work import work_once
from muvofiq.records.actions.write_translation import write_translation
from muvofiq.records.errors import NeedsConfirmation, Restricted
from muvofiq.records.models import Draft, Edition, Job, WorkingTranslation
from muvofiq.records.queries.beside import Neighbour
from muvofiq.records.queries.documents import comparative_of, concordance_of
from muvofiq.records.queries.draft_page import draft_named, draft_page, withheld_from
from muvofiq.records.queries.draft_text import laws_in
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.openings import kept_here, openings_of
from muvofiq.records.queries.printed_translations import printed_translations
from muvofiq.records.queries.scans_list import text_of
from muvofiq.records.queries.seeking import Wanted, seek_provisions
from muvofiq.records.queries.translations import Which, translated_into
from muvofiq.records.vectors import VectorTable
from muvofiq.records.words import Decision, Role
from tests.alignment.small import LetterModel
from tests.paths import RUSSIAN
from tests.records.advising import amended
from tests.records.scanning import asked, scanner
from tests.records.small import VICTIMS, Desk, expert_in, history, no_entry, one_entry, refused

pytestmark = pytest.mark.django_db

MARK = "Для служебного пользования"
WORDS = "наблюдатель заставы сообщает дежурному о каждом уязвимом лице"
LAW = (
    f"{MARK}\nПОЛОЖЕНИЕ\nо заставе\nСтатья 1. Тайный порядок дежурства\n"
    f"1. Каждый {WORDS} и вызывает переводчика.\n2. Дежурный ведёт журнал жертв торговли людьми.\n"
    "Статья 2. Заключение\nПоложение вступает в силу.\n"
)
UNIT, CHANGED = "art_1__para_1", "art_1__para_2"
NEW = Filing(is_new_act=True)
TODAY = date(2026, 3, 6)


class Remote(LetterModel):
    """A model on another computer, which remembers what it was sent."""

    host = "models.example"

    def embed(self, role: Reading, texts: Sequence[str]) -> Vectors:
        """Read."""
        return super().embed(role, texts)


def filed(at: Desk, text: str = LAW, *, confirmed: bool = True, filing: Filing | None = None) -> Edition:
    (edition,) = import_editions(
        at.expert,
        at.mission,
        data=text.encode(),
        file_name="zastava.txt",
        filing=filing or Filing(is_new_act=True),
        may_use_restricted=confirmed,
    )
    return edition


def accepted_with_words(at: Desk, edition: Edition) -> None:
    answer = decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid=UNIT, decision=Decision.ACCEPTED)
    quote(at.expert, answer, WORDS)


def test_nothing_is_saved_before_a_person_confirms_that_it_may_be_used(at: Desk) -> None:
    with refused(NeedsConfirmation, match=MARK):
        filed(at, confirmed=False)


def test_with_a_persons_word_it_is_kept_as_restricted_and_the_history_says_whose_word_it_was(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "import_edition"):
        edition = filed(at)
    assert edition.is_restricted
    entry = history(at.mission)[-1]
    assert (entry.actor, entry.change["official_use"]) == (at.expert, MARK)


def test_the_word_marks_nothing_where_the_file_bears_no_mark(at: Desk) -> None:
    edition = filed(at, LAW.removeprefix(f"{MARK}\n"))
    assert not edition.is_restricted
    assert "official_use" not in history(at.mission)[-1].change


def test_a_corrected_import_stays_restricted_though_its_file_has_lost_the_mark(at: Desk) -> None:
    old = filed(at)
    corrected = LAW.removeprefix(f"{MARK}\n").replace("журнал", "книгу")
    with refused(NeedsConfirmation, match=MARK):
        filed(at, corrected, confirmed=False, filing=Filing(replaces=old))
    assert filed(at, corrected, filing=Filing(replaces=old)).is_restricted


def test_the_second_correction_stays_restricted_too_though_neither_file_bears_the_mark(at: Desk) -> None:
    bare = LAW.removeprefix(f"{MARK}\n")
    first = filed(at, bare.replace("журнал", "книгу"), filing=Filing(replaces=filed(at)))
    again = bare.replace("журнал", "тетрадь")
    with refused(NeedsConfirmation, match="for official use"):
        filed(at, again, confirmed=False, filing=Filing(replaces=first))
    assert filed(at, again, filing=Filing(replaces=first)).is_restricted


def reviewed(at: Desk, text: str) -> Draft:
    return upload_draft(at.expert, at.mission, data=text.encode(), file_name="zastava.txt", filing=NEW)


@pytest.mark.parametrize("kind", [Kind.CHAPTER, Kind.ARTICLE])
def test_correcting_the_line_of_the_stamp_takes_the_mark_from_nothing(at: Desk, kind: Kind) -> None:
    draft = reviewed(at, LAW)
    correct_line(at.expert, draft, version=1, correction=Correction(1, kind, Number("7")))
    assert not [law for law in laws_in(draft) if MARK in law.head]
    assert draft_page(draft).mark == MARK
    with refused(NeedsConfirmation, match=MARK):
        file_draft(at.expert, draft, version=2, filing=NEW)
    (edition,) = file_draft(at.expert, draft, version=2, filing=NEW, may_use_restricted=True)
    assert edition.is_restricted


def test_a_person_marks_a_text_by_hand_and_the_history_says_so(at: Desk) -> None:
    draft = reviewed(at, LAW.removeprefix(f"{MARK}\n"))
    assert draft_page(draft).mark == ""
    (edition,) = file_draft(at.expert, draft, version=1, filing=NEW, is_restricted=True)
    assert edition.is_restricted
    entry = history(at.mission)[-1]
    assert (entry.actor, entry.change["official_use"]) == (at.expert, "marked by hand")


def test_no_word_of_a_draft_is_shown_to_who_may_not_confirm_its_use(at: Desk) -> None:
    observer = expert_in(at.mission, at.manager, role=Role.OBSERVER)
    bare = LAW.removeprefix(f"{MARK}\n")
    marked, open_to_all = reviewed(at, LAW), reviewed(at, bare)
    rows = [draft_named(at.mission, draft.pk) for draft in (marked, open_to_all)]
    assert [withheld_from(observer, row) for row in rows] == [MARK, ""]
    assert [withheld_from(at.expert, row) for row in rows] == ["", ""]
    old = filed(at)
    filing = Filing(replaces=old)
    data = bare.replace("журнал", "книгу").encode()
    correction = upload_draft(at.expert, at.mission, data=data, file_name="zastava.txt", filing=filing)
    assert withheld_from(observer, draft_named(at.mission, correction.pk)) == "for official use"


def open_edition_beside(at: Desk, old: Edition) -> Edition:
    """File a later text of the same act that everybody may read: one unit reads otherwise, the other as before."""
    text = LAW.removeprefix(f"{MARK}\n").replace("журнал", "книгу")
    return filed(at, text, filing=Filing(old.act, as_of=TODAY))


def translated(at: Desk, edition: Edition, eid: str, text: str) -> WorkingTranslation:
    return write_translation(
        at.expert,
        edition,
        eid,
        language="en",
        heading="",
        text=text,
        translator="Ana Silva",
        is_machine=False,
        translated_on=TODAY,
    )


def test_its_working_translations_leave_with_no_other_edition_of_the_act(at: Desk) -> None:
    old = filed(at)
    for eid in (UNIT, CHANGED):
        translated(at, old, eid, f"Secret words of {eid}.")
    later = open_edition_beside(at, old)
    assert printed_translations([(later, UNIT), (later, CHANGED), (later, "art_1")], "en") == {}
    sheet = send_for_translation(at.expert, later, language="en", which=Which.ALL)
    assert {UNIT, CHANGED} <= {row.unit.split("~")[1] for row in sheet.rows}
    assert not [row for row in sheet.rows if row.translation]
    assert translated_into(later) == []
    assert translated_into(old) == ["en"]
    assert Neighbour(old, "en").law().translated == 2


@pytest.mark.parametrize("eid", [UNIT, CHANGED])
def test_a_translation_of_an_open_text_takes_the_place_of_none_of_a_restricted_one(at: Desk, eid: str) -> None:
    old = filed(at)
    translated(at, old, eid, "Secret words.")
    later = open_edition_beside(at, old)
    translated(at, later, eid, "Open words.")
    (printed,) = printed_translations([(later, eid)], "en").values()
    assert "Open words." in printed
    assert "Secret words." in {one.text for one in Neighbour(old, "en").law().units.values()}


def test_the_text_of_a_recognised_scan_is_not_sent(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    scan = asked(at.expert, at.mission, filing=Filing(is_new_act=True))
    for pages in ({"1": LAW.split("\n")}, {"1": ["ПОЛОЖЕНИЕ"], "2": [MARK, "Статья 2. Конец"]}):
        scan.pages = pages
        with refused(Restricted):
            text_of(scan)


def test_a_scan_for_everybody_is_sent_as_a_text(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    scan = asked(at.expert, at.mission, filing=Filing(is_new_act=True))
    scan.pages = {"1": ["ЗАКОН", "О беженцах"]}
    assert text_of(scan) == "ЗАКОН\nО беженцах"


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_table_of_concordance_cites_it_without_a_word_of_it(at: Desk, language: str) -> None:
    edition = filed(at)
    accepted_with_words(at, edition)
    work_once(lambda: None)
    book = openpyxl.load_workbook(BytesIO(write_concordance(concordance_of(at.mission, language, TODAY), language)))
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value]
    own = law_of(edition)
    words = {unit.text for _, unit, _ in own.units() if unit.text} | {unit.heading for _, unit, _ in own.units()}
    assert not [cell for cell in cells if WORDS in cell or cell in words]
    assert phrases("concordance", language)("withheld") in cells
    assert any(own.title in cell for cell in cells)


def test_words_of_other_acts_stay_in_the_table(at: Desk) -> None:
    decide_candidate(
        at.expert, at.mission, VICTIMS, edition=at.edition, eid="art_4__para_2", decision=Decision.ACCEPTED
    )
    before = concordance_of(at.mission, "ru", TODAY)
    filed(at)
    after = concordance_of(at.mission, "ru", TODAY)
    kept = [row.answer for row in after.rows if row.answer and row.answer.unit.startswith("border-law-ru")]
    assert kept == [row.answer for row in before.rows if row.answer]


def test_the_comparative_table_prints_neither_wording(at: Desk) -> None:
    edition = filed(at)
    for eid, proposed in ((UNIT, f"1. Каждый {WORDS} немедленно."), ("art_2", "")):
        amended(at, edition=edition, eid=eid, proposed=proposed)
    document = Document(BytesIO(write_comparative(comparative_of(at.mission, "ru", TODAY), "ru")))
    text = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert WORDS not in text
    assert "Положение вступает в силу" not in text
    assert phrases("comparative", "ru")("withheld") in text
    assert phrases("comparative", "ru")("deleted") in text


def test_a_model_elsewhere_is_never_sent_a_word_of_it_and_it_is_ranked_all_the_same(at: Desk) -> None:
    edition, model = filed(at), Remote()
    while work_once(lambda: Meaning(model.model, VectorTable(), model)):
        pass
    job = Job.objects.order_by("-asked_at")[0]
    assert job.state == "done", job.error
    assert job.result["by_words"] == [edition.name]
    assert not [text for _, text in model.seen if "заставы" in text or "дежурства" in text]
    assert any("Сфера действия" in text for _, text in model.seen)
    proposed = at.mission.proposals.filter(edition=edition)
    assert proposed.exists()
    assert {one.reason["meaning_rank"] for one in proposed} == {None}


def test_a_model_on_this_computer_reads_it_like_all_others(at: Desk) -> None:
    edition, model = filed(at), LetterModel()
    while work_once(lambda: Meaning(model.model, VectorTable(), model)):
        pass
    assert any("Тайный порядок" in text for _, text in model.seen)
    assert "by_words" not in Job.objects.order_by("-asked_at")[0].result
    assert all(one.reason["meaning_rank"] for one in at.mission.proposals.filter(edition=edition))


def test_a_search_with_a_model_elsewhere_finds_it_by_its_words_and_all_others_by_meaning_too(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition, model = filed(at), Remote()
    while work_once(lambda: Meaning(model.model, VectorTable(), model)):
        pass
    monkeypatch.setattr("muvofiq.records.queries.seeking.find_reader", lambda: model)
    found = seek_provisions(at.mission, Wanted("наблюдатель заставы", typed_in="ru"))
    own = [hit for hit in found.hits if hit.article.startswith(edition.name)]
    assert [(hit.rank <= 2, hit.reason.meaning_rank) for hit in own] == [(True, None)]
    others = [hit for hit in found.hits if hit.article.startswith(at.edition.name)]
    assert others
    assert all(hit.reason.meaning_rank for hit in others)


def test_what_the_model_has_read_is_not_taken_elsewhere(at: Desk) -> None:
    edition = filed(at)
    assert not [text for text in openings_of("border") if "Тайный" in text]
    assert any("Сфера действия" in text for text in openings_of("border"))
    assert kept_here("border") == [edition.name]


def test_our_sample_law_needs_no_word(at: Desk) -> None:
    with no_entry(at.mission):
        assert not at.edition.is_restricted
    assert MARK not in RUSSIAN.read_text("utf-8")
