"""A translation follows its words: a unit that takes an old address never destroys the translation of another."""

from dataclasses import replace
from datetime import date

import pytest

from muvofiq.publication.translation_sheet import Sheet
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.remove_translation import remove_translation
from muvofiq.records.actions.send_for_translation import send_for_translation
from muvofiq.records.actions.take_translation_back import take_translation_back
from muvofiq.records.actions.write_translation import stamp, write_translation
from muvofiq.records.models import Edition, WorkingTranslation
from muvofiq.records.queries.own_units import own_units
from muvofiq.records.queries.returned_sheet import Fate, returned, without_originals
from muvofiq.records.queries.translations import Slots, Which
from tests.paths import RUSSIAN
from tests.records.small import UNIT, Desk, history, tajik_twin

pytestmark = pytest.mark.django_db

BY = {"language": "pt", "translator": "Ana Silva", "is_machine": False, "translated_on": date(2026, 11, 28)}
SECOND, THIRD, FOURTH = (UNIT.replace("para_2", f"para_{number}") for number in (2, 3, 4))


@pytest.fixture
def later(at: Desk) -> Edition:
    """The law with a new second paragraph in article 4; the second has become the third, the third the fourth."""
    text = RUSSIAN.read_text("utf-8")
    start, end = text.index("Статья 4"), text.index("Статья 5")
    article = text[start:end].replace("\n3. ", "\n4. ").replace("\n2(1). ", "\n3(1). ")
    article = article.replace("\n2. ", "\n2. Служба публикует отчёт.\n3. ")
    data = (text[:start] + article + text[end:]).encode()
    filing = Filing(at.edition.act, as_of=date(2026, 12, 1))
    (edition,) = import_editions(at.expert, at.mission, data=data, file_name="later.txt", filing=filing)
    return edition


def written(at: Desk, edition: Edition, eid: str, text: str) -> WorkingTranslation:
    """Write a translation as the page does, with what stood in its form."""
    seen = stamp(Slots(edition, "pt").held(own_units(edition)[eid]))
    return write_translation(at.expert, edition, eid, heading="", text=text, seen=seen, **BY)  # type: ignore[arg-type]


def taken(at: Desk, edition: Edition, texts: dict[str, str], *, ticks: bool = False) -> int:
    """Send article 4 of an edition, fill in texts by eId, and take it back."""
    sheet = send_for_translation(at.expert, edition, language="pt", which=Which.UNIT, eid=UNIT)
    rows = [replace(row, translation=texts.get(row.unit.split("~")[1], row.translation)) for row in sheet.rows]
    filled = replace(sheet, rows=tuple(rows))
    ticked = [one.tick for one in returned(edition.act, filled, "pt") if ticks]
    return take_translation_back(at.expert, edition, filled, **BY, replace=ticked)  # type: ignore[arg-type]


def beside(edition: Edition, *eids: str) -> list[tuple[str, bool] | None]:
    """Return what stands beside units, and whether it is stale."""
    slots, units = Slots(edition, "pt"), own_units(edition)
    found = [slots.of(units[eid]) for eid in eids]
    return [(one.translation.text, one.is_stale) if one else None for one in found]


def test_what_has_moved_is_not_offered_as_stale_under_its_old_address(at: Desk, later: Edition) -> None:
    written(at, at.edition, SECOND, "Dois.")
    assert beside(later, SECOND, THIRD) == [None, ("Dois.", False)]


def test_what_really_has_changed_is_still_offered_as_stale(at: Desk, later: Edition) -> None:
    written(at, at.edition, SECOND, "Dois.")
    WorkingTranslation.objects.update(original_sha256="0" * 64)
    assert beside(later, SECOND) == [("Dois.", True)]


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_translation_that_has_moved_outlives_one_of_the_unit_at_its_old_address(
    at: Desk, later: Edition, *, by_hand: bool
) -> None:
    for eid, text in ((SECOND, "Dois."), (THIRD, "Três.")):
        written(at, at.edition, eid, text)
    if by_hand:
        written(at, later, SECOND, "Novo.")
    else:
        assert taken(at, later, {SECOND: "Novo."}) == 1
    expected = [("Novo.", False), ("Dois.", False), ("Três.", False)]
    assert beside(later, SECOND, THIRD, FOURTH) == expected
    assert beside(at.edition, SECOND, THIRD) == expected[1:]
    saved = WorkingTranslation.objects.values_list("eid", "text")
    assert dict(saved) == {SECOND: "Novo.", THIRD: "Dois.", FOURTH: "Três."}
    assert "Dois." not in str(history(at.mission)[-1].change["from"])


