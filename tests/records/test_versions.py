"""The texts of an act in other languages are found, and each unit finds its twin in them."""

from datetime import date

import pytest
from pytest_django.fixtures import Settings

from muvofiq.alignment.embedding import vectors_of
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.shipped import shipped_model
from muvofiq.alignment.unit import units_of
from muvofiq.alignment.versions import Basis
from muvofiq.law.tree import Law
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Edition
from muvofiq.records.queries.law_text import eids_of, law_of
from muvofiq.records.queries.versions import counterparts, figures_of, twins_of, version_named, versions_of
from muvofiq.records.queries.versions_page import versions_page
from muvofiq.records.vectors import VectorTable
from tests.alignment.small import LetterModel
from tests.paths import TAJIK
from tests.records.small import Desk, law_on_file, refused, tajik_twin

pytestmark = pytest.mark.django_db
TEXT = TAJIK.read_text(encoding="utf-8")
NEW = "Моддаи 90. Тарҷумони нав\nТарҷумон 40 дақиқа интизор мешавад."


def tajik(at: Desk, text: str = TEXT, as_of: date | None = None) -> Edition:
    filing = Filing(at.edition.act, as_of=as_of)
    (edition,) = import_editions(at.expert, at.mission, data=text.encode(), file_name="law.tg.txt", filing=filing)
    return edition


def test_a_law_in_one_language_has_no_versions(at: Desk) -> None:
    assert versions_of(at.edition) == []


def test_of_each_other_language_the_text_of_the_nearest_day_is_the_version(at: Desk) -> None:
    Edition.objects.filter(pk=at.edition.pk).update(as_of=date(2019, 12, 28))
    edition = Edition.objects.get(pk=at.edition.pk)
    old, near = tajik(at, as_of=date(2014, 7, 15)), tajik(at, f"{TEXT}\n{NEW}", as_of=date(2019, 1, 2))
    tajik(at, f"{TEXT}\n{NEW} Хуб.")
    assert versions_of(edition) == [near]
    assert versions_of(old) == [edition]
    Edition.objects.filter(pk=at.edition.pk).update(as_of=None)
    assert versions_of(Edition.objects.get(pk=at.edition.pk)) == [near]


def test_a_text_that_was_replaced_is_no_version_but_can_still_be_looked_at(at: Desk) -> None:
    old = tajik_twin(at.mission, at.expert, at.edition)
    new = law_on_file(at.mission, at.expert, file=TAJIK, extra=f"\n{NEW}", act=at.edition.act, replaces=old)
    assert versions_of(at.edition) == [new]
    assert version_named(at.edition, old.name) == old


def test_a_text_of_another_act_or_of_the_same_language_is_no_version(at: Desk) -> None:
    (other,) = import_editions(
        at.expert, at.mission, data=TEXT.encode(), file_name="other.tg.txt", filing=Filing(is_new_act=True)
    )
    for name in (other.name, at.edition.name, "nothing"):
        with refused(NotOnFile):
            version_named(at.edition, name)


def test_every_unit_of_the_translation_is_the_counterpart_of_one_of_the_original(at: Desk) -> None:
    version = tajik_twin(at.mission, at.expert, at.edition)
    beside = counterparts(at.edition, version)
    assert beside == {eid: eid for eid in eids_of(version)}
    assert counterparts(version, at.edition) == beside
    assert figures_of(at.edition, version) == {}


def test_what_a_model_has_read_already_counts_and_nothing_is_read(
    at: Desk, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.READS_BY_MEANING, settings.EMBEDDING_SERVICE = True, ("", "", "")
    version = tajik_twin(at.mission, at.expert, at.edition)
    heard: list[bool] = []

    def align(_one: Law, _other: Law, known: Meaning | None) -> tuple[()]:
        heard.append(known is not None)
        return ()

    monkeypatch.setattr("muvofiq.records.queries.versions.align_versions", align)
    twins_of(at.edition, version)
    model = LetterModel()
    model.model = str(shipped_model())
    openings = [unit.opening for one in (at.edition, version) for unit in units_of(law_of(one))]
    vectors_of("passage", openings, model, VectorTable())
    twins_of(at.edition, version)
    twins_of(at.edition, version)
    assert heard == [False, True]


def test_the_page_names_what_stands_in_one_version_only_and_where_figures_differ(at: Desk) -> None:
    changed = TEXT.replace("шаш соат", "9 соат").replace("чилу ҳашт", "50")
    assert changed != TEXT
    version = tajik(at, f"{changed}\n{NEW}")
    page = versions_page(at.edition, version)
    assert "art_12" in [row.anchor for row in page.only_one]
    assert not any(row.anchor.startswith("art_12__") for row in page.only_one)
    assert [(row.anchor, row.shown.eid, row.one) for row in page.only_other] == [("other-art_90", "art_90", None)]
    assert [row.anchor for row in page.differing] == ["art_10__para_2"]
    assert page.renumbered == ()
    assert not page.is_alike
    rows = [row for article in page.articles for row in article]
    assert [row.one.eid for row in rows if row.one] == list(eids_of(at.edition))
    assert {row.other.eid for row in rows if row.other} == set(eids_of(version))
    assert all(row.by is Basis.NUMBER for row in rows if not row.is_alone)
    firsts = [article[0].shown for article in page.articles]
    assert all(one.is_heading for one in firsts)


def test_a_unit_under_another_number_is_proposed(at: Desk) -> None:
    renumbered = TEXT.replace("Моддаи 6. ", "Моддаи 5(2). ")
    assert renumbered != TEXT
    page = versions_page(at.edition, tajik(at, renumbered))
    (row,) = page.renumbered
    assert (row.anchor, row.is_proposed, row.is_alone) == ("art_6", True, False)
    assert row.other is not None
    assert row.other.eid == "art_5-2"


def test_seen_from_the_other_version_it_is_the_other_way_round(at: Desk) -> None:
    version = tajik_twin(at.mission, at.expert, at.edition)
    there, back = versions_page(at.edition, version), versions_page(version, at.edition)
    assert back.only_one == there.only_other == ()
    assert [row.shown for row in back.only_other] == [row.shown for row in there.only_one]
