"""A law file is read, reviewed and filed; until it is filed nothing of it is on file."""

from datetime import UTC, date, datetime

import pytest

from muvofiq.law.akoma_ntoso import write
from muvofiq.law.errors import NoArticles, NoSuchLine
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.review import Correction
from muvofiq.records.actions import read_draft as reading
from muvofiq.records.actions import upload_draft as uploading
from muvofiq.records.actions.drop_draft import drop_draft
from muvofiq.records.actions.file_draft import file_draft
from muvofiq.records.actions.import_edition import RECOGNISED, Filing
from muvofiq.records.actions.read_draft import read_again
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.review_draft import correct_line, decide_repairs, take_correction_back
from muvofiq.records.actions.upload_draft import takes_long, upload_draft
from muvofiq.records.actions.work import SILENT, Lost, take_job, work_once
from muvofiq.records.errors import (
    ActUnclear,
    AlreadyOnFile,
    BeingRead,
    ChangedMeanwhile,
    NotAllowed,
    NotOnFile,
    ReadAlready,
)
from muvofiq.records.models import Draft, Edition, Job
from muvofiq.records.queries.draft_decisions import decisions_on
from muvofiq.records.queries.draft_page import draft_named, draft_page, drafts_list, lines_from
from muvofiq.records.queries.draft_text import laws_in, review_of
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.words import Role
from muvofiq.text.choices import NONE, Changes, Choices
from muvofiq.text.damage import Damage
from muvofiq.text.errors import EmptyFile
from tests.paths import RUSSIAN, TAJIK
from tests.records.small import (
    Desk,
    expert_in,
    history,
    mission_of,
    no_entry,
    one_entry,
    refused,
)
from tests.text.printing import printed

pytestmark = pytest.mark.django_db
LAW = """ЗАКОН
О беженцах
Статья 1. Цель
1. Закон защищает беженцев.
Переводчик
Переводчик предоставляется бесплатно.
Статья 3. Ещё
Слова.
"""
NEW = Filing(is_new_act=True)


def draft_of(
    at: Desk, text: str | bytes = LAW, *, name: str = "refugees.txt", filing: Filing = NEW, choices: Choices = NONE
) -> Draft:
    data = text.encode() if isinstance(text, str) else text
    return upload_draft(at.expert, at.mission, data=data, file_name=name, filing=filing, choices=choices)


def version(draft: Draft) -> int:
    return decisions_on(draft).version


def filed(at: Desk, draft: Draft, filing: Filing = NEW) -> Edition:
    (edition,) = file_draft(at.expert, draft, version=version(draft), filing=filing)
    return edition


def all_work_done() -> None:
    while work_once(lambda: None):
        pass


def test_a_file_is_kept_for_review_as_the_person_chose_and_nothing_is_on_file_yet(at: Desk) -> None:
    filing = Filing(at.edition.act, as_of=date(2020, 1, 1), replaces=at.edition)
    with one_entry(at.mission, at.expert, "import_edition"):
        draft = draft_of(at, filing=filing)
    assert (draft.act, draft.as_of, draft.replaces) == (at.edition.act, date(2020, 1, 1), at.edition)
    assert [row.draft for row in drafts_list(at.mission)] == [draft]
    assert history(at.mission)[-1].subject == "draft refugees.txt"
    assert at.mission.editions.get() == at.edition


def test_a_reviewed_file_is_filed_and_the_draft_goes(at: Desk) -> None:
    draft = draft_of(at)
    with one_entry(at.mission, at.expert, "import_edition"):
        edition = filed(at, draft, Filing(is_new_act=True, as_of=date(2020, 1, 1)))
    assert (edition.name, edition.articles, edition.as_of) == ("refugees", 2, date(2020, 1, 1))
    assert not Draft.objects.exists()
    assert history(at.mission)[-1].subject == "edition refugees"


def test_the_law_that_is_filed_is_the_law_that_was_imported_in_one_step_before(at: Desk) -> None:
    other = mission_of(at.manager, slug="other")
    draft = upload_draft(at.manager, other, data=RUSSIAN.read_bytes(), file_name=RUSSIAN.name)
    (edition,) = file_draft(at.manager, draft, version=1, filing=RECOGNISED)
    assert law_of(edition) == law_of(at.edition)


