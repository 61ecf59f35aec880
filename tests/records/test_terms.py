"""Words are proposed, decided about, and then live in the thesaurus of their mission, and of no other."""

from datetime import date

import pytest

from muvofiq.publication.glossary import Order
from muvofiq.records.actions.decide_term import decide_term
from muvofiq.records.actions.open_workbench import open_workbench
from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.actions.propose_term import new_id, propose_term, withdraw_term
from muvofiq.records.actions.take_thesaurus import take_thesaurus, withdraw_source
from muvofiq.records.errors import (
    Missing,
    NotAWord,
    NoTermsNeeded,
    NotOnFile,
    NotYourProposal,
    WordOnFile,
    WordProposedBefore,
)
from muvofiq.records.models import Job, Mission, TermProposal
from muvofiq.records.queries.glossary import glossary_of
from muvofiq.records.queries.released import terms_of, thesaurus, thesaurus_of
from muvofiq.records.queries.search import search_page
from muvofiq.records.queries.seeking import Wanted as Sought
from muvofiq.records.queries.terms import Wanted, Which, open_words, proposal_keyed, sources_of, term_page, terms_page
from muvofiq.records.words import Role, SessionKind, TermState
from muvofiq.standards.thesaurus import Concept, Thesaurus
from tests.records.small import STARTS, Desk, expert_in, history, mission_of, no_entry, one_entry, refused

pytestmark = pytest.mark.django_db
NEW = "осебдида"  # a word for victim that the released thesaurus does not have
ACCEPTED, REJECTED, PROPOSED = TermState.ACCEPTED, TermState.REJECTED, TermState.PROPOSED


def proposed(at: Desk, *, concept_id: str = "victim", word: str = NEW, is_preferred: bool = False) -> TermProposal:
    return propose_term(
        at.expert, at.mission, concept_id=concept_id, language="tg", word=word, is_preferred=is_preferred
    )


def test_a_word_is_proposed_with_who_and_when_and_changes_nothing_yet(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "propose_term"):
        propose_term(
            at.expert, at.mission, concept_id="victim", language="tg", word=f"  {NEW} ", note=" heard in court "
        )
    saved = TermProposal.objects.get()
    assert (saved.word, saved.note, saved.state, saved.proposed_by) == (NEW, "heard in court", "proposed", at.expert)
    assert thesaurus_of(at.mission) is thesaurus()
    assert history(at.mission)[-1].subject == "term victim"


def test_an_accepted_word_lives_in_this_mission_alone_and_asks_for_matching(at: Desk) -> None:
    other = mission_of(at.manager, slug="other")
    row = proposed(at)
    Job.objects.all().delete()
    with one_entry(at.mission, at.expert, "decide_term"):
        decide_term(at.expert, row, ACCEPTED)
    row.refresh_from_db()
    assert (row.decided_by, row.decided_at is not None) == (at.expert, True)
    assert NEW in terms_of(at.mission).concept("victim").labels["tg"]
    assert thesaurus_of(at.mission).found_in(f"{NEW}гон", "tg") == {"victim"}
    assert thesaurus_of(at.mission) is thesaurus_of(at.mission)
    assert thesaurus_of(other).found_in(NEW, "tg") == set()
    assert Job.objects.get().mission == at.mission


def test_a_running_matching_does_not_count_for_the_words_that_were_accepted_since(at: Desk) -> None:
    Job.objects.update(state="running")
    decide_term(at.expert, proposed(at), ACCEPTED)
    assert Job.objects.filter(state="waiting").count() == 1


def test_a_rejected_word_does_not_live_and_can_be_accepted_after_all(at: Desk) -> None:
    row = proposed(at)
    Job.objects.all().delete()
    decide_term(at.expert, row, REJECTED)
    assert thesaurus_of(at.mission) is thesaurus()
    assert not Job.objects.exists()
    row = decide_term(at.expert, row, ACCEPTED)
    row = decide_term(at.expert, row, PROPOSED)
    assert (row.decided_by, row.decided_at, thesaurus_of(at.mission) is thesaurus()) == (None, None, True)
    with no_entry(at.mission):
        decide_term(at.expert, row, PROPOSED)


