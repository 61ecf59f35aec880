"""What stands beside the answers on the page of a requirement: each side is gathered by its own query."""

from muvofiq.records.models import Mission, Person
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.acts_to_open import acts_to_open
from muvofiq.records.queries.blind import is_kept_from, kept_from
from muvofiq.records.queries.changed_sources import sources_on
from muvofiq.records.queries.complete_list import absence_on
from muvofiq.records.queries.finding_moves import moves_for
from muvofiq.records.queries.new_editions import newer_edition
from muvofiq.records.queries.norm_quotations import norm_quotations_on
from muvofiq.records.queries.norms import norms_of
from muvofiq.records.queries.opinions import opinion_side
from muvofiq.records.queries.own_standards import own_words
from muvofiq.records.queries.owners import owner_side
from muvofiq.records.queries.practices import practices_on
from muvofiq.records.queries.quality import checks_on
from muvofiq.records.queries.questionnaires import information_on
from muvofiq.records.queries.relations import derived_for
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.queries.table_links import table_links_of
from muvofiq.records.queries.time_limits import limits_on
from muvofiq.records.queries.whose_law import is_compared

KEPT: dict[str, object] = {"derived": (), "sources": None, "quality": None, "moves": None}  # of the finding


def requirement_sides(mission: Mission, saved: Saved, person: Person) -> dict[str, object]:
    """Return the sides by the names under which the page shows them.

    To a person who owes a second opinion, no side tells of the finding; what is evidence stays.
    """
    quality = checks_on(mission, saved, person)
    sides = {
        "norms": norms_of(mission, saved),
        "norm_words": own_words(mission, requirement_of(saved)),
        "practices": practices_on(mission, saved.requirement_id),
        "acts_to_open": acts_to_open(mission, saved.requirement_id),
        "derived": derived_for(mission, saved, person),
        "newer": newer_edition(mission, saved, person),
        "table_links": table_links_of(mission, saved),
        "is_compared": is_compared(mission),
        "owner_side": owner_side(mission, saved, person),
        "opinion_side": opinion_side(mission, saved, person),
        "sources": sources_on(mission, saved, kept_from(person, mission)),
        "absence": absence_on(mission, saved),
        "norm_quotations": norm_quotations_on(mission, saved),
        "quality": quality,
        "moves": moves_for(mission, person, quality),
        "information": information_on(mission, saved, person),
        "limits": limits_on(mission, saved),
    }
    return sides | (KEPT if is_kept_from(person, mission, saved.requirement_id) else {})
