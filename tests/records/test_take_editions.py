"""A finished assessment survives a newer edition of what it was judged by."""

from collections.abc import Collection
from dataclasses import replace

import pytest
from django.utils.timezone import localdate

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.columns import cell
from muvofiq.publication.phrases import phrases
from muvofiq.publication.xlsx import write_concordance
from muvofiq.records.actions.confirm_verdict import confirm_verdict
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.take_editions import take_editions
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.models import Finding, Job, Outcome, Proposal, RequirementEdition, TableLink
from muvofiq.records.queries.documents import concordance_of
from muvofiq.records.queries.new_editions import NewEdition, new_editions, newer_edition
from muvofiq.records.queries.requirement_page import requirement_page
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.records.words import ContributionKind, Decision, MissionStatus
from muvofiq.standards.citation import Citation
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.revision import Effect, How
from tests.records.advising import advised
from tests.records.small import (
    INTERPRETER,
    REASON,
    SCREENING,
    STARTS,
    UNIT,
    VICTIMS,
    WORDS,
    Desk,
    accepted,
    catalogue,
    desk,
    everything,
    history,
    no_entry,
    one_entry,
    refused,
)

pytestmark = pytest.mark.django_db
OLD, NEW = "dir-2013-32 art. 24", "reg-2024-1348 art. 20"
MOVED = {"ScopedRequirement", "Answer", "TableLink", "Proposal", "Outcome"}


def asked_by(*citations: str, **changes: object) -> Requirement:
    """An invented requirement in the place of a released one, with these citations."""
    old = catalogue().requirement(VICTIMS)
    first = {"en": "An invented duty: officers look for victims."}
    fields = {"citations": tuple(map(Citation.parse, citations)), "statement": first, **changes}
    return replace(old, **fields)  # type: ignore[arg-type]


def published(at: Desk, *requirements: Requirement) -> None:
    publish_catalogue(at.manager, requirements)


def judged(at: Desk) -> Finding:
    """Do with the first requirement all that people do: accept, quote, judge, note, recommend, take from a table."""
    answer = accepted(at)
    quote(at.expert, answer, WORDS)
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    agency = plan_agency(at.expert, at.mission, name={"en": "Border service"})
    note_contribution(
        at.expert,
        at.mission,
        agency=agency,
        kind=ContributionKind.PRACTICE,
        text={"en": "We look."},
        requirement_ids=[VICTIMS, INTERPRETER],
    )
    advised(at, finding_ids=[VICTIMS], requirement_ids=[VICTIMS], contribution_numbers=[1])
    saved = finding.requirement
    TableLink.objects.create(
        mission=at.mission, requirement=saved, file_name="t.xlsx", row=3, taken_by=at.expert, taken_at=finding.judged_at
    )
    Proposal.objects.create(mission=at.mission, requirement=saved, edition=at.edition, eid=UNIT, rank=1, score=0.5)
    Outcome.objects.create(mission=at.mission, requirement=saved, confidence=0.5, nothing=0.1)
    return finding


def seen(at: Desk, ids: Collection[str] = ()) -> dict[str, str]:
    """Return what a person saw who looks at the page now."""
    offered = {one.saved.requirement_id: str(one.newest.pk) for one in new_editions(at.mission)}
    return {name: key for name, key in offered.items() if not ids or name in ids}


def offered(at: Desk) -> NewEdition:
    (one,) = new_editions(at.mission)
    return one


@pytest.fixture
def at() -> Desk:
    """A mission that judges by an edition which cites the directive, and has reported."""
    at = desk(slug="border")
    published(at, asked_by(OLD))
    take_editions(at.expert, at.mission, seen(at))
    at.mission.status = MissionStatus.REPORTED.value
    at.mission.save()
    return at


def test_without_a_newer_edition_nothing_is_offered() -> None:
    at = desk()
    assert new_editions(at.mission) == []
    news = newer_edition(at.mission, scoped(at.mission, VICTIMS))
    assert (news.offered, news.carried) == (None, None)


