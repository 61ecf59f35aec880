"""Looking in the laws on file by hand: by words, or by the number of an article."""

from functools import lru_cache

from muvofiq.alignment.lexical import WordIndex
from muvofiq.alignment.words import telling_stems
from muvofiq.records.models import Edition, Mission
from muvofiq.records.queries.law_text import editions_on_file, law_of

SHOWN = 10
FIRST = 1000.0  # above every score of words


def search(mission: Mission, query: str) -> list[tuple[Edition, str]]:
    """Return edition and eId of the articles that fit best: those of that number first, then those with the words."""
    hits = [
        (score, edition, eid)
        for edition in editions_on_file(mission)
        for eid, score in _hits(edition, query.strip()).items()
    ]
    hits.sort(key=lambda hit: -hit[0])
    return [(edition, eid) for _, edition, eid in hits[:SHOWN]]


def _hits(edition: Edition, query: str) -> dict[str, float]:
    articles = [(reference.eid, unit) for reference, unit, _ in law_of(edition).articles()]
    number = query.rsplit(" ", maxsplit=1)[-1].strip(".")
    same = {eid: FIRST for eid, unit in articles if number and str(unit.number) == number}
    stems = telling_stems(query, edition.language)
    if not stems:
        return same
    scores = _index(edition).scores(stems)
    return {eid: float(score) for (eid, _), score in zip(articles, scores, strict=True) if score > 0} | same


@lru_cache(maxsize=16)
def _index(edition: Edition) -> WordIndex:
    """Return the words of an edition, which never changes."""
    articles = (f"{unit.heading}\n{unit.words}" for _, unit, _ in law_of(edition).articles())
    return WordIndex([telling_stems(text, edition.language) for text in articles])
