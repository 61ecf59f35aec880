"""Acts in the manner of the European Union are read into changes: clause by clause, and whole, in two languages."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.amending_act import Amended, draft_act
from muvofiq.amendment.applying import apply_all
from muvofiq.amendment.change import RemoveUnits
from muvofiq.amendment.instruction import Why
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading import read_amending_act, read_clause
from muvofiq.amendment.writing import write
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law
from tests.amendment.test_writing import golden, law_in
from tests.paths import LAW_BOOK, real

FERRIES = """Directive 2031/7/EU of the Harbour Assembly
of 3 May 2031
on night ferries

THE HARBOUR ASSEMBLY,

Article 1
Scope
1. This Directive applies to ferries that sail at night.
2. It does not apply to:
(a) fishing boats;
(b) boats of the harbour master; and
(c) rowing boats.
Boats on lakes are ferries.

Article 2
Lists
The following keep lists:
— North Quay:
— the lamp maker;
— South Quay:
— the bell maker;
— West Quay:
— the rope maker.

Article 3
Lamps
1. Every ferry carries two lamps. The lamps burn from dusk to dawn. The master checks them each hour.
2. Lamps are red or green. A red lamp hangs on the left side. A red lamp is never covered.
3. The harbour master keeps a list of lamps.

Article 4
Crew
The crew of a ferry are at least three people.
The master names one of them as the watch.
The watch does not sleep.

Article 5
Entry into force
This Directive enters into force on 1 June 2031.
"""
BACS = """Directive 2031/7/UE de l'Assemblée du port
du 3 mai 2031
sur les bacs de nuit

L'ASSEMBLÉE DU PORT,

Article premier
Champ d'application
1. La présente directive s'applique aux bacs qui naviguent de nuit.
2. Elle ne s'applique pas:
a) aux bateaux de pêche;
b) aux bateaux du capitaine du port; et
c) aux barques.
Les bateaux des lacs sont des bacs.

Article 2
Feux
1. Chaque bac porte deux feux. Les feux brûlent jusqu'à l'aube. Le patron les vérifie.
2. Les feux sont rouges ou verts. Un feu rouge pend à gauche.
3. Le capitaine du port tient la liste des feux.

Article 3
Équipage
L'équipage compte trois personnes.
Le patron nomme le veilleur.
Le veilleur ne dort pas.

Article 4
Entrée en vigueur
La présente directive entre en vigueur le 1er juin 2031.
"""
ACT = """Directive 2032/9/EU of the Harbour Assembly
of 2 May 2032
amending Directives 2030/1/EU and 2031/7/EU

THE HARBOUR ASSEMBLY,

Article 1
Amendments to Directive 2030/1/EU
Directive 2030/1/EU is amended as follows:
(1) Article 4 is deleted;
(2) in Article 5, the word ‘oar’ is replaced by the word ‘sail’.

Article 2
Amendments to Directive 2031/7/EU
Directive 2031/7/EU is amended as follows:
(1) Article 1 is amended as follows:
(a) paragraph 2 is amended as follows:
(i) point (b) is replaced by the following:
‘(b) boats of the harbour master’s office;’;
(ii) the following subparagraph is added:
‘Boats on canals are not ferries.’;
(b) the following paragraph is added:
‘3. It applies by day too, where:
(a) there is fog (*1); or
(b) there is snow.
(2) the following Article is inserted:
‘Article 3a
Bells
1. Every ferry has a bell.
2. The bell is rung in fog’.
(3) Article 4 is painted blue;
(4) in Articles 1(2), point (c), and 3(3), the words ‘harbour master’ are deleted.

Article 3
Entry into force
This Directive shall enter into force on the twentieth day after its printing.
"""
LOI = """Directive 2032/9/UE de l'Assemblée du port
du 2 mai 2032
modifiant la directive 2031/7/UE

L'ASSEMBLÉE DU PORT,

