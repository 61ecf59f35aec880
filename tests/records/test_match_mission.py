"""The machine proposes provisions of the laws on file for each requirement of the scope, with or without a model."""

from pathlib import Path

import pytest

from muvofiq.alignment.meaning import Meaning
from muvofiq.records.actions import match_mission as module
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.request_matching import request_matching
from muvofiq.records.actions.work import work_once
from muvofiq.records.models import Job, Proposal, StoredVector
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.vectors import VectorTable
from tests.alignment.small import LetterModel
from tests.paths import LAW_BOOK
from tests.records.small import (
    IDS,
    VICTIMS,
    Desk,
    accepted,
    desk,
    everything,
    law_on_file,
    scope_in,
    tajik_twin,
)

pytestmark = pytest.mark.django_db
MADE_ANEW = {"Job", "Proposal", "Outcome"}  # by each matching


def matched(at: Desk, model: LetterModel | None = None) -> Job:
    """Match until no job is left and return the last one."""
    meaning = Meaning(model.model, VectorTable(), model) if model else None
    while work_once(lambda: meaning):
        pass
    return at.mission.jobs.order_by("-asked_at")[0]


def outcomes(at: Desk) -> list[tuple[object, ...]]:
    return list(at.mission.outcomes.order_by("pk").values_list())


def places(at: Desk) -> list[tuple[str, int, str, str]]:
    rows = at.mission.proposals.order_by("requirement__requirement_id", "rank")
    return list(rows.values_list("requirement__requirement_id", "rank", "edition__name", "eid"))


def test_without_a_model_words_and_thesaurus_propose() -> None:
    at = desk()
    job = matched(at)
    assert (job.state, job.error) == ("done", "")
    assert job.result == {"model": None, "editions": ["border-law-ru"]}
    assert {name for name, *_ in places(at)} <= set(IDS)
    top = at.mission.proposals.filter(requirement__requirement_id=VICTIMS)
    assert [one.rank for one in top] == [1, 2, 3, 4, 5]
    assert all(one.reason["words"] or one.reason["concepts"] for one in top)
    assert {one.reason["meaning_rank"] for one in top} == {None}
    assert all(one.reason["signals"] for one in top)
    assert all(one.eid.startswith("art_") and not unit_of(one.edition, one.eid).repealed for one in top)
    assert not StoredVector.objects.exists()


def test_with_a_model_its_vectors_are_kept_and_no_text_is_read_twice() -> None:
    at = desk()
    model = LetterModel()
    job = matched(at, model)
    assert job.result["model"] == "letters/1"
    assert StoredVector.objects.filter(model="letters/1").count() == len(model.seen) > len(IDS)
    ranks = [one.reason["meaning_rank"] for one in Proposal.objects.all()]
    assert all(isinstance(rank, int) and rank >= 1 for rank in ranks)
    seen, before = list(model.seen), places(at)
    request_matching(at.expert, at.mission)
    matched(at, model)
    assert (model.seen, places(at)) == (seen, before)


def test_a_proposal_points_at_the_unit_of_the_article_that_answers() -> None:
    at = desk()
    matched(at)
    assert any("__" in one.eid for one in at.mission.proposals.all())


def test_each_requirement_has_an_outcome_that_tells_the_chances_and_the_acts_looked_at() -> None:
    at = desk()
    tajik_twin(at.mission, at.expert, at.edition)
    matched(at)
    assert {one.requirement.requirement_id for one in at.mission.outcomes.all()} == set(IDS)
    for one in at.mission.outcomes.all():
        assert 0 < one.confidence < 1
        assert 0 < one.nothing < 1
        assert one.looked_at == ["border-law-ru", "border-law-tg"]


