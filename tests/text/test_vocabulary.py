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


def test_a_latin_word_is_ours_if_it_is_usual_or_if_the_text_mixes_the_alphabets() -> None:
    sound = Vocabulary.of(["интихобот сар шуд"])
    assert sound.may_be_ours("cap", "сар")
    assert not sound.may_be_ours("cape", "саре")
    assert not sound.may_be_ours("Cap", "сар")
    assert Vocabulary.of(["интихoбoт cape шуд"]).may_be_ours("cape", "саре")


def test_the_halves_of_a_word_at_the_end_of_a_line_are_not_taken_for_misread() -> None:
    text = Vocabulary.of(["аз ҷониби маъму-", "рони ваколатдор"])
    assert not text.is_seldom("маъму")
    assert not text.is_seldom("рони")
    assert text.is_seldom("ваколатдор")


def test_a_text_without_any_mark_is_bare() -> None:
    assert Vocabulary.of(["хар шахс хукук дорад"]).is_bare
    assert not Vocabulary.of(["ҳар шахс ҳуқуқ дорад"]).is_bare
