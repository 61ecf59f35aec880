"""The comparison of laws as a document: national law and every law to compare with, as pure values."""

from datetime import date

from muvofiq.publication.comparison import Comparison, LawOfState
from muvofiq.records.errors import NothingToCompare
from muvofiq.records.models import Mission
from muvofiq.records.queries.documents import concordance_of, notices_of
from muvofiq.records.queries.whose_law import OWN, compared_states
from muvofiq.standards.requirement import in_language


def comparison_of(mission: Mission, language: str, made_on: date) -> Comparison:
    """Return the table of the scope; raises ScopeEmpty, and NothingToCompare without a law to compare with."""
    states = compared_states(mission)
    if not states:
        raise NothingToCompare(f"{mission} > documents")
    laws = (LawOfState(one or mission.state, concordance_of(mission, language, made_on, one)) for one in (OWN, *states))
    return Comparison(
        title=in_language(mission.title, language),
        laws=tuple(laws),
        notices=notices_of(mission, language, is_draft_told=True),
        made_on=made_on,
    )
