"""A newer text lights up what rests on the older one; what reads the same moves at once, and no quotation is lost."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muvofiq.amendment.wording import wording_of
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.quote_norm import quote_norm
from muvofiq.records.actions.take_over_evidence import take_over_evidence
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.errors_amendment import NotOpenToChange
from muvofiq.records.errors_assessment import CannotBeTaken, SecondOpinionFirst
from muvofiq.records.models import Amendment, Answer, Edition, Finding, Quotation, Recommendation
from muvofiq.records.queries.changed_sources import (
    changed_sources,
    sources_on,
    stale_rows,
    touched,
    touched_requirements,
)
from muvofiq.records.queries.editions import newer_in, newer_than
from muvofiq.records.queries.evidence import broken_quotations
from muvofiq.records.queries.kept_entries import kept_entries
from muvofiq.records.queries.law_text import eids_of, unit_of
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.queries.touched_evidence import Sort, ToDo, Touched, touched_evidence
from muvofiq.records.words import Decision, RecommendationState
from tests.records.advising import PROPOSED, advised, amended
from tests.records.small import (
    INTERPRETER,
    REASON,
    UNIT,
    VICTIMS,
    WORDS,
    Desk,
    expert_in,
    history,
    one_entry,
    refused,
)
from tests.records.sources import (
    CHANGED,
    ELSEWHERE,
    LATER_TREATY,
    MOVED,
    NEW,
    NEWEST,
    RENUMBERED,
    answered,
    dated,
    keys,
    standard,
    text_as_at,
)

pytestmark = pytest.mark.django_db


def rows(at: Desk, sort: Sort = Sort.ANSWER) -> list[Touched]:
    return [one for one in touched_evidence(at.mission) if one.sort is sort]


def the_row(at: Desk, sort: Sort = Sort.ANSWER) -> Touched:
    (one,) = rows(at, sort)
    return one


def judge(at: Desk, requirement_id: str = VICTIMS) -> Finding:
    return give_verdict(at.expert, at.mission, requirement_id, law=Verdict.PARTIAL, reason=REASON, version=0)


def test_nothing_is_touched_while_there_is_one_text(at: Desk) -> None:
    quote(at.expert, answered(at, dated(at)), WORDS)
    found = changed_sources(at.mission)
    assert not found.evidence
    assert touched_requirements(at.mission) == frozenset()
    assert stale_rows(at.mission) == {"concordance": 0, "comparative": 0}


def test_what_reads_the_same_what_moved_what_changed_and_what_is_gone(at: Desk) -> None:
    first = dated(at)
    for eid in (ELSEWHERE, MOVED, UNIT, "art_5"):
        answered(at, first, eid)
    gone = ("– наилучшие интересы ребёнка учитываются в первую очередь.\n", "")
    answered(at, first, [eid for eid in eids_of(first) if eid.startswith("art_3__")][-1])
    text_as_at(at, NEW, (WORDS, CHANGED), RENUMBERED, gone)
    to_do = {one.update.eid: one.to_do for one in rows(at)}
    assert to_do.pop(UNIT) is ToDo.LOOK
    assert to_do.pop(MOVED) is ToDo.TAKE_OVER
    assert to_do.pop(ELSEWHERE) is ToDo.LOOK, "what lies in it has changed"
    assert to_do.pop("art_5") is ToDo.TAKE_OVER
    assert list(to_do.values()) == [ToDo.GONE]


def test_a_finding_lights_up_in_the_list_and_on_its_page_and_the_documents_say_how_many_rows(at: Desk) -> None:
    first = dated(at)
    quote(at.expert, answered(at, first), WORDS)
    amended(at, edition=first)
    text_as_at(at, NEW, (WORDS, CHANGED))
    assert touched_requirements(at.mission) == {VICTIMS}
    assert [one.sort for one in sources_on(at.mission, scoped(at.mission, VICTIMS)).evidence] == [Sort.ANSWER]
    assert sources_on(at.mission, scoped(at.mission, INTERPRETER)).evidence == ()
    assert stale_rows(at.mission) == {"concordance": 1, "comparative": 1}
    assert len(touched(at.mission)) >= 2
    assert changed_sources(at.mission).counts == {"take_over": 0, "look": 2, "gone": 0}


def test_what_was_rejected_on_the_older_text_touches_nothing(at: Desk) -> None:
    first = dated(at)
    decide_candidate(at.expert, at.mission, VICTIMS, edition=first, eid=UNIT, decision=Decision.REJECTED)
    text_as_at(at, NEW, (WORDS, CHANGED))
    assert rows(at) == []


def test_what_reads_the_same_moves_with_its_quotations_and_keeps_who_decided_and_when(at: Desk) -> None:
    first = dated(at)
    answer = answered(at, first)
    quotation = quote(at.expert, answer, WORDS)
    judge(at)
    new = text_as_at(at, NEW)
    seen = keys(rows(at))
    assert the_row(at).to_do is ToDo.TAKE_OVER
    with one_entry(at.mission, at.expert, "decide_candidate"):
        taken = take_over_evidence(at.expert, at.mission, seen)
    assert (taken.moved, taken.stayed, taken.look_again) == (1, [], [])
    moved = Answer.objects.get()
    assert (moved.pk, moved.edition, moved.eid, moved.decided_at) == (answer.pk, new, UNIT, answer.decided_at)
    quotation.refresh_from_db()
    assert (quotation.text_sha256, quotation.words, quotation.answer) == (new.text_id, WORDS, moved)
    assert Finding.objects.get().look_again is False
    assert rows(at) == []
    assert broken_quotations(at.mission) == ()
    assert history(at.mission)[-1].change["to"] == {"edition": [new.name]}


def test_a_renumbered_unit_moves_to_its_new_number(at: Desk) -> None:
    first = dated(at)
    answered(at, first, MOVED)
    new = text_as_at(at, NEW, RENUMBERED)
    take_over_evidence(at.expert, at.mission, keys(rows(at)))
    assert list(Answer.objects.values_list("edition", "eid")) == [(new.pk, "art_4__para_4")]


def test_where_the_words_changed_the_old_quotation_stays_and_the_verdict_asks_for_another_look(at: Desk) -> None:
    first = dated(at)
    answer = answered(at, first)
    quote(at.expert, answer, WORDS)
    quote(at.expert, answer, "по работе с уязвимыми лицами")
    judge(at)
    new = text_as_at(at, NEW, (WORDS, CHANGED))
    row = the_row(at)
    assert row.to_do is ToDo.LOOK
    assert [one.is_there for one in row.quotations] == [False, True]
    assert "".join(one.text for one in row.wordings.changes if one.kind == "added") == "отдельный "
    taken = take_over_evidence(at.expert, at.mission, keys([row]))
    assert (taken.stayed, taken.look_again) == ([WORDS], [VICTIMS])
    kept = {(one.answer.edition.pk, one.words, one.text_sha256) for one in Quotation.objects.all()}
    assert kept == {
        (first.pk, WORDS, first.text_id),
        (new.pk, "по работе с уязвимыми лицами", new.text_id),
    }
    assert Finding.objects.get().look_again is True
    assert Finding.objects.get().version == 2
    left = the_row(at)
    assert (left.is_answered, left.can_be_taken) == (True, False)
    with refused(CannotBeTaken):
        take_over_evidence(at.expert, at.mission, keys([left]))
    assert broken_quotations(at.mission) == ()


def test_an_answer_that_stands_on_the_newer_unit_already_takes_the_quotations_of_the_older_one(at: Desk) -> None:
    first = dated(at)
    quotation = quote(at.expert, answered(at, first), WORDS)
    new = text_as_at(at, NEW)
    home = answered(at, new)
    take_over_evidence(at.expert, at.mission, keys(rows(at)))
    assert Answer.objects.get() == home
    quotation.refresh_from_db()
    assert (quotation.answer, quotation.text_sha256) == (home, new.text_id)


def test_a_unit_that_a_person_rejected_in_the_newer_text_is_accepted_by_no_machine(at: Desk) -> None:
    answered(at, dated(at))
    new = text_as_at(at, NEW)
    decide_candidate(at.expert, at.mission, VICTIMS, edition=new, eid=UNIT, decision=Decision.REJECTED)
    row = the_row(at)
    assert (row.to_do, row.is_rejected) == (ToDo.LOOK, True)
    with refused(CannotBeTaken):
        take_over_evidence(at.expert, at.mission, keys([row]))


def test_what_is_gone_cannot_be_taken_over(at: Desk) -> None:
    first = dated(at)
    answered(at, first, [eid for eid in eids_of(first) if eid.startswith("art_3__")][-1])
    text_as_at(at, NEW, ("– наилучшие интересы ребёнка учитываются в первую очередь.\n", ""))
    row = the_row(at)
    assert row.to_do is ToDo.GONE
    assert row.wordings.after == ""
    with refused(CannotBeTaken):
        take_over_evidence(at.expert, at.mission, keys([row]))


def test_an_amendment_moves_while_its_unit_reads_the_same_and_is_written_anew_where_it_does_not(at: Desk) -> None:
    first = dated(at)
    one = amended(at, edition=first, eid="art_5", proposed="")
    two = amended(at, one.recommendation, edition=first)
    new_unit = amend(
        at.expert, one.recommendation, act=first.act, edition=first, after="art_5__para_2", proposed="3. Она отвечает."
    )
    new = text_as_at(at, NEW, (WORDS, CHANGED))
    by_number = {row.row.number: row for row in rows(at, Sort.AMENDMENT)}  # type: ignore[union-attr]
    assert {number: row.to_do for number, row in by_number.items()} == {
        1: ToDo.TAKE_OVER,
        2: ToDo.LOOK,
        3: ToDo.TAKE_OVER,
    }
    take_over_evidence(at.expert, at.mission, keys([by_number[1], by_number[3]]))
    new_unit.refresh_from_db()
    assert (new_unit.edition, new_unit.after, new_unit.current) == (new, "art_5__para_2", "")
    one.refresh_from_db()
    assert (one.edition, one.current, one.version) == (new, wording_of(unit_of(new, "art_5")), 2)
    with refused(CannotBeTaken):
        take_over_evidence(at.expert, at.mission, keys([by_number[2]]))
    two.refresh_from_db()
    assert two.edition == first


def test_a_quotation_of_a_norm_moves_to_the_later_text_only_if_its_words_stand_there(at: Desk) -> None:
    treaty = standard(at)
    for words in ("Each Party shall train its border service", "identify every victim at its border"):
        eid = next(eid for eid in eids_of(treaty) if words in unit_of(treaty, eid).words and "para" in eid)
        quote_norm(at.expert, at.mission, VICTIMS, edition=treaty, eid=eid, words=words)
    later = standard(at, LATER_TREATY, day=NEW, after=treaty)
    to_do = {one.quotations[0].words: one for one in rows(at, Sort.NORM_QUOTATION)}
    same, other = to_do["Each Party shall train its border service"], to_do["identify every victim at its border"]
    assert (same.to_do, other.to_do) == (ToDo.TAKE_OVER, ToDo.LOOK)
    take_over_evidence(at.expert, at.mission, keys([same]))
    with refused(CannotBeTaken):
        take_over_evidence(at.expert, at.mission, keys([other]))
    assert set(at.mission.norm_quotations.values_list("edition", "text_sha256")) == {
        (later.pk, later.text_id),
        (treaty.pk, treaty.text_id),
    }
    assert broken_quotations(at.mission) == ()


def test_who_saw_an_older_newest_text_sees_the_one_that_came_since(at: Desk) -> None:
    answered(at, dated(at))
    text_as_at(at, NEW)
    seen = keys(rows(at))
    text_as_at(at, NEWEST)
    with refused(ChangedMeanwhile):
        take_over_evidence(at.expert, at.mission, seen)
    with refused(NotOnFile):
        take_over_evidence(at.expert, at.mission, dict.fromkeys(["00000000-0000-4000-8000-000000000000"], "x"))
    with refused(Missing):
        take_over_evidence(at.expert, at.mission, {})


def test_the_newest_text_of_all_editions_at_once_is_that_of_each_alone(at: Desk) -> None:
    first = dated(at)
    text_as_at(at, NEWEST)
    middle = text_as_at(at, NEW)
    text_as_at(at, NEW, replaces=middle)
    together = newer_in(at.mission)
    for one in at.mission.editions.all():
        assert newer_than(one) == together.get(one.pk)
    assert together[at.edition.pk] == together[first.pk] == together[middle.pk]


def test_a_norm_with_news_lights_up_only_the_verdicts_that_were_given_before_it(at: Desk) -> None:
    mission = at.mission
    mission.starts, mission.ends = date(2011, 1, 3), date(2011, 1, 5)
    mission.save()
    found = changed_sources(mission).norms
    assert found, "directives that came or went since 2011 are cited"
    assert not any(one.unseen for one in found)
    judge(at)
    assert not any(one.unseen for one in changed_sources(mission).norms), "who judges today has seen the news"
    Finding.objects.update(judged_at=Finding.objects.get().judged_at - timedelta(days=365 * 16))
    lit = [one for one in changed_sources(mission).norms if VICTIMS in one.unseen]
    assert lit
    assert VICTIMS in touched_requirements(mission)
    here = sources_on(mission, scoped(mission, VICTIMS)).norms
    assert [one.instrument.id for one in here] == [one.instrument.id for one in lit]
    hidden = changed_sources(mission, frozenset({VICTIMS})).norms
    assert [one.instrument.id for one in hidden] == [one.instrument.id for one in found]
    assert not any(one.unseen for one in hidden), "who may not know of the verdict is not told of it"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_changes_in_the_law_no_quotation_is_lost_or_says_what_its_text_does_not(
    at: Desk, data: st.DataObject
) -> None:
    first = at.mission.editions.filter(as_of__isnull=False, replaced_by=None).first() or dated(at)
    unit = unit_of(first, UNIT).words
    start = data.draw(st.integers(0, len(unit) - 2))
    words = unit[start : data.draw(st.integers(start + 1, len(unit)))]
    if not words.strip():
        return
    answer = answered(at, first)
    said = quote(at.expert, answer, words)
    assert said.words in unit
    changed = data.draw(st.sampled_from([(), ((WORDS, CHANGED),), (RENUMBERED,), (("Служб", "Стражб"),)]))
    new = at.mission.editions.filter(as_of__isnull=False, replaced_by=None).count()
    text_as_at(at, date(2015, 1, 1) + timedelta(days=new), *changed)
    before = Quotation.objects.count()
    movable = [one for one in rows(at) if one.can_be_taken]
    if movable:
        take_over_evidence(at.expert, at.mission, keys(movable))
    assert Quotation.objects.count() == before
    assert broken_quotations(at.mission) == ()


def on_newer(at: Desk, **said: object) -> tuple[Amendment, Edition]:
    """Amend a part of the first text, and put a newer one on file where it reads the same."""
    row = amended(at, edition=dated(at), **said)  # type: ignore[arg-type]
    return row, text_as_at(at, NEW)


def test_a_taken_over_amendment_bears_the_name_of_who_took_it_and_the_history_names_it(at: Desk) -> None:
    row, newer = on_newer(at)
    Recommendation.objects.update(state=RecommendationState.CHECKED.value)
    seen = Recommendation.objects.get().seen
    other = expert_in(at.mission, at.manager, name="Other Taker")
    taken = take_over_evidence(other, at.mission, keys(rows(at, Sort.AMENDMENT)))
    row.refresh_from_db()
    assert (row.edition, row.written_by, taken.amended, taken.reworded) == (newer, other, ["R1.1"], [])
    assert history(at.mission)[-1].change["amendments"] == ["R1.1"]
    whole = Recommendation.objects.get()
    assert (whole.seen, whole.state) == (seen + 1, "draft")


@pytest.mark.parametrize("state", [RecommendationState.SHOWN, RecommendationState.AGREED])
def test_what_the_agencies_have_seen_is_not_taken_over(at: Desk, state: RecommendationState) -> None:
    row, _ = on_newer(at)
    seen = keys(rows(at, Sort.AMENDMENT))
    Recommendation.objects.update(state=state.value)
    assert [one.can_be_taken for one in rows(at, Sort.AMENDMENT)] == [False]
    with refused(NotOpenToChange, match="R1"):
        take_over_evidence(at.expert, at.mission, seen)
    row.refresh_from_db()
    assert row.version == 1


def test_a_unit_that_has_another_number_now_is_not_taken_over(at: Desk) -> None:
    words = wording_of(unit_of(dated(at), "art_5")).replace("не вправе", "не может")
    (edition,) = {one for one in at.mission.editions.all() if one.as_of}
    amended(at, edition=edition, eid="art_5", proposed=words)
    text_as_at(at, NEW, ("Статья 5. ", "Статья 5(1). "))
    (row,) = rows(at, Sort.AMENDMENT)
    assert (row.update.there, row.update.has_same_words, row.can_be_taken) == ("art_5-1", True, False)
    with refused(CannotBeTaken):
        take_over_evidence(at.expert, at.mission, keys([row]))


def test_who_owes_an_opinion_neither_sees_nor_takes_over_an_amendment_that_rests_on_it(at: Desk) -> None:
    judge(at)
    second = expert_in(at.mission, at.manager, name="Second Expert")
    row = amended(at, advised(at, finding_ids=[VICTIMS]), edition=dated(at))
    ask_opinion(at.expert, at.mission, [VICTIMS], second)
    text_as_at(at, NEW)
    hidden = frozenset({VICTIMS})
    assert [one.row for one in changed_sources(at.mission).evidence] == [row]
    assert changed_sources(at.mission, hidden).evidence == ()
    assert stale_rows(at.mission, hidden)["comparative"] == 0
    with refused(SecondOpinionFirst):
        take_over_evidence(second, at.mission, keys(rows(at, Sort.AMENDMENT)))
    take_over_evidence(at.expert, at.mission, keys(rows(at, Sort.AMENDMENT)))
    assert kept_entries(at.mission, second).has(history(at.mission)[-1])


def test_a_clause_by_hand_that_proves_nothing_on_the_newer_text_gives_way_and_that_is_told(at: Desk) -> None:
    row, newer = on_newer(at, clause=f"часть 2 статьи 4 изложить в следующей редакции:\n«{PROPOSED}».")
    Amendment.objects.filter(pk=row.pk).update(clause="Признать утратившей силу часть 2 статьи 4.")
    taken = take_over_evidence(at.expert, at.mission, keys(rows(at, Sort.AMENDMENT)))
    row.refresh_from_db()
    assert (row.edition, row.clause, taken.reworded) == (newer, "", ["R1.1"])
