"""A proposed wording is held against the edition, and saved only with a clause that is proven to give it."""

import pytest

from muvofiq.amendment.errors import ClauseDiffers, ClauseNotUnderstood, NoFormulae
from muvofiq.amendment.wording import wording_of
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.remove import remove
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile, UnitMissing
from muvofiq.records.errors_amendment import (
    ActHasText,
    LossUnexplained,
    NothingProposed,
    NotOpenToChange,
)
from muvofiq.records.errors_assessment import SecondOpinionFirst
from muvofiq.records.models import Amendment, Recommendation, RequirementEdition
from muvofiq.records.queries.amendment_page import (
    amendment_numbered,
    amendments_of,
    answered_in,
    begun_on,
    drafted,
    twins_of,
)
from muvofiq.records.queries.editions import editions_of
from muvofiq.records.queries.kept_entries import kept_entries
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.recommendation_page import place_of, row_of
from muvofiq.records.queries.requirement_page import requirement_page
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.words import Purpose, RecommendationState
from tests.paths import RUSSIAN
from tests.records.advising import PROPOSED, advised, amended, why
from tests.records.small import (
    INTERPRETER,
    REASON,
    UNIT,
    VICTIMS,
    WORDS,
    Desk,
    accepted,
    expert_in,
    history,
    law_on_file,
    mission_of,
    one_entry,
    refused,
    tajik_twin,
)

pytestmark = pytest.mark.django_db
CURRENT = (
    "2. В пункте пропуска, через который за год проходит более пятидесяти тысяч человек, назначается сотрудник по "
    "работе с уязвимыми лицами."
)
NEW = "4. Сотрудник Службы отвечает на вопросы человека на понятном ему языке."
LAST = "art_4__para_3"


def test_the_wording_in_force_is_that_of_the_edition_and_is_typed_by_nobody(at: Desk) -> None:
    row = advised(at)
    with one_entry(at.mission, at.expert, "recommend"):
        amended(at, row, proposed=f"  {PROPOSED}  \n")
    saved = Amendment.objects.get()
    assert saved.current == CURRENT == wording_of(unit_of(at.edition, UNIT))
    assert (saved.proposed, saved.clause, saved.unit, saved.number, saved.version) == (PROPOSED, "", "", 1, 1)
    assert (saved.act, saved.edition, saved.eid, saved.written_by) == (at.edition.act, at.edition, UNIT, at.expert)
    entry = history(at.mission)[-1]
    assert (entry.subject, entry.change["from"]) == ("amendment R1.1", None)
    assert entry.change["to"] == {"unit": f"border-law-ru~{UNIT}", "proposed": PROPOSED, "clause": ""}
    assert amendment_numbered(row, 1) == saved
    assert place_of(saved) == "ст. 4 ч. 2"


def test_the_clause_of_the_machine_is_proven_and_its_redline_goes_line_by_line(at: Desk) -> None:
    found = drafted(at.edition, eid=UNIT, proposed=PROPOSED)
    assert found.proof is not None
    assert found.proof.holds
    assert found.clause == found.written != ""
    assert found.changes
    assert (found.reason, found.error, found.current, found.citation) == ("", None, CURRENT, "ст. 4 ч. 2")
    (line,) = found.redline
    assert line.label == "2."
    assert "".join(one.text for one in line.stretches if one.kind != "removed") == PROPOSED


def test_what_is_left_as_it_is_comes_to_nothing_and_is_not_saved(at: Desk) -> None:
    found = drafted(at.edition, eid=UNIT, proposed=f"{CURRENT}\n")
    assert found.is_nothing
    assert (found.proof, found.changes, found.losses, found.clause) == (None, (), (), "")
    row = advised(at)
    with refused(NothingProposed, match=r"ст\. 4 ч\. 2"):
        amended(at, row, proposed=CURRENT)


def test_an_empty_wording_repeals_a_unit_with_a_proof(at: Desk) -> None:
    row = amended(at, proposed=" \n ")
    assert (row.proposed, row.current) == ("", CURRENT)
    found = drafted(at.edition, eid=UNIT, proposed="")
    assert found.proof is not None
    assert found.proof.holds


def test_a_new_unit_stands_behind_another_one(at: Desk) -> None:
    row = amend(at.expert, advised(at), act=at.edition.act, edition=at.edition, after=LAST, proposed=NEW)
    assert (row.current, row.eid, row.after, row.proposed) == ("", "", LAST, NEW)
    assert history(at.mission)[-1].change["to"]["unit"] == f"behind border-law-ru~{LAST}"
    found = drafted(at.edition, after=LAST, proposed=NEW)
    assert found.proof is not None
    assert found.proof.holds
    assert found.current == ""
    assert [one.kind.value for line in found.redline for one in line.stretches] == ["added"]


