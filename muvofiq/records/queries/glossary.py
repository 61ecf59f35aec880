"""The interpreters' glossary of a mission as a pure value: the terms that its agenda and its scope name."""

from collections import Counter
from collections.abc import Iterator

from muvofiq.alignment.concepts import Concepts
from muvofiq.publication.dates import written_period
from muvofiq.publication.glossary import Glossary, Needs, Order, parts_of, ranked, room_below
from muvofiq.publication.phrases import phrases
from muvofiq.records.errors import NoTermsNeeded
from muvofiq.records.models import Mission
from muvofiq.records.queries.documents import notices_of
from muvofiq.records.queries.released import terms_of, thesaurus_of
from muvofiq.records.queries.terms import concepts_in, scope_texts
from muvofiq.standards.requirement import in_language


def glossary_of(mission: Mission, language: str, order: Order = Order.ALPHABET) -> Glossary:
    """Return the glossary, sorted in a language; raises NoTermsNeeded.

    Of the notices only the mission's stands on it: that of the programme says nearly the same, and room is short.
    """
    terms, named = terms_of(mission), thesaurus_of(mission)
    needed = ranked(terms, _needs(mission, named))
    if not needed:
        raise NoTermsNeeded(f"{mission} > terms")
    title, notices = in_language(mission.title, language), notices_of(mission, language)[:1]
    head = [f"{title}, {written_period(mission.starts, mission.ends, language)}", *notices]
    return Glossary(
        mission=title,
        starts=mission.starts,
        ends=mission.ends,
        state=mission.state,
        parts=parts_of(
            needed,
            terms,
            language,
            state=mission.state,
            room=room_below(head),
            order=order,
            other=phrases("glossary", language)("other"),
        ),
        needed=len(needed),
        notices=notices,
    )


def _needs(mission: Mission, named: Concepts) -> Needs:
    scope = scope_texts(mission)
    return Needs(
        on_agenda=frozenset(name for spoken, text in _agenda(mission) for name in named.found_in(text, spoken)),
        themes=frozenset(one.theme for one in scope),
        in_titles=Counter(name for one in scope for name in named.of_question(one.title)),
        in_texts=Counter(name for one in scope for name in concepts_in(one, named)),
    )


def _agenda(mission: Mission) -> Iterator[tuple[str, str]]:
    """Yield language and text of whatever the agenda says: title and theme of the mission, titles of its sessions."""
    for texts in (mission.title, mission.theme, *mission.sessions.values_list("title", flat=True)):
        yield from (texts or {}).items()