def test_a_directive_that_gave_way_to_a_regulation_is_shown_before_anything_changes(at: Desk) -> None:
    judged(at)
    published(at, asked_by(NEW))
    with no_entry(at.mission):
        one = offered(at)
    assert [change.how for change in one.revision.changes] == [How.SUCCEEDED]
    assert (one.saved.edition, one.newest.edition, one.effect) == (2, 3, Effect.LOOK_AGAIN)
    rests = one.resting
    counts = (rests.answers, rests.quotations, rests.contributions, rests.recommendations, rests.table_links)
    assert counts == (1, 1, 1, 1, 1)
    assert rests.finding == at.mission.findings.get()


def test_taken_the_verdict_stands_as_it_was_and_is_marked_to_be_looked_at(at: Desk) -> None:
    before = judged(at)
    old = before.requirement
    published(at, asked_by(NEW))
    with one_entry(at.mission, at.expert, "take_edition"):
        take_editions(at.expert, at.mission, seen(at))
    after = Finding.objects.get()
    kept = ("pk", "law", "practice", "reason", "judged_by", "judged_at")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    assert (after.requirement.edition, after.carried_from, after.look_again) == (3, old, True)
    assert requirement_of(old) == asked_by(OLD), "the old edition can still be read"
    page = requirement_page(at.mission, VICTIMS, "en")
    assert (page.saved.edition, page.finding, len(page.contributions), len(page.recommendations)) == (3, after, 1, 1)
    assert list(page.recommendations[0].requirements.all()) == [after.requirement]
    assert [one.state for one in page.candidates] == ["accepted"]
    assert [one.words for one in page.candidates[0].quotations] == [WORDS]
    news = newer_edition(at.mission, page.saved)
    assert news.offered is None
    assert news.carried
    assert (news.carried.judged_by, news.carried.finding) == (old, after)
    change = history(at.mission)[-1].change
    assert (change["from"], change["to"]) == ({VICTIMS: 2}, {VICTIMS: 3})
    assert (change["look_again"], change["kept"]) == ([VICTIMS], [])


def test_nothing_is_lost_but_the_edition_to_which_a_row_points(at: Desk) -> None:
    judged(at)
    published(at, asked_by(NEW))
    old, new = offered(at).saved, offered(at).newest
    finding = at.mission.findings.get()
    before = everything()
    take_editions(at.expert, at.mission, seen(at))
    after = everything()
    del before["Job"]  # the laws are asked anew: an older wish to ask them is dropped
    for name, rows in before.items():
        if name == "HistoryEntry":
            assert set(rows) <= set(after[name])
        elif name in {"Finding", "Contribution_requirements", "Recommendation_requirements"}:
            assert len(after[name]) == len(rows)
        elif name in MOVED:
            assert after[name] == sorted(row.replace(repr(old.pk), repr(new.pk)) for row in rows), name
        else:
            assert after[name] == rows, name
    taken = Finding.objects.get(pk=finding.pk)
    changed = {one.name for one in Finding._meta.fields if getattr(taken, one.name) != getattr(finding, one.name)}
    assert changed == {"requirement", "carried_from", "look_again", "version"}
    assert not RequirementEdition.objects.filter(pk=old.pk, scoped__isnull=False).exists()


def test_what_no_verdict_rests_on_is_carried_without_a_mark(at: Desk) -> None:
    judged(at)
    published(at, asked_by(OLD, title={"en": "Look for victims"}))
    assert offered(at).effect is Effect.KEPT
    take_editions(at.expert, at.mission, seen(at))
    after = Finding.objects.get()
    assert after.carried_from
    assert (after.carried_from.edition, after.look_again) == (2, False)


