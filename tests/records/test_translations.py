"""Working translations leave, come back, are written by hand, and stand beside the original."""

from dataclasses import replace
from datetime import date

import pytest

from muvofiq.law.own_words import own_words_sha256
from muvofiq.publication.translation_sheet import Sheet, SheetRow
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.remove_translation import remove_translation
from muvofiq.records.actions.send_for_translation import send_for_translation
from muvofiq.records.actions.take_translation_back import take_translation_back
from muvofiq.records.actions.write_translation import stamp, write_translation
from muvofiq.records.errors import (
    ChangedMeanwhile,
    Missing,
    NotAllowed,
    NotAWord,
    NothingToTranslate,
    NotOnFile,
    Restricted,
    UnitMissing,
)
from muvofiq.records.models import Edition, WorkingTranslation
from muvofiq.records.queries.beside import Neighbour, Neighbours, languages_beside
from muvofiq.records.queries.documents import comparative_of, concordance_of
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.own_units import own_units
from muvofiq.records.queries.printed_translations import printed_translations
from muvofiq.records.queries.returned_sheet import Fate, returned
from muvofiq.records.queries.translations import Slots, Which, extents, target_languages, translated_into
from muvofiq.records.words import Role
from tests.paths import RUSSIAN, TAJIK
from tests.records.advising import amended
from tests.records.small import (
    UNIT,
    Desk,
    accepted,
    expert_in,
    history,
    law_on_file,
    mission_of,
    no_entry,
    one_entry,
    refused,
    tajik_twin,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 28)
BY = {"language": "pt", "translator": "Ana Silva", "is_machine": False, "translated_on": DAY}


def sent(
    at: Desk, which: Which = Which.ALL, *, eid: str = "", is_open_only: bool = False, language: str = "pt"
) -> Sheet:
    return send_for_translation(
        at.expert, at.edition, language=language, which=which, eid=eid, is_open_only=is_open_only
    )


def translated(sheet: Sheet, word: str = "Tradução") -> Sheet:
    """Fill every row; a heading goes on a line of its own where the original has two lines."""
    rows = (
        replace(
            row,
            translation="\n".join(
                f"{word} {at}.{line}" for line in range(1, min(len(row.original.split("\n")), 2) + 1)
            ),
        )
        for at, row in enumerate(sheet.rows, 1)
    )
    return replace(sheet, rows=tuple(rows))


def taken(at: Desk, sheet: Sheet, replace: tuple[str, ...] = ()) -> int:
    return take_translation_back(at.expert, at.edition, sheet, **BY, replace=replace)  # type: ignore[arg-type]


def written(
    at: Desk, eid: str = UNIT, text: str = "Um funcionário.", seen: str = "", language: str = "pt"
) -> WorkingTranslation:
    facts = {**BY, "language": language}
    return write_translation(at.expert, at.edition, eid, heading="", text=text, seen=seen, **facts)  # type: ignore[arg-type]


def later_edition(at: Desk, old: str, new: str) -> Edition:
    """Import the sample law as it reads after one change."""
    data = RUSSIAN.read_text("utf-8").replace(old, new).encode()
    filing = Filing(at.edition.act, as_of=date(2026, 12, 1))
    (edition,) = import_editions(at.expert, at.mission, data=data, file_name="later.txt", filing=filing)
    return edition


def fates(at: Desk, sheet: Sheet) -> list[Fate]:
    return [one.fate for one in returned(at.edition.act, sheet, "pt")]


def test_every_unit_with_words_leaves_with_its_own_words_alone(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "translate"):
        sheet = sent(at)
    units = own_units(at.edition)
    assert [row.unit for row in sheet.rows] == [f"{at.edition.name}~{eid}" for eid in units]
    row = next(row for row in sheet.rows if row.unit.endswith(f"~{UNIT}"))
    unit = unit_of(at.edition, UNIT)
    assert own_words_sha256(unit.heading, unit.text).startswith(row.fingerprint)
    assert row.original == unit.text
    assert history(at.mission)[-1].change == {"language": "pt", "units": len(units)}


