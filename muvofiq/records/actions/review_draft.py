"""A person decides about a file before it is filed: repairs that are not made, lines that begin another unit."""

from collections.abc import Callable, Collection
from dataclasses import replace

from muvofiq.law.review import Correction, Review
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.errors import ChangedMeanwhile
from muvofiq.records.models import Draft, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.draft_decisions import decisions_on
from muvofiq.records.queries.draft_page import keys_offered
from muvofiq.records.queries.draft_text import laws_in, review_of


def decide_repairs(
    actor: Person, draft: Draft, *, version: int, refuse: Collection[str] = (), make: Collection[str] = ()
) -> None:
    """Refuse repairs by key, or make them after all; what no repair has is not refused.

    Raises as all decisions on a draft: NotOnFile (filed or given up meanwhile), ChangedMeanwhile (somebody has decided
    something since this ``version``), BeingRead, and the errors of building the law, of which nothing would be left.
    """

    def decide(old: Review) -> Review:
        return old.decided(refuse=keys_offered(draft).intersection(refuse), make=make)

    _decide(actor, draft, version, decide, {})


def correct_line(actor: Person, draft: Draft, *, version: int, correction: Correction) -> None:
    """Say what a line of the file begins; running text has no number. Raises as all decisions on a draft."""
    if correction.kind is None:
        correction = replace(correction, number=None)
    unit = {"kind": correction.kind.value if correction.kind else "", "number": str(correction.number or "")}
    _decide(actor, draft, version, lambda old: old.corrected(correction), {"line": correction.line, **unit})


def take_correction_back(actor: Person, draft: Draft, *, version: int, line: int) -> None:
    """Let a line begin again what the reader took it for. Raises as all decisions on a draft."""
    _decide(actor, draft, version, lambda old: old.without(line), {"line": line, "taken_back": True})


def _decide(
    actor: Person, draft: Draft, version: int, decide: Callable[[Review], Review], change: dict[str, object]
) -> None:
    with acting(actor, Verb.IMPORT_EDITION, draft.mission) as act:
        on_file(draft.mission, draft)
        refuse_older(draft, version)
        old = review_of(draft)
        new = decide(old)
        if new == old:
            return
        laws_in(draft, new)
        draft.review = str(new)
        draft.save(update_fields=["review"])
        act.says(f"draft {draft.file_name}", draft=str(draft.pk), **change, **_of_repairs(old, new))


def _of_repairs(old: Review, new: Review) -> dict[str, list[str]]:
    refused, made = sorted(new.refused - old.refused), sorted(old.refused - new.refused)
    return {"refused": refused, "made": made} if refused or made else {}


def refuse_older(draft: Draft, version: int) -> None:
    """Let nobody decide on what somebody else has changed meanwhile; raises ChangedMeanwhile."""
    now = decisions_on(draft)
    if now.version != version and now.last:
        where = f"{draft.mission} > {draft}"
        raise ChangedMeanwhile(where, name=now.last.actor.name, yours=version, theirs=now.version)
