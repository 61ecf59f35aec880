"""A second opinion: asked, given without seeing the first, compared with it, and settled on record."""

from dataclasses import dataclass, replace

import pytest

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import State
from muvofiq.assessment.second_opinion import Concord
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.ask_opinion import ask_opinion, decline_opinion, withdraw_opinion
from muvofiq.records.actions.assign import assign
from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.actions.confirm_verdict import confirm_verdict
from muvofiq.records.actions.give_opinion import give_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.actions.relate import relate
from muvofiq.records.actions.settle import settle
from muvofiq.records.actions.take_editions import take_editions
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotAllowed, NotOnFile, StillNeeded
from muvofiq.records.errors_assessment import (
    AskedOfJudge,
    NoOpinionFrom,
    NothingToSettle,
    OpinionGiven,
    SecondOpinionFirst,
    SettleInstead,
)
from muvofiq.records.models import Finding, Mission, Opinion, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.blind import is_kept_from, kept_from, refuse_while_blind
from muvofiq.records.queries.history_page import history_page
from muvofiq.records.queries.new_editions import new_editions, newer_edition
from muvofiq.records.queries.opinions import (
    SecondOpinion,
    Standing,
    concords_of,
    open_disagreements,
    opinion_side,
    opinions_of,
    refuse_judging,
    settlements_on,
    who_may_judge,
)
from muvofiq.records.queries.relations import derived_for
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.words import INVENTED_EXPERT, Role
from muvofiq.standards.relation import RelationKind
from tests.records.small import (
    IDS,
    INDICATORS,
    INTERPRETER,
    REASON,
    SCREENING,
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

PARTIAL = Assessment(Verdict.PARTIAL, reason={"en": "Only half of it."})
FULL = Assessment(Verdict.FULL, reason={"en": "All of it."})


@dataclass(frozen=True, slots=True)
class Two:
    """A mission with a first and a second expert."""

    at: Desk
    second: Person

    @property
    def mission(self) -> Mission:
        return self.at.mission

    @property
    def first(self) -> Person:
        return self.at.expert


@pytest.fixture
def two(at: Desk) -> Two:
    return Two(at, expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT, name="Bahrom Saidov"))


def judge(two: Two, *, name: str = VICTIMS, assessment: Assessment = FULL, version: int = 0) -> Finding:
    return give_verdict(
        two.first, two.mission, name, law=assessment.law, reason=assessment.reason,
        practice=assessment.practice, particulars=assessment.particulars, version=version,
    )  # fmt: skip


def ask(two: Two, *, names: tuple[str, ...] = (VICTIMS,)) -> list[Opinion]:
    return ask_opinion(two.first, two.mission, names, two.second)


def give(two: Two, *, name: str = VICTIMS, assessment: Assessment = PARTIAL, version: int = 0) -> Opinion:
    return give_opinion(two.second, two.mission, name, assessment, version=version)


def seen(two: Two, person: Person | None = None, name: str = VICTIMS) -> SecondOpinion:
    (one,) = opinions_of(two.mission, person, on=name)
    return one


def disputed(two: Two) -> Opinion:
    judge(two)
    ask(two)
    return give(two)


# Asking


def test_an_opinion_is_asked_on_several_requirements_at_once_and_only_once_each(two: Two) -> None:
    with one_entry(two.mission, two.first, "ask_opinion"):
        asked = ask(two, names=(VICTIMS, INTERPRETER, VICTIMS))
    assert [one.requirement.requirement_id for one in asked] == [VICTIMS, INTERPRETER]
    assert history(two.mission)[-1].subject == f"opinion {VICTIMS}, {INTERPRETER}"
    assert kept_from(two.second, two.mission) == {VICTIMS, INTERPRETER}
    assert kept_from(two.first, two.mission) == frozenset()
    with no_entry(two.mission):
        assert ask(two) == []


