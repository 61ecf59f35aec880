"""A received file is looked at, then taken whole or not at all."""

from dataclasses import replace

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.columns_guess import Columns
from muvofiq.publication.errors import ColumnsMissing, FileTooLong, NoTableInFile, NotATable
from muvofiq.records.actions import receive_table as receiving
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.actions.publish_requirement import publish_requirement
from muvofiq.records.actions.receive_table import give_up_table, say_columns
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.take_table import take_table
from muvofiq.records.errors import (
    InstrumentMissing,
    LetterUnknown,
    Missing,
    NotAWord,
    NothingNew,
    NothingReceived,
    NotOnFile,
    SeenOtherwise,
)
from muvofiq.records.models import RequirementEdition, TableLink
from muvofiq.records.queries.new_editions import new_editions
from muvofiq.records.queries.received import Fate, received_of
from muvofiq.records.queries.requirements import newest_editions, requirement_of, scoped, unrevised_in
from muvofiq.records.queries.table_links import table_links_of
from muvofiq.records.words import ContributionKind, Purpose
from muvofiq.standards.bundle import Bundle
from muvofiq.standards.errors import RepeatedName, TooManyLetters, UnknownInstrument, UnknownKey, WrongForm
from muvofiq.standards.vocabulary import Group
from tests.publication.tables import EC, LIST, document, workbook
from tests.records.receiving import ABOUT, received, shown, taken, told_table
from tests.records.small import VICTIMS, Desk, catalogue, desk, mission_of, no_entry, one_entry, refused, scope_in
from tests.standards.test_bundle import OURS

pytestmark = pytest.mark.django_db


def test_a_catalogue_is_kept_looked_at_and_taken(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "edit_standards"):
        table = received(at.expert, at.mission)
    assert [one.fate for one in shown(table).requirements] == [Fate.NEW]
    assert not at.mission.own_requirements.exists()
    with one_entry(at.mission, at.expert, "edit_standards"):
        taken(at.expert, table)
    (saved,) = at.mission.own_requirements.all()
    assert (saved.requirement_id, saved.edition, requirement_of(saved).code) == ("border-convention-5", 1, "N001")
    assert at.mission.own_instruments.get().letter.startswith("id: border-convention\n")
    assert not at.mission.received_tables.exists()


def test_a_file_that_waits_is_not_kept_twice(at: Desk) -> None:
    table = received(at.expert, at.mission)
    with no_entry(at.mission):
        assert received(at.expert, at.mission, name="again.yaml") == table


def test_a_file_that_rewords_one_language_marks_the_others_and_may_come_twice(at: Desk) -> None:
    ours = OURS.replace("interpreter.}", "interpreter., ru: Зовёт переводчика.}").replace("\n    unconfirmed: [ru]", "")
    taken(at.expert, received(at.expert, at.mission, ours))
    reworded = ours.replace("calls an", "always calls an")
    table = received(at.expert, at.mission, reworded)
    (one,) = shown(table).requirements
    assert [change.name for change in one.changes] == ["statement", "unconfirmed_languages"]
    taken(at.expert, table)
    newest = newest_editions(at.mission)["border-convention-5"]
    assert requirement_of(newest).unconfirmed_languages == ("ru",)
    assert [told.languages for told in unrevised_in(at.mission, [newest])[newest.pk]] == [("ru",)]
    assert [one.fate for one in shown(received(at.expert, at.mission, reworded)).requirements] == [Fate.SAME]


def test_a_changed_own_requirement_gets_a_new_edition_and_keeps_the_old(at: Desk) -> None:
    taken(at.expert, received(at.expert, at.mission))
    table = received(at.expert, at.mission, OURS.replace("calls an", "always calls an"))
    (one,) = shown(table).requirements
    assert (one.fate, [change.name for change in one.changes]) == (Fate.EDITION, ["statement"])
    assert one.changes[0].now == "en: The officer always calls an interpreter."
    taken(at.expert, table)
    first, second = at.mission.own_requirements.order_by("edition")
    assert (first.edition, second.edition) == (1, 2)
    assert "always" not in first.letter
    assert "always" in second.letter


def test_an_older_edition_in_a_file_does_not_push_the_newer_one_aside(at: Desk) -> None:
    taken(at.expert, received(at.expert, at.mission))
    taken(at.expert, received(at.expert, at.mission, OURS.replace("calls", "always calls")))
    table = received(at.expert, at.mission)
    assert [one.fate for one in shown(table).requirements] == [Fate.OLDER]
    with refused(NothingNew):
        taken(at.expert, table)


