"""What was planned or noted by mistake is removed, unless other records rest on it; the history keeps what it said."""

from django.db.models import ProtectedError
from django.forms.models import model_to_dict

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.errors import StillNeeded
from muvofiq.records.models import Act, Agency, Contribution, Person, PublicFact, Recommendation, Session
from muvofiq.records.permissions import Verb

Removable = Act | Agency | Contribution | PublicFact | Recommendation | Session
VERBS: dict[type[Removable], Verb] = {
    Act: Verb.PLAN,
    Agency: Verb.PLAN,
    Session: Verb.PLAN,
    Contribution: Verb.NOTE_CONTRIBUTION,
    Recommendation: Verb.RECOMMEND,
    PublicFact: Verb.ENTER_PUBLIC_FACT,
}


def remove(actor: Person, row: Removable) -> None:
    """Remove a row; raises StillNeeded, or NotOnFile if another person has removed it, and then changes nothing."""
    sort = type(row).__name__.lower()
    with acting(actor, VERBS[type(row)], row.mission) as act:
        on_file(row.mission, row)
        act.says(f"{sort} {row.pk}", removed={key: str(value) for key, value in model_to_dict(row).items()})
        if isinstance(row, Act) and row.editions.exists():
            raise StillNeeded(str(row.mission), name=sort, others="editions")
        if isinstance(row, Contribution) and row.recommendations.exists():
            numbers = ", ".join(f"R{one.number}" for one in row.recommendations.all())
            raise StillNeeded(str(row.mission), name=f"{sort} {row.number}", others=numbers)
        try:
            row.delete()
        except ProtectedError as error:
            others = sorted({type(one).__name__.lower() for one in error.protected_objects})
            raise StillNeeded(str(row.mission), name=sort, others=", ".join(others)) from error
