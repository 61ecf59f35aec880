"""The articles of an instrument become drafts of requirements, which people then keep or drop."""

from collections.abc import Mapping

from muvofiq.alignment.concepts import Concepts
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.errors import NoTextOnFile, NothingAsked
from muvofiq.records.models import DraftRequirement, Mission, OwnInstrument, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.norms import own_instrument
from muvofiq.records.queries.own_standards import drafted_of, text_of
from muvofiq.records.queries.released import thesaurus_of
from muvofiq.records.queries.requirements import lineages
from muvofiq.records.words import DraftState
from muvofiq.standards.drafting import draft
from muvofiq.standards.requirement import in_language
from muvofiq.standards.thesaurus import LANGUAGES

TECHNIQUE = "legal-technique"  # «article», «amendment»: they stand in every instrument and tell nothing of a unit
ASIDE = 1_000_000  # a position that no draft has


def draft_requirements(actor: Person, row: OwnInstrument) -> int:
    """Draft from the newest text on file; return how many drafts are new.

    What people have kept, dropped or edited stays as it is. Raises NoTextOnFile, NothingAsked.
    """
    with acting(actor, Verb.EDIT_STANDARDS, row.mission) as act:
        on_file(row.mission, row)
        count = keep_drafts(row)
        act.says(f"standard {own_instrument(row).id}", drafts=count)
    return count


def keep_drafts(row: OwnInstrument) -> int:
    """Draft from an instrument within a running act; raises NoTextOnFile, NothingAsked."""
    instrument, edition = own_instrument(row), text_of(row.act)
    where = f"{row.mission} > own standards"
    if edition is None:
        raise NoTextOnFile(where, title=in_language(instrument.title, "en"))
    concepts = thesaurus_of(row.mission)
    row.drafts.filter(state=DraftState.PROPOSED.value, version=1).delete()
    taken = _taken(row.mission)
    drafted = draft(law_of(edition), instrument.id, lambda text, language: _terms(concepts, text, language), taken)
    if not any(one.obligation.is_asking for one in drafted):
        raise NothingAsked(where, edition=edition.name, units=len(drafted))
    stays = {one.eid: one for one in row.drafts.all()}
    for at, staying in enumerate(stays.values()):
        staying.position = ASIDE + at
    DraftRequirement.objects.bulk_update(stays.values(), ["position"])
    for at, one in enumerate(drafted):
        if one.obligation.eid in stays:
            stays[one.obligation.eid].position = at
    DraftRequirement.objects.bulk_update(stays.values(), ["position"])
    new = [
        DraftRequirement(
            instrument=row, edition=edition, eid=one.obligation.eid, position=at, letter=str(one.requirement)
        )
        for at, one in enumerate(drafted)
        if one.obligation.eid not in stays
    ]
    return len(DraftRequirement.objects.bulk_create(new))


def _taken(mission: Mission) -> set[str]:
    """Return the ids that no new draft may have: of all requirements that the mission knows, and of its drafts."""
    drafts = DraftRequirement.objects.filter(instrument__mission=mission)
    return {*lineages(mission), *(drafted_of(one).id for one in drafts)}


def _terms(concepts: Concepts, text: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the preferred words, by language, of the concepts that the text names."""
    found = concepts.found_in(text, language)
    named = [one for name, one in concepts.by_id.items() if name in found and one.facet != TECHNIQUE]
    words = {one: tuple(dict.fromkeys(filter(None, (each.preferred(one) for each in named)))) for one in LANGUAGES}
    return {language: row for language, row in words.items() if row}
