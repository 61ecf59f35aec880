"""Who may do what in a mission: one table, asked by every action and by nothing else."""

from enum import StrEnum

from muvofiq.assessment.scale import State
from muvofiq.records.errors import NotAllowed
from muvofiq.records.models import Membership, Mission, Person
from muvofiq.records.words import RecommendationState, Role


class Verb(StrEnum):
    """What a person can do; each action has one."""

    SEE = "see"
    CREATE_MISSION = "create_mission"
    REGISTER_PROGRAMME = "register_programme"
    PUBLISH_CATALOGUE = "publish_catalogue"
    ADD_MEMBER = "add_member"
    PLAN = "plan"
    CHOOSE_SCOPE = "choose_scope"
    IMPORT_EDITION = "import_edition"
    TRANSLATE = "translate"
    REQUEST_MATCHING = "request_matching"
    DECIDE_CANDIDATE = "decide_candidate"
    QUOTE = "quote"
    GIVE_VERDICT = "give_verdict"
    NOTE_CONTRIBUTION = "note_contribution"
    RECOMMEND = "recommend"
    MOVE_RECOMMENDATION = "move_recommendation"
    TITLE_ACT = "title_act"
    ENTER_PUBLIC_FACT = "enter_public_fact"
    RECORD_CONSENT = "record_consent"
    REVEAL_ANSWER = "reveal_answer"
    EDIT_STANDARDS = "edit_standards"
    TAKE_EDITION = "take_edition"
    ADD_PRACTICE = "add_practice"
    PROPOSE_TERM = "propose_term"
    DECIDE_TERM = "decide_term"
    MOVE_FINDING = "move_finding"
    ASSIGN = "assign"
    ASK_OPINION = "ask_opinion"
    GIVE_OPINION = "give_opinion"
    SETTLE = "settle"
    CONFIRM_LIST = "confirm_list"
    WRITE_CASE_NOTE = "write_case_note"
    ASK_AGENCY = "ask_agency"


MANAGER = frozenset({Role.PROGRAMME_MANAGER})
EXPERTS = frozenset({Role.EU_EXPERT, Role.NATIONAL_EXPERT})
EVERYBODY = frozenset(Role)
NATIVE = frozenset({Role.NATIONAL_EXPERT, Role.STANDARDS_EDITOR})  # whose acceptance confirms the word of somebody else

# The first three concern the whole workbench: a person who manages programmes may do them.
TABLE: dict[Verb, frozenset[Role]] = {
    Verb.CREATE_MISSION: frozenset(),
    Verb.REGISTER_PROGRAMME: frozenset(),
    Verb.PUBLISH_CATALOGUE: frozenset(),
    Verb.SEE: EVERYBODY,
    Verb.ADD_MEMBER: MANAGER,
    Verb.PLAN: MANAGER | EXPERTS,
    Verb.CHOOSE_SCOPE: MANAGER | EXPERTS,
    Verb.IMPORT_EDITION: MANAGER | EXPERTS,
    Verb.TRANSLATE: MANAGER | EXPERTS,
    Verb.REQUEST_MATCHING: MANAGER | EXPERTS,
    Verb.DECIDE_CANDIDATE: EXPERTS,
    Verb.QUOTE: EXPERTS,
    Verb.GIVE_VERDICT: EXPERTS,
    Verb.NOTE_CONTRIBUTION: MANAGER | EXPERTS,
    Verb.RECOMMEND: EXPERTS,
    Verb.MOVE_RECOMMENDATION: MANAGER | EXPERTS | {Role.DELEGATE},  # which move, a table below says
    Verb.TITLE_ACT: MANAGER | EXPERTS,
    Verb.ENTER_PUBLIC_FACT: MANAGER | EXPERTS,
    Verb.RECORD_CONSENT: MANAGER,
    Verb.REVEAL_ANSWER: MANAGER | {Role.EU_EXPERT},  # who leads an exercise; the others hunt
    Verb.EDIT_STANDARDS: MANAGER | EXPERTS | {Role.STANDARDS_EDITOR},
    Verb.TAKE_EDITION: MANAGER | EXPERTS,
    Verb.ADD_PRACTICE: MANAGER | EXPERTS,
    Verb.PROPOSE_TERM: MANAGER | EXPERTS | {Role.DELEGATE, Role.STANDARDS_EDITOR},
    Verb.DECIDE_TERM: EXPERTS | {Role.STANDARDS_EDITOR},
    Verb.MOVE_FINDING: MANAGER | EXPERTS | {Role.DELEGATE},  # which move, the table below says
    Verb.ASSIGN: MANAGER | EXPERTS,
    Verb.ASK_OPINION: MANAGER | EXPERTS,
    Verb.GIVE_OPINION: EXPERTS,
    Verb.SETTLE: EXPERTS,
    Verb.CONFIRM_LIST: EXPERTS,
    Verb.WRITE_CASE_NOTE: MANAGER | EXPERTS,
    Verb.ASK_AGENCY: MANAGER | EXPERTS,
}

