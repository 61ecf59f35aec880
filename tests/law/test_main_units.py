"""Acts without articles are cited by their points; where there are articles, only they are cited."""

import pytest

from muvofiq.law.errors import NoArticles
from tests.law.small import law, outline


def tree(text: str) -> list[str]:
    return outline(law(text).provisions)


DECREE = (
    "ПОСТАНОВЛЕНИЕ\nО въезде\nПравительство постановляет:\n"
    "1. Утвердить Правила.\n2. Службе:\n1) вести реестр;\n2) в срок:\nа) принять форму;\nб) обучить сотрудников.\n"
    "Реестр ведётся открыто.\n3. Постановление вступает в силу.\n"
)


def test_the_numbered_paragraphs_of_a_decree_are_its_points() -> None:
    assert tree(DECREE) == [
        "point 1: Утвердить Правила.",
        "point 2: Службе:",
        "  subpoint 1: вести реестр;",
        "  subpoint 2: в срок:",
        "    subpoint а: принять форму;",
        "    subpoint б: обучить сотрудников.",
        "  indent 2: Реестр ведётся открыто.",
        "point 3: Постановление вступает в силу.",
    ]
    assert law(DECREE).head == ("ПОСТАНОВЛЕНИЕ", "О въезде", "Правительство постановляет:")


def test_points_are_what_lawyers_cite_first_in_a_decree() -> None:
    assert [address.eid for address, _, _ in law(DECREE).articles()] == ["point_1", "point_2", "point_3"]


def test_the_import_tells_that_it_read_points() -> None:
    expected = "No article was found; 3 numbered paragraphs were read as points, as in decrees and rules."
    assert [str(remark) for remark in law(DECREE).remarks] == [expected]


def test_rules_that_a_decree_approves_have_chapters_and_points_of_their_own() -> None:
    rules = (
        "Приложение\nПРАВИЛА\nI. Общие положения\n1. Порядок.\nОн обязателен.\n"
        "2. Въезд:\n1) детям.\nII. Въезд\n3. Срок."
    )
    assert tree(f"{DECREE}{rules}")[8:] == [
        "annex 1: ПРАВИЛА",
        "  chapter 1: Общие положения",
        "    point 1: Порядок.",
        "      indent 2: Он обязателен.",
        "    point 2: Въезд:",
        "      subpoint 1: детям.",
        "  chapter 2: Въезд",
        "    point 3: Срок.",
    ]


def test_a_law_may_have_an_annex_in_points_and_a_decree_an_annex_in_articles() -> None:
    assert tree("Статья 1. А\n1. Б.\nПриложение\n1. В.\n2. Г.") == [
        *("article 1: А", "  part 1: Б.", "annex 1: ", "  point 1: В.", "  point 2: Г."),
    ]
    assert tree("1. А.\n2. Б.\nПриложение\nСтатья 1. В\n1. Г.") == [
        *("point 1: А.", "point 2: Б.", "annex 1: ", "  article 1: В", "    part 1: Г."),
    ]


def test_points_with_brackets_alone_are_points() -> None:
    assert tree("Приказываю:\n1) создать комиссию;\nа) из судей;\n2) опубликовать приказ.") == [
        *("point 1: создать комиссию;", "  subpoint а: из судей;", "point 2: опубликовать приказ."),
    ]


def test_editors_paragraphs_belong_to_the_point_above_them() -> None:
    (_, second) = law("1. А.\n2. Б.\nСноска. Пункт 2 изменён.").provisions
    assert [note.text for note in second.notes] == ["Сноска. Пункт 2 изменён."]


@pytest.mark.parametrize("line", ["X. Каримов", "III. Въезд", "I. общие", "C. Право"])
def test_a_roman_figure_begins_a_chapter_only_in_its_turn(line: str) -> None:
    assert not any(row.startswith("chapter") for row in tree(f"1. А.\n2. Б.\n{line}"))


def test_a_roman_figure_begins_no_chapter_where_there_are_articles() -> None:
    assert tree("Статья 1. А\nI. Общие положения\nтекст") == [
        *("article 1: А", "  indent 1: I. Общие положения", "  indent 2: текст"),
    ]


def test_what_is_numbered_outside_of_articles_is_running_text() -> None:
    assert tree("Глава 1. А\n1. Суд.\nСтатья 1. В\n1. Г.") == [
        *("chapter 1: А", "  indent 1: 1. Суд.", "  article 1: В", "    part 1: Г."),
    ]


@pytest.mark.parametrize("text", ["Список\nСуд\nПалата", "1. Суд", "Список\n1. Суд\nПалата", "Глава 1. А\nтекст"])
def test_a_text_with_fewer_than_two_numbered_paragraphs_is_no_act(text: str) -> None:
    with pytest.raises(NoArticles, match="fewer than two begin with a number"):
        law(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Правительство постановляет, что в срок до мая\n1. Служба и суд.\n2. Порядок для детей.", "ru"),
        ("Ҳукумат қарор мекунад, ки дар муҳлати муқарраршуда\n1. Хадамот ва суд.\n2. Тартиб барои кӯдакон.", "tg"),
        ("Үкімет осы қаулыны қабылдайды\n1. Қызмет және сот.\n2. Балалар үшін тәртіп.", "kk"),
        ("Hukumat ushbu qarorni qabul qiladi\n1. Xizmat va sud.\n2. Bolalar uchun tartib.", "uz"),
        ("Ҳукумат ушбу қарорни қабул қилади\n1. Хизмат ҳамда суд.\n2. Болалар учун тартиб.", "uz"),
        ("Өкмөт ушул токтомду кабыл алат\n1. Кызмат жана сот.\n2. Балдар үчүн тартип.", "ky"),
    ],
)
def test_the_language_of_a_decree_is_that_of_its_small_words(text: str, language: str) -> None:
    assert law(text).language == language
