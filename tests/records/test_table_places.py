"""The words of a received table point to a unit on file, or are kept as words."""

import pytest

from muvofiq.records.queries.table_places import Places
from tests.records.small import Desk, tajik_twin

pytestmark = pytest.mark.django_db

FULL = "Закон Республики Вестария «О государственной границе и защите лиц, её пересекающих»"


@pytest.mark.parametrize(
    ("act", "unit", "eid"),
    [
        (FULL, "ст. 4 ч. 2", "art_4__para_2"),
        (FULL, "4(2)", None),  # in this tradition rather article 4²
        (FULL, "Article 4, paragraph 2", "art_4__para_2"),
        (f"{FULL}, № 118 от 15 июля 2014 года", "статья 4", "art_4"),
        ("Закон № 118 от 15.07.2014", "статья 4", "art_4"),
        ("О государственной границе", "статья 4", "art_4"),
        ("", f"{FULL}, статья 4", "art_4"),
        (FULL, "ст. 400", None),
        (FULL, "статьи 4 и 5", None),
        (FULL, "", None),
        (FULL, "по всему тексту", None),
        ("Закон «О рыболовстве»", "ст. 4", None),
        ("Закон № 118", "ст. 4", None),
        ("", "ст. 4", None),
    ],
)
def test_words_are_followed_only_where_it_is_clear_what_they_mean(
    at: Desk, act: str, unit: str, eid: str | None
) -> None:
    found = Places(at.mission).find(act, unit)
    assert found == ((at.edition, eid) if eid else None)


def test_of_two_languages_of_an_act_one_is_enough(at: Desk) -> None:
    tajik_twin(at.mission, at.expert, at.edition)
    found = Places(at.mission).find(FULL, "м. 4 қ. 2")
    assert found is not None
    assert found[1] == "art_4__para_2"
