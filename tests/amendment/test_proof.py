"""A clause is proven by reading it as an amending act, or refused with what it gives instead."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.applying import Applied, apply
from muvofiq.amendment.applying import Why as NotMade
from muvofiq.amendment.change import ReplaceWords
from muvofiq.amendment.deriving import derive, derive_new
from muvofiq.amendment.errors import (
    AmendmentError,
    ClauseDiffers,
    ClauseNotUnderstood,
    ClauseReachesFurther,
    Unreadable,
)
from muvofiq.amendment.instruction import Why
from muvofiq.amendment.place import Place
from muvofiq.amendment.proof import (
    Claim,
    Proof,
    Unproven,
    changes_of,
    first_difference,
    prove,
    prove_new,
    require_proof,
)
from muvofiq.amendment.redline import new_text, old_text
from muvofiq.amendment.trying import exchanged
from muvofiq.amendment.wording import wording_of
from muvofiq.amendment.writing import write
from muvofiq.law.opening import open_laws
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law
from tests.paths import RUSSIAN, TAJIK

PART = "art_24__para_1"
LONGER = "в части 1 статьи 24 слова «десяти дней» заменить словами «двадцати дней»"
NEW = "Статья 24¹. Замена переводчика\n1. Переводчика можно заменить.\n2. Замена бесплатна."


@cache
def law(language: str = "ru") -> Law:
    path = {"ru": RUSSIAN, "tg": TAJIK}[language]
    (opened,) = open_laws(path.read_bytes(), path.name)
    return opened


def at(eid: str, language: str = "ru") -> Reference:
    return Reference.parse(f"{law(language).name}~{eid}")


def wording(eid: str, language: str = "ru") -> str:
    unit = law(language).find(at(eid, language))
    assert unit
    return wording_of(unit)


def proven(clause: str, eid: str = PART, proposed: str | None = None) -> Proof:
    wanted = wording(eid).replace("десяти дней", "двадцати дней") if proposed is None else proposed
    return prove(law(), at(eid), wanted, clause)


@pytest.mark.parametrize("eid", [PART, "art_24"])
def test_a_clause_that_says_what_is_proposed_is_proven(eid: str) -> None:
    proof = proven(LONGER, eid)
    assert proof.holds
    assert proof.claims == dict.fromkeys(Claim, True)
    assert old_text(proof.redline) == wording(eid)
    assert proof.gives == new_text(proof.redline) == wording(eid).replace("десяти", "двадцати")
    assert (proof.reasons, proof.elsewhere) == ((), ())


def test_white_space_beyond_one_blank_counts_for_nothing_and_all_else_does() -> None:
    wanted = wording("art_24").replace("десяти дней", "двадцати дней")
    assert proven(LONGER, "art_24", wanted.replace("\n", " \r\n") + "\n\n").holds
    assert not proven(LONGER, "art_24", wanted.replace("Жалоба", "жалоба")).holds
    assert proven(LONGER, "art_24", wanted.replace("кроме", "кроме\u00a0\t")).holds
    assert not proven(LONGER, "art_24", wanted.replace("\n2.", " 2.")).holds


def test_a_clause_that_gives_something_else_is_refused_with_the_difference() -> None:
    clause = LONGER.replace("двадцати", "тридцати")
    proof = proven(clause, "art_24")
    assert not proof.holds
    assert [claim for claim, holds in proof.claims.items() if not holds] == [Claim.CLAUSE]
    with pytest.raises(ClauseDiffers) as caught:
        require_proof(proof, clause, "Статья 24")
    assert "тридцати дней" in str(caught.value.values["gives"])
    assert "двадцати дней" in str(caught.value.values["wanted"])


def test_a_clause_that_also_changes_another_place_is_refused_with_that_place() -> None:
    clause = f"{LONGER}, в статье 25 слово «путях» исключить"
    further = "в части 1 статьи 24, части 3 статьи 18 слова «десяти дней» заменить словами «двадцати дней»"
    found = [(clause, proven(clause)), (further, proven(further))]
    assert [proof.elsewhere for _, proof in found] == [("art_25__indent_1",), ("art_18__para_3",)]
    for words, proof in found:
        assert (proof.clause_gives_proposed, proof.holds) == (True, False)
        with pytest.raises(ClauseReachesFurther, match=proof.elsewhere[0]):
            require_proof(proof, words, PART)


def test_a_clause_that_also_suspends_is_refused_for_no_wording_shows_it() -> None:
    clause = (
        f"В статье 24:\n1) {LONGER.replace(' статьи 24', '')};\n2) приостановить действие части 1 до 1 мая 2030 года."
    )
    proof = proven(clause)
    assert (proof.reasons, proof.clause_gives_proposed, proof.elsewhere) == ((), True, (PART,))
    assert not proof.holds


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        ("погода хорошая", Why.NO_FORMULA),
        ("", Why.NO_FORMULA),
        ("в статье 99 слово «дней» исключить", NotMade.NO_UNIT),
        ("в части 1 статьи 24 слово «недель» исключить", NotMade.NO_WORDS),
        ("в статье 24 слово «в» исключить", NotMade.SEVERAL_WORDS),
    ],
)
def test_a_clause_that_cannot_be_read_or_applied_is_refused_with_the_reason(clause: str, why: str) -> None:
    proof = proven(clause)
    assert not proof.clause_gives_proposed
    assert [one.why for one in proof.reasons] == [why]
    with pytest.raises(ClauseNotUnderstood) as caught:
        require_proof(proof, clause, PART)
    assert caught.value.values["reason"] == why


def test_a_clause_is_not_proven_if_part_of_it_was_not_understood() -> None:
    proof = proven(f"В статье 24:\n1) {LONGER.replace(' статьи 24', '')};\n2) погода хорошая.")
    assert proof.gives == wording(PART).replace("десяти", "двадцати")
    assert proof.reasons
    assert not proof.holds


@pytest.mark.parametrize(
    ("eid", "clause"),
    [
        (PART, "часть 1 статьи 24 признать утратившей силу"),
        (PART, "часть 1 статьи 24 исключить"),
        ("art_24", "статью 24 признать утратившей силу"),
        ("art_9__indent_1", "абзац первый статьи 9 исключить"),
        ("art_3__indent_3", "абзац третий статьи 3 исключить"),
    ],
)
def test_a_unit_that_is_proposed_to_go_goes(eid: str, clause: str) -> None:
    proof = proven(clause, eid, "")
    assert proof.holds, (proof.gives, proof.reasons, proof.elsewhere)
    assert (proof.gives, new_text(proof.redline)) == ("", "")


def test_a_unit_that_stays_is_no_proof_that_it_goes() -> None:
    proof = proven(LONGER, PART, "")
    assert not proof.clause_gives_proposed
    assert proven("часть 2 статьи 24 исключить", PART, "").elsewhere == ("art_24__para_2",)


def test_new_units_are_proven_behind_the_unit_after_which_they_stand() -> None:
    clause = f"дополнить статьёй 24¹ следующего содержания:\n«{NEW}»"
    proof = prove_new(law(), at("art_24"), NEW, clause)
    assert proof.holds, (proof.gives, proof.reasons, proof.elsewhere)
    assert (old_text(proof.redline), proof.gives) == ("", NEW)
    elsewhere = prove_new(law(), at("art_23"), NEW, clause)
    assert not elsewhere.holds
    short = prove_new(law(), at("art_24"), NEW.rpartition("\n")[0], clause)
    assert not short.clause_gives_proposed


def test_new_parts_and_indents_are_proven_too() -> None:
    part = "4. Отказ в помощи обжалуется."
    clause = f"статью 24 дополнить частью 4 следующего содержания:\n«{part}»"
    assert prove_new(law(), at("art_24__para_3"), part, clause).holds
    indent = "– багаж досматривается при владельце;"
    clause = f"в статье 3 после абзаца второго дополнить абзацем следующего содержания:\n«{indent}»"
    assert prove_new(law(), at("art_3__indent_2"), indent, clause).holds
    assert not prove_new(law(), at("art_3__indent_3"), indent, clause).holds


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_what_is_derived_and_written_is_proven(language: str) -> None:
    ours = law(language)
    for reference, unit, _ in [*ours.articles()][:8]:
        lines = wording_of(unit).splitlines()
        proposed = "\n".join((*lines[:-1], lines[-1].rstrip(".") + " (XYZ)."))
        (clause,) = write(ours, derive(ours, reference, proposed))
        assert require_proof(prove(ours, reference, proposed, clause.text), clause.text, str(reference)).holds


def test_a_new_article_that_is_derived_and_written_is_proven() -> None:
    (clause,) = write(law(), derive_new(law(), at("art_24"), NEW))
    assert prove_new(law(), at("art_24"), NEW, clause.text).holds


def test_changes_are_read_from_a_clause_or_it_is_said_why_not() -> None:
    assert changes_of(LONGER, law()) == (ReplaceWords((Place.parse(PART),), ("десяти дней",), ("двадцати дней",)),)
    with pytest.raises(ClauseNotUnderstood, match="погода хорошая"):
        changes_of("погода хорошая", law())
    assert issubclass(ClauseNotUnderstood, AmendmentError)


WORDS = st.lists(st.sampled_from(["служба", "не", "обязана", "срок.", "\n", "2."]), max_size=30).map(" ".join)


@given(WORDS, WORDS)
def test_a_difference_is_shown_short_and_where_it_is(one: str, other: str) -> None:
    shown = first_difference(one, other)
    assert max(map(len, shown)) <= 70
    plain = ["\n".join(filter(None, map(str.strip, words.splitlines()))) for words in (one, other)]
    assert (shown[0] == shown[1]) == (plain[0] == plain[1])


def test_a_missing_end_and_a_line_end_are_differences() -> None:
    assert first_difference("Она отвечает.", "Она отвечает.\nСразу.") == ("Она отвечает.", "Она отвечает. ¶ Сразу.")
    assert first_difference("а б в г д е ж", "а б в г д е\nж") == ("… в г д е ж", "… в г д е ¶ ж")


def test_what_is_not_proven_is_named() -> None:
    assert [one.value for one in Unproven] == ["idiom", "legality", "policy", "in_force"]


def test_where_nothing_changes_no_clause_is_needed() -> None:
    assert prove(law(), at("art_12"), wording("art_12").replace("\n", "\r\n"), "").holds
    changed = prove(law(), at("art_12"), wording("art_12").replace("Помощь", "Забота"), "")
    assert [one.why for one in changed.reasons] == [Why.NO_FORMULA]


def test_what_reads_as_proposed_and_lies_elsewhere_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    clause = "часть 4 статьи 12 дополнить пунктом 4 следующего содержания:\n«4) пища.»"
    proposed = f"{wording('art_12__para_4')}\n4) пища."
    assert prove(law(), at("art_12__para_4"), proposed, clause).holds
    below = "пункт 3 части 4 статьи 12 дополнить подпунктом 4 следующего содержания:\n«4) пища.»"
    assert prove(law(), at("art_12__para_4"), proposed, below).holds  # a point lies in no point: it comes beside it
    deeper = replace_in(apply(law(), changes_of(clause, law())).law)
    monkeypatch.setattr("muvofiq.amendment.proof.apply", lambda *_: Applied(deeper))
    (reason,) = prove(law(), at("art_12__para_4"), proposed, clause).reasons
    assert reason.why is Unreadable.OTHER_ORDER


def replace_in(of: Law) -> Law:
    """Return the law with the last point of part 4 of article 12 in the point before it."""
    part = of.find(at("art_12__para_4"))
    assert part
    *first, third, last = part.children
    moved = replace(part, children=(*first, replace(third, children=(last,))))
    return exchanged(of, part, (moved,))
