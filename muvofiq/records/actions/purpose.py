"""What an act is to a mission: the law that is judged, the law of a state to compare with, or a standard."""

import re
from collections.abc import Iterable

from muvofiq.records.errors import Missing, NotAWord, NotOnFile
from muvofiq.records.models import Act, Draft, Mission, Scan
from muvofiq.records.words import Purpose

LETTERS = re.compile("[A-Z]{2}")


def purpose_and_state(mission: Mission, purpose: Purpose, state: str) -> dict[str, str]:
    """Return both as the register keeps them: a state belongs to a law to compare with, and is never the mission's own.

    Raises Missing, NotAWord.
    """
    where = f"{mission} > acts"
    if purpose is not Purpose.COMPARATOR:
        return {"purpose": purpose.value, "state": ""}
    code = state.strip().upper()
    if not code:
        raise Missing(where, field="the state whose law it is")
    if not LETTERS.fullmatch(code) or code == mission.state:
        raise NotAWord(where, value=state, allowed="the two letters of another state, such as LV")
    return {"purpose": purpose.value, "state": code}


def whose(row: Act | Draft | Scan) -> dict[str, str]:
    """Return what the history tells of a law that is not national: what it is to the mission, and of which state."""
    return {"purpose": row.purpose, "state": row.state} if row.purpose != Purpose.NATIONAL.value else {}


def refuse_foreign(acts: Iterable[Act], where: str) -> None:
    """Raise NotOnFile for an act that is not of the mission's own state: only these can be amended."""
    for act in acts:
        if act.purpose != Purpose.NATIONAL.value:
            raise NotOnFile(where, sort="act of its own state", name=next(iter(act.title.values()), str(act.pk)))
