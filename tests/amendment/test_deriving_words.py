"""Two wordings of a paragraph give changes of its words and sentences that turn the one into the other, or none."""

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.applying import apply
from muvofiq.amendment.deriving_words import hunks, is_quotable, own_word_changes
from muvofiq.amendment.place import Place
from muvofiq.law.build import build_law
from muvofiq.text.read import read_bytes

PLACE = Place.parse("art_1__indent_1")
WORDS = st.lists(st.sampled_from(["мост", "паром", "река", "в", "«Мост»", "5", "канат,"]), min_size=1, max_size=9)
SENTENCES = st.lists(WORDS, min_size=1, max_size=4).map(
    lambda rows: " ".join(f"{' '.join(('Там', *row)).rstrip(',')}." for row in rows)
)


@given(SENTENCES, SENTENCES)
def test_the_changes_give_the_new_wording_when_they_are_applied(old: str, new: str) -> None:
    changes = own_word_changes(PLACE, old, new)
    law = build_law(read_bytes(f"Статья 1. Река\n{old}\nСтатья 2. Берег\nБерег крут.".encode(), "river.txt"))
    applied = apply(law, changes)
    if changes:
        assert applied.not_applied == ()
        assert applied.law.provisions[0].children[0].text == new


@given(SENTENCES, SENTENCES)
def test_the_stretches_that_change_make_the_new_wording_of_the_old_one(old: str, new: str) -> None:
    text = old
    for one in reversed(hunks(old, new)):
        text = text[: one.start] + one.words + text[one.end :]
    assert text == new


def test_little_words_are_not_quoted_alone_as_the_words_behind_which_others_are_added() -> None:
    (found,) = own_word_changes(PLACE, "Жалоба подаётся в суд.", "Жалоба подаётся в районный суд.")
    assert str(found) == 'insert-words art_1__indent_1 {"words": ["районный"], "anchor": ["подаётся в"]}'


def test_of_words_that_stand_there_often_it_is_told_which_are_meant() -> None:
    old = "мост и паром " * 9
    (found,) = own_word_changes(PLACE, f"{old}кончились", f"{old.replace('паром', 'канат')}кончились")
    assert '"nth": 0' in str(found)
    found, *_ = own_word_changes(PLACE, "мост " * 30, "мост " * 12 + "паром " + "мост " * 17)
    assert '"nth": 13' in str(found)


def test_a_paragraph_that_changes_through_and_through_is_left_to_a_new_edition() -> None:
    assert (
        own_word_changes(PLACE, "Мост строит государство за счёт казны и держит.", "Паром ходит по реке летом.") == ()
    )


def test_quotations_in_quoted_words_are_closed() -> None:
    assert is_quotable("по закону «О мостах»", 'устав "О реке"', "„Об „иле““")
    assert not any(map(is_quotable, ("закону «О", "мостах» и", 'А", "Б', 'устав "О')))
