"""A hyphen at the end of a row goes where it divides a word, and stays where it belongs to one."""

import pytest

from muvofiq.text.pdf_hyphens import Hyphens

KNOWN = ("Государственная граница", "социально-экономическое развитие", "какой-либо человек")


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("охрана госу-", "дарственной границы", "охрана государственной границы"),
        ("охрана госу\N{HYPHEN}", "дарственной границы", "охрана государственной границы"),
        ("охрана госу\N{SOFT HYPHEN}", "дарственной границы", "охрана государственной границы"),
        ("ОХРАНА ГОСУ-", "ДАРСТВЕННОЙ ГРАНИЦЫ", "ОХРАНА ГОСУДАРСТВЕННОЙ ГРАНИЦЫ"),
        ("о социально-", "экономических правах", "о социально-экономических правах"),
        ("если кто-", "либо узнает", "если кто-либо узнает"),
        ("Закон № 21-", "ФЗ", "Закон № 21-ФЗ"),
        ("статья 12-", "1 закона", "статья 12-1 закона"),
        ("8 ва 9-", "бандлари", "8 ва 9-бандлари"),
        ("вирус ВИЧ-", "инфекции", "вирус ВИЧ-инфекции"),
        ("город Нур-", "Султан", "город Нур-Султан"),
        ("в 1990–", "1995 годах", "в 1990–1995 годах"),
        ("граница -", "это линия", "граница - это линия"),
        ("граница —", "это линия", "граница — это линия"),
        ("граница", "государства", "граница государства"),
        ("-", "слово", "- слово"),
    ],
)
def test_two_rows_are_joined_as_their_words_ask(before: str, after: str, joined: str) -> None:
    row, glue, hyphen = Hyphens(KNOWN).between(before, after)
    assert row + glue + after == joined
    assert row + hyphen == before


def test_an_unknown_word_is_whole_where_a_program_has_divided_the_words_of_the_file() -> None:
    assert Hyphens(["гра-", "ница го-", "рода"]).between("мигра-", "ция") == ("мигра", "", "-")


def test_an_unknown_word_keeps_its_hyphen_where_no_program_has_divided_words() -> None:
    assert Hyphens(["граница"] * 500).between("кое-", "где") == ("кое-", "", "")
