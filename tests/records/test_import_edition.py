"""A law file becomes an edition that is never changed; a corrected import takes its place."""

from datetime import date
from hashlib import sha256

import pytest

from muvofiq.errors import MuvofiqError
from muvofiq.law.akoma_ntoso import read
from muvofiq.law.build import build_law
from muvofiq.law.errors import NoArticles
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.errors import ActUnclear, AlreadyOnFile, ChangedMeanwhile, NotOnFile
from muvofiq.records.models import Act, Edition, EditionText
from muvofiq.records.queries.law_text import editions_on_file, law_of, unit_of
from muvofiq.text.read import read_bytes
from tests.law.test_opening import IN_RUSSIAN, IN_TAJIK
from tests.paths import RUSSIAN, TAJIK
from tests.records import test_permissions
from tests.records.small import (
    UNIT,
    WORDS,
    accepted,
    desk,
    history,
    law_on_file,
    mission_of,
    one_entry,
    refused,
    tajik_twin,
    workbench,
)

pytestmark = pytest.mark.django_db

OTHER = "ЗАКОН О беженцах\n15 июля 2014 года № 118\nСтатья 1. Цель\nЗакон защищает беженцев.\n".encode()
NEW = Filing(is_new_act=True)
MORE = (
    "Статья 3. Вступление в силу\nЗакон вступает в силу со дня опубликования.\n",
    "Моддаи 3. Эътибор\nҚонун аз рӯзи нашр эътибор дорад.\n",
)
CORRECTION = "\nСтатья 99. Дополнение\nДобавленная статья.\n"


def texts() -> dict[str, str]:
    return dict(EditionText.objects.values_list("sha256", "akoma_ntoso"))


def test_an_edition_keeps_the_text_its_hash_and_where_it_came_from() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with one_entry(mission, manager, "import_edition"):
        (edition,) = import_editions(
            manager,
            mission,
            data=RUSSIAN.read_bytes(),
            file_name=RUSSIAN.name,
            filing=Filing(as_of=date(2019, 12, 28)),
        )
    saved = Edition.objects.get()
    assert saved == edition
    assert (saved.name, saved.language, saved.as_of) == ("border-law-ru", "ru", date(2019, 12, 28))
    assert saved.file_name == RUSSIAN.name
    assert saved.file_sha256 == sha256(RUSSIAN.read_bytes()).hexdigest()
    assert (saved.mission, saved.imported_by, saved.replaces) == (mission, manager, None)
    assert saved.text_id == sha256(saved.text.akoma_ntoso.encode()).hexdigest()
    assert history(mission)[-1].change["file_sha256"] == saved.file_sha256


def test_the_law_comes_back_as_it_was_read() -> None:
    manager = workbench()
    edition = law_on_file(mission_of(manager), manager)
    law = build_law(read_bytes(RUSSIAN.read_bytes(), RUSSIAN.name))
    assert law_of(edition) == law
    assert read(edition.text.akoma_ntoso) == law
    assert edition.articles == sum(1 for _ in law.articles())


def test_the_first_law_of_a_mission_enters_the_register_unconfirmed() -> None:
    manager = workbench()
    act = law_on_file(mission_of(manager), manager).act
    assert (act.number, act.adopted, act.unconfirmed) == ("118", date(2014, 7, 15), ["number", "adopted"])
    assert act.title["ru"].startswith("ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ")


def test_an_act_that_names_several_numbers_gets_none_of_them_until_a_person_says() -> None:
    manager = workbench()
    text = "ЗАКОН О миграции\n15 июля 2014 года № 118\nв редакции от 2 января 2019 года № 15\nСтатья 1. Цель\nЗакон.\n"
    (edition,) = import_editions(manager, mission_of(manager), data=text.encode(), file_name="m.txt", filing=NEW)
    assert (edition.act.number, edition.act.adopted) == ("", None)


def test_an_act_of_the_register_is_recognised_by_number_and_date() -> None:
    manager = workbench()
    mission = mission_of(manager)
    register_act(manager, mission, title={"en": "On refugees"}, number="12", adopted=date(2001, 1, 1))
    act = register_act(manager, mission, title={"en": "On the border"}, number="118", adopted=date(2014, 7, 15))
    assert law_on_file(mission, manager).act == act
    assert mission.acts.count() == 2


