"""The list of our own Tajik words is made from our own texts, and holds words of Tajik alone."""

from muvofiq.tables import table
from translations.word_list import count_words, texts


def test_words_are_counted_in_small_letters_and_foreign_ones_left_out() -> None:
    assert count_words(iter(["Қонуни нав, қонуни кӯҳна", "цена", "Web"])) == {"қонуни": 2, "нав": 1, "кӯҳна": 1}


def test_the_texts_are_ours_and_tajik() -> None:
    counted = count_words(texts())
    assert counted.most_common(1)[0][0] == "ва"
    assert len(counted) > 4000


def test_the_list_on_file_knows_what_our_texts_say() -> None:
    listed = {row["word"] for row in table("words/forms.csv")}
    counted = count_words(texts())
    assert sum(word in listed for word in counted) > 0.9 * len(counted)


def test_no_word_on_file_has_left_our_texts() -> None:
    listed = {row["word"] for row in table("words/forms.csv")}
    assert listed - set(count_words(texts())) == set()


def test_a_word_with_its_marks_does_not_stand_there_without_them_as_well() -> None:
    listed = {row["word"] for row in table("words/forms.csv")}
    assert "оҷизӣ" in listed
    assert "очизӣ" not in listed