def test_an_opinion_can_be_asked_before_anybody_has_judged_and_the_list_says_so(two: Two) -> None:
    judge(two, name=INTERPRETER)
    ask(two, names=(VICTIMS, INTERPRETER))
    judge(two)
    assert [one.was_unseen for one in opinions_of(two.mission)] == [True, False]


def test_who_judged_or_is_assigned_is_not_asked(two: Two) -> None:
    judge(two)
    assign(two.first, two.mission, [INTERPRETER], two.second)
    with refused(AskedOfJudge, match="Anna Horvat"):
        ask_opinion(two.second, two.mission, [VICTIMS, INDICATORS], two.first)
    with refused(AskedOfJudge, match="Bahrom Saidov"):
        ask(two, names=(INTERPRETER,))


def test_who_judged_once_is_no_second_pair_of_eyes_even_if_somebody_judged_after(two: Two) -> None:
    judge(two)
    give_verdict(two.second, two.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=1)
    with refused(AskedOfJudge):
        ask_opinion(two.second, two.mission, [VICTIMS], two.first)


@pytest.mark.parametrize("role", [Role.PROGRAMME_MANAGER, Role.DELEGATE, Role.STANDARDS_EDITOR, Role.OBSERVER])
def test_who_does_not_judge_is_not_asked(two: Two, role: Role) -> None:
    other = expert_in(two.mission, two.at.manager, role=role, name="Somebody")
    with refused(NoOpinionFrom, match="Somebody"):
        ask_opinion(two.first, two.mission, [VICTIMS], other)


def test_nothing_is_asked_without_a_requirement_or_outside_the_scope(two: Two) -> None:
    with refused(Missing):
        ask(two, names=())
    with refused(NotOnFile):
        ask(two, names=("uac-age-assessment",))


def test_only_experts_who_may_judge_are_offered(two: Two) -> None:
    expert_in(two.mission, two.at.manager, role=Role.OBSERVER, name="Olga")
    nobody = expert_in(two.mission, two.at.manager, name=INVENTED_EXPERT[1])
    Person.objects.filter(pk=nobody.pk).update(username=INVENTED_EXPERT[0])  # nobody signs in as this one
    assert [one.name for one in who_may_judge(two.mission)] == ["Anna Horvat", "Bahrom Saidov", "Marta Ozola"]


def test_a_question_is_taken_back_and_declined_and_what_was_written_stays_in_the_history(two: Two) -> None:
    one, other = ask(two, names=(VICTIMS, INTERPRETER))
    give_opinion(two.second, two.mission, VICTIMS, PARTIAL, version=0, is_draft=True)
    with one_entry(two.mission, two.first, "ask_opinion"):
        withdraw_opinion(two.first, one)
    assert history(two.mission)[-1].change["written"]["reason"] == PARTIAL.reason
    with refused(Missing):
        decline_opinion(two.second, other, {"en": " "})
    with one_entry(two.mission, two.second, "give_opinion"):
        decline_opinion(two.second, other, REASON)
    assert kept_from(two.second, two.mission) == frozenset()
    with refused(NotOnFile):
        withdraw_opinion(two.first, one)


def test_nobody_declines_for_another_nor_withdraws_the_own_question(two: Two) -> None:
    (one,) = ask(two)
    third = expert_in(two.mission, two.at.manager, name="Clara")
    with refused(NotOnFile):
        decline_opinion(third, one, REASON)
    with refused(Missing):
        withdraw_opinion(two.second, one)
    withdraw_opinion(two.at.manager, one)  # who asked may have left


def test_what_is_given_is_neither_taken_back_nor_declined_nor_given_again(two: Two) -> None:
    opinion = disputed(two)
    for act in (
        lambda: withdraw_opinion(two.first, opinion),
        lambda: decline_opinion(two.second, opinion, REASON),
        lambda: give(two, assessment=FULL, version=1),
    ):
        with refused(OpinionGiven):
            act()


# Giving


