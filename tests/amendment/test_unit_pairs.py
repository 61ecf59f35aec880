"""The units of two wordings are paired by number and words, in their order."""

from muvofiq.amendment.unit_pairs import pair_row
from muvofiq.amendment.wording import read_wording
from muvofiq.amendment.wording_pairs import pairs_in_order
from muvofiq.law.kind import Kind


def pairs(old: str, new: str, kind: Kind = Kind.PART) -> list[tuple[str, str]]:
    before, after = (read_wording(words, "ru", kind=kind) for words in (old, new))
    row = pair_row(before, after)
    return [tuple((unit.label or unit.text) if unit else "" for unit in (one.old, one.new)) for one in row]  # type: ignore[misc]


def test_a_unit_under_its_number_is_the_same_however_it_reads() -> None:
    assert pairs("1. Мост открыт.\n2. Паром ходит.", "1. Мост открыт.\n2. Река глубока.") == [
        ("1.", "1."),
        ("2.", "2."),
    ]


def test_units_that_moved_on_are_known_by_their_words() -> None:
    old = "1. Мост открыт всегда и всем.\n2. Паром ходит по реке летом."
    new = "1. Новая часть.\n2. Мост открыт всегда и всем.\n3. Паром ходит по реке летом."
    assert pairs(old, new) == [("", "1."), ("1.", "2."), ("2.", "3.")]


def test_what_is_gone_stands_where_it_stood() -> None:
    assert pairs("1. Мост открыт.\n2. Паром ходит.\n3. Река.", "1. Мост открыт.\n3. Река.") == [
        ("1.", "1."),
        ("2.", ""),
        ("3.", "3."),
    ]


def test_unnumbered_units_that_face_each_other_are_the_same_reworded() -> None:
    assert pairs("Мост.\nПаром.\nРека.", "Мост.\nКанат.\nРека.", Kind.INDENT) == [
        ("Мост.", "Мост."),
        ("Паром.", "Канат."),
        ("Река.", "Река."),
    ]


def test_of_pairs_in_order_the_likest_are_taken_together() -> None:
    likeness = {("a", "x"): 0.5, ("b", "x"): 0.9, ("b", "y"): 0.1}
    assert pairs_in_order(["a", "b"], ["x", "y"], lambda one, other: likeness.get((one, other), 0.0)) == {1: 0}
    assert pairs_in_order(["a", "b", "c"], ["a", "c"], lambda one, other: float(one == other)) == {0: 0, 2: 1}
