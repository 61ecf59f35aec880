"""A mission with an invented convention on file, from which requirements are drafted."""

from typing import Any

from muvofiq.records.actions.add_instrument import add_instrument
from muvofiq.records.actions.decide_draft import decide_draft
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.models import Act, DraftRequirement, OwnInstrument, RequirementEdition
from muvofiq.records.queries.own_standards import drafted_of, drafts_of, newest_of, standard_of
from muvofiq.records.words import DraftState, Purpose
from tests.records.small import Desk
from tests.standards.convention import CONVENTION

FACTS: dict[str, Any] = {
    "id": "guests",
    "title": {"en": "Convention on Guests at Mountain Passes"},
    "kind": "un_treaty",
    "adopted": "1999-05",
    "in_force": "2001-01-31",
    "identifiers": {"unts": "1234"},
    "participation": {"TJ": {"act": "accession", "date": "2003-04-05", "note": "reservation to article 3(4)"}},
}


def act_on_file(
    at: Desk, text: str = CONVENTION, *, purpose: Purpose = Purpose.STANDARD, name: str = "guests.txt"
) -> Act:
    filing = Filing(is_new_act=True, purpose=purpose)
    (edition,) = import_editions(at.expert, at.mission, data=text.encode(), file_name=name, filing=filing)
    return edition.act


def added(at: Desk, text: str = CONVENTION, **facts: object) -> OwnInstrument:
    return add_instrument(at.expert, at.mission, act=act_on_file(at, text), entry={**FACTS, **facts})


def draft_at(row: OwnInstrument, place: str) -> DraftRequirement:
    return next(one.draft for one in drafts_of(standard_of(row)) if one.place == place)


def kept(at: Desk, row: OwnInstrument, place: str = "art. 3(1)", *, into_scope: bool = False) -> RequirementEdition:
    draft = draft_at(row, place)
    decide_draft(at.expert, draft, state=DraftState.KEPT, version=draft.version, into_scope=into_scope)
    return newest_of(at.mission, drafted_of(draft).id)
