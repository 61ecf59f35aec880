"""The form of a questionnaire: what is printed in it, in one language or several, and the marks by which it returns."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from muvofiq.consultation.answer import Answer, Point, Said, said_word
from muvofiq.consultation.questionnaire import Question, Questionnaire
from muvofiq.publication.dates import written_day
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed
from muvofiq.publication.translation_sheet import tidied
from muvofiq.standards.requirement import Words, in_language
from muvofiq.standards.thesaurus import LANGUAGES

MARK = re.compile(r"muvofiq:(?P<mission>[a-z0-9_-]+)/(?P<number>\d+)/(?P<fingerprint>[0-9a-f]{8})", re.IGNORECASE)
FIELD = re.compile(r"muvofiq:(?P<name>[a-z]+)", re.IGNORECASE)
UNIT, DAY = "unit", "day"
HEADS = ("key", "requirement", "question", "asks", "about", "sheet")
BESIDE = " / "  # between the same words in several languages


@dataclass(frozen=True, slots=True)
class Sent:
    """A questionnaire as it leaves: numbered in a mission, made on a day, with the notices by language."""

    questionnaire: Questionnaire
    mission: str
    number: int
    made_on: date
    notices: Mapping[str, Sequence[str]]

    @property
    def mark(self) -> str:
        """What stands in every file, and by which it is known when it comes back."""
        return f"muvofiq:{self.mission}/{self.number}/{self.questionnaire.fingerprint}"

    @property
    def languages(self) -> tuple[tuple[str, ...], ...]:
        """In which languages the form can be printed: in those for which it was made, or in any single one."""
        return tuple(dict.fromkeys((self.questionnaire.languages, *((one,) for one in LANGUAGES))))


@dataclass(frozen=True, slots=True)
class Block:
    """One question on paper: key, subject, question, what the standards ask, and a row (mark, label) for each cell."""

    key: str
    subject: str
    question: str
    statement: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """All that is printed, top to bottom. ``fields`` are rows (mark, label, what stands there already)."""

    language: str
    title: str
    sentences: tuple[str, ...]
    notices: tuple[str, ...]
    instructions: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...]
    heads: Mapping[str, str]
    choices: tuple[str, ...]
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, sent: Sent, languages: Sequence[str]) -> "Form":
        """Put the form together in some languages, the first of which leads."""
        made, say = sent.questionnaire, _sayer(languages)
        values = {"number": sent.number}
        sentences = [
            _lines(languages, lambda one: _say(one)("agency", agency=in_language(made.agency, one))),
            _lines(languages, lambda one: _say(one)("mission", mission=in_language(made.mission, one))),
            _lines(languages, lambda one: _days(sent, one)),
        ]
        return cls(
            language=languages[0],
            title=say("title", **values),
            sentences=tuple(sentences),
            notices=tuple(dict.fromkeys(text for one in languages for text in sent.notices.get(one, ()))),
            instructions=tuple(text for one in languages for text in _instructions(one)),
            fields=((sent.mark, say("mark"), ""), *((f"muvofiq:{name}", say(name), "") for name in (UNIT, DAY))),
            heads={name: say(name) for name in HEADS} | labels(languages),
            choices=tuple(dict.fromkeys(said_word(said, one) for one in languages for said in Said)),
            blocks=tuple(_block(question, languages) for question in made.questions),
        )

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the form, so that whatever else stands in a file that comes back is noticed."""
        blocks = [text for one in self.blocks for text in (one.key, one.subject, one.question, one.statement)]
        marks = [text for one in self.blocks for row in one.rows for text in row]
        fields = [text for row in self.fields for text in row]
        return (
            self.title, *self.sentences, *self.notices, *self.instructions, *self.choices, *self.heads.values(),
            *blocks, *marks, *fields,
        )  # fmt: skip


def labels(languages: Sequence[str]) -> dict[str, str]:
    """Return the label of each cell of an answer."""
    found = {}
    for point in Point:
        every = [_say(one)(point.value, words=_choices(one)) for one in languages]
        found[point.value] = BESIDE.join(dict.fromkeys(every))
    return found


def told(answer: Answer, language: str, **where: object) -> tuple[str, list[str]]:
    """Return an answer as a note: its short answer with agency, number and key of ``where``, a line for each cell."""
    say = _say(language)
    said = said_word(answer.said, language) if answer.said else say("unclear")
    head = say("answered", said=f"{said} ({answer.remark})" if answer.remark else said, **where)
    lines = [f"{point_word(point, language)}: {text}" for point, text in answer.cells.items()]
    if answer.missing:
        missing = ", ".join(point_word(point, language) for point in answer.missing)
        lines.append(say("incomplete", missing=missing))
    return head, lines


def point_word(point: Point, language: str) -> str:
    """Return the short word for a cell of an answer."""
    return _say(language)(f"short_{point.value}")


def _block(question: Question, languages: Sequence[str]) -> Block:
    names = labels(languages)
    return Block(
        key=question.key,
        subject=_texts(question.title, languages, f"{question.code} "),
        question=_texts(question.text, languages),
        statement=_texts(question.statement, languages),
        rows=tuple((f"{question.key}.{point.value}", names[point.value]) for point in Point),
    )


def _texts(words: Words, languages: Sequence[str], before: str = "") -> str:
    return tidied(before + _lines(languages, lambda one: in_language(words, one)))


def _lines(languages: Sequence[str], said: Callable[[str], str]) -> str:
    return "\n".join(dict.fromkeys(map(said, languages)))


def _instructions(language: str) -> list[str]:
    say = _say(language)
    words = {"words": _choices(language), **{said.value: said_word(said, language) for said in Said}}
    found = [say("neutral"), say("instructions", **words)]
    return [*found, phrases("paper", language)("unconfirmed")] if unconfirmed("questionnaire", language) else found


def _days(sent: Sent, language: str) -> str:
    say, day = _say(language), sent.questionnaire.wanted_by
    made = say("made", day=written_day(sent.made_on, language))
    return f"{made}. {say('wanted_by', day=written_day(day, language))}." if day else f"{made}."


def _choices(language: str) -> str:
    return BESIDE.join(said_word(said, language) for said in Said)


def _say(language: str) -> Phrases:
    return phrases("questionnaire", language)


def _sayer(languages: Sequence[str]) -> Callable[..., str]:
    def say(key: str, **values: object) -> str:
        return BESIDE.join(dict.fromkeys(_say(one)(key, **values) for one in languages))

    return say
