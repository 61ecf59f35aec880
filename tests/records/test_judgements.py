"""What two experts judged, settled and quoted reaches the table of concordance as it stands in the records."""

from datetime import date

import pytest

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Gap, State
from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.concordance import Doubt, Row
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.confirm_list import confirm_list
from muvofiq.records.actions.give_opinion import give_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.quote_norm import quote_norm
from muvofiq.records.actions.settle import settle
from muvofiq.records.models import Finding
from muvofiq.records.queries.authors import Author, author_of
from muvofiq.records.queries.complete_list import absence_on, complete_list, seen_now
from muvofiq.records.queries.documents import concordance_of
from muvofiq.records.queries.quality import checks_of
from muvofiq.records.words import Role
from tests.records.small import INDICATORS, INTERPRETER, REASON, VICTIMS, Desk, accepted, expert_in, law_on_file
from tests.records.sources import standard

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 6)
TOLD = Particulars(covered=(1,), uncovered=(2,), gaps=(Gap.DEADLINE,), time_limit={"en": "3 hours", "ru": "3 часа"})
FULL, PARTIAL = Assessment(Verdict.FULL, reason=REASON), Assessment(Verdict.PARTIAL, reason=REASON)


def row(at: Desk, name: str = VICTIMS, language: str = "en") -> Row:
    table = concordance_of(at.mission, language, TODAY)
    return next(one for one in table.rows if one.opens and one.requirement.id == name)


def judge(at: Desk, law: Verdict, name: str = VICTIMS, particulars: Particulars = TOLD) -> None:
    give_verdict(
        at.expert,
        at.mission,
        name,
        law=law,
        reason=REASON,
        practice=Verdict.NO_DATA,
        particulars=particulars,
        version=0,
    )


def disputed(at: Desk) -> None:
    second = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT, name="Bahrom Saidov")
    judge(at, Verdict.PARTIAL)
    ask_opinion(at.expert, at.mission, (VICTIMS,), second)
    opinion = give_opinion(second, at.mission, VICTIMS, FULL, version=0)
    settle(
        at.expert, at.mission, VICTIMS, opinion, PARTIAL,
        why={"en": "Read again."}, dissent={"en": "It is all there."}, dissenter=second, version=1,
    )  # fmt: skip


def test_both_verdicts_the_state_and_the_particulars_stand_in_the_row(at: Desk) -> None:
    judge(at, Verdict.PARTIAL)
    judgement = row(at).judgement
    assert judgement
    assert (judgement.law, judgement.practice) == (Verdict.PARTIAL, Verdict.NO_DATA)
    assert (judgement.state, judgement.particulars, judgement.settled) == (State.DRAFT, TOLD, ())
    assert judgement.sought == ""


def test_where_nothing_was_found_the_row_says_in_which_acts(at: Desk) -> None:
    judge(at, Verdict.NOT_FOUND)
    judge(at, Verdict.PARTIAL, INDICATORS)
    judgement = row(at).judgement
    assert judgement
    assert judgement.sought.startswith("not found in these acts (looked at: 1)")
    other = row(at, INDICATORS).judgement
    assert other
    assert other.sought == ""


def test_absent_is_said_once_a_person_has_confirmed_the_list(at: Desk) -> None:
    judge(at, Verdict.NOT_FOUND)
    confirm_list(at.expert, at.mission, seen=seen_now(at.mission), reason=REASON)
    judgement = row(at).judgement
    assert judgement
    assert judgement.sought.startswith(f"absent: {at.expert.name} confirmed")
    assert judgement.law is Verdict.NOT_FOUND


def test_a_settlement_is_told_with_the_dissent(at: Desk) -> None:
    disputed(at)
    judgement = row(at).judgement
    assert judgement
    (settled,) = judgement.settled
    assert (settled.by, settled.why) == (at.expert.name, "Read again.")
    assert (settled.dissent, settled.dissenter, settled.is_superseded) == ("It is all there.", "Bahrom Saidov", False)


def test_a_settlement_that_a_later_verdict_overtook_says_so(at: Desk) -> None:
    disputed(at)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.NOT_FOUND, reason=REASON, version=2)
    judgement = row(at).judgement
    assert judgement
    (settled,) = judgement.settled
    assert settled.is_superseded


def test_the_dissent_of_each_second_opinion_is_printed_as_it_was_settled_last(at: Desk) -> None:
    disputed(at)
    third = expert_in(at.mission, at.manager, name="Jan Kowal")
    ask_opinion(at.expert, at.mission, (VICTIMS,), third)
    opinion = give_opinion(third, at.mission, VICTIMS, FULL, version=0)
    settle(
        at.expert, at.mission, VICTIMS, opinion, PARTIAL,
        why={"en": "Read a third time."}, dissent={"en": "I read all of it."}, dissenter=third, version=2,
    )  # fmt: skip
    judgement = row(at).judgement
    assert judgement
    assert [(one.dissenter, one.dissent) for one in judgement.settled] == [
        ("Bahrom Saidov", "It is all there."),
        ("Jan Kowal", "I read all of it."),
    ]
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.NOT_FOUND, reason=REASON, version=3)
    settle(at.manager, at.mission, VICTIMS, opinion, PARTIAL, why={"en": "And a fourth time."}, version=4)
    judgement = row(at).judgement
    assert judgement
    assert [one.why for one in judgement.settled] == ["Read again.", "And a fourth time."]


