"""Spoils a file in ways in which files are spoilt, and in some in which only an enemy would."""

import io
import random
import zipfile
from collections.abc import Callable, Sequence

from tests.invented import zipped

GREATEST = 20_000
Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]
SIGNS = "()[]<>{}\\&;|«\n\r\t \u2028\ufeff\u0301¹\u00ad\x00\x0c𝔸İß٣§"
WORDS = """Статья
Моддаи
часть
 статьи 1
IV
Примечание.
Сноска.
(Закон РВ от 02.01.2019 № 15)
1.1.1.
130-1-1
&#xD800;
&x;
<!--
]]>
<![CDATA[
<!DOCTYPE x>
</p>
<p>
<td>
</w:p>
<w:p>
<w:del>
<w:tbl><w:tr><w:tc>
\\par
{\\footnote
\\u-10179?
\\u55357?
\\'ff
\\bin9999
\\ansicpg99999
\\uc9
endobj
stream
 Tj
 1 0 R
/Kids[2 0 R]"""
OPENINGS = ("Статья 1.", "Моддаи 1.", "1-бап.", "Article 1\n", "Article 1 bis\n", "Приложение 1\n", "1)", "a)", "§ 1")
CRUMBS = (
    *(sign.encode() for sign in SIGNS),
    *(word.encode() for word in WORDS.split("\n")),
    *(f"\n{opening} ".encode() for opening in OPENINGS),
    *(b"\r\n", b"\xff\xfe", b"\x81\xd0", b"\xd0"),
)
BRICKS = (
    "9",
    "(",
    "[",
    " ",
    ".",
    "1.",
    "-1",
    "I",
    "я",
    "¹",
    "<b>",
    "{",
    "1)",
    "(a)",
    "«",
    "\n1.",
    ", 1",
    "\n",
    "\n1) ",
    "I.",
)
FRONTS = ("", "\n", "\nСтатья ", "\nСтатья 1", "статьи ", "\n1", "\nArticle ", "\nМоддаи ", "\n(")


def flip(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """Change single bytes."""
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def insert(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """Put small things where they do not belong."""
    for _ in range(chance.choice((1, 3, 10))):
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(CRUMBS) + data[at:]
    return data


def delete(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """Take a piece away."""
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def double(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """Repeat a piece, once or many times."""
    start, end = _span(data, chance)
    return data[:start] + data[start:end] * chance.choice((2, 3, 50)) + data[end:]


def cut(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """End the file too early."""
    return data[: chance.randrange(len(data))]


def splice(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Put a piece of another file in."""
    other = chance.choice(others)
    start, end = _span(other, chance)
    at = chance.randint(0, len(data))
    return data[:at] + other[start:end] + data[at + chance.choice((0, end - start)) :]


def shuffle(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """Set the lines in another order."""
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def respell(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """Write a part of the text in another encoding."""
    start, end = _span(data, chance)
    words = data[start:end].decode("utf-8", "ignore")
    other = chance.choice(("cp1251", "koi8-r", "utf-16-le", "utf-16", "cp866", "latin-1"))
    return data[:start] + words.encode(other, "replace") + data[end:]


def swell(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """Put very long things in: numbers, brackets, lines without blanks, endless lists."""
    length = chance.choice((50, 400, 5_000))
    brick = chance.choice(BRICKS).encode()
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(FRONTS).encode() + brick * length + data[at:]


def unzip(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Spoil a part inside an archive, rename it or take it away; another file is spoilt as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts: dict[str, bytes] = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError, zipfile.zlib.error):  # type: ignore[attr-defined]
        return flip(data, chance, others)
    name = chance.choice(sorted(parts))
    what = chance.random()
    if what < 0.1:
        del parts[name]
    elif what < 0.15:
        parts[f"{name}x"] = parts.pop(name)
    else:
        parts[name] = chance.choice(PLAIN)(parts[name] or b" ", chance, others)
    return zipped(parts)


PLAIN: tuple[Mutation, ...] = (flip, insert, insert, delete, double, cut, splice, shuffle, respell, swell, swell)


def mutated(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Return an excerpt of a file, spoilt one to four times, of at most 20 kB."""
    if len(data) > GREATEST:
        at = chance.randrange(len(data) - GREATEST // 2)
        data = data[at : at + chance.randint(200, GREATEST)]
    for _ in range(chance.choice((1, 1, 2, 4))):
        spoil = unzip if data.startswith(b"PK") and chance.random() < 0.8 else chance.choice(PLAIN)
        data = spoil(data or b" ", chance, others)
    return data[:GREATEST]


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((1, 10, 100, 1_000, 5_000)))
