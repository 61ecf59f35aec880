"""A practice that was written down by mistake is removed; the history keeps what it said."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.write_practice import entry_of, told
from muvofiq.records.models import Person, PracticeEntry
from muvofiq.records.permissions import Verb
from muvofiq.standards.good_practice import GoodPractice


def remove_practice(actor: Person, written: PracticeEntry) -> None:
    """Remove a practice of the mission; raises NotOnFile if another person has removed it."""
    with acting(actor, Verb.ADD_PRACTICE, written.mission) as act:
        row = entry_of(written.mission, written)
        practice = GoodPractice.parse(row.letter)
        act.says(f"practice {practice.id}", removed=told(practice))
        row.delete()
