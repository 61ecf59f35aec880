"""The sentences of a sheet for translation, and what a text beside the original says of itself in a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from muvofiq.publication.dates import written_day
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed
from muvofiq.publication.translation_sheet import SheetHead

EVERYWHERE = "en"  # a translator far away may read none of the languages of the region


def sentences(head: SheetHead, language: str) -> list[str]:
    """Return title, act, edition and instructions in a language, and the instructions in English behind them."""
    say = phrases("translation", language)
    day = written_day(head.as_of, language) if head.as_of else say("no_day")
    found = [
        say("title"),
        say("act", act=head.act),
        say("edition", edition=head.edition, language=head.original_language.upper(), day=day),
        *dict.fromkeys(phrases("translation", one)("instructions") for one in (language, EVERYWHERE)),
    ]
    return [*found, phrases("paper", language)("unconfirmed")] if unconfirmed("translation", language) else found


@dataclass(frozen=True, slots=True)
class Translator:
    """Who translated some of the words, when, and whether the original has changed since."""

    name: str
    is_machine: bool
    on: date
    is_stale: bool


def unofficial(text: str, target: str, translators: Sequence[Translator], *, untranslated: int, language: str) -> str:
    """Return a working translation as a document prints it: first the mark that it is not official."""
    say = phrases("translation", language)
    marks = [_mark(one, target, say) for one in translators]
    if untranslated:
        marks.append(say("untranslated", count=untranslated))
    return f"[{'; '.join(marks)}]\n{text}"


def _mark(one: Translator, target: str, say: Phrases) -> str:
    name = say("by_machine", name=one.name) if one.is_machine else one.name
    said = say("unofficial", language=target.upper(), translator=name, day=written_day(one.on, say.language))
    return f"{said}; {say('stale')}" if one.is_stale else said
