"""A citation names the instrument and the place in it from which a requirement is drawn.

>>> citation = Citation.parse("eura-ge art. 3(1) (model, verify), art. 10")
>>> citation.instrument, citation.pinpoint, citation.unconfirmed
('eura-ge', 'art. 3(1), art. 10', True)
>>> str(citation)
'eura-ge art. 3(1) (model, verify), art. 10'
"""

import re
from dataclasses import dataclass
from typing import Self

from muvofiq.standards.errors import BadCitation

_CITATION = re.compile(r"(?P<instrument>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?: (?P<words>\S(?:.*\S)?))?")
_LEADING_INSTRUMENT = re.compile(r"[a-z]{2,}(?:-[a-z0-9]+)+(?=[ :]|\Z)")
_BRACKETS = re.compile(r" ?\((?P<inside>[^()]*)\)")
_VERIFY = re.compile(r"\bverify\b")


@dataclass(frozen=True, slots=True)
class Citation:
    """An instrument and the words after it, kept exactly as they were written."""

    instrument: str
    words: str = ""

    @classmethod
    def parse(cls, text: str, where: str = "citation") -> Self:
        """Read a citation such as 'crc art. 37(b)'."""
        match = _CITATION.fullmatch(text)
        if match is None:
            raise BadCitation(where, text=text)
        return cls(match["instrument"], match["words"] or "")

    @property
    def pinpoint(self) -> str:
        """The place in the instrument, without the editor's remarks 'model' and 'verify'."""
        return _BRACKETS.sub(_without_remarks, self.words).strip()

    @property
    def unconfirmed(self) -> bool:
        """Whether the editor still has to verify the place against the source."""
        return bool(_VERIFY.search(self.words))

    @property
    def model(self) -> bool:
        """Whether the place is cited as a model clause, not as a rule for the state."""
        return any("model" in match["inside"].split(", ") for match in _BRACKETS.finditer(self.words))

    def __str__(self) -> str:
        return f"{self.instrument} {self.words}" if self.words else self.instrument


@dataclass(frozen=True, slots=True)
class Practice:
    """What a state or a programme does, to compare; it may begin with the id of a national act.

    >>> Practice("lv-cab-344-2019: recognition by police").instrument
    'lv-cab-344-2019'
    """

    text: str

    @property
    def instrument(self) -> str | None:
        """The national act with which the text begins, if it does."""
        match = _LEADING_INSTRUMENT.match(self.text)
        return match[0] if match else None

    @property
    def unconfirmed(self) -> bool:
        """Whether the editor still has to verify it against the source."""
        return bool(_VERIFY.search(self.text))

    def __str__(self) -> str:
        return self.text


def _without_remarks(match: re.Match[str]) -> str:
    """Leave a bracket as it is, unless it holds a remark; then keep only what else it says."""
    parts = match["inside"].split(", ")
    kept = [part for part in parts if part != "model" and not _VERIFY.search(part)]
    if len(kept) == len(parts):
        return match[0]
    return f" ({', '.join(kept)})" if kept else ""
