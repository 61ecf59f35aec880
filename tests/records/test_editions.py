"""The editions of an act by day: the newest is matched and searched, and what was quoted before stays where it is."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from muvofiq.amendment.editions import What
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.work import work_once
from muvofiq.records.errors import AlreadyOnFile, NotComparable
from muvofiq.records.models import Edition
from muvofiq.records.queries.difference import difference_of, difference_page, updates_in
from muvofiq.records.queries.documents import comparative_of, concordance_of, editions_in_table
from muvofiq.records.queries.editions import Standing, edition_on, editions_now, editions_of, in_time, newer_than
from muvofiq.records.queries.law_page import law_page
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.matched import editions_to_match
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import in_language
from tests.paths import RUSSIAN
from tests.records.advising import amended
from tests.records.small import UNIT, VICTIMS, WORDS, Desk, accepted, refused, tajik_twin

pytestmark = pytest.mark.django_db

OLD, MIDDLE, NEW = date(2014, 7, 15), date(2019, 1, 2), date(2021, 5, 1)
TODAY = date(2026, 3, 6)
CHANGED = WORDS.replace("сотрудник", "отдельный сотрудник")


def edition(at: Desk, day: date | None, *changes: tuple[str, str], replaces: Edition | None = None) -> Edition:
    """Import the law of the desk once more, with some words changed, as at a day."""
    text = RUSSIAN.read_text(encoding="utf-8")
    for old, new in (*changes, ("РАЗДЕЛ I.", f"РАЗДЕЛ I. {at.mission.editions.count()}.")):
        assert old in text
        text = text.replace(old, new)
    filing = Filing(at.edition.act, as_of=day, replaces=replaces)
    (one,) = import_editions(at.expert, at.mission, data=text.encode(), file_name="border.ru.txt", filing=filing)
    return one


def dated(at: Desk) -> tuple[Edition, Edition, Edition]:
    """Return three editions of as many days, imported in another order, in place of the one without a day."""
    first = edition(at, OLD, replaces=at.edition)
    last, middle = edition(at, NEW, (WORDS, CHANGED)), edition(at, MIDDLE)
    return first, middle, last


def test_of_an_act_the_newest_edition_is_matched_and_searched_whenever_it_was_imported(at: Desk) -> None:
    *_, last = dated(at)
    assert editions_now(at.mission) == editions_to_match(at.mission) == [last]
    while work_once(lambda: None):
        pass
    assert {one.edition for one in at.mission.proposals.all()} == {last}
    assert at.mission.outcomes.first().looked_at == [last.name]  # type: ignore[union-attr]


def test_each_language_has_its_newest_edition(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    *_, last = dated(at)
    assert set(editions_now(at.mission)) == {last, twin}


def test_an_edition_of_unknown_day_is_matched_beside_the_newest_for_nobody_knows_which_is_older(at: Desk) -> None:
    new = edition(at, NEW)
    assert editions_now(at.mission) == [at.edition, new]
    assert newer_than(at.edition) is None


def test_on_a_day_the_last_edition_up_to_it_was_in_force(at: Desk) -> None:
    first, middle, last = dated(at)
    act = at.edition.act
    assert edition_on(act, "ru", date(2014, 7, 14)) is None
    assert edition_on(act, "ru", OLD) == edition_on(act, "ru", date(2019, 1, 1)) == first
    assert edition_on(act, "ru", MIDDLE) == middle
    assert edition_on(act, "ru", TODAY) == last
    assert edition_on(act, "tg", TODAY) is None
    corrected = edition(at, NEW, replaces=last)
    assert edition_on(act, "ru", TODAY) == corrected


def test_editions_are_listed_by_day_with_how_they_stand_and_what_rests_on_them(at: Desk) -> None:
    quote(at.expert, accepted(at), WORDS)
    first, middle, last = dated(at)
    unknown = edition(at, None)
    (group,) = editions_of(at.edition.act)
    assert group.language == "ru"
    assert [(row.edition, row.standing, row.previous) for row in group.rows] == [
        (last, Standing.NEWEST, middle),
        (middle, Standing.OLDER, first),
        (first, Standing.OLDER, at.edition),
        (unknown, Standing.UNDATED, last),
        (at.edition, Standing.REPLACED, None),
    ]
    assert (group.before, group.after) == (middle, last)
    assert [row.resting for row in group.rows] == [0, 0, 0, 0, 2]
    assert in_time([last, first, unknown]) == [first, last, unknown]


def test_an_act_without_a_second_edition_has_nothing_to_compare(at: Desk) -> None:
    (group,) = editions_of(at.edition.act)
    assert (group.before, group.after) == (None, at.edition)


def test_two_editions_are_compared_only_within_one_act_and_language(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    for other in (twin, at.edition):
        with refused(NotComparable, match=r"Choose two editions"):
            difference_of(at.edition, other)


def test_the_page_shows_what_changed_with_the_units_around_it_or_everything(at: Desk) -> None:
    first, _, last = dated(at)
    page = difference_page(first, last)
    assert page.is_proven
    rows = {row.change.side.eid: row for row in page.rows}
    assert rows[UNIT].change.what is What.CHANGED
    assert rows[UNIT].place == "ст. 4 ч. 2"
    assert [eid for eid, row in rows.items() if row.is_around] == ["art_4"]
    whole = difference_page(first, last, is_whole=True)
    assert len(whole.rows) == sum(1 for _ in law_of(last).units()) == whole.units_after == whole.units_before
    assert sum(page.counts.values()) == page.units_before + page.counts["added"]


def test_a_new_note_without_a_changed_word_in_its_article_is_suspicious(at: Desk) -> None:
    note = " (в редакции Закона РВ от 01.05.2021 г. № 4)"
    old = edition(at, OLD, replaces=at.edition)
    lines = (("может быть подана жалоба.", f"может быть подана жалоба.{note}"),)
    page = difference_page(old, edition(at, NEW, *lines))
    assert [row.change.side.eid for row in page.rows if row.is_missed] == ["art_4__para_3"]
    page = difference_page(old, edition(at, NEW, *lines, (WORDS, CHANGED)))
    assert [row.change.side.eid for row in page.rows if row.is_missed] == []


def test_an_answer_stays_on_its_edition_and_says_what_a_newer_one_has_there(at: Desk) -> None:
    first = edition(at, OLD, replaces=at.edition)
    answer = decide_candidate(at.expert, at.mission, VICTIMS, edition=first, eid=UNIT, decision=Decision.ACCEPTED)
    quote(at.expert, answer, WORDS)
    assert updates_in(first, [UNIT]) == ()
    last = edition(at, NEW, (WORDS, CHANGED), ("3. Сотрудник Службы носит знак", "4. Сотрудник Службы носит знак"))
    answer.refresh_from_db()
    assert (answer.edition, answer.quotations.get().text_sha256) == (first, first.text_id)
    (update,) = updates_in(first, [UNIT])
    assert (update.newer, update.what, update.there, update.is_unchanged) == (last, What.CHANGED, UNIT, False)
    same, moved = updates_in(first, ["art_3", "art_4__para_3", "art_3"])
    assert (same.what, same.is_unchanged) == (What.SAME, True)
    assert (moved.what, moved.citation, moved.citation_there) == (What.MOVED, "ст. 4 ч. 3", "ст. 4 ч. 4")


def test_what_is_gone_is_said_to_be_gone(at: Desk) -> None:
    first = edition(at, OLD, replaces=at.edition)
    edition(at, NEW, ("– наилучшие интересы ребёнка учитываются в первую очередь.\n", ""))
    gone = list(law_of(first).find(next(ref for ref, _, _ in law_of(first).units() if ref.eid == "art_3")).children)  # type: ignore[union-attr]
    (update,) = updates_in(first, [f"art_3__indent_{len(gone)}"])
    assert (update.what, update.there, update.citation_there) == (What.REMOVED, "", "")
    assert update.anchor == f"was-art_3__indent_{len(gone)}"


def test_a_corrected_import_and_a_later_day_lead_to_the_newest_in_turn(at: Desk) -> None:
    first, middle, last = dated(at)
    assert newer_than(at.edition) == newer_than(first) == newer_than(middle) == last
    assert newer_than(last) is None
    corrected = edition(at, NEW, replaces=last)
    assert newer_than(first) == newer_than(last) == corrected


def test_an_edition_that_replaced_one_of_another_language_is_no_newer_text_of_it(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    new = edition(at, NEW, replaces=twin)
    assert newer_than(twin) is None
    assert newer_than(new) is None


def test_the_law_page_says_at_the_article_what_became_of_its_answers(at: Desk) -> None:
    accepted(at)
    amended(at, eid="art_3", proposed="")
    assert law_page(at.edition).newer is None
    last = edition(at, NEW, (WORDS, CHANGED), replaces=at.edition)
    page = law_page(at.edition)
    assert page.newer == last
    updates = {one.unit.eid: [(two.eid, two.what) for two in one.rests.updates] for one in page.rows if one.rests}
    assert updates == {"art_3": [("art_3", What.SAME)], "art_4": [(UNIT, What.CHANGED)]}


def test_a_corrected_import_keeps_the_day_of_what_it_corrects_unless_another_is_given(at: Desk) -> None:
    first, _, last = dated(at)
    corrected = edition(at, None, replaces=first)
    assert corrected.as_of == OLD
    assert editions_now(at.mission) == [last], "the older text has not become a current one"
    assert edition(at, MIDDLE, replaces=corrected).as_of == MIDDLE


def test_the_same_file_gets_another_day_in_place_of_itself_and_only_so(at: Desk) -> None:
    file = {"data": RUSSIAN.read_bytes(), "file_name": RUSSIAN.name}
    with refused(AlreadyOnFile):
        import_editions(at.expert, at.mission, **file, filing=Filing(at.edition.act, as_of=OLD))  # type: ignore[arg-type]
    with refused(AlreadyOnFile):
        import_editions(at.expert, at.mission, **file, filing=Filing(replaces=at.edition))  # type: ignore[arg-type]
    one = at.edition
    for day in (OLD, MIDDLE):
        (two,) = import_editions(at.expert, at.mission, **file, filing=Filing(as_of=day, replaces=one))  # type: ignore[arg-type]
        assert (two.as_of, two.replaces) == (day, one)
        one = two


def test_documents_name_the_edition_of_what_they_cite(at: Desk) -> None:
    accepted(at)
    amended(at)
    newer = edition(at, NEW)
    assert set(editions_in_table(at.mission)) == {at.edition, newer}
    table = concordance_of(at.mission, "en", TODAY)
    assert table.editions == {newer.name: NEW}
    assert table.imported == {at.edition.name: localdate(at.edition.imported_at)}
    (row,) = comparative_of(at.mission, "en", TODAY).rows
    assert row.edition.startswith("date not known, imported ")
    assert "(Russian text)" in row.edition
    assert in_language(at.edition.act.title, "en") == row.act


def test_an_older_edition_is_no_part_of_the_table_unless_an_answer_rests_on_it(at: Desk) -> None:
    first, middle, last = dated(at)
    assert editions_in_table(at.mission) == [last]
    decide_candidate(at.expert, at.mission, VICTIMS, edition=middle, eid=UNIT, decision=Decision.ACCEPTED)
    decide_candidate(at.expert, at.mission, VICTIMS, edition=first, eid=UNIT, decision=Decision.REJECTED)
    assert set(editions_in_table(at.mission)) == {middle, last}
