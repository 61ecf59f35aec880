"""What a file did to the letters and figures of a law, and how each place was put right."""

from dataclasses import dataclass
from enum import StrEnum


class Damage(StrEnum):
    """Why words stand otherwise in the file than in the law.

    The first four are fonts of the 1990s, which show Tajik letters in the place of other ones.
    """

    FONT_A = "old font, first kind (Їуміурии)"
    FONT_B = "old font, second kind (Љумњурии)"
    FONT_SHORT_U = "old font that writes ў for ӯ"
    FONT_LATIN = "old font behind Latin letters (Åukumat)"
    LOOK_ALIKE = "letters of another alphabet that look alike"
    DROPPED = "dropped marks of letters"
    MISREAD = "letters misread by a machine"
    RAISED = "lost raised figures"

    @property
    def is_font(self) -> bool:
        """Whether the damage is that of a font: then it is refused, or kept, for the whole text."""
        return self in FONTS


FONTS = (Damage.FONT_A, Damage.FONT_B, Damage.FONT_SHORT_U, Damage.FONT_LATIN)


@dataclass(frozen=True, slots=True)
class Repair:
    """One place that was put right: on which line, what stood there, what stands there now, and why.

    Of a font, ``before`` and ``after`` are the whole line; else a word or a number.

    >>> Repair(12, "хавзаи", "ҳавзаи", Damage.DROPPED).key
    'dropped marks of letters: хавзаи > ҳавзаи'
    """

    line: int
    before: str
    after: str
    damage: Damage

    @property
    def key(self) -> str:
        """What a person refuses: the same repair wherever it is made, or a font for the whole text."""
        return self.damage.value if self.damage.is_font else f"{self.damage.value}: {self.before} > {self.after}"