def test_a_released_requirement_that_differs_is_shown_and_stays(at: Desk) -> None:
    requirement = catalogue().requirement(VICTIMS)
    text = "requirements:\n" + "".join(f"  {line}\n" for line in str(requirement).splitlines())
    text = text.replace("  id:", "- id:", 1).replace("\n  ", "\n    ").replace("- id", "  - id", 1)
    theirs = text.replace(requirement.title["en"], "Another title")
    table = received(at.expert, at.mission, theirs)
    assert [one.fate for one in shown(table).requirements] == [Fate.RELEASED]
    with refused(NothingNew):
        taken(at.expert, table)
    assert newest_editions(at.mission)[VICTIMS].edition == 1


def test_a_code_that_is_taken_is_given_another_number(at: Desk) -> None:
    taken(at.expert, received(at.expert, at.mission))
    other = OURS.replace("id: border-convention-5", "id: another-one")
    (one,) = shown(received(at.expert, at.mission, other)).requirements
    assert (one.requirement.code, one.told_code) == ("N002", "N001")


def test_what_was_seen_is_what_is_taken(at: Desk) -> None:
    table = received(at.expert, at.mission)
    stamp = shown(table).stamp
    taken(at.expert, received(at.expert, at.mission, OURS.replace("calls", "always calls"), "other.yaml"))
    with refused(SeenOtherwise):
        take_table(at.expert, table, seen=stamp)


@pytest.mark.parametrize(
    ("data", "error", "where"),
    [
        (OURS.replace("groups:", "group:"), UnknownKey, "bad.yaml, line 14"),
        (OURS.replace("border-convention art. 5", "no-such art. 5"), UnknownInstrument, "requirements[0].citations[0]"),
        (OURS + OURS.partition("requirements:\n")[2], RepeatedName, "line 19"),
        ("", Missing, "bad.yaml"),
        (b"PK\x03\x04 broken", Exception, "bad.yaml"),
        (workbook([("only one cell",)]), NoTableInFile, ""),
    ],
)
def test_a_file_that_cannot_be_read_is_not_kept(
    at: Desk, data: bytes | str, error: type[Exception], where: str
) -> None:
    with no_entry(at.mission), pytest.raises(error) as caught:
        received(at.expert, at.mission, data, "bad.yaml")
    assert where in getattr(caught.value, "where", "")


def test_a_file_without_end_is_refused(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "LIMIT", 10)
    with refused(FileTooLong):
        received(at.expert, at.mission)


def test_a_file_is_given_up(at: Desk) -> None:
    table = received(at.expert, at.mission)
    with one_entry(at.mission, at.expert, "edit_standards"):
        give_up_table(at.expert, table)
    with refused(NotOnFile):
        take_table(at.expert, table, seen="")


def test_requirements_may_go_into_the_scope_at_once(at: Desk) -> None:
    table = received(at.expert, at.mission)
    take_table(at.expert, table, seen=shown(table).stamp, into_scope=True)
    assert at.mission.scope.filter(requirement__requirement_id="border-convention-5").exists()


def test_a_relation_comes_with_the_editions_of_what_it_joins(at: Desk) -> None:
    relation = (
        "relations:\n  - first: border-convention-5\n    second: screening-interpretation\n    kind: subset\n"
        "    common: ['1 = 1']\n    reason: {en: Both ask for an interpreter.}\n"
    )
    taken(at.expert, received(at.expert, at.mission, OURS + relation))
    assert "editions: 1 = 1" in at.mission.relations.get().letter
    back = shown(received(at.expert, at.mission, OURS + relation + "\n"))
    assert [one.fate for one in back.relations] == [Fate.SAME]


def test_a_stranger_s_table_waits_until_its_columns_are_named(at: Desk) -> None:
    table = received(at.expert, at.mission, workbook(EC), "table.xlsx")
    assert received_of(table) is None
    with refused(NothingReceived):
        take_table(at.expert, table, seen="")


