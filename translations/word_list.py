"""``python -m translations.word_list``: list every Tajik word of our own texts, and how often it stands there."""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

import muvofiq
from translations.__main__ import read

LIBRARY = Path(muvofiq.__file__).parent / "library"
LIST = LIBRARY / "words" / "forms.csv"
LANGUAGE = "tg"
WORD = re.compile(r"[^\W\d_]{2,}")
FOREIGN = re.compile(r"[^абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя]")
VALUES = re.compile(r"\{\w+\}|%\(\w+\)[sd]")  # what a sentence of the interface leaves open


def main() -> int:
    """Write the list, in the order of the alphabet."""
    times = count_words(texts())
    with LIST.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["word", "times"])
        rows.writerows(sorted(times.items()))
    print(f"{len(times)} words")
    return 0


def texts() -> Iterator[str]:
    """Yield our own Tajik texts: laws, model articles, requirements, terms, documents, sentences of the interface."""
    for path in sorted(LIBRARY.rglob(f"*.{LANGUAGE}.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted(LIBRARY.rglob("*.yaml")):
        yield from _in_yaml(yaml.safe_load(path.read_text(encoding="utf-8")))
    for path in sorted(LIBRARY.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (text for row in csv.DictReader(file) for text in _in_row(row))
    for message in read(LANGUAGE):
        yield VALUES.sub(" ", str(message.string))


def count_words(texts: Iterator[str]) -> Counter[str]:
    """Return how often each word stands in the texts, in small letters; what has other letters is no Tajik word."""
    words = (word.lower() for text in texts for word in WORD.findall(text))
    return Counter(word for word in words if not FOREIGN.search(word))


def _in_yaml(entry: object) -> Iterator[str]:
    if isinstance(entry, dict):
        for key, value in entry.items():
            yield from [str(value)] if key == LANGUAGE else _in_yaml(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from _in_yaml(value)


def _in_row(row: dict[str, str]) -> Iterator[str]:
    if row.get("language") == LANGUAGE:
        yield from (row[column] for column in ("chapter", "heading", "text") if column in row)
    yield row.get(LANGUAGE) or ""


if __name__ == "__main__":
    sys.exit(main())