def test_a_word_can_be_accepted_otherwise_than_it_was_proposed(at: Desk) -> None:
    row = proposed(at)
    decide_term(at.expert, row, ACCEPTED, is_preferred=True)
    assert terms_of(at.mission).concept("victim").preferred("tg") == NEW
    decide_term(at.expert, row, ACCEPTED, is_preferred=False)
    assert terms_of(at.mission).concept("victim").labels["tg"][-1] == NEW


def test_an_unconfirmed_word_is_confirmed_by_proposing_and_accepting_it(at: Desk) -> None:
    concept = terms_of(at.mission).concept("victim")
    word = concept.preferred("tg") or ""
    assert "tg" in concept.unconfirmed_languages
    assert term_page(at.mission, "victim").confirmable == {"tg": word}
    row = decide_term(at.expert, proposed(at, word=word, is_preferred=True), ACCEPTED)
    assert terms_of(at.mission).concept("victim").is_unconfirmed("tg", word)
    native = expert_in(at.mission, at.manager, name="Native Lawyer", role=Role.NATIONAL_EXPERT)
    assert term_page(at.mission, "victim").awaits(row, native)
    assert not term_page(at.mission, "victim").awaits(row, at.expert)
    Job.objects.all().delete()
    with one_entry(at.mission, native, "decide_term"):
        decide_term(native, row, ACCEPTED)
    assert not Job.objects.exists()
    with no_entry(at.mission):
        decide_term(native, row, ACCEPTED)
        decide_term(at.expert, row, ACCEPTED)
    assert not terms_of(at.mission).concept("victim").is_unconfirmed("tg", word)
    page = term_page(at.mission, "victim")
    shown = page.row.words["tg"][0]
    assert (shown.word, shown.is_unconfirmed, page.confirmable) == (word, False, {})
    assert shown.accepted is not None
    assert shown.accepted.decided_by == native


@pytest.mark.parametrize("role", [Role.NATIONAL_EXPERT, Role.STANDARDS_EDITOR])
def test_nobody_confirms_an_own_word_and_only_a_national_lawyer_that_of_another(at: Desk, role: Role) -> None:
    native = expert_in(at.mission, at.manager, name="Native Lawyer", role=role)
    row = propose_term(native, at.mission, concept_id="victim", language="tg", word=NEW)
    for person in (native, at.expert):
        decide_term(person, row, ACCEPTED)
        assert thesaurus_of(at.mission).found_in(NEW, "tg") == {"victim"}
        assert terms_of(at.mission).concept("victim").is_unconfirmed("tg", NEW)
    second = expert_in(at.mission, at.manager, name="Second Lawyer", role=role)
    decide_term(second, row, ACCEPTED)
    assert not terms_of(at.mission).concept("victim").is_unconfirmed("tg", NEW)


def test_the_tajik_word_of_a_new_concept_awaits_a_native_lawyer_too(at: Desk) -> None:
    row = propose_term(at.expert, at.mission, language="tg", word="саги сарҳадбон", broader="border")
    decide_term(at.expert, row, ACCEPTED)
    assert terms_of(at.mission).concept(row.concept_id).is_unconfirmed("tg", row.word)


def test_a_new_concept_stands_where_it_was_proposed(at: Desk) -> None:
    row = propose_term(at.expert, at.mission, language="en", word="Border guard dog", broader="border")
    assert (row.concept_id, row.is_preferred) == ("border-guard-dog", True)
    page = term_page(at.mission, "border-guard-dog")
    assert (page.row.is_new, [one.id for one in page.broader]) == (True, ["border"])
    assert page.facet is not None
    second = proposed(at, concept_id="border-guard-dog", word="саги сарҳадбон")
    assert second.broader == "border"
    decide_term(at.expert, second, ACCEPTED)
    assert thesaurus_of(at.mission).label("border-guard-dog", "en") == "саги сарҳадбон"
    decide_term(at.expert, row, ACCEPTED)
    assert [one.id for one in terms_of(at.mission).broader("border-guard-dog")] == ["border"]
    assert not term_page(at.mission, "border-guard-dog").row.is_new


def test_the_id_of_a_new_concept_is_never_in_use() -> None:
    assert new_id("Exchange", []) == "exchange-2"
    assert new_id("Visa", ["visa", "visa-2"]) == "visa-3"
    assert new_id("посбон", []) == new_id("посбон", []) != new_id("посбонҳо", [])


