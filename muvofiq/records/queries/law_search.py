"""Looking in the laws on file beside a requirement: the articles in which something stands."""

from muvofiq.law.reference import Reference
from muvofiq.records.models import Edition, Mission
from muvofiq.records.queries.law_text import editions_on_file
from muvofiq.records.queries.seeking import Wanted, seek_provisions
from muvofiq.records.queries.whose_law import OWN
from muvofiq.records.words import Purpose

SHOWN = 10


def search(mission: Mission, query: str, state: str = OWN) -> list[tuple[Edition, str]]:
    """Return edition and eId of the articles of a state that fit best: those that are cited by number first."""
    purpose = Purpose.COMPARATOR if state else Purpose.NATIONAL
    editions = {edition.name: edition for edition in editions_on_file(mission, purpose)}
    wanted = Wanted(query, purpose=purpose, state=state, top=SHOWN)
    articles = (Reference.parse(hit.article) for hit in seek_provisions(mission, wanted).hits)
    return [(editions[article.act], article.eid) for article in articles]
