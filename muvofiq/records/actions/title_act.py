"""A person gives the draft amending act a title of their own, or takes the counted one again."""

from muvofiq.amendment.formulae import formulae
from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import ChangedMeanwhile
from muvofiq.records.errors_amendment import TitleTooLong
from muvofiq.records.models import ActTitle, Mission, Person
from muvofiq.records.permissions import Verb

LONGEST = 500  # letters of a title


def title_act(actor: Person, mission: Mission, *, language: str, title: str, version: int = 0) -> None:
    """Save the title in one language; an empty one takes the counted title again.

    ``version`` is that of the title which the person saw, 0 where nobody ever gave one. Raises ChangedMeanwhile,
    TitleTooLong, and NoFormulae for a language in which no act can be drafted.
    """
    where, title = f"{mission} > amending act", " ".join(title.split())
    formulae(language)
    if len(title) > LONGEST:
        raise TitleTooLong(where, letters=len(title), most=LONGEST)
    with acting(actor, Verb.TITLE_ACT, mission) as act:
        row = mission.act_titles.filter(language=language).first()
        theirs = row.version if row else 0
        if theirs != version:
            raise ChangedMeanwhile(where, name=row.written_by.name if row else "–", yours=version, theirs=theirs)
        before = row.title if row else ""
        if title == before:
            return
        row = row or ActTitle(mission=mission, language=language)
        row.title, row.version, row.written_by, row.written_at = title, version + 1, actor, act.at
        row.save()
        act.says(f"act title {language}", **{"from": before, "to": title})
