"""An earlier version of a verdict comes back as a new version; the own last change is taken back, step by step."""

from dataclasses import replace
from datetime import timedelta

import pytest

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.confirm_verdict import confirm_verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.actions.restore_verdict import restore_verdict, undo_verdict
from muvofiq.records.actions.take_editions import take_editions
from muvofiq.records.errors import ChangedMeanwhile, NotOnFile
from muvofiq.records.errors_assessment import NotBinding, NothingToUndo
from muvofiq.records.models import Finding, HistoryEntry, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.new_editions import new_editions
from muvofiq.records.queries.verdict_versions import change_to_undo, to_be_shown, versions_of
from tests.records.small import (
    INTERPRETER,
    REASON,
    VICTIMS,
    Desk,
    expert_in,
    history,
    no_entry,
    one_entry,
    refused,
    requirements,
)

pytestmark = pytest.mark.django_db
FULL, PARTIAL, NOT_FOUND = Verdict.FULL, Verdict.PARTIAL, Verdict.NOT_FOUND


def judge(at: Desk, *words: Verdict, actor: Person | None = None) -> None:
    for word in words:
        version = at.mission.findings.values_list("version", flat=True).first() or 0
        give_verdict(actor or at.expert, at.mission, VICTIMS, law=word, reason={"en": f"{word}."}, version=version)


def saved() -> tuple[str, int, dict[str, str]]:
    finding = Finding.objects.get()
    return finding.law, finding.version, finding.reason


def test_an_earlier_version_comes_back_as_a_new_one_and_the_history_says_from_where(at: Desk) -> None:
    judge(at, FULL, PARTIAL, NOT_FOUND)
    first = versions_of(at.mission, VICTIMS)[-1]
    with one_entry(at.mission, at.expert, "give_verdict"):
        restore_verdict(at.expert, at.mission, VICTIMS, sequence=first.sequence, version=3)
    assert saved() == ("full", 4, {"en": "full."})
    assert history(at.mission)[-1].change["restored"] == first.sequence


def test_undo_takes_one_change_after_the_other_back_and_does_not_go_to_and_fro(at: Desk) -> None:
    judge(at, FULL, PARTIAL, NOT_FOUND)
    for version, law in ((3, "partial"), (4, "full"), (5, "not_assessed")):
        undo_verdict(at.expert, at.mission, VICTIMS, version=version)
        assert saved()[:2] == (law, version + 1)
    assert saved()[2] == {}
    with refused(NothingToUndo):
        undo_verdict(at.expert, at.mission, VICTIMS, version=6)


def test_after_a_new_verdict_undo_begins_with_that_one(at: Desk) -> None:
    judge(at, FULL, PARTIAL)
    undo_verdict(at.expert, at.mission, VICTIMS, version=2)
    judge(at, NOT_FOUND)
    undo_verdict(at.expert, at.mission, VICTIMS, version=4)
    assert saved()[0] == "full"
    undo_verdict(at.expert, at.mission, VICTIMS, version=5)
    assert saved()[0] == "not_assessed"


def test_a_version_that_was_brought_back_can_be_taken_back(at: Desk) -> None:
    judge(at, FULL, PARTIAL)
    first = versions_of(at.mission, VICTIMS)[-1]
    restore_verdict(at.expert, at.mission, VICTIMS, sequence=first.sequence, version=2)
    undo_verdict(at.expert, at.mission, VICTIMS, version=3)
    assert saved()[0] == "partial"


def test_nobody_takes_back_what_somebody_else_has_said(at: Desk) -> None:
    other = expert_in(at.mission, at.manager, name="Second Expert")
    judge(at, FULL)
    judge(at, PARTIAL, actor=other)
    with refused(NothingToUndo, match="Second Expert"):
        undo_verdict(at.expert, at.mission, VICTIMS, version=2)
    undo_verdict(other, at.mission, VICTIMS, version=2)
    with refused(NothingToUndo):
        undo_verdict(other, at.mission, VICTIMS, version=3)


def test_where_somebody_saved_meanwhile_nothing_is_taken_back(at: Desk) -> None:
    judge(at, FULL, PARTIAL)
    first = versions_of(at.mission, VICTIMS)[-1]
    with refused(ChangedMeanwhile):
        undo_verdict(at.expert, at.mission, VICTIMS, version=1)
    with refused(ChangedMeanwhile):
        restore_verdict(at.expert, at.mission, VICTIMS, sequence=first.sequence, version=1)


def test_a_version_that_never_was_is_not_on_file(at: Desk) -> None:
    judge(at, FULL)
    for sequence in (history(at.mission)[0].sequence, 9_999):
        with refused(NotOnFile):
            restore_verdict(at.expert, at.mission, VICTIMS, sequence=sequence, version=1)


def test_the_version_that_stands_is_not_written_twice(at: Desk) -> None:
    judge(at, FULL)
    (only,) = versions_of(at.mission, VICTIMS)
    with no_entry(at.mission):
        restore_verdict(at.expert, at.mission, VICTIMS, sequence=only.sequence, version=1)


def test_an_earlier_version_obeys_the_rules_of_today(at: Desk) -> None:
    give_verdict(at.expert, at.mission, INTERPRETER, law=Verdict.CONTRADICTS, reason=REASON, version=0)
    give_verdict(at.expert, at.mission, INTERPRETER, law=FULL, reason=REASON, version=1)
    at.mission.starts = at.mission.starts.replace(year=1950)
    at.mission.save()
    first = versions_of(at.mission, INTERPRETER)[-1]
    with refused(NotBinding):
        restore_verdict(at.expert, at.mission, INTERPRETER, sequence=first.sequence, version=2)


