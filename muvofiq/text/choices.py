"""What only a person can decide about a file before it is read."""

from dataclasses import dataclass
from enum import StrEnum


class Changes(StrEnum):
    """How pending tracked changes of a Word file are read; ``ASK`` refuses a file that holds some."""

    ASK = "ask"
    ORIGINAL = "original"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Choices:
    """The answers of a person. ``recognise`` names the languages (rus, tgk, eng) in which a scan is recognised."""

    changes: Changes = Changes.ASK
    recognise: tuple[str, ...] = ()


NONE = Choices()