def test_an_act_without_text_is_amended_in_words_and_nothing_is_proven(at: Desk) -> None:
    act = register_act(at.expert, at.mission, title={"en": "On guards"})
    row = amend(at.expert, advised(at), act=act, unit=" article 3, new ", proposed="A guard ...", clause="Add.")
    assert (row.edition, row.eid, row.unit, row.current, row.clause) == (None, "", "article 3, new", "", "Add.")
    assert place_of(row) == "article 3, new"


def test_what_is_missing_is_named_and_nothing_is_saved(at: Desk) -> None:
    row, act = advised(at), at.edition.act
    with refused(Missing, match="the unit, such as"):
        amend(at.expert, row, act=act, unit=" ", proposed="x")
    with refused(Missing, match="behind which"):
        amend(at.expert, row, act=act, edition=at.edition, unit="art. 99", proposed="x")
    with refused(Missing, match="the unit, such as"):
        amend(at.expert, row, act=act, eid=UNIT, proposed="x")
    with refused(Missing, match="proposed"):
        amend(at.expert, row, act=act, unit="art. 99", proposed=" ")
    with refused(ActHasText, match="border-law-ru"):
        amend(at.expert, row, act=act, unit="art. 99", proposed="x")
    with refused(Missing, match="proposed"):
        amend(at.expert, row, act=act, edition=at.edition, after=LAST, proposed=" ")
    for eid, after in (("art_999", ""), ("", "art_999")):
        with refused(UnitMissing):
            amend(at.expert, row, act=act, edition=at.edition, eid=eid, after=after, proposed="1. x")


def test_nothing_of_another_mission_of_another_act_or_of_another_state_is_amended(at: Desk) -> None:
    other = mission_of(at.manager, slug="other")
    foreign = law_on_file(other, at.manager)
    row, act = advised(at), at.edition.act
    theirs = advised(Desk(at.manager, at.manager, other, foreign))
    for place in ({"act": foreign.act, "unit": "a"}, {"act": act, "edition": foreign, "eid": UNIT}):
        with refused(NotOnFile):
            amend(at.expert, row, proposed="x", **place)  # type: ignore[arg-type]
    second = register_act(at.expert, at.mission, title={"en": "On guards"})
    with refused(NotOnFile):
        amend(at.expert, row, act=second, edition=at.edition, eid=UNIT, proposed="x")
    strange = amended(Desk(at.manager, at.manager, other, foreign), theirs)
    for written in (strange, amended(at, advised(at))):
        with refused(NotOnFile):
            amended(at, row, written=written, version=1)
    (latvian,) = import_editions(
        at.expert,
        at.mission,
        data=RUSSIAN.read_bytes() + b" ",
        file_name="lv.txt",
        filing=Filing(purpose=Purpose.COMPARATOR, state="LV"),
    )
    with refused(NotOnFile, match="own state"):
        amend(at.expert, row, act=latvian.act, edition=latvian, eid=UNIT, proposed="x")


def test_a_clause_that_a_person_wrote_is_kept_where_it_gives_the_wording(at: Desk) -> None:
    clause = drafted(at.edition, eid=UNIT, proposed=PROPOSED).written
    whole = f"часть 2 статьи 4 изложить в следующей редакции:\n«{PROPOSED}»."
    row = amended(at, clause=clause)
    assert row.clause == ""
    row = amended(at, row.recommendation, clause=whole, written=row, version=1)
    assert row.clause == whole
    assert history(at.mission)[-1].change["to"]["clause"] == whole


def test_a_clause_that_gives_another_wording_or_is_not_understood_is_refused_with_the_difference(at: Desk) -> None:
    row = advised(at)
    other = PROPOSED.replace("два", "три")
    with refused(ClauseDiffers, match="три сотрудника(.|\n)*два сотрудника"):
        amended(at, row, clause=f"часть 2 статьи 4 изложить в следующей редакции:\n«{other}».")
    with refused(ClauseNotUnderstood):
        amended(at, row, clause="Прошу сделать как надо.")
    found = drafted(at.edition, eid=UNIT, proposed=PROPOSED, clause="Прошу сделать как надо.")
    assert found.proof is not None
    assert not found.proof.holds
    assert found.clause == "Прошу сделать как надо."
    assert found.written