def test_elements_of_an_older_edition_are_left_open_when_its_version_comes_back(at: Desk) -> None:
    told = Particulars(covered=(1,), uncovered=(2,), norm="x")
    give_verdict(at.expert, at.mission, VICTIMS, law=PARTIAL, reason=REASON, version=0, particulars=told)
    (one,) = requirements([VICTIMS])
    publish_catalogue(at.manager, [replace(one, elements=tuple(reversed(one.elements)))])
    (offered,) = new_editions(at.mission)
    take_editions(at.expert, at.mission, {VICTIMS: str(offered.newest.pk)})
    give_verdict(
        at.expert, at.mission, VICTIMS, law=FULL, reason=REASON, version=2, particulars=Particulars(covered=(5,))
    )
    older = versions_of(at.mission, VICTIMS)[-1]
    finding = restore_verdict(at.expert, at.mission, VICTIMS, sequence=older.sequence, version=3)
    assert Particulars.parse(finding.particulars) == Particulars(norm="x")


def reworded(at: Desk) -> None:
    """Let the mission take an edition with another statement."""
    (one,) = requirements([VICTIMS])
    publish_catalogue(at.manager, [replace(one, statement={"en": "Every victim is identified within a day."})])
    (offered,) = new_editions(at.mission)
    take_editions(at.expert, at.mission, {VICTIMS: str(offered.newest.pk)})


def carried() -> tuple[str, int | None, bool]:
    finding = Finding.objects.select_related("carried_from").get()
    return finding.law, finding.carried_from.edition if finding.carried_from else None, finding.look_again


def test_what_comes_back_under_a_newer_edition_stays_judged_by_the_older_one_and_is_looked_at_again(at: Desk) -> None:
    judge(at, FULL, PARTIAL)
    reworded(at)
    assert carried() == ("partial", 1, True)
    undo_verdict(at.expert, at.mission, VICTIMS, version=3)
    assert carried() == ("full", 1, True)
    assert history(at.mission)[-1].change["carried_from"] == 1
    judge(at, NOT_FOUND)
    assert carried() == ("not_found", None, False)
    undo_verdict(at.expert, at.mission, VICTIMS, version=5)
    assert carried() == ("full", 1, True)
    undo_verdict(at.expert, at.mission, VICTIMS, version=6)
    assert carried() == ("not_assessed", None, False)


def test_a_version_by_the_older_edition_is_restored_as_one_and_a_version_by_that_of_today_as_that(at: Desk) -> None:
    judge(at, FULL)
    reworded(at)
    judge(at, PARTIAL)
    today, older = versions_of(at.mission, VICTIMS)
    restore_verdict(at.expert, at.mission, VICTIMS, sequence=older.sequence, version=3)
    assert carried() == ("full", 1, True)
    back = versions_of(at.mission, VICTIMS)[0]
    restore_verdict(at.expert, at.mission, VICTIMS, sequence=back.sequence, version=4)
    assert carried() == ("full", 1, True)
    Finding.objects.update(look_again=False)
    restore_verdict(at.expert, at.mission, VICTIMS, sequence=today.sequence, version=5)
    assert carried() == ("partial", None, False)


def test_what_somebody_has_looked_at_again_is_not_to_be_looked_at_once_more_when_it_comes_back(at: Desk) -> None:
    judge(at, FULL)
    reworded(at)
    confirm_verdict(at.expert, at.mission, VICTIMS, version=2, edition=2)
    judge(at, PARTIAL)
    undo_verdict(at.expert, at.mission, VICTIMS, version=3)
    assert carried() == ("full", 1, False)


def test_a_text_that_was_taken_over_in_other_words_marks_the_version_that_comes_back(at: Desk) -> None:
    judge(at, FULL)
    with acting(at.expert, Verb.DECIDE_CANDIDATE, at.mission) as act:
        act.says("changed sources", look_again=[VICTIMS])
    judge(at, PARTIAL)
    undo_verdict(at.expert, at.mission, VICTIMS, version=2)
    assert carried() == ("full", None, True)


def test_a_version_says_in_what_it_differed_and_a_confirmation_is_none(at: Desk) -> None:
    judge(at, FULL, PARTIAL)
    Finding.objects.update(look_again=True)
    confirm_verdict(at.expert, at.mission, VICTIMS, version=2, edition=1)
    newest, first = versions_of(at.mission, VICTIMS)
    assert (newest.differs, newest.before.law, newest.assessment.law) == (("law", "reason"), FULL, PARTIAL)
    assert (first.by, first.edition) == (at.expert, 1)


def test_the_stages_of_one_text_are_shown_as_one_version_and_other_changes_each(at: Desk) -> None:
    for version, text in enumerate(("H", "Ha", "Half")):
        give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.NOT_ASSESSED, reason={"en": text}, version=version)
    judge(at, FULL, PARTIAL)
    versions = versions_of(at.mission, VICTIMS)
    assert [one.assessment.reason.get("en") for one in to_be_shown(versions)] == ["partial.", "full.", "Half"]
    assert len(versions) == 5
    late = HistoryEntry.objects.get(mission=at.mission, sequence=versions[3].sequence)
    HistoryEntry.objects.filter(pk=late.pk).update(at=late.at - timedelta(hours=1))
    assert len(to_be_shown(versions_of(at.mission, VICTIMS))) == 4


def test_without_a_version_there_is_nothing_to_show_or_to_undo(at: Desk) -> None:
    assert versions_of(at.mission, VICTIMS) == ()
    assert to_be_shown(()) == ()
    assert change_to_undo((), at.expert) is None