def test_a_heading_that_the_reader_missed_is_corrected_and_can_be_taken_back(at: Desk) -> None:
    draft = draft_of(at)
    as_read = laws_in(draft)
    correction = Correction(5, Kind.ARTICLE, Number("2"))
    with one_entry(at.mission, at.expert, "import_edition"):
        correct_line(at.expert, draft, version=version(draft), correction=correction)
    assert [str(unit.number) for _, unit, _ in laws_in(draft)[0].articles()] == ["1", "2", "3"]
    (row,) = [one for one in lines_from(draft, 5)[1] if one.line == 5]
    assert (row.correction, row.kind, row.number) == (correction, Kind.ARTICLE, "2")
    assert row.corrected_by
    assert row.corrected_by.actor == at.expert
    with one_entry(at.mission, at.manager, "import_edition"):
        take_correction_back(at.manager, draft, version=version(draft), line=5)
    assert laws_in(draft) == as_read
    with no_entry(at.mission):
        take_correction_back(at.manager, draft, version=version(draft), line=5)


@pytest.mark.parametrize("number", ["999999", "20210515"])
def test_a_date_that_was_typed_for_a_number_is_one_doubt_and_the_draft_opens(at: Desk, number: str) -> None:
    draft = draft_of(at)
    correct_line(at.expert, draft, version=version(draft), correction=Correction(7, Kind.ARTICLE, Number(number)))
    told = [str(one) for one in draft_page(draft).laws[0].doubts]
    assert f"{number} comes directly after 1: is 2 – {int(number) - 1} missing?" in told


def test_the_history_of_the_filing_names_what_was_corrected_and_refused(at: Desk) -> None:
    draft = draft_of(at, damaged(), name="damaged.tg.txt")
    (kind,) = draft_page(draft).repairs
    one, other = (row.key for row in kind.rows)
    line = kind.rows[0].lines[0]
    decide_repairs(at.expert, draft, version=version(draft), refuse=[one, other])
    decide_repairs(at.expert, draft, version=version(draft), make=[other])
    correct_line(at.expert, draft, version=version(draft), correction=Correction(line))
    filed(at, draft)
    change = history(at.mission)[-1].change
    assert (change["refused"], change["corrections"]) == ([one], [f"{line}: –"])


def test_what_no_repair_has_is_not_refused(at: Desk) -> None:
    damaged_draft, exported = draft_of(at, damaged(), name="damaged.tg.txt"), draft_of(at, write(law_of(at.edition)))
    for draft in (damaged_draft, exported, draft_of(at)):
        with no_entry(at.mission):
            decide_repairs(at.expert, draft, version=version(draft), refuse=["a"], make=["b"])
    key = draft_page(damaged_draft).repairs[0].rows[0].key
    with one_entry(at.mission, at.expert, "import_edition"):
        decide_repairs(at.expert, damaged_draft, version=version(damaged_draft), refuse=["a", key])
    assert review_of(damaged_draft).refused == {key}
    assert history(at.mission)[-1].change == {"draft": str(damaged_draft.pk), "refused": [key], "made": []}


def test_running_text_has_no_number(at: Desk) -> None:
    draft = draft_of(at)
    correct_line(at.expert, draft, version=version(draft), correction=Correction(7, None, Number("3")))
    assert review_of(draft).corrections == (Correction(7),)
    assert history(at.mission)[-1].change["number"] == ""


def test_every_line_of_the_file_is_shown_once_under_its_article(at: Desk) -> None:
    draft = draft_of(at, RUSSIAN.read_bytes(), name="again.ru.txt")
    (law,) = draft_page(draft).laws
    shown = [row.line for stretch in law.stretches for row in stretch.lines]
    text = RUSSIAN.read_text(encoding="utf-8").splitlines()
    assert shown == [number for number, line in enumerate(text, 1) if line.strip()]
    assert law.stretches[0].unit is None
    assert {stretch.unit.kind for stretch in law.stretches if stretch.unit} == {
        Kind.SECTION,
        Kind.CHAPTER,
        Kind.ARTICLE,
    }
    assert law.stretches[-1].is_behind == bool(law.law.tail)


def test_a_correction_after_which_no_law_is_left_is_refused(at: Desk) -> None:
    draft = draft_of(at, "ЗАКОН\nСтатья 1. Цель\nСлова.\n")
    with refused(NoArticles):
        correct_line(at.expert, draft, version=version(draft), correction=Correction(2))
    with refused(NoSuchLine):
        correct_line(at.expert, draft, version=version(draft), correction=Correction(99, Kind.ARTICLE, Number("2")))


