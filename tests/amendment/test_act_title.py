"""The title of an amending act follows the count of changes and additions, unless the user gives another."""

import pytest

from muvofiq.amendment.act_name import ActName
from muvofiq.amendment.act_title import act_title, counted
from muvofiq.amendment.change import Change, DeleteWords, EnterIntoForce, InsertSentences, InsertUnits, Repeal
from muvofiq.amendment.place import Place
from muvofiq.law.build import build_law
from muvofiq.text.read import read_bytes
from tests.paths import LAW_BOOK, RUSSIAN, TAJIK

PLACES = (Place.parse("art_1__para_1"),)
CHANGE, ADDITION = Repeal(PLACES), InsertSentences(PLACES, "Ҷумла.")
NAMES = {
    "ru": ActName.of(build_law(read_bytes(RUSSIAN.read_bytes(), "law.txt"))),
    "tg": ActName.of(build_law(read_bytes(TAJIK.read_bytes(), "law.txt"))),
}


def name(text: str) -> ActName:
    return ActName.of(build_law(read_bytes(text.encode(), "law.txt")))


def made(changes: int, additions: int) -> list[Change]:
    return [*[CHANGE] * changes, *[ADDITION] * additions]


@pytest.mark.parametrize(
    ("changes", "additions", "russian", "tajik"),
    [
        (3, 0, "изменений", "тағйирот"),
        (1, 0, "изменения", "тағйирот"),
        (0, 1, "дополнения", "илова"),
        (0, 4, "дополнений", "иловаҳо"),
        (1, 1, "изменения и дополнения", "тағйиру илова"),
        (2, 1, "изменений и дополнения", "тағйироту илова"),
        (1, 2, "изменения и дополнений", "тағйиру иловаҳо"),
        (5, 3, "изменений и дополнений", "тағйиру иловаҳо"),
    ],
)
def test_the_title_follows_the_count(changes: int, additions: int, russian: str, tajik: str) -> None:
    titles = [act_title([NAMES[language]], made(changes, additions)) for language in ("ru", "tg")]
    assert titles[0].startswith(f"О внесении {russian} в Закон Республики Вестария «О государственной границе ")
    assert titles[1].startswith(f"Оид ба ворид намудани {tajik} ба Қонуни Ҷумҳурии Вестария «Дар бораи сарҳади ")


def test_added_words_sentences_and_units_are_additions_and_all_else_is_a_change() -> None:
    changes = [InsertUnits(PLACES, "1) мост"), ADDITION, DeleteWords(PLACES, ("мост",))]
    assert counted("ru", changes)["title"] == "изменения и дополнений"


def test_entry_into_force_is_not_counted() -> None:
    force = EnterIntoForce((Place(),), words="с завтрашнего дня")
    assert counted("tg", [ADDITION, force])["title"] == "илова"


def test_the_title_of_the_user_goes_before_the_count() -> None:
    assert act_title([NAMES["ru"]], made(1, 0), "О мостах") == "О мостах"


def test_several_acts_are_not_named_one_by_one() -> None:
    titles = [act_title([NAMES[language]] * 2, made(2, 2)) for language in ("ru", "tg")]
    assert titles == [
        "О внесении изменений и дополнений в некоторые законодательные акты Республики Вестария",
        "Оид ба ворид намудани тағйиру иловаҳо ба баъзе қонунҳои Ҷумҳурии Вестария",
    ]


def test_an_english_title_names_the_act_that_is_amended() -> None:
    english = ActName.of(build_law(read_bytes((LAW_BOOK / "trafficking.en.txt").read_bytes(), "law.txt")))
    assert act_title([english], made(2, 2)).startswith("Law amending the Law of the Republic of Olmira on Countering")


def test_the_lead_in_names_date_number_and_gazette() -> None:
    assert NAMES["ru"].full == (
        "Закон Республики Вестария от 15 июля 2014 года № 118 «О государственной границе и защите лиц, её пересекающих»"
        " (Вестник Народного собрания, 2014 г., № 3, ст. 41; 2019 г., № 1, ст. 9)"
    )


def test_what_the_act_does_not_say_is_a_blank() -> None:
    assert "аз «___» ____________ соли ____, № ____" in NAMES["tg"].full
    assert "от «___» ____________ ____ года № ____ «О мостах»" in name("ЗАКОН\nО мостах\nСтатья 1. Мост\nМост.").full


def test_capitals_are_spelled_as_the_law_spells_these_words() -> None:
    law = "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ\nО МОСТАХ ВЕСТАРИИ\nСтатья 1. Мост\nСлова о мостах Вестарии и Республики Вестария."
    assert name(law).short == "Закон Республики Вестария «О мостах Вестарии»"


def test_a_code_is_named_without_quotation_marks_and_date() -> None:
    law = (
        "КОДЕКС РЕСПУБЛИКИ ВЕСТАРИЯ О МОСТАХ\nСтатья 1. Мост\nМост стоит.\n"
        "Президент Республики Вестария\nг. Ардвин, 15 июля 2014 года, № 118"
    )
    assert name(law).full == "Кодекс Республики Вестария о мостах"
