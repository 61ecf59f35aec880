"""A press release: the sentences that persons entered as public, in the order of the pattern, and its length."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from enum import StrEnum
from string import Formatter

from muvofiq.publication.dates import written_day, written_period
from muvofiq.publication.errors import BrokenPlaceholder, TooLong, TooShort, UnknownPlaceholder
from muvofiq.publication.phrases import Phrases, phrases

LEAST, MOST = 150, 250  # words


class Part(StrEnum):
    """What a press release tells, in the order in which it tells it."""

    HEADLINE = "headline"
    LEAD = "lead"
    AIM = "aim"
    EXPERTS = "experts"
    PRESENTED = "presented"
    DISCUSSED = "discussed"
    RESULT = "result"
    QUOTE = "quote"
    COMPONENT = "component"
    BACKGROUND = "background"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class PublicFact:
    """A sentence that a person entered as public; a figure may stand in it as ``{recommendations}``."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a mission, counted once for all its documents, so that they are equal in all."""

    recommendations: int
    requirements: int
    judged: int
    agencies: int
    sessions: int


PLACEHOLDERS = tuple(field.name for field in fields(Figures))
# What is proposed for which part, by the key of its words, and the data that it needs; figures are always at hand.
SENTENCES: tuple[tuple[Part, str, tuple[str, ...]], ...] = (
    (Part.HEADLINE, "headline", ("theme", "place", "period")),
    (Part.LEAD, "lead_kinds", ("kinds",)),
    (Part.LEAD, "lead_programme", ("programme",)),
    (Part.LEAD, "lead_period", ("period",)),
    (Part.LEAD, "lead_place", ("place",)),
    (Part.AIM, "aim", ("theme",)),
    (Part.EXPERTS, "experts", ("services",)),
    (Part.PRESENTED, "presented", ()),
    (Part.DISCUSSED, "discussed", ("agencies",)),
    (Part.DISCUSSED, "discussed_sessions", ()),
    (Part.RESULT, "result", ()),
)


class Side(StrEnum):
    """On which side a length is wrong."""

    SHORT = "too short"
    LONG = "too long"


@dataclass(frozen=True, slots=True)
class LengthProblem:
    """On which side the length of a release is wrong, and by how many words."""

    side: Side
    by: int


@dataclass(frozen=True, slots=True)
class Release:
    """A press release as it is printed; ``missing`` are the parts for which no sentence was entered.

    ``words`` counts what the public reads: headline and paragraphs to the last line of the contact, but neither the
    notices, nor the date, nor the mark of a draft.
    """

    headline: str
    paragraphs: tuple[str, ...]
    notices: tuple[str, ...]
    language: str
    made_on: date
    draft: bool
    missing: tuple[Part, ...] = ()

    @property
    def words(self) -> int:
        """The number of words of headline and paragraphs."""
        return sum(map(count_words, (self.headline, *self.paragraphs)))

    @property
    def length_problem(self) -> LengthProblem | None:
        """What is wrong with the length, or None where it is right."""
        if self.words < LEAST:
            return LengthProblem(Side.SHORT, LEAST - self.words)
        return LengthProblem(Side.LONG, self.words - MOST) if self.words > MOST else None


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """The plain data of a mission from which sentences can be proposed; what is empty proposes nothing."""

    programme: str = ""
    starts: date | None = None
    ends: date | None = None
    place: str = ""
    kinds: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    theme: str = ""


def count_words(text: str) -> int:
    """Count the words of a text: runs of signs without blanks that hold a letter or a figure.

    >>> count_words("1–3 июня 2016 года – круглый стол (ст. 14).")
    8
    """
    return sum(any(sign.isalnum() for sign in run) for run in text.split())


def compose(
    facts: Sequence[PublicFact],
    figures: Figures,
    *,
    notices: Sequence[str],
    language: str,
    made_on: date,
    consent: bool,
) -> Release:
    """Put a release together from public sentences alone, with the figures filled in.

    Sentences of one part make one paragraph, in the order given; each quote is a paragraph of its own.
    Raises UnknownPlaceholder, BrokenPlaceholder.
    """
    said: dict[Part, list[str]] = defaultdict(list)
    for fact in facts:
        text = " ".join(filled(fact, figures).split())
        if text:
            said[fact.part].append(text)
    return Release(
        headline=" ".join(said[Part.HEADLINE]),
        paragraphs=tuple(_paragraphs(said)),
        notices=tuple(notices),
        language=language,
        made_on=made_on,
        draft=not consent,
        missing=tuple(part for part in Part if not said[part]),
    )


def filled(fact: PublicFact, figures: Figures) -> str:
    """Return the sentence with its figures; raises UnknownPlaceholder, BrokenPlaceholder."""
    allowed = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    try:
        pieces = list(Formatter().parse(fact.text))
    except ValueError as error:
        raise BrokenPlaceholder(fact.part.value, text=fact.text, allowed=allowed) from error
    values = asdict(figures)
    text = ""
    for before, name, form, conversion in pieces:
        text += before
        if name is not None:
            asked = f"{name}{'!' if conversion else ''}{conversion or ''}{':' if form else ''}{form or ''}"
            if asked not in values:
                raise UnknownPlaceholder(fact.part.value, name=asked, allowed=allowed)
            text += str(values[name])
    return text


def refuse_wrong_length(release: Release) -> None:
    """Raise TooShort or TooLong unless the release has 150 to 250 words."""
    problem = release.length_problem
    if problem is None:
        return
    missing = ", ".join(release.missing) or "–"
    kind = TooShort if problem.side is Side.SHORT else TooLong
    raise kind(release.headline or "–", words=release.words, least=LEAST, most=MOST, by=problem.by, missing=missing)


def write_release_text(release: Release) -> str:
    """Return the release as plain text, for a letter or a web page: paragraphs with an empty line between them."""
    say = phrases("release", release.language)
    head = [say("draft")] if release.draft else []
    body = [release.headline or say("name"), written_day(release.made_on, release.language), *release.paragraphs]
    return "\n\n".join([*head, *release.notices, *body]) + "\n"


def propose(mission: ReleaseFacts, language: str) -> tuple[PublicFact, ...]:
    """Propose sentences from plain data, for a person to accept or edit; no name in them has to be inflected."""
    return tuple(_proposals(mission, phrases("release", language)))


def _paragraphs(said: dict[Part, list[str]]) -> Iterator[str]:
    for part in Part:
        if part is Part.QUOTE:
            yield from said[part]
        elif part is not Part.HEADLINE and said[part]:
            yield " ".join(said[part])


def _proposals(mission: ReleaseFacts, say: Phrases) -> Iterator[PublicFact]:
    names = {
        "programme": _literal(mission.programme),
        "place": _literal(mission.place),
        "theme": _literal(mission.theme),
        "period": _period(mission, say.language),
        "kinds": _literal(", ".join(mission.kinds)),
        "services": _literal("; ".join(mission.services)),
        "agencies": _literal("; ".join(mission.agencies)),
    }
    for part, key, needed in SENTENCES:
        if all(names[name] for name in needed):
            yield PublicFact(part, say(key, **{name: names[name] for name in needed}))


def _period(mission: ReleaseFacts, language: str) -> str:
    if mission.starts is None:
        return ""
    return written_period(mission.starts, mission.ends or mission.starts, language)


def _literal(text: str) -> str:
    """Return a text whose braces are meant as braces."""
    return text.replace("{", "{{").replace("}", "}}")
