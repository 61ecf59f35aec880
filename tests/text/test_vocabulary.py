"""What a text spells the same way again and again is known in that text."""

from muvofiq.text.known_words import Rank
from muvofiq.text.phrase import Place
from muvofiq.text.vocabulary import Vocabulary

NAME = "Ҷалғузқул"


def free() -> Place:
    return Place.OPEN


def test_a_name_that_stands_there_often_gets_its_marks_where_they_were_lost() -> None:
    text = Vocabulary.of([f"шаҳри {NAME}"] * 3)
    assert text.restore("Чалгузкул", free) == NAME.lower()
    assert Vocabulary.of([f"шаҳри {NAME}"] * 2).restore("Чалгузкул", free) is None


def test_a_known_word_that_stands_there_often_is_usual() -> None:
    assert Vocabulary.of(["варақаҳо ҳаст"] * 3).known("варақаҳо") == {"варақаҳо": Rank.USUAL}


def test_a_long_word_with_two_letters_too_few_is_told_by_the_one_that_stands_often() -> None:
    text = Vocabulary.of(["ташвиқоти пешазинтихоботӣ"] * 3)
    assert text.near("пешазинхоботӣ") == "пешазинтихоботӣ"
    assert text.near("пешазинтихоботро") is None


def test_two_words_that_often_stand_side_by_side_are_a_phrase() -> None:
    text = Vocabulary.of(["дар рӯзи овоздиҳӣ"] * 3)
    assert text.is_phrase("рӯзи", "овоздиҳӣ")
    assert not text.is_phrase("овоздиҳӣ", "рӯзи")


def test_the_halves_of_a_word_at_the_end_of_a_line_are_not_taken_for_misread() -> None:
    text = Vocabulary.of(["аз ҷониби маъму-", "рони ваколатдор"])
    assert not text.is_seldom("маъму")
    assert not text.is_seldom("рони")
    assert text.is_seldom("ваколатдор")


def test_a_text_without_any_mark_is_bare() -> None:
    assert Vocabulary.of(["хар шахс хукук дорад"]).is_bare
    assert not Vocabulary.of(["ҳар шахс ҳуқуқ дорад"]).is_bare
