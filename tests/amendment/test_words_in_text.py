import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from muvofiq.amendment.words_in_text import added, added_at_end, canonical, edited, pattern_of, sentences

WORD = st.text("абвгдежзиклмн", min_size=1, max_size=6)
TEXT = st.lists(WORD, min_size=1, max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("words", "text", "count"),
    [
        ("мост", "мост, мосты, Мост, по-мост, мост.", 2),
        ("5", "5 дней, 15 дней, 5.1, 1,5, 5(1), 5¹ и «5»", 2),
        ("Закон «О мосте»", 'Закон "О мосте" и Закон “О  мосте”', 2),
        ("с – по", "с - по, с — по", 2),
        ("д’Арк", "д'Арк", 1),
        (".", "Мост. Река.", 2),
        ("а.б*", "а.б* ааб", 1),
    ],
)
def test_words_are_found_whole_whatever_form_the_signs_have(words: str, text: str, count: int) -> None:
    assert len(pattern_of([words]).findall(text)) == count


def test_of_words_that_begin_alike_the_longest_is_found() -> None:
    found = pattern_of(["орган", "орган опеки"]).findall("орган опеки и орган")
    assert found == ["орган опеки", "орган"]


@given(text=TEXT, at=st.integers(0, 11))
def test_a_word_taken_out_and_added_again_gives_the_text_back(text: str, at: int) -> None:
    words = text.split()
    assume(len(words) > 1 and at < len(words))
    start = len(" ".join(words[:at])) + bool(at)
    left = edited(text, [((start, start + len(words[at])), "")])
    assert left == " ".join([*words[:at], *words[at + 1 :]])
    assert added(left, min(start, len(left)), words[at]) == text


@pytest.mark.parametrize(
    ("text", "words", "reads"),
    [
        ("Мост открыт.", "днём", "Мост открыт днём."),
        ("Мост открыт;", ", если нет льда", "Мост открыт, если нет льда;"),
        ("Мост открыт.", "; паром тоже.", "Мост открыт; паром тоже."),
        ("Мост открыт.", "Паром тоже.", "Мост открыт. Паром тоже."),
        ("Мост", "и паром", "Мост и паром"),
    ],
)
def test_words_at_the_end_stand_before_the_closing_sign(text: str, words: str, reads: str) -> None:
    assert added_at_end(text, words) == reads


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Один. Два! Три?", 3),
        ("См. ст. 5 Закона РТ от 2.01.2019 г. № 15. Решение принято.", 2),
        ("Он живёт в г. Душанбе. А. Б. Иванов судья.", 2),
        ("Срок – 5. Далее иначе.", 2),
        ("Служба (далее – Служба). «Мост» открыт. – Да.", 3),
        ("", 0),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, count: int) -> None:
    spans = sentences(text)
    assert len(spans) == count
    assert canonical(" ".join(text[start:end] for start, end in spans)) == canonical(text)
