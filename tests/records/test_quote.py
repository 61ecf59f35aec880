"""A quotation is saved letter for letter as the cited unit has it, or not at all."""

from functools import partial

import pytest

from muvofiq.records.actions.decide_candidate import decide_candidate, withdraw_decision
from muvofiq.records.actions.quote import quote, withdraw_quotation
from muvofiq.records.errors import Missing, NotInEdition, NotOnFile
from muvofiq.records.models import Answer, Quotation
from muvofiq.records.queries.answers import answer_named
from muvofiq.records.queries.law_text import law_of, unit_of
from muvofiq.records.words import Decision
from tests.records.at_once import at_once
from tests.records.small import (
    UNIT,
    VICTIMS,
    WORDS,
    Desk,
    accepted,
    desk,
    expert_in,
    history,
    no_entry,
    one_entry,
    refused,
    tajik_twin,
)


def undecided(at: Desk, *, eid: str = UNIT) -> Answer:
    return answer_named(at.mission, VICTIMS, at.edition, eid)


@pytest.mark.django_db
def test_words_of_the_unit_are_quoted_with_the_hash_of_the_text() -> None:
    at = desk()
    answer = accepted(at)
    with one_entry(at.mission, at.expert, "quote"):
        quotation = quote(at.expert, answer, WORDS)
    saved = Quotation.objects.get()
    assert saved == quotation
    assert (saved.words, saved.answer, saved.quoted_by) == (WORDS, answer, at.expert)
    assert saved.text_sha256 == at.edition.text_id
    assert saved.words in unit_of(at.edition, UNIT).words
    assert history(at.mission)[-1].subject == f"{VICTIMS} border-law-ru~{UNIT}"
    assert history(at.mission)[-1].change == {"quotation": WORDS}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    [
        "  назначается\nсотрудник по\tработе  с уязвимыми лицами ",
        "назначается сотрудник\u00a0по работе\r\nс уязвимыми лицами",
    ],
)
def test_blanks_may_differ_and_the_words_are_saved_as_the_edition_has_them(words: str) -> None:
    at = desk()
    assert quote(at.expert, accepted(at), words).words == WORDS


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    [
        "назначается сотрудник по работе с уязвимым лицами",  # a letter too few
        "назначаются сотрудник по работе с уязвимыми лицами",
        "Назначается сотрудник по работе с уязвимыми лицами",
        "назначается сотрудник по работе c уязвимыми лицами",  # a Latin c
        "назначается сотрудник с уязвимыми лицами",
        "назначается сотрудник по работе с уязвимыми лицами!",
    ],
)
def test_one_letter_otherwise_and_nothing_is_saved(words: str) -> None:
    at = desk()
    answer = accepted(at)
    with refused(NotInEdition, match=r"ст\. 4 ч\. 2"):
        quote(at.expert, answer, words)


@pytest.mark.django_db
def test_words_of_another_unit_are_refused() -> None:
    at = desk()
    answer = accepted(at, eid="art_4__para_3")
    with refused(NotInEdition):
        quote(at.expert, answer, WORDS)


@pytest.mark.django_db
def test_words_of_the_same_law_in_another_language_are_refused() -> None:
    at = desk()
    twin = tajik_twin(at.mission, at.expert, at.edition)
    answer = decide_candidate(at.expert, at.mission, VICTIMS, edition=twin, eid=UNIT, decision=Decision.ACCEPTED)
    with refused(NotInEdition, match="language tg"):
        quote(at.expert, answer, WORDS)
    assert quote(at.expert, answer, unit_of(twin, UNIT).words).text_sha256 == twin.text_id


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["", " ", "\n\t "])
def test_a_quotation_has_words(words: str) -> None:
    at = desk()
    answer = accepted(at)
    with refused(Missing):
        quote(at.expert, answer, words)