def test_what_makes_no_sense_is_refused(at: Desk) -> None:
    def propose(**changes: object) -> None:
        asked = {"concept_id": "victim", "language": "tg", "word": NEW} | changes
        propose_term(at.expert, at.mission, **asked)  # type: ignore[arg-type]

    known = terms_of(at.mission).concept("victim").labels["ru"][1]
    with refused(Missing, match="the word"):
        propose(word=" \u2003 ")
    with refused(NotAWord, match="kk"):
        propose(language="kk")
    with refused(NotOnFile, match="nothing"):
        propose(concept_id="nothing")
    with refused(Missing, match="broader"):
        propose(concept_id="")
    with refused(NotOnFile, match="nothing"):
        propose(concept_id="", broader="nothing")
    with refused(WordOnFile, match=known):
        propose(language="ru", word=known)
    with refused(WordOnFile, match="concept «victim»"):
        propose(concept_id="", broader="person", language="ru", word=known)
    propose()
    with refused(WordProposedBefore, match="Anna Horvat"):
        propose()
    with refused(WordProposedBefore):
        propose(concept_id="", broader="person")


def test_only_ones_own_open_proposal_can_be_withdrawn(at: Desk) -> None:
    row = proposed(at)
    other = expert_in(at.mission, at.manager, name="Second Expert")
    with refused(NotYourProposal, match="Anna Horvat"):
        withdraw_term(other, row)
    decide_term(at.expert, row, REJECTED)
    with refused(NotYourProposal, match="rejected"):
        withdraw_term(at.expert, row)
    decide_term(at.expert, row, PROPOSED)
    with one_entry(at.mission, at.expert, "propose_term"):
        withdraw_term(at.expert, row)
    with refused(NotOnFile):
        withdraw_term(at.expert, row)
    with refused(NotOnFile):
        decide_term(at.expert, row, ACCEPTED)
    assert history(at.mission)[-1].change["removed"] == NEW


def test_the_page_finds_counts_and_narrows(at: Desk) -> None:
    nothing = terms_page(at.mission, Wanted())
    assert (nothing.rows, nothing.counts["all"], nothing.counts["proposals"]) == (
        (),
        len(terms_of(at.mission).concepts),
        0,
    )
    proposed(at)
    propose_term(at.expert, at.mission, language="ru", word="пограничная собака", broader="border")
    found = terms_page(at.mission, Wanted(NEW))
    assert [row.concept.id for row in found.rows] == []
    found = terms_page(at.mission, Wanted("пограничной собакой"))
    assert [(row.is_new, row.open) for row in found.rows] == [(True, 1)]
    assert {row.concept.id for row in terms_page(at.mission, Wanted(which=Which.PROPOSALS)).rows} >= {"victim"}
    missing = terms_page(at.mission, Wanted(which=Which.MISSING)).rows
    assert missing
    assert all(row.missing for row in missing)
    in_facet = terms_page(at.mission, Wanted(facet="institutions")).rows
    assert {row.concept.facet for row in in_facet} == {"institutions"}
    near = terms_page(at.mission, Wanted("victm"))
    assert near.is_near_only
    assert near.rows[0].concept.id == "victim"


def test_the_page_of_a_concept_tells_where_the_scope_names_it(at: Desk) -> None:
    page = term_page(at.mission, "interpreter")
    assert "screening-interpretation" in {one.id for one in page.requirements}
    with refused(NotOnFile, match="nothing"):
        term_page(at.mission, "nothing")


def test_the_search_in_the_laws_uses_accepted_words(at: Desk) -> None:
    assert not search_page(at.mission, Sought("толмачествующий", usual="ru")).provisions
    row = propose_term(at.expert, at.mission, concept_id="interpreter", language="ru", word="толмачествующий")
    decide_term(at.expert, row, ACCEPTED)
    found = search_page(at.mission, Sought("толмачествующий", usual="ru")).provisions
    assert found
    assert "ереводчик" in "".join(mark.text for mark in found[0].words)