def test_a_loss_needs_a_reason_of_somebody_which_is_kept_with_name_and_day(at: Desk) -> None:
    quote(at.expert, accepted(at), WORDS)
    row = advised(at)
    proposed = "2. В пункте пропуска человеку помогают."
    with refused(LossUnexplained, match=WORDS):
        amend(at.expert, row, act=at.edition.act, edition=at.edition, eid=UNIT, proposed=proposed)
    reasons = why(at.edition, UNIT, proposed)
    blank = dict.fromkeys(reasons, " ")
    with refused(LossUnexplained):
        amend(at.expert, row, act=at.edition.act, edition=at.edition, eid=UNIT, proposed=proposed, loss_reasons=blank)
    saved = amended(at, row, proposed=proposed)
    told = {key: (one["reason"], one["by"]) for key, one in saved.losses.items()}
    assert told == dict.fromkeys(reasons, ("No longer needed.", "Anna Horvat"))
    second = expert_in(at.mission, at.manager, name="Second Expert")
    again = amend(
        second,
        row,
        act=at.edition.act,
        edition=at.edition,
        eid=UNIT,
        proposed=f"{proposed} Просьба записывается.",
        loss_reasons=reasons,
        written=saved,
        version=1,
    )
    assert {one["by"] for one in again.losses.values()} == {"Anna Horvat"}
    whole = amended(at, row, proposed=f"{CURRENT} Просьба записывается.", written=again, version=2)
    assert whole.losses == {}


def test_quotations_of_the_unit_of_what_lies_in_it_and_around_it_count_once_they_stand_in_it(at: Desk) -> None:
    quote(at.expert, accepted(at, eid="art_4"), WORDS)
    quote(at.expert, accepted(at, eid="art_4__para_1__point_1"), "проверяет лиц и их документы")
    (one,) = answered_in(at.edition, UNIT)
    assert one.requirement == VICTIMS
    assert one.name.startswith(requirement_of(RequirementEdition.objects.get(requirement_id=VICTIMS)).code)
    assert one.words == (WORDS,)
    assert [len(one.words) for one in answered_in(at.edition, "art_4")] == [2]
    assert answered_in(at.edition, "art_5") == ()


def test_who_writes_on_an_old_version_is_told_and_the_newer_one_stays(at: Desk) -> None:
    opened = amended(at)
    second = expert_in(at.mission, at.manager, name="Second Expert")
    newer = PROPOSED.replace("два", "три")
    amended(
        Desk(at.manager, second, at.mission, at.edition),
        opened.recommendation,
        proposed=newer,
        written=opened,
        version=1,
    )
    with refused(ChangedMeanwhile) as caught:
        amended(at, opened.recommendation, written=opened, version=1)
    assert caught.value.values == {"name": "Second Expert", "yours": 1, "theirs": 2}
    with refused(ChangedMeanwhile):
        amended(at, opened.recommendation, version=5)
    saved = Amendment.objects.get()
    assert (saved.proposed, saved.version, saved.number) == (newer, 2, 1)
    assert history(at.mission)[-1].change["from"]["proposed"] == PROPOSED


def test_what_the_agencies_have_seen_is_not_amended_and_what_was_checked_is_a_draft_again(at: Desk) -> None:
    row = amended(at).recommendation
    Recommendation.objects.update(state=RecommendationState.SHOWN.value)
    with refused(NotOpenToChange):
        amended(at, row, eid="art_4__para_3", proposed="3. Сотрудник Службы носит знак.")
    with refused(NotOpenToChange):
        remove(at.expert, Amendment.objects.get())
    Recommendation.objects.update(state=RecommendationState.CHECKED.value)
    amended(at, row, proposed=NEW.replace("4.", "3."), eid="art_4__para_3")
    assert Recommendation.objects.get().state == RecommendationState.DRAFT.value


def test_a_removed_recommendation_takes_its_amendments_along_and_the_history_keeps_them(at: Desk) -> None:
    first = amended(at)
    second = amended(at, first.recommendation, eid="art_4__para_3", proposed=NEW.replace("4.", "3."))
    assert (second.number, str(second)) == (2, "R1.2")
    with one_entry(at.mission, at.expert, "recommend"):
        remove(at.expert, first)
    assert history(at.mission)[-1].change["removed"]["proposed"] == PROPOSED
    with one_entry(at.mission, at.expert, "recommend"):
        remove(at.expert, Recommendation.objects.get())
    (told,) = history(at.mission)[-1].change["amendments"]
    assert told["proposed"] == second.proposed
    assert not Amendment.objects.exists()
    with refused(NotOnFile):
        amended(at, first.recommendation)


def test_who_owes_an_opinion_neither_reads_nor_writes_nor_removes_the_amendment(at: Desk) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    second = expert_in(at.mission, at.manager, name="Second Expert")
    ask_opinion(at.expert, at.mission, [VICTIMS], second)
    row = amended(at, advised(at, finding_ids=[VICTIMS]))
    blind = Desk(at.manager, second, at.mission, at.edition)
    with refused(SecondOpinionFirst):
        amended(blind, row.recommendation, written=row, version=1)
    with refused(SecondOpinionFirst):
        remove(second, row)
    assert amendments_of(at.mission, second) == []
    assert amendments_of(at.mission, at.expert) == amendments_of(at.mission) == [row]
    remove(at.expert, row)
    kept = kept_entries(at.mission, second)
    assert [kept.has(one) for one in history(at.mission)[-2:]] == [True, True]


