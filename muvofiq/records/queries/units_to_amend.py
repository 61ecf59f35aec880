"""The units accepted for a recommendation, the quotations that no wording is compared with, and its last step."""

from collections.abc import Collection

from muvofiq.law.citing import cite
from muvofiq.records.models import Answer, Edition, HistoryEntry, Mission, Recommendation
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.law_text import reference_to
from muvofiq.records.queries.recommendation_page import Accepted
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.queries.whose_law import answers_on
from muvofiq.records.words import Decision

ACCEPTED = Decision.ACCEPTED.value


def accepted_for(mission: Mission, requirement_ids: Collection[str]) -> list[Accepted]:
    """Return the provisions accepted for some requirements, each unit once."""
    rows = answers_on(mission).filter(decision=ACCEPTED, requirement__requirement_id__in=requirement_ids)
    found: dict[tuple[object, str], Answer] = {}
    for one in rows.select_related("requirement", "edition__act", "edition__mission"):
        found.setdefault((one.edition_id, one.eid), one)
    return [
        Accepted(
            requirement_of(one.requirement),
            one.edition,
            one.eid,
            cite(reference_to(one.edition, one.eid), one.edition.language),
        )
        for one in found.values()
    ]


def quoted_elsewhere(edition: Edition, eid: str) -> list[str]:
    """Return the other languages in which words of a unit were quoted for requirements that quote nothing here.

    Such words cannot be compared with a wording in the language of the edition.
    """
    rows = Answer.objects.filter(mission=edition.mission, edition__act=edition.act_id, decision=ACCEPTED)
    around = ["__".join(eid.split("__")[:size]) for size in range(1, eid.count("__") + 2)]
    near = [
        one
        for one in rows.exclude(quotations=None).select_related("edition").distinct()
        if one.eid in around or one.eid.startswith(f"{eid}__")
    ]
    here = {one.requirement_id for one in near if one.edition.language == edition.language}
    return sorted({one.edition.language for one in near if one.requirement_id not in here} - {edition.language})


def last_step(recommendation: Recommendation) -> HistoryEntry | None:
    """Return the entry of the step that took a recommendation to where it stands; nothing where nobody moved it."""
    entries = HistoryEntry.objects.filter(
        mission=recommendation.mission,
        verb=Verb.MOVE_RECOMMENDATION.value,
        subject=f"recommendation {recommendation.number}",
    )
    found = entries.select_related("actor").order_by("sequence").last()
    return found if found and found.change.get("to") == recommendation.state else None