def test_where_no_act_or_several_fit_a_person_chooses() -> None:
    manager = workbench()
    mission = mission_of(manager)
    first = register_act(manager, mission, title={"en": "On refugees"})
    with refused(ActUnclear, match="Found: –"):
        law_on_file(mission, manager)
    for _ in range(2):
        register_act(manager, mission, title={"en": "B"}, number="118", adopted=date(2014, 7, 15))
    with refused(ActUnclear, match="Found: B; B"):
        law_on_file(mission, manager)
    assert law_on_file(mission, manager, act=first).act == first


def test_a_new_act_can_be_asked_for() -> None:
    at = desk()
    (edition,) = import_editions(at.expert, at.mission, data=OTHER, file_name="refugees.txt", filing=NEW)
    assert edition.act != at.edition.act
    assert (edition.act.position, at.mission.acts.count()) == (at.edition.act.position + 1, 2)


def test_two_languages_of_one_act_are_two_editions() -> None:
    at = desk()
    twin = tajik_twin(at.mission, at.expert, at.edition)
    assert (twin.language, twin.act) == ("tg", at.edition.act)
    assert editions_on_file(at.mission) == [at.edition, twin]


def test_the_same_file_twice_is_refused_and_in_another_mission_it_is_not() -> None:
    at = desk()
    with refused(AlreadyOnFile, match="border-law-ru"):
        law_on_file(at.mission, at.expert)
    other = mission_of(at.manager, slug="other")
    assert law_on_file(other, at.manager).name == "border-law-ru"
    assert len(texts()) == 1, "the same text is kept once"


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"", MuvofiqError), (b"No law at all.\n", NoArticles), ("Статья 1. Цель\n\x00".encode(), MuvofiqError)],
)
def test_a_file_that_is_no_law_leaves_nothing_behind(data: bytes, error: type[MuvofiqError]) -> None:
    manager = workbench()
    mission = mission_of(manager)
    with refused(error):
        import_editions(manager, mission, data=data, file_name="letter.txt")


def test_a_corrected_import_replaces_the_old_edition_and_the_old_one_stays_as_it_was() -> None:
    at = desk()
    quotation = quote(at.expert, accepted(at), WORDS)
    before, kept = Edition.objects.values().get(pk=at.edition.pk), texts()
    new = law_on_file(at.mission, at.expert, extra=CORRECTION, replaces=at.edition)
    assert (new.name, new.act, new.replaces) == ("border-law-ru-2", at.edition.act, at.edition)
    assert editions_on_file(at.mission) == [new]
    assert law_of(new).name == "border-law-ru-2"
    assert Edition.objects.values().get(pk=at.edition.pk) == before
    assert kept.items() <= texts().items()
    quotation.refresh_from_db()
    assert (quotation.answer.edition, quotation.text_sha256) == (at.edition, at.edition.text_id)
    assert unit_of(new, "art_99").heading == "Дополнение"


def test_an_edition_is_replaced_once_and_so_is_each_that_follows() -> None:
    at = desk()
    second = law_on_file(at.mission, at.expert, extra=CORRECTION, replaces=at.edition)
    with refused(ChangedMeanwhile, match="border-law-ru-2"):
        law_on_file(at.mission, at.expert, extra=CORRECTION * 2, replaces=at.edition)
    third = law_on_file(at.mission, at.expert, extra=CORRECTION * 2, replaces=second)
    assert editions_on_file(at.mission) == [third]


def test_nothing_of_another_mission_is_filled_or_replaced() -> None:
    at = desk()
    other = mission_of(at.manager, slug="other")
    with refused(NotOnFile):
        law_on_file(other, at.manager, act=at.edition.act)
    with refused(NotOnFile):
        law_on_file(other, at.manager, replaces=at.edition)


def test_a_number_that_is_too_long_to_be_one_is_left_out() -> None:
    manager = workbench()
    number = "1" + "-1" * 60
    text = f"ЗАКОН О беженцах\n№ {number}\nСтатья 1. Цель\nЗакон защищает беженцев.\n"
    import_editions(manager, mission_of(manager), data=text.encode(), file_name="law.txt")
    assert Act.objects.get().number == ""


def test_a_long_name_of_a_file_is_cut_and_stays_the_only_one() -> None:
    at = desk()
    names = [
        import_editions(
            at.expert,
            at.mission,
            data=OTHER + b"\n" * count,
            file_name=f"{'zakon-' * 40}.txt",
            filing=Filing(at.edition.act),
        )[0].name
        for count in range(1, 4)
    ]
    assert [len(name) for name in names] == [100, 102, 102]
    assert len(set(names)) == 3


def test_with_a_scope_a_new_edition_asks_for_matching() -> None:
    at = desk()
    assert at.mission.jobs.count() == 1
    tajik_twin(at.mission, at.expert, at.edition)
    (job,) = at.mission.jobs.all()
    assert job.asked_by == at.expert


