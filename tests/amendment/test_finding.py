import pytest

from muvofiq.amendment.errors import DoesNotFit, Why
from muvofiq.amendment.finding import find
from muvofiq.amendment.place import Place
from muvofiq.law.build import build_law
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes, read_file
from tests.amendment.small_law import BRIDGES, WORDS, law, reads
from tests.paths import RUSSIAN, TAJIK, real


def why(of: Law, place: str) -> tuple[Why, str]:
    with pytest.raises(DoesNotFit) as caught:
        find(of, Place.parse(place))
    return caught.value.reason, caught.value.nearest


@pytest.mark.parametrize(
    "of", [BRIDGES, build_law(read_file(RUSSIAN)), build_law(read_file(TAJIK))], ids=["bridges", "russian", "tajik"]
)
def test_every_unit_is_found_at_its_own_address(of: Law) -> None:
    for reference, unit, _ in of.units():
        assert find(of, Place(reference.steps)).units == (unit,)


@pytest.mark.parametrize("name", ["kz_criminal_code_ru", "eu_32001r0044_fr", "uz_oila_kodeksi"])
def test_every_unit_of_a_real_law_is_found_at_its_own_address(name: str) -> None:
    file = next(real(f"gold/structure/{name}").glob("source.*"))
    of = build_law(read_bytes(file.read_bytes(), file.name))
    for reference, unit, _ in of.units():
        assert find(of, Place(reference.steps)).node.unit is unit


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("art_1__subpara_3", "3) справку о рождении."),  # the part was left out
        ("art_1__para_2__subpara_3", "3) справку о рождении."),  # called as in Kazakhstan
        ("art_1__point_2__point_а", "а) временный;"),  # «подпункт» called «пункт»
        ("art_1__subpara_б", "б) постоянный;"),
        ("art_3__point_1", "1) время прохода;"),
        ("art_3__para_2__point_1", "1) время прохода;"),  # in an unnumbered part
        ("art_3__para_3", "Журнал хранится один год."),
        ("art_4__para_1", "Паром ходит по расписанию, которое утверждает начальник пристани."),
        ("art_5__note_1", "Примечание. Ребёнок не платит."),
        ("annex_1#row:Пеший", "Пеший | 1"),
    ],
)
def test_a_unit_is_found_as_lawyers_call_it(place: str, words: str) -> None:
    assert reads(BRIDGES, place) == words


def test_an_unnumbered_part_is_a_paragraph_with_the_list_that_it_opens() -> None:
    assert reads(BRIDGES, "art_3__para_2").split("\n") == [
        "Сторож отмечает в журнале:",
        "1) время прохода;",
        "2) имя, если человек его назвал.",
    ]
    assert len(reads(BRIDGES, "art_2__para_1").split("\n")) == 4


def test_dashes_before_whole_paragraphs_are_no_list() -> None:
    of = law("О мосте\nСтатья 1. Мост\n- Мост открыт.\n- Мост широк.\nСтатья 2. Река\nРека течёт.")
    assert reads(of, "art_1__para_1") == "- Мост открыт."
    assert reads(of, "art_1__para_2") == "- Мост широк."


def test_the_first_indent_of_a_unit_with_words_of_its_own_is_these_words() -> None:
    found = find(BRIDGES, Place.parse("art_1__para_2__indent_1"))
    assert found.is_own_text
    assert found.node.kind is Kind.PART
    assert reads(BRIDGES, "art_5__para_1__indent_2") == "наказывается штрафом в пять марок."


@pytest.mark.parametrize(
    ("place", "nearest"),
    [
        ("art_7", "Статья 6. Исполнение"),
        ("art_1__para_4", "3. Сторож моста не спрашивает о цели пути."),
        ("art_1__para_2__point_4", "3) справку о рождении."),
        ("chp_9", "Глава 2. Паромы"),
        ("annex_1#row:Верблюд", "Кто | Сколько"),
    ],
)
def test_where_there_is_no_such_unit_the_nearest_is_told(place: str, nearest: str) -> None:
    reason, told = why(BRIDGES, place)
    assert reason is Why.NO_UNIT
    assert told.startswith(nearest)


def test_where_several_units_may_be_meant_none_is_taken() -> None:
    assert why(BRIDGES, "art_5__indent_2")[0] is Why.SEVERAL_UNITS
    twice = law("О\nРаздел I. Реки\nГлава 1. А\nСтатья 1. Б\nВ.\nРаздел II. Мосты\nГлава 1. Г\nСтатья 2. Д\nЕ.")
    assert why(twice, "chp_1") == (Why.SEVERAL_UNITS, "Глава 1. А; Глава 1. Г")
    assert find(twice, Place.parse("sec_2__chp_1")).node.unit.heading == "Г"


def test_a_point_may_be_a_part_where_no_smaller_unit_has_its_number_or_the_law_calls_parts_so() -> None:
    assert why(BRIDGES, "art_1__point_3")[0] is Why.SEVERAL_UNITS
    kazakh = law(WORDS.replace("Ребёнок не платит.", "Ребёнок, указанный в подпункте 3) пункта 2 статьи 1, не платит."))
    assert reads(kazakh, "art_1__point_3") == "3. Сторож моста не спрашивает о цели пути."


def test_what_lies_in_a_note_is_not_found_without_naming_the_note() -> None:
    of = law("О\nСтатья 1. Мост\nМост открыт.\nПримечание.\n1. Мост – путь.\n2. Река – вода.\nСтатья 2. Река\nРека.")
    assert reads(of, "art_1__note_1__para_2") == "2. Река – вода."
    assert why(of, "art_1__point_2")[0] is Why.NO_UNIT


def test_an_article_of_an_annex_is_not_mistaken_for_one_of_the_act() -> None:
    both = law("О\nСтатья 1. Мост\nМост.\nСтатья 2. Река\nРека.\nПриложение 1\nПРАВИЛА\nСтатья 1. Плот\nПлот.")
    assert reads(both, "art_1").startswith("Статья 1. Мост")
    assert reads(both, "annex_1__art_1").startswith("Статья 1. Плот")
    assert why(both, "annex_1__art_2")[0] is Why.NO_UNIT
