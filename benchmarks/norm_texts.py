"""The real instruments of the gold data as the plain text that a user would have of them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

TREATIES = {
    "trafficking-protocol": "BWBV0001749",
    "smuggling-protocol": "BWBV0001750",
    "untoc": "BWBV0001668",
    "crc": "BWBV0002508",
    "council-of-europe-convention": "BWBV0004138",
    "refugee-convention": "BWBV0001002",
}
FOLDER = "gold/instruments"
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
MARKUP = re.compile(r"^#+\s*|\*")
Find = Callable[[str], Path]


def norm_text(name: str, find: Find) -> str:
    """Return the English text of a treaty or of an act of the Pact; ``find`` tells where a gold file lies."""
    return _treaty(TREATIES.get(name, name), find) if name in TREATIES or name.startswith("BWBV") else _act(name, find)


def _treaty(file: str, find: Find) -> str:
    """Return the English half of a file in two languages: it begins with the title in the other language."""
    lines = find(f"{FOLDER}/treaties/{file}.md").read_text("utf-8").split("\n")
    other = lines[2].lstrip("#").strip()
    english = lines[4:]
    again = [at for at, line in enumerate(english) if line.lstrip("# ").strip() == other or "# Artikel" in line]
    plain = (MARKUP.sub("", LINK.sub(r"\1", line)).strip() for line in english[: again[0] if again else None])
    return "\n".join(filter(None, plain))


def _act(name: str, find: Find) -> str:
    """Return an act of the Pact as text: title, recitals, chapters and articles."""
    act = json.loads(find(f"{FOLDER}/pact/{name}.json").read_text("utf-8"))
    lines = [act["title"], "Whereas:", *(f"({one['number']}) {one['text']}" for one in act["recitals"])]
    chapter = None
    for article in act["articles"]:
        if article["chapter"] not in {None, chapter}:
            chapter = article["chapter"]
            number, _, heading = chapter.partition(": ")
            lines += [f"CHAPTER {number}", heading]
        lines += [f"Article {article['number']}", *filter(str.strip, article["content"].split("\n"))]
    return "\n".join(lines)
