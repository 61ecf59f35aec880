"""A scan is kept, recognised page by page, and laid open to review; nothing that was read is read twice or lost."""

from datetime import UTC, date, datetime, timedelta

import pytest

from muvofiq.records.actions import recognise_scan as module
from muvofiq.records.actions import work
from muvofiq.records.actions.file_draft import file_draft
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.request_recognising import give_up_scan, recognise_again
from muvofiq.records.actions.review_scan import review_scan
from muvofiq.records.actions.work import SILENT, Lost, take_job
from muvofiq.records.errors import ActUnclear, AlreadyOnFile, BeingRecognised, NotAllowed, NotOnFile
from muvofiq.records.models import Draft, Edition, Job, Scan
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.mission_home import last_job
from muvofiq.records.queries.scans_list import scan_row, scans_list
from muvofiq.records.words import Role
from tests.records.scanning import PAGES, PICTURES, asked, scanner, worked
from tests.records.small import Desk, expert_in, history, law_on_file, mission_of, one_entry, refused, workbench

pytestmark = pytest.mark.django_db


def test_a_scan_is_kept_with_what_the_person_chose_and_a_job_waits_for_it(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanner(monkeypatch)
    filing = Filing(at.edition.act, as_of=date(2020, 1, 1), replaces=at.edition)
    with one_entry(at.mission, at.expert, "import_edition"):
        asked(at.expert, at.mission, filing=filing)
    scan = Scan.objects.get()
    assert (bytes(scan.data), scan.file_name, scan.languages) == (PICTURES, "scan.pdf", ["rus"])
    assert (scan.act, scan.as_of, scan.replaces, scan.count) == (at.edition.act, date(2020, 1, 1), at.edition, 2)
    assert history(at.mission)[-1].subject == "scan scan.pdf"
    (row,) = scans_list(at.mission)
    assert (row.scan, row.job, row.is_at_work) == (scan, Job.objects.get(kind="recognise"), True)


def test_a_recognised_scan_waits_for_its_review_and_is_filed_as_the_person_wanted(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = scanner(monkeypatch)
    scan = asked(at.expert, at.mission, filing=Filing(is_new_act=True, as_of=date(2020, 1, 1)))
    job = worked(scan)
    draft = Draft.objects.get()
    assert (job.state, job.result, one.read) == ("done", {"draft": str(draft.pk)}, [1, 2])
    assert (job.done, job.total) == (2, 2)
    assert (draft.is_new_act, draft.as_of, draft.uploaded_by) == (True, date(2020, 1, 1), at.expert)
    assert not Scan.objects.exists()
    assert history(at.mission)[-1].subject == "draft scan.pdf"
    edition = filed(at)
    assert (edition.articles, edition.unproofed, edition.as_of) == (2, True, date(2020, 1, 1))
    assert all(unit.unproofed for _, unit, _ in law_of(edition).articles())
    assert history(at.mission)[-1].subject == "edition scan"


def filed(at: Desk) -> Edition:
    """File the draft that the worker has made of a scan."""
    draft = Draft.objects.get()
    filing = Filing(draft.act, draft.is_new_act, draft.as_of, draft.replaces)
    (edition,) = file_draft(at.expert, draft, version=1, filing=filing)
    return edition


def test_each_page_is_kept_with_its_progress(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    scan = asked(at.expert, at.mission)
    at.mission.jobs.filter(kind="matching").delete()
    seen: list[tuple[str, int, int, list[str]]] = []

    def progress(stage: str, done: int, total: int) -> None:
        seen.append((stage, done, total, sorted(Scan.objects.get().pages)))

    module.recognise_scan(Job.objects.get(key=str(scan.pk)), progress)
    assert [(done, total, pages) for _, done, total, pages in seen] == [(0, 2, []), (1, 2, ["1"]), (2, 2, ["1", "2"])]


def test_a_worker_that_takes_over_reads_only_the_pages_that_are_left(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    one = scanner(monkeypatch)
    scan = asked(at.expert, at.mission)
    Scan.objects.update(pages={"1": list(PAGES[0])})
    Job.objects.filter(key=str(scan.pk)).update(state="running", heartbeat=datetime.now(UTC) - 2 * SILENT)
    assert worked(scan).state == "done"
    assert one.read == [2]
    assert filed(at).articles == 2


def test_a_scan_lets_a_matching_pass_between_two_pages(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    one = scanner(monkeypatch)
    scan = asked(at.expert, at.mission)
    matching = Job.objects.get(kind="matching")
    with pytest.raises(module.StepsBack):
        module.recognise_scan(Job.objects.get(key=str(scan.pk)), lambda *_: None)
    assert one.read == [1]
    Job.objects.filter(key=str(scan.pk)).update(asked_at=matching.asked_at - SILENT)
    assert take_job() == matching, "though the scan was asked for earlier"
    Job.objects.filter(pk=matching.pk).update(state="waiting")
    assert worked(scan).state == "done"
    assert one.read == [1, 2]


def test_a_scan_that_has_stepped_back_shows_how_far_it_was(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    one = scanner(monkeypatch)
    Job.objects.update(state="running", heartbeat=datetime.now(UTC))
    scan = asked(at.expert, at.mission)

    def matching_comes(data: bytes, name: str, page: int, languages: list[str]) -> tuple[str, ...]:
        Job.objects.filter(kind="matching").update(state="waiting")
        return one.recognise_page(data, name, page, languages)

    monkeypatch.setattr(module, "recognise_page", matching_comes)
    monkeypatch.setattr(work, "EVERY", timedelta(0))
    assert work.work_once(lambda: None)
    job = Job.objects.get(key=str(scan.pk))
    assert (job.state, job.done, job.total) == ("waiting", 1, 2)


def test_the_page_of_a_worker_that_has_lost_the_job_is_not_kept(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    asked(at.expert, at.mission)

    def lost(_stage: str, done: int, _total: int) -> None:
        if done:
            raise Lost

    with pytest.raises(Lost):
        module.recognise_scan(Job.objects.get(kind="recognise"), lost)
    assert Scan.objects.get().pages == {}


def test_a_page_that_fails_stops_the_work_and_what_was_read_stays(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    one = scanner(monkeypatch)
    one.broken = 2
    scan = asked(at.expert, at.mission)
    job = worked(scan)
    assert (job.state, job.result["error"]) == ("failed", "OcrFailed")
    assert job.result["values"] == {"page": 2, "reason": "out of memory"}
    scan.refresh_from_db()
    assert (list(scan.pages), scan.is_recognised, scan.text) == (["1"], False, "\n".join(PAGES[0]))
    one.broken = None
    with one_entry(at.mission, at.manager, "import_edition"):
        assert recognise_again(at.manager, scan).pk != job.pk
    assert worked(scan).state == "done"
    assert one.read == [1, 2]


def test_pages_without_any_article_are_told_and_not_lost(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch, [("Сегодня хорошая погода.",), ()])
    scan = asked(at.expert, at.mission)
    assert worked(scan).result["error"] == "NoArticles"
    assert Scan.objects.get().text.strip() == "Сегодня хорошая погода."


def test_pages_without_any_letter_are_told_as_an_empty_file(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch, [(), ("—",)])
    assert worked(asked(at.expert, at.mission)).result["error"] == "EmptyFile"


def test_an_error_of_ours_that_nobody_foresaw_is_told_as_for_every_job(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanner(monkeypatch)
    scan = asked(at.expert, at.mission)

    def broken(*_: object) -> tuple[str, ...]:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(module, "recognise_page", broken)
    job = worked(scan)
    assert (job.state, job.error, job.result) == ("failed", "RuntimeError: the disk is full", {})
    assert not scan_row(at.mission, scan.pk).is_at_work


def test_a_scan_given_up_goes_with_all_that_was_read_of_it(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    one = scanner(monkeypatch)
    scan = asked(at.expert, at.mission)
    with one_entry(at.mission, at.manager, "import_edition"):
        give_up_scan(at.manager, scan)
    assert not Scan.objects.exists()
    assert not Job.objects.filter(kind="recognise").exists()
    assert worked_off() == []
    assert one.read == []
    with refused(NotOnFile):
        give_up_scan(at.expert, scan)
    with refused(NotOnFile):
        recognise_again(at.expert, scan)


def worked_off() -> list[str]:
    while work.work_once(lambda: None):
        pass
    return [str(draft) for draft in Draft.objects.all()]


def test_a_scan_given_up_while_it_is_read_is_not_reviewed(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    one = scanner(monkeypatch)
    scan = asked(at.expert, at.mission)

    def given_up(data: bytes, name: str, page: int, languages: list[str]) -> tuple[str, ...]:
        if page == 2:
            give_up_scan(at.expert, Scan.objects.get())
        return one.recognise_page(data, name, page, languages)

    monkeypatch.setattr(module, "recognise_page", given_up)
    job = worked(scan)
    assert (job.state, job.result) == ("done", {})
    assert worked_off() == []


def test_an_act_removed_while_its_scan_is_read_leaves_the_choice_to_a_person(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanner(monkeypatch)
    act = register_act(at.expert, at.mission, title={"en": "On asylum"})
    scan = asked(at.expert, at.mission, filing=Filing(act))
    act.delete()
    worked(scan)
    with refused(ActUnclear):
        filed(at)


def test_who_may_no_longer_import_is_refused_at_the_end_and_a_colleague_finishes(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanner(monkeypatch)
    colleague = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT)
    scan = asked(colleague, at.mission)
    colleague.memberships.all().delete()
    assert worked(scan).result["error"] == "NotAllowed"
    scan.refresh_from_db()
    assert review_scan(at.expert, scan).file_name == "scan.pdf"


def test_the_same_scan_is_asked_for_once(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    scan = asked(at.expert, at.mission)
    with refused(BeingRecognised, match="Anna Horvat"):
        asked(at.manager, at.mission)
    assert recognise_again(at.expert, scan) == Job.objects.get(kind="recognise")
    worked(scan)
    with refused(BeingRecognised, match="Anna Horvat"):
        asked(at.manager, at.mission)
    filed(at)
    with refused(AlreadyOnFile, match="«scan»"):
        asked(at.expert, at.mission)
    other = mission_of(at.manager, slug="other")
    assert asked(at.manager, other).mission == other


def test_a_scan_some_of_whose_pages_are_missing_is_not_reviewed(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    scan = asked(at.expert, at.mission)
    Scan.objects.update(pages={"1": list(PAGES[0])})
    with refused(BeingRecognised):
        review_scan(at.expert, scan)


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.DELEGATE, Role.STANDARDS_EDITOR])
def test_only_who_may_import_asks_finishes_and_gives_up(at: Desk, monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    scanner(monkeypatch)
    scan, other = asked(at.expert, at.mission), expert_in(at.mission, at.manager, role=role)
    acts = (
        lambda: asked(other, at.mission, data=PICTURES + b"!"),
        lambda: recognise_again(other, scan),
        lambda: review_scan(other, scan),
        lambda: give_up_scan(other, scan),
    )
    for act in acts:
        with refused(NotAllowed):
            act()


def test_a_scan_of_another_mission_rests_on_nothing_of_this_one(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    other = mission_of(at.manager, slug="other")
    with refused(NotOnFile):
        asked(at.manager, other, filing=Filing(at.edition.act))
    with refused(NotOnFile):
        asked(at.manager, other, filing=Filing(replaces=at.edition))


def test_matching_and_recognising_are_told_apart(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    matching = last_job(at.mission)
    scan = asked(at.expert, at.mission)
    assert last_job(at.mission) == matching
    take_job()
    assert scan_row(at.mission, scan.pk).is_at_work


def test_the_first_scan_of_a_mission_enters_the_register(monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    manager = workbench()
    mission = mission_of(manager)
    worked(asked(manager, mission, filing=Filing()))
    file_draft(manager, Draft.objects.get(), version=1, filing=Filing())
    assert mission.acts.get().title == {"ru": "ЗАКОН О беженцах"}


def test_a_text_that_was_read_from_letters_is_not_marked(at: Desk) -> None:
    assert not at.edition.unproofed
    (edition,) = import_editions(
        at.expert, at.mission, data="Статья 1. А\nБ.".encode(), file_name="a.txt", filing=Filing(is_new_act=True)
    )
    assert not edition.unproofed
    assert not law_on_file(mission_of(at.manager, slug="other"), at.manager).unproofed
