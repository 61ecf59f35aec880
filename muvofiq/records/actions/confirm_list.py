"""A person confirms that the acts on file are all that there are; only then may something be called absent."""

from collections.abc import Collection, Mapping

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.texts import wanted
from muvofiq.records.errors import NotOnFile
from muvofiq.records.errors_assessment import ListChanged, NothingToConfirm
from muvofiq.records.models import ConfirmedList, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.complete_list import seen_now
from muvofiq.records.queries.whose_law import editions_of_state


def confirm_list(actor: Person, mission: Mission, *, seen: Collection[str], reason: Mapping[str, str]) -> ConfirmedList:
    """Confirm the list of acts that the person saw; the reason says how they know that it is complete.

    ``seen`` is what ``seen_now`` gave when the page was opened. The word stands until another text or act comes.
    Raises Missing, NothingToConfirm (no text is on file) and ListChanged.
    """
    where = f"{mission} > acts"
    reasons = wanted(reason, "how you know that the acts are complete", where)
    with acting(actor, Verb.CONFIRM_LIST, mission) as act:
        if not editions_of_state(mission):
            raise NothingToConfirm(where)
        now = seen_now(mission)
        if set(seen) != set(now):
            raise ListChanged(where, yours=len(set(seen)), theirs=len(now))
        row = ConfirmedList.objects.create(
            mission=mission, editions=list(now), reason=reasons, confirmed_by=actor, confirmed_at=act.at
        )
        names = list(mission.editions.filter(name__in=now).values_list("name", flat=True))
        act.says("list of acts", editions=names, reason=reasons)
    return row


def withdraw_confirmation(actor: Person, mission: Mission) -> None:
    """Take the word back that the list is complete; the history keeps it. Raises NotOnFile where there is none."""
    with acting(actor, Verb.CONFIRM_LIST, mission) as act:
        last = mission.confirmed_lists.last()
        if last is None:
            raise NotOnFile(f"{mission} > acts", sort="confirmed list of acts", name="–")
        act.says("list of acts", withdrawn=last.reason)
        mission.confirmed_lists.all().delete()
