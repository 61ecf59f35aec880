"""Words are quoted as amending acts quote them: «слово», «слова», «цифры», each list with one name for all."""

import re
from collections.abc import Sequence
from functools import cache

from muvofiq.amendment.formulae import Phrase, nouns, words_of
from muvofiq.law.quotations import OPENING, quoted_spans
from muvofiq.tables import Row, table

FIGURES = re.compile(r"\d[\d\s.,()]*")  # also several with commas between them
ONE_WORD = re.compile(r"\S*\w\S*")


def quoted(words: str, language: str) -> str:
    """Return words in the quotation marks of the language, or in others where those would end too early."""
    own = words_of(language)
    usual, other = (f"{own[f'open{again}']}{words}{own[f'close{again}']}" for again in ("", "-again"))
    if own["open"] in OPENING:
        ends_early = not _is_one(usual) and _is_one(other)
    else:
        ends_early = own["open"] in words or own["close"] in words
    return other if ends_early else usual


def can_be_quoted(words: str, language: str) -> bool:
    """Tell whether one sees where a quotation of the words ends, in one or the other sort of quotation marks."""
    return words_of(language)["open"] not in OPENING or _is_one(quoted(words, language))


def _is_one(text: str) -> bool:
    return quoted_spans(f"{text} ") == [(0, len(text))]


def words_phrase(words: Sequence[str], language: str, *, by_name: bool = False) -> Phrase:
    """Return words with the name of what they are, or a sign ``by_name``, without quoting it.

    A sign that is called by its name is the last of its unit; any other must be quoted, and told which it is.

    >>> words_phrase(["пяти дней"], "ru").said("ins"), words_phrase(["23"], "ru").said("acc")
    ('словами «пяти дней»', 'цифры «23»')
    """
    if by_name:
        row = _signs(language)[words[0]]
        return Phrase.of(lambda case: row[case] or row["nom"], row["gender"] or "m")
    name = _name(words)
    is_plural = len(words) > 1 or (name == "word" and not ONE_WORD.fullmatch(words[0]))
    noun = nouns(language)[name, is_plural]
    list_of = words_of(language)["comma"].join(quoted(one, language) for one in words)
    return Phrase.of(lambda case: f"{noun[case] or noun['nom']} {list_of}", noun["gender"] or "m", is_plural=is_plural)


def is_named_sign(words: Sequence[str], language: str) -> bool:
    """Tell whether it is a single sign for which the language has a name: «точка с запятой»."""
    return len(words) == 1 and words[0] in _signs(language)


@cache
def _signs(language: str) -> dict[str, Row]:
    return {row["sign"]: row for row in table("formulae/writing-signs.csv") if row["language"] == language}


def _name(words: Sequence[str]) -> str:
    """Tell words, figures and signs; «5» is a figure, one number of several, such as «23», has a name of its own."""
    if not any(sign.isalnum() for one in words for sign in one):
        return "sign"
    if not all(FIGURES.fullmatch(one) for one in words):
        return "word"
    return "figures" if len(words) == 1 and len(words[0]) > 1 else "figure"
