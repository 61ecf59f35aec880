"""The pages of the mission's own standards: from an act on file to a requirement in own words."""

from typing import Any

import pytest
from django.test import Client

from muvofiq.records.actions.decide_draft import decide_draft
from muvofiq.records.models import DraftRequirement, OwnInstrument
from muvofiq.records.queries.own_standards import drafts_of, newest_of, own_requirements, own_standards
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.words import DraftState, Role
from tests.records.guests import act_on_file
from tests.records.small import VICTIMS, Desk, expert_in, requirements
from tests.standards.convention import CONVENTION, NOTHING_ASKED, RUSSIAN, TRUTH

pytestmark = pytest.mark.django_db

STANDARDS = "/missions/border/norms/standards/"
OWN = "/missions/border/norms/requirements/guests-3-1/"
TYPED = {
    "short": "guests",
    "title": "Convention on Guests",
    "kind": "un_treaty",
    "adopted": "1999-05",
    "in_force": "2001-01-31",
    "identifiers": "unts: 1234, p. 5\r\nsource: https://example.org/guests",
    "party": "accession",
    "party_date": "2003-04-05",
    "reservations": "No tea in August",
}


def made(at: Desk, browser: Client, **typed: str) -> OwnInstrument:
    act = act_on_file(at)
    answer = browser.post(STANDARDS, {**TYPED, "act": str(act.pk), **typed})
    assert answer.status_code == 302, answer.text
    return at.mission.own_instruments.get()


def page_of(row: OwnInstrument) -> str:
    return f"{STANDARDS}{row.pk}/"


def draft_at(row: OwnInstrument, place: str) -> DraftRequirement:
    (standard,) = own_standards(row.mission)
    return next(one.draft for one in drafts_of(standard) if one.place == place)


def editor_of(draft: DraftRequirement) -> str:
    return f"{page_of(draft.instrument)}drafts/{draft.pk}/"


def typed_in(**otherwise: Any) -> dict[str, Any]:
    return {
        "title": "Hearing of guests",
        "statement": "A guest is heard at once.",
        "elements": "at once\r\nin the guest's language",
        "terms": "guest\r\nhearing",
        "citations": "guests art. 3(1)",
        "strength": "shall",
        "groups": ["children"],
        "stages": ["first contact", "screening"],
        "version": "1",
        "state": "kept",
        **otherwise,
    }


def test_without_any_standard_the_page_says_what_to_do_first(browser: Client) -> None:
    text = browser.get(STANDARDS).text
    assert "No instrument of your own yet" in text
    assert "a standard to judge by" in text


def test_an_act_on_file_becomes_an_instrument_with_drafts(at: Desk, browser: Client) -> None:
    row = made(at, browser)
    (standard,) = own_standards(at.mission)
    party = standard.instrument.participation["TJ"]
    assert (str(party.date), party.reservations[0].text) == ("2003-04-05", {"en": "No tea in August"})
    assert standard.instrument.identifiers["source"] == "https://example.org/guests"
    page = browser.get(page_of(row), follow=True)
    assert page.text.count("data-card") == len(TRUTH)
    assert "shall consider: a duty to try or to weigh" in page.text
    assert "Convention on Guests" in browser.get(STANDARDS).text
    assert "guests" in browser.get("/missions/border/norms/").text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("short", "crc", "used twice"),
        ("short", "Big Letters", "small letters"),
        ("identifiers", "isbn: 5", "«isbn: 5» is no identifier"),
        ("identifiers", "celex", "«celex» is no identifier"),
        ("identifiers", "eli: 1\nELI: 2", "given twice"),
        ("adopted", "the fifteenth of November 2000", "is no day"),
        ("in_force", "2000-13", "«2000-13» is no day"),
        ("kind", "poem", "Kind"),
        ("act", "x", "Act on file"),
    ],
)
def test_wrong_facts_are_told_in_place_and_nothing_is_saved(
    at: Desk, browser: Client, field: str, value: str, said: str
) -> None:
    act = act_on_file(at)
    answer = browser.post(STANDARDS, {**TYPED, "act": str(act.pk), field: value})
    assert answer.status_code == 422
    assert said in answer.text
    assert ", line " not in answer.text
    assert "YAML" not in answer.text
    assert not at.mission.own_instruments.exists()


def test_a_day_may_be_written_as_in_the_region(at: Desk, browser: Client) -> None:
    made(at, browser, adopted="5.11.1999", in_force="1.2001")
    (standard,) = own_standards(at.mission)
    assert (str(standard.instrument.adopted), str(standard.instrument.in_force)) == ("1999-11-05", "2001-01")


