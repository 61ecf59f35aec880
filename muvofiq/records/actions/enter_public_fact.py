"""A person enters a sentence that may be told to everybody."""

from collections.abc import Mapping

from muvofiq.publication.release import Part
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.placing import next_position
from muvofiq.records.actions.texts import wanted
from muvofiq.records.models import Mission, Person, PublicFact
from muvofiq.records.permissions import Verb


def enter_public_fact(
    actor: Person, mission: Mission, *, part: Part, text: Mapping[str, str], entered: PublicFact | None = None
) -> PublicFact:
    """Save a public fact, or correct one; raises Missing without text."""
    texts = wanted(text, "the public sentence", f"{mission} > press release")
    with acting(actor, Verb.ENTER_PUBLIC_FACT, mission) as act:
        on_file(mission, entered)
        row = entered or PublicFact(mission=mission, position=next_position(mission.public_facts))
        before = row.text
        row.part, row.text, row.entered_by, row.entered_at = part.value, texts, actor, act.at
        row.save()
        act.says(f"public fact {row.pk}", part=part.value, **{"from": before, "to": texts})
    return row