THEIRS = Thesaurus(
    (
        Concept("victim", {"tg": (NEW,)}),
        Concept("http://example.org/dog", {"en": ("service dog",), "ru": ("служебная собака",)}),
        Concept("http://example.org/pup", {"en": ("service pup",), "kk": ("күшік",)}, broader="http://example.org/dog"),
        Concept("http://example.org/long", {"en": ("x" * 300,)}),
    )
)


def test_a_thesaurus_comes_in_as_proposals_once(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "propose_term"):
        offer = take_thesaurus(at.expert, at.mission, THEIRS, "theirs.ttl")
    assert (len(offer.words), offer.matched, offer.foreign) == (4, 1, 1)
    rows = {one.word: one for one in TermProposal.objects.all()}
    assert set(rows) == {NEW, "service dog", "служебная собака", "service pup"}
    assert {one.source for one in rows.values()} == {"theirs.ttl"}
    assert rows["service pup"].broader == rows["service dog"].concept_id == "service-dog"
    assert thesaurus_of(at.mission) is thesaurus()
    with no_entry(at.mission):
        again = take_thesaurus(at.expert, at.mission, THEIRS, "theirs.ttl")
    assert again.words == ()
    assert sources_of(at.mission, at.expert) == [("theirs.ttl", 4)]
    assert sources_of(at.mission, at.manager) == []


def test_all_that_came_from_a_file_can_be_withdrawn_but_for_what_was_decided(at: Desk) -> None:
    take_thesaurus(at.expert, at.mission, THEIRS, "theirs.ttl")
    mine = proposed(at, word="мазлум")
    decide_term(at.expert, TermProposal.objects.get(word=NEW), ACCEPTED)
    assert withdraw_source(at.expert, at.mission, "theirs.ttl") == 3
    assert set(TermProposal.objects.values_list("word", flat=True)) == {NEW, mine.word}
    with no_entry(at.mission):
        assert withdraw_source(at.expert, at.mission, "") == 0


def test_a_word_that_was_proposed_as_a_synonym_does_not_come_in_twice_as_the_preferred_one(at: Desk) -> None:
    decide_term(at.expert, proposed(at), ACCEPTED)
    assert take_thesaurus(at.expert, at.mission, Thesaurus(THEIRS.concepts[:1]), "theirs.ttl").words == ()


def test_open_words_leave_with_the_name_of_who_proposed_them(at: Desk) -> None:
    row = proposed(at)
    (one,) = open_words(at.mission)
    assert (one.concept, one.word, one.by, date.fromisoformat(one.on)) == (
        "victim",
        NEW,
        "Anna Horvat",
        row.proposed_at.date(),
    )
    assert proposal_keyed(at.mission, row.pk) == row
    other = mission_of(at.manager, slug="other")
    with refused(NotOnFile):
        proposal_keyed(other, row.pk)


def test_the_glossary_has_what_scope_and_agenda_name(at: Desk) -> None:
    plan_session(at.expert, at.mission, kind=SessionKind.WORKSHOP, title={"en": "Extradition and visas"}, day=STARTS)
    decide_term(at.expert, proposed(at, is_preferred=True), ACCEPTED)
    value = glossary_of(at.mission, "ru", Order.FACET)
    terms = {term.id: term.words for part in value.parts for term in part.terms}
    assert {"extradition", "visa", "interpreter", "victim"} <= set(terms)
    assert terms["victim"]["tg"] == f"{NEW}\u00a0?"
    assert value.needed >= value.rows == len(terms)


TERMS_OF_ART = {
    "uac",
    "guardian",
    "stateless",
    "best-interests",
    "reflection-period",
    "age-assessment",
    "travel-document",
    "accelerated",
    "readmission-agreement",
}


def test_the_glossaries_of_the_shipped_missions_have_the_terms_of_art_and_one_notice() -> None:
    open_workbench()
    for mission in Mission.objects.all():
        for order in Order:
            value = glossary_of(mission, "ru", order)
            terms = {term.id for part in value.parts for term in part.terms}
            assert terms >= TERMS_OF_ART, mission.slug
            assert terms.isdisjoint({"item", "part", "code"}), mission.slug
            assert len(value.notices) == 1


def test_without_scope_and_agenda_there_is_no_glossary(at: Desk) -> None:
    empty = mission_of(at.manager, slug="empty", title="Zzz")
    with refused(NoTermsNeeded):
        glossary_of(empty, "en")
