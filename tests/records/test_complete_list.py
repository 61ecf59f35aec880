"""«Absent» is said only after a person confirmed that the acts on file are all, and until another one comes."""

import pytest

from muvofiq.publication.absence_words import absence_words, texts_looked_at
from muvofiq.records.actions.confirm_list import confirm_list, withdraw_confirmation
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.errors import Missing, NotOnFile
from muvofiq.records.errors_assessment import ListChanged, NothingToConfirm
from muvofiq.records.models import Edition
from muvofiq.records.queries.complete_list import absence_of, complete_list, seen_now
from tests.records.small import REASON, Desk, expert_in, history, mission_of, one_entry, refused, tajik_twin
from tests.records.sources import NEW, dated, standard, text_as_at

pytestmark = pytest.mark.django_db


def confirmed(at: Desk) -> None:
    confirm_list(at.expert, at.mission, seen=seen_now(at.mission), reason=REASON)


def test_before_anybody_confirms_it_is_not_found_in_these_acts_of_these_days(at: Desk) -> None:
    absence = absence_of(at.mission)
    assert not absence.is_confirmed
    assert (absence.acts, len(absence.texts), absence.undated) == (1, 1, 1)
    assert absence_words(absence, "en") == "not found in these acts (looked at: 1), texts as at: day not known (1)"
    dated(at)
    assert absence_words(absence_of(at.mission), "en").endswith("texts as at: 15 July 2014")
    assert texts_looked_at(absence_of(at.mission), "en")[0].endswith("[ru], 15 July 2014")


def test_a_person_confirms_the_list_that_they_saw_and_says_how_they_know(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "confirm_list"):
        confirmed(at)
    absence = absence_of(at.mission)
    assert absence.is_confirmed
    assert absence_words(absence, "en").startswith(f"absent: {at.expert.name} confirmed on ")
    page = complete_list(at.mission)
    assert page.confirmed is not None
    assert page.confirmed.reason == REASON
    assert history(at.mission)[-1].change == {"editions": [at.edition.name], "reason": REASON}


def test_without_a_reason_or_a_text_nothing_is_confirmed(at: Desk) -> None:
    with refused(Missing):
        confirm_list(at.expert, at.mission, seen=seen_now(at.mission), reason={"en": " "})
    bare = mission_of(at.manager, slug="bare")
    expert = expert_in(bare, at.manager)
    with refused(NothingToConfirm):
        confirm_list(expert, bare, seen=(), reason=REASON)
    assert absence_words(absence_of(bare), "en") == "No text of the law of the state is on file."


def test_a_list_that_has_changed_since_it_was_read_is_not_confirmed(at: Desk) -> None:
    seen = seen_now(at.mission)
    tajik_twin(at.mission, at.expert, at.edition)
    with refused(ListChanged):
        confirm_list(at.expert, at.mission, seen=seen, reason=REASON)


def test_a_newer_text_another_language_and_another_act_without_text_each_end_the_word(at: Desk) -> None:
    def newer() -> Edition:
        return text_as_at(at, NEW, replaces=at.mission.editions.get(replaced_by=None, language="ru"))

    comes = (
        newer,
        lambda: tajik_twin(at.mission, at.expert, at.edition),
        lambda: register_act(at.expert, at.mission, title={"en": "Act on Invented Matters"}),
    )
    for come in comes:
        confirmed(at)
        assert absence_of(at.mission).is_confirmed
        come()
        assert not absence_of(at.mission).is_confirmed
        page = complete_list(at.mission)
        assert page.confirmed is None
        assert page.ended is not None
        assert page.added
    assert page.added == ("Act on Invented Matters",)
    assert [one.act.title["en"] for one in page.without_text] == ["Act on Invented Matters"]
    assert page.is_doubtful


def test_a_standard_or_an_older_text_of_an_act_ends_nothing(at: Desk) -> None:
    text_as_at(at, NEW, replaces=at.edition)
    confirmed(at)
    standard(at)
    text_as_at(at, NEW.replace(year=2010))
    assert absence_of(at.mission).is_confirmed


def test_the_word_is_taken_back_and_the_history_keeps_it(at: Desk) -> None:
    confirmed(at)
    with one_entry(at.mission, at.expert, "confirm_list"):
        withdraw_confirmation(at.expert, at.mission)
    assert not absence_of(at.mission).is_confirmed
    assert history(at.mission)[-1].change == {"withdrawn": REASON}
    with refused(NotOnFile):
        withdraw_confirmation(at.expert, at.mission)


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_words_exist_in_each_language(at: Desk, language: str) -> None:
    before = absence_words(absence_of(at.mission), language)
    confirmed(at)
    after = absence_words(absence_of(at.mission), language)
    assert before != after
    assert at.expert.name in after
