"""Spoils sound Tajik lines as fonts and keyboards of the 1990s did, for the tests of their repair."""

from collections.abc import Iterable

from muvofiq.tables import table
from muvofiq.text.damage import Damage
from muvofiq.text.known_words import WORD
from muvofiq.text.old_fonts import fonts
from muvofiq.text.source import Line, Source
from tests.paths import LAW_BOOK, TAJIK

MARKS = {row["marked"]: row["plain"] for row in table("letters/marks.csv")}
PLAIN = str.maketrans(MARKS | {marked.upper(): plain.upper() for marked, plain in MARKS.items()})
CYRILLIC_FONTS = (Damage.FONT_A, Damage.FONT_B)


def own_lines() -> list[str]:
    """Return the lines of our own Tajik laws, which stand well."""
    laws = [TAJIK, *sorted(LAW_BOOK.glob("*.tg.txt"))]
    return [line.strip() for law in laws for line in law.read_text(encoding="utf-8").splitlines() if line.strip()]


def source(lines: Iterable[str]) -> Source:
    return Source("law.txt", "text", "", tuple(Line(number, text) for number, text in enumerate(lines, 1)))


def texts(repaired: Source) -> list[str]:
    return [line.text for line in repaired.lines]


def in_font(text: str, damage: Damage) -> str:
    """Return a text as a font held it: the signs in the place of the letters that it showed."""
    font = next(font for font in fonts() if font.damage is damage)
    signs: dict[str, str] = {}
    for sign, letter in font.letters.items():
        signs.setdefault(letter, sign)
    return "".join(signs.get(letter, letter) for letter in text)


def without_marks(text: str) -> str:
    return text.translate(PLAIN)


def words(text: str) -> list[str]:
    return WORD.findall(text)
