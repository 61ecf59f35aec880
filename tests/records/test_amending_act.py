"""The draft amending act has every amendment that can be ordered, and tells of the others what is in the way."""

import pytest

from muvofiq.amendment.errors import ClauseDiffers
from muvofiq.amendment.wording import wording_of
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.move_recommendation import move_recommendation
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.title_act import title_act
from muvofiq.records.errors_amendment import AmendedInWords, AmendedTwice, OnOlderText
from muvofiq.records.models import Act, Amendment, Edition
from muvofiq.records.queries.amending_act import drafted_acts, drafts_of
from muvofiq.records.queries.law_text import law_of, unit_of
from muvofiq.records.words import RecommendationState
from tests.records.advising import PROPOSED, advised, amended
from tests.records.small import UNIT, Desk, law_on_file, tajik_twin

pytestmark = pytest.mark.django_db
LAST, NEW = "art_5__para_2", "3. Палата миграции отвечает на вопросы человека на понятном ему языке."


def in_tajik(twin: Edition) -> str:
    return wording_of(unit_of(twin, UNIT)).replace("корманд", "ду корманд", 1)


def test_without_amendment_there_is_no_draft(at: Desk) -> None:
    advised(at)
    assert drafted_acts(at.mission) == []
    assert drafts_of(at.mission).rows == ()


def test_each_language_has_its_own_draft_with_the_clauses_of_all_recommendations(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    row = advised(at)
    one = amended(at, row)
    other = amended(at, advised(at), edition=twin, proposed=in_tajik(twin))
    new = amend(at.expert, advised(at), act=at.edition.act, edition=at.edition, after=LAST, proposed=NEW)
    russian, tajik = drafted_acts(at.mission)
    assert (russian.language, tajik.language) == ("ru", "tg")
    assert [amendment for amendment, _ in russian.proofs] == [one, new]
    assert [amendment for amendment, _ in tajik.proofs] == [other]
    assert all(proof.holds for draft in (russian, tajik) for _, proof in draft.proofs)
    assert russian.is_proven_together
    assert tajik.is_proven_together
    assert (russian.left_out, tajik.left_out) == ((), ())
    assert NEW in "\n".join(russian.lines)
    assert (russian.needs_editor, tajik.needs_editor) == (False, True)
    assert russian.title == russian.counted != ""
    assert russian.version == 0


def test_clauses_gathered_under_one_article_are_proven_as_they_are_printed(at: Desk) -> None:
    row = advised(at)
    amended(at, row)
    amended(at, row, eid="art_4__para_3", proposed="")
    amended(at, row, eid="art_2__point_8", proposed="8) первичная проверка – собеседование.")
    (draft,) = drafted_acts(at.mission)
    assert len(draft.proofs) == 3
    assert draft.is_proven_together
    Amendment.objects.filter(eid=UNIT).update(clause="Признать утратившей силу часть 2 статьи 4.")
    (draft,) = drafted_acts(at.mission)
    ((left, why),) = draft.left_out
    assert (left.eid, type(why)) == (UNIT, ClauseDiffers)
    assert len(draft.proofs) == 2


def test_a_title_of_ones_own_goes_before_the_counted_one(at: Desk) -> None:
    amended(at)
    (counted,) = drafted_acts(at.mission)
    title_act(at.expert, at.mission, language="ru", title="О защите людей у границы")
    (draft,) = drafted_acts(at.mission)
    assert (draft.title, draft.counted, draft.version) == ("О защите людей у границы", counted.title, 1)
    assert draft.title in draft.lines
    assert counted.title not in draft.lines


def test_a_clause_that_a_person_wrote_stands_in_the_act_as_it_was_written(at: Desk) -> None:
    clause = f"Часть 2 статьи 4 изложить в следующей редакции:\n«{PROPOSED}»."
    amended(at, clause=clause)
    (draft,) = drafted_acts(at.mission)
    assert clause in "\n".join(draft.lines)
    assert draft.is_proven_together
    ((_, words),) = drafts_of(at.mission).rows[0].clauses
    assert words == clause


def test_clauses_stand_side_by_side_by_their_unit_and_an_empty_one_says_that_there_is_none(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    row = advised(at)
    amended(at, row)
    amended(at, row, edition=twin, proposed=in_tajik(twin))
    amended(at, row, eid="art_3", proposed="")
    third, fourth = drafts_of(at.mission).rows
    assert (third.unit, fourth.unit) == ("ст. 3", "ст. 4")
    assert [language for language, _ in fourth.clauses] == ["ru", "tg"]
    assert all(words for _, words in fourth.clauses)
    assert [bool(words) for _, words in third.clauses] == [True, False]


def test_what_the_text_does_not_say_of_the_act_is_taken_from_the_register(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    amended(at, edition=twin, proposed=in_tajik(twin))
    assert not law_of(twin).tail, "the Tajik sample is not signed"
    (draft,) = drafted_acts(at.mission)
    assert "аз 15 июли соли 2014, № 118" in "\n".join(draft.lines)
    Act.objects.update(adopted=None, number="")
    (draft,) = drafted_acts(at.mission)
    assert "№ 118" not in "\n".join(draft.lines)


def test_a_new_article_is_named_by_its_number(at: Desk) -> None:
    words = "Статья 5(1). Переводчик\nПереводчик присутствует при каждой проверке."
    amend(at.expert, advised(at), act=at.edition.act, edition=at.edition, after="art_5", proposed=words)
    (row,) = drafts_of(at.mission).rows
    assert row.unit == "ст. 5(1)"
    assert words in row.clauses[0][1]


def test_what_cannot_be_ordered_is_left_out_and_told(at: Desk) -> None:
    act = register_act(at.expert, at.mission, title={"en": "On guards"})
    row = advised(at)
    in_words = amend(at.expert, row, act=act, unit="article 3, new", proposed="A guard ...")
    (alone,) = drafted_acts(at.mission)
    assert (alone.language, alone.lines) == ("", ())
    assert [(one, type(why)) for one, why in alone.left_out] == [(in_words, AmendedInWords)]
    part = amended(at, row)
    whole = amended(at, advised(at), eid="art_4", proposed="")
    (draft,) = drafted_acts(at.mission)
    assert [one for one, _ in draft.proofs] == [part]
    assert [(one, type(why)) for one, why in draft.left_out] == [(whole, AmendedTwice), (in_words, AmendedInWords)]
    assert "R1.2 amends the same unit" in str(draft.left_out[0][1])


def test_an_amendment_of_an_older_text_waits_until_it_is_taken_over(at: Desk) -> None:
    old = amended(at)
    newer = law_on_file(
        at.mission, at.expert, extra="\n\nСтатья 99. Ещё\nНовая норма.", act=at.edition.act, replaces=at.edition
    )
    new = amended(at, advised(at), edition=newer, eid="art_3", proposed="")
    (draft,) = drafted_acts(at.mission)
    assert [one for one, _ in draft.proofs] == [new]
    assert [(one, type(why)) for one, why in draft.left_out] == [(old, OnOlderText)]


def test_what_was_withdrawn_is_no_part_of_it(at: Desk) -> None:
    row = amended(at).recommendation
    move_recommendation(at.expert, row, RecommendationState.WITHDRAWN, seen=row.seen)
    assert drafted_acts(at.mission) == []