def test_where_nothing_is_proposed_the_outcome_is_certain(tmp_path: Path) -> None:
    at = desk()
    fish = tmp_path / "fish.txt"
    fish.write_text("Статья 1. Лещ\nЛещ клюёт.\nСтатья 2. Карась\nКарась дремлет.\n", "utf-8")
    law_on_file(at.mission, at.expert, file=fish, replaces=at.edition)
    matched(at)
    outcomes = at.mission.outcomes.values_list("confidence", "nothing")
    assert (at.mission.proposals.count(), list(outcomes)) == (0, [(0.0, 1.0)] * len(IDS))


def test_the_same_work_again_proposes_the_same() -> None:
    at = desk()
    matched(at)
    before = places(at)
    request_matching(at.expert, at.mission)
    matched(at)
    assert places(at) == before
    assert at.mission.jobs.count() == 2


def test_a_job_done_twice_because_its_worker_died_leaves_each_proposal_once() -> None:
    at = desk()
    job = at.mission.jobs.get()
    for _ in range(2):
        module.match_mission(job, None, lambda *_: None)
    assert len(places(at)) == len(set(places(at))) == len({(name, rank) for name, rank, *_ in places(at)})
    assert at.mission.outcomes.count() == len(IDS)


def test_proposals_are_replaced_in_one_step_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    at = desk()
    matched(at)
    before = list(Proposal.objects.values()), outcomes(at)
    scope_in(at.mission, at.expert, ids=[VICTIMS])

    def broken(*_: object) -> Proposal:
        assert not at.mission.proposals.exists(), "the older ones are gone within the step"
        raise RuntimeError("in the middle")

    with monkeypatch.context() as patch:
        patch.setattr(module, "_proposal", broken)
        assert matched(at).state == "failed"
    assert (list(Proposal.objects.values()), outcomes(at)) == before
    request_matching(at.expert, at.mission)
    matched(at)
    assert {name for name, *_ in places(at)} == {VICTIMS}
    assert {one.requirement.requirement_id for one in at.mission.outcomes.all()} == {VICTIMS}


def test_two_languages_of_law_are_proposed_in_turn() -> None:
    at = desk()
    tajik_twin(at.mission, at.expert, at.edition)
    job = matched(at)
    assert job.result["editions"] == ["border-law-ru", "border-law-tg"]
    assert {edition for _, _, edition, _ in places(at)} == {"border-law-ru", "border-law-tg"}


@pytest.mark.parametrize(
    ("languages", "expected"),
    [(("tg", "ru", "en"), "trafficking-ru"), (("en", "tg"), "trafficking-en"), (("tg",), "trafficking-tg")],
)
def test_of_whole_translations_one_language_is_matched_that_of_most_texts_or_the_first(
    languages: tuple[str, ...], expected: str
) -> None:
    at = desk()
    act = register_act(at.expert, at.mission, title={"en": "On trafficking"})
    for language in languages:
        law_on_file(at.mission, at.expert, file=LAW_BOOK / f"trafficking.{language}.txt", act=act)
    assert matched(at).result["editions"] == ["border-law-ru", expected]
    assert {edition for _, _, edition, _ in places(at)} == {"border-law-ru", expected}


def test_only_the_edition_in_force_is_matched() -> None:
    at = desk()
    law_on_file(at.mission, at.expert, extra="\nСтатья 99. Дополнение\nСлово.\n", replaces=at.edition)
    assert matched(at).result["editions"] == ["border-law-ru-2"]
    assert {edition for _, _, edition, _ in places(at)} == {"border-law-ru-2"}


def test_missions_do_not_touch_each_others_proposals_and_no_decision_of_a_person() -> None:
    one, other = desk(slug="one"), desk(slug="other")
    answer = accepted(one)
    matched(one)
    before = places(other), outcomes(other)
    unmoved = {name: rows for name, rows in everything().items() if name not in MADE_ANEW}
    request_matching(one.expert, one.mission)
    matched(one)
    assert (places(other), outcomes(other)) == before != ([], [])
    assert {name: rows for name, rows in everything().items() if name not in MADE_ANEW} | {
        "HistoryEntry": unmoved["HistoryEntry"]
    } == unmoved
    answer.refresh_from_db()
    assert answer.decision == "accepted"
