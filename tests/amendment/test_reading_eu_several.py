"""A sentence that orders several things is read as a whole, each from the place of the one before."""

import pytest

from muvofiq.amendment.applying import apply_all
from muvofiq.amendment.instruction import Why
from muvofiq.amendment.reading import read_clause
from tests.amendment.test_reading_eu import BACS, FERRIES, difference, law

LAMPS = "1. Every ferry carries two lamps. The lamps burn from dusk to dawn. The master checks them each hour."
COLOURS = "2. Lamps are red or green. A red lamp hangs on the left side. A red lamp is never covered."
LIST = "3. The harbour master keeps a list of lamps."
LISTE = "3. Le capitaine du port tient la liste des feux."
ENGLISH = {
    "in Article 1(2), point (a) is deleted and point (b) is replaced by the following: ‘(b) all boats; and’": (
        "(a) fishing boats;\n(b) boats of the harbour master; and",
        "(b) all boats; and",
    ),
    "Article 3(2) is deleted and paragraph 3 becomes paragraph 2": (
        f"{COLOURS}\n{LIST}",
        "2. The harbour master keeps a list of lamps.",
    ),
    "in Article 3(3), the words ‘harbour master’ are replaced by ‘mayor’ and the words ‘of lamps’ are deleted": (
        LIST,
        "3. The mayor keeps a list.",
    ),
    "In Article 3(1), the words ‘two lamps’ shall be replaced by ‘a lamp’, and in paragraph 2, the words ‘or green’ "
    "shall be deleted": (
        f"{LAMPS}\n{COLOURS}",
        LAMPS.replace("two lamps", "a lamp") + "\n" + COLOURS.replace(" or green", ""),
    ),
    "in Article 1(2)(c), the full stop is replaced by a semi-colon and the following point is added: ‘(d) rafts.’": (
        "(c) rowing boats.",
        "(c) rowing boats;\n(d) rafts.",
    ),
    "in Article 3(3), the final full stop is replaced by a comma and the following words are added: ‘and bells’": (
        LIST,
        "3. The harbour master keeps a list of lamps, and bells.",
    ),
    "in Article 4, the existing text becomes paragraph 1 and the following paragraph is added: ‘2. They sing.’": (
        "The crew of a ferry are at least three people.",
        "1. The crew of a ferry are at least three people.\n2. They sing.",
    ),
}
FRENCH = {
    "à l'article 2, le paragraphe 2 est supprimé et le paragraphe 3 devient le paragraphe 2": (
        f"2. Les feux sont rouges ou verts. Un feu rouge pend à gauche.\n{LISTE}",
        "2. Le capitaine du port tient la liste des feux.",
    ),
    "à l'article 2, paragraphe 3, les termes «du port» sont remplacés par «du lac» et les termes «des feux» sont "
    "supprimés": (
        LISTE,
        "3. Le capitaine du lac tient la liste.",
    ),
}


@pytest.mark.parametrize(("language", "clause"), [*(("en", one) for one in ENGLISH), *(("fr", one) for one in FRENCH)])
def test_each_order_of_a_sentence_is_made(language: str, clause: str) -> None:
    subject = law({"en": FERRIES, "fr": BACS}[language], language)
    reading = read_clause(clause, subject)
    assert not reading.not_understood
    assert difference(subject, apply_all(subject, reading.changes)) == (ENGLISH | FRENCH)[clause]


def test_a_sentence_of_which_one_half_is_not_understood_is_listed_whole() -> None:
    clause = "Article 3(2) is deleted and paragraph 3 is painted blue"
    reading = read_clause(clause, law(FERRIES))
    assert not reading.changes
    assert [(one.words, one.why) for one in reading.not_understood] == [(clause, Why.NO_FORMULA)]
