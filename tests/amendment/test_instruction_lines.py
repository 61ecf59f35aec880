"""The paragraphs of an amending act are gathered into orders, each with its new wording."""

from muvofiq.amendment.instruction_lines import Order, Paragraph, orders
from muvofiq.amendment.instruction_words import formulae_in
from muvofiq.law.reference import Reference

HERE = Reference("act")


def gathered(text: str, language: str = "ru") -> list[Order]:
    formulae = formulae_in(language)
    assert formulae
    return list(orders([Paragraph(HERE, line) for line in text.splitlines()], formulae))


def test_new_wording_goes_on_to_the_mark_that_closes_it() -> None:
    text = "1) часть 2 изложить так:\n«2. В законе «О мостах»:\n1) да;\n2) нет.»;\n2) часть 3 исключить."
    first, second = gathered(text)
    assert first.text == "часть 2 изложить так:\n«2. В законе «О мостах»:\n1) да;\n2) нет.»;"
    assert (second.label, second.text) == ("2)", "часть 3 исключить.")


def test_wording_whose_last_mark_is_missing_ends_where_it_first_may() -> None:
    text = "1) часть 2 изложить так:\n«2. Закон «О мостах»;\n2) часть 3 исключить."
    assert [one.label for one in gathered(text)] == ["1)", "2)"]


def test_a_sentence_that_the_file_breaks_is_joined() -> None:
    (order,) = gathered("1) часть 1 после слова «да» дополнить\nсловами\n«и нет»;")
    assert order.text == "часть 1 после слова «да» дополнить словами «и нет»;"


def test_a_quotation_that_goes_over_lines_is_joined_as_lines() -> None:
    (order,) = gathered("часть 1 дополнить предложением: «Да.\nНет.»")
    assert order.text.endswith("«Да.\nНет.»")


def test_labels_tell_how_deep_a_paragraph_stands() -> None:
    text = "1. В статье 2:\n1) в части 1:\nа) да;\n– нет;\nТак."
    assert [(one.style, one.opens) for one in gathered(text)] == [
        ("1.", True),
        ("1)", True),
        ("a)", False),
        ("-", False),
        ("", False),
    ]


def test_a_number_before_the_word_for_a_unit_is_no_label() -> None:
    (order,) = gathered("3) тармақшадағы «а» деген сөз алып тасталсын.", "kk")
    assert order.label == ""