def test_a_norm_is_quoted_and_of_one_for_official_use_only_its_place_is_named(at: Desk) -> None:
    edition = standard(at)
    quote_norm(at.expert, at.mission, VICTIMS, edition=edition, eid="art_2__para_1", words="identify every victim")
    (quoted,) = row(at).norm_quotations
    assert (quoted.citation, quoted.words, quoted.language) == ("Art. 2 para. 1", "identify every victim", "en")
    assert row(at, INTERPRETER).norm_quotations == ()
    edition.is_restricted = True
    edition.save(update_fields=["is_restricted"])
    (kept,) = row(at).norm_quotations
    assert (kept.words, kept.citation) == ("", quoted.citation)


def test_the_findings_in_pictures_stand_behind_the_table_of_national_law_alone(at: Desk) -> None:
    judge(at, Verdict.PARTIAL)
    overview = concordance_of(at.mission, "en", TODAY).overview
    assert overview
    assert (overview.heat.total.scope, overview.heat.total.judged) == (4, 1)
    assert concordance_of(at.mission, "en", TODAY, "LV").overview is None


def test_where_nobody_judged_the_row_has_no_judgement(at: Desk) -> None:
    assert row(at).judgement is None


OWN = Assessment(Verdict.NOT_FOUND, reason={"en": "Neither of the two."})


@pytest.mark.parametrize(
    ("outcome", "author", "told"),
    [
        (None, Author("Anna Horvat", "Rustam Saidov"), "Anna Horvat, settled by Rustam Saidov"),
        (
            FULL,
            Author("Bahrom Saidov", "Rustam Saidov", is_second=True),
            "Bahrom Saidov (second opinion), settled by Rustam Saidov",
        ),
        (OWN, Author("Rustam Saidov"), "Rustam Saidov"),
    ],
)
def test_a_settled_finding_names_whose_judgement_was_chosen(
    at: Desk, outcome: Assessment | None, author: Author, told: str
) -> None:
    second = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT, name="Bahrom Saidov")
    third = expert_in(at.mission, at.manager, role=Role.EU_EXPERT, name="Rustam Saidov")
    judge(at, Verdict.PARTIAL)
    first = Assessment(Verdict.PARTIAL, Verdict.NO_DATA, REASON, TOLD)
    ask_opinion(at.expert, at.mission, (VICTIMS,), second)
    opinion = give_opinion(second, at.mission, VICTIMS, FULL, version=0)
    settle(third, at.mission, VICTIMS, opinion, outcome or first, why={"en": "Read again."}, version=1)
    judgement = row(at).judgement
    assert judgement
    assert judgement.by == told
    assert author_of(Finding.objects.get()) == author
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.ELSEWHERE, reason=REASON, version=2)
    assert author_of(Finding.objects.get()) == Author("Anna Horvat")


def test_an_open_disagreement_and_an_older_text_are_doubts_of_the_row(at: Desk) -> None:
    accepted(at)
    judge(at, Verdict.PARTIAL)
    judgement = row(at).judgement
    assert judgement
    assert judgement.doubts == ()
    second = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT, name="Bahrom Saidov")
    ask_opinion(at.expert, at.mission, (VICTIMS,), second)
    give_opinion(second, at.mission, VICTIMS, FULL, version=0)
    assert complete_list(at.mission).changed == 0
    old = at.mission.editions.get()
    law_on_file(at.mission, at.manager, extra="\nПоправка.\n", act=old.act, replaces=old)
    judgement = row(at).judgement
    assert judgement
    assert judgement.doubts == (Doubt.DISPUTED, Doubt.OUTDATED)
    assert concordance_of(at.mission, "en", TODAY).doubted(Doubt.DISPUTED) == 1
    assert complete_list(at.mission).changed > 0


def test_nothing_is_absent_beside_an_accepted_provision_and_the_check_stops_it(at: Desk) -> None:
    accepted(at)
    judge(at, Verdict.NOT_FOUND, particulars=Particulars())
    judge(at, Verdict.NOT_FOUND, INDICATORS, particulars=Particulars())
    confirm_list(at.expert, at.mission, seen=seen_now(at.mission), reason=REASON)
    judgement, other = row(at).judgement, row(at, INDICATORS).judgement
    assert judgement
    assert other
    assert judgement.sought.startswith("not found in these acts (looked at: 1)")
    assert other.sought.startswith("absent: ")
    saved = {one.requirement.requirement_id: one.requirement for one in at.mission.findings.all()}
    assert not absence_on(at.mission, saved[VICTIMS]).is_confirmed
    assert absence_on(at.mission, saved[INDICATORS]).is_confirmed
    fired = {one.requirement.id: [str(each.check) for each in one.failures] for one in checks_of(at.mission).findings}
    assert "not-found-but-accepted" in fired[VICTIMS]
    assert "not-found-but-accepted" not in fired[INDICATORS]
