"""An instruction that is not accounted for word by word is listed, and never understood otherwise than it is meant."""

import time

import pytest

from muvofiq.amendment.change import InsertSentences
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading import Reading, Why, read_amending_act, read_clause
from muvofiq.law.build import build_law
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes
from tests.paths import RUSSIAN, TAJIK

LAW = {"ru": open_laws(RUSSIAN.read_bytes(), RUSSIAN.name)[0], "tg": open_laws(TAJIK.read_bytes(), TAJIK.name)[0]}
NAME = "Закон «О государственной границе и защите лиц, её пересекающих»"
GENEROUS = 10.0  # seconds; what was exponential took longer than anybody waits


def act(text: str) -> Law:
    head = "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ\nО внесении изменений в Закон\n"
    return build_law(read_bytes((head + text).encode(), "act.txt"))


def told(reading: Reading) -> list[str]:
    return [str(change) for change in reading.changes]


def reasons(reading: Reading) -> list[Why]:
    return [one.why for one in reading.not_understood]


LISTED = ", ".join(f"«{at}»" for at in range(400))


@pytest.mark.parametrize(
    ("language", "clause", "count"),
    [
        ("ru", f"В статье 12 слова {LISTED} исключить.", 1),
        ("ru", f"В статье 12 слова {LISTED} заменить соответственно словами {LISTED}.", 1),
        ("ru", f"В статье 12 слова {LISTED} и так далее", 0),
        ("tg", f"Дар моддаи 12 калимаҳои {LISTED} хориҷ карда шаванд.", 1),
        ("ru", f"В статье 12{' ' * 20_000}слова «аа» исключить.", 1),
        ("ru", "дополнить " * 200, 0),
    ],
    ids=["delete", "replace", "no-formula", "tajik", "blanks", "verbs"],
)
def test_long_instructions_are_read_at_once(language: str, clause: str, count: int) -> None:
    started = time.monotonic()
    reading = read_clause(clause, LAW[language])
    assert time.monotonic() - started < GENEROUS
    assert (len(reading.changes), len(reading.not_understood)) == (count, 1 - count)


ORDER = "в части 2 статьи 12 слово «тридцати» заменить словом «двадцати»"


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        ("ru", f"Отклонить: {ORDER}."),
        ("ru", f"Предлагается: {ORDER}."),
        ("ru", f"Во изменение статьи 13: {ORDER}."),
        ("ru", "Если примут поправку: статью 13 исключить."),
        ("ru", "До 1 января 2030 года: статью 13 исключить."),
        ("ru", "В статье 12, за исключением части 1: слова «а а» исключить."),
        ("tg", "Рад карда шавад: моддаи 13 хориҷ карда шавад."),
        ("tg", "Дар моддаи 12 ба истиснои қисми 1: калимаи «аа» хориҷ карда шавад."),
        ("ru", "Приостановить до 1 января 2028 года действие статьи 13, а статью 14 отменить."),
        ("ru", "Приостановить действие статьи 13 до 1 января 2028 года и признать утратившей силу статью 14."),
        ("tg", "Амали моддаи 8, ғайр аз моддаи 9, то 1 январи соли 2027 боздошта шавад."),
    ],
)
def test_words_that_are_not_accounted_for_are_no_change(language: str, clause: str) -> None:
    reading = read_clause(clause, LAW[language])
    assert (reading.changes, reasons(reading)) == ((), [Why.NO_FORMULA])


@pytest.mark.parametrize("clause", [f"В статье 13:\n{ORDER}.", f"В статье 13: {ORDER}."])
def test_what_names_another_article_than_the_one_above_it_contradicts_itself(clause: str) -> None:
    reading = read_clause(clause, LAW["ru"])
    assert (reading.changes, reasons(reading)) == ((), [Why.NO_PLACE])


@pytest.mark.parametrize("limit", [", за исключением главы 4,", ", кроме первых двух статей,"])
def test_an_exception_in_the_lead_in_leaves_what_stands_below_unread(limit: str) -> None:
    orders = "1. Слова «тридцати дней» заменить словами «десяти дней».\n2. Статью 14 исключить.\n"
    reading = read_amending_act(act(f"Статья 1. В {NAME}{limit} внести следующие изменения:\n{orders}"), LAW["ru"])
    assert (reading.changes, reasons(reading)) == ((), [Why.NO_FORMULA, Why.NO_PLACE, Why.NO_PLACE])


def test_a_suspension_tells_until_when_and_in_what_regard() -> None:
    clause = "Приостановить действие статьи 13 до вступления в силу статьи 14."
    assert told(read_clause(clause, LAW["ru"])) == ['suspend art_13 {"words": "до вступления в силу статьи 14"}']
    clause = "Приостановить до 1 января 2028 года действие статьи 13 в части назначения опекуна."
    (change,) = told(read_clause(clause, LAW["ru"]))
    assert change.startswith("suspend art_13 ")
    assert "2028-01-01" in change and "в части назначения опекуна" in change


