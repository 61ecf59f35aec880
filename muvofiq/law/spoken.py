"""The language of a text is told by the small words that hold its sentences together."""

import re
from collections import Counter

from muvofiq.tables import table

WORD = re.compile(r"[^\W\d_]+")


def count_words(text: str) -> Counter[str]:
    """Return how many words of a text are function words of each language of the tables, by its code.

    >>> count_words("в соответствии с законом, дар бораи қонун").most_common(1)[0][0]
    'ru'
    """
    words = Counter(WORD.findall(text.lower()))
    spoken: Counter[str] = Counter()
    for row in table("languages/function-words.csv"):
        spoken[row["language"]] += words[row["word"]]
    return spoken
