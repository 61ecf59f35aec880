"""What the screen of an amendment says of a draft: the passages that are lost, and where else the clause reaches."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext

from muvofiq.amendment.place import ACT, Place
from muvofiq.amendment.redline import Mark
from muvofiq.amendment.regression import Loss, Sort
from muvofiq.assessment.authority import authorities_in
from muvofiq.law.citing import cite
from muvofiq.law.time_limit import TimeLimit
from muvofiq.records.models import Edition
from muvofiq.records.queries.amendment_page import Drafted
from muvofiq.records.queries.law_text import eids_of, reference_to
from muvofiq.records.queries.notes_list import scope_requirements
from muvofiq.standards.requirement import in_language
from muvofiq.web.languages import interface_language

BREAK = "\n"  # between the keys of the losses of one passage


@dataclass(frozen=True, slots=True)
class Lost:
    """One thing that is lost with a passage, in the words of the page."""

    sort: Sort
    what: str
    instead: str
    said: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in force that go, with all that is lost with them and the one reason that is given for it."""

    words: str
    lost: tuple[Lost, ...]
    keys: str
    reason: str

    @property
    def field(self) -> str:
        """The name by which the page knows the field of the reason; it stays the same while people type."""
        return f"loss-{sha256(self.keys.partition(BREAK)[0].encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Reach:
    """Which other units a clause changes, and the larger unit to amend where they stand beside the amended one."""

    units: tuple[str, ...]
    larger: str = ""
    larger_citation: str = ""


def passages(
    drafted: Drafted, reasons: Mapping[str, str], said: Mapping[str, Mapping[str, Any]], content: str
) -> list[Passage]:
    """Return what is lost, by the words that go: one deletion asks for one reason."""
    groups: dict[str, list[Loss]] = {}
    longest = sorted((one.words for one in drafted.losses), key=len, reverse=True)
    deleted = _deleted(drafted)
    for one in drafted.losses:
        within = (words for words in (*deleted, *longest) if one.words in words)
        groups.setdefault(next(within), []).append(one)
    titles = _titles(drafted.edition, content) if groups else {}
    return [
        Passage(
            words,
            tuple(_lost(one, drafted.edition, said.get(one.key), titles) for one in lost),
            BREAK.join(one.key for one in lost),
            next(filter(None, (reasons.get(one.key, "") for one in lost)), ""),
        )
        for words, lost in groups.items()
    ]


def _deleted(drafted: Drafted) -> list[str]:
    """Return the paragraphs that go as a whole: each unit that is gone, with what goes behind it."""
    gone = [one.words for one in drafted.losses if one.sort is Sort.UNIT]
    found: list[str] = []
    is_open = False
    for line in drafted.redline:
        words = "".join(one.text for one in line.stretches)
        is_gone = all(one.kind is Mark.REMOVED for one in line.stretches)
        if is_gone and is_open and not any(words.endswith(one) for one in gone):
            found[-1] += BREAK + words
        elif is_gone:
            found.append(words)
        is_open = is_gone
    return found


def reach(drafted: Drafted) -> Reach | None:
    """Return where else the clause of a draft reaches; nothing where it reaches nowhere else."""
    if drafted.proof is None or not drafted.proof.elsewhere:
        return None
    edition = drafted.edition
    places = [Place.parse(one).eid for one in drafted.proof.elsewhere]
    units = tuple(dict.fromkeys(cite(reference_to(edition, one), edition.language) if one else ACT for one in places))
    units = tuple(gettext("the whole act") if one == ACT else one for one in units)
    larger = (drafted.eid or drafted.after).rpartition("__")[0]
    is_beside = larger in eids_of(edition) and any(one.startswith(f"{larger}__") for one in places)
    return Reach(units, larger, cite(reference_to(edition, larger), edition.language)) if is_beside else Reach(units)


def _titles(edition: Edition, content: str) -> dict[str, str]:
    """Return how the page calls the requirements of the scope."""
    scope = scope_requirements(edition.mission)
    return {one.id: f"{one.code} {in_language(one.title, content)}" for one in scope}


def _lost(one: Loss, edition: Edition, said: Mapping[str, Any] | None, titles: Mapping[str, str]) -> Lost:
    return Lost(one.sort, _what(one, edition, titles), _limit(one.instead), said)


def _what(one: Loss, edition: Edition, titles: Mapping[str, str]) -> str:
    """Return what is lost in the languages of the reader."""
    if one.sort is Sort.ELEMENT:
        return titles.get(one.key.split(" ")[1], one.what)
    if one.sort is Sort.AUTHORITY:
        return _authority(one, edition)
    return _limit(one.what)


def _authority(one: Loss, edition: Edition) -> str:
    agencies: Sequence[tuple[dict[str, str], dict[str, str]]] = [
        (agency.name, agency.short) for agency in edition.mission.agencies.all()
    ]
    named = authorities_in(one.words, edition.language, agencies)
    return next(
        (in_language(two.name, interface_language()) for two in named if one.what in two.name.values()), one.what
    )


def _limit(text: str) -> str:
    with suppress(ValueError):
        return TimeLimit.parse(text).said(interface_language())
    return text
