"""A practice is written down at the round table, corrected without overwriting another person, and removed."""

from dataclasses import replace

import pytest

from muvofiq.records.actions.remove_practice import remove_practice
from muvofiq.records.actions.write_practice import write_practice
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile, WrongDays
from muvofiq.records.models import PracticeEntry
from muvofiq.records.queries.practices import practice_of
from muvofiq.standards.errors import TiedToUnknown, UnknownInstrument
from muvofiq.standards.good_practice import Critic, Criticism, GoodPractice
from muvofiq.standards.partial_date import PartialDate
from tests.records.small import INTERPRETER, VICTIMS, Desk, expert_in, history, mission_of, one_entry, refused

pytestmark = pytest.mark.django_db

PRACTICE = GoodPractice(
    id="new",
    state="TJ",
    title={"en": "A room of its own"},
    done={"en": "Presumed victims wait in a separate room.", "ru": "Предполагаемые жертвы ждут в отдельной комнате."},
    requirements=(VICTIMS,),
    unit="post order 5",
    since=PartialDate(2024, 5),
    criticism=(Criticism("Invented court", Critic.COURT, {"en": "The room has no window."}, "case 1"),),
)


def test_a_practice_is_kept_as_a_letter_with_an_id_of_its_own(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "add_practice"):
        entry = write_practice(at.expert, at.mission, PRACTICE)
    saved = practice_of(PracticeEntry.objects.get())
    assert saved == replace(PRACTICE, id=saved.id)
    assert saved.id.startswith("tj-")
    assert (entry.version, entry.written_by) == (1, at.expert)
    said = history(at.mission)[-1]
    assert said.subject == f"practice {saved.id}"
    assert said.change["to"]["criticism"] == ["Invented court, case 1: The room has no window."]


def test_two_practices_have_two_ids(at: Desk) -> None:
    ids = {practice_of(write_practice(at.expert, at.mission, PRACTICE)).id for _ in range(2)}
    assert len(ids) == 2


def test_a_correction_keeps_the_id_and_tells_what_changed(at: Desk) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    changed = replace(PRACTICE, id="other", state="KG", requirements=(INTERPRETER,))
    again = write_practice(at.manager, at.mission, changed, written=entry, version=1)
    assert practice_of(again) == replace(changed, id=practice_of(entry).id)
    assert (again.version, again.written_by, PracticeEntry.objects.count()) == (2, at.manager, 1)
    change = history(at.mission)[-1].change
    assert (change["from"]["state"], change["to"]["state"]) == ("TJ", "KG")


def test_who_corrects_an_old_version_is_told_and_the_newer_one_stays(at: Desk) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    second = expert_in(at.mission, at.manager, name="Second Expert")
    write_practice(second, at.mission, replace(PRACTICE, unit="newer"), written=entry, version=1)
    with refused(ChangedMeanwhile) as caught:
        write_practice(at.expert, at.mission, replace(PRACTICE, unit="older"), written=entry, version=1)
    assert caught.value.values == {"name": "Second Expert", "yours": 1, "theirs": 2}
    with refused(ChangedMeanwhile):
        write_practice(at.expert, at.mission, PRACTICE, version=3)


@pytest.mark.parametrize(
    ("change", "error", "told"),
    [
        ({"title": {}}, Missing, "title"),
        ({"done": {}}, Missing, "what is done"),
        ({"requirements": ()}, Missing, "requirement"),
        ({"requirements": (VICTIMS, "identification-vot-dutty")}, TiedToUnknown, VICTIMS),
        ({"act": "lv-cab-344-2018"}, UnknownInstrument, "lv-cab-344-2019"),
        ({"since": PartialDate(2024), "until": PartialDate(2023, 12, 31)}, WrongDays, "2023"),
    ],
)
def test_what_would_make_no_sense_is_refused(
    at: Desk, change: dict[str, object], error: type[Missing | TiedToUnknown | UnknownInstrument | WrongDays], told: str
) -> None:
    with refused(error) as caught:
        write_practice(at.expert, at.mission, replace(PRACTICE, **change))  # type: ignore[arg-type]
    assert told in str(caught.value)


def test_an_act_may_be_one_of_the_catalogue_or_be_named_in_words(at: Desk) -> None:
    for act in ("lv-cab-344-2019", "Order of the head of the post", ""):
        assert practice_of(write_practice(at.expert, at.mission, replace(PRACTICE, act=act))).act == act


def test_a_removed_practice_is_gone_and_the_history_keeps_it(at: Desk) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    with one_entry(at.mission, at.expert, "add_practice"):
        remove_practice(at.expert, entry)
    assert not PracticeEntry.objects.exists()
    assert history(at.mission)[-1].change["removed"]["title"] == PRACTICE.title
    with refused(NotOnFile):
        remove_practice(at.expert, entry)
    with refused(NotOnFile):
        write_practice(at.expert, at.mission, PRACTICE, written=entry, version=1)


def test_an_entry_of_another_mission_is_left_alone(at: Desk) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    other = mission_of(at.manager, slug="other")
    with refused(NotOnFile):
        write_practice(at.manager, other, PRACTICE, written=entry, version=1)