@pytest.mark.parametrize(
    ("columns", "said", "error"),
    [
        (Columns("ec", "Sheet1", 3, {"text": 1}), ABOUT, ColumnsMissing),
        (Columns("ec", "Elsewhere", 3, {"unit": 0}), ABOUT, NoTableInFile),
        (Columns("zz", "Sheet1", 3, {"unit": 0}), ABOUT, NotAWord),
        (Columns("ec", "Sheet1", 3, {"unit": 0}), {**ABOUT, "language": "zz"}, NotAWord),
        (Columns("ec", "Sheet1", 3, {"unit": 0}), {"instrument": "", "language": "en"}, InstrumentMissing),
        (Columns("ec", "Sheet1", 3, {"unit": 0}), {"instrument": "new", "language": "en"}, InstrumentMissing),
        (Columns("ec", "Sheet1", 3, {"unit": 0}), {**ABOUT, "instrument": "Not an id"}, WrongForm),
    ],
)
def test_what_is_said_of_the_columns_must_be_right(
    at: Desk, columns: Columns, said: dict[str, str], error: type[Exception]
) -> None:
    table = received(at.expert, at.mission, workbook(EC), "table.xlsx")
    with pytest.raises(error):
        say_columns(at.expert, table, columns, said=said)
    table.refresh_from_db()
    assert table.layout == ""


@pytest.mark.parametrize("data", [workbook(EC), document(EC)], ids=["xlsx", "docx"])
def test_a_table_of_concordance_becomes_requirements_with_links(at: Desk, data: bytes) -> None:
    taken(at.expert, told_table(at.expert, at.mission, data))
    own = {one.requirement_id: requirement_of(one) for one in at.mission.own_requirements.all()}
    assert {name: one.code for name, one in own.items()} == {
        "border-convention-article-3-1": "N001",
        "border-convention-article-4": "N002",
        "border-convention-article-5": "N003",
    }
    first = own["border-convention-article-3-1"]
    assert str(first.citations[0]) == "border-convention Article 3(1)"
    assert first.statement["en"].startswith("The officer explains rights")
    links = list(TableLink.objects.order_by("row"))
    assert [(one.row, one.degree, one.degree_words) for one in links] == [
        (6, Verdict.FULL, "+"),
        (7, Verdict.PARTIAL, "-+"),
        (8, Verdict.NOT_FOUND, "0"),
        (9, "", "hardly"),
    ]
    assert (links[0].edition, links[0].eid) == (at.edition, "art_4__para_2")
    assert links[1].edition is None
    assert at.mission.findings.count() == 0


def test_the_same_table_a_second_time_changes_nothing_and_a_corrected_one_only_what_differs(at: Desk) -> None:
    taken(at.expert, told_table(at.expert, at.mission))
    again = shown(told_table(at.expert, at.mission, workbook((*EC, ("",)))))
    assert again.taken == 0
    corrected = tuple(tuple(cell.replace("A child is heard.", "Every child is heard.") for cell in row) for row in EC)
    corrected = tuple(tuple(cell.replace("nobody has to", "an order has to") for cell in row) for row in corrected)
    table = told_table(at.expert, at.mission, workbook(corrected))
    found = shown(table)
    assert [one.fate for one in found.requirements] == [Fate.SAME, Fate.EDITION, Fate.SAME]
    assert [one.fate for one in found.links] == [Fate.SAME, Fate.SAME, Fate.CHANGED, Fate.SAME]
    taken(at.expert, table)
    assert at.mission.table_links.count() == 4
    assert [
        one.edition for one in at.mission.own_requirements.filter(requirement_id="border-convention-article-4")
    ] == [1, 2]


def test_a_table_may_be_about_an_instrument_of_the_catalogue_and_in_russian(at: Desk) -> None:
    table = told_table(at.expert, at.mission, said={"instrument": "crc", "language": "ru"})
    taken(at.expert, table)
    assert not at.mission.own_instruments.exists()
    requirement = requirement_of(at.mission.own_requirements.get(requirement_id="crc-article-4"))
    assert requirement.statement == {"ru": "A child is heard.", "en": "A child is heard."}
    assert requirement.unconfirmed_languages == ("en",)


def test_a_list_with_foreign_heads_becomes_requirements(at: Desk) -> None:
    table = told_table(at.expert, at.mission, workbook(LIST))
    assert [str(one.requirement.citations[0]) for one in shown(table).requirements] == [
        "border-convention art. 8",
        "crpd art. 9",
    ]
    taken(at.expert, table)
    first = requirement_of(at.mission.own_requirements.get(requirement_id="border-convention-art-8"))
    assert [one["en"] for one in first.elements] == ["in writing", "within a day"]


