"""A day, or the days from one to another, as a language writes them: «1–3 июня 2016 года»."""

from datetime import date

from muvofiq.publication.phrases import phrases


def written_day(day: date, language: str) -> str:
    """Return a day in words.

    >>> written_day(date(2016, 6, 1), "ru"), written_day(date(2016, 6, 1), "tg")
    ('1 июня 2016 года', '1 июни соли 2016')
    """
    say = phrases("dates", language)
    return say("day", day=day.day, month=say(f"month {day.month}"), year=day.year)


def written_period(first: date, last: date, language: str) -> str:
    """Return the days from the first to the last, without saying month or year twice.

    >>> written_period(date(2016, 6, 1), date(2016, 6, 3), "en")
    '1–3 June 2016'
    >>> written_period(date(2016, 5, 30), date(2016, 6, 3), "en")
    '30 May – 3 June 2016'
    """
    say = phrases("dates", language)
    if first == last:
        return written_day(first, language)
    if first.year != last.year:
        return say("days", first=written_day(first, language), last=written_day(last, language))
    months = {"first_month": say(f"month {first.month}"), "last_month": say(f"month {last.month}")}
    days = {"first": first.day, "last": last.day, "year": last.year}
    if first.month != last.month:
        return say("days of a year", **days, **months)
    return say("days of a month", **days, month=months["last_month"])