def test_who_decides_on_an_older_version_is_told_of_the_newer_one(at: Desk) -> None:
    draft = draft_of(at)
    opened = version(draft)
    correction = Correction(5, Kind.ARTICLE, Number("2"))
    correct_line(at.manager, draft, version=opened, correction=correction)
    for act in (
        lambda: decide_repairs(at.expert, draft, version=opened, refuse=["b"]),
        lambda: correct_line(at.expert, draft, version=opened, correction=correction),
        lambda: file_draft(at.expert, draft, version=opened, filing=NEW),
    ):
        with refused(ChangedMeanwhile, match="Marta Ozola"):
            act()


def test_two_reviews_of_the_same_words_do_not_mix(at: Desk) -> None:
    one, other = draft_of(at), draft_of(at, LAW + "Ещё слова.\n")
    correct_line(at.expert, one, version=version(one), correction=Correction(5, Kind.ARTICLE, Number("2")))
    assert len(list(laws_in(one)[0].articles())) == 3
    assert len(list(laws_in(other)[0].articles())) == 2
    assert version(other) == 1


def test_a_refused_repair_stays_on_the_page_and_is_not_made(at: Desk) -> None:
    draft = draft_of(at, damaged(), name="damaged.tg.txt")
    (kind,) = draft_page(draft).repairs
    assert kind.damage is Damage.DROPPED
    assert [(row.before, row.after, row.count) for row in kind.rows] == [("хукук", "ҳуқуқ", 2), ("сархад", "сарҳад", 1)]
    place = kind.rows[1].places[0]
    assert (place.word, place.line) == ("сархад", kind.rows[1].lines[0])
    decide_repairs(at.expert, draft, version=version(draft), refuse=[kind.rows[1].key])
    page = draft_page(draft)
    shown = {row.before: row for row in page.repairs[0].rows}
    assert (page.made, page.refused) == (1, 1)
    assert shown["хукук"].is_made
    assert shown["сархад"].refused_by
    assert shown["сархад"].refused_by.actor == at.expert
    law = law_of(filed(at, draft))
    words = " ".join((*law.head, *(text for unit in law.provisions for text in unit.paragraphs())))
    assert "сархад " in words
    assert "хукук " not in words
    assert [(one.before, one.after) for one in law.repairs] == [("хукук", "ҳуқуқ")] * 2


def damaged() -> str:
    """Return our Tajik sample law after somebody has typed three of its words without their marks."""
    text = TAJIK.read_text(encoding="utf-8")
    for sound, bare, times in ((" сарҳад ", " сархад ", 1), (" ҳуқуқ ", " хукук ", 2)):
        assert text.count(sound) >= times
        text = text.replace(sound, bare, times)
    return text


def test_a_file_that_holds_no_law_is_told_at_once_and_not_kept(at: Desk) -> None:
    with refused(NoArticles):
        draft_of(at, "Just a letter.\nNo law.")
    with refused(EmptyFile):
        draft_of(at, " \n")


def test_the_same_file_waits_once_unless_it_is_read_in_another_way(at: Desk) -> None:
    draft = draft_of(at)
    with no_entry(at.mission):
        assert draft_of(at) == draft
    assert draft_of(at, choices=Choices(Changes.ORIGINAL)) != draft
    other = mission_of(at.manager, slug="other")
    assert upload_draft(at.manager, other, data=LAW.encode(), file_name="refugees.txt") != draft


def test_of_a_file_that_waits_already_the_newest_choice_of_its_filing_holds(at: Desk) -> None:
    draft = draft_of(at)
    correct_line(at.expert, draft, version=version(draft), correction=Correction(5, Kind.ARTICLE, Number("2")))
    filing = Filing(at.edition.act, as_of=date(2020, 1, 1), replaces=at.edition)
    with one_entry(at.mission, at.expert, "import_edition"):
        assert draft_of(at, filing=filing) == draft
    again = Draft.objects.get()
    assert (again.act, again.is_new_act, again.as_of, again.replaces) == (
        at.edition.act,
        False,
        date(2020, 1, 1),
        at.edition,
    )
    assert len(review_of(again).corrections) == 1, "what was decided stays"
    assert history(at.mission)[-1].change["replaces"] == at.edition.name
    with no_entry(at.mission):
        draft_of(at, filing=filing)
    draft_of(at)
    again.refresh_from_db()
    assert (again.act, again.is_new_act, again.as_of, again.replaces) == (None, True, None, None)


