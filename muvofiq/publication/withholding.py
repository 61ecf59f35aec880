"""A text «for official use» may be cited in a document, but none of its words is printed there."""

from collections.abc import Collection
from dataclasses import replace

from muvofiq.law.reference import Reference
from muvofiq.publication.concordance import Answer, Concordance
from muvofiq.publication.phrases import phrases


def withhold(table: Concordance, acts: Collection[str], language: str) -> Concordance:
    """Return the table with a sentence in place of all words of these acts; their citations stay.

    ``acts`` are the names of those for official use. Gone are text, heading, quotations, translation, and the words
    for which a provision was proposed.
    """
    if not acts:
        return table
    sentence = phrases("concordance", language)("withheld")
    rows = (replace(row, answer=_cited(row.answer, acts, sentence)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _cited(answer: Answer | None, acts: Collection[str], sentence: str) -> Answer | None:
    if answer is None or Reference.parse(answer.unit).act not in acts:
        return answer
    reason = replace(answer.reason, words=()) if answer.reason else None
    return replace(answer, heading="", text=sentence, quotations=(), translation="", reason=reason)
