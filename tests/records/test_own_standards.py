"""An instrument on file becomes drafts; people keep, edit and drop them, and edit what they kept."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.add_instrument import add_instrument, correct_instrument, take_instrument
from muvofiq.records.actions.add_member import add_member
from muvofiq.records.actions.decide_draft import decide_draft, decide_drafts
from muvofiq.records.actions.draft_requirements import draft_requirements
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.publish_requirement import publish_requirement
from muvofiq.records.actions.remove_instrument import remove_instrument
from muvofiq.records.actions.write_practice import write_practice
from muvofiq.records.errors import (
    ChangedMeanwhile,
    FactsOfCatalogue,
    NotAllowed,
    NotAStandard,
    NothingAsked,
    NotOnFile,
    StandardAlready,
    StillNeeded,
)
from muvofiq.records.models import Look, RequirementEdition
from muvofiq.records.queries.instruments import instrument_page
from muvofiq.records.queries.norms import instruments_of, own_instrument
from muvofiq.records.queries.own_standards import (
    acts_to_use,
    catalogue_instrument_of,
    cited_units,
    draft_shown,
    drafted_of,
    drafts_of,
    newest_of,
    own_requirements,
    own_standards,
    own_words,
    standard_of,
    text_of,
)
from muvofiq.records.queries.practices import practice_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import newest_editions, requirement_of
from muvofiq.records.words import DraftState, Purpose, Role
from muvofiq.standards.citation import Citation
from muvofiq.standards.errors import MissingKey, RepeatedName, UnknownInstrument, UnknownKey, WrongForm
from tests.records.guests import FACTS, act_on_file, added, draft_at, kept
from tests.records.small import UNIT, VICTIMS, Desk, expert_in, history, mission_of, no_entry, one_entry, refused
from tests.records.test_write_practice import PRACTICE
from tests.standards.convention import CONVENTION, NOTHING_ASKED, RUSSIAN, TRUTH
from tests.standards.real_instruments import instrument as real_instrument

pytestmark = pytest.mark.django_db

TRAFFICKING = (
    "Protocol to Prevent, Suppress and Punish trafficking in Persons, especially Women and Children, "
    "supplementing the United Nations Convention against Transnational Organized Crime"
)


def test_an_act_on_file_becomes_an_instrument_with_a_draft_of_each_unit(at: Desk) -> None:
    act = act_on_file(at)
    assert acts_to_use(at.mission) == [act]
    with one_entry(at.mission, at.expert, "edit_standards"):
        row = add_instrument(at.expert, at.mission, act=act, entry=FACTS)
    (standard,) = own_standards(at.mission)
    assert standard.instrument.participation["TJ"].note == "reservation to article 3(4)"
    assert (standard.total, standard.counts) == (len(TRUTH), {"proposed": len(TRUTH), "kept": 0, "dropped": 0})
    assert {one.place: one.requirement.strength for one in drafts_of(standard)} == TRUTH
    assert acts_to_use(at.mission) == []
    shown = draft_shown(draft_at(row, "art. 3(1)"))
    assert shown.is_in_its_words
    assert shown.words == shown.requirement.statement["en"]


def test_the_words_of_the_thesaurus_are_proposed_without_those_that_stand_in_every_law(at: Desk) -> None:
    terms = drafted_of(draft_at(added(at), "art. 3(1)")).terms
    assert "trafficking in persons" in terms["en"]
    assert len(terms["ru"]) == len(set(terms["ru"]))
    assert "article" not in terms["en"]


def test_only_a_standard_with_a_new_name_and_obligations_is_taken(at: Desk) -> None:
    add = partial(add_instrument, at.expert, at.mission)
    law = at.edition.act
    act = act_on_file(at)
    weather = act_on_file(at, NOTHING_ASKED, name="weather.txt")
    other = act_on_file(at, CONVENTION.replace("tea", "milk"), name="other.txt")
    with refused(NotAStandard, match="register"):
        add(act=law, entry=FACTS)
    with refused(NothingAsked, match="2 articles"):
        add(act=weather, entry=FACTS)
    with refused(RepeatedName, match="crc"):
        add(act=act, entry={**FACTS, "id": "crc"})
    with refused(WrongForm):
        add(act=act, entry={**FACTS, "id": "Not an id"})
    with refused(MissingKey):
        add(act=act, entry={"id": "guests", "title": {"en": "Guests"}})
    with refused(UnknownKey):
        add(act=act, entry={**FACTS, "sort": "treaty"})
    add(act=act, entry=FACTS)
    with refused(StandardAlready, match="guests"):
        add(act=act, entry={**FACTS, "id": "guests-again"})
    with refused(RepeatedName, match="guests"):
        add(act=other, entry=FACTS)
    elsewhere = mission_of(at.manager)
    add_member(at.manager, elsewhere, at.expert, Role.EU_EXPERT)
    with refused(NotOnFile):
        add_instrument(at.expert, elsewhere, act=act, entry=FACTS)


def test_the_text_of_an_instrument_of_the_catalogue_is_drafted_from_under_its_own_entry(at: Desk) -> None:
    act = act_on_file(at)
    with one_entry(at.mission, at.expert, "edit_standards"):
        row = take_instrument(at.expert, at.mission, act=act, name="tip-protocol")
    (standard,) = own_standards(at.mission)
    assert standard.is_of_catalogue
    assert standard.instrument is released().instruments["tip-protocol"]
    assert row.letter == str(standard.instrument)
    assert instruments_of(at.mission)["tip-protocol"] is standard.instrument
    edition = kept(at, row)
    assert requirement_of(edition).citations == (Citation("tip-protocol", "art. 3(1)"),)
    (words,) = own_words(at.mission, requirement_of(edition))
    assert not words.is_recognised
    page = instrument_page(at.mission, "tip-protocol", at.mission.starts)
    assert page.own == row
    assert page.family
    assert [one.requirement.code for one in page.citing][-1] == "N003"


def test_an_instrument_of_the_catalogue_is_used_once_and_its_facts_stay(at: Desk) -> None:
    act, other = act_on_file(at), act_on_file(at, CONVENTION.replace("tea", "milk"), name="other.txt")
    row = take_instrument(at.expert, at.mission, act=act, name="crc")
    with refused(StandardAlready, match="Rights of the Child"):
        take_instrument(at.expert, at.mission, act=other, name="crc")
    with refused(StandardAlready, match="crc"):
        take_instrument(at.expert, at.mission, act=act, name="dir-2011-36")
    with refused(NotOnFile):
        take_instrument(at.expert, at.mission, act=other, name="nobody-knows")
    with refused(NotAStandard):
        take_instrument(at.expert, at.mission, act=at.edition.act, name="dir-2011-36")
    with refused(FactsOfCatalogue, match="crc"):
        correct_instrument(at.expert, row, entry=FACTS, version=1)


def test_what_the_catalogue_says_of_an_instrument_now_holds_over_what_was_saved(at: Desk) -> None:
    row = take_instrument(at.expert, at.mission, act=act_on_file(at), name="crc")
    row.letter = str(replace(own_instrument(row), title={"en": "An older title"}))
    row.save()
    assert own_instrument(row).title == released().instruments["crc"].title


def test_a_text_in_another_language_lies_under_the_same_act(at: Desk) -> None:
    act = act_on_file(at)
    filing = Filing(act=act, purpose=Purpose.STANDARD)
    import_editions(at.expert, at.mission, data=RUSSIAN.encode(), file_name="guests.ru.txt", filing=filing)
    row = take_instrument(at.expert, at.mission, act=act, name="crc")
    assert [one.language for one in act.editions.order_by("language")] == ["en", "ru"]
    text = text_of(row.act)
    assert text is not None
    assert text.language == "en"


def test_the_id_of_a_draft_is_never_that_of_a_released_requirement(at: Desk) -> None:
    released_one = replace(requirement_of(newest_of(at.mission, VICTIMS)), id="crc-3-1", code="A98")
    RequirementEdition.objects.create(
        requirement_id="crc-3-1",
        edition=1,
        author=at.manager,
        published=datetime(2026, 1, 1, tzinfo=UTC),
        letter=str(released_one),
    )
    row = take_instrument(at.expert, at.mission, act=act_on_file(at), name="crc")
    assert drafted_of(draft_at(row, "art. 3(1)")).id == "crc-3-1-x2"
    assert kept(at, row).mission == at.mission


def test_an_instrument_that_nothing_rests_on_is_removed_and_its_text_stays(at: Desk) -> None:
    row = added(at)
    with one_entry(at.mission, at.expert, "edit_standards"):
        remove_instrument(at.expert, row)
    assert own_standards(at.mission) == []
    assert history(at.mission)[-1].change["removed"].startswith("id: guests")
    (act,) = acts_to_use(at.mission)
    assert act.editions.exists()
    with refused(NotOnFile):
        remove_instrument(at.expert, row)


def test_an_instrument_stays_while_a_draft_of_it_is_kept_or_a_requirement_cites_it(at: Desk) -> None:
    row = added(at)
    edition = kept(at, row, into_scope=True)
    with refused(StillNeeded, match="N003"):
        remove_instrument(at.expert, row)
    other = take_instrument(
        at.expert, at.mission, act=act_on_file(at, CONVENTION.replace("tea", "milk"), name="other.txt"), name="crc"
    )
    citing = replace(requirement_of(kept(at, other)), citations=(Citation("guests", "art. 1"),))
    publish_requirement(at.expert, at.mission, citing, based_on=1)
    draft = draft_at(row, "art. 3(1)")
    at.mission.scope.filter(requirement=edition).delete()
    decide_draft(at.expert, draft, state=DraftState.PROPOSED, version=draft.version)
    with refused(StillNeeded, match=citing.code):
        remove_instrument(at.expert, row)
    with refused(StillNeeded, match=citing.code):
        remove_instrument(at.expert, other)


def test_a_practice_keeps_the_instrument_that_it_names(at: Desk) -> None:
    row = added(at)
    written = write_practice(at.expert, at.mission, replace(PRACTICE, act="guests"))
    with refused(StillNeeded, match=practice_of(written).id):
        remove_instrument(at.expert, row)


def test_requirements_that_cite_an_instrument_of_the_catalogue_do_not_keep_its_text(at: Desk) -> None:
    row = take_instrument(at.expert, at.mission, act=act_on_file(at), name="dir-2011-36")
    cited = {one.instrument for item in at.mission.scope.all() for one in requirement_of(item.requirement).citations}
    assert "dir-2011-36" in cited
    remove_instrument(at.expert, row)
    assert not at.mission.own_instruments.exists()


def test_facts_are_corrected_and_the_id_stays(at: Desk) -> None:
    row = added(at)
    with one_entry(at.mission, at.expert, "edit_standards"):
        correct_instrument(at.expert, row, entry={**FACTS, "id": "other", "in_force": "2002"}, version=1)
    (standard,) = own_standards(at.mission)
    assert (standard.instrument.id, str(standard.instrument.in_force)) == ("guests", "2002")
    with refused(ChangedMeanwhile):
        correct_instrument(at.expert, row, entry=FACTS, version=1)


def test_a_kept_draft_is_a_requirement_of_this_mission_alone(at: Desk) -> None:
    edition = kept(at, added(at))
    assert (edition.mission, edition.edition, edition.author) == (at.mission, 1, at.expert)
    assert requirement_of(edition).code == "N003"
    assert [one.is_scoped for one in own_requirements(at.mission)] == [False]
    assert own_requirements(mission_of(at.manager, slug="other")) == []
    assert history(at.mission)[-1].change == {"from": "proposed", "to": "kept", "into_scope": 0}


def test_a_kept_draft_goes_into_the_scope_if_the_person_wants_and_may(at: Desk) -> None:
    row = added(at)
    editor = expert_in(at.mission, at.manager, role=Role.STANDARDS_EDITOR)
    draft = draft_at(row, "art. 3(1)")
    with refused(NotAllowed):
        decide_draft(editor, draft, state=DraftState.KEPT, version=1, into_scope=True)
    edition = kept(at, row, into_scope=True)
    assert at.mission.scope.last().requirement == edition  # type: ignore[union-attr]
    at.mission.refresh_from_db()
    assert "N" in at.mission.scope_themes
    decide_draft(editor, draft_at(row, "art. 3(2)"), state=DraftState.KEPT, version=1)


def test_a_draft_is_edited_kept_dropped_and_taken_back(at: Desk) -> None:
    row = added(at)
    draft = draft_at(row, "art. 3(2)")
    edited = replace(drafted_of(draft), statement={"en": "Shelter is to be considered."})
    decide_draft(at.expert, draft, state=DraftState.PROPOSED, version=1, edited=edited)
    assert not draft_shown(draft).is_in_its_words
    decide_draft(at.expert, draft, state=DraftState.DROPPED, version=2)
    decide_draft(at.expert, draft, state=DraftState.KEPT, version=3)
    assert requirement_of(newest_of(at.mission, "guests-3-2")).statement["en"] == "Shelter is to be considered."
    decide_draft(at.expert, draft, state=DraftState.PROPOSED, version=4)
    assert own_requirements(at.mission) == []
    with refused(ChangedMeanwhile):
        decide_draft(at.expert, draft, state=DraftState.KEPT, version=1)


def test_keeping_a_kept_draft_again_leaves_the_newer_edition_of_a_colleague(at: Desk) -> None:
    row = added(at)
    first = kept(at, row)
    theirs = replace(requirement_of(first), statement={"en": "As a colleague words it."})
    publish_requirement(at.manager, at.mission, theirs, based_on=1)
    draft = draft_at(row, "art. 3(1)")
    decide_draft(at.expert, draft, state=DraftState.KEPT, version=2, edited=drafted_of(draft), into_scope=True)
    decide_drafts(at.expert, row, state=DraftState.KEPT, versions={draft.pk: 2})
    newest = newest_of(at.mission, first.requirement_id)
    assert (newest.edition, requirement_of(newest)) == (2, theirs)
    assert at.mission.scope.last().requirement == newest  # type: ignore[union-attr]
    mine = replace(drafted_of(draft), statement={"en": "As I word it."})
    with refused(ChangedMeanwhile, match="version 2"):
        decide_draft(at.expert, draft, state=DraftState.KEPT, version=2, edited=mine)


def test_a_kept_draft_is_edited_by_its_next_edition(at: Desk) -> None:
    row = added(at)
    kept(at, row)
    draft = draft_at(row, "art. 3(1)")
    mine = replace(drafted_of(draft), statement={"en": "As I word it."})
    decide_draft(at.expert, draft, state=DraftState.KEPT, version=2, edited=mine)
    newest = newest_of(at.mission, mine.id)
    assert (newest.edition, requirement_of(newest), drafted_of(draft)) == (2, mine, mine)


def test_a_draft_of_another_instrument_never_has_an_id_that_is_taken(at: Desk) -> None:
    first = added(at)
    other = act_on_file(at, CONVENTION.replace("tea", "milk"), name="other.txt")
    second = add_instrument(at.expert, at.mission, act=other, entry={**FACTS, "id": "guests-3"})
    rows = (*drafts_of(standard_of(first)), *drafts_of(standard_of(second)))
    names = [one.requirement.id for one in rows]
    assert len(names) == len(set(names))
    assert {"guests-3-1", "guests-3-1-x2"} <= set(names)
    own = replace(requirement_of(kept(at, first)), id="guests-3-9-1", code="N900")
    publish_requirement(at.expert, at.mission, own, based_on=0)
    draft_requirements(at.expert, second)
    assert len({one.requirement.id for one in rows} - {own.id}) == len(rows)


def test_a_kept_draft_on_which_records_rest_is_not_taken_back(at: Desk) -> None:
    row = added(at)
    edition = kept(at, row, into_scope=True)
    give_verdict(
        at.expert, at.mission, edition.requirement_id, law=Verdict.NOT_FOUND, reason={"en": "Looked."}, version=0
    )
    draft = draft_at(row, "art. 3(1)")
    with refused(StillNeeded, match="finding, scopedrequirement"):
        decide_draft(at.expert, draft, state=DraftState.PROPOSED, version=2)


def test_that_somebody_read_a_candidate_keeps_no_draft(at: Desk) -> None:
    row = added(at)
    edition = kept(at, row)
    Look.objects.create(
        mission=at.mission, requirement=edition, edition=at.edition, eid=UNIT, person=at.expert, at=datetime.now(UTC)
    )
    decide_draft(at.expert, draft_at(row, "art. 3(1)"), state=DraftState.PROPOSED, version=2)
    assert own_requirements(at.mission) == []
    assert not Look.objects.exists()


def test_several_drafts_are_kept_at_once_or_none(at: Desk) -> None:
    row = added(at)
    shall = {one.draft.pk: 1 for one in drafts_of(standard_of(row), strength="shall")}
    stale = dict.fromkeys(shall, 1) | {next(iter(shall)): 7}
    with refused(ChangedMeanwhile):
        decide_drafts(at.expert, row, state=DraftState.KEPT, versions=stale)
    with one_entry(at.mission, at.expert, "edit_standards"):
        assert decide_drafts(at.expert, row, state=DraftState.KEPT, versions=shall, into_scope=True) == 4
    assert len(own_requirements(at.mission)) == 4
    assert all(one.is_scoped for one in own_requirements(at.mission))
    with no_entry(at.mission):
        assert decide_drafts(at.expert, row, state=DraftState.DROPPED, versions={}) == 0


def test_drafting_again_keeps_what_people_decided(at: Desk) -> None:
    row = added(at)
    kept(at, row)
    dropped = draft_at(row, "art. 1")
    decide_draft(at.expert, dropped, state=DraftState.DROPPED, version=1)
    edited = draft_at(row, "art. 3(2)")
    own = replace(drafted_of(edited), title={"en": "Shelter"})
    decide_draft(at.expert, edited, state=DraftState.PROPOSED, version=1, edited=own)
    with one_entry(at.mission, at.expert, "edit_standards"):
        assert draft_requirements(at.expert, row) == len(TRUTH) - 3
    assert [one.place for one in drafts_of(standard_of(row))] == list(TRUTH)
    assert drafted_of(draft_at(row, "art. 3(2)")).title == {"en": "Shelter"}
    assert standard_of(row).counts == {"proposed": len(TRUTH) - 2, "kept": 1, "dropped": 1}


def test_an_own_requirement_is_edited_by_its_next_edition(at: Desk) -> None:
    first = kept(at, added(at))
    better = replace(requirement_of(first), title={"en": "Hearing of guests"})
    with one_entry(at.mission, at.expert, "edit_standards"):
        second = publish_requirement(at.expert, at.mission, better, based_on=1)
    assert (second.edition, second.mission) == (2, at.mission)
    assert requirement_of(newest_of(at.mission, first.requirement_id)) == better
    with refused(ChangedMeanwhile, match="version 2"):
        publish_requirement(at.expert, at.mission, replace(better, title={"en": "Other"}), based_on=1)
    with refused(RepeatedName):
        publish_requirement(at.expert, at.mission, better, based_on=0)
    with no_entry(at.mission):
        assert publish_requirement(at.expert, at.mission, better, based_on=2) == second


def test_a_citation_of_an_unknown_instrument_is_refused_with_the_nearest(at: Desk) -> None:
    requirement = requirement_of(kept(at, added(at)))
    wrong = replace(requirement, citations=(Citation.parse("guest art. 1"),))
    with refused(UnknownInstrument, match="'guests'"):
        publish_requirement(at.expert, at.mission, wrong, based_on=1)


def test_a_released_requirement_is_edited_by_who_manages_programmes_for_all_missions(at: Desk) -> None:
    released = newest_of(at.mission, VICTIMS)
    better = replace(requirement_of(released), title={"en": "Identify victims"})
    with refused(NotAllowed):
        publish_requirement(at.expert, at.mission, better, based_on=1)
    edition = publish_requirement(at.manager, at.mission, better, based_on=1)
    assert (edition.edition, edition.mission) == (2, None)
    assert newest_of(mission_of(at.manager), VICTIMS) == edition


def test_the_words_of_a_cited_unit_are_found_by_its_place(at: Desk) -> None:
    row = added(at)
    requirement = requirement_of(kept(at, row))
    (words,) = own_words(at.mission, requirement)
    assert (words.unit.pinpoint, words.unit.heading, words.unit.eid) == (
        "art. 3(1)",
        "Duties of hosts",
        "art_3__para_1",
    )
    assert "heard" in words.unit.words
    assert not words.is_recognised
    edition = text_of(row.act)
    assert edition is not None
    assert [one.pinpoint for one in cited_units(edition, "art. 3(1)(b), art. 4")] == ["art. 3(1)", "art. 4"]
    assert len(list(cited_units(edition, "art. 3"))) == 7
    assert list(cited_units(edition, "art. 33(1), preamble")) == []
    assert own_words(at.mission, requirement_of(newest_of(at.mission, VICTIMS))) == []


@pytest.mark.parametrize(
    "title",
    [
        TRAFFICKING,
        "DIRECTIVE (EU) 2024/1346 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL",
        "Convention on the Rights of the Child",
    ],
)
def test_the_text_of_an_instrument_of_the_catalogue_is_recognised_by_its_title(at: Desk, title: str) -> None:
    act = act_on_file(at)
    act.title = {"en": title}
    act.save()
    base = requirement_of(newest_of(at.mission, VICTIMS))
    names = ("tip-protocol", "dir-2024-1346", "crc")
    citing = replace(base, citations=tuple(Citation(name, "art. 3(1)") for name in names))
    (words,) = own_words(at.mission, citing)
    assert words.is_recognised
    known = catalogue_instrument_of(act)
    assert known is not None
    assert known.id in names


def test_a_title_that_the_catalogue_does_not_have_is_recognised_as_nothing(at: Desk) -> None:
    assert catalogue_instrument_of(act_on_file(at)) is None


def test_a_released_requirement_cites_no_instrument_that_one_mission_alone_has(at: Desk) -> None:
    added(at)
    citing = replace(requirement_of(newest_of(at.mission, VICTIMS)), citations=(Citation("guests", "art. 1"),))
    with refused(UnknownInstrument):
        publish_requirement(at.manager, at.mission, citing, based_on=1)


def test_a_text_in_russian_is_drafted_in_russian(at: Desk) -> None:
    row = added(at, RUSSIAN)
    assert drafted_of(draft_at(row, "art. 2(2)")).statement["ru"].startswith("Государства-участники")


@pytest.mark.parametrize(("file", "name"), [("trafficking-protocol", "tip-protocol"), ("rbpr", "reg-2024-1349")])
def test_real_instruments_of_the_catalogue_are_recognised_and_drafted_from(at: Desk, file: str, name: str) -> None:
    act = act_on_file(at, "\n".join(_printed(real_instrument(file))))
    known = catalogue_instrument_of(act)
    assert known is not None
    assert known.id == name
    row = take_instrument(at.expert, at.mission, act=act, name=known.id)
    assert standard_of(row).total > 20
    names = {drafted_of(one).id for one in row.drafts.all()}
    assert len(names) == standard_of(row).total
    assert names.isdisjoint(newest_editions(at.mission))
    assert {one.instrument for each in row.drafts.all() for one in drafted_of(each).citations} == {name}


def _printed(law: Any) -> list[str]:
    return [*law.head, *(line for unit in law.provisions for line in unit.paragraphs())]