def test_the_catalogue_instrument_of_the_title_is_proposed_and_taken(at: Desk, browser: Client) -> None:
    act = act_on_file(
        at, CONVENTION.replace("CONVENTION ON GUESTS AT MOUNTAIN PASSES", "CONVENTION ON THE RIGHTS OF THE CHILD")
    )
    page = browser.get(STANDARDS).text
    assert 'name="instrument" value="crc"' in page
    assert "proposed by the machine" in page
    assert '<option value="tip-protocol">' in page
    answer = browser.post(STANDARDS, {"act": str(act.pk), "instrument": "crc", "kind": "un_treaty"})
    assert answer.status_code == 302, answer.text
    row = at.mission.own_instruments.get()
    listed = browser.get(STANDARDS).text
    assert "an instrument of the catalogue" in listed
    shown = browser.get(page_of(row)).text
    assert "its facts come from there" in shown
    assert "Save the facts" not in shown
    assert f'href="{page_of(row)}"' in browser.get("/missions/border/norms/instruments/crc/").text


def test_the_proposal_follows_the_act_that_is_chosen(at: Desk, browser: Client) -> None:
    act_on_file(at)
    treaty = act_on_file(at, CONVENTION.replace("GUESTS AT MOUNTAIN PASSES", "THE RIGHTS OF THE CHILD"), name="crc.txt")
    assert 'name="instrument" value="crc"' not in browser.get(STANDARDS).text
    assert 'name="instrument" value="crc"' in browser.get(STANDARDS, {"act": str(treaty.pk)}).text
    assert browser.get(STANDARDS, {"act": "x"}).status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"instrument": "crc", "short": "guests"}, "has a short name"),
        ({"instrument": "the moon treaty"}, "no such instrument"),
        ({}, "or give a new one a short name"),
    ],
)
def test_either_an_instrument_of_the_catalogue_or_a_new_one_is_named(
    at: Desk, browser: Client, typed: dict[str, str], said: str
) -> None:
    act = act_on_file(at)
    answer = browser.post(STANDARDS, {"act": str(act.pk), "kind": "un_treaty", **typed})
    assert answer.status_code == 422
    assert said in answer.text
    assert not at.mission.own_instruments.exists()


def test_an_instrument_of_the_catalogue_can_be_named_by_its_title(at: Desk, browser: Client) -> None:
    act = act_on_file(at)
    typed = {"act": str(act.pk), "kind": "un_treaty", "instrument": "  Convention on the rights of the CHILD "}
    assert browser.post(STANDARDS, typed).status_code == 302


def test_an_instrument_is_removed_while_nothing_is_kept_of_it(at: Desk, browser: Client) -> None:
    row = made(at, browser)
    draft = draft_at(row, "art. 3(1)")
    decide_draft(at.expert, draft, state=DraftState.KEPT, version=1)
    assert 'name="remove"' not in browser.get(page_of(row)).text
    refused = browser.post(page_of(row), {"remove": "1"})
    assert refused.status_code == 422
    assert "N003" in refused.text
    decide_draft(at.expert, draft, state=DraftState.DROPPED, version=2)
    assert 'name="remove"' in browser.get(page_of(row)).text
    assert browser.post(page_of(row), {"remove": "1"}).status_code == 302
    assert not at.mission.own_instruments.exists()


def test_without_a_title_that_of_the_register_is_taken(at: Desk, browser: Client) -> None:
    made(at, browser, title="")
    (standard,) = own_standards(at.mission)
    assert standard.instrument.title["en"].startswith("CONVENTION ON GUESTS AT MOUNTAIN PASSES")


def test_a_text_that_asks_nothing_says_so(at: Desk, browser: Client) -> None:
    act = act_on_file(at, NOTHING_ASKED, name="weather.txt")
    answer = browser.post(STANDARDS, {**TYPED, "act": str(act.pk)})
    assert answer.status_code == 422
    assert "No obligation was found" in answer.text


def test_drafts_are_narrowed_by_strength_and_state(at: Desk, browser: Client) -> None:
    row = made(at, browser)
    assert browser.get(page_of(row), {"strength": "shall consider"}).text.count("data-card") == 2
    assert browser.get(page_of(row), {"state": "kept"}).text.count("data-card") == 0
    assert browser.get(page_of(row), {"strength": "x", "state": "y", "page": "z"}).status_code == 200


