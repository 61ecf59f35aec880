"""What a law would be on file: under which act of the register, counted in what, and whether it is there already."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from muvofiq.law.identity import Match
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law
from muvofiq.records.models import Act, Edition, Mission
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.register import recognised
from muvofiq.records.words import Counted, Purpose

COUNTED = {frozenset({Kind.ARTICLE}): Counted.ARTICLE, frozenset({Kind.POINT}): Counted.POINT}


def counted_in(law: Law) -> tuple[int, Counted]:
    """Return how many units lawyers cite first in a law, and what these are."""
    units = [unit.kind for _, unit, _ in law.articles()]
    return len(units), COUNTED.get(frozenset(units), Counted.UNIT)


def acts_meant(
    mission: Mission, laws: Iterable[Law], purpose: Purpose = Purpose.NATIONAL, state: str = ""
) -> list[tuple[Act, Match]]:
    """Return the acts of the register that the laws of one file may be, each once, the likeliest first.

    Where a person has said that it is no national law, only acts of that purpose and state; else all.
    """
    best: dict[Act, Match] = {}
    for act, match in (found for law in laws for found in recognised(mission, law)):
        is_sought = purpose is Purpose.NATIONAL or (act.purpose, act.state) == (purpose.value, state)
        if is_sought and (act not in best or match.score > best[act].score):
            best[act] = match
    return sorted(best.items(), key=lambda found: -found[1].score)


def the_act_meant(found: Sequence[tuple[Act, Match]], purpose: Purpose = Purpose.NATIONAL) -> Act | None:
    """Return the act that is likelier than all others, or None where there is none.

    What is sent as national law never becomes a text of another state unsaid: one that has more than a like title with
    an act to compare with is unclear. A like title alone tells nothing: many states have a law on asylum.
    """
    if purpose is Purpose.NATIONAL:
        found = [one for one in found if one[0].purpose == purpose.value or len(one[1].reasons) > 1]
    is_likeliest = len(found) == 1 or (len(found) > 1 and found[0][1].score > found[1][1].score)
    return found[0][0] if is_likeliest and found[0][0].purpose == purpose.value else None


def same_on_file(mission: Mission, law: Law) -> Edition | None:
    """Return the edition with the same words out of the same file; read otherwise, a file is another text."""
    editions = mission.editions.filter(file_sha256=law.sha256, language=law.language).order_by("-imported_at")
    return next((one for one in editions if law_of(one) == replace(law, name=one.name)), None)
