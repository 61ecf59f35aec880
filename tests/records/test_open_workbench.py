"""The first run shows three missions: public facts, a worked example, and the exercise in which the gaps are hunted."""

from datetime import UTC, date, datetime

import pytest

from muvofiq.assessment.checks import Weight
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.quoting import stretch
from muvofiq.records.actions.import_edition import import_editions
from muvofiq.records.actions.open_workbench import open_workbench
from muvofiq.records.chain import first_break
from muvofiq.records.models import HistoryEntry, Mission, Person, Quotation
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.amending_act import drafted_acts
from muvofiq.records.queries.documents import comparative_of, concordance_of, release_of
from muvofiq.records.queries.exercise import key_of
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.mission_home import binding_on
from muvofiq.records.queries.missions import progress_of
from muvofiq.records.queries.quality import checks_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
BINDING = {"tip-protocol", "som-protocol", "refugee-1951", "crc", "cat", "cmw"}
LAW = "ЗАКОН РЕСПУБЛИКИ ТАДЖИКИСТАН\n{title}\nСтатья 1. Цель\nНаш собственный текст для проверки.\n{signed}\n"


@pytest.fixture
def first() -> Person:
    person = open_workbench()
    assert person
    return person


def mission(slug: str) -> Mission:
    return Mission.objects.get(slug=slug)


def test_the_first_run_makes_one_person_who_may_do_everything_in_every_mission(first: Person) -> None:
    assert [one.slug for one in Mission.objects.order_by("slug")] == ["dushanbe-2016", "worked-example", "workshop"]
    for verb in (Verb.GIVE_VERDICT, Verb.ADD_MEMBER, Verb.RECORD_CONSENT, Verb.RECOMMEND):
        assert all(may(first, verb, one) for one in Mission.objects.all())


def test_a_second_run_changes_nothing_and_leads_in_who_has_not_come_yet(first: Person) -> None:
    before = HistoryEntry.objects.count(), Person.objects.count()
    assert open_workbench() == first
    Person.objects.filter(pk=first.pk).update(last_login=datetime.now(UTC))
    assert open_workbench() is None
    assert (HistoryEntry.objects.count(), Person.objects.count()) == before


@pytest.mark.usefixtures("first")
def test_what_is_told_of_a_real_state_holds_no_text_of_a_law_and_no_judgement() -> None:
    real = mission("dushanbe-2016")
    for rows in (real.editions, real.findings, real.answers, real.recommendations, real.contributions, real.proposals):
        assert not rows.exists()
    assert real.agencies.count() == 4
    assert all(act.adopted is None or act.adopted <= real.starts for act in real.acts.all())
    assert all(real.notice.get(language) for language in ("en", "ru", "tg"))
    assert all(one.binds("TJ", date(2016, 6, 1)) for one in binding_on(real))
    assert {one.id for one in binding_on(real)} >= BINDING


@pytest.mark.usefixtures("first")
def test_the_worked_example_has_content_for_every_page_and_document() -> None:
    worked = mission("worked-example")
    progress = progress_of(worked)
    assert (progress.scope, progress.judged) == (30, 25)
    assert worked.recommendations.count() == 8
    assert worked.invented
    for language in ("en", "ru", "tg"):
        assert concordance_of(worked, language, TODAY).judged
        assert len(comparative_of(worked, language, TODAY).rows) == 9, "one of them in two languages"
        assert not release_of(worked, language, TODAY).length_problem
    drafts = drafted_acts(worked)
    assert [(one.language, len(one.proofs), one.left_out) for one in drafts] == [("ru", 8, ()), ("tg", 1, ())]
    assert all(proof.holds for one in drafts for _, proof in one.proofs)
    assert all(one.is_proven_together for one in drafts)
    assert [str(one.check) for one in checks_of(worked).groups(Weight.ERROR)] == []
    assert {one.law for one in worked.findings.all()} >= {Verdict.FULL, Verdict.PARTIAL, Verdict.NOT_FOUND}


@pytest.mark.usefixtures("first")
def test_the_workshop_has_the_law_book_and_the_scope_of_its_key_and_nothing_is_given_away() -> None:
    workshop = mission("workshop")
    assert workshop.invented
    assert workshop.phase == mission("worked-example").phase
    assert workshop.acts.count() == 7
    assert workshop.editions.count() == 11
    assert [item.requirement.requirement_id for item in workshop.scope.select_related("requirement")] == key_of(
        workshop
    ).requirement_ids
    for rows in (workshop.findings, workshop.answers, workshop.recommendations, workshop.reveals):
        assert not rows.exists()
    assert {one.id for one in binding_on(workshop)} >= {"tip-protocol", "refugee-1951", "crc", "iccpr"}


@pytest.mark.usefixtures("first")
def test_every_quotation_stands_in_its_edition() -> None:
    assert Quotation.objects.count() > 20
    for one in Quotation.objects.select_related("answer__edition__mission"):
        unit = unit_of(one.answer.edition, one.answer.eid)
        assert stretch(one.words, unit.words) == one.words
    assert first_break(mission("worked-example").history.order_by("sequence")) is None


@pytest.mark.parametrize(
    ("title", "signed", "expected"),
    [
        ("О беженцах", "10 мая 2002 г., № 50", "Law on Refugees"),
        ("О противодействии торговле людьми и оказании помощи жертвам торговли людьми", "", "Trafficking"),
        ("О Государственной границе Республики Таджикистан", "", "State Border"),
    ],
)
def test_a_dropped_file_is_recognised_as_its_row_of_the_register(
    first: Person, title: str, signed: str, expected: str
) -> None:
    real = mission("dushanbe-2016")
    rows = real.acts.count()
    data = LAW.format(title=title, signed=signed).encode()
    (edition,) = import_editions(first, real, data=data, file_name="law.txt")
    assert expected in edition.act.title["en"]
    assert real.acts.count() == rows