def test_only_the_articles_of_accepted_answers_leave_if_asked(at: Desk) -> None:
    with refused(NothingToTranslate):
        sent(at, Which.ACCEPTED)
    accepted(at)
    rows = sent(at, Which.ACCEPTED).rows
    assert rows
    assert {row.unit.split("~")[1].split("__")[0] for row in rows} == {"art_4"}
    assert rows == sent(at, Which.UNIT, eid=UNIT).rows


def test_what_is_translated_and_fresh_stays_here_if_asked(at: Desk) -> None:
    written(at)
    assert UNIT not in {row.unit.split("~")[1] for row in sent(at, is_open_only=True).rows}
    filled = [row for row in sent(at).rows if row.translation]
    assert [(row.unit.split("~")[1], row.translation) for row in filled] == [(UNIT, "Um funcionário.")]
    assert (extents(at.edition, "pt")[0].which, extents(at.edition, "pt")[0].done) == (Which.ALL, 1)


def test_a_restricted_text_never_leaves(at: Desk) -> None:
    Edition.objects.update(is_restricted=True)
    with refused(Restricted):
        sent(at)


def test_only_members_who_work_on_the_law_send_and_take(at: Desk) -> None:
    observer = expert_in(at.mission, at.manager, role=Role.OBSERVER)
    with refused(NotAllowed):
        send_for_translation(observer, at.edition, language="pt", which=Which.ALL)
    with refused(NotAllowed):
        take_translation_back(observer, at.edition, Sheet("pt", ()), **BY)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["ru", "xx", ""])
def test_a_language_must_be_known_and_another_one(at: Desk, language: str) -> None:
    with refused(NotAWord):
        sent(at, language=language)


def test_what_comes_back_is_saved_under_its_units(at: Desk) -> None:
    sheet = translated(sent(at))
    with one_entry(at.mission, at.expert, "translate"):
        assert taken(at, sheet) == len(sheet.rows)
    assert WorkingTranslation.objects.count() == len(sheet.rows)
    saved = WorkingTranslation.objects.get(eid=UNIT)
    assert (saved.edition, saved.original_language, saved.language) == (at.edition, "ru", "pt")
    assert (saved.translator, saved.is_machine, saved.translated_on) == ("Ana Silva", False, DAY)
    assert translated_into(at.edition) == ["pt"]


def test_the_same_sheet_a_second_time_changes_nothing(at: Desk) -> None:
    sheet = translated(sent(at))
    taken(at, sheet)
    assert set(fates(at, sheet)) == {Fate.SAME}
    with no_entry(at.mission):
        assert taken(at, sheet) == 0


def test_an_empty_row_is_left(at: Desk) -> None:
    assert set(fates(at, sent(at))) == {Fate.EMPTY}
    sheet = sent(at)
    with no_entry(at.mission):
        assert taken(at, sheet) == 0


def test_another_translation_on_file_is_replaced_only_where_the_person_has_ticked_the_one_shown(at: Desk) -> None:
    written(at)
    sheet = translated(sent(at, Which.UNIT, eid=UNIT))
    (shown,) = [one for one in returned(at.edition.act, sheet, "pt") if one.fate is Fate.OTHER]
    assert shown.before is not None
    assert shown.before.text == "Um funcionário."
    taken(at, sheet)
    assert WorkingTranslation.objects.get(eid=UNIT).text == "Um funcionário."
    written(at, text="Uma funcionária.", seen=stamp(WorkingTranslation.objects.get(eid=UNIT)))
    taken(at, sheet, (shown.tick,))
    assert WorkingTranslation.objects.get(eid=UNIT).text == "Uma funcionária."
    (shown,) = [one for one in returned(at.edition.act, sheet, "pt") if one.fate is Fate.OTHER]
    taken(at, sheet, (shown.tick,))
    assert WorkingTranslation.objects.get(eid=UNIT).text == shown.text
    assert "Uma funcionária." in str(history(at.mission)[-1].change["from"])