Article premier
Modifications de la directive 2031/7/UE
La directive 2031/7/UE est modifiée comme suit:
1) l'article 2 est modifié comme suit:
a) au paragraphe 1, la deuxième phrase est supprimée;
b) le paragraphe 3 est remplacé par le texte suivant:
«3. La liste est dite «livre des feux».»;
2) l'article suivant est inséré:
«Article 3 bis
Cloches
Chaque bac a une cloche.».

Article 2
La présente directive entre en vigueur le 1er juillet 2032.
"""

# What is ordered, and which paragraphs it takes away and puts there.
ENGLISH = {
    "in Article 3(1), the words ‘two lamps’ are replaced by the words ‘three lamps’": (
        "1. Every ferry carries two lamps. The lamps burn from dusk to dawn. The master checks them each hour.",
        "1. Every ferry carries three lamps. The lamps burn from dusk to dawn. The master checks them each hour.",
    ),
    "in Article 3(2), the words ‘A red lamp’ are replaced by ‘A blue one’, wherever they occur": (
        "2. Lamps are red or green. A red lamp hangs on the left side. A red lamp is never covered.",
        "2. Lamps are red or green. A blue one hangs on the left side. A blue one is never covered.",
    ),
    "in Article 3(2), the word ‘red’ in the second place is replaced by the word ‘blue’": (
        "2. Lamps are red or green. A red lamp hangs on the left side. A red lamp is never covered.",
        "2. Lamps are red or green. A blue lamp hangs on the left side. A red lamp is never covered.",
    ),
    "the second sentence of Article 3(1) is deleted": (
        "1. Every ferry carries two lamps. The lamps burn from dusk to dawn. The master checks them each hour.",
        "1. Every ferry carries two lamps. The master checks them each hour.",
    ),
    "the last sentence of paragraph 1 of Article 3 is replaced by the following: ‘The watch does it.’": (
        "1. Every ferry carries two lamps. The lamps burn from dusk to dawn. The master checks them each hour.",
        "1. Every ferry carries two lamps. The lamps burn from dusk to dawn. The watch does it.",
    ),
    "in Article 4, the second paragraph is deleted": ("The master names one of them as the watch.", ""),
    "the last subparagraph of Article 1(2) is replaced by the following: ‘No boat on a lake is a ferry.’": (
        "Boats on lakes are ferries.",
        "No boat on a lake is a ferry.",
    ),
    "in Article 1(2), point (a) is deleted": ("(a) fishing boats;", ""),
    "in Article 1(2), the introductory wording is replaced by the following: ‘2. It shall not apply to:’": (
        "2. It does not apply to:",
        "2. It shall not apply to:",
    ),
    "in Article 1(2), the following point is inserted: ‘(ba) fire boats;’": ("", "(ba) fire boats;"),
    "in Article 3, the following paragraph is inserted after paragraph 1: ‘1a. They are clean.’": (
        "",
        "1a. They are clean.",
    ),
    "after Article 3, the following Article is inserted: ‘Article 3a Bells’": ("", "Article 3a Bells"),
    "Article 5 is repealed": (
        "Article 5 Entry into force\nThis Directive enters into force on 1 June 2031.",
        "Article 5 Repealed.",
    ),
    "the title of Article 4 is replaced by ‘People on board’": ("Article 4 Crew", "Article 4 People on board"),
    "in Article 3(3), after the words ‘harbour master’, the words ‘or a clerk’ are inserted": (
        "3. The harbour master keeps a list of lamps.",
        "3. The harbour master or a clerk keeps a list of lamps.",
    ),
    "at the end of Article 3(3), the words ‘and bells’ are added": (
        "3. The harbour master keeps a list of lamps.",
        "3. The harbour master keeps a list of lamps and bells.",
    ),
    "in Article 3(3), the following sentence is added: ‘It is public.’": (
        "3. The harbour master keeps a list of lamps.",
        "3. The harbour master keeps a list of lamps. It is public.",
    ),
    "paragraph 3 of Article 3 becomes paragraph 4": (
        "3. The harbour master keeps a list of lamps.",
        "4. The harbour master keeps a list of lamps.",
    ),
    "throughout the Directive, the words ‘harbour master’ are replaced by the words ‘port captain’": (
        "(b) boats of the harbour master; and\n3. The harbour master keeps a list of lamps.",
        "(b) boats of the port captain; and\n3. The port captain keeps a list of lamps.",
    ),
    "in Article 2, the following is inserted after the entry for South Quay: ‘— East Quay: the sail maker;’": (
        "",
        "— East Quay:\n— the sail maker;",
    ),
    "the words ‘harbour master’ are replaced by ‘port captain’ in Articles 1(2) and 3(3)": (
        "(b) boats of the harbour master; and\n3. The harbour master keeps a list of lamps.",
        "(b) boats of the port captain; and\n3. The port captain keeps a list of lamps.",
    ),
    "the first and third sentences of Article 3(1) are deleted": (
        "1. Every ferry carries two lamps. The lamps burn from dusk to dawn. The master checks them each hour.",
        "1. The lamps burn from dusk to dawn.",
    ),
    "the second and third sentences of Article 3(1) are replaced by the following: ‘They burn. They shine.’": (
        "1. Every ferry carries two lamps. The lamps burn from dusk to dawn. The master checks them each hour.",
        "1. Every ferry carries two lamps. They burn. They shine.",
    ),
    "in Article 1(2), point (c), and Article 3(3), the words ‘a list’ are deleted": None,
    "Article 9 is deleted": None,
}
FRENCH = {
    "à l'article 2, paragraphe 3, les mots «la liste» sont remplacés par les mots «le livre»": (
        "3. Le capitaine du port tient la liste des feux.",
        "3. Le capitaine du port tient le livre des feux.",
    ),
    "À l’article 2, paragraphe 3, les termes suivants sont ajoutés: «et des cloches»": (
        "3. Le capitaine du port tient la liste des feux.",
        "3. Le capitaine du port tient la liste des feux et des cloches.",
    ),
    "à l'article 1er, paragraphe 2, le point b) est supprimé": ("b) aux bateaux du capitaine du port; et", ""),
    "l'article 2, paragraphe 3, est supprimé": ("3. Le capitaine du port tient la liste des feux.", ""),
    "à l'article 2, le paragraphe suivant est inséré: «1 bis. Les feux sont propres.»": (
        "",
        "1 bis. Les feux sont propres.",
    ),
    "à l'article 3, le deuxième alinéa est remplacé par le texte suivant: «Le veilleur est élu.»": (
        "Le patron nomme le veilleur.",
        "Le veilleur est élu.",
    ),
    "à l'article 3, l'alinéa suivant est ajouté: «Le veilleur chante.»": ("", "Le veilleur chante."),
    "à l'article 1er, paragraphe 2, la partie introductive est remplacée par le texte suivant: «Sauf:»": (
        "2. Elle ne s'applique pas:",
        "2. Sauf:",
    ),
    "dans toute la directive, les mots «capitaine du port» sont remplacés par les mots «maître du port»": (
        "b) aux bateaux du capitaine du port; et\n3. Le capitaine du port tient la liste des feux.",
        "b) aux bateaux du maître du port; et\n3. Le maître du port tient la liste des feux.",
    ),
    "le titre de l'article 3 est remplacé par «Hommes à bord»": ("Article 3 Équipage", "Article 3 Hommes à bord"),
}


def law(text: str, language: str = "en") -> Law:
    return open_laws(text.encode(), f"ferry.{language}.txt")[0]


def paragraphs(subject: Law) -> list[str]:
    return [paragraph for unit in subject.provisions for paragraph in unit.paragraphs()]


def difference(before: Law, after: Law) -> tuple[str, str]:
    """Return the paragraphs that are gone, and those that are new, one a line."""
    old, new = paragraphs(before), paragraphs(after)
    return "\n".join(one for one in old if one not in new), "\n".join(one for one in new if one not in old)


def orders(text: str, amended: Law) -> list[str]:
    return [str(change) for change in read_amending_act(law(text, amended.language), amended).changes]


@pytest.mark.parametrize(("language", "clause"), [*(("en", one) for one in ENGLISH), *(("fr", one) for one in FRENCH)])
def test_a_clause_orders_what_it_says(language: str, clause: str) -> None:
    subject = law({"en": FERRIES, "fr": BACS}[language], language)
    reading = read_clause(clause, subject)
    assert not reading.not_understood
    expected = (ENGLISH | FRENCH)[clause]
    if expected:
        assert difference(subject, apply_all(subject, reading.changes)) == expected
    else:
        assert reading.changes


def test_several_orders_of_one_article_stand_below_it() -> None:
    items = "(a) in paragraph 1, the first sentence is deleted;\n(b) paragraph 2 is deleted."
    clause = f"Article 3 is amended as follows:\n{items}"
    assert [str(change) for change in read_clause(clause, law(FERRIES)).changes] == [
        "remove-units art_3__para_1#s1 {}",
        "remove-units art_3__para_2 {}",
    ]


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        ("Article 3 is painted blue", Why.NO_FORMULA),
        ("the third deck of Article 3 is deleted", Why.NO_PLACE),
        ("the last paragraph of Article 9 is deleted", Why.NO_PLACE),
        ("Article 3 is replaced by the following:", Why.NO_WORDING),
        ("in Article 3, the words ‘a’ and ‘b’ are replaced by ‘c’, ‘d’ and ‘e’", Why.NO_WORDING),
    ],
)
def test_a_clause_that_is_not_understood_is_listed_with_the_reason(clause: str, why: Why) -> None:
    reading = read_clause(clause, law(FERRIES))
    assert not reading.changes
    assert [(one.words, one.why) for one in reading.not_understood] == [(clause, why)]


NOT_ORDERED = {
    "en": (
        "Article 3 is deleted, except for paragraph 1",
        "In Article 3, with the exception of paragraph 1, the words ‘red lamp’ are deleted",
        "Throughout the Directive, except in Article 3, the words ‘harbour master’ are replaced by ‘port captain’",
        "If the treaty enters into force, Article 4 is deleted",
        "From 1 January 2033, Article 4 is deleted",
        "Article 4 is not deleted",
        "Reject: Article 4 is deleted",
        "The application of Article 3 is suspended until 1 January 2034 except for paragraph 1",
        "Article 3 is suspended until 1 January 2034 unless extended",
        "The first paragraph of Article 4 and the second sentence are deleted",
        "Article 3(1) and point (b) are deleted",
        "Article 3(2) or Article 4 is deleted",
        "In Article 3(2), the first sentence becomes the second sentence",
        "In Article 3 of Directive 93/13/EEC, paragraph 2 is deleted",
        "In Article 3 of the Law on Bridges, paragraph 2 is deleted",
        "The following paragraph is inserted as paragraph 4, if needed: ‘4. They are clean.’",
        "Article 3, except for paragraph 1, is amended as follows:\n(a) the words ‘red lamp’ are deleted",
        "In Article 3, except for paragraph 1:\n(a) the words ‘red lamp’ are deleted",
        "Directive 2031/7/EU, except for Article 2, is amended as follows:\n(1) the words ‘red lamp’ are deleted",
        "Article 3 is deleted and Article 4 is not",
    ),
    "fr": (
        "À l'article 2, à l'exception du paragraphe 1, les mots «capitaine du port» sont supprimés",
        "Sauf décision contraire, l'article 3 est supprimé",
        "L'article 3 n'est pas supprimé",
        "L'article 2 est suspendu jusqu'au 1er janvier 2034, sauf le paragraphe 1",
        "L'article 3 est supprimé si le conseil le demande",
        "À l'article 3, le premier alinéa ou le deuxième alinéa est supprimé",
        "L'article 2, sauf le paragraphe 1, est modifié comme suit:\na) les mots «du port» sont supprimés",
        "La loi sur les bacs, sauf l'article 2, est modifiée comme suit:\n1) l'article 3 est supprimé",
    ),
}


@pytest.mark.parametrize(("language", "clause"), [(key, one) for key, ones in NOT_ORDERED.items() for one in ones])
def test_an_exception_or_a_condition_is_never_passed_over(language: str, clause: str) -> None:
    """Each line is listed: neither what is excepted nor anything below it is changed."""
    reading = read_clause(clause, law({"en": FERRIES, "fr": BACS}[language], language))
    assert not reading.changes
    assert len(reading.not_understood) == len(clause.splitlines())


@pytest.mark.parametrize(
    ("clause", "changes"),
    [
        (
            "Article 3 is suspended until 1 January 2034; Article 4 is deleted",
            ['suspend art_3 {"until": "2034-01-01"}', "remove-units art_4 {}"],
        ),
        (
            "Article 3 is suspended until 1 January 2034 and Article 4 is repealed",
            ['suspend art_3 {"until": "2034-01-01"}', "repeal art_4 {}"],
        ),
        (
            "In Article 3(3), the words ‘a list’ are replaced by ‘a book’; paragraph 2 is deleted",
            ['replace-words art_3__para_3 {"old": ["a list"], "new": ["a book"]}', "remove-units art_3__para_2 {}"],
        ),
        ("In Article 3 of Directive 2031/7/EU, paragraph 2 is deleted", ["remove-units art_3__para_2 {}"]),
        (
            "In Article 3 of Directive 2031/7/EU, paragraph 1 and paragraph 2 are deleted",
            ["remove-units art_3__para_1,art_3__para_2 {}"],
        ),
        (
            "In Article 4 the second and third subparagraphs are deleted",
            ["remove-units art_4__indent_2,art_4__indent_3 {}"],
        ),
    ],
)
def test_two_orders_and_a_place_in_pieces_are_read_whole(clause: str, changes: list[str]) -> None:
    reading = read_clause(clause, law(FERRIES))
    assert not reading.not_understood
    assert [str(change) for change in reading.changes] == changes


GUARDS = "Law of Nowhere of 3 May 2031 No. 7 on Guards and Lamps"
GUARDS_LAW = """LAW OF NOWHERE
On Guards and Lamps
(of 3 May 2031 No. 7)
Article 1. Guards
1. Guards watch.
2. Guards sleep.
Article 2. Lamps
Lamps burn.
"""


@pytest.mark.parametrize(
    ("articles", "changes", "missed"),
    [
        (f"In Article 1 of the {GUARDS}, paragraph 2 is deleted.", ["remove-units art_1__para_2 {}"], 0),
        (
            "The Law of Nowhere of 3 May 2031 No. 7 is amended as follows:\n(1) Article 2 is deleted.",
            ["remove-units art_2 {}"],
            0,
        ),
        (f"The {GUARDS}, except for Article 1, is amended as follows:\n(1) Article 2 is deleted.", [], 2),
        ("The following amendments are made:\n(1) Article 2 is deleted.", [], 2),
        ("Articles 1 and 2 of the Law change places.", [], 1),
        ("In Article 1 of the Law, paragraph 2 is deleted.", [], 1),
        ("Article 5 of the Law on Bridges is deleted.", [], 0),
    ],
)
def test_what_may_amend_the_act_is_listed(articles: str, changes: list[str], missed: int) -> None:
    act = law(
        f"LAW OF NOWHERE\nOn Amendments\nArticle 1\n{articles}\nArticle 2\nThis Law enters into force on 1 May 2032."
    )
    reading = read_amending_act(act, law(GUARDS_LAW))
    assert [str(change) for change in reading.changes if not str(change).startswith("enter")] == changes
    assert len(reading.not_understood) == missed
    assert len(reading.instructions) == len(changes) + bool(changes or missed)


def test_an_agreement_that_muvofiq_amends_is_read_back() -> None:
    subject = law((LAW_BOOK / "readmission.en.txt").read_text(encoding="utf-8"))
    change = RemoveUnits((Place.parse("art_1__point_a"),))
    draft = draft_act([Amended(subject, (change,))])
    reading = read_amending_act(law("\n".join(draft.lines)), subject)
    assert change in reading.changes
    assert not reading.not_understood


PARAGRAPHS = st.sampled_from(
    [
        "In Article 3, paragraph 2 is deleted.",
        "Article 3 is amended as follows:",
        "Article 4, except for the first paragraph, is amended as follows:",
        "in Article 4, the following subparagraph is added:\n‘They sing.’",
        "Article 4 is painted blue.",
        "Articles 1 and 2 of the Directive change places.",
        "the words ‘never closed are deleted.",
        "paragraph 1 is replaced by the following:\n‘1. Lamps.\n2. Bells.’",
        "Articles 2 and 3 of Directive 2031/7/EU are exchanged.",
        "Article 2 of Directive 2031/7/EU is amended as follows:",
    ]
)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=7), st.booleans())
def test_every_paragraph_of_an_amending_article_is_told(paragraphs_: list[str], is_named: bool) -> None:  # noqa: FBT001
    """Each is in an instruction, in new wording, leads in to others, or is listed; with and without a lead-in.

    Without one, «Article 4 is painted blue» may speak of the amending act's own Article 4.
    """
    lead = "Directive 2031/7/EU is amended as follows:\n" if is_named else ""
    items = "\n".join(f"({at}) {one}" for at, one in enumerate(paragraphs_, 1))
    act = f"{ACT.split('(1) Article 1', maxsplit=1)[0].rsplit('Directive 2031/7/EU', 1)[0]}{lead}{items}\n"
    reading = read_amending_act(law(act), law(FERRIES))
    told_of = "\n".join([*(one.words for one in reading.instructions), *(one.words for one in reading.not_understood)])
    for item in items.splitlines():
        leads_in = item.endswith(("Article 3 is amended as follows:", "2031/7/EU is amended as follows:"))
        is_own = not is_named and item.endswith("painted blue.")
        assert leads_in or is_own or item.strip("‘’") in told_of


def test_only_what_amends_the_act_asked_for_is_read() -> None:
    changes = orders(ACT, law(FERRIES))
    assert not any("oar" in change or "art_4" in change for change in changes)
    assert [change.split(" {")[0] for change in changes] == [
        "new-edition art_1__para_2__point_b",
        "insert-units art_1__para_2",
        "insert-units art_1",
        "insert-units act",
        "delete-words art_1__para_2__point_c,art_3__para_3",
        "enter-into-force act",
    ]


def test_what_is_not_understood_in_an_act_is_listed() -> None:
    reading = read_amending_act(law(ACT), law(FERRIES))
    assert [(one.words, one.why) for one in reading.not_understood] == [
        ("(3) Article 4 is painted blue;", Why.NO_FORMULA),
    ]


def test_without_an_act_in_view_all_are_read() -> None:
    changes = [str(change) for change in read_amending_act(law(ACT)).changes]
    assert changes[:2] == [
        "remove-units art_4 {}",
        'replace-words art_5 {"old": ["oar"], "new": ["sail"]}',
    ]


def test_a_lost_quotation_mark_ends_no_order() -> None:
    """With a footnote the closing sign may be lost; the next item of the act is no part of the wording."""
    added = next(change for change in orders(ACT, law(FERRIES)) if change.startswith("insert-units art_1 "))
    assert added.endswith('where:\\n(a) there is fog; or\\n(b) there is snow."}')


def test_the_full_stop_of_the_last_sentence_may_stand_behind_the_quotation() -> None:
    added = next(change for change in orders(ACT, law(FERRIES)) if change.startswith("insert-units act"))
    assert added.endswith('2. The bell is rung in fog."}')


def test_a_french_act_is_read() -> None:
    assert orders(LOI, law(BACS, "fr")) == [
        "remove-units art_2__para_1#s2 {}",
        'new-edition art_2__para_3 {"words": "3. La liste est dite «livre des feux»."}',
        'insert-units act {"words": "Article 3 bis\\nCloches\\nChaque bac a une cloche."}',
        'enter-into-force act {"day": "2032-07-01"}',
    ]


def test_what_is_written_is_read_back() -> None:
    subject = law_in("en")
    for changes, text in golden("en"):
        read = [str(change) for clause in text.split("\n---\n") for change in read_clause(clause, subject).changes]
        assert sorted(read) == sorted(map(str, changes)), text


def test_a_draft_act_is_read_back() -> None:
    """The act that is amended is named by its title, for it has no number of the Union."""
    subject = law_in("en")
    changes = tuple(change for block, _ in golden("en") for change in block)
    draft = draft_act([Amended(subject, changes)])
    reading = read_amending_act(law("\n".join(draft.lines)), subject)
    assert not reading.not_understood
    written = Counter(str(change) for item in draft.items for change in item.clause.changes)
    assert not written - Counter(map(str, reading.changes))


def test_an_act_with_a_like_title_is_told_not_guessed() -> None:
    act = "LAW OF NOWHERE\nOn Amendments\nArticle 1\nThe {} is amended as follows:\n(1) Article 2 is deleted."
    readings = [
        read_amending_act(law(act.format(name)), law_in("en"))
        for name in ("Law on Guards and Interpreters", "Law on Guards", "Law on Bridges")
    ]
    assert [len(reading.changes) for reading in readings] == [1, 0, 0]
    assert [[one.why for one in reading.not_understood] for reading in readings] == [[], [Why.OTHER_ACT], []]


@pytest.mark.parametrize("clause", [clause for clause, expected in ENGLISH.items() if expected])
def test_what_is_read_is_written_and_read_again(clause: str) -> None:
    subject = law(FERRIES)
    changes = read_clause(clause, subject).changes
    again = [change for one in write(subject, changes) for change in read_clause(one.text, subject).changes]
    assert apply_all(subject, again) == apply_all(subject, changes)


@given(st.text("abcdefghilmnoprstuvxyABEIPRS ", min_size=1, max_size=60).filter(str.strip))
def test_no_item_is_ever_skipped(words: str) -> None:
    """Whatever an item says, it is understood, or where it makes changes, or listed."""
    act = f"{ACT.split('(1) Article 1', maxsplit=1)[0]}(1) {words}\n(2) Article 4 is deleted.\n"
    reading = read_amending_act(law(act), law(FERRIES))
    told = [*(one.words for one in reading.instructions), *(one.words for one in reading.not_understood)]
    assert any(words.split(maxsplit=1)[0] in one for one in told)
    assert "(2) Article 4 is deleted." in told


def test_real_acts_are_understood_but_for_a_few_orders() -> None:
    folder = real("gold/amendments")
    files = {path.read_bytes(): path.name for path in sorted(folder.glob("*/*/amending.*"))}
    readings = [read_amending_act(open_laws(data, name)[0]) for data, name in files.items()]
    understood = sum(len(reading.instructions) for reading in readings)
    missed = sum(len(reading.not_understood) for reading in readings)
    assert understood > 400
    assert missed < 0.07 * understood  # without the law at hand, what must be counted in it is listed


def test_a_heading_and_a_whole_article_are_not_deleted_in_one_breath() -> None:
    law, *_ = open_laws(
        b"Law\nArticle 3\nAim\n1. One.\nArticle 4\nScope\n1. Two.\nArticle 5\nEnd\n1. Three.", "law.txt"
    )
    reading = read_clause("The heading of Article 3 and Article 4 are deleted.", law)
    assert (reading.changes, [one.why for one in reading.not_understood]) == ((), [Why.NO_PLACE])
    plain = read_clause("The headings of Articles 3 and 4 are deleted.", law)
    assert [str(place) for change in plain.changes for place in change.places] == ["art_3#heading", "art_4#heading"]
