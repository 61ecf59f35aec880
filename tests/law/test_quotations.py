"""New wording and replaced words stand in quotation marks; the letter of a subpoint does not count."""

import pytest

from muvofiq.law.quotations import Wording, quoted_spans
from tests.law.small import RU


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("слово «мост» заменить словом «порт»", ["«мост»", "«порт»"]),
        ('в подпункте "а" слово "мост" исключить', ['"мост"']),
        ("дополнить словами «у моста «Речной»»", ["«у моста «Речной»»"]),
        ('дополнить словами "у моста', ['"у моста']),
        ("часть 2 исключить", []),
    ],
)
def test_quotations_are_found_the_outermost_ones(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == quoted


def test_new_wording_goes_from_the_colon_to_the_mark_that_closes_it() -> None:
    wording = Wording(RU)
    act = [
        "дополнить статьей 5 следующего содержания:",
        '"Статья 5. Мост',
        'Подпункт "а" не действует.',
        'Мост закрыт.";',
        "«Речной» мост закрыть.",
    ]
    assert [wording.holds(text) for text in act] == [False, True, True, True, False]
