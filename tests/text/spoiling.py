"""Spoils sound Tajik lines as fonts and keyboards of the 1990s did, for the tests of their repair."""

import re
from collections.abc import Iterable

from muvofiq.tables import table
from muvofiq.text.damage import Damage
from muvofiq.text.known_words import WORD
from muvofiq.text.old_fonts import fonts
from muvofiq.text.source import Line, Source
from tests.paths import LAW_BOOK, TAJIK

MARKS = {row["marked"]: row["plain"] for row in table("letters/marks.csv")}
PLAIN = str.maketrans(MARKS | {marked.upper(): plain.upper() for marked, plain in MARKS.items()})
LATIN = str.maketrans("асеорхуАВСЕНКМОРТХ", "aceopxyABCEHKMOPTX")
UZBEK = [  # our own sentences
    "Ўзбекистон Республикасининг Қонуни",
    "Фуқаролик тўғрисида",
    "1-модда. Ушбу Қонуннинг мақсади",
    "Ушбу Қонуннинг мақсади фуқаролик соҳасидаги муносабатларни ва халқаро ҳамкорликни тартибга солишдан иборат.",
    "2-модда. Аҳоли ва ҳудуд",
    "Аҳоли ва ҳудуд давлат ҳимоясида бўлади ва ҳеч ким ўз ҳуқуқларидан маҳрум этилиши мумкин эмас.",
    "3-модда. Жиноят ва жазо",
    "Жиноят ва жазо қонун билан ва фақат суд қарори билан белгиланади. Шахсий ва умумий мулк дахлсиздир.",
    "Вояга етмаган шахслар учун ота-она ёки васий жавобгар бўлади, агар ушбу Қонунда бошқа тартиб бўлмаса.",
]
APOSTROPHES = re.compile("[‘’ʻʼ`]")
UZBEK_PAIRS = {"o'": "ў", "g'": "ғ", "sh": "ш", "ch": "ч", "yo": "ё", "yu": "ю", "ya": "я", "ye": "е", "'": "ъ"}
UZBEK_LETTERS = dict(zip("abdefghijklmnopqrstuvxyz", "абдефгҳижклмнопқрстувхйз", strict=True))
UZBEK_SIGN = re.compile("|".join([*UZBEK_PAIRS, "[a-z]"]), re.IGNORECASE)
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


def with_latin_letters(text: str) -> str:
    """Return a text in which every letter that looks like a Latin one is Latin."""
    return text.translate(LATIN)


def in_cyrillic(text: str) -> str:
    """Return an Uzbek text in Latin letters as it was written before."""
    return UZBEK_SIGN.sub(_in_cyrillic, APOSTROPHES.sub("'", text))


def _in_cyrillic(sign: re.Match[str]) -> str:
    found = sign[0].lower()
    letter = UZBEK_PAIRS.get(found) or UZBEK_LETTERS.get(found, found)
    return letter.upper() if sign[0][0].isupper() else letter
