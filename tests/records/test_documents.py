"""The three documents as values: what stands in them, in which language, and with which figures."""

from datetime import date
from functools import partial

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.comparative_docx import write_comparative
from muvofiq.publication.concordance import Concordance, Row, State
from muvofiq.publication.errors import BrokenPlaceholder, UnknownPlaceholder
from muvofiq.publication.release import Figures, Part
from muvofiq.publication.xlsx import write_concordance
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.enter_public_fact import enter_public_fact
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.move_recommendation import move_recommendation
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.record_consent import record_consent
from muvofiq.records.actions.work import work_once
from muvofiq.records.errors import NothingRecommended, ScopeEmpty
from muvofiq.records.models import PublicFact, Recommendation
from muvofiq.records.queries.documents import (
    check_figures,
    comparative_of,
    concordance_of,
    documents_page,
    figures_of,
    proposed_facts,
    release_of,
)
from muvofiq.records.words import ContributionKind, Decision, RecommendationKind, RecommendationState, SessionKind
from tests.records.advising import PROPOSED, advised, amended
from tests.records.small import (
    IDS,
    STARTS,
    UNIT,
    VICTIMS,
    WORDS,
    Desk,
    accepted,
    desk,
    law_on_file,
    mission_of,
    workbench,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 6)
LANGUAGES = ("en", "ru", "tg")


@pytest.fixture
def at() -> Desk:
    at = desk(slug="border")
    agency = plan_agency(
        at.expert, at.mission, name={"en": "Border service", "ru": "Пограничная служба"}, short={"en": "BS"}
    )
    note_contribution(
        at.expert,
        at.mission,
        agency=agency,
        kind=ContributionKind.PROPOSAL,
        text={"en": "Two officers."},
        requirement_ids=[VICTIMS],
    )
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason={"en": "Not for all."}, version=0)
    return at


def recommended(at: Desk, *, notes: tuple[int, ...] = (1,)) -> Recommendation:
    row = advised(
        at,
        text={"en": "Appoint two.", "ru": "Назначать двоих."},
        reason={"en": "Safer.", "ru": "Надёжнее."},
        finding_ids=[VICTIMS],
        contribution_numbers=notes,
        is_key=True,
    )
    return amended(at, row).recommendation


def rows_of(table: Concordance, requirement_id: str = VICTIMS) -> list[Row]:
    return [row for row in table.rows if row.requirement.id == requirement_id]


def test_the_concordance_shows_what_persons_accepted_before_what_the_machine_proposes(at: Desk) -> None:
    while work_once(lambda: None):
        pass
    proposal = at.mission.proposals.filter(requirement__requirement_id=VICTIMS).first()
    assert proposal
    decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=proposal.eid, decision=Decision.REJECTED)
    quote(at.expert, accepted(at), WORDS)
    judge = partial(give_verdict, at.expert, at.mission, VICTIMS, reason={"en": "Not for all."})
    judge(law=Verdict.NOT_ASSESSED, version=1)
    _, *others = rows_of(concordance_of(at.mission, "en", TODAY))
    judge(law=Verdict.PARTIAL, version=2)
    assert others
    assert all(row.answer and row.answer.state is State.PROPOSED and row.answer.reason for row in others)
    assert f"border-law-ru~{proposal.eid}" not in {row.answer.unit for row in others if row.answer}
    recommended(at)
    table = concordance_of(at.mission, "en", TODAY)
    first, *others = rows_of(table)
    assert others == []  # once a person has judged, what the machine still proposes is no part of the table
    assert first.answer
    assert (first.answer.citation, first.answer.state, first.answer.quotations) == (
        "ст. 4 ч. 2",
        State.ACCEPTED,
        (WORDS,),
    )
    assert first.judgement
    assert (first.judgement.law, first.judgement.reason, first.judgement.by) == (
        Verdict.PARTIAL,
        "Not for all.",
        at.expert.name,
    )
    assert first.contributions == ("C1 BS: Two officers.",)
    assert first.recommendations == ("R1 ст. 4 ч. 2: Appoint two.",)
    assert table.for_state
    assert (table.for_state.state, table.for_state.on, table.judged) == ("TJ", STARTS, True)
    assert [one.id for one in table.requirements] == list(IDS)
    assert write_concordance(table, "en").startswith(b"PK")


