"""A row of cited numbers decides what they mean where plain ones would go back or be too many, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.raised import readings
from muvofiq.law.raised_rows import BACK_IN_SENTENCE, Entry, decided


def row(numbers: str, kind: Kind = Kind.ARTICLE) -> list[Entry]:
    """Numbers in a row; those with a plus are added."""
    parsed = [(Number.parse(one.strip("+")), one.startswith("+")) for one in numbers.split()]
    return [Entry(kind, number, readings(number), added, kind is not Kind.ARTICLE) for number, added in parsed]


def meant(numbers: str, kind: Kind = Kind.ARTICLE, **options: float) -> str:
    entries = row(numbers, kind)
    read = decided(entries, **options)  # type: ignore[arg-type]
    return " ".join(str(number or entry.number) for entry, number in zip(entries, read, strict=True))


@pytest.mark.parametrize(
    ("printed", "kind", "read"),
    [
        ("1 41 10 11 19", Kind.ARTICLE, "1 4(1) 10 11 19"),
        ("11 +112 19", Kind.ARTICLE, "11 11(2) 19"),
        ("5 61 62 7", Kind.ARTICLE, "5 6(1) 6(2) 7"),
        ("31414", Kind.ARTICLE, "314(14)"),
        ("273-1 2715", Kind.ARTICLE, "27(3)(1) 27(15)"),
        ("2 22 23 8", Kind.POINT, "2 2(2) 2(3) 8"),
        ("1 +11 2", Kind.PART, "1 1(1) 2"),
        ("51 +23", Kind.PART, "5(1) 23"),
        ("1 2 +21 +22 +23", Kind.PART, "1 2 2(1) 2(2) 2(3)"),
        ("8 81", Kind.PART, "8 8(1)"),
        ("421 55 57 61 +64 +65", Kind.PART, "42(1) 55 57 61 64 65"),
        ("7 71 72 73", Kind.PART, "7 7(1) 7(2) 7(3)"),
    ],
)
def test_a_row_decides_what_would_go_back_or_be_too_many(printed: str, kind: Kind, read: str) -> None:
    assert meant(printed, kind) == read


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [
        ("31 34 80 81 82 93 96 112", Kind.ARTICLE),
        ("521", Kind.ARTICLE),
        ("116 +118", Kind.ARTICLE),
        ("7 71 72", Kind.ARTICLE),
        ("1 2 3", Kind.PART),
        ("1 12", Kind.PART),
        ("+23", Kind.PART),
        ("1 +11", Kind.POINT),
        ("55 57 61 +64", Kind.PART),
        ("2 21 22", Kind.POINT),
    ],
)
def test_what_the_row_does_not_decide_stays_as_printed(numbers: str, kind: Kind) -> None:
    assert meant(numbers, kind) == numbers.replace("+", "")


def test_an_article_that_stands_already_cannot_be_added() -> None:
    assert meant("+91", last=150) == "9(1)"
    assert meant("+91", last=90) == "91"
    assert meant("91", last=150) == "91"


def test_a_sentence_may_cite_in_any_order() -> None:
    assert meant("41 10", back=BACK_IN_SENTENCE) == "41 10"
    assert meant("41 10") == "4(1) 10"


def test_new_wording_that_cites_the_number_before_speaks_for_an_inserted_one() -> None:
    (entry,) = row("+21", Kind.PART)
    assert decided([entry]) == [None]
    entry.bases = frozenset({"2"})
    assert decided([entry]) == [Number("2", (1,))]


@given(st.lists(st.integers(1, 1_900), unique=True, max_size=30))
def test_no_row_of_articles_that_ascends_is_touched(numbers: list[int]) -> None:
    assert decided(row(" ".join(map(str, sorted(numbers))))) == [None] * len(numbers)