def test_a_draft_is_kept_and_its_words_enter_the_history_only_when_the_opinion_is_given(two: Two) -> None:
    ask(two)
    with one_entry(two.mission, two.second, "give_opinion"):
        give_opinion(two.second, two.mission, VICTIMS, PARTIAL, version=0, is_draft=True)
    assert history(two.mission)[-1].change == {"is_draft": True}
    assert opinion_side(two.mission, scoped(two.mission, VICTIMS), two.second).typed == PARTIAL
    assert seen(two, two.first).second == Assessment()  # a draft is nobody else's
    with one_entry(two.mission, two.second, "give_opinion"):
        give(two, version=1)
    assert history(two.mission)[-1].change["to"] == PARTIAL.entry()
    assert kept_from(two.second, two.mission) == frozenset()


def test_an_opinion_needs_a_verdict_on_the_law_and_a_reason(two: Two) -> None:
    ask(two)
    with refused(Missing):
        give(two, assessment=Assessment(practice=Verdict.FULL, reason=REASON))
    with refused(Missing):
        give(two, assessment=Assessment(Verdict.FULL, reason={"en": " "}))


def test_an_opinion_is_given_only_by_whom_it_was_asked_and_from_what_that_person_had_open(two: Two) -> None:
    ask(two)
    with refused(NotOnFile):
        give_opinion(two.first, two.mission, VICTIMS, FULL, version=0)
    with refused(ChangedMeanwhile):
        give(two, version=3)
    with refused(ChangedMeanwhile):
        give_opinion(two.second, two.mission, VICTIMS, FULL, version=0, edition=9)


# Blindness of actions


def test_who_owes_an_opinion_neither_judges_nor_confirms_nor_settles_nor_recommends_on_it(two: Two) -> None:
    third = expert_in(two.mission, two.at.manager, name="Clara")
    judge(two)
    ask(two)
    ask_opinion(two.first, two.mission, [VICTIMS], third)
    given = give_opinion(third, two.mission, VICTIMS, PARTIAL, version=0)
    for attempt in (
        lambda: give_verdict(two.second, two.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=1),
        lambda: confirm_verdict(two.second, two.mission, VICTIMS, version=1, edition=1),
        lambda: settle(two.second, two.mission, VICTIMS, given, FULL, why=REASON, version=1),
        lambda: recommend(two.second, two.mission, text=REASON, reason=REASON, finding_ids=[VICTIMS]),
    ):
        with refused(SecondOpinionFirst, match="A09"):
            attempt()


def test_all_or_some_requirements_are_kept_back(two: Two) -> None:
    ask(two)
    refuse_while_blind(two.second, two.mission, [INTERPRETER])
    refuse_while_blind(two.first, two.mission)
    with refused(SecondOpinionFirst):
        refuse_while_blind(two.second, two.mission)
    assert is_kept_from(two.second, two.mission, VICTIMS)
    assert not is_kept_from(two.second, two.mission, INTERPRETER)