def test_a_draft_is_kept_dropped_and_taken_back_in_the_list(at: Desk, browser: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    htmx = {"HX-Request": "true"}
    kept = browser.post(editor_of(draft), {"state": "kept", "version": "1", "into_scope": "on"}, headers=htmx)
    assert kept.status_code == 200
    assert "card accepted" in kept.text
    assert "Kept as N003" in kept.text
    assert own_requirements(at.mission)[0].is_scoped
    stale = browser.post(editor_of(draft), {"state": "dropped", "version": "1"}, headers=htmx)
    assert stale.status_code == 409
    assert "has changed this meanwhile" in stale.text
    still = browser.post(editor_of(draft), {"state": "proposed", "version": "2"}, headers=htmx)
    assert still.status_code == 422
    assert "cannot be removed" in still.text


def test_several_drafts_are_decided_after_a_confirmation(at: Desk, browser: Client) -> None:
    row = made(at, browser)
    (standard,) = own_standards(at.mission)
    drafts = [f"{one.draft.pk}:1" for one in drafts_of(standard, strength="shall")]
    typed = {"several": "1", "state": "kept", "draft": drafts}
    unseen = browser.post(page_of(row), typed)
    assert unseen.status_code == 422
    assert "Look at them first" in unseen.text
    assert browser.post(page_of(row), typed | {"seen": "on", "into_scope": "on"}).status_code == 302
    assert len(own_requirements(at.mission)) == 4
    broken = browser.post(page_of(row), typed | {"seen": "on", "draft": ["x:y"]})
    assert broken.status_code == 422


def test_a_draft_is_put_into_own_words_and_kept(at: Desk, browser: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    page = browser.get(editor_of(draft)).text
    assert "still stands in the instrument" in page
    assert "victim of trafficking" in page
    assert browser.post(editor_of(draft), typed_in()).status_code == 302
    requirement = requirement_of(newest_of(at.mission, "guests-3-1"))
    assert requirement.statement == {"en": "A guest is heard at once."}
    assert [one["en"] for one in requirement.elements] == ["at once", "in the guest's language"]
    assert requirement.terms["en"] == ("guest", "hearing")
    assert requirement.terms["ru"]
    assert "Kept as" not in browser.get(editor_of(draft)).text
    assert "Edit the requirement" in browser.get(editor_of(draft)).text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("citations", "guest art. 3", "Did you mean &#x27;guests&#x27;?"),
        ("citations", "§ 3", "is not a citation"),
        ("citations", "", "Cited norms"),
        ("groups", [], "Whom it protects"),
        ("title", "  ", "Title: This field is required."),
        ("elements", "", "Elements to look for in the law, one a line: This field is required."),
        ("stages", ["the moon"], "At which stage"),
    ],
)
def test_what_is_wrong_in_a_requirement_is_told_in_place(
    at: Desk, browser: Client, field: str, value: object, said: str
) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    answer = browser.post(editor_of(draft), typed_in(**{field: value}))
    assert answer.status_code == 422
    assert said in answer.text
    assert "A guest is heard at once." in answer.text
    live = browser.post(editor_of(draft), typed_in(**{field: value}, check="1"), headers={"HX-Request": "true"})
    assert said in live.text
    assert own_requirements(at.mission) == []


