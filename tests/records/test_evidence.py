"""Every quotation is held against its text: one that was tampered with, and one whose text was, is found."""

import pytest

from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.quote_norm import quote_norm, unquote_norm
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.remove import remove
from muvofiq.records.errors import (
    Missing,
    NotAStandard,
    NotInEdition,
    NotOnFile,
    PurposeFixed,
    StillNeeded,
    UnitMissing,
)
from muvofiq.records.models import EditionText, NormQuotation, Quotation
from muvofiq.records.queries.evidence import Fault, broken_quotations
from muvofiq.records.queries.law_text import eids_of, unit_of
from muvofiq.records.queries.norm_quotations import norm_quotation_named, norm_quotations_on
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.words import Purpose
from tests.records.small import UNIT, VICTIMS, WORDS, Desk, accepted, desk, history, one_entry, refused
from tests.records.sources import standard

pytestmark = pytest.mark.django_db

NORM_WORDS = "Each Party shall identify every victim at its border."


def quoted_norm(at: Desk) -> NormQuotation:
    treaty = standard(at)
    eid = next(eid for eid in eids_of(treaty) if "para" in eid and "identify" in unit_of(treaty, eid).words)
    return quote_norm(at.expert, at.mission, VICTIMS, edition=treaty, eid=eid, words=NORM_WORDS)


def test_what_was_quoted_rightly_holds(at: Desk) -> None:
    quote(at.expert, accepted(at), WORDS)
    quoted_norm(at)
    assert broken_quotations(at.mission) == ()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"words": "назначается никто"}, Fault.WORDS),
        ({"words": ""}, Fault.WORDS),
        ({"text_sha256": "0" * 64}, Fault.TEXT),
    ],
)
def test_a_quotation_that_was_changed_behind_our_back_is_found(at: Desk, change: dict[str, str], fault: Fault) -> None:
    quote(at.expert, accepted(at), WORDS)
    Quotation.objects.update(**change)
    (found,) = broken_quotations(at.mission)
    assert (found.fault, found.requirement_id, found.eid) == (fault, VICTIMS, UNIT)


def test_so_is_one_whose_unit_is_not_there_and_one_of_a_norm(at: Desk) -> None:
    answer = accepted(at)
    quote(at.expert, answer, WORDS)
    quoted_norm(at)
    answer.eid = "art_99"
    answer.save()
    NormQuotation.objects.update(words="Each Party shall do nothing.")
    assert [one.fault for one in broken_quotations(at.mission)] == [Fault.UNIT, Fault.WORDS]


def test_a_text_that_was_changed_behind_our_back_breaks_every_quotation_of_it(at: Desk) -> None:
    quote(at.expert, accepted(at), WORDS)
    text = EditionText.objects.get(pk=at.edition.text_id)
    EditionText.objects.filter(pk=text.pk).update(akoma_ntoso=text.akoma_ntoso.replace(WORDS, "назначается никто"))
    assert [one.fault for one in broken_quotations(at.mission)] == [Fault.TEXT]


def test_another_mission_s_quotations_are_its_own(at: Desk) -> None:
    other = desk(slug="other")
    quote(at.expert, accepted(at), WORDS)
    Quotation.objects.update(words="никто")
    assert broken_quotations(other.mission) == ()


def test_a_text_is_read_once_however_much_is_quoted_from_it(at: Desk, django_assert_max_num_queries: object) -> None:
    answer = accepted(at)
    for word in WORDS.split():
        quote(at.expert, answer, word)
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        assert broken_quotations(at.mission) == ()


def test_a_norm_is_quoted_letter_for_letter_with_the_hash_of_its_text(at: Desk) -> None:
    quotation = quoted_norm(at)
    assert quotation.words == NORM_WORDS
    assert quotation.text_sha256 == quotation.edition.text_id
    assert history(at.mission)[-1].change == {"quotation": NORM_WORDS}
    side = norm_quotations_on(at.mission, scoped(at.mission, VICTIMS))
    assert [one.quotation for one in side.quotations] == [quotation]
    assert [one.edition for one in side.others] == [quotation.edition]
    assert side.cited == ()


@pytest.mark.parametrize("words", ["Each Party shall identify every victims", "each party shall identify", "никто"])
def test_a_false_quotation_of_a_norm_is_refused(at: Desk, words: str) -> None:
    quotation = quoted_norm(at)
    with refused(NotInEdition):
        quote_norm(at.expert, at.mission, VICTIMS, edition=quotation.edition, eid=quotation.eid, words=words)


def test_only_a_standard_of_the_mission_is_a_norm_and_only_a_unit_of_it(at: Desk) -> None:
    treaty = quoted_norm(at).edition
    with refused(NotAStandard):
        quote_norm(at.expert, at.mission, VICTIMS, edition=at.edition, eid=UNIT, words=WORDS)
    with refused(UnitMissing):
        quote_norm(at.expert, at.mission, VICTIMS, edition=treaty, eid="art_99", words=NORM_WORDS)
    with refused(Missing):
        quote_norm(at.expert, at.mission, VICTIMS, edition=treaty, eid="art_2", words=" ")
    other = desk(slug="other")
    with refused(NotOnFile):
        quote_norm(other.expert, other.mission, VICTIMS, edition=treaty, eid="art_2", words=NORM_WORDS)


def test_a_quotation_of_a_norm_is_taken_back_once(at: Desk) -> None:
    quotation = quoted_norm(at)
    same = norm_quotation_named(at.mission, str(quotation.pk))
    with one_entry(at.mission, at.expert, "quote"):
        unquote_norm(at.expert, quotation)
    with refused(NotOnFile):
        unquote_norm(at.expert, same)
    for name in (str(same.pk), "no key"):
        with refused(NotOnFile):
            norm_quotation_named(at.mission, name)


def test_a_standard_that_is_quoted_stays_a_standard_and_stays_on_file(at: Desk) -> None:
    act = quoted_norm(at).edition.act
    with refused(PurposeFixed, match="quotations of norms"):
        register_act(at.expert, at.mission, title=act.title, registered=act, purpose=Purpose.NATIONAL)
    with refused(StillNeeded):
        remove(at.expert, act)