def test_a_list_a_second_time_changes_nothing_and_two_rows_may_have_one_source(at: Desk) -> None:
    rows = (*LIST, ("3", "A carrier keeps a list.", "art. 8", ""))
    taken(at.expert, told_table(at.expert, at.mission, workbook(rows)))
    assert at.mission.own_requirements.filter(requirement_id="border-convention-art-8-2").exists()
    again = shown(told_table(at.expert, at.mission, workbook((*rows, ("",)))))
    assert [one.fate for one in again.requirements] == [Fate.SAME, Fate.SAME, Fate.SAME]


def test_what_an_expert_has_worded_since_is_not_pushed_aside_by_the_same_table(at: Desk) -> None:
    taken(at.expert, told_table(at.expert, at.mission))
    requirement = requirement_of(at.mission.own_requirements.get(requirement_id="border-convention-article-4"))
    edited = replace(requirement, statement={"en": "Every child is asked for its view."}, groups=(Group.CHILDREN,))
    publish_requirement(at.expert, at.mission, edited, based_on=1)
    assert shown(told_table(at.expert, at.mission, workbook((*EC, ("",))))).taken == 0
    other = tuple(tuple(cell.replace("A child is heard.", "A child is heard at once.") for cell in row) for row in EC)
    (one,) = [
        one for one in shown(told_table(at.expert, at.mission, workbook(other))).requirements if one.fate.is_taken
    ]
    assert one.requirement.statement["en"] == "A child is heard at once."
    assert one.requirement.groups == (Group.CHILDREN,)


def test_a_row_tells_its_word_on_the_page_of_its_requirement(at: Desk) -> None:
    taken(at.expert, told_table(at.expert, at.mission))
    saved = RequirementEdition.objects.get(requirement_id="border-convention-article-3-1")
    first, second = table_links_of(at.mission, saved)
    assert (first.citation, first.is_answer, second.citation) == ("ст. 4 ч. 2", False, "")
    assert (first.is_own, second.is_own) == (True, False)


def test_a_unit_of_what_is_no_law_of_the_state_any_more_is_no_answer_by_the_word_of_a_table(at: Desk) -> None:
    taken(at.expert, told_table(at.expert, at.mission))
    act = at.edition.act
    register_act(at.expert, at.mission, title=act.title, registered=act, purpose=Purpose.COMPARATOR, state="KZ")
    saved = RequirementEdition.objects.get(requirement_id="border-convention-article-3-1")
    first, _second = table_links_of(at.mission, saved)
    assert (first.citation, first.is_own, first.is_answer) == ("ст. 4 ч. 2", False, False)


SIGNED = OURS + "    signed: {name: A. Stranger, date: 2026-11-01, languages: [en]}\n"


def test_a_signature_in_a_file_is_told_and_not_taken_over(at: Desk) -> None:
    assert Bundle.parse(str(Bundle.parse(SIGNED))).requirements[0].status == "signed by A. Stranger on 2026-11-01"
    table = received(at.expert, at.mission, SIGNED)
    (one,) = shown(table).requirements
    assert one.signed is not None
    assert one.signed.name == "A. Stranger"
    taken(at.expert, table)
    assert requirement_of(at.mission.own_requirements.get()).status == "draft, unreviewed"
    assert [one.fate for one in shown(received(at.expert, at.mission, SIGNED)).requirements] == [Fate.SAME]
    changed = received(at.expert, at.mission, SIGNED.replace("calls", "always calls"))
    taken(at.expert, changed)
    assert [requirement_of(one).signed for one in at.mission.own_requirements.all()] == [None, None]
    assert [one.fate for one in shown(received(at.expert, at.mission, SIGNED)).requirements] == [Fate.OLDER]


@pytest.mark.parametrize("old", ["- id: border-convention-5", "- id: border-convention\n"])
def test_an_id_that_no_column_holds_is_refused_with_its_place(at: Desk, old: str) -> None:
    long = OURS.replace(old, f"- id: {'x' * 81}" + "\n" * old.endswith("\n"))
    with no_entry(at.mission), pytest.raises(TooManyLetters, match="81 letters") as caught:
        received(at.expert, at.mission, long)
    assert "ours.yaml, line" in caught.value.where


