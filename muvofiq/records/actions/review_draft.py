"""A person decides about a file before it is filed: repairs that are not made, lines that begin another unit."""

from collections.abc import Callable, Collection

from muvofiq.law.review import Correction, Review
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.errors import ChangedMeanwhile
from muvofiq.records.models import Draft, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.draft_decisions import decisions_on
from muvofiq.records.queries.draft_text import laws_in, review_of


def decide_repairs(
    actor: Person, draft: Draft, *, version: int, refuse: Collection[str] = (), make: Collection[str] = ()
) -> None:
    """Refuse repairs by key, or make them after all. Raises as all decisions on a draft.

    That is NotOnFile (filed or given up meanwhile), ChangedMeanwhile (somebody has decided something since this
    ``version``), and the errors of building the law, of which nothing would be left.
    """
    change: dict[str, object] = {"refused": sorted(refuse), "made": sorted(make)}
    _decide(actor, draft, version, lambda old: old.decided(refuse=refuse, make=make), change)


def correct_line(actor: Person, draft: Draft, *, version: int, correction: Correction) -> None:
    """Say what a line of the file begins. Raises as all decisions on a draft."""
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
        act.says(f"draft {draft.file_name}", draft=str(draft.pk), **change)


def refuse_older(draft: Draft, version: int) -> None:
    """Let nobody decide on what somebody else has changed meanwhile; raises ChangedMeanwhile."""
    now = decisions_on(draft)
    if now.version != version and now.last:
        where = f"{draft.mission} > {draft}"
        raise ChangedMeanwhile(where, name=now.last.actor.name, yours=version, theirs=now.version)
