"""The numbers that an instruction announces are compared with those that the new wording prints."""

import pytest

from muvofiq.amendment.instruction_numbers import contradicted
from muvofiq.law.kind import Kind


@pytest.mark.parametrize(
    ("numbers", "kind", "wording"),
    [
        (["3"], Kind.PART, "3. Раз."),
        (["3(1)"], Kind.PART, "3(1). Раз:\n1) два;\n2) три."),
        (["5(1)"], Kind.ARTICLE, "Статья 51. Ночлег\n1. Раз.\n2. Два."),
        (["6", "7"], Kind.POINT, "6) раз;\n7) два."),
        (["6"], Kind.PART, "Без номера."),
        ([], Kind.PART, "6. Раз."),
        (["2", "3"], Kind.INDENT, "– раз;\n– два."),
    ],
)
def test_what_agrees_contradicts_nothing(numbers: list[str], kind: Kind, wording: str) -> None:
    assert contradicted(numbers, kind, wording, "ru", all_of=True) == ""


@pytest.mark.parametrize(
    ("numbers", "kind", "wording", "other"),
    [
        (["3(1)"], Kind.PART, "3(2). Раз.", "3(1)"),
        (["6", "7"], Kind.PART, "6. Раз.", "7"),
        (["6"], Kind.PART, "6. Раз.\n7. Два.", "7"),
        (["12"], Kind.ARTICLE, "Статья 13. Раз\nДва.", "12"),
        (["2", "3"], Kind.INDENT, "– раз.", "3"),
    ],
)
def test_the_number_that_contradicts_is_told(numbers: list[str], kind: Kind, wording: str, other: str) -> None:
    assert contradicted(numbers, kind, wording, "ru", all_of=True) == other


def test_a_new_edition_may_print_more_than_it_was_told_for() -> None:
    assert contradicted(["6"], Kind.PART, "6. Раз.\n7. Два.", "ru", all_of=False) == ""