@pytest.mark.django_db
def test_a_heading_can_be_quoted_and_so_can_words_across_paragraphs() -> None:
    at = desk()
    unit = unit_of(at.edition, "art_4")
    assert quote(at.expert, accepted(at, eid="art_4"), unit.heading).words == unit.heading
    first, second = unit.words.split("\n")[:2]
    across = f"{first[-20:]} {second[:20]}"
    assert quote(at.expert, accepted(at, eid="art_4"), across).words == f"{first[-20:]}\n{second[:20]}"


@pytest.mark.django_db
def test_units_of_all_kinds_can_be_quoted_in_full() -> None:
    at = desk()
    units = [(address.eid, unit) for address, unit, _ in law_of(at.edition).units() if unit.words][::7]
    assert len({unit.kind for _, unit in units}) > 3
    for eid, unit in units:
        assert quote(at.expert, undecided(at, eid=eid), " ".join(unit.words.split())).words == unit.words
    assert len(units) == Answer.objects.filter(decision="accepted").count()


@pytest.mark.django_db
@pytest.mark.parametrize("before", [None, Decision.REJECTED])
def test_quoting_accepts_the_provision(before: Decision | None) -> None:
    at = desk()
    if before:
        decide_candidate(at.manager, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=before)
    answer = undecided(at)
    with one_entry(at.mission, at.expert, "quote"):
        quote(at.expert, answer, WORDS)
    saved = Answer.objects.get()
    assert (saved.decision, saved.decided_by) == ("accepted", at.expert)


@pytest.mark.django_db
def test_words_that_do_not_stand_there_accept_nothing() -> None:
    at = desk()
    answer = undecided(at)
    with refused(NotInEdition):
        quote(at.expert, answer, "никогда")
    assert not Answer.objects.exists()


@pytest.mark.django_db
def test_what_others_decided_since_the_page_was_opened_is_respected() -> None:
    at = desk()
    opened, again = undecided(at), undecided(at)
    quote(at.expert, opened, WORDS)
    second = expert_in(at.mission, at.manager)
    quote(second, again, "сотрудник")
    assert Answer.objects.get().decided_by == at.expert
    assert [one.words for one in Quotation.objects.all()] == [WORDS, "сотрудник"]

    stale = accepted(at, eid="art_3")
    decide_candidate(second, at.mission, VICTIMS, edition=at.edition, eid="art_3", decision=Decision.REJECTED)
    assert quote(at.expert, stale, "достоинство человека").answer.decision == "accepted"
    assert Answer.objects.get(eid="art_3").decision == "accepted"

    gone = accepted(at, eid="art_7")
    withdraw_decision(second, undecided(at, eid="art_7"))
    quote(at.expert, gone, "Сотрудник Службы")
    assert Answer.objects.get(eid="art_7").decision == "accepted"


@pytest.mark.django_db
def test_a_quotation_is_taken_back_once_and_the_history_keeps_its_words() -> None:
    at = desk()
    quotation = quote(at.expert, accepted(at), WORDS)
    same = Quotation.objects.get()
    with one_entry(at.mission, at.expert, "quote"):
        withdraw_quotation(at.expert, quotation)
    assert not Quotation.objects.exists()
    assert Answer.objects.get().decision == "accepted"
    assert history(at.mission)[-1].change == {"withdrawn": WORDS}
    with refused(NotOnFile):
        withdraw_quotation(at.expert, same)


@pytest.mark.django_db(transaction=True)
def test_people_who_quote_the_same_provision_at_once_share_one_answer() -> None:
    at = desk()
    people = [expert_in(at.mission, at.manager) for _ in range(3)]
    pages = [undecided(at) for _ in people]
    results = at_once(*(partial(quote, who, page, WORDS) for who, page in zip(people, pages, strict=True)))
    assert all(isinstance(one, Quotation) for one in results)
    assert Answer.objects.count() == 1
    assert Quotation.objects.count() == 3
    with no_entry(at.mission):
        decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=Decision.ACCEPTED)
