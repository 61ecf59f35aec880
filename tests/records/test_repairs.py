"""Repairs are gathered by damage and by key, with the words around their places."""

from muvofiq.records.queries.repairs import AROUND, Place, gather_repairs
from muvofiq.text.damage import Damage, Repair

MARKS = [
    Repair(3, "хавза", "ҳавза", Damage.DROPPED),
    Repair(5, "хукук", "ҳуқуқ", Damage.DROPPED),
    Repair(9, "хукук", "ҳуқуқ", Damage.DROPPED),
]


def test_the_same_repair_is_one_row_and_the_most_frequent_stands_first() -> None:
    (kind,) = gather_repairs(MARKS)
    assert [(row.after, row.count, row.lines) for row in kind.rows] == [("ҳуқуқ", 2, (5, 9)), ("ҳавза", 1, (3,))]
    assert (kind.count, kind.made) == (3, 2)


def test_a_refused_repair_stays_where_it_stood_in_the_list() -> None:
    (made,), (refused,) = gather_repairs(MARKS), gather_repairs(MARKS, refused={MARKS[1].key})
    assert [row.key for row in refused.rows] == [row.key for row in made.rows]
    assert [row.is_made for row in refused.rows] == [False, True]


def test_a_place_is_shown_with_the_words_around_it_and_not_inside_a_longer_word() -> None:
    (kind,) = gather_repairs(MARKS[:1], {3: "Дар хавзаи дарё хавза нест."})
    assert kind.rows[0].places == (Place(3, "Дар хавзаи дарё ", "хавза", " нест."),)
    long = f"{'а ' * AROUND}хавза{' б' * AROUND}"
    (kind,) = gather_repairs(MARKS[:1], {3: long})
    place = kind.rows[0].places[0]
    assert (place.left[0], place.right[-1], place.word) == ("…", "…", "хавза")
    assert place.left[1:] + place.word + place.right[:-1] in long


def test_a_font_is_one_row_for_the_whole_text() -> None:
    lines = [Repair(at, f"Їонун {at}", f"Қонун {at}", Damage.FONT_A) for at in (1, 2, 3, 4)]
    (kind,) = gather_repairs(lines, {at: f"Їонун {at}" for at in (1, 2, 3, 4)})
    (row,) = kind.rows
    assert (row.count, [place.line for place in row.places]) == (4, [1, 2, 3])


def test_what_stands_in_no_line_any_more_is_shown_as_it_was() -> None:
    (kind,) = gather_repairs(MARKS[:1])
    assert kind.rows[0].places == (Place(3, "", "хавза", ""),)
    assert gather_repairs([]) == ()
