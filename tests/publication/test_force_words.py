"""Every force, and every fact on which it rests, has its word in each language of the table."""

import pytest

from muvofiq.publication.concordance import Doubt
from muvofiq.publication.phrases import languages, phrases
from muvofiq.standards.force import Force
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.standing import Fact
from muvofiq.standards.vocabulary import Act


@pytest.mark.parametrize("language", languages("concordance"))
def test_every_force_has_its_word(language: str) -> None:
    assert all(phrases("concordance", language)(f"force {one}") for one in Force)


@pytest.mark.parametrize("language", languages("concordance"))
def test_every_fact_and_every_act_of_a_state_has_its_word(language: str) -> None:
    say = phrases("concordance", language)
    assert all(say(f"fact {one}", day="2001") for one in Fact)
    assert all(say(f"act {one}") for one in Act)


@pytest.mark.parametrize("language", languages("concordance"))
def test_every_fact_that_may_be_unconfirmed_and_every_doubt_has_its_word(language: str) -> None:
    say = phrases("concordance", language)
    named = {fact.partition(".")[0] for one in load_catalogue().instruments.values() for fact in one.unconfirmed_facts}
    assert all(say(f"unconfirmed {one}") for one in named)
    assert all(say(f"doubt {one}") and "3" in say(f"count_{one}", count=3, column="–") for one in Doubt)
