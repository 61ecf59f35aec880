"""A reviewed file is filed: it becomes an edition for each language in it, and the draft goes."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.import_edition import Filing, keep_laws
from muvofiq.records.actions.review_draft import refuse_older
from muvofiq.records.models import Draft, Edition, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.draft_text import laws_in, mark_of, review_of

BY_HAND = "marked by hand"


def file_draft(
    actor: Person,
    draft: Draft,
    *,
    version: int,
    filing: Filing,
    may_use_restricted: bool = False,
    is_restricted: bool = False,
) -> tuple[Edition, ...]:
    """Keep the laws of a draft for good as they were reviewed; nothing is saved if it fails.

    ``may_use_restricted`` is a person's word that a text «for official use» may be used in the mission,
    ``is_restricted`` that it is one, though no mark was found in it, and may be used. The history
    names the repairs that were refused and the lines that were corrected. Raises the errors of import_editions, and
    ChangedMeanwhile where somebody has decided something since this ``version``.
    """
    mission = draft.mission
    with acting(actor, Verb.IMPORT_EDITION, mission) as act:
        on_file(mission, draft)
        refuse_older(draft, version)
        review = review_of(draft)
        laws = laws_in(draft)
        mark, is_allowed = mark_of(draft) or (BY_HAND if is_restricted else ""), may_use_restricted or is_restricted
        editions = keep_laws(act, mission, laws, draft.file_name, filing, may_use_restricted=is_allowed, mark=mark)
        corrections = [f"{one.line}: {one.kind or '–'} {one.number or ''}".strip() for one in review.corrections]
        act.change |= {"refused": sorted(review.refused), "corrections": corrections}
        draft.delete()
    return editions