def test_the_twin_is_the_same_unit_in_the_other_language_with_what_is_proposed_there(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    row = amended(at).recommendation
    (found,) = twins_of(row, at.edition, UNIT)
    assert (found.edition, found.eid, found.amendment, found.drafted) == (twin, UNIT, None, None)
    assert found.citation
    proposed = wording_of(unit_of(twin, UNIT)).replace("корманд", "ду корманд", 1)
    saved = amended(at, row, edition=twin, proposed=proposed)
    (found,) = twins_of(row, at.edition, UNIT)
    assert (found.amendment, found.drafted and found.drafted.proposed) == (saved, proposed)
    (back,) = twins_of(row, twin, UNIT)
    assert back.edition == at.edition
    (nowhere,) = twins_of(row, at.edition, "art_999")
    assert (nowhere.eid, nowhere.citation, nowhere.amendment) == ("", "", None)
    assert [one.unit for one in row_of(row).amendments] == [place_of(one) for one in amendments_of(at.mission)]


def test_the_losses_of_the_requirements_of_the_recommendation_stand_first(at: Desk) -> None:
    other = accepted(at, requirement_id="screening-interpretation")
    quote(at.expert, other, WORDS)
    quote(at.expert, accepted(at), WORDS)
    row = advised(at, requirement_ids=[VICTIMS])
    begun = begun_on(at.edition, eid=UNIT, after="", proposed="2. Иначе.", recommendation=row)
    assert len(begun.losses) >= 2
    first, *_ = answered_in(at.edition, UNIT, [VICTIMS])
    assert (first.requirement, begun.losses[0].what) == (VICTIMS, first.name)
    assert VICTIMS in begun.losses[0].key
    assert first.name not in begun.losses[0].key


def test_in_a_language_without_formulae_the_draft_says_so_and_nothing_is_saved(at: Desk) -> None:
    text = (
        "ВЕСТАРИЯ РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ\nШекара туралы\n1-бап. Мақсаты\n1. Шекара күзетіледі.\n2. Әркім қорғалады.\n"
        "2-бап. Күші\nЗаң күшіне енеді.\n"
    )
    (kazakh,) = import_editions(
        at.expert, at.mission, data=text.encode(), file_name="zan.kk.txt", filing=Filing(is_new_act=True)
    )
    assert kazakh.language == "kk"
    eid = "art_1__para_2"
    found = drafted(kazakh, eid=eid, proposed="2. Әркім құқықпен қорғалады.")
    assert isinstance(found.error, NoFormulae)
    assert "kk" in found.reason
    assert (found.proof, found.clause) == (None, "")
    row = advised(at)
    with refused(NoFormulae):
        amended(at, row, edition=kazakh, eid=eid, proposed="2. Әркім құқықпен қорғалады.")


def test_an_agency_of_the_mission_that_goes_out_of_the_wording_is_a_loss(at: Desk) -> None:
    proposed = CURRENT.replace("сотрудник по работе с уязвимыми лицами", "человек")
    before = {one.key for one in begun_on(at.edition, eid=UNIT, after="", proposed=proposed).losses}
    plan_agency(at.manager, at.mission, name={"en": "Officer for the vulnerable", "ru": "Сотрудник по работе"})
    lost = begun_on(at.edition, eid=UNIT, after="", proposed=proposed).losses
    assert [one.words for one in lost if one.key not in before] == ["сотрудник по работе"]


def test_neither_clause_nor_losses_are_got_round_by_naming_the_place_in_words(at: Desk) -> None:
    row = amended(at)
    with refused(ActHasText):
        amend(
            at.expert,
            row.recommendation,
            act=row.act,
            unit="ст. 4 ч. 2",
            proposed="2. Иначе.",
            clause="Всё удалить.",
            written=row,
            version=1,
        )
    assert Amendment.objects.get().proposed == PROPOSED


def test_a_recommendation_that_rests_on_a_kept_finding_too_is_not_told_beside_another_requirement(at: Desk) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    second = expert_in(at.mission, at.manager, name="Second Expert")
    ask_opinion(at.expert, at.mission, [VICTIMS], second)
    both = advised(at, finding_ids=[VICTIMS], requirement_ids=[INTERPRETER])
    one = advised(at, requirement_ids=[INTERPRETER])
    assert requirement_page(at.mission, INTERPRETER, "en", second).recommendations == (one,)
    assert requirement_page(at.mission, INTERPRETER, "en", at.expert).recommendations == (both, one)
    amended(at, both)
    assert [each.recommendations for each in editions_of(at.edition.act)[0].rows] == [1]
    assert [each.recommendations for each in editions_of(at.edition.act, {both.number})[0].rows] == [0]