COUNTRY = frozenset({Role.NATIONAL_EXPERT, Role.DELEGATE})  # who can say what the country holds

# From which state a finding goes to which, and who may take it there.
MOVES: dict[tuple[State, State], frozenset[Role]] = {
    (State.DRAFT, State.CHECKED): EXPERTS,
    (State.CHECKED, State.DRAFT): EXPERTS,
    (State.CHECKED, State.SHOWN): MANAGER | EXPERTS,
    (State.SHOWN, State.CHECKED): MANAGER | EXPERTS,
    (State.SHOWN, State.AGREED): COUNTRY,
    (State.SHOWN, State.DISPUTED): COUNTRY,
    (State.AGREED, State.DISPUTED): COUNTRY,
    (State.DISPUTED, State.AGREED): COUNTRY,
    (State.DISPUTED, State.DRAFT): EXPERTS,
    (State.AGREED, State.DRAFT): EXPERTS,
}

Steps = RecommendationState
# From which state a recommendation goes to which, and who may take it there.
RECOMMENDATION_MOVES: dict[tuple[Steps, Steps], frozenset[Role]] = {
    (Steps.DRAFT, Steps.CHECKED): EXPERTS,
    (Steps.CHECKED, Steps.DRAFT): EXPERTS,
    (Steps.CHECKED, Steps.SHOWN): MANAGER | EXPERTS,
    (Steps.SHOWN, Steps.CHECKED): MANAGER | EXPERTS,
    (Steps.SHOWN, Steps.AGREED): COUNTRY,
    (Steps.AGREED, Steps.DRAFT): EXPERTS,
    (Steps.DRAFT, Steps.WITHDRAWN): EXPERTS,
    (Steps.CHECKED, Steps.WITHDRAWN): EXPERTS,
    (Steps.SHOWN, Steps.WITHDRAWN): EXPERTS,
    (Steps.AGREED, Steps.WITHDRAWN): EXPERTS,
    (Steps.WITHDRAWN, Steps.DRAFT): EXPERTS,
}


def may(actor: Person, verb: Verb, mission: Mission | None) -> bool:
    """Whether a person may do this in a mission, or in the whole workbench where there is no mission."""
    if not actor.is_active:
        return False
    if mission is None:
        return actor.manages_programmes
    return bool(roles_of(actor, mission) & TABLE[verb])


def require(actor: Person, verb: Verb, mission: Mission | None) -> None:
    """Let the person pass or raise NotAllowed."""
    if not may(actor, verb, mission):
        held = ", ".join(sorted(roles_of(actor, mission))) if mission else ""
        roles = ", ".join(sorted(one.value for one in TABLE[verb])) or "programme_manager"
        raise NotAllowed(str(mission or "workbench"), verb=verb.value, role=held or "–", roles=roles)


def may_move(actor: Person, mission: Mission, before: State, after: State) -> bool:
    """Whether a person may take a finding from one state to another; False too where no finding goes that way."""
    return _is_one_of(actor, mission, MOVES.get((before, after), frozenset()))


def require_move(actor: Person, mission: Mission, before: State, after: State) -> None:
    """Let the person take a finding there, or raise NotAllowed."""
    _require_one_of(actor, mission, MOVES.get((before, after), frozenset()), Verb.MOVE_FINDING)


def may_step(actor: Person, mission: Mission, before: RecommendationState, after: RecommendationState) -> bool:
    """Whether a person may take a recommendation from one state to another; False too where none goes that way."""
    return _is_one_of(actor, mission, RECOMMENDATION_MOVES.get((before, after), frozenset()))


def require_step(actor: Person, mission: Mission, before: RecommendationState, after: RecommendationState) -> None:
    """Let the person take a recommendation there, or raise NotAllowed."""
    roles = RECOMMENDATION_MOVES.get((before, after), frozenset())
    _require_one_of(actor, mission, roles, Verb.MOVE_RECOMMENDATION)


def _is_one_of(actor: Person, mission: Mission, roles: frozenset[Role]) -> bool:
    return actor.is_active and bool(roles_of(actor, mission) & roles)


def _require_one_of(actor: Person, mission: Mission, roles: frozenset[Role], verb: Verb) -> None:
    if not _is_one_of(actor, mission, roles):
        held = ", ".join(sorted(roles_of(actor, mission)))
        wanted = ", ".join(sorted(one.value for one in roles))
        raise NotAllowed(str(mission), verb=verb.value, role=held or "–", roles=wanted or "–")


def roles_of(actor: Person, mission: Mission) -> frozenset[Role]:
    """Return the roles of a person in a mission; a stranger has none, an expert on a laptop may have several."""
    roles = Membership.objects.filter(mission=mission, person=actor).values_list("role", flat=True)
    return frozenset(map(Role, roles))
