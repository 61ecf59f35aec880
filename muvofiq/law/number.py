"""The number of a unit, in one spelling for the many that are met in print."""

import re
from dataclasses import dataclass

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LOOK_ALIKES = str.maketrans("ІХСVХ", "IXCVX")
ROMAN = re.compile(r"(?=.)(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
MULTIPLES = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies"
# A letter or Latin word behind figures is part of them («2a», «2 bis»); figures behind a letter were raised («XXIII1»).
SPELLING = re.compile(
    rf"(?P<stem>\d+(?:\s?(?:{MULTIPLES})|\.?[º°](?:-[A-Z])?|[a-zа-я]{{1,2}})?"
    rf"|[a-z]\s(?:{MULTIPLES})|[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"(?P<inserted>(?:(?<=[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹])\d+)?"
    r"(?:\s?\(\d+\)|\s?[-–‑.]\s?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+|\s\d(?!\d)|\s?прим\b(?:\s?\d+)?|[⁰¹²³⁴⁵⁶⁷⁸⁹]++)*)\.?"
)
FIGURES = re.compile(r"\d+")
ORDINAL = " .º°-"  # «25.º-A» is number 25a
INSERTED = re.compile(r"\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|прим(?!\s?\d)")


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
        if not match or not (match["stem"][0].isdecimal() or match["stem"].replace(" ", "").isalpha()):
            raise ValueError(
                f"'{text}' is no number of a legal unit. Numbers are written 130, 130(1), 130-1, 130.1, 130¹, IV or а."
            )
        return cls(_stem(match["stem"]), tuple(map(_inserted, INSERTED.findall(match["inserted"]))))

    def __str__(self) -> str:
        return self.stem + "".join(f"({figure})" for figure in self.inserted)

    @property
    def eid(self) -> str:
        """The number as it stands in an eId: 130-1."""
        return "-".join((self.stem, *map(str, self.inserted)))

    @property
    def order(self) -> tuple[int, str, tuple[int, ...]]:
        """A key by which numbers stand in the order of the law."""
        figures = FIGURES.match(self.stem)
        return (int(figures[0]) if figures else 0, self.stem, self.inserted)


def _inserted(figures: str) -> int:
    return 1 if figures == "прим" else int(figures.translate(SUPERSCRIPTS))


def _stem(text: str) -> str:
    if figures := FIGURES.match(text):
        return f"{int(figures[0])}{text[figures.end() :].strip(ORDINAL).lower()}"
    latin = text.upper().translate(LOOK_ALIKES)
    if text.isupper() and ROMAN.fullmatch(latin):
        return str(_roman(latin))
    return "".join(text.lower().split())


def _roman(text: str) -> int:
    values = [DIGITS[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