@pytest.mark.parametrize(
    "order", ["Статьи 13 и 14 Закона поменять местами.", "Часть 1 статьи 8 Закона перенести в статью 9."]
)
def test_an_article_without_a_formula_that_names_units_is_listed(order: str) -> None:
    force = "Статья 3. Настоящий Закон вступает в силу с 1 января 2030 года.\n"
    text = f"Статья 1. Внести в {NAME} следующие изменения:\n1. Статью 14 исключить.\nСтатья 2. {order}\n{force}"
    reading = read_amending_act(act(text), LAW["ru"])
    assert told(reading)[0] == "remove-units art_14 {}"
    assert len(reading.changes) == 2
    assert [one.words for one in reading.not_understood] == [order]


@pytest.mark.parametrize(
    "clause",
    [
        "статью 5 дополнить частью 3(1) следующего содержания: «3(2). Раз.»",
        "статью 5 дополнить частями 6 и 7 следующего содержания: «6. Раз.»",
        "Части 2 и 3 статьи 12 изложить в следующей редакции: «2. Раз.»",
        "Часть 2 статьи 12 изложить в следующей редакции: «3. Раз.»",
        "Статью 12 изложить в следующей редакции:\n«Статья 13. Раз\nДва.»",
    ],
)
def test_new_wording_with_another_number_than_announced_is_none(clause: str) -> None:
    reading = read_clause(clause, LAW["ru"])
    assert (reading.changes, reasons(reading)) == ((), [Why.NO_WORDING])


@pytest.mark.parametrize(
    "clause",
    [
        "В Законе от 15.07.2014 № 205 «О государственной границе и защите лиц, её пересекающих» статью 13 исключить.",
        "В Кодексе в части 2 статьи 12 слово «тридцати» исключить.",
    ],
)
def test_another_number_or_a_code_is_another_act(clause: str) -> None:
    reading = read_clause(clause, LAW["ru"])
    assert (reading.changes, reasons(reading)) == ((), [Why.OTHER_ACT])


def test_the_same_number_is_the_same_act() -> None:
    clause = "В Законе от 15 июля 2014 года № 118 «О государственной границе и защите лиц, её пересекающих» {}."
    assert told(read_clause(clause.format("статью 13 исключить"), LAW["ru"])) == ["remove-units art_13 {}"]


@pytest.mark.parametrize("number", [55, 77])
def test_a_new_number_is_no_lost_raised_figure_where_none_stands_before_it(number: int) -> None:
    order = f"статью 5 дополнить частью {number} следующего содержания:\n«{number}. Палата бодрствует.»"
    text = f"Статья 1. Внести в {NAME} следующие изменения:\n1) {order};\n2) статью 14 исключить.\n"
    assert told(read_amending_act(act(text), LAW["ru"]))[0] == (
        f'insert-units art_5 {{"words": "{number}. Палата бодрствует."}}'
    )


@pytest.mark.parametrize(
    ("clause", "places"),
    [
        ("Пункты 1-3 статьи 2 исключить", "art_2__point_1,art_2__point_2,art_2__point_3"),
        ("Пункты с 1 по 3 статьи 2 исключить", "art_2__point_1,art_2__point_2,art_2__point_3"),
        ("Абзацы с первого по третий статьи 3 исключить", "art_3__indent_1,art_3__indent_2,art_3__indent_3"),
        ("Пункт 3-1 статьи 2 исключить", "art_2__point_3-1"),
    ],
)
def test_ranges_are_told_from_numbers(clause: str, places: str) -> None:
    assert told(read_clause(clause, LAW["ru"])) == [f"remove-units {places} {{}}"]


def test_a_further_pair_may_be_joined_with_but() -> None:
    clause = "В статье 5 слово «аа» заменить словом «бб», а слово «вв» – словом «гг»."
    assert told(read_clause(clause, LAW["ru"])) == ['replace-words art_5 {"old": ["аа", "вв"], "new": ["бб", "гг"]}']


def test_blanks_that_keep_words_together_are_plain_ones() -> None:
    clause = "В\u00a0статье\u00a05 слова «а\u00a0б»\tисключить."
    assert told(read_clause(clause, LAW["ru"])) == ['delete-words art_5 {"words": ["а б"]}']


def test_an_article_and_its_part_are_no_two_places() -> None:
    reading = read_clause("В статье 12\nв части 1 слово «двадцати» исключить.", LAW["ru"])
    assert (reading.changes, reasons(reading)) == ((), [Why.NO_PLACE])


def test_an_article_inserted_behind_an_inserted_one_is_read_as_the_law_prints_it() -> None:
    law = read("Статья 48¹. Цель\nТекст.\nСтатья 48¹-¹. Иное\nОдин текст.\nСтатья 49. Конец\nТекст.")
    reading = read_clause("В абзаце первом статьи 48¹-¹ слова «Один текст» заменить словом «Текст».", law)
    assert [str(place) for change in reading.changes for place in change.places] == ["art_48-1-1__indent_1"]


def test_a_row_of_added_sentences_is_told_by_its_ends() -> None:
    law = read("Статья 1. Цель\nОдин. Два.\nСтатья 2. Иное\nТекст.")
    clause = (
        "Абзац первый статьи 1 дополнить третьим – пятым предложениями следующего содержания:\n«Три. Четыре. Пять.»."
    )
    (change,) = read_clause(clause, law).changes
    assert change == InsertSentences((Place.parse("art_1__indent_1"),), "Три. Четыре. Пять.", nth=3)


def read(text: str) -> Law:
    law, *_ = open_laws(text.encode(), "law.txt")
    return law
