"""An act is called by the lines of its head that name it."""

import pytest

from tests.law.small import law

DATED = "ПОСТАНОВЛЕНИЕ\nот 21.12.2015 № 571-п\nг. Ардвин\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"{DATED}О временном жилье\nПравительство постановляет:\n", "ПОСТАНОВЛЕНИЕ О временном жилье"),
        ("УКАЗ\n№ 12, 3 мая 2014 года\nОБ УБЕЖИЩЕ\n", "УКАЗ ОБ УБЕЖИЩЕ"),
        ("ГРАЖДАНСКИЙ КОДЕКС\nот 8 мая 1996 года № 15\nгород Ардвин\n", "ГРАЖДАНСКИЙ КОДЕКС"),
        (f"ЗАКОН\nО границе\n{'Договаривающиеся Стороны ' * 40}\n", "ЗАКОН О границе"),
        (f"КОНВЕНЦИЯ\n{'Договаривающиеся Стороны ' * 40}\n", "Border law"),
        ("ЗАКОН\nОдобрен Палатой 3 мая 2014 года\nО границе\n", "ЗАКОН О границе"),
    ],
)
def test_date_number_and_place_are_no_part_of_the_title(head: str, title: str) -> None:
    assert law(f"{head}Статья 1. Цель", "Border law.txt").title == title


def test_a_tajik_decision_is_called_by_what_it_is_about() -> None:
    head = "ҚАРОРИ ҲУКУМАТИ ҶУМҲУРИИ ВЕСТАРИЯ\nаз 31 марти соли 2020, № 207\nДар бораи паноҳгоҳ\n"
    assert law(f"{head}Моддаи 1. Мақсад").title == "ҚАРОРИ ҲУКУМАТИ ҶУМҲУРИИ ВЕСТАРИЯ Дар бораи паноҳгоҳ"


@pytest.mark.parametrize(
    "preamble",
    ["The States Parties to this Convention,", "The High Contracting Parties,", "Recognizing the duty to help,"],
)
def test_the_first_words_of_a_preamble_are_no_part_of_the_title(preamble: str) -> None:
    head = f"CONVENTION ON GUESTS AT MOUNTAIN PASSES\n{preamble}\nHave agreed as follows:\n"
    assert (
        law(f"{head}Article 1\nAim\nA guest is let in.\n", "guests.txt").title
        == "CONVENTION ON GUESTS AT MOUNTAIN PASSES"
    )


def test_a_line_in_capitals_goes_on_with_the_title_even_if_it_begins_like_a_preamble() -> None:
    head = "LAW ON\nTHE STATE BORDER\nThis Law governs the border.\n"
    assert law(f"{head}Article 1\nAim\nA guest is let in.\n", "guests.txt").title == "LAW ON THE STATE BORDER"