def test_rows_of_unknown_units_and_other_acts_are_refused(at: Desk) -> None:
    other = law_on_file(at.mission, at.expert, extra="\nСтатья 99. Ещё\nСлова.", act=None)
    assert other.act_id == at.edition.act_id  # recognised as the same act
    row = sent(at, Which.UNIT, eid=UNIT).rows[0]
    filled = replace(row, translation="Palavras.")
    strange = [
        replace(filled, unit=filled.unit.replace("art_", "art_9")),
        replace(filled, unit=f"nowhere~{UNIT}"),
        replace(filled, fingerprint="0" * 16),
    ]
    assert fates(at, Sheet("pt", tuple(strange))) == [Fate.UNKNOWN] * 3


def test_a_row_of_another_act_says_which(at: Desk) -> None:
    filing = Filing(is_new_act=True)
    data = RUSSIAN.read_bytes() + "\nСтатья 99. Ещё\nСлова.".encode()
    (other,) = import_editions(at.expert, at.mission, data=data, file_name="b.txt", filing=filing)
    sheet = translated(send_for_translation(at.expert, other, language="pt", which=Which.UNIT, eid=UNIT))
    rows = returned(at.edition.act, sheet, "pt")
    assert {one.fate for one in rows} == {Fate.ELSEWHERE}
    assert {one.act for one in rows} == {other.act}


def test_two_translations_of_one_unit_are_both_refused_and_the_same_twice_is_one(at: Desk) -> None:
    row = next(one for one in sent(at).rows if one.unit.endswith(f"~{UNIT}"))
    one, two = replace(row, translation="Um."), replace(row, translation="Dois.")
    assert fates(at, Sheet("pt", (one, two))) == [Fate.TWICE] * 2
    assert fates(at, Sheet("pt", (one, one, replace(one, original="outro")))) == [Fate.NEW]


def test_an_original_that_the_translator_has_altered_is_told(at: Desk) -> None:
    row = next(one for one in sent(at).rows if one.unit.endswith(f"~{UNIT}"))
    rows = [replace(row, translation="Um.", original=text) for text in (row.original, f"{row.original} x")]
    assert [one.is_altered for sheet in rows for one in returned(at.edition.act, Sheet("pt", (sheet,)), "pt")] == [
        False,
        True,
    ]


def test_a_translation_of_words_that_have_changed_since_is_taken_and_stale(at: Desk) -> None:
    sheet = translated(sent(at, Which.UNIT, eid=UNIT))
    later = later_edition(at, "назначается сотрудник", "назначается особый сотрудник")
    changed = {one.row.unit: one.is_changed for one in returned(at.edition.act, sheet, "pt")}
    assert [unit for unit, is_changed in changed.items() if is_changed] == [f"{at.edition.name}~{UNIT}"]
    taken(at, sheet)
    slot = Slots(later, "pt").of(own_units(later)[UNIT])
    assert slot is not None
    assert slot.is_stale
    own = Slots(at.edition, "pt").of(own_units(at.edition)[UNIT])
    assert own is not None
    assert not own.is_stale
    assert [
        row.unit
        for row in send_for_translation(
            at.expert, later, language="pt", which=Which.UNIT, eid=UNIT, is_open_only=True
        ).rows
    ] == [f"{later.name}~{UNIT}"]


def test_an_old_translation_that_still_holds_is_confirmed_by_a_tick_alone(at: Desk) -> None:
    written(at)
    later = later_edition(at, "назначается сотрудник", "назначается особый сотрудник")
    sheet = send_for_translation(at.expert, later, language="pt", which=Which.UNIT, eid=UNIT)
    (again,) = [one for one in returned(later.act, sheet, "pt") if one.fate is Fate.AGAIN]
    take_translation_back(at.expert, later, sheet, **BY, replace=(again.tick,))  # type: ignore[arg-type]
    slot = Slots(later, "pt").of(own_units(later)[UNIT])
    assert slot is not None
    assert not slot.is_stale


