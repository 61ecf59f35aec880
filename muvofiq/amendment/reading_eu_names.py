"""Whether the name by which a European amending act calls another is that of the act asked for, and where it ends."""

import re

from muvofiq.amendment.instruction import Why
from muvofiq.amendment.reading_eu_formulae import saying
from muvofiq.amendment.reading_eu_places import named_act, targets_of
from muvofiq.amendment.reading_eu_placing import Unclear
from muvofiq.law.identity import dates_at, dates_in, identity_of, number_pattern, numbers_in, telling_words
from muvofiq.law.tree import Law

SAME_TITLE = 0.6  # the share of the telling words of a title that must be said
BRACKETED = re.compile(r"\([^()]*\)")  # where the act was printed
TO_FILL_IN = re.compile("_+")  # a draft leaves date and number open


def parted(phrase: str, language: str) -> tuple[str, str]:
    """Return the place and the name of the act in which it lies; smaller units may stand behind the name.

    >>> parted("In Article 5 of the Law on Night Ferries, paragraph 2", "en")
    ('In Article 5, paragraph 2', 'Law on Night Ferries')
    """
    place, name = named_act(phrase, language)
    for comma in re.finditer(r",\s+", name):
        behind = name[comma.end() :]
        named = targets_of(behind, language)
        if named and named[0].parts:
            return f"{place}, {behind}" if place else behind, name[: comma.start()]
    return place, name


def check_is_name_of(name: str, law: Law) -> None:
    """Raise Unclear where a name is not that of a law: neither its title, nor its number and date.

    Where the title is like that of the law, but not the same, the reason tells the latter.
    """
    share = _said(law, name)
    if share < SAME_TITLE and not _is_signed_so(name, law):
        raise Unclear(Why.OTHER_ACT, law.title if share else "")


def check_all_is_said(name: str, law: Law | None, language: str) -> None:
    """Raise Unclear where a name says more than an act is called: an exception, or a place that was not understood."""
    known = " ".join((law.title, *law.head)) if law else ""
    bare = BRACKETED.sub(" ", name)
    without_title = bare.replace(law.title, " ") if law else bare
    if re.search(rf"(?:,\s*|^|\s)(?:{saying(language, '{except}').pattern})\b", without_title, re.IGNORECASE):
        raise Unclear(Why.NO_PLACE, name)
    for start, end, _ in reversed(list(dates_at(bare))):
        bare = f"{bare[:start]} {bare[end:]}"
    bare = TO_FILL_IN.sub("0", bare)
    more = set(telling_words(number_pattern().sub(" ", bare))) - set(telling_words(known))
    if law and more:
        raise Unclear(Why.NO_PLACE, name)


def _is_signed_so(name: str, law: Law) -> bool:
    own = identity_of(law)
    return bool(set(dates_in(name)) & set(own.dates)) and bool(set(numbers_in(name)) & set(own.numbers))


def _said(law: Law, name: str) -> float:
    """Return which share of the telling words of a law's title are said in a name."""
    title = set(telling_words(law.title))
    return len(title & set(telling_words(name))) / len(title) if title else 0.0
