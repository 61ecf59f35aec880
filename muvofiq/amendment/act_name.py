"""An act is called by its kind and by what it is about, as titles and lead-ins of amending acts call it."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from muvofiq.amendment.formulae import act_of, words_of
from muvofiq.amendment.ordinal_words import written_day
from muvofiq.law.front import Role, front_of, signature_of
from muvofiq.law.grammar import grammar_in
from muvofiq.law.tree import Law
from muvofiq.tables import table

BLANK = "____________"  # a line on which somebody must write what the act does not say
WORD = re.compile(r"[^\W\d_]+(?:[-’ʻ][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class ActName:
    """What an act is called. ``kind`` is «Закон Республики Вестария», ``about`` «О границе» or empty."""

    language: str
    kind: str
    about: str
    state: str
    dated: str
    gazette: str

    @classmethod
    def of(cls, law: Law) -> "ActName":
        """Read the name of an act from its head and its signature; what they do not say is left blank."""
        kind, about = kind_and_about(law)
        kind = _spelled(kind, law, str.capitalize) if kind.isupper() else kind
        about = _spelled(about, law, str.lower) if about.isupper() else about
        gazette = next(iter(front_of(law).of(Role.GAZETTE)), "")
        if about and not act_of(law.language, kind)["dated"]:
            return cls(law.language, f"{kind} {_small(about)}", "", _state(kind, law), "", gazette)
        return cls(law.language, kind, about, _state(kind, law), _dated(law, kind), gazette)

    @property
    def short(self) -> str:
        """The name as it stands in a title, without date, number and gazette."""
        return self._said("")

    @property
    def full(self) -> str:
        """The name as it stands in a lead-in: with date, number and gazette."""
        gazette = words_of(self.language)["act-gazette"].format(gazette=self.gazette) if self.gazette else ""
        return self._said(self.dated) + gazette

    def _said(self, dated: str) -> str:
        pattern = words_of(self.language)["act-about" if self.about else "act-alone"]
        return pattern.format(kind=self.kind, dated=dated, about=self.about, small_about=_small(self.about))


def kind_and_about(law: Law) -> tuple[str, str]:
    """Return the line of the title that tells the kind of an act, and what the act is about."""
    lines = front_of(law).of(Role.TITLE) or (law.title,)
    about = grammar_in(law.language).mark("about")
    if len(lines) > 1:
        return lines[0], " ".join(lines[1:])
    words = lines[0].split(" ")
    at = next((at for at in range(1, len(words)) if about.match(" ".join(words[at:]).capitalize())), len(words))
    return " ".join(words[:at]), " ".join(words[at:])


def _dated(law: Law, kind: str) -> str:
    """Return date and number of an act from its signature, or blanks; codes are named without them."""
    words, signature = words_of(law.language), signature_of(law)
    if not act_of(law.language, kind)["dated"]:
        return ""
    day = signature.day
    number = words["act-number"].format(number=signature.number) if signature.number else words["act-unnumbered"]
    return (words["act-dated"].format(day=written_day(day, law.language)) if day else words["act-undated"]) + number


def _state(kind: str, law: Law) -> str:
    """Return whose act it is: «Республики Вестария»; blanks where the title does not say."""
    rows = (row for row in table("languages/citations.csv") if row["language"] == law.language)
    patterns = (row["pattern"] for row in rows if (row["role"], row["kind"]) == ("act-part", "state"))
    found = (match[0] for pattern in patterns if (match := re.search(pattern, kind)))
    return next(found, BLANK)


def _small(about: str) -> str:
    return about[:1].lower() + about[1:]


def _spelled(line: str, law: Law, unknown: Callable[[str], str]) -> str:
    """Return a line of capitals as the law itself spells these words elsewhere, not at the beginning of a text.

    ``unknown`` spells a word that does not stand there.
    """
    found = Counter(match[0] for text in _texts(law) for match in WORD.finditer(text) if match.start())
    spellings: dict[str, str] = {}
    for word, _ in found.most_common():
        if not word.isupper():
            spellings.setdefault(word.lower(), word)
    said = WORD.sub(lambda match: spellings.get(match[0].lower()) or unknown(match[0]), line)
    return said[:1].upper() + said[1:]


def _texts(law: Law) -> tuple[str, ...]:
    return (*law.head, *(unit.text for _, unit, _ in law.units()), *law.tail)