@pytest.mark.parametrize("name", test_permissions.IN_A_MISSION)
def test_no_action_changes_an_edition_or_its_text(name: str) -> None:
    one = test_permissions.room()
    _, act = test_permissions.IN_A_MISSION[name]
    before, kept = Edition.objects.values().get(pk=one.at.edition.pk), texts()
    act(one.at.manager, one)
    assert Edition.objects.values().get(pk=one.at.edition.pk) == before
    assert kept.items() <= texts().items()
    assert unit_of(one.at.edition, UNIT).words


def both(*, more: bool = False) -> bytes:
    """Return a file that holds one act in Russian and in Tajik, in an older wording or with one article more."""
    return "".join((IN_RUSSIAN, MORE[0] * more, IN_TAJIK, MORE[1] * more)).encode()


def test_a_file_in_two_languages_becomes_two_editions_of_one_act_in_one_step() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with one_entry(mission, manager, "import_edition"):
        russian, tajik = import_editions(manager, mission, data=both(), file_name="refugees.txt")
    assert [(one.name, one.language) for one in (russian, tajik)] == [("refugees-ru", "ru"), ("refugees-tg", "tg")]
    assert russian.act == tajik.act
    assert set(russian.act.title) == {"ru", "tg"}
    assert russian.file_sha256 == tajik.file_sha256 == sha256(both()).hexdigest()
    assert history(mission)[-1].subject == "edition refugees-ru, refugees-tg"
    with refused(AlreadyOnFile, match="refugees-ru"):
        import_editions(manager, mission, data=both(), file_name="again.txt", filing=Filing(russian.act))


def test_a_corrected_file_in_two_languages_replaces_both_of_its_texts() -> None:
    manager = workbench()
    mission = mission_of(manager)
    old = import_editions(manager, mission, data=both(), file_name="refugees.txt")
    new = import_editions(
        manager, mission, data=both(more=True), file_name="refugees.txt", filing=Filing(replaces=old[1])
    )
    assert [one.replaces for one in new] == list(old)
    assert editions_on_file(mission) == list(new)


def test_one_language_of_two_can_be_replaced_alone() -> None:
    manager = workbench()
    mission = mission_of(manager)
    russian, tajik = import_editions(manager, mission, data=both(), file_name="refugees.txt")
    (new,) = import_editions(
        manager, mission, data=IN_TAJIK.encode(), file_name="tg.txt", filing=Filing(replaces=tajik)
    )
    assert editions_on_file(mission) == [russian, new]


def test_an_edition_that_left_the_workbench_as_akoma_ntoso_is_filed_under_its_act_again() -> None:
    at = desk()
    data = at.edition.text.akoma_ntoso.encode()
    other = mission_of(at.manager, slug="other")
    (edition,) = import_editions(at.manager, other, data=data, file_name="border.xml")
    assert law_of(edition).provisions == law_of(at.edition).provisions
    assert edition.file_sha256 == sha256(data).hexdigest()
    assert at.edition.counted == edition.counted == "article"


def test_an_act_in_points_is_counted_in_points_and_rules_beside_articles_in_units() -> None:
    at = desk()
    rules = "Приложение\nПРАВИЛА\n1. Центр работает всегда.\n2. Переводчик бесплатен.\n"
    for text, counted, count in (
        ("ПОСТАНОВЛЕНИЕ\nО центре\n1. Создать центр.\n2. Опубликовать постановление.\n", "point", 2),
        (f"{IN_RUSSIAN}{rules}", "unit", 4),
    ):
        (edition,) = import_editions(at.expert, at.mission, data=text.encode(), file_name="a.txt", filing=NEW)
        assert (edition.counted, edition.articles) == (counted, count)


def test_a_text_in_another_language_teaches_the_register_its_title_so_that_the_next_edition_is_recognised() -> None:
    manager = workbench()
    mission = mission_of(manager)
    law_on_file(mission, manager, file=TAJIK)
    other = law_on_file(mission, manager, extra="\n", act=mission.acts.get())
    act = mission.acts.get()
    assert set(act.title) == {"tg", "ru"}
    assert act.unconfirmed[-1] == "title.ru"
    newer = RUSSIAN.read_text("utf-8").replace("Настоящий Закон устанавливает", "Этот Закон устанавливает")
    (edition,) = import_editions(manager, mission, data=newer.encode(), file_name="newer.txt")
    assert edition.act == other.act