def test_a_text_that_is_on_file_is_named_and_not_filed_twice(at: Desk) -> None:
    first = filed(at, draft_of(at))
    again = draft_of(at)
    assert draft_page(again).laws[0].same == first
    with refused(AlreadyOnFile):
        file_draft(at.expert, again, version=version(again), filing=NEW)
    correct_line(at.expert, again, version=version(again), correction=Correction(5, Kind.ARTICLE, Number("2")))
    assert draft_page(again).laws[0].same is None
    better = filed(at, again, Filing(replaces=first))
    assert (better.replaces, better.articles) == (first, 3)


def test_the_acts_that_a_file_may_be_are_shown_before_it_is_filed(at: Desk) -> None:
    draft = draft_of(at)
    assert (draft_page(draft).recognised, draft_page(draft).meant) == ((), None)
    with refused(ActUnclear):
        file_draft(at.expert, draft, version=version(draft), filing=RECOGNISED)
    act = register_act(at.expert, at.mission, title={"ru": "О беженцах"})
    assert draft_page(draft).meant == act
    assert filed(at, draft, RECOGNISED).act == act


def test_a_draft_that_was_given_up_or_filed_cannot_be_decided_on(at: Desk) -> None:
    draft = draft_of(at)
    with one_entry(at.mission, at.manager, "import_edition"):
        drop_draft(at.manager, draft)
    for act in (
        lambda: decide_repairs(at.expert, draft, version=1, refuse=["b"]),
        lambda: file_draft(at.expert, draft, version=1, filing=NEW),
        lambda: read_again(at.expert, draft, Changes.ORIGINAL),
        lambda: drop_draft(at.expert, draft),
    ):
        with refused(NotOnFile):
            act()


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.DELEGATE, Role.STANDARDS_EDITOR])
def test_only_who_may_import_reads_decides_files_and_gives_up(at: Desk, role: Role) -> None:
    draft, other = draft_of(at), expert_in(at.mission, at.manager, role=role)
    correction = Correction(5, Kind.ARTICLE, Number("2"))
    for act in (
        lambda: upload_draft(other, at.mission, data=b"x" + LAW.encode(), file_name="a.txt"),
        lambda: decide_repairs(other, draft, version=1, refuse=["a"]),
        lambda: correct_line(other, draft, version=1, correction=correction),
        lambda: take_correction_back(other, draft, version=1, line=5),
        lambda: file_draft(other, draft, version=1, filing=NEW),
        lambda: read_again(other, draft, Changes.ORIGINAL),
        lambda: drop_draft(other, draft),
    ):
        with refused(NotAllowed):
            act()


def test_what_a_draft_rests_on_is_of_its_own_mission(at: Desk) -> None:
    other = mission_of(at.manager, slug="other")
    for filing in (Filing(at.edition.act), Filing(replaces=at.edition)):
        with refused(NotOnFile):
            upload_draft(at.manager, other, data=LAW.encode(), file_name="a.txt", filing=filing)


def test_akoma_ntoso_says_itself_what_it_holds(at: Desk) -> None:
    draft = draft_of(at, write(law_of(at.edition)), name="law.xml")
    page = draft_page(draft)
    assert not page.is_open_to_corrections
    assert [stretch.lines for stretch in page.laws[0].stretches if stretch.lines] == []
    assert len(page.laws[0].stretches) > at.edition.articles
    assert filed(at, draft).articles == at.edition.articles


def test_a_long_file_is_read_by_the_worker(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "LONG", 100)
    draft = draft_of(at)
    (row,) = drafts_list(at.mission)
    assert (row.is_read, row.is_at_work) == (False, True)
    assert take_job() == Job.objects.get(kind="read"), "before the matching, which takes longer"
    Job.objects.filter(kind="read").update(state="waiting")
    all_work_done()
    (row,) = drafts_list(at.mission)
    assert (row.is_read, row.job and row.job.state) == (True, "done")
    draft.refresh_from_db()
    assert filed(at, draft).articles == 2


def test_a_killed_worker_loses_nothing(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "LONG", 100)
    draft = draft_of(at)
    Job.objects.filter(kind="read").update(state="running", heartbeat=datetime.now(UTC) - 2 * SILENT)
    all_work_done()
    draft.refresh_from_db()
    assert len(laws_in(draft)) == 1


def test_the_reading_of_a_worker_that_has_lost_the_job_is_not_kept(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "LONG", 100)
    draft = draft_of(at)

    def lost(_stage: str, done: int, _total: int) -> None:
        if done:
            raise Lost

    with pytest.raises(Lost):
        reading.read_draft(Job.objects.get(kind="read"), lost)
    draft.refresh_from_db()
    assert draft.source == ""