def test_a_unit_that_was_renumbered_keeps_its_translation(at: Desk) -> None:
    written(at)
    later = later_edition(at, "\n2. В пункте", "\n7. В пункте")
    moved = UNIT.replace("para_2", "para_7")
    beside = Neighbour(later, "pt").unit(own_units(later)[moved])
    assert beside is not None
    assert (beside.text, beside.whose.is_stale) == ("Um funcionário.", False)


def test_by_hand_a_translation_is_written_corrected_and_removed(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "translate"):
        first = written(at)
    with one_entry(at.mission, at.expert, "translate"):
        second = written(at, text="Outro.", seen=stamp(first))
    assert WorkingTranslation.objects.get().text == "Outro."
    with refused(ChangedMeanwhile):
        written(at, text="Terceiro.", seen="")
    with refused(ChangedMeanwhile):
        remove_translation(at.expert, at.edition, UNIT, "pt", seen="")
    with one_entry(at.mission, at.expert, "translate"):
        remove_translation(at.expert, at.edition, UNIT, "pt", seen=stamp(second))
    assert not WorkingTranslation.objects.exists()
    with refused(NotOnFile):
        remove_translation(at.expert, at.edition, UNIT, "pt", seen="")


def test_what_would_mean_nothing_is_refused(at: Desk) -> None:
    with refused(Missing):
        written(at, text=" \n")
    with refused(Missing):
        write_translation(at.expert, at.edition, UNIT, heading="", text="Um.", **{**BY, "translator": " "})  # type: ignore[arg-type]
    with refused(UnitMissing):
        written(at, eid="art_99")


def test_beside_an_article_stand_its_units_and_how_many_are_open(at: Desk) -> None:
    written(at)
    beside = Neighbours("pt").whole(at.edition, "art_4")
    assert beside is not None
    inside = [eid for eid in own_units(at.edition) if eid == "art_4" or eid.startswith("art_4__")]
    assert beside.open == len(inside) - 1
    assert beside.text.endswith("Um funcionário.")
    assert [(one.translator, one.is_stale) for one in beside.whose] == [("Ana Silva", False)]
    assert Neighbours("ru").whole(at.edition, "art_4") is None
    assert Neighbours("").whole(at.edition, "art_4") is None


def test_a_law_beside_itself_counts_what_is_missing(at: Desk) -> None:
    written(at)
    law = Neighbour(at.edition, "pt").law()
    assert (law.translated, law.stale, law.open) == (1, 0, len(own_units(at.edition)) - 1)
    assert languages_beside(at.edition) == {"pt": "Português"}


def test_translations_of_an_edition_are_one_question_to_the_database(
    at: Desk, django_assert_num_queries: object
) -> None:
    taken(at, translated(sent(at)))
    own_units(at.edition)
    with django_assert_num_queries(1):  # type: ignore[operator]
        Slots(at.edition, "pt")


def test_translations_of_another_mission_are_never_seen(at: Desk) -> None:
    written(at)
    mission = mission_of(at.manager)
    other = law_on_file(mission, expert_in(mission, at.manager))
    assert Neighbour(other, "pt").law().translated == 0


def test_languages_are_offered_with_those_of_the_interface_first() -> None:
    assert list(target_languages("ru"))[:2] == ["en", "tg"]
    assert {"pt", "fr", "de", "lv"} <= set(target_languages("ru"))
    assert SheetRow("a~art_1", "0" * 16, "", "").mark == f"a~art_1 {'0' * 16}"


def test_documents_print_a_translation_with_its_mark_and_none_of_a_restricted_text(at: Desk) -> None:
    places = [(at.edition, UNIT), (at.edition, "art_5")]
    assert printed_translations(places, "en") == {}
    written(at, language="en")
    printed = printed_translations(places, "en")
    assert list(printed) == [f"{at.edition.name}~{UNIT}"]
    assert printed[f"{at.edition.name}~{UNIT}"].split("\n") == [
        "[Working translation, unofficial: EN, Ana Silva, 28 November 2026]",
        "Um funcionário.",
    ]
    at.edition.is_restricted = True
    assert printed_translations(places, "en") == {}