def test_the_edition_by_which_a_person_judged_stays_known_over_several_steps(at: Desk) -> None:
    judged(at)
    for step in (asked_by(NEW), asked_by(NEW, title={"en": "Another title"})):
        published(at, step)
        take_editions(at.expert, at.mission, seen(at))
    after = Finding.objects.get()
    assert after.carried_from
    assert (after.carried_from.edition, after.requirement.edition, after.look_again) == (2, 4, True)


def test_where_nobody_judged_nothing_is_carried(at: Desk) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.NOT_ASSESSED, reason={}, version=0)
    published(at, asked_by(NEW))
    assert offered(at).effect is None
    assert offered(at).is_kept
    take_editions(at.expert, at.mission, seen(at))
    after = Finding.objects.get()
    assert (after.requirement.edition, after.carried_from, after.look_again) == (3, None, False)


def test_a_provision_that_somebody_rejected_is_work_too() -> None:
    at = desk()
    decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=Decision.REJECTED)
    published(at, asked_by(NEW))
    assert (offered(at).resting.answers, offered(at).resting.rejected, offered(at).resting.is_nothing) == (0, 1, False)


def test_only_what_was_chosen_is_taken() -> None:
    at = desk()
    other = replace(catalogue().requirement(SCREENING), title={"en": "Early"})
    published(at, asked_by(NEW), other)
    take_editions(at.expert, at.mission, seen(at, [SCREENING]))
    assert [one.saved.requirement_id for one in new_editions(at.mission)] == [VICTIMS]
    assert scoped(at.mission, SCREENING).edition == 2


def test_the_laws_are_asked_again_only_if_the_question_changed(at: Desk) -> None:
    Job.objects.all().delete()
    published(at, asked_by(OLD, practice=()), asked_by(OLD, code="A99", practice=()))
    take_editions(at.expert, at.mission, seen(at))
    assert not Job.objects.exists()
    published(at, asked_by(NEW))
    take_editions(at.expert, at.mission, seen(at))
    assert Job.objects.filter(mission=at.mission, state="waiting").count() == 1


def test_another_mission_goes_on_by_its_edition(at: Desk) -> None:
    there = desk(slug="elsewhere")
    judged(there)
    published(at, asked_by(NEW))
    before = Finding.objects.get(mission=there.mission)
    take_editions(at.expert, at.mission, seen(at))
    assert scoped(there.mission, VICTIMS).edition == 2
    after = Finding.objects.get(mission=there.mission)
    assert (after.requirement, after.carried_from) == (before.requirement, None)
    assert len(new_editions(there.mission)) == 1


def test_an_own_edition_of_the_mission_is_offered_there_alone(at: Desk) -> None:
    there = desk(slug="elsewhere")
    own = asked_by(OLD, statement={"en": "Our own words."})
    RequirementEdition.objects.create(
        requirement_id=VICTIMS,
        edition=3,
        author=at.expert,
        published=at.edition.imported_at,
        letter=str(own),
        mission=at.mission,
    )
    assert offered(at).newest.mission == at.mission
    assert new_editions(there.mission) == []


def test_a_still_newer_edition_is_not_taken_unseen(at: Desk) -> None:
    judged(at)
    published(at, asked_by(NEW))
    saw = seen(at)
    published(at, asked_by(NEW, statement={"en": "Changed once more."}))
    with refused(ChangedMeanwhile, match="You opened version 3; version 4 is saved"):
        take_editions(at.expert, at.mission, saw)


