"""What documents and pages say where nothing was found: never «absent» unless a person confirmed the list of acts."""

from muvofiq.assessment.absence import Absence
from muvofiq.publication.dates import written_day
from muvofiq.publication.phrases import phrases
from muvofiq.standards.requirement import in_language


def absence_words(absence: Absence, language: str) -> str:
    """Return the sentence for a requirement for which nothing was found.

    >>> from datetime import date
    >>> from muvofiq.assessment.absence import Confirmation, LookedAt
    >>> law = LookedAt({"en": "Border Law"}, "en", date(2019, 1, 2))
    >>> absence_words(Absence((law,), acts=1), "en")
    'not found in these acts (looked at: 1), texts as at: 2 January 2019'
    >>> confirmed = Absence((law,), 1, Confirmation("Anna Horvat", date(2026, 3, 6)))
    >>> absence_words(confirmed, "en").partition(":")[0]
    'absent'
    """
    say = phrases("absence", language)
    if not absence.texts:
        return say("nothing")
    days = [written_day(day, language) for day in absence.days]
    days += [say("undated", number=absence.undated)] if absence.undated else []
    values = {"acts": absence.acts, "days": "; ".join(days)}
    given = absence.confirmation
    if given is None or not absence.is_confirmed:
        return say("not_found", **values)
    return say("absent", name=given.by, date=written_day(given.on, language), **values)


def texts_looked_at(absence: Absence, language: str) -> tuple[str, ...]:
    """Return one line for each text: its act, its language, its day."""
    say = phrases("absence", language)
    return tuple(
        say(
            "text",
            title=in_language(one.title, language),
            language=one.language,
            day=written_day(one.day, language) if one.day else say("no_day"),
        )
        for one in absence.texts
    )
