"""Who may do what: the table as a lawyer would write it, and every action held against it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest
from django.db import transaction

from muvofiq.assessment.answer_key import Step
from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.case import cases
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.columns_guess import Columns
from muvofiq.publication.release import Part
from muvofiq.publication.translation_sheet import Sheet
from muvofiq.records.actions.add_instrument import add_instrument, correct_instrument, take_instrument
from muvofiq.records.actions.add_member import add_member, end_membership
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.ask_opinion import ask_opinion, decline_opinion, withdraw_opinion
from muvofiq.records.actions.assign import assign
from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.actions.confirm_list import confirm_list, withdraw_confirmation
from muvofiq.records.actions.confirm_verdict import confirm_verdict
from muvofiq.records.actions.create_mission import create_mission
from muvofiq.records.actions.decide_candidate import decide_candidate, withdraw_decision
from muvofiq.records.actions.decide_draft import decide_draft, decide_drafts
from muvofiq.records.actions.decide_term import decide_term
from muvofiq.records.actions.draft_requirements import draft_requirements
from muvofiq.records.actions.enter_public_fact import enter_public_fact
from muvofiq.records.actions.give_opinion import give_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.invite_member import invite_member, renew_link
from muvofiq.records.actions.look_at import look_at
from muvofiq.records.actions.move_finding import move_finding, move_findings
from muvofiq.records.actions.move_recommendation import move_recommendation
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.actions.propose_term import propose_term, withdraw_term
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.actions.publish_requirement import publish_requirement
from muvofiq.records.actions.quote import quote, withdraw_quotation
from muvofiq.records.actions.quote_norm import quote_norm, unquote_norm
from muvofiq.records.actions.receive_table import give_up_table, say_columns
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.actions.record_consent import record_consent
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.register_programme import register_programme
from muvofiq.records.actions.relate import relate, take_back_relation
from muvofiq.records.actions.remove import remove
from muvofiq.records.actions.remove_instrument import remove_instrument
from muvofiq.records.actions.remove_practice import remove_practice
from muvofiq.records.actions.remove_translation import remove_translation
from muvofiq.records.actions.request_matching import request_matching
from muvofiq.records.actions.request_recognising import give_up_scan, recognise_again
from muvofiq.records.actions.restore_verdict import restore_verdict, undo_verdict
from muvofiq.records.actions.reveal_answer import cover_answer, reveal_answer
from muvofiq.records.actions.send_for_translation import send_for_translation
from muvofiq.records.actions.settle import settle
from muvofiq.records.actions.sign_in import invite
from muvofiq.records.actions.take_editions import take_editions
from muvofiq.records.actions.take_from_register import take_from_register
from muvofiq.records.actions.take_over_evidence import take_over_evidence
from muvofiq.records.actions.take_thesaurus import take_thesaurus, withdraw_source
from muvofiq.records.actions.take_translation_back import take_translation_back
from muvofiq.records.actions.title_act import title_act
from muvofiq.records.actions.write_case_note import write_case_note
from muvofiq.records.actions.write_practice import write_practice
from muvofiq.records.actions.write_translation import stamp, write_translation
from muvofiq.records.chain import first_break
from muvofiq.records.errors import NotAllowed
from muvofiq.records.models import (
    Act,
    Agency,
    Amendment,
    Answer,
    Finding,
    Mission,
    NormQuotation,
    Opinion,
    Person,
    Recommendation,
    RequirementRelation,
    Session,
    TermProposal,
    WorkingTranslation,
)
from muvofiq.records.permissions import TABLE, Verb, may, require, roles_of
from muvofiq.records.queries.complete_list import seen_now
from muvofiq.records.queries.missions import mission_named
from muvofiq.records.queries.new_editions import new_editions
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.queries.touched_evidence import touched_evidence
from muvofiq.records.queries.translations import Which
from muvofiq.records.queries.verdict_versions import versions_of
from muvofiq.records.words import (
    ContributionKind,
    Decision,
    DraftState,
    RecommendationState,
    Role,
    SessionKind,
    TermState,
)
from muvofiq.standards.relation import RelationKind
from muvofiq.standards.thesaurus import Concept, Thesaurus
from tests.publication.tables import EC, workbook
from tests.records.asking import asked
from tests.records.asking import taken as answers_taken
from tests.records.guests import FACTS, act_on_file, added, draft_at, kept
from tests.records.receiving import ABOUT, received, taken
from tests.records.scanning import kept_scan
from tests.records.small import (
    ENDS,
    IDS,
    INTERPRETER,
    REASON,
    STARTS,
    UNIT,
    VICTIMS,
    WORDS,
    Desk,
    accepted,
    desk,
    everything,
    expert_in,
    history,
    mission_of,
    person,
    requirements,
    tajik_twin,
    workbench,
)
from tests.records.sources import NEW, answered, dated, keys, standard, text_as_at
from tests.records.test_write_practice import PRACTICE

pytestmark = pytest.mark.django_db

BY = {"language": "pt", "translator": "Ana Silva", "is_machine": False, "translated_on": STARTS}
M, E, N, D, S, O = Role  # noqa: E741 (the letters of the table below)
EXPECTED = {
    # programme Manager, EU expert, National expert, Delegate, Standards editor, Observer
    Verb.CREATE_MISSION: set(),
    Verb.REGISTER_PROGRAMME: set(),
    Verb.PUBLISH_CATALOGUE: set(),
    Verb.SEE: {M, E, N, D, S, O},
    Verb.ADD_MEMBER: {M},
    Verb.PLAN: {M, E, N},
    Verb.CHOOSE_SCOPE: {M, E, N},
    Verb.IMPORT_EDITION: {M, E, N},
    Verb.TRANSLATE: {M, E, N},
    Verb.REQUEST_MATCHING: {M, E, N},
    Verb.DECIDE_CANDIDATE: {E, N},
    Verb.QUOTE: {E, N},
    Verb.GIVE_VERDICT: {E, N},
    Verb.NOTE_CONTRIBUTION: {M, E, N},
    Verb.RECOMMEND: {E, N},
    Verb.MOVE_RECOMMENDATION: {M, E, N, D},
    Verb.TITLE_ACT: {M, E, N},
    Verb.ENTER_PUBLIC_FACT: {M, E, N},
    Verb.RECORD_CONSENT: {M},
    Verb.REVEAL_ANSWER: {M, E},
    Verb.EDIT_STANDARDS: {M, E, N, S},
    Verb.TAKE_EDITION: {M, E, N},
    Verb.ADD_PRACTICE: {M, E, N},
    Verb.PROPOSE_TERM: {M, E, N, D, S},
    Verb.DECIDE_TERM: {E, N, S},
    Verb.MOVE_FINDING: {M, E, N, D},
    Verb.ASSIGN: {M, E, N},
    Verb.ASK_OPINION: {M, E, N},
    Verb.GIVE_OPINION: {E, N},
    Verb.SETTLE: {E, N},
    Verb.CONFIRM_LIST: {E, N},
    Verb.WRITE_CASE_NOTE: {M, E, N},
    Verb.ASK_AGENCY: {M, E, N},
}


@dataclass(frozen=True, slots=True)
class Room:
    """A mission with a row of each sort."""

    at: Desk
    agency: Agency
    session: Session
    act: Act
    answer: Answer

    @property
    def mission(self) -> Mission:
        return self.at.mission


def room() -> Room:
    at = desk()
    at.mission.exercise = "workshop"
    at.mission.save()
    accepted(at, requirement_id=INTERPRETER)
    return Room(
        at,
        plan_agency(at.expert, at.mission, name={"en": "Border service"}),
        plan_session(at.expert, at.mission, kind=SessionKind.WORKSHOP, title={"en": "Opening"}, day=STARTS),
        register_act(at.expert, at.mission, title={"en": "On guards"}),
        accepted(at),
    )


def _note(actor: Person, one: Room) -> object:
    return note_contribution(
        actor, one.mission, agency=one.agency, kind=ContributionKind.PRACTICE, text={"en": "It is done so."}
    )


def _recommend(actor: Person, one: Room) -> Recommendation:
    return recommend(actor, one.mission, text={"en": "Do so."}, reason=REASON)


def _amend(actor: Person, one: Room) -> Amendment:
    row = _recommend(one.at.expert, one)
    return amend(actor, row, act=one.act, unit="article 1", proposed="A person ...")


def _step(actor: Person, one: Room) -> None:
    """Take a recommendation where the role of the actor can: the country agrees, the others show."""
    row = _recommend(one.at.expert, one)
    is_country = Role.DELEGATE in roles_of(actor, one.mission)
    steps = RecommendationState
    before, after = (steps.SHOWN, steps.AGREED) if is_country else (steps.CHECKED, steps.SHOWN)
    Recommendation.objects.filter(pk=row.pk).update(state=before.value)
    move_recommendation(actor, row, after, seen=row.seen)


def _verdict(actor: Person, one: Room) -> object:
    return give_verdict(actor, one.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)


def _own_move(actor: Person, one: Room) -> tuple[State, Finding]:
    """Judge, and return the move that the role of the actor can make: the country agrees, the others show."""
    accepted(one.at)
    looked = Particulars(covered=(1,))
    finding = give_verdict(
        one.at.expert, one.mission, VICTIMS, law=Verdict.FULL, reason=REASON, particulars=looked, version=0
    )
    is_country = Role.DELEGATE in roles_of(actor, one.mission)
    before, after = (State.SHOWN, State.AGREED) if is_country else (State.CHECKED, State.SHOWN)
    Finding.objects.filter(pk=finding.pk).update(state=before.value)
    return after, finding


def _move(actor: Person, one: Room) -> object:
    after, finding = _own_move(actor, one)
    return move_finding(actor, one.mission, VICTIMS, to=after, version=finding.version)


def _move_several(actor: Person, one: Room) -> object:
    after, finding = _own_move(actor, one)
    return move_findings(actor, one.mission, {VICTIMS: finding.version}, after)


def _restore(actor: Person, one: Room) -> object:
    for version, law in enumerate((Verdict.PARTIAL, Verdict.FULL)):
        give_verdict(one.at.expert, one.mission, VICTIMS, law=law, reason=REASON, version=version)
    sequence = versions_of(one.mission, VICTIMS)[-1].sequence
    return restore_verdict(actor, one.mission, VICTIMS, sequence=sequence, version=2)


def _undo(actor: Person, one: Room) -> object:
    _verdict(actor if may(actor, Verb.GIVE_VERDICT, one.mission) else one.at.expert, one)
    return undo_verdict(actor, one.mission, VICTIMS, version=1)


def _decide(actor: Person, one: Room) -> object:
    return decide_candidate(
        actor, one.mission, VICTIMS, edition=one.at.edition, eid="art_3", decision=Decision.REJECTED
    )


def _unquote(actor: Person, one: Room) -> None:
    withdraw_quotation(actor, quote(one.at.expert, one.answer, WORDS))


def _quote_norm(actor: Person, one: Room) -> NormQuotation:
    treaty = standard(one.at)
    words = "Each Party shall identify every victim at its border"
    return quote_norm(actor, one.mission, VICTIMS, edition=treaty, eid="art_2", words=words)


def _take_over(actor: Person, one: Room) -> None:
    answered(one.at, dated(one.at), "art_3")
    text_as_at(one.at, NEW)
    take_over_evidence(actor, one.mission, keys(touched_evidence(one.mission)))


def _confirm_list(actor: Person, one: Room) -> None:
    confirm_list(actor, one.mission, seen=seen_now(one.mission), reason=REASON)


def _withdraw_confirmation(actor: Person, one: Room) -> None:
    _confirm_list(one.at.expert, one)
    withdraw_confirmation(actor, one.mission)


def _cover(actor: Person, one: Room) -> None:
    reveal_answer(one.at.expert, one.mission, INTERPRETER, Step.WHERE)
    cover_answer(actor, one.mission, INTERPRETER)


def _translate(actor: Person, one: Room) -> WorkingTranslation:
    return write_translation(actor, one.at.edition, UNIT, heading="", text="Um.", **BY)  # type: ignore[arg-type]


def _untranslate(actor: Person, one: Room) -> None:
    remove_translation(actor, one.at.edition, UNIT, "pt", seen=stamp(_translate(one.at.expert, one)))


def _send(actor: Person, one: Room) -> Sheet:
    return send_for_translation(actor, one.at.edition, language="pt", which=Which.UNIT, eid=UNIT)


def _take_back(actor: Person, one: Room) -> object:
    rows = tuple(replace(row, translation="Um.") for row in _send(one.at.expert, one).rows)
    return take_translation_back(actor, one.at.edition, Sheet("pt", rows), **BY)  # type: ignore[arg-type]


def _session(actor: Person, one: Room) -> object:
    return plan_session(actor, one.mission, kind=SessionKind.ROUND_TABLE, title={"en": "Talk"}, day=ENDS)


def _fact(actor: Person, one: Room) -> object:
    return enter_public_fact(actor, one.mission, part=Part.LEAD, text={"en": "A mission was held."})


def _take(actor: Person, one: Room) -> object:
    publish_catalogue(one.at.manager, [replace(requirements([VICTIMS])[0], statement={"en": "Look for victims."})])
    (offered,) = new_editions(one.mission)
    return take_editions(actor, one.mission, {VICTIMS: str(offered.newest.pk)})


def _confirm(actor: Person, one: Room) -> object:
    _verdict(one.at.expert, one)
    _take(one.at.expert, one)
    return confirm_verdict(actor, one.mission, VICTIMS, version=2, edition=2)


def _relate(actor: Person, one: Room) -> RequirementRelation:
    kind = RelationKind.INTERSECTS
    return relate(actor, one.mission, VICTIMS, INTERPRETER, kind=kind, common=[(1, 1)], reason=REASON)


def _standard(actor: Person, one: Room) -> object:
    return add_instrument(actor, one.mission, act=act_on_file(one.at), entry=FACTS)


def _keep(actor: Person, one: Room) -> object:
    return decide_draft(actor, draft_at(added(one.at), "art. 3(1)"), state=DraftState.KEPT, version=1)


def _drop_several(actor: Person, one: Room) -> object:
    row = added(one.at)
    return decide_drafts(actor, row, state=DraftState.DROPPED, versions={draft_at(row, "art. 1").pk: 1})


def _edit(actor: Person, one: Room) -> object:
    requirement = requirement_of(kept(one.at, added(one.at)))
    return publish_requirement(actor, one.mission, replace(requirement, title={"en": "Guests"}), based_on=1)


def _term(actor: Person, one: Room) -> TermProposal:
    return propose_term(actor, one.mission, concept_id="victim", language="tg", word="осебдида")


def _thesaurus(actor: Person, one: Room) -> object:
    return take_thesaurus(actor, one.mission, Thesaurus((Concept("victim", {"tg": ("осебдида",)}),)), "a.ttl")


def _withdraw_source(actor: Person, one: Room) -> object:
    take_thesaurus(actor, one.mission, Thesaurus((Concept("victim", {"tg": ("осебдида",)}),)), "a.ttl")
    return withdraw_source(actor, one.mission, "a.ttl")


def _ask(actor: Person, one: Room) -> object:
    return ask_opinion(actor, one.mission, [INTERPRETER], expert_in(one.mission, one.at.manager, name="Second"))


def _asked(one: Room) -> Opinion:
    (opinion,) = ask_opinion(one.at.expert, one.mission, [VICTIMS], expert_in(one.mission, one.at.manager))
    return opinion


def _asked_of(actor: Person, one: Room) -> Opinion | None:
    """Ask this person where the role may be asked; the action then has nothing to refuse but the role."""
    if not may(actor, Verb.GIVE_OPINION, one.mission):
        return None
    (opinion,) = ask_opinion(one.at.expert, one.mission, [VICTIMS], actor)
    return opinion


def _opine(actor: Person, one: Room) -> object:
    _asked_of(actor, one)
    return give_opinion(actor, one.mission, VICTIMS, Assessment(Verdict.PARTIAL, reason=REASON), version=0)


def _decline(actor: Person, one: Room) -> None:
    decline_opinion(actor, _asked_of(actor, one) or _asked(one), REASON)


def _settle(actor: Person, one: Room) -> object:
    opinion, held = _asked(one), Assessment(Verdict.PARTIAL, reason=REASON)
    _verdict(one.at.expert, one)
    opinion = give_opinion(opinion.asked_of, one.mission, VICTIMS, held, version=0)
    return settle(actor, one.mission, VICTIMS, opinion, held, why=REASON, version=1)


def _end(actor: Person, one: Room) -> None:
    end_membership(actor, one.mission.members.get(person=one.at.expert))


IN_A_MISSION: dict[str, tuple[Verb, Callable[[Person, Room], object]]] = {
    "see": (Verb.SEE, lambda actor, one: mission_named(actor, one.mission.slug)),
    "add_member": (Verb.ADD_MEMBER, lambda actor, one: add_member(actor, one.mission, person(), Role.DELEGATE)),
    "end_membership": (Verb.ADD_MEMBER, _end),
    "invite": (Verb.ADD_MEMBER, lambda actor, one: invite(actor, one.mission, one.at.expert)),
    "invite_member": (
        Verb.ADD_MEMBER,
        lambda actor, one: invite_member(actor, one.mission, name="New Delegate", role=Role.DELEGATE),
    ),
    "renew_link": (Verb.ADD_MEMBER, lambda actor, one: renew_link(actor, one.mission, one.at.expert)),
    "plan_agency": (Verb.PLAN, lambda actor, one: plan_agency(actor, one.mission, name={"en": "Police"})),
    "plan_session": (Verb.PLAN, _session),
    "register_act": (Verb.PLAN, lambda actor, one: register_act(actor, one.mission, title={"en": "On visas"})),
    "take_from_register": (Verb.PLAN, lambda actor, one: take_from_register(actor, one.mission, ["refugees"])),
    "remove a session": (Verb.PLAN, lambda actor, one: remove(actor, one.mission.sessions.get())),
    "choose_scope": (
        Verb.CHOOSE_SCOPE,
        lambda actor, one: choose_scope(actor, one.mission, IDS[:3], themes=["A"], reason=REASON),
    ),
    "import_edition": (Verb.IMPORT_EDITION, lambda actor, one: tajik_twin(one.mission, actor, one.at.edition)),
    "recognise_again": (
        Verb.IMPORT_EDITION,
        lambda actor, one: recognise_again(actor, kept_scan(one.mission, one.at.expert)),
    ),
    "give_up_scan": (
        Verb.IMPORT_EDITION,
        lambda actor, one: give_up_scan(actor, kept_scan(one.mission, one.at.expert)),
    ),
    "write_translation": (Verb.TRANSLATE, _translate),
    "remove_translation": (Verb.TRANSLATE, _untranslate),
    "send_for_translation": (Verb.TRANSLATE, _send),
    "take_translation_back": (Verb.TRANSLATE, _take_back),
    "request_matching": (Verb.REQUEST_MATCHING, lambda actor, one: request_matching(actor, one.mission)),
    "decide_candidate": (Verb.DECIDE_CANDIDATE, _decide),
    "withdraw_decision": (Verb.DECIDE_CANDIDATE, lambda actor, one: withdraw_decision(actor, one.answer)),
    "quote": (Verb.QUOTE, lambda actor, one: quote(actor, one.answer, WORDS)),
    "withdraw_quotation": (Verb.QUOTE, _unquote),
    "quote_norm": (Verb.QUOTE, _quote_norm),
    "unquote_norm": (Verb.QUOTE, lambda actor, one: unquote_norm(actor, _quote_norm(one.at.expert, one))),
    "take_over_evidence": (Verb.DECIDE_CANDIDATE, _take_over),
    "confirm_list": (Verb.CONFIRM_LIST, _confirm_list),
    "withdraw_confirmation": (Verb.CONFIRM_LIST, _withdraw_confirmation),
    "give_verdict": (Verb.GIVE_VERDICT, _verdict),
    "restore_verdict": (Verb.GIVE_VERDICT, _restore),
    "undo_verdict": (Verb.GIVE_VERDICT, _undo),
    "look_at": (
        Verb.SEE,
        lambda actor, one: look_at(actor, one.mission, VICTIMS, edition=one.at.edition, eid="art_3"),
    ),
    "move_finding": (Verb.MOVE_FINDING, _move),
    "move_findings": (Verb.MOVE_FINDING, _move_several),
    "make_questionnaire": (Verb.ASK_AGENCY, lambda actor, one: asked(one.at, one.agency, actor=actor)),
    "take_answers": (Verb.ASK_AGENCY, lambda actor, one: answers_taken(asked(one.at, one.agency), actor)),
    "assign": (Verb.ASSIGN, lambda actor, one: assign(actor, one.mission, IDS[:2], one.at.expert)),
    "note_contribution": (Verb.NOTE_CONTRIBUTION, _note),
    "remove a note": (
        Verb.NOTE_CONTRIBUTION,
        lambda actor, one: remove(actor, _note(one.at.expert, one)),  # type: ignore[arg-type]
    ),
    "recommend": (Verb.RECOMMEND, _recommend),
    "remove a recommendation": (
        Verb.RECOMMEND,
        lambda actor, one: remove(actor, _recommend(one.at.expert, one)),
    ),
    "amend": (Verb.RECOMMEND, _amend),
    "remove an amendment": (Verb.RECOMMEND, lambda actor, one: remove(actor, _amend(one.at.expert, one))),
    "move_recommendation": (Verb.MOVE_RECOMMENDATION, _step),
    "title_act": (Verb.TITLE_ACT, lambda actor, one: title_act(actor, one.mission, language="ru", title="О границе")),
    "enter_public_fact": (Verb.ENTER_PUBLIC_FACT, _fact),
    "remove a public fact": (
        Verb.ENTER_PUBLIC_FACT,
        lambda actor, one: remove(actor, _fact(one.at.expert, one)),  # type: ignore[arg-type]
    ),
    "propose_term": (Verb.PROPOSE_TERM, _term),
    "withdraw_term": (Verb.PROPOSE_TERM, lambda actor, one: withdraw_term(actor, _term(actor, one))),
    "take_thesaurus": (Verb.PROPOSE_TERM, _thesaurus),
    "withdraw_source": (Verb.PROPOSE_TERM, _withdraw_source),
    "decide_term": (
        Verb.DECIDE_TERM,
        lambda actor, one: decide_term(actor, _term(one.at.expert, one), TermState.ACCEPTED),
    ),
    "record_consent": (Verb.RECORD_CONSENT, lambda actor, one: record_consent(actor, one.mission, on=ENDS, by="MFA")),
    "take_editions": (Verb.TAKE_EDITION, _take),
    "confirm_verdict": (Verb.GIVE_VERDICT, _confirm),
    "add_instrument": (Verb.EDIT_STANDARDS, _standard),
    "take_instrument": (
        Verb.EDIT_STANDARDS,
        lambda actor, one: take_instrument(actor, one.mission, act=act_on_file(one.at), name="crc"),
    ),
    "remove_instrument": (Verb.EDIT_STANDARDS, lambda actor, one: remove_instrument(actor, added(one.at))),
    "correct_instrument": (
        Verb.EDIT_STANDARDS,
        lambda actor, one: correct_instrument(actor, added(one.at), entry=FACTS | {"in_force": "2002"}, version=1),
    ),
    "draft_requirements": (Verb.EDIT_STANDARDS, lambda actor, one: draft_requirements(actor, added(one.at))),
    "decide_draft": (Verb.EDIT_STANDARDS, _keep),
    "decide_drafts": (Verb.EDIT_STANDARDS, _drop_several),
    "publish_requirement": (Verb.EDIT_STANDARDS, _edit),
    "relate": (Verb.EDIT_STANDARDS, _relate),
    "take_back_relation": (
        Verb.EDIT_STANDARDS,
        lambda actor, one: take_back_relation(actor, _relate(one.at.expert, one)),
    ),
    "reveal_answer": (
        Verb.REVEAL_ANSWER,
        lambda actor, one: reveal_answer(actor, one.mission, VICTIMS, Step.ELEMENTS),
    ),
    "cover_answer": (Verb.REVEAL_ANSWER, _cover),
    "receive_table": (Verb.EDIT_STANDARDS, lambda actor, one: received(actor, one.mission)),
    "say_columns": (
        Verb.EDIT_STANDARDS,
        lambda actor, one: say_columns(
            actor,
            received(one.at.expert, one.mission, workbook(EC)),
            Columns("ec", "Sheet1", 3, {"unit": 0}),
            said=ABOUT,
        ),
    ),
    "take_table": (Verb.EDIT_STANDARDS, lambda actor, one: taken(actor, received(one.at.expert, one.mission))),
    "give_up_table": (
        Verb.EDIT_STANDARDS,
        lambda actor, one: give_up_table(actor, received(one.at.expert, one.mission)),
    ),
    "ask_opinion": (Verb.ASK_OPINION, _ask),
    "withdraw_opinion": (Verb.ASK_OPINION, lambda actor, one: withdraw_opinion(actor, _asked(one))),
    "give_opinion": (Verb.GIVE_OPINION, _opine),
    "decline_opinion": (Verb.GIVE_OPINION, _decline),
    "settle": (Verb.SETTLE, _settle),
    "write_case_note": (
        Verb.WRITE_CASE_NOTE,
        lambda actor, one: write_case_note(actor, one.mission, cases()[0].id, 1, text={"en": "No bed."}, version=0),
    ),
    "write_practice": (Verb.ADD_PRACTICE, lambda actor, one: write_practice(actor, one.mission, PRACTICE)),
    "remove_practice": (
        Verb.ADD_PRACTICE,
        lambda actor, one: remove_practice(actor, write_practice(one.at.expert, one.mission, PRACTICE)),
    ),
}
IN_THE_WORKBENCH: dict[str, Callable[[Person], object]] = {
    "create_mission": lambda actor: create_mission(
        actor, title={"en": "Second"}, state="UZ", starts=date(2026, 5, 4), ends=date(2026, 5, 8)
    ),
    "publish_catalogue": lambda actor: publish_catalogue(actor, requirements(["uac-age-assessment"])),
    "register_programme": lambda actor: register_programme(
        actor, {"key": "programme", "short": "P", "name": {"en": "Programme"}}
    ),
}


def test_the_table_is_as_it_was_agreed() -> None:
    assert {verb: set(roles) for verb, roles in TABLE.items()} == EXPECTED
    assert set(TABLE) == set(Verb)


@pytest.mark.parametrize("verb", Verb)
def test_each_role_may_do_what_the_table_says_and_nothing_else(verb: Verb) -> None:
    manager = workbench()
    mission = mission_of(manager)
    for role in Role:
        assert may(expert_in(mission, manager, role=role), verb, mission) == (role in EXPECTED[verb]), role
    assert not may(person(), verb, mission)
    assert not may(person(manages=True), verb, mission)
    assert may(person(manages=True), verb, None)
    assert not may(person(), verb, None)


def test_every_verb_of_a_mission_has_an_action_that_asks_for_it() -> None:
    of_workbench = {Verb.CREATE_MISSION, Verb.REGISTER_PROGRAMME, Verb.PUBLISH_CATALOGUE}
    assert {verb for verb, _ in IN_A_MISSION.values()} == set(Verb) - of_workbench
    assert {Verb(name) for name in IN_THE_WORKBENCH} == of_workbench


@pytest.mark.parametrize("name", IN_A_MISSION)
def test_an_action_obeys_the_table_for_every_role(name: str) -> None:
    verb, act = IN_A_MISSION[name]
    one = room()
    for role in Role:
        actor = expert_in(one.mission, one.at.manager, role=role)
        check(act, actor, one, allowed=role in EXPECTED[verb], writes=verb is not Verb.SEE)


@pytest.mark.parametrize("name", IN_A_MISSION)
def test_a_stranger_the_manager_of_another_mission_and_who_has_left_may_do_nothing(name: str) -> None:
    _, act = IN_A_MISSION[name]
    one = room()
    elsewhere = person(name="Manager elsewhere", manages=True)
    mission_of(elsewhere, slug="elsewhere")
    former = expert_in(one.mission, one.at.manager, role=Role.PROGRAMME_MANAGER)
    add_member(one.at.manager, one.mission, former, Role.EU_EXPERT)
    former.is_active = False
    former.save()
    for actor in (person(), elsewhere, former):
        check(act, actor, one, allowed=False, writes=True)


@pytest.mark.parametrize("name", IN_THE_WORKBENCH)
def test_what_concerns_the_whole_workbench_is_for_managers_of_programmes(name: str) -> None:
    manager = workbench()
    mission = mission_of(manager)
    for role in Role:
        before = everything_but_people()
        with pytest.raises(NotAllowed, match="programme_manager"):
            IN_THE_WORKBENCH[name](expert_in(mission, manager, role=role))
        assert everything_but_people() == before
    before_act = len(history(None))
    IN_THE_WORKBENCH[name](person(manages=True))
    assert len(history(None)) == before_act + 1
    assert history(None)[-1].verb == name
    retired = Person.objects.create(username="retired", name="R", manages_programmes=True, is_active=False)
    with pytest.raises(NotAllowed):
        IN_THE_WORKBENCH[name](retired)


def test_several_roles_add_up() -> None:
    manager = workbench()
    mission = mission_of(manager)
    both = expert_in(mission, manager, role=Role.OBSERVER)
    assert not may(both, Verb.QUOTE, mission)
    add_member(manager, mission, both, Role.NATIONAL_EXPERT)
    assert roles_of(both, mission) == {Role.OBSERVER, Role.NATIONAL_EXPERT}
    assert may(both, Verb.QUOTE, mission)


def test_the_refusal_tells_which_roles_one_has_and_which_one_would_need() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with pytest.raises(NotAllowed) as caught:
        require(expert_in(mission, manager, role=Role.OBSERVER), Verb.GIVE_VERDICT, mission)
    assert caught.value.values == {"verb": "give_verdict", "role": "observer", "roles": "eu_expert, national_expert"}
    with pytest.raises(NotAllowed) as caught:
        require(person(), Verb.SEE, mission)
    assert "«–»" in str(caught.value)


def check(act: Callable[[Person, Room], object], actor: Person, one: Room, *, allowed: bool, writes: bool) -> None:
    """Let the actor act, and take it back."""
    with transaction.atomic():
        before = history(one.mission)
        if allowed:
            act(actor, one)
            after = history(one.mission)
            assert len(after) >= len(before) + writes
            assert first_break(after) is None
            assert not writes or after[-1].actor == actor
        else:
            with pytest.raises(NotAllowed):
                act(actor, one)
            assert not [entry for entry in history(one.mission)[len(before) :] if entry.actor == actor]
        transaction.set_rollback(True)
    for row in (one.answer, one.session):
        row.refresh_from_db()


def everything_but_people() -> dict[str, list[str]]:
    of_people = {"Person", "Membership", "HistoryEntry"}
    return {name: rows for name, rows in everything().items() if name not in of_people}
