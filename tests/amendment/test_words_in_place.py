import pytest

from muvofiq.amendment.errors import DoesNotFit
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.unit_tree import Tree
from muvofiq.amendment.words_in_place import spoken
from muvofiq.law.build import build_law
from muvofiq.law.kind import Kind
from muvofiq.text.read import read_bytes
from tests.amendment.small_law import BRIDGES, law
from tests.paths import real

CODE = law("""Кодекс о реках
Статья 1. Плотина
Самовольная постройка плотины – наказывается штрафом в сто марок.
Статья 2. Брод
1. Засыпка брода, совершённая:
1) ночью;
2) повторно, –
наказывается штрафом в десять марок.
2. То же деяние, совершённое группой лиц,
наказывается штрафом в двадцать марок.
Статья 3. Лёд
Лёд принадлежит всем.
""")


def said(place: str) -> str:
    return " / ".join(one.text.strip() for one in spoken(Tree(CODE), Place.parse(place)).texts)


@pytest.mark.parametrize(
    ("place", "deed", "punishment"),
    [
        ("art_1", "Самовольная постройка плотины –", "наказывается штрафом в сто марок."),
        (
            "art_2__para_1",
            "Засыпка брода, совершённая: / ночью; / повторно, –",
            "наказывается штрафом в десять марок.",
        ),
        ("art_2__para_2", "То же деяние, совершённое группой лиц,", "наказывается штрафом в двадцать марок."),
    ],
)
def test_a_deed_and_its_punishment_are_told_apart(place: str, deed: str, punishment: str) -> None:
    assert said(f"{place}#disposition") == deed
    assert said(f"{place}#sanction") == punishment


def test_where_nothing_is_punished_there_is_no_punishment() -> None:
    with pytest.raises(DoesNotFit):
        said("art_3#sanction")


@pytest.mark.parametrize("name", ["kz_criminal_code_ru", "ru_criminal"])
def test_every_punishment_of_a_real_code_begins_with_its_verb(name: str) -> None:
    file = next(real(f"gold/structure/{name}").glob("source.*"))
    tree = Tree(build_law(read_bytes(file.read_bytes(), file.name)))
    units = [one for one in tree.origin.units() if one[1].kind is Kind.PART and "\nнаказыва" in one[1].words]
    assert len(units) > 800
    for reference, _, _ in units:
        first, *_ = spoken(tree, Place(reference.steps, Spot.SANCTION)).texts
        assert first.text.startswith("наказыва"), reference


def test_words_of_a_unit_are_its_texts_and_what_lies_in_it() -> None:
    words = spoken(Tree(BRIDGES), Place.parse("art_1__para_2"))
    assert [one.text.split()[0] for one in words.texts] == [
        "По",
        "паспорт",
        "вид",
        "временный;",
        "постоянный;",
        "справку",
    ]
    assert (
        spoken(Tree(BRIDGES), Place.parse("art_1#s3")).texts[0].text.startswith("Плата за проход не берётся (см. ст.")
    )
