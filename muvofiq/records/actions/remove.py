"""What was planned or noted by mistake is removed, unless other records rest on it; the history keeps what it said."""

from django.db.models import ProtectedError
from django.forms.models import model_to_dict

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.move_recommendation import open_again, refuse_rewriting
from muvofiq.records.errors import StillNeeded
from muvofiq.records.models import Act, Agency, Amendment, Contribution, Person, PublicFact, Recommendation, Session
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.recommendation_page import refuse_kept

Removable = Act | Agency | Amendment | Contribution | PublicFact | Recommendation | Session
VERBS: dict[type[Removable], Verb] = {
    Act: Verb.PLAN,
    Agency: Verb.PLAN,
    Session: Verb.PLAN,
    Contribution: Verb.NOTE_CONTRIBUTION,
    Amendment: Verb.RECOMMEND,
    Recommendation: Verb.RECOMMEND,
    PublicFact: Verb.ENTER_PUBLIC_FACT,
}


def remove(actor: Person, row: Removable) -> None:
    """Remove a row, a recommendation with its amendments; raises NotOnFile if another person has removed it.

    A checked recommendation is a draft again without one of its amendments.

    Raises StillNeeded, NotOpenToChange and SecondOpinionFirst, and then changes nothing.
    """
    sort = type(row).__name__.lower()
    with acting(actor, VERBS[type(row)], row.mission) as act:
        on_file(row.mission, row)
        name = row if isinstance(row, Amendment) else row.pk
        act.says(f"{sort} {name}", removed=_told(row), **_with_it(row))
        _refuse(actor, row, sort)
        try:
            row.delete()
        except ProtectedError as error:
            others = sorted({type(one).__name__.lower() for one in error.protected_objects})
            raise StillNeeded(str(row.mission), name=sort, others=", ".join(others)) from error


def _refuse(actor: Person, row: Removable, sort: str) -> None:
    """Raise what speaks against the removal besides the rows that the database protects."""
    if isinstance(row, Act) and row.editions.exists():
        raise StillNeeded(str(row.mission), name=sort, others="editions")
    if isinstance(row, Act | Contribution):
        resting = row.moving_together if isinstance(row, Act) else row.recommendations
        if numbers := ", ".join(f"R{one.number}" for one in resting.all()):
            name = sort if isinstance(row, Act) else f"{sort} {row.number}"
            raise StillNeeded(str(row.mission), name=name, others=numbers)
    if isinstance(row, Recommendation):
        refuse_rewriting(row)
        refuse_kept(row, actor)
    if isinstance(row, Amendment):
        refuse_kept(row.recommendation, actor)
        open_again(row.recommendation)
        row.recommendation.save(update_fields=["state", "seen"])


def _told(row: Removable) -> dict[str, str]:
    return {key: str(value) for key, value in model_to_dict(row).items()}


def _with_it(row: Removable) -> dict[str, list[dict[str, str]]]:
    """Return what goes with a row, as the history keeps it."""
    return {"amendments": [_told(one) for one in row.amendments.all()]} if isinstance(row, Recommendation) else {}
