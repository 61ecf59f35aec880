"""A law is looked through for what a person should check: gaps, numbers twice, units that are too long or empty."""

from collections.abc import Iterator, Sequence
from statistics import median

from muvofiq.law.ascending import Member, doubts_of_numbers
from muvofiq.law.doubt import Doubt, Suspicion
from muvofiq.law.front import Role, front_of, signature_of
from muvofiq.law.kind import Kind
from muvofiq.law.spoken import count_words
from muvofiq.law.tree import Law, Provision, is_cited_first

# From so many signs on a paragraph, a heading, and all running text of an article are long; the last only if it is so
# many times the usual.
PARAGRAPH, HEADING, RUNNING, TIMES = 5_000, 700, 12_000, 12
USUAL = 0.9  # what so many articles of a law have, each is expected to have
FEWEST = 10  # articles; of fewer, nothing is usual
BEFORE, BEHIND = 600, 400  # signs of words before the first unit, or behind the last, that nobody can name
WORDS = (Role.OTHER, Role.SIGNATORY)  # below the office of who signed every line is taken for a name
SPOKEN, TIMES_SPOKEN = 6, 3  # small words of another language, and how many times those of the law's own


def doubts_of(law: Law) -> tuple[Doubt, ...]:
    """Return what is doubtful in a law, in the order of print; few or none in a law that was read well.

    Numbers: see `doubts_of_numbers`. Long is a paragraph of 5,000 signs, a heading of 700, and the running text of an
    article outside its numbered units from 12,000 signs on, if that is twelve times the usual. An article lacks words
    or heading where nine of ten have them; of fewer than ten articles it lacks words where half have some. Before and
    behind the units, lines of no known role are counted.
    """
    articles = [one for one in law.units() if is_cited_first(one[1], one[2])]
    found = [
        *doubts_of_numbers(law),
        *_long(law, articles),
        *_empty(articles),
        *_in_another_language(law, articles),
    ]
    return (*_before(law), *sorted(found, key=lambda one: one.line), *_behind(law))


def _long(law: Law, articles: Sequence[Member]) -> Iterator[Doubt]:
    sizes = {address: _running(unit) for address, unit, _ in articles}
    usual = median(sizes.values()) if sizes else 0
    for address, unit, _ in law.units():
        if len(unit.heading) > HEADING:
            yield Doubt(Suspicion.LONG_HEADING, unit.line, address.eid, {"signs": len(unit.heading)})
        size = sizes.get(address, 0)
        if len(unit.text) > PARAGRAPH or size > max(RUNNING, TIMES * usual):
            yield Doubt(Suspicion.LONG, unit.line, address.eid, {"signs": max(size, len(unit.text))})


def _running(unit: Provision) -> int:
    return len(unit.text) + sum(len(child.text) for child in unit.children if child.kind is Kind.INDENT)


def _empty(articles: Sequence[Member]) -> Iterator[Doubt]:
    named = sum(bool(unit.heading) for _, unit, _ in articles)
    worded = sum(bool(unit.words) for _, unit, _ in articles)
    have_words = _is_usual(worded, articles) or (len(articles) < FEWEST and 2 * worded >= len(articles))
    for address, unit, _ in articles:
        if unit.repealed or unit.notes:
            continue
        if not unit.words and (not unit.heading or have_words):
            yield Doubt(Suspicion.EMPTY, unit.line, address.eid)
        elif not unit.heading and _is_usual(named, articles):
            yield Doubt(Suspicion.NO_HEADING, unit.line, address.eid)


def _is_usual(count: int, articles: Sequence[Member]) -> bool:
    return len(articles) >= FEWEST and count >= USUAL * len(articles)


def _in_another_language(law: Law, articles: Sequence[Member]) -> Iterator[Doubt]:
    for address, unit, _ in articles:
        spoken = count_words(f"{unit.heading} {unit.words}")
        language, count = max(spoken.items(), key=lambda one: one[1], default=("", 0))
        if law.language in spoken and count >= SPOKEN and count > TIMES_SPOKEN * spoken[law.language]:
            yield Doubt(Suspicion.LANGUAGE, unit.line, address.eid, {"language": language})


def _before(law: Law) -> Iterator[Doubt]:
    signs = sum(map(len, front_of(law).of(Role.OTHER)))
    if signs > BEFORE:
        yield Doubt(Suspicion.LEFT_OVER, values={"signs": signs})


def _behind(law: Law) -> Iterator[Doubt]:
    signs = sum(len(line.text) for line in signature_of(law).lines if line.role in WORDS)
    if signs > BEHIND:
        yield Doubt(Suspicion.LEFT_BEHIND, values={"signs": signs})