def test_an_emptied_statement_is_refused_and_not_put_back(at: Desk, browser: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    browser.post(editor_of(draft), typed_in())
    answer = browser.post(OWN, typed_in(statement=" \n", version="1"))
    assert answer.status_code == 422
    assert "What it requires: This field is required." in answer.text
    assert newest_of(at.mission, "guests-3-1").edition == 1


def test_a_right_form_is_checked_without_being_saved(at: Desk, browser: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    live = browser.post(editor_of(draft), typed_in(check="1"), headers={"HX-Request": "true"})
    assert "message error" not in live.text
    draft.refresh_from_db()
    assert draft.version == 1


def test_two_people_at_one_draft_see_what_is_saved_before_they_replace_it(at: Desk, browser: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    decide_draft(at.expert, draft, state=DraftState.DROPPED, version=1)
    answer = browser.post(editor_of(draft), typed_in())
    assert answer.status_code == 409
    assert "What is saved now" in answer.text
    assert 'name="version" value="2"' in answer.text
    assert browser.post(editor_of(draft), typed_in(version="2")).status_code == 302


def test_an_own_requirement_gets_a_new_edition(at: Desk, browser: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    browser.post(editor_of(draft), typed_in())
    address = "/missions/border/norms/requirements/guests-3-1/"
    page = browser.get(address).text
    assert "is heard" in page
    assert browser.post(address, typed_in(title="Heard", version="1")).status_code == 302
    assert newest_of(at.mission, "guests-3-1").edition == 2
    stale = browser.post(address, typed_in(title="Other", version="1"))
    assert stale.status_code == 409
    assert 'name="version" value="2"' in stale.text


def test_a_saved_edition_leads_to_the_finding_the_scope_and_the_draft(at: Desk, browser: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    browser.post(editor_of(draft), typed_in())
    page = browser.get(OWN).text
    assert "Add it under «Scope»" in page
    assert f'href="{editor_of(draft)}"' in page
    assert 'href="/missions/border/norms/"' in page.split("<main")[0]
    put = browser.post(editor_of(draft), {"state": "kept", "version": "2", "into_scope": "on"})
    assert put.status_code == 302
    assert "still judges by edition" not in browser.get(OWN).text
    browser.post(OWN, typed_in(title="Heard", version="1"))
    page = browser.get(OWN).text
    assert 'href="/missions/border/requirements/guests-3-1/"' in page
    assert "Your mission still judges by edition 1." in page
    assert 'href="/missions/border/norms/editions/#guests-3-1"' in page


def test_the_reservation_and_the_strength_stand_where_a_requirement_is_judged_and_chosen(
    at: Desk, browser: Client
) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    browser.post(editor_of(draft), typed_in(into_scope="on"))
    page = browser.get("/missions/border/requirements/guests-3-1/").text
    required = page.split('id="required"')[1].split('id="answers-title"')[0]
    assert required.count("binding treaty, with reservation") == 2
    assert "shall: a duty" in required
    chosen = browser.get("/missions/border/scope/", {"search": "guests-3-1"}).text
    assert chosen.count("binding treaty, with reservation") == 1


def test_a_requirement_outside_the_scope_says_so_and_leads_there(at: Desk, browser: Client, client: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    browser.post(editor_of(draft), typed_in())
    address = "/missions/border/requirements/guests-3-1/"
    page = browser.get(address)
    assert page.status_code == 200
    assert "not in the scope of the mission" in page.text
    assert 'href="/missions/border/scope/?search=guests-3-1"' in page.text
    assert "A guest is heard at once." in page.text
    assert browser.get("/missions/border/requirements/nothing/").status_code == 404
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    assert "See the scope" in client.get(address).text


def test_what_english_left_behind_is_marked_until_somebody_has_revised_it(at: Desk, browser: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    browser.post(editor_of(draft), typed_in(into_scope="on"))
    browser.cookies["muvofiq_content"] = "ru"
    russian = typed_in(title="Опрос", statement="Гостя выслушивают.", elements="сразу\r\nна языке гостя", terms="гость")
    assert browser.post(OWN, {**russian, "version": "1"}).status_code == 302
    assert "not revised" not in browser.get(OWN).text
    browser.cookies["muvofiq_content"] = "en"
    reworded = typed_in(
        statement="A guest is heard within a day.", elements="the guest pays nothing\r\nin the guest's language"
    )
    assert browser.post(OWN, {**reworded, "version": "2"}).status_code == 302
    requirement = requirement_of(newest_of(at.mission, "guests-3-1"))
    assert requirement.unconfirmed_languages == ("ru",)
    assert requirement.elements == (
        {"en": "the guest pays nothing"},
        {"en": "in the guest's language", "ru": "на языке гостя"},
    )
    for address in (OWN, "/missions/border/norms/editions/"):
        assert "RU not revised" in browser.get(address).text
    browser.cookies["muvofiq_content"] = "ru"
    assert "the guest pays nothing [en]" in browser.get(OWN).text
    assert 'name="confirmed"' in browser.get(OWN).text
    revised = {**russian, "elements": "бесплатно\r\nна языке гостя", "confirmed": "on", "version": "3"}
    assert browser.post(OWN, revised).status_code == 302
    requirement = requirement_of(newest_of(at.mission, "guests-3-1"))
    assert requirement.unconfirmed_languages == ()
    assert requirement.elements[0] == {"en": "the guest pays nothing", "ru": "бесплатно"}
    assert "not revised" not in browser.get(OWN).text
    assert 'name="confirmed"' not in browser.get(OWN).text


def test_a_released_requirement_is_read_by_experts_and_edited_by_who_manages_programmes(
    at: Desk, browser: Client, client: Client
) -> None:
    address = f"/missions/border/norms/requirements/{VICTIMS}/"
    assert "Your role does not edit this requirement" in browser.get(address).text
    cited = str(requirements((VICTIMS,))[0].citations[0])
    assert browser.post(address, typed_in(citations=cited)).status_code == 403
    client.force_login(at.manager)
    assert "for all missions" in client.get(address).text
    assert client.post(address, typed_in(citations=cited)).status_code == 302
    assert newest_of(at.mission, VICTIMS).mission is None
    assert newest_of(at.mission, VICTIMS).edition == 2


def test_the_page_of_a_requirement_leads_to_its_editing_who_may(at: Desk, browser: Client, client: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    decide_draft(at.expert, draft, state=DraftState.KEPT, version=1, into_scope=True)
    own, released = (f"/missions/border/requirements/{name}/" for name in ("guests-3-1", VICTIMS))
    edit = "Edit this requirement"
    assert edit in browser.get(own).text
    assert edit not in browser.get(released).text
    client.force_login(at.manager)
    assert edit in client.get(released).text


def test_what_is_typed_in_russian_leaves_the_english_as_it_was(at: Desk, browser: Client) -> None:
    draft = draft_at(made(at, browser), "art. 3(1)")
    browser.cookies["muvofiq_content"] = "ru"
    typed = typed_in(title="Опрос гостя", statement="Гость опрашивается сразу.", elements="", terms="гость")
    assert browser.post(editor_of(draft), typed).status_code == 302
    requirement = requirement_of(newest_of(at.mission, "guests-3-1"))
    assert requirement.title["en"].startswith("Duties of hosts")
    assert requirement.title["ru"] == "Опрос гостя"
    assert requirement.elements[0] == {"en": "without delay"}


def test_english_is_confirmed_once_it_is_typed_for_a_russian_text(at: Desk, browser: Client) -> None:
    act = act_on_file(at, RUSSIAN, name="guests.ru.txt")
    browser.post(STANDARDS, {**TYPED, "act": str(act.pk)})
    draft = draft_at(at.mission.own_instruments.get(), "art. 2(1)")
    browser.post(editor_of(draft), typed_in(citations="guests art. 2(1)"))
    requirement = requirement_of(newest_of(at.mission, "guests-2-1"))
    assert (requirement.statement["en"], requirement.unconfirmed_languages) == ("A guest is heard at once.", ())
    assert requirement.statement["ru"].startswith("Каждое")


def test_facts_are_corrected_and_drafts_made_again(at: Desk, browser: Client) -> None:
    row = made(at, browser)
    facts = {**TYPED, "facts": "1", "version": "1", "in_force": "2002", "party": "none", "reservations": ""}
    assert browser.post(page_of(row), facts).status_code == 302
    (standard,) = own_standards(at.mission)
    assert (str(standard.instrument.in_force), standard.instrument.states_covered) == ("2002", ("TJ",))
    assert standard.instrument.participation == {}
    assert browser.post(page_of(row), facts).status_code == 409
    assert browser.post(page_of(row), {"again": "1"}).status_code == 302


def test_an_observer_reads_and_changes_nothing(at: Desk, client: Client, browser: Client) -> None:
    row = made(at, browser)
    draft = draft_at(row, "art. 3(1)")
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    assert 'data-key="a"' not in client.get(page_of(row)).text
    assert "Save and keep" not in client.get(editor_of(draft)).text
    assert client.post(editor_of(draft), {"state": "kept", "version": "1"}).status_code == 403


def test_what_is_not_there_is_not_found(at: Desk, browser: Client) -> None:
    nowhere = "00000000-0000-4000-8000-000000000000"
    row = made(at, browser)
    for address in (
        f"{STANDARDS}{nowhere}/",
        f"{page_of(row)}drafts/{nowhere}/",
        "/missions/border/norms/requirements/x/",
    ):
        assert browser.get(address).status_code == 404


@pytest.mark.parametrize("garbage", ["", "\x00", "нет", "-1", "9" * 30, "<b> {x} %s: -\n- [", "a\u2028b: c"])
def test_no_garbage_breaks_a_page_that_is_there(at: Desk, browser: Client, garbage: str) -> None:
    row = made(at, browser)
    draft = draft_at(row, "art. 3(1)")
    own = "/missions/border/norms/requirements/guests-3-2/"
    decide_draft(at.expert, draft_at(row, "art. 3(2)"), state=DraftState.KEPT, version=1)
    names = [*TYPED, *typed_in(), "draft", "seen", "into_scope"]
    for address in (STANDARDS, page_of(row), editor_of(draft), own):
        for button in ("several", "again", "facts", "check", "state"):
            sent = {**dict.fromkeys(names, garbage), button: "1"}
            assert browser.post(address, sent).status_code < 500
            assert browser.post(address, {**typed_in(), "statement": garbage, "citations": garbage}).status_code < 500
