"""The number of a unit, in one spelling for the many that are met in print."""

import re
from dataclasses import dataclass

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LOOK_ALIKES = str.maketrans("ІХСVХ", "IXCVX")
ROMAN = re.compile(r"(?=.)(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
SPELLING = re.compile(
    r"(?P<stem>\d+|[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?P<inserted>(?:\s?\(\d+\)|\s?[-–‑.]\s?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]++)*)\.?"
)
INSERTED = re.compile(r"\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number such as 130, 130(1) or «а»; ``inserted`` holds the figures of units added later.

    >>> str(Number.parse("130¹")), str(Number.parse("130-1")), str(Number.parse("130.1"))
    ('130(1)', '130(1)', '130(1)')
    >>> str(Number.parse("IV"))
    '4'
    """

    stem: str
    inserted: tuple[int, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Number":
        """Read a number in any of the known spellings; raises ValueError for anything else."""
        match = SPELLING.fullmatch(text.strip())
        if not match or not (match["stem"].isdecimal() or match["stem"].isalpha()):
            raise ValueError(
                f"'{text}' is no number of a legal unit. Numbers are written 130, 130(1), 130-1, 130.1, 130¹, IV or а."
            )
        inserted = (int(figures.translate(SUPERSCRIPTS)) for figures in INSERTED.findall(match["inserted"]))
        return cls(_stem(match["stem"]), tuple(inserted))

    def __str__(self) -> str:
        return self.stem + "".join(f"({figure})" for figure in self.inserted)

    @property
    def eid(self) -> str:
        """The number as it stands in an eId: 130-1."""
        return "-".join((self.stem, *map(str, self.inserted)))

    @property
    def order(self) -> tuple[int, str, tuple[int, ...]]:
        """A key by which numbers stand in the order of the law."""
        return (int(self.stem) if self.stem.isdigit() else 0, self.stem, self.inserted)


def _stem(text: str) -> str:
    if text.isdecimal():
        return str(int(text))
    latin = text.upper().translate(LOOK_ALIKES)
    if text.isupper() and ROMAN.fullmatch(latin):
        return str(_roman(latin))
    return text.lower()


def _roman(text: str) -> int:
    values = [DIGITS[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