def test_a_text_without_translation_carries_the_tag_of_its_language(at: Desk) -> None:
    table = concordance_of(at.mission, "tg", TODAY)
    assert rows_of(table)[0].contributions == ("C1 BS [en]: Two officers. [en]",)


def test_an_answer_in_a_replaced_edition_keeps_its_place(at: Desk) -> None:
    accepted(at)
    law_on_file(
        at.mission, at.expert, extra="\n\nСтатья 99. Ещё\nНовая норма.", act=at.edition.act, replaces=at.edition
    )
    table = concordance_of(at.mission, "ru", TODAY)
    answer = rows_of(table)[0].answer
    assert answer
    assert answer.unit == f"{at.edition.name}~{UNIT}"
    assert [law.name for law in table.acts] == [one.name for one in at.mission.editions.all()]


def test_a_rejection_in_a_replaced_edition_does_no_harm(at: Desk) -> None:
    decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=Decision.REJECTED)
    law_on_file(
        at.mission, at.expert, extra="\n\nСтатья 99. Ещё\nНовая норма.", act=at.edition.act, replaces=at.edition
    )
    assert len(concordance_of(at.mission, "ru", TODAY).acts) == 1


def test_without_scope_there_is_no_concordance() -> None:
    with pytest.raises(ScopeEmpty):
        concordance_of(mission_of(workbench(), slug="empty"), "en", TODAY)


def test_the_comparative_table_shows_both_wordings_and_on_what_each_row_rests(at: Desk) -> None:
    recommended(at)
    recommended(at, notes=())
    table = comparative_of(at.mission, "ru", TODAY)
    row, bare = table.rows
    assert (row.number, row.unit, row.proposed, row.reason, row.key) == (
        "R1",
        "ст. 4 ч. 2",
        PROPOSED,
        "Надёжнее.",
        True,
    )
    assert WORDS in row.current
    assert row.requirements == ("A09",)
    assert row.contributions == ("C1 BS [en]: Two officers. [en]",)
    assert bare.contributions == ()
    assert (row.text, row.kind) == ("Назначать двоих.", RecommendationKind.AMEND)
    assert write_comparative(table, "ru").startswith(b"PK")


def test_each_amendment_has_a_row_and_so_has_a_recommendation_that_amends_nothing(at: Desk) -> None:
    row = recommended(at)
    amend(at.expert, row, act=at.edition.act, edition=at.edition, after="art_4__para_3", proposed="4. Она отвечает.")
    advised(at, kind=RecommendationKind.TRAINING, text={"en": "Train the border service."})
    table = comparative_of(at.mission, "en", TODAY)
    assert [(one.number, one.unit) for one in table.rows] == [
        ("R1.1", "ст. 4 ч. 2"),
        ("R1.2", "New unit, behind ст. 4 ч. 3"),
        ("R2", ""),
    ]
    assert [one.number for one in table.without_wording] == ["R2"]
    assert write_comparative(table, "en").startswith(b"PK")


def test_what_was_withdrawn_is_neither_printed_nor_counted(at: Desk) -> None:
    accepted(at)
    row = recommended(at, notes=())
    move_recommendation(at.expert, row, RecommendationState.WITHDRAWN, seen=row.seen)
    with pytest.raises(NothingRecommended):
        comparative_of(at.mission, "en", TODAY)
    assert rows_of(concordance_of(at.mission, "en", TODAY))[0].recommendations == ()
    assert figures_of(at.mission).recommendations == 0
    assert documents_page(at.mission, LANGUAGES, TODAY).without_contribution == ()


def test_without_recommendation_there_is_no_comparative_table(at: Desk) -> None:
    with pytest.raises(NothingRecommended):
        comparative_of(at.mission, "en", TODAY)


