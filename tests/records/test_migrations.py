"""A database of an earlier version is brought up to date, and what people judged keeps its meaning."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from muvofiq.records.chain import first_break
from tests.records.small import history

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE, AFTER = [("records", "0002_scans")], [("records", "0005_verdicts_and_key")]


def migrated(to: list[tuple[str, str]]) -> Apps:
    """Bring the tables to a version and return the models as they were in it."""
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return MigrationExecutor(connection).loader.project_state(to).apps


def newest() -> list[tuple[str, str]]:
    """The version that the tables of all other tests have."""
    return [name for name in MigrationExecutor(connection).loader.graph.leaf_nodes() if name[0] == "records"]


@pytest.fixture
def before() -> Iterator[Apps]:
    yield migrated(BEFORE)
    migrated(newest())


def judged(apps: Apps, law: str, practice: str) -> str:
    """Save a finding with the words of that version, and return its key."""
    at = datetime(2026, 11, 1, tzinfo=UTC)
    person = apps.get_model("records", "Person").objects.create(username=law, name="A. Reader")
    day = date(2026, 11, 1)
    mission = apps.get_model("records", "Mission").objects.create(slug=law, state="XL", starts=day, ends=day)
    requirement = apps.get_model("records", "RequirementEdition").objects.create(
        requirement_id=law, edition=1, author=person, published=at, letter=""
    )
    finding = apps.get_model("records", "Finding").objects.create(
        mission=mission, requirement=requirement, law=law, practice=practice, judged_by=person, judged_at=at
    )
    return str(finding.pk)


def test_what_was_judged_stricter_protects_more_and_every_other_verdict_stays(before: Apps) -> None:
    stricter, full = judged(before, "stricter", "stricter"), judged(before, "full", "not_assessed")
    findings = migrated(AFTER).get_model("records", "Finding").objects
    assert findings.values_list("law", "practice").get(pk=stricter) == ("protects_more", "protects_more")
    assert findings.values_list("law", "practice").get(pk=full) == ("full", "not_assessed")


def test_the_way_back_gives_the_old_word(before: Apps) -> None:
    pk = judged(before, "stricter", "full")
    migrated(AFTER)
    findings = migrated(BEFORE).get_model("records", "Finding").objects
    assert findings.values_list("law", "practice").get(pk=pk) == ("stricter", "full")


def test_the_history_is_not_touched(before: Apps) -> None:
    judged(before, "stricter", "full")
    migrated(AFTER)
    assert first_break(history(None)) is None


def test_the_outcomes_of_matchings_come_and_go_without_touching_what_was_judged(before: Apps) -> None:
    pk = judged(before, "full", "partial")
    finding = migrated(newest()).get_model("records", "Finding").objects.get(pk=pk)
    at_last = migrated(newest()).get_model("records", "Outcome").objects
    at_last.create(mission_id=finding.mission_id, requirement_id=finding.requirement_id, confidence=0.7, nothing=0.1)
    assert at_last.values_list("confidence", "nothing", "looked_at").get() == (0.7, 0.1, [])
    findings = migrated(AFTER).get_model("records", "Finding").objects
    assert findings.values_list("law", "practice").get(pk=pk) == ("full", "partial")


def test_the_wording_of_a_recommendation_becomes_its_first_amendment_as_it_was_written() -> None:
    apps = migrated([("records", "0009_assessment")])
    at, day = datetime(2026, 11, 1, tzinfo=UTC), date(2026, 11, 1)
    person = apps.get_model("records", "Person").objects.create(username="reader", name="A. Reader")
    mission = apps.get_model("records", "Mission").objects.create(slug="old", state="XL", starts=day, ends=day)
    act = apps.get_model("records", "Act").objects.create(mission=mission, title={"en": "On guards"})
    saved = {"unit": "article 3, new", "current": "", "proposed": "A guard ...", "written_by": person, "written_at": at}
    told = {"mission": mission, "number": 4, "act": act, "reason": {"en": "Safer."}}
    apps.get_model("records", "Recommendation").objects.create(**told, **saved)
    apps = migrated(newest())
    moved = apps.get_model("records", "Amendment").objects.select_related("recommendation").get()
    assert {name: getattr(moved, name) for name in ("unit", "current", "proposed", "written_at")} == {
        name: value for name, value in saved.items() if name != "written_by"
    }
    assert (moved.number, moved.act_id, moved.written_by_id, moved.edition) == (1, act.pk, person.pk, None)
    row = moved.recommendation
    assert (row.number, row.text, row.reason, row.kind, row.state) == (4, {}, {"en": "Safer."}, "amend", "draft")
    row.delete()
