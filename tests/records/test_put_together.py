"""Amendments of one act are proven together as they are printed, and those that meet are named."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from muvofiq.amendment.wording import wording_of
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.move_recommendation import move_recommendation
from muvofiq.records.errors_amendment import AmendedTwice, NewerTextOnFile, SavedEarlier
from muvofiq.records.models import Amendment, Edition
from muvofiq.records.queries.amending_act import drafted_acts, drafts_of
from muvofiq.records.queries.law_page import law_page
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import RecommendationState
from tests.records.advising import PROPOSED, advised, amended
from tests.records.small import UNIT, Desk, law_on_file, refused

pytestmark = pytest.mark.django_db
INDENT = "art_3__indent_3"
TWICE = (
    "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ\nО пробах\n\nСтатья 1. Первая\n1. Служба ведёт учёт проверок.\n"
    "2. Сотрудник носит знак.\n\nСтатья 2. Вторая\n1. Суд решает спор.\n2. Сотрудник носит знак.\n"
)


def added(at: Desk, after: str, proposed: str) -> Amendment:
    return amend(at.expert, advised(at), act=at.edition.act, edition=at.edition, after=after, proposed=proposed)


def samples(at: Desk) -> Edition:
    (edition,) = import_editions(
        at.expert, at.mission, data=TWICE.encode(), file_name="p.ru.txt", filing=Filing(None, is_new_act=True)
    )
    return edition


def test_a_new_unit_in_an_article_that_is_repealed_or_reworded_is_left_out_in_either_order(at: Desk) -> None:
    new = added(at, INDENT, "– каждому называют его права;")
    whole = amended(at, advised(at), eid="art_3", proposed="")
    (draft,) = drafted_acts(at.mission)
    assert [one for one, _ in draft.proofs] == [new]
    assert [(one, type(why)) for one, why in draft.left_out] == [(whole, AmendedTwice)]
    Amendment.objects.filter(pk=new.pk).update(number=2)
    Amendment.objects.filter(pk=whole.pk).update(recommendation=new.recommendation, number=1)
    (draft,) = drafted_acts(at.mission)
    assert [one for one, _ in draft.proofs] == [whole]
    assert [(one, type(why)) for one, why in draft.left_out] == [(new, AmendedTwice)]
    assert "называют его права" not in "\n".join(draft.lines)


def test_a_new_unit_beside_one_that_is_reworded_is_ordered_with_it(at: Desk) -> None:
    amended(at, eid="art_5", proposed=wording_of(unit_of(at.edition, "art_5")).replace("вправе", "может"))
    added(at, "art_5", "Статья 5(1). Переводчик\nПереводчик присутствует при каждой проверке.")
    (draft,) = drafted_acts(at.mission)
    assert (len(draft.proofs), draft.left_out, draft.meeting, draft.is_proven_together) == (2, (), (), True)


def test_a_repealed_paragraph_whose_words_stand_elsewhere_too_is_proven_at_its_place(at: Desk) -> None:
    edition = samples(at)
    amended(at, edition=edition, eid="art_1__para_2", proposed="")
    (draft,) = drafted_acts(at.mission)
    assert draft.is_proven_together
    amended(at, edition=edition, eid="art_2__para_1", proposed="1. Сотрудник носит знак.")
    (draft,) = drafted_acts(at.mission)
    assert (draft.is_proven_together, draft.meeting) == (True, ())


def test_clauses_that_give_another_order_than_proposed_are_told_with_the_amendments_that_meet(at: Desk) -> None:
    first, second = added(at, INDENT, "– первое новое начало;"), added(at, INDENT, "– второе новое начало;")
    apart = amended(at, advised(at))
    (draft,) = drafted_acts(at.mission)
    assert [proof.holds for _, proof in draft.proofs] == [True, True, True]
    assert (draft.is_proven_together, set(draft.meeting)) in [(False, {first, second}), (True, set())]
    assert apart not in draft.meeting
    text = "\n".join(draft.lines)
    is_in_order = text.index("первое новое") < text.index("второе новое")
    assert is_in_order or not draft.is_proven_together


def test_a_clause_by_hand_that_is_gathered_with_others_is_never_replaced_without_a_word(at: Desk) -> None:
    clause = f"Часть 2 статьи 4 изложить в следующей редакции:\n«{PROPOSED}»."
    own = amended(at, clause=clause)
    (draft,) = drafted_acts(at.mission)
    assert (clause in "\n".join(draft.lines), draft.reworded) == (True, ())
    third = wording_of(unit_of(at.edition, "art_4__para_3"))
    amended(at, own.recommendation, eid="art_4__para_3", proposed=third.replace("знак", "заметный знак"))
    (draft,) = drafted_acts(at.mission)
    assert draft.reworded == (() if clause in "\n".join(draft.lines) else (own,))
    assert draft.is_proven_together


def test_what_an_earlier_version_saved_without_number_or_place_is_left_out_with_its_reason(at: Desk) -> None:
    row = amended(at)
    words = unit_of(at.edition, UNIT).words
    Amendment.objects.filter(pk=row.pk).update(current=words, proposed=words.replace("сотрудник", "врач"))
    (draft,) = drafted_acts(at.mission)
    assert [(one, type(why)) for one, why in draft.left_out] == [(row, SavedEarlier)]
    assert "saved by an earlier version" in str(draft.left_out[0][1])
    Amendment.objects.filter(pk=row.pk).update(current="", eid="", unit="ст. 4, новая")
    (draft,) = drafted_acts(at.mission)
    assert [type(why) for _, why in draft.left_out] == [SavedEarlier]
    assert (draft.lines, draft.is_proven_together) == ((), False)


def test_a_draft_that_amends_a_replaced_text_says_so(at: Desk) -> None:
    amended(at)
    assert drafted_acts(at.mission)[0].older == ()
    newer = law_on_file(
        at.mission, at.expert, extra="\n\nСтатья 99. Ещё\nНовая норма.", act=at.edition.act, replaces=at.edition
    )
    assert drafted_acts(at.mission)[0].older == ((at.edition, newer),)


def test_neither_the_drafts_nor_the_law_ask_the_database_once_for_each_amendment(at: Desk) -> None:
    def asked() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as draft:
            drafts_of(at.mission, at.expert)
        with CaptureQueriesContext(connection) as law:
            law_page(at.edition, at.expert)
        return len(draft), len(law)

    row = advised(at)
    amended(at, row)
    drafts_of(at.mission, at.expert)
    few = asked()
    for eid in ("art_3__indent_2", "art_5__para_2", "art_2__point_8"):
        amended(at, row, eid=eid, proposed="")
    drafts_of(at.mission, at.expert)
    assert asked() == few


def test_what_was_withdrawn_is_not_told_beside_the_law(at: Desk) -> None:
    row = amended(at).recommendation
    assert any(one.rests and one.rests.recommendations for one in law_page(at.edition, at.expert).rows)
    move_recommendation(at.expert, row, RecommendationState.WITHDRAWN, seen=row.seen)
    assert not any(one.rests and one.rests.recommendations for one in law_page(at.edition, at.expert).rows)


def test_a_new_amendment_is_written_on_the_newest_text_and_an_old_one_is_finished_where_it_was_begun(at: Desk) -> None:
    row = amended(at)
    newer = law_on_file(
        at.mission, at.expert, extra="\n\nСтатья 99. Ещё\nНовая норма.", act=at.edition.act, replaces=at.edition
    )
    with refused(NewerTextOnFile, match=newer.name):
        amended(at, row.recommendation, eid="art_4__para_3", proposed="")
    three = PROPOSED.replace("два", "три")
    assert amended(at, row.recommendation, proposed=three, written=row, version=1).proposed == three
    moved = amended(at, row.recommendation, edition=newer, written=row, version=2)
    with refused(NewerTextOnFile):
        amended(at, row.recommendation, written=moved, version=3)
