"""Formulae of European amending acts that name signs, ends, gaps and texts rather than quote them."""

import pytest

from muvofiq.amendment.applying import apply_all
from muvofiq.amendment.reading import read_clause
from tests.amendment.test_reading_eu import BACS, FERRIES, difference, law

LAMPS = "1. Every ferry carries two lamps. The lamps burn from dusk to dawn. The master checks them each hour."
COLOURS = "2. Lamps are red or green. A red lamp hangs on the left side. A red lamp is never covered."
LIST = "3. The harbour master keeps a list of lamps."
FEUX = "1. Chaque bac porte deux feux. Les feux brûlent jusqu'à l'aube. Le patron les vérifie."
LISTE = "3. Le capitaine du port tient la liste des feux."
ENGLISH = {
    "in Article 1(2), a comma shall replace the final full stop of point (c)": (
        "(c) rowing boats.",
        "(c) rowing boats,",
    ),
    "in Article 1(2), in point (b), the word ‘and’ at the end is deleted": (
        "(b) boats of the harbour master; and",
        "(b) boats of the harbour master;",
    ),
    "the words ‘on the left side’ in Article 3(2) are deleted": (COLOURS, COLOURS.replace(" on the left side", "")),
    "in Article 3(2), the following words are deleted: ‘on the left side’": (
        COLOURS,
        COLOURS.replace(" on the left side", ""),
    ),
    "in Article 3(2), after ‘red lamp’, in the first place where it occurs, the words ‘of glass’ are inserted": (
        COLOURS,
        COLOURS.replace("red lamp", "red lamp of glass", 1),
    ),
    "in Article 3(3), between the words ‘harbour’ and ‘master’, the word ‘pilot’ is inserted": (
        LIST,
        LIST.replace("harbour master", "harbour pilot master"),
    ),
    "In Article 3(3) for ‘harbour master’ there shall be substituted ‘mayor’": (
        LIST,
        LIST.replace("harbour master", "mayor"),
    ),
    "in Article 3(1), second and third sentences, the words ‘dusk’ and ‘hour’ are deleted": None,
    "in Article 3(1), after the first sentence, the following sentence is inserted: ‘They are big.’": (
        LAMPS,
        LAMPS.replace("two lamps.", "two lamps. They are big."),
    ),
    "the second sentence is deleted in Article 3(1)": (LAMPS, LAMPS.replace(" The lamps burn from dusk to dawn.", "")),
    "point (c) of the first subparagraph of Article 1(2) is deleted": ("(c) rowing boats.", ""),
    "In the first subparagraph of Article 1(2), point (c) is deleted": ("(c) rowing boats.", ""),
    "Point (c) in Article 1(2) is deleted": ("(c) rowing boats.", ""),
    "In Article 3(1), the following is added as the second sentence: ‘They are big.’": (
        LAMPS,
        LAMPS.replace("two lamps.", "two lamps. They are big."),
    ),
    "in Article 3(1), the words ‘two lamps’ are replaced by ‘a lamp’ and the words ‘dusk’ by ‘noon’": (
        LAMPS,
        LAMPS.replace("two lamps", "a lamp").replace("dusk", "noon"),
    ),
    "Article 1(2) is supplemented by the following point: ‘(d) rafts.’": ("", "(d) rafts."),
    "the following new paragraph shall be inserted between paragraphs 2 and 3 of Article 3: ‘2a. They are clean.’": (
        "",
        "2a. They are clean.",
    ),
    "in Article 5, the date of ‘1 June 2031’ is replaced by that of ‘1 June 2032’": (
        "This Directive enters into force on 1 June 2031.",
        "This Directive enters into force on 1 June 2032.",
    ),
    "in Article 5, the existing text becomes paragraph 1": (
        "This Directive enters into force on 1 June 2031.",
        "1. This Directive enters into force on 1 June 2031.",
    ),
}
FRENCH = {
    "à l'article 1er, paragraphe 2, point c), le point est remplacé par un point-virgule": (
        "c) aux barques.",
        "c) aux barques;",
    ),
    "à l'article 3, les deuxième et troisième alinéas sont supprimés": (
        "Le patron nomme le veilleur.\nLe veilleur ne dort pas.",
        "",
    ),
    "à la fin de l'article 2, paragraphe 1, la phrase suivante est ajoutée: «Ils sont grands.»": (
        FEUX,
        f"{FEUX} Ils sont grands.",
    ),
    "l'article 2, paragraphe 1, est complété par la phrase suivante: «Ils sont grands.»": (
        FEUX,
        f"{FEUX} Ils sont grands.",
    ),
    "les mots «capitaine du port» sont remplacés par «maire» aux articles 1er et 2": (
        f"b) aux bateaux du capitaine du port; et\n{LISTE}",
        "b) aux bateaux du maire; et\n3. Le maire tient la liste des feux.",
    ),
    "à l'article 1er, paragraphe 2, le point b bis) suivant est inséré: «b bis) aux radeaux;»": (
        "",
        "b bis) aux radeaux;",
    ),
    "au paragraphe 3 de l'article 2, après «la liste», sont ajoutés les mots «publique»": (
        LISTE,
        LISTE.replace("la liste", "la liste publique"),
    ),
    "à l'article 2, un paragraphe 4 est ajouté: «4. Les feux sont propres.»": ("", "4. Les feux sont propres."),
    "à l'article 2, paragraphe 3, est libellé comme suit: «3. La liste est publique.»": (
        LISTE,
        "3. La liste est publique.",
    ),
    "à l'article 4, le texte existant devient le paragraphe 1": (
        "La présente directive entre en vigueur le 1er juin 2031.",
        "1. La présente directive entre en vigueur le 1er juin 2031.",
    ),
}


@pytest.mark.parametrize(("language", "clause"), [*(("en", one) for one in ENGLISH), *(("fr", one) for one in FRENCH)])
def test_a_clause_orders_what_it_says(language: str, clause: str) -> None:
    subject = law({"en": FERRIES, "fr": BACS}[language], language)
    reading = read_clause(clause, subject)
    assert not reading.not_understood
    expected = (ENGLISH | FRENCH)[clause]
    if expected:
        assert difference(subject, apply_all(subject, reading.changes)) == expected
    else:
        assert [str(place) for change in reading.changes for place in change.places] == [
            "art_3__para_1#s2",
            "art_3__para_1#s3",
        ]


def test_a_sign_that_is_named_is_the_last_and_one_that_is_quoted_the_only_one() -> None:
    named, quoted = (
        str(read_clause(f"in Article 3(1), {sign} is replaced by ‘!’", law(FERRIES)).changes[0])
        for sign in ("the full stop", "the sign ‘.’")
    )
    assert named == 'replace-words art_3__para_1 {"old": ["."], "new": ["!"], "nth": -1}'
    assert quoted == 'replace-words art_3__para_1 {"old": ["."], "new": ["!"]}'


def test_numbers_with_raised_figures_are_read() -> None:
    clauses = (
        "Article 5¹ is deleted",
        "in Article 1(2), point (5¹) is deleted",
        "in Article 1, paragraph 2¹ is deleted",
    )
    read = [[str(one) for one in read_clause(clause, law(FERRIES)).changes] for clause in clauses]
    assert read[:2] == [["remove-units art_5-1 {}"], ["remove-units art_1__para_2__point_5-1 {}"]]
    assert read[2] == ["remove-units art_1__para_2-1 {}"]
