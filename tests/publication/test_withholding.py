"""Of a text «for official use» a document prints the citation and nothing else."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from muvofiq.publication.columns import COLUMNS, JUDGED_COLUMNS, cell
from muvofiq.publication.concordance import Concordance
from muvofiq.publication.phrases import phrases
from muvofiq.publication.withholding import withhold
from tests.publication.small import judged_table, table

LANGUAGES = ("en", "ru", "tg")
OWN = ("words: ", "слова: ", "калимаҳо: ", "Переводчик", "без очереди", "=1+1 не формула", "Помощь", "Translation")


def translated(whole: Concordance) -> Concordance:
    rows = (replace(row, answer=row.answer and replace(row.answer, translation="Translation")) for row in whole.rows)
    return replace(whole, rows=tuple(rows))


def printed(whole: Concordance, language: str) -> str:
    """All cells that show words of acts or what is said of them."""
    names = [name for name, _ in (JUDGED_COLUMNS if whole.judged else COLUMNS)]
    shown = {"act", "unit", "text", "quotation", "translation", "why"} & {*names}
    say = phrases("concordance", language)
    return "\n".join(cell(name, row, whole, say) for row in whole.rows for name in sorted(shown))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [table, judged_table])
def test_words_heading_quotations_translation_and_shared_words_are_gone(
    make: Callable[[], Concordance], language: str
) -> None:
    whole = translated(make())
    assert any(word in printed(whole, language) for word in OWN)
    text = printed(withhold(whole, {"aid"}, language), language)
    assert not [word for word in OWN if word in text]
    assert phrases("concordance", language)("withheld") in text


def test_act_unit_place_and_judgement_stay() -> None:
    whole = judged_table()
    kept = withhold(whole, {"aid"}, "en")
    for row, before in zip(kept.rows, whole.rows, strict=True):
        assert (row.requirement, row.judgement, row.recommendations) == (
            before.requirement,
            before.judgement,
            before.recommendations,
        )
        if row.answer and before.answer:
            assert (row.answer.act, row.answer.citation) == (before.answer.act, before.answer.citation)
            assert (row.answer.place, row.answer.state) == (before.answer.place, before.answer.state)


def test_other_acts_are_printed_in_full() -> None:
    whole = judged_table()
    assert withhold(whole, set(), "en") == whole
    assert withhold(whole, {"another"}, "en") == whole
