"""A file becomes a law with title, language, contents and signature in their places, and nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.errors import MuvofiqError
from muvofiq.law.build import act_name, build_law
from muvofiq.law.errors import NoArticles
from muvofiq.law.reference import Reference
from muvofiq.text.read import read_bytes
from muvofiq.text.source import fingerprint
from tests.law.small import law, outline, signs_of_law, signs_of_source, source

ACT = "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ\nО границе\n(Вестник, 2014 г., № 3)\nПринят 18 июня 2014 года\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (ACT, "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ О границе"),
        ("Выпуск 5\nУГОЛОВНЫЙ КОДЕКС РЕСПУБЛИКИ ВЕСТАРИЯ\n", "УГОЛОВНЫЙ КОДЕКС РЕСПУБЛИКИ ВЕСТАРИЯ"),
        ("ЗАКОН\nРЕСПУБЛИКИ ВЕСТАРИЯ\nО ГРАНИЦЕ\nПринят в 2014 году.\n", "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ О ГРАНИЦЕ"),
        ("ЗАКОН\nСодержание\n", "ЗАКОН"),
        ("", "Border law"),
    ],
)
def test_the_title_is_what_names_the_act_or_else_the_name_of_the_file(head: str, title: str) -> None:
    assert law(f"{head}Статья 1. Цель", "Border law.txt").title == title


def test_the_language_is_the_one_in_which_most_articles_are_found() -> None:
    assert law("Статья 1. Цель").language == "ru"
    assert law("Моддаи 1. Мақсад").language == "tg"
    assert law("Статья 1. Цель\nМоддаи 1. Мақсад\nМоддаи 2. Муҳлат").language == "tg"


def test_a_table_of_contents_stands_in_the_head_and_not_in_the_law() -> None:
    contents = "Глава 1. А\nСтатья 1. Б\nСтатья 2. В\nСтатья 3. Г\n"
    one = law(f"ЗАКОН\nСодержание\n{contents}Глава 1. А\nСтатья 1. Б\nтекст\nСтатья 2. В\nтекст\nСтатья 3. Г\nтекст")
    assert one.head == ("ЗАКОН", "Содержание", "Глава 1. А", "Статья 1. Б", "Статья 2. В", "Статья 3. Г")
    assert [str(address) for address, _, _ in one.articles()] == ["law~art_1", "law~art_2", "law~art_3"]


def test_articles_that_come_twice_with_their_text_are_no_table_of_contents() -> None:
    one = law("Статья 1. А\nтекст\nСтатья 2. Б\nтекст\nСтатья 3. В\nтекст\nСтатья 1. А\nтекст")
    assert len(list(one.articles())) == 4


def test_the_signature_is_no_part_of_the_last_article() -> None:
    one = law("Статья 1. Цель\nСлужба.\nПрезидент Республики Вестария\n(подпись)\nг. Ардвин, 15 июля 2014 года, № 118")
    assert one.tail == ("Президент Республики Вестария", "(подпись)", "г. Ардвин, 15 июля 2014 года, № 118")
    assert outline(one.provisions) == ["article 1: Цель", "  indent 1: Служба."]


def test_a_tajik_signature_is_known_too() -> None:
    assert law("Моддаи 1. Мақсад\nХадамот.\nПрезиденти Ҷумҳурии Вестария").tail == ("Президенти Ҷумҳурии Вестария",)


def test_a_sentence_about_the_president_is_no_signature() -> None:
    text = "Статья 1. Цель\nПрезидент подписывает указ.\n1. Служба.\nСтатья 2. Срок\nДень."
    assert law(text).tail == ()


def test_a_number_that_stands_twice_can_still_be_cited() -> None:
    one = law("Статья 5. Первая\n1. А\nСтатья 5. Вторая\n1. Б\n1. В")
    assert [str(address) for address, _, _ in one.units()] == [
        *("law~art_5", "law~art_5__para_1", "law~art_5_2", "law~art_5_2__para_1", "law~art_5_2__para_1_2"),
    ]


def test_articles_are_counted_through_the_whole_act_whatever_their_chapter() -> None:
    one = law("Глава 1. А\nСтатья 1. Б\nГлава 2. В\nСтатья 1. Г")
    assert [str(address) for address, _, _ in one.articles()] == ["law~art_1", "law~art_1_2"]


def test_a_unit_is_found_by_its_address() -> None:
    one = law("Глава 1. А\nСтатья 12(1). Б\n1. Служба:\n1) лиц;\nа) вещей")
    found = one.find(Reference.parse("law~art_12-1__para_1__point_1__subpara_а"))
    assert found is not None
    assert found.text == "вещей"
    assert one.find(Reference.parse("law~art_13")) is None
    assert one.find(Reference.parse("other~art_12-1")) is None


def test_every_unit_is_found_by_the_address_that_it_is_given() -> None:
    one = law("Раздел I. А\nГлава 1. А\nСтатья 1. Б\n1. В:\n1) г;\nд\nСтатья 1. Е\nПримечание. Ж")
    for address, unit, _ in one.units():
        assert one.find(Reference.parse(str(address))) is unit


def test_the_units_around_an_article_are_its_section_and_chapter() -> None:
    ((_, _, around),) = law("Раздел I. А\nГлава 2. Б\nСтатья 1. В").articles()
    assert [unit.heading for unit in around] == ["А", "Б"]


def test_the_words_of_an_article_are_all_below_its_heading() -> None:
    (article,) = law("Статья 1. Цель\n1. Служба:\n1) лиц;\nи вещей").provisions
    assert article.words == "1. Служба:\n1) лиц;\nи вещей"
    assert list(article.paragraphs()) == ["Статья 1. Цель", "1. Служба:", "1) лиц;", "и вещей"]


def test_units_remember_their_line_in_the_file() -> None:
    assert [unit.line for _, unit, _ in law("ЗАКОН\nО границе\nСтатья 1. А\n\n1. Б\nв\nг").units()] == [3, 5, 6, 7]


def test_the_law_carries_the_fingerprint_and_the_remarks_of_its_file() -> None:
    assert law("Статья 1. А").sha256 == fingerprint("Статья 1. А".encode())


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Border law (2014).ru.txt", "border-law-2014-ru"),
        ("Закон_о границе.docx", "закон-о-границе"),
        ("...txt", "act"),
    ],
)
def test_an_act_is_called_by_its_file_in_letters_figures_and_hyphens(file: str, name: str) -> None:
    assert act_name(file) == name
    assert Reference.parse(f"{name}~art_1").act == name


def test_a_text_without_articles_is_refused_with_its_first_line() -> None:
    expected = r"(?s)No article.*cover\.txt.*None of its 2 lines.*in ru, tg.*«Обложка».*line of its own"
    with pytest.raises(NoArticles, match=expected):
        law("Обложка\nСтатья пятая", "cover.txt")


BEGINNINGS = (
    "",
    "Статья 2. ",
    "Глава 1",
    "РАЗДЕЛ I. ",
    "1. ",
    "2) ",
    "а) ",
    "Примечание. ",
    "Сноска. ",
    "Примечание ИЗПИ!",
    "Приложение 1",
    "Утверждено",
    "I. ",
    "II. Х",
    "1) а; 2) б; 3) ",
    "Статья 21. ",
)
ENDS = ("", ":", ";", ".", " (Закон РТ № 5)", " (в редакции Закона 1", "Утратила силу", "Президент")
words = st.text("абвХЯ 12.,;:()«»–-¹§", max_size=30)
paragraph = st.builds("{}{}{}".format, st.sampled_from(BEGINNINGS), words, st.sampled_from(ENDS))


@given(st.lists(paragraph, max_size=12), st.lists(paragraph, max_size=12), st.sampled_from(["\n", "\n\n", "\n\n\n"]))
def test_nothing_is_lost_and_nothing_crashes_whatever_stands_around_an_article(
    before: list[str], after: list[str], gap: str
) -> None:
    text = gap.join([*before, "Статья 1. Цель", *after[:3]]) + "\n" + "\n".join(after[3:])
    read = source(text)
    assert signs_of_law(build_law(read)) == signs_of_source(read)


@given(st.lists(paragraph, max_size=12))
def test_nothing_is_lost_of_an_act_in_points_and_its_annexes(lines: list[str]) -> None:
    read = source("\n".join(["1. Служба.", "2. Палата.", *lines]))
    assert signs_of_law(build_law(read)) == signs_of_source(read)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=8))
def test_any_text_becomes_a_law_without_loss_or_is_refused_in_words(lines: list[str]) -> None:
    data = "\n".join([*lines, "Статья 1. Цель", *lines]).encode()
    try:
        read = read_bytes(data, "a.txt")
        one = build_law(read)
    except MuvofiqError as error:
        assert "what to do" in str(error)
    else:
        assert signs_of_law(one) == signs_of_source(read)
