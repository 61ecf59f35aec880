"""Looking in the laws on file beside a requirement: the articles in which something stands."""

from muvofiq.law.reference import Reference
from muvofiq.records.models import Edition, Mission
from muvofiq.records.queries.law_text import editions_on_file
from muvofiq.records.queries.seeking import Wanted, seek_provisions

SHOWN = 10


def search(mission: Mission, query: str) -> list[tuple[Edition, str]]:
    """Return edition and eId of the articles that fit best: those that are cited by number first."""
    editions = {edition.name: edition for edition in editions_on_file(mission)}
    articles = (Reference.parse(hit.article) for hit in seek_provisions(mission, Wanted(query, top=SHOWN)).hits)
    return [(editions[article.act], article.eid) for article in articles]
