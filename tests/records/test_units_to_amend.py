"""What lies near to a recommendation: the units accepted for its requirements, other languages, its last step."""

import pytest

from muvofiq.records.actions.move_recommendation import move_recommendation
from muvofiq.records.models import Quotation
from muvofiq.records.queries.units_to_amend import accepted_for, last_step, quoted_elsewhere
from muvofiq.records.words import RecommendationState
from tests.records.advising import advised
from tests.records.small import UNIT, VICTIMS, WORDS, accepted, desk, tajik_twin

pytestmark = pytest.mark.django_db


def test_the_units_accepted_for_the_requirements_are_offered_once() -> None:
    at = desk()
    accepted(at)
    assert [one.eid for one in accepted_for(at.mission, [VICTIMS])] == [UNIT]
    accepted(at, requirement_id="screening-interpretation")
    assert [one.eid for one in accepted_for(at.mission, [VICTIMS, "screening-interpretation"])] == [UNIT]
    assert accepted_for(at.mission, []) == []


def test_words_quoted_in_another_language_are_told_once_and_only_where_nothing_is_quoted_here() -> None:
    at = desk()
    twin = tajik_twin(at.mission, at.expert, at.edition)
    answer = accepted(at)
    assert quoted_elsewhere(twin, UNIT) == []
    known = {"text_sha256": "0" * 64, "quoted_by": at.expert, "quoted_at": answer.decided_at}
    Quotation.objects.create(answer=answer, words=WORDS, **known)
    assert quoted_elsewhere(twin, UNIT) == quoted_elsewhere(twin, "art_4") == ["ru"]
    assert quoted_elsewhere(twin, "art_8") == quoted_elsewhere(at.edition, UNIT) == []


def test_the_last_step_is_that_which_led_to_where_it_stands() -> None:
    at = desk()
    row = advised(at)
    assert last_step(row) is None
    move_recommendation(at.expert, row, RecommendationState.CHECKED, seen=row.seen)
    step = last_step(row)
    assert step is not None
    assert step.actor == at.expert
    row.state = RecommendationState.DRAFT
    assert last_step(row) is None
