"""A file is given up before it is filed: nothing of it is kept but the entry in the history."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.models import Draft, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.words import JobKind, JobState


def drop_draft(actor: Person, draft: Draft) -> None:
    """Remove a draft with all that was decided about it; raises NotOnFile if it was filed or given up meanwhile."""
    mission = draft.mission
    with acting(actor, Verb.IMPORT_EDITION, mission) as act:
        on_file(mission, draft)
        mission.jobs.filter(kind=JobKind.READ.value, key=str(draft.pk), state=JobState.WAITING.value).delete()
        act.says(f"draft {draft.file_name}", draft=str(draft.pk), removed={"file": draft.file_name})
        draft.delete()
