"""The acts that a text cites are matched with those on file, by title, number and date as everywhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muvofiq.law.citation_words import Words, words_of
from muvofiq.law.identity import (
    Identity,
    Match,
    Registered,
    dates_in,
    identity_of,
    numbers_in,
    recognise,
    telling_words,
)
from muvofiq.law.tree import Law

QUOTED = re.compile(r"[«\"“„](.+)[»\"”“]")
YEAR_AND_NUMBER = re.compile(r"\d{1,4}/\d{1,4}")
HEAD = 4  # lines of the head in which an act names its state


@dataclass(frozen=True, slots=True)
class OnFile:
    """An act of the register with its text in one language."""

    registered: Registered
    law: Law

    @classmethod
    def of(cls, law: Law) -> "OnFile":
        """Return a law under its own title, number and date, where no register knows it."""
        said = identity_of(law)
        number, adopted = next(iter(said.numbers), ""), next(iter(said.dates), None)
        return cls(Registered(law.name, (law.title,), number, adopted), law)

    @property
    def state(self) -> str:
        """The state that made the act, as far as its head tells."""
        words = words_of(self.law.language)
        head = "\n".join((self.law.title, *self.law.head[:HEAD], *self.law.tail))
        return words.state_in(head) or words.state_in(head.title()) if words else ""


def state_of(name: str, words: Words) -> str:
    """Return the state to which the name of a cited act belongs, or nothing where the name does not say it."""
    return words.state_in(QUOTED.sub(" ", name))


def acts_named(name: str, title: str, acts: Sequence[OnFile], words: Words) -> list[str]:
    """Return the keys of the acts on file that a text may name: one if it is clear which, several if it is not.

    ``name`` is the act as printed, ``title`` what an abbreviation stands for.
    """
    wanted = _title(name, title, words)
    best: list[Match] = []
    for act in {act.registered.key: act for act in acts}.values():
        found = _match(name, wanted, act, is_quoted=bool(title or QUOTED.search(name)))
        if found and (not best or found.score >= best[0].score):
            best = [found, *(one for one in best if one.score == found.score)]
    return [match.key for match in best]


def _match(name: str, title: str, act: OnFile, *, is_quoted: bool) -> Match | None:
    if _has_same_number(name, act):
        return Match(act.registered.key, 1.0, ("number",))
    titles = [title] if is_quoted else [title, *_beginnings(title, act)]
    tried = (Identity(one, numbers_in(name), dates_in(name)) for one in titles)
    return next((match for identity in tried for match in recognise(identity, [act.registered])), None)


def _has_same_number(name: str, act: OnFile) -> bool:
    """Tell whether both are, say, Directive 2008/115/EC."""
    number = YEAR_AND_NUMBER.search(name)
    kind = next((word for word in name.split() if word.istitle()), "").casefold()
    for said in (*act.registered.titles, act.law.title) if number else ():
        first = YEAR_AND_NUMBER.search(said)  # a title may go on with the acts that are amended
        if number and first and first.group() == number.group() and kind in said.casefold()[: first.start()]:
            return True
    return False


def _title(name: str, title: str, words: Words) -> str:
    if title:
        return title
    if quoted := QUOTED.search(name):
        return quoted[1]
    for part, pattern in words.parts:
        if part in {"date", "number", "state", "organ"}:
            name = pattern.sub(" ", name)
    return name


def _beginnings(title: str, act: OnFile) -> Iterator[str]:
    """Yield the title cut to the length of those on file: without quotes, nobody can see where it ends."""
    words = telling_words(title)
    lengths = {len(telling_words(one)) for one in act.registered.titles}
    yield from (" ".join(words[:length]) for length in sorted(lengths, reverse=True) if 1 < length < len(words))
