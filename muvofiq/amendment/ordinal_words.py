"""«Second», «второй», «дуюм»: the words by which indents and sentences are counted; and days as laws write them."""

from datetime import date
from functools import cache

from muvofiq.amendment.formulae import words_of
from muvofiq.tables import Row, table

TEN = 10


def ordinal(value: int, language: str, *, gender: str = "m", case: str = "nom") -> str:
    """Return the ordinal of a number, in figures where the language's table does not reach so far.

    >>> ordinal(23, "ru", gender="f", case="gen"), ordinal(2, "tg"), ordinal(80, "ru")
    ('двадцать третьей', 'дуюм', '80')
    """
    words = _words(language)
    tens, rest = value - value % TEN, value % TEN
    if value in words:
        return words[value]["stem"] + _ending(language, words[value]["endings"], gender, case)
    if rest and tens in words and words[tens]["joined"]:
        return words[tens]["joined"] + ordinal(rest, language, gender=gender, case=case)
    return str(value)


def written_day(day: date, language: str) -> str:
    """Return a day as laws of the language write it.

    >>> written_day(date(2027, 1, 5), "ru"), written_day(date(2027, 1, 5), "tg")
    ('5 января 2027 года', '5 январи соли 2027')
    """
    rows = (row for row in table("languages/months.csv") if row["language"] == language)
    month = next(row["forms"].split()[0] for row in rows if int(row["month"]) == day.month)
    return words_of(language)["date"].format(day=day.day, month=month, Month=month.capitalize(), year=day.year)


@cache
def _words(language: str) -> dict[int, Row]:
    return {int(row["value"]): row for row in table("formulae/writing-ordinals.csv") if row["language"] == language}


@cache
def _ending(language: str, endings: str, gender: str, case: str) -> str:
    """Return the ending of a word; languages whose ordinals do not change have none."""
    rows = (row for row in table("formulae/writing-endings.csv") if row["language"] == language)
    return next((row[case] for row in rows if (row["endings"], row["gender"]) == (endings, gender)), "")