def test_the_table_of_concordance_and_the_comparative_table_bear_it(at: Desk) -> None:
    accepted(at)
    amended(at)
    assert not any(row.answer.translation for row in concordance_of(at.mission, "en", DAY).rows if row.answer)
    written(at, language="en")
    rows = concordance_of(at.mission, "en", DAY).rows
    assert ["Um funcionário." in row.answer.translation for row in rows if row.answer] == [True]
    assert "unofficial" in comparative_of(at.mission, "en", DAY).rows[0].translation
    assert not comparative_of(at.mission, "tg", DAY).rows[0].translation


def test_a_version_of_the_act_on_file_goes_before_a_translation(at: Desk) -> None:
    written(at, language="tg")
    twin = tajik_twin(at.mission, at.expert, at.edition)
    beside = Neighbour(at.edition, "tg").unit(own_units(at.edition)[UNIT])
    assert beside is not None
    assert (beside.whose.version, beside.eid, beside.text) == (twin, UNIT, unit_of(twin, UNIT).text)
    assert "tg" in languages_beside(at.edition)
    whole = Neighbours("tg").whole(at.edition, "art_4")
    assert whole is not None
    assert [one.version for one in whole.whose] == [twin]
    assert whole.open == 0
    assert printed_translations([(at.edition, UNIT)], "tg") == {}


def test_a_unit_that_the_version_lacks_shows_its_translation(at: Desk) -> None:
    written(at, language="tg")
    tajik = TAJIK.read_text("utf-8")
    start = tajik.index("\n2. ", tajik.index("Моддаи 4"))
    cut = tajik[:start] + tajik[tajik.index("\n", start + 1) :]
    filing = Filing(at.edition.act)
    import_editions(at.expert, at.mission, data=cut.encode(), file_name="cut.txt", filing=filing)
    law = Neighbour(at.edition, "tg").law()
    assert law.units[UNIT].whose.translator == "Ana Silva"
    assert law.translated == 1
    assert law.version is not None


def test_beside_the_paragraph_of_a_hit_stands_its_own_unit_alone(at: Desk) -> None:
    written(at)
    paragraph = unit_of(at.edition, "art_4").words.split("\n")[6]
    assert unit_of(at.edition, UNIT).text in paragraph
    beside = Neighbours("pt").paragraph(at.edition, "art_4", paragraph)
    assert beside is not None
    assert (beside.eid, beside.text, beside.open) == (UNIT, "Um funcionário.", 0)


def test_one_unit_sent_from_two_editions_is_still_one_unit(at: Desk) -> None:
    later = later_edition(at, "Закон РВ от 02.01.2019", "Закон РВ от 03.01.2019")
    rows = [
        replace(row, translation=text)
        for edition, text in ((at.edition, "Um."), (later, "Dois."))
        for row in send_for_translation(at.expert, edition, language="pt", which=Which.UNIT, eid=UNIT).rows
        if row.unit.endswith(f"~{UNIT}")
    ]
    assert fates(at, Sheet("pt", tuple(rows))) == [Fate.TWICE] * 2
    assert taken(at, Sheet("pt", (rows[0], replace(rows[1], translation="Um.")))) == 1


def test_an_old_sheet_does_not_ask_to_confirm_what_was_translated_for_the_new_words(at: Desk) -> None:
    old = sent(at, Which.UNIT, eid=UNIT)
    later = later_edition(at, "назначается сотрудник", "назначается особый сотрудник")
    facts = {**BY, "language": "pt"}
    write_translation(at.expert, later, UNIT, heading="", text="Um.", **facts)  # type: ignore[arg-type]
    row = next(row for row in old.rows if row.unit.endswith(f"~{UNIT}"))
    assert fates(at, Sheet("pt", (replace(row, translation="Um."),))) == [Fate.SAME]
