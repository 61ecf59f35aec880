"""Words that were refused as a quotation are given back to the card in which they were typed."""

from collections.abc import Iterable

from muvofiq.records.queries.requirement_page import Candidate
from muvofiq.web.forms import WorkForm


def refused_in(form: WorkForm | None, card: Candidate) -> WorkForm | None:
    """Return the refused form where its words were typed in this card; None elsewhere."""
    is_here = form is not None and (form.data.get("edition"), form.data.get("eid")) == (card.edition.name, card.eid)
    return form if is_here else None


def refused_among(form: WorkForm | None, cards: Iterable[Candidate]) -> WorkForm | None:
    """Return a quotation that was refused, where its card is among these and it can be told there."""
    is_refused = form is not None and form.status != 200 and "words" in form.data
    return form if is_refused and any(refused_in(form, one) for one in cards) else None