def test_a_translation_that_has_moved_is_corrected_and_removed_where_its_words_stand_now(
    at: Desk, later: Edition
) -> None:
    written(at, at.edition, SECOND, "Dois.")
    written(at, later, THIRD, "Dois, melhor.")
    assert beside(later, SECOND, THIRD) == [None, ("Dois, melhor.", False)]
    assert WorkingTranslation.objects.count() == 1
    seen = stamp(WorkingTranslation.objects.get())
    remove_translation(at.expert, later, THIRD, "pt", seen=seen)
    assert not WorkingTranslation.objects.exists()


@pytest.mark.parametrize("by_hand", [True, False])
def test_words_of_an_old_edition_do_not_take_the_place_of_a_translation_of_the_newest(
    at: Desk, later: Edition, *, by_hand: bool
) -> None:
    written(at, later, SECOND, "Novo.")
    assert beside(at.edition, SECOND) == [("Novo.", True)]
    if by_hand:
        written(at, at.edition, SECOND, "Dois.")
    else:
        assert taken(at, at.edition, {SECOND: "Dois."}, ticks=True) == 1
    assert beside(later, SECOND, THIRD) == [("Novo.", False), ("Dois.", False)]
    assert beside(at.edition, SECOND) == [("Dois.", False)]


def test_two_paragraphs_that_change_places_keep_their_translations(at: Desk) -> None:
    for eid, text in ((SECOND, "Dois."), (THIRD, "Três.")):
        written(at, at.edition, eid, text)
    text = RUSSIAN.read_text("utf-8")
    lines = text.split("\n")
    start = next(at for at, line in enumerate(lines) if line.startswith("Статья 4"))
    two, three = (next(at for at in range(start, len(lines)) if lines[at].startswith(f"{n}. ")) for n in (2, 3))
    lines[two], lines[three] = f"2. {lines[three][3:]}", f"3. {lines[two][3:]}"
    filing = Filing(at.edition.act, as_of=date(2026, 12, 1))
    data = "\n".join(lines).encode()
    (later,) = import_editions(at.expert, at.mission, data=data, file_name="later.txt", filing=filing)
    assert beside(later, SECOND, THIRD) == [("Três.", False), ("Dois.", False)]
    assert taken(at, later, {SECOND: "Três, melhor.", THIRD: "Dois, melhor."}, ticks=True) == 2
    assert beside(later, SECOND, THIRD) == [("Três, melhor.", False), ("Dois, melhor.", False)]
    assert WorkingTranslation.objects.count() == 2


def test_a_translation_found_by_its_words_comes_back_untouched_as_the_one_on_file(at: Desk, later: Edition) -> None:
    written(at, at.edition, SECOND, "Dois.")
    sheet = send_for_translation(at.expert, later, language="pt", which=Which.UNIT, eid=UNIT)
    fates = {one.row.unit.split("~")[1]: one.fate for one in returned(later.act, sheet, "pt")}
    assert (fates[SECOND], fates[THIRD]) == (Fate.EMPTY, Fate.SAME)
    by = {**BY, "translator": "Somebody else"}
    assert take_translation_back(at.expert, later, sheet, **by) == 0  # type: ignore[arg-type]
    assert WorkingTranslation.objects.get().translator == "Ana Silva"


def test_a_row_is_not_taken_into_the_language_of_its_own_original(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    sheet = send_for_translation(at.expert, at.edition, language="tg", which=Which.UNIT, eid=UNIT)
    filled = Sheet("ru", tuple(replace(row, translation="Слова.") for row in sheet.rows))
    assert {one.fate for one in returned(twin.act, filled, "ru")} == {Fate.LANGUAGE}
    assert {one.fate for one in returned(twin.act, filled, "tg")} == {Fate.NEW}
    assert take_translation_back(at.expert, twin, filled, **{**BY, "language": "ru"}) == 0  # type: ignore[arg-type]
    assert not WorkingTranslation.objects.exists()


def test_what_a_page_keeps_of_a_sheet_has_no_originals_and_knows_which_were_altered(at: Desk) -> None:
    rows = send_for_translation(at.expert, at.edition, language="pt", which=Which.UNIT, eid=UNIT).rows
    first, second = (replace(row, translation="Um.") for row in rows[:2])
    altered = replace(second, original=f"{second.original} x")
    kept = without_originals(at.edition.act, Sheet("pt", (first, altered, *rows[2:])))
    assert [(row.original, row.translation, row.is_altered) for row in kept.rows] == [
        ("", "Um.", False),
        ("", "Um.", True),
    ]
    assert kept.left == len(rows) - 2
    assert [one.is_altered for one in returned(at.edition.act, kept, "pt")] == [False, True]
