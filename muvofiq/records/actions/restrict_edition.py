"""A text on file turns out to be «for official use»: from then on no word of it leaves the workbench."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.models import Edition, Person
from muvofiq.records.permissions import Verb

BY_HAND = "marked by hand"


def restrict_edition(actor: Person, edition: Edition) -> Edition:
    """Mark an edition, with all that corrects or was corrected by it; a mark is never taken off again.

    The actor's word that it may be used in the mission goes into the history. Raises NotOnFile.
    """
    with acting(actor, Verb.IMPORT_EDITION, edition.mission) as act:
        on_file(edition.mission, edition)
        same = _corrections(edition)
        if any(not one.is_restricted for one in same):
            Edition.objects.filter(pk__in=[one.pk for one in same]).update(is_restricted=True)
            act.says(f"edition {edition.name}", official_use=BY_HAND)
    edition.is_restricted = True
    return edition


def _corrections(edition: Edition) -> list[Edition]:
    """Return the edition, what it replaces, and what replaces it, all the way."""
    found = [edition]
    while found[0].replaces:
        found.insert(0, found[0].replaces)
    while newer := Edition.objects.filter(replaces=found[-1]).first():
        found.append(newer)
    return found
