"""What an agency said in a discussion is noted, as evidence for the experts."""

from collections.abc import Collection, Mapping

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.texts import wanted
from muvofiq.records.models import Agency, Contribution, Mission, Person, Session
from muvofiq.records.numbering import next_number
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.words import ContributionKind


def note_contribution(
    actor: Person,
    mission: Mission,
    *,
    agency: Agency,
    kind: ContributionKind,
    text: Mapping[str, str],
    session: Session | None = None,
    requirement_ids: Collection[str] = (),
    public: bool = False,
    noted: Contribution | None = None,
) -> Contribution:
    """Save a note, or correct one. Raises Missing without text, NotOnFile for a requirement outside the scope."""
    texts = wanted(text, "what the agency said", f"{mission} > discussion notes")
    with acting(actor, Verb.NOTE_CONTRIBUTION, mission) as act:
        on_file(mission, agency, session, noted)
        requirements = [scoped(mission, name) for name in requirement_ids]
        row = noted or Contribution(mission=mission, number=next_number(mission.contributions))
        before = row.text
        row.agency, row.session, row.kind, row.text, row.public = agency, session, kind.value, texts, public
        row.noted_by, row.noted_at = actor, act.at
        row.save()
        row.requirements.set(requirements)
        change = {"from": before, "to": texts, "agency": str(agency.pk), "kind": kind.value, "public": public}
        act.says(f"contribution {row.number}", **change, requirements=sorted(requirement_ids))
    return row
