"""The comparative table has each wording with its clause and proof, and says what speaks against one."""

from datetime import date

import pytest

from muvofiq.publication.comparative import ComparativeRow, Unclear
from muvofiq.publication.phrases import phrases
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.models import Amendment, Edition
from muvofiq.records.queries.documents import comparative_of
from tests.records.advising import PROPOSED, advised, amended
from tests.records.small import UNIT, Desk, tajik_twin
from tests.records.test_amending_act import NEW, in_tajik

pytestmark = pytest.mark.django_db
SECOND = "8) первичная проверка – собеседование."


def rows(at: Desk, language: str = "en") -> tuple[ComparativeRow, ...]:
    return comparative_of(at.mission, language, date(2026, 3, 6)).rows


def test_rows_stand_by_unit_with_both_languages_together(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    row = advised(at)
    amend(at.expert, row, act=at.edition.act, edition=at.edition, after="art_5__para_2", proposed=NEW)
    amended(at, row)
    amended(at, advised(at), eid="art_2__point_8", proposed=SECOND)
    amended(at, row, edition=twin, proposed=in_tajik(twin))
    assert [one.number for one in rows(at)] == ["R2", "R1.2", "R1.3", "R1.1"]
    (act,) = comparative_of(at.mission, "ru", date(2026, 3, 6)).acts
    assert [one.edition.split("(")[1] for one in act] == [
        f"{one} текст)" for one in ("русский", "русский", "таджикский", "русский")
    ]
    assert at.edition.name not in "".join(one.edition for one in act)


def test_a_new_article_stands_behind_the_parts_of_the_one_that_it_follows(at: Desk) -> None:
    row = advised(at)
    amend(at.expert, row, act=at.edition.act, edition=at.edition, after="art_4", proposed="Статья 4¹. Беседа\n1. Она.")
    amended(at, row)
    amended(at, row, eid="art_5__para_2", proposed="2. Человек вправе.")
    assert [one.number for one in rows(at)] == ["R1.2", "R1.1", "R1.3"]


def test_each_wording_has_its_clause_and_a_proof_that_holds(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    own = f"Часть 2 статьи 4 изложить в следующей редакции:\n«{PROPOSED}»."
    amended(at, clause=own)
    amended(at, advised(at), edition=twin, proposed=in_tajik(twin))
    russian, tajik = rows(at)
    assert russian.clause == own
    assert tajik.clause
    assert (russian.needs_editor, tajik.needs_editor) == (False, True)
    assert all(holds for one in (russian, tajik) for _, holds in one.claims)
    assert len(russian.claims) == len(tajik.claims) == 4
    assert (russian.unclear, tajik.unclear) == (None, None)


def test_two_amendments_that_meet_name_each_other(at: Desk) -> None:
    amended(at)
    amended(at, advised(at), proposed=f"{PROPOSED} Они отвечают.")
    told = {row.number: (row.unclear, row.others) for row in rows(at)}
    assert told == {"R1": (Unclear.MEETS, ("R2",)), "R2": (Unclear.MEETS, ("R1",))}


def test_without_text_there_is_neither_clause_nor_proof_and_the_row_says_so(at: Desk) -> None:
    act = register_act(at.expert, at.mission, title={"en": "Act on borders"})
    amend(at.expert, advised(at), act=act, unit="article 12(2), new", proposed="Two officers.")
    (row,) = rows(at)
    assert (row.clause, row.claims, row.unclear) == ("", (), Unclear.NO_TEXT)
    assert row.edition == "no text on file"


def test_what_can_no_longer_be_proven_says_that_it_is_left_out(at: Desk) -> None:
    amended(at)
    Amendment.objects.filter(eid=UNIT).update(current="Сказано иначе.")
    (row,) = rows(at)
    assert (row.clause, row.claims, row.unclear) == ("", (), Unclear.LEFT_OUT)


def test_a_clause_of_a_text_for_official_use_is_not_printed(at: Desk) -> None:
    amended(at)
    Edition.objects.filter(pk=at.edition.pk).update(is_restricted=True)
    (row,) = rows(at)
    assert row.clause == phrases("comparative", "en")("withheld")
    assert PROPOSED not in f"{row}"