@pytest.mark.parametrize("key", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_what_is_not_there_is_refused(at: Desk, key: str) -> None:
    with refused(NotOnFile, match="newer edition"):
        take_editions(at.expert, at.mission, {INTERPRETER: key})
    published(at, asked_by(NEW))
    with refused(ChangedMeanwhile):
        take_editions(at.expert, at.mission, {VICTIMS: key})
    with refused(Missing, match="at least one new edition"):
        take_editions(at.expert, at.mission, {})


def test_one_that_fails_takes_none(at: Desk) -> None:
    published(at, asked_by(NEW))
    with refused(NotOnFile):
        take_editions(at.expert, at.mission, {**seen(at), SCREENING: "x"})


def carried(at: Desk) -> Finding:
    judged(at)
    published(at, asked_by(NEW))
    take_editions(at.expert, at.mission, seen(at))
    return Finding.objects.get()


def test_a_person_looks_again_and_the_verdict_stands(at: Desk) -> None:
    before = carried(at)
    with one_entry(at.mission, at.expert, "give_verdict"):
        confirm_verdict(at.expert, at.mission, VICTIMS, version=before.version, edition=3)
    after = Finding.objects.get()
    assert (after.look_again, after.carried_from, after.version) == (False, before.carried_from, before.version)
    assert (after.judged_by, after.judged_at) == (before.judged_by, before.judged_at)
    assert history(at.mission)[-1].change == {"law": "partial", "confirmed": True, "edition": 3}
    with refused(NotOnFile, match="to be looked at again"):
        confirm_verdict(at.expert, at.mission, VICTIMS, version=before.version, edition=3)


def test_what_changed_meanwhile_is_not_confirmed_unseen(at: Desk) -> None:
    before = carried(at)
    with refused(ChangedMeanwhile):
        confirm_verdict(at.expert, at.mission, VICTIMS, version=before.version - 1, edition=3)
    with refused(ChangedMeanwhile):
        confirm_verdict(at.expert, at.mission, VICTIMS, version=before.version, edition=2)


def test_a_new_judgement_is_one_by_the_edition_of_today(at: Desk) -> None:
    before = carried(at)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=before.version)
    after = Finding.objects.get()
    assert (after.carried_from, after.look_again, after.requirement.edition) == (None, False, 3)


def test_a_page_of_the_older_edition_does_not_judge_by_the_newer_unseen(at: Desk) -> None:
    version = judged(at).version
    published(at, asked_by(NEW))
    take_editions(at.expert, at.mission, seen(at))
    with refused(ChangedMeanwhile):
        give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=version)


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "by edition 2 of the requirement; edition 3 is shown\nto be looked at again"),
        ("ru", "по редакции 2 требования; показана редакция 3\nподлежит повторному рассмотрению"),
        ("tg", "аз рӯйи таҳрири 2-уми талабот; таҳрири 3-ум нишон дода шудааст\nбояд аз нав баррасӣ шавад"),
    ],
)
def test_the_table_of_concordance_says_by_which_edition_was_judged(at: Desk, language: str, mark: str) -> None:
    before = carried(at)
    assert cells(at, language) == [f"{localdate(before.judged_at).isoformat()}\n{mark}"]
    confirm_verdict(at.expert, at.mission, VICTIMS, version=before.version, edition=3)
    assert cells(at, language) == [f"{localdate(before.judged_at).isoformat()}\n{mark.partition(chr(10))[0]}"]
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=before.version)
    assert cells(at, language) == [localdate(Finding.objects.get().judged_at).isoformat()]


def cells(at: Desk, language: str) -> list[str]:
    """Return what the table says of the days on which was judged."""
    table = concordance_of(at.mission, language, STARTS)
    assert write_concordance(table, language)
    found = (cell("judged_on", row, table, phrases("concordance", language)) for row in table.rows)
    return [one for one in found if one]


def test_the_marks_of_the_elements_follow_their_elements(at: Desk) -> None:
    judged(at)
    Finding.objects.update(particulars=str(Particulars(covered=(1,), uncovered=(2,))))
    first, second, *rest = asked_by(OLD).elements
    published(at, replace(asked_by(OLD), elements=(*rest, second, first)))
    take_editions(at.expert, at.mission, seen(at))
    told = Particulars.parse(Finding.objects.get().particulars)
    assert (told.covered, told.uncovered) == ((len(rest) + 2,), (len(rest) + 1,))