def test_an_id_may_have_eighty_letters(at: Desk) -> None:
    taken(at.expert, received(at.expert, at.mission, OURS.replace("id: border-convention-5", f"id: {'x' * 80}")))
    assert at.mission.own_requirements.get().requirement_id == "x" * 80


def test_a_zero_in_a_cell_reaches_no_database(at: Desk) -> None:
    rows = [
        tuple(text.replace("fees are", "fees_x0000_ are").replace("A child", "A_x0000_ child") for text in row)
        for row in EC
    ]
    taken(at.expert, told_table(at.expert, at.mission, workbook(rows)))
    assert at.mission.table_links.get(row=7).explanation.startswith("fees are not settled")
    taken(at.expert, received(at.expert, at.mission, OURS.replace("{en: Interpreter}", '{en: "In\\0terpreter"}')))
    assert (
        requirement_of(at.mission.own_requirements.get(requirement_id="border-convention-5")).title["en"]
        == "In\0terpreter"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [(OURS.replace("code: N001", "code: P01"), "line 9"), (OURS.replace("id: N\n", "id: P\n"), "line 2")],
)
def test_a_theme_whose_title_nothing_would_keep_is_refused(at: Desk, text: str, line: str) -> None:
    with no_entry(at.mission), pytest.raises(LetterUnknown, match="N001") as caught:
        received(at.expert, at.mission, text)
    assert line in caught.value.where


def test_a_number_of_a_list_under_an_unknown_letter_is_no_code(at: Desk) -> None:
    rows = (LIST[0], ("P01", *LIST[1][1:]), ("A99", *LIST[2][1:]))
    codes = [one.requirement.code for one in shown(told_table(at.expert, at.mission, workbook(rows))).requirements]
    assert codes == ["N001", "A99"]


def test_nothing_is_half_imported(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    table = told_table(at.expert, at.mission)

    def fails(*_: object) -> int:
        raise NotATable("in the middle")

    monkeypatch.setattr("muvofiq.records.actions.take_table._take_links", fails)
    with refused(NotATable):
        taken(at.expert, table)


def test_another_mission_sees_nothing_of_it(at: Desk) -> None:
    taken(at.expert, told_table(at.expert, at.mission))
    other = desk(slug="other")
    assert "border-convention-article-4" not in newest_editions(other.mission)


def test_a_release_never_takes_over_a_requirement_of_the_missions_own(at: Desk) -> None:
    taken(at.expert, received(at.expert, at.mission))
    own = RequirementEdition.objects.get(mission=at.mission)
    scope_in(at.mission, at.expert, ids=[VICTIMS, own.requirement_id])
    for words in ("Released.", "Released anew."):
        text = replace(catalogue().requirement(VICTIMS), id=own.requirement_id, code="A97", statement={"en": words})
        publish_catalogue(at.manager, [text])
    assert newest_editions(at.mission)[own.requirement_id] == own
    assert new_editions(at.mission) == []
    better = replace(requirement_of(own), title={"en": "Better"})
    edition = publish_requirement(at.expert, at.mission, better, based_on=1)
    assert (edition.mission, edition.edition) == (at.mission, 2)
    assert [one.newest for one in new_editions(at.mission)] == [edition]
    elsewhere = mission_of(at.manager, slug="elsewhere")
    assert newest_editions(elsewhere)[own.requirement_id].mission is None


def test_an_own_requirement_comes_back_into_the_scope_by_the_edition_on_which_notes_rest(at: Desk) -> None:
    taken(at.expert, received(at.expert, at.mission))
    own = RequirementEdition.objects.get(mission=at.mission)
    scope_in(at.mission, at.expert, ids=[VICTIMS, own.requirement_id])
    agency = plan_agency(at.expert, at.mission, name={"en": "Police"})
    note_contribution(
        at.expert,
        at.mission,
        agency=agency,
        kind=ContributionKind.PRACTICE,
        text={"en": "We look."},
        requirement_ids=[own.requirement_id],
    )
    scope_in(at.mission, at.expert, ids=[VICTIMS])
    reworded = OURS.replace("calls an", "always calls an")
    table = received(at.expert, at.mission, reworded)
    take_table(at.expert, table, seen=shown(table).stamp, into_scope=True)
    assert scoped(at.mission, own.requirement_id) == own
    assert [one.newest.edition for one in new_editions(at.mission)] == [2]
