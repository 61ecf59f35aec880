"""New wording is told from what the act says itself, though quotation marks and apostrophes look alike."""

import re

import pytest

from muvofiq.amendment.change import InsertUnits
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading import read_amending_act
from muvofiq.amendment.reading_eu_lines import Line, Order, lines_of, orders_of, quoted
from muvofiq.law.opening import open_laws
from muvofiq.law.reference import Reference
from tests.amendment.test_reading_eu import ACT, law

ANNOUNCES = re.compile("replaced|added|inserted|amended")


def orders(*lines: str) -> list[Order]:
    return list(orders_of([Line(Reference("act"), line) for line in lines], ANNOUNCES))


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("the words ‘two lamps’ are replaced by ‘three lamps’", ["‘two lamps’", "‘three lamps’"]),
        ("the words ‘the States’ lists’ are deleted", ["‘the States’ lists’"]),
        ("the words ‘it’s late’ are deleted", ["‘it’s late’"]),
        ("les mots «l'un dit «oui»» sont supprimés", ["«l'un dit «oui»»"]),
        ('the words "a" and “b” are deleted', ['"a"', "“b”"]),
        ("the master's boat", []),
        ("the words ‘never closed", []),
    ],
)
def test_quotations_within_a_line_are_found(text: str, quotations: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == quotations


def test_wording_below_an_order_belongs_to_it() -> None:
    (first, second) = orders(
        "(a) paragraph 2 is replaced by the following:",
        "‘2. A ‘lamp’ is a light;",
        "the boats’ crews keep it.’;",
        "(b) paragraph 3 is deleted.",
    )
    assert (first.label, first.wording, first.tail) == (
        "(a)",
        ("2. A ‘lamp’ is a light;", "the boats’ crews keep it."),
        ";",
    )
    assert (second.label, second.text, second.wording) == ("(b)", "paragraph 3 is deleted.", ())


def test_wording_may_begin_on_the_line_of_the_order() -> None:
    (order,) = orders('1. the following Article shall be added: "Article 6', 'Boats are blue."')
    assert order.text == "the following Article shall be added:"
    assert order.wording == ("Article 6", "Boats are blue.")


def test_wording_whose_closing_sign_is_lost_ends_before_the_next_item() -> None:
    first, second = orders(
        "(a) the following paragraph is added:",
        "‘4. Boats are blue.",
        "(i) always; or",
        "(b) the following paragraph is added:",
        "‘5. Boats are red.’.",
    )
    assert first.wording == ("4. Boats are blue.", "(i) always; or")
    assert second.wording == ("5. Boats are red.",)


def test_footnotes_are_no_part_of_the_wording() -> None:
    (order,) = orders("the following point is added:", "‘(c) boats (*1);", "(*1) Official Journal 3.’")
    assert order.wording == ("(c) boats;",)


def test_a_label_alone_is_joined_with_its_words() -> None:
    (order,) = orders("the following indent is added:", "‘—", "for North Quay:", "— boats.’")
    assert order.wording == ("— for North Quay:", "— boats.")


def test_every_paragraph_of_an_act_is_in_one_order() -> None:
    """Quotation marks, footnote marks and labels aside, nothing is lost and nothing said twice."""
    act = law(ACT)
    lines = [line.text for line in lines_of(act)]
    said = " ".join(order.words for order in orders_of(list(lines_of(act)), ANNOUNCES))
    words = [word.strip("‘’;.,") for line in lines for word in line.replace("(*1)", "").split()]
    assert [word for word in words if word and word not in said] == []


def test_the_items_of_a_printed_list_keep_what_is_set_in_below_them() -> None:
    """The number of an item has a cell of its own; a paragraph in the cell beside it belongs to the item."""
    inner = "<table><tr><td><p>(i)<td><p>red.</table>"
    items = f"<table><tr><td><p>(a)<td><p>lights that are:{inner}<p>It applies by day.’.</table>"
    order = (
        f"<table><tr><td><p>(2)<td><p>in Article 3, the following paragraph is added:<p>‘4. Lamps are:{items}</table>"
    )
    act = f"<p>Directive 2032/9/EU<p>Article 1<p>Directive 2031/7/EU is amended as follows:{order}<p>Article 2<p>End."
    (change,) = read_amending_act(open_laws(act.encode(), "act.en.html")[0]).changes
    assert change == InsertUnits(
        (Place.parse("art_3"),), "4. Lamps are:\n(a) lights that are:\n\t(i) red.\n\tIt applies by day."
    )
