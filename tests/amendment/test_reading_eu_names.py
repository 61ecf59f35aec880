"""The name of an act ends where further units are named, and says nothing but the name."""

import pytest

from muvofiq.amendment.instruction import Why
from muvofiq.amendment.reading_eu_names import check_all_is_said, check_is_name_of, parted
from muvofiq.amendment.reading_eu_placing import Unclear
from muvofiq.law.opening import open_laws

BRIDGES = open_laws(
    b"LAW OF NOWHERE\nOn Bridges, Tolls and Ferries\n(of 3 May 2031 No. 7)\nArticle 1. Bridges\nBridges are high.\n",
    "bridges.en.txt",
)[0]
WHOLE = "Law of Nowhere of 3 May 2031 No. 7 on Bridges, Tolls and Ferries"


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        (f"In Article 1 of the {WHOLE}", "In Article 1"),
        (f"In Article 1 of the {WHOLE}, paragraph 2", "In Article 1, paragraph 2"),
        (f"In the {WHOLE}, Article 1, paragraph 2", "Article 1, paragraph 2"),
    ],
)
def test_units_behind_the_name_are_no_part_of_it(phrase: str, place: str) -> None:
    assert parted(phrase, "en") == (place, WHOLE)


@pytest.mark.parametrize("name", [WHOLE, "Law on Bridges, Tolls and Ferries", "Law of Nowhere of 3 May 2031 No. 7"])
def test_a_law_is_named_by_its_title_or_by_date_and_number(name: str) -> None:
    check_is_name_of(name, BRIDGES)
    check_all_is_said(name, BRIDGES, "en")


@pytest.mark.parametrize("name", ["Law on Guards", "Law of Nowhere of 4 May 2031 No. 7", "Law on Tolls"])
def test_another_name_is_that_of_another_law(name: str) -> None:
    with pytest.raises(Unclear) as raised:
        check_is_name_of(name, BRIDGES)
    assert raised.value.why is Why.OTHER_ACT


@pytest.mark.parametrize(
    "more", [", except for Article 1,", " as regards sailors", ", unless it rains,", " the second part"]
)
def test_what_is_said_besides_the_name_is_never_passed_over(more: str) -> None:
    with pytest.raises(Unclear):
        check_all_is_said(f"{WHOLE}{more}", BRIDGES, "en")