def test_until_consent_is_recorded_each_document_is_marked_as_a_draft(at: Desk) -> None:
    recommended(at)
    assert "DRAFT" in concordance_of(at.mission, "en", TODAY).notices[0]
    assert "ПРОЕКТ" in comparative_of(at.mission, "ru", TODAY).notices[0]
    assert release_of(at.mission, "en", TODAY).draft
    record_consent(at.manager, at.mission, on=STARTS, by="Ministry")
    assert concordance_of(at.mission, "en", TODAY).notices == ()
    assert comparative_of(at.mission, "ru", TODAY).notices == ()
    assert not release_of(at.mission, "en", TODAY).draft


def test_the_notice_of_the_mission_stands_at_the_head(at: Desk) -> None:
    at.mission.notice = {"en": "Reconstructed."}
    record_consent(at.manager, at.mission, on=STARTS, by="Ministry")
    assert concordance_of(at.mission, "ru", TODAY).notices == ("Reconstructed. [en]",)
    assert release_of(at.mission, "en", TODAY).notices == ("Reconstructed.",)


def test_the_release_is_made_of_public_facts_alone(at: Desk) -> None:
    recommended(at)
    enter_public_fact(
        at.expert, at.mission, part=Part.RESULT, text={"en": "{recommendations} proposals, {judged} of {requirements}."}
    )
    enter_public_fact(at.expert, at.mission, part=Part.HEADLINE, text={"en": "A law is read"})
    release = release_of(at.mission, "en", TODAY)
    assert (release.headline, release.paragraphs) == ("A law is read", (f"1 proposals, 1 of {len(IDS)}.",))
    assert release_of(at.mission, "tg", TODAY).headline == "A law is read [en]"
    whole = " ".join((release.headline, *release.paragraphs))
    for secret in ("Two officers", "Not for all", "Safer", "Appoint two", at.expert.name):
        assert secret not in whole


def test_the_figures_are_counted_once(at: Desk) -> None:
    recommended(at)
    plan_session(at.expert, at.mission, kind=SessionKind.WORKSHOP, title={"en": "Standards"}, day=STARTS)
    expected = Figures(recommendations=1, requirements=len(IDS), judged=1, agencies=1, sessions=1)
    assert figures_of(at.mission) == expected
    assert documents_page(at.mission, LANGUAGES, TODAY).figures == expected


def test_sentences_are_proposed_until_they_are_entered(at: Desk) -> None:
    plan_session(at.expert, at.mission, kind=SessionKind.WORKSHOP, title={"en": "Standards"}, day=STARTS)
    kinds = {"workshop": "workshop", "round_table": "round table"}
    proposed = proposed_facts(at.mission, "en", kinds)
    texts = [one.text for one in proposed]
    assert "Format: workshop." in texts
    assert "The discussion was attended by: Border service." in texts
    enter_public_fact(at.expert, at.mission, part=proposed[0].part, text={"en": texts[0]})
    assert [one.text for one in proposed_facts(at.mission, "en", kinds)] == texts[1:]


def test_a_figure_that_there_is_not_is_refused(at: Desk) -> None:
    with pytest.raises(UnknownPlaceholder):
        check_figures(at.mission, Part.LEAD, "{ministers} ministers")
    with pytest.raises(BrokenPlaceholder):
        check_figures(at.mission, Part.LEAD, "{judged judged")


def test_the_page_says_what_each_document_lacks(at: Desk) -> None:
    recommended(at, notes=())
    PublicFact.objects.create(
        mission=at.mission,
        part="lead",
        text={"ru": "{broken"},
        position=0,
        entered_by=at.expert,
        entered_at="2026-03-02T10:00:00Z",
    )
    page = documents_page(at.mission, LANGUAGES, TODAY)
    assert page.is_unfinished
    assert page.without_answer == len(IDS)
    assert [one.number for one in page.without_contribution] == [1]
    assert [(one.language, one.untranslated, one.is_ready, type(one.error)) for one in page.releases] == [
        ("en", 1, False, BrokenPlaceholder),
        ("ru", 0, False, BrokenPlaceholder),
        ("tg", 1, False, BrokenPlaceholder),
    ]