def test_the_pages_of_a_long_pdf_are_counted_while_they_are_read(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "MANY_PAGES", 0)
    draft_of(at, printed("Статья 1. Цель\n\nЗакон защищает беженцев на границе."), name="law.pdf")
    seen: list[tuple[str, int, int]] = []
    reading.read_draft(Job.objects.get(kind="read"), lambda *one: seen.append(one))
    assert seen[0] == (reading.FILE, 0, 1)
    assert seen[-1] == (reading.LAW, 1, 1)


def test_what_cannot_be_read_is_told_by_the_job_and_can_be_read_again(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploading, "LONG", 10)
    draft = draft_of(at, "Just a letter.\nNo law.")
    all_work_done()
    (row,) = drafts_list(at.mission)
    assert row.job
    assert (row.job.state, row.job.result["error"], row.is_at_work) == ("failed", "NoArticles", False)
    with one_entry(at.mission, at.manager, "import_edition"):
        job = read_again(at.manager, draft, Changes.ACCEPTED)
    assert read_again(at.manager, draft, Changes.ACCEPTED) == job
    draft.refresh_from_db()
    assert draft.changes == "accepted"


def test_what_is_read_is_not_read_again_under_the_decisions_on_it(at: Desk) -> None:
    draft = draft_of(at)
    with no_entry(at.mission), refused(ReadAlready, match="refugees"):
        read_again(at.manager, draft, Changes.ACCEPTED)
    draft.refresh_from_db()
    assert draft.changes == "ask"
    assert not Job.objects.filter(kind="read").exists()


def test_what_the_worker_is_at_is_read_as_it_was_asked_for(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "LONG", 100)
    draft = draft_of(at)
    with no_entry(at.mission):
        assert read_again(at.manager, draft, Changes.ACCEPTED) == Job.objects.get(kind="read")
    draft.refresh_from_db()
    assert draft.changes == "ask"


def test_nothing_is_decided_about_a_file_that_is_not_read_yet(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "LONG", 100)
    draft = draft_of(at)
    correction = Correction(5, Kind.ARTICLE, Number("2"))
    for act in (
        lambda: decide_repairs(at.expert, draft, version=1, refuse=["a"]),
        lambda: correct_line(at.expert, draft, version=1, correction=correction),
        lambda: file_draft(at.expert, draft, version=1, filing=NEW),
        lambda: draft_page(draft),
    ):
        with no_entry(at.mission), refused(BeingRead, match="refugees"):
            act()


def test_lists_leave_the_words_of_the_files_in_the_database(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read = draft_of(at)
    monkeypatch.setattr(uploading, "LONG", 100)
    unread = draft_of(at, LAW + "Ещё слова.\n")
    rows = [*drafts_list(at.mission), draft_named(at.mission, read.pk), draft_named(at.mission, unread.pk)]
    assert [(row.draft, row.is_read) for row in rows] == [(read, True), (unread, False)] * 2
    for row in rows:
        assert row.draft.get_deferred_fields() == {"data", "source"}


def test_a_long_file_given_up_before_it_is_read_is_not_read(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "LONG", 100)
    draft = draft_of(at)
    job = Job.objects.get(kind="read")
    drop_draft(at.expert, draft)
    assert not Job.objects.filter(kind="read").exists()
    assert reading.read_draft(job, lambda *_: None) == {}


def test_what_is_short_is_read_at_once() -> None:
    assert not takes_long(LAW.encode(), "a.txt")
    assert takes_long(b"x" * 400_001, "a.txt")
    assert not takes_long(b"x" * 30_000_000, "a.txt"), "too large is told at once"


AMENDING = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О внесении изменений в Закон Республики Вестария «О государственной границе и защите лиц, её пересекающих»
Статья 1. Внести в Закон «О государственной границе и защите лиц, её пересекающих» следующие изменения:
1. В статье 171 слово «лицо» заменить словом «человек».
Статья 2. Настоящий Закон вступает в силу со дня опубликования.
"""


def test_what_an_amending_act_cites_is_read_by_the_act_on_file_that_it_amends(at: Desk) -> None:
    draft = upload_draft(at.expert, at.mission, data=AMENDING.encode(), file_name="amending.txt", filing=NEW)
    (law,) = laws_in(draft)
    assert [(one.before, one.after) for one in law.repairs] == [("статье 171", "статье 17¹")]