def test_who_gave_a_second_opinion_does_not_replace_the_first_but_settles(two: Two) -> None:
    ask(two)
    opinion = give(two)
    with refused(SettleInstead):  # there is no first one yet
        give_verdict(two.second, two.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    judge(two)
    with refused(SettleInstead):
        give_verdict(two.second, two.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=1)
    settle(two.second, two.mission, VICTIMS, opinion, PARTIAL, why=REASON, version=1)
    refuse_judging(two.second, two.mission, VICTIMS)


def test_a_requirement_with_an_opinion_stays_in_the_scope(two: Two) -> None:
    ask(two)
    with refused(StillNeeded, match=VICTIMS):
        choose_scope(two.first, two.mission, IDS[1:], themes=["A"], reason=REASON)


# What else rests on a finding


def test_the_verdict_is_left_out_of_new_editions_and_of_what_follows_for_related_requirements(two: Two) -> None:
    judge(two)
    relate(two.first, two.mission, INTERPRETER, VICTIMS, kind=RelationKind.INTERSECTS, common=[(1, 1)], reason=REASON)
    publish_catalogue(two.at.manager, [replace(requirements([VICTIMS])[0], statement={"en": "Look for victims."})])
    (open_one,) = new_editions(two.mission, two.second)
    assert (open_one.resting.finding, open_one.resting.is_kept, open_one.resting.is_judged) != (None, True, True)
    ask(two)
    (one,) = new_editions(two.mission, two.second)
    assert (one.resting.finding, one.resting.is_kept, one.resting.is_judged) == (None, True, True)
    assert one.effect is open_one.effect  # what happens to a verdict does not tell which one it is
    (ours,) = derived_for(two.mission, scoped(two.mission, INTERPRETER), two.first)
    (theirs,) = derived_for(two.mission, scoped(two.mission, INTERPRETER), two.second)
    assert ours.finding
    assert (theirs.finding, theirs.law, theirs.practice) == (None, None, None)


def test_of_a_verdict_that_was_carried_on_nothing_is_told(two: Two) -> None:
    judge(two)
    publish_catalogue(two.at.manager, [replace(requirements([VICTIMS])[0], statement={"en": "Look for victims."})])
    (offered,) = new_editions(two.mission)
    take_editions(two.first, two.mission, {VICTIMS: str(offered.newest.pk)})
    ask(two)
    assert newer_edition(two.mission, scoped(two.mission, VICTIMS), two.first).carried
    assert newer_edition(two.mission, scoped(two.mission, VICTIMS), two.second).carried is None


def test_an_entry_is_kept_back_in_the_history_and_read_after_the_opinion(two: Two) -> None:
    judge(two)
    ask(two)
    assert [row.entry.verb for row in history_page(two.mission, 1, "en", two.second).rows if row.is_kept] == [
        "give_verdict"
    ]
    assert not any(row.is_kept for row in history_page(two.mission, 1, "en", two.first).rows)
    give(two)
    assert not any(row.is_kept for row in history_page(two.mission, 1, "en", two.second).rows)


def test_a_move_of_several_findings_and_what_changed_sources_touched_is_kept_back_if_one_of_them_is(two: Two) -> None:
    ask(two)
    for verb, subject, change in (
        (
            "move_finding",
            f"verdict {INTERPRETER}, {VICTIMS}",
            {"to": "checked", "requirements": [INTERPRETER, VICTIMS]},
        ),
        ("move_finding", f"verdict {INTERPRETER}, {SCREENING}", {"requirements": [INTERPRETER, SCREENING]}),
        ("decide_candidate", "changed sources", {"look_again": [VICTIMS]}),
        ("decide_candidate", "changed sources", {"look_again": [INTERPRETER]}),
    ):
        with acting(two.first, Verb(verb), two.mission) as act:
            act.says(subject, **change)
    shown = {person: history_page(two.mission, 1, "en", person).rows for person in (two.first, two.second)}
    assert [row.is_kept for row in shown[two.second][:4]] == [False, True, False, True]
    assert not any(row.is_kept for row in shown[two.first])


def test_an_opinion_that_came_first_is_kept_back_in_the_history_too(two: Two) -> None:
    ask(two)
    give(two)
    kept = [row.entry.verb for row in history_page(two.mission, 1, "en", two.first).rows if row.is_kept]
    assert kept == ["give_opinion"]
    judge(two)
    assert not any(row.is_kept for row in history_page(two.mission, 1, "en", two.first).rows)


# Comparing


def test_two_who_differ_disagree_and_two_who_say_the_same_in_other_words_agree(two: Two) -> None:
    disputed(two)
    judge(two, name=INTERPRETER)
    ask(two, names=(INTERPRETER,))
    give(two, name=INTERPRETER, assessment=Assessment(Verdict.FULL, reason={"en": "Nothing is missing."}))
    (one,) = open_disagreements(two.mission)
    assert (one.requirement.id, one.on, one.differing) == (VICTIMS, ("law",), ("law", "reason"))
    assert (one.first, one.second) == (FULL, PARTIAL)
    assert seen(two, name=INTERPRETER).standing is Standing.AGREED


def test_people_disagree_on_practice_and_on_elements_too(two: Two) -> None:
    judge(two, assessment=Assessment(Verdict.PARTIAL, Verdict.FULL, REASON, Particulars(covered=(1,))))
    ask(two)
    give(two, assessment=Assessment(Verdict.PARTIAL, Verdict.NOT_FOUND, REASON, Particulars(uncovered=(1,))))
    assert seen(two).on == ("practice", "elements")


def test_nothing_of_a_finding_or_of_other_opinions_is_shown_to_who_owes_one(two: Two) -> None:
    third = expert_in(two.mission, two.at.manager, name="Clara")
    judge(two)
    ask(two)
    ask_opinion(two.first, two.mission, [VICTIMS], third)
    give_opinion(third, two.mission, VICTIMS, PARTIAL, version=0)
    side = opinion_side(two.mission, scoped(two.mission, VICTIMS), two.second)
    assert side.mine
    (other,) = side.given
    assert other.is_kept
    assert (other.finding, other.first, other.second, other.on) == (None, Assessment(), Assessment(), ())
    assert other.standing is Standing.ALONE
    assert not side.is_disputed
    assert opinion_side(two.mission, scoped(two.mission, VICTIMS), two.first).is_disputed


def test_an_opinion_that_came_first_is_kept_from_who_judges_after(two: Two) -> None:
    ask(two)
    give(two)
    assert (seen(two, two.first).is_kept, seen(two, two.first).second) == (True, Assessment())
    assert seen(two, two.second).second == PARTIAL
    judge(two)
    assert seen(two, two.first).standing is Standing.DISAGREED
    assert seen(two, two.first).second == PARTIAL


def test_a_word_on_practice_alone_opens_no_opinion_that_came_first(two: Two) -> None:
    ask(two)
    give(two)
    judge(two, assessment=Assessment(practice=Verdict.NO_DATA))
    assert (seen(two, two.first).standing, seen(two, two.first).is_kept) == (Standing.ALONE, True)
    assert seen(two, two.first).second == Assessment()
    kept = [row.entry.verb for row in history_page(two.mission, 1, "en", two.first).rows if row.is_kept]
    assert kept == ["give_opinion"]
    with refused(SettleInstead):
        refuse_judging(two.second, two.mission, VICTIMS)
    judge(two, version=1)
    assert seen(two, two.first).second == PARTIAL
    assert not any(row.is_kept for row in history_page(two.mission, 1, "en", two.first).rows)


def test_the_rate_compares_what_was_judged_before_anybody_saw_the_other(two: Two) -> None:
    disputed(two)
    judge(two, name=INTERPRETER)
    ask(two, names=(INTERPRETER, INDICATORS))
    give(two, name=INTERPRETER, assessment=FULL)
    give(two, name=INDICATORS, assessment=FULL)
    assert concords_of(two.mission, opinions_of(two.mission)).law == Concord(1, 2)
    judge(two, assessment=PARTIAL, version=1)  # the first expert goes over to the second: that is no agreement
    judge(two, name=INDICATORS)
    assert seen(two).standing is Standing.AGREED
    assert concords_of(two.mission, opinions_of(two.mission)).law == Concord(2, 3)
    assert concords_of(two.mission, opinions_of(two.mission)).practice == Concord(0, 0)


# Settling


def test_a_settlement_keeps_both_judgements_who_why_and_the_dissent(two: Two) -> None:
    opinion = disputed(two)
    finding = two.mission.findings.get()
    finding.state = State.CHECKED.value
    finding.save()
    with one_entry(two.mission, two.first, "settle"):
        row = settle(
            two.first, two.mission, VICTIMS, opinion, PARTIAL,
            why={"en": "The decree is silent."}, dissent={"en": "It is not."}, dissenter=two.first, version=1,
        )  # fmt: skip
    assert (row.first, row.second, row.outcome) == (FULL.entry(), PARTIAL.entry(), PARTIAL.entry())
    assert (row.first_by, row.settled_by, row.dissenter) == (two.first, two.first, two.first)
    finding.refresh_from_db()
    assert assessment_of(finding) == PARTIAL
    assert (finding.version, finding.state) == (2, State.DRAFT.value)
    entry = history(two.mission)[-1]
    assert entry.subject == f"verdict {VICTIMS}"
    assert entry.change["from"] == FULL.entry()
    assert entry.change["to"] == PARTIAL.entry()
    assert entry.change["why"] == {"en": "The decree is silent."}
    assert entry.change["dissent"] == {"en": "It is not."}
    assert seen(two).standing is Standing.SETTLED
    assert open_disagreements(two.mission) == []


def test_a_third_outcome_settles_too(two: Two) -> None:
    opinion = disputed(two)
    third = Assessment(Verdict.NOT_FOUND, reason={"en": "Neither."})
    settle(two.second, two.mission, VICTIMS, opinion, third, why=REASON, version=1)
    assert seen(two).standing is Standing.SETTLED
    assert assessment_of(two.mission.findings.get()) == third


def test_a_settlement_needs_a_reason_and_a_dissent_its_owner(two: Two) -> None:
    opinion = disputed(two)
    for told in (
        {"why": {"en": ""}},
        {"why": REASON, "dissent": {"en": "No."}},
        {"why": REASON, "dissenter": two.first},
    ):
        with refused(Missing):
            settle(two.first, two.mission, VICTIMS, opinion, PARTIAL, version=1, **told)


def test_a_settlement_of_what_somebody_changed_meanwhile_is_refused(two: Two) -> None:
    opinion = disputed(two)
    judge(two, assessment=Assessment(Verdict.NOT_FOUND, reason=REASON), version=1)
    with refused(ChangedMeanwhile):
        settle(two.second, two.mission, VICTIMS, opinion, PARTIAL, why=REASON, version=1)


def test_what_is_not_given_agrees_or_is_settled_is_not_settled_again(two: Two) -> None:
    judge(two)
    (opinion,) = ask(two)
    with refused(NothingToSettle):
        settle(two.first, two.mission, VICTIMS, opinion, FULL, why=REASON, version=1)
    give(two)
    settle(two.first, two.mission, VICTIMS, opinion, FULL, why=REASON, version=1)
    with refused(NothingToSettle):
        settle(two.first, two.mission, VICTIMS, opinion, PARTIAL, why=REASON, version=2)


def test_a_later_verdict_supersedes_a_settlement_which_stays_on_record(two: Two) -> None:
    opinion = disputed(two)
    settle(two.first, two.mission, VICTIMS, opinion, PARTIAL, why=REASON, version=1)
    judge(two, assessment=Assessment(Verdict.PARTIAL, reason={"en": "In better words."}), version=2)
    assert seen(two).standing is Standing.SETTLED  # other words are no other judgement
    judge(two, assessment=FULL, version=3)
    ((one,),) = settlements_on(two.mission).values()
    assert one.is_superseded
    assert one.outcome == PARTIAL
    assert seen(two).standing is Standing.DISAGREED
    settle(two.second, two.mission, VICTIMS, opinion, PARTIAL, why=REASON, version=4)
    (rows,) = settlements_on(two.mission).values()
    assert [row.is_superseded for row in rows] == [False, False]
    assert list(settlements_on(two.mission)) == [VICTIMS]


def test_who_may_not_settle_or_ask_is_told_so(two: Two) -> None:
    opinion = disputed(two)
    delegate = expert_in(two.mission, two.at.manager, role=Role.DELEGATE, name="D")
    with refused(NotAllowed):
        settle(delegate, two.mission, VICTIMS, opinion, PARTIAL, why=REASON, version=1)
    with refused(NotAllowed):
        ask_opinion(delegate, two.mission, [SCREENING], two.second)
    side = opinion_side(two.mission, scoped(two.mission, VICTIMS), delegate)
    assert (side.may_ask, side.may_settle, side.to_ask) == (False, False, ())
