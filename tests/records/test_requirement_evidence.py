"""What speaks for an answer: the chances, the texts looked at, the nearest sentences, and a definition taken apart."""

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.work import work_once
from muvofiq.records.models import Edition
from muvofiq.records.queries.law_text import editions_on_file, unit_of
from muvofiq.records.queries.requirement_evidence import article_address, chances_of, element_evidence
from muvofiq.records.queries.requirement_page import requirement_page
from muvofiq.records.queries.requirements import requirement_of, scoped
from tests.records.small import REASON, VICTIMS, Desk, accepted, desk, law_on_file

pytestmark = pytest.mark.django_db
DECREE = "ПРАВИЛА\nработы центра\n1. Центр принимает людей:\n1) днём;\n2) ночью.\n2. Центр закрыт в праздники.\n"


def matched(at: Desk) -> Desk:
    while work_once(lambda: None):
        pass
    return at


def test_before_a_matching_there_are_no_chances() -> None:
    at = desk()
    assert chances_of(at.mission, scoped(at.mission, VICTIMS)) is None


def test_after_a_matching_the_chances_are_percentages_and_name_the_texts_looked_at() -> None:
    at = matched(desk())
    chances = chances_of(at.mission, scoped(at.mission, VICTIMS))
    assert chances
    assert 0 <= chances.right <= 100
    assert 0 <= chances.nothing <= 100
    assert chances.looked_at == (at.edition,)


def test_a_text_that_was_replaced_since_is_still_named_as_looked_at() -> None:
    at = matched(desk())
    law_on_file(at.mission, at.expert, extra="\nСтатья 99. Дополнение\nСлово.\n", replaces=at.edition)
    chances = chances_of(at.mission, scoped(at.mission, VICTIMS))
    assert chances
    assert chances.looked_at == (at.edition,)


def test_the_nearest_sentence_stands_letter_for_letter_in_the_law() -> None:
    at = matched(desk())
    requirement = requirement_of(scoped(at.mission, VICTIMS))
    places = [(at.edition, one.eid) for one in at.mission.proposals.filter(requirement__requirement_id=VICTIMS)]
    found = element_evidence(requirement, editions_on_file(at.mission), places)
    assert len(found) == len(requirement.elements)
    near = [one for one in found if one.edition]
    assert near
    for one in near:
        assert one.sentence in unit_of(at.edition, one.eid).words
        assert 20 <= one.share <= 100
        assert one.citation.startswith("ст.")


def test_where_nothing_is_proposed_no_element_has_a_sentence() -> None:
    at = desk()
    requirement = requirement_of(scoped(at.mission, VICTIMS))
    assert not any(one.edition for one in element_evidence(requirement, editions_on_file(at.mission), []))


def test_an_answer_in_a_replaced_edition_breaks_nothing() -> None:
    at = matched(desk())
    accepted(at)
    law_on_file(at.mission, at.expert, extra="\nСтатья 99. Дополнение\nСлово.\n", replaces=at.edition)
    page = requirement_page(at.mission, VICTIMS, "en")
    assert next(one.state for one in page.candidates) == "accepted"


def test_the_article_around_a_unit_is_the_point_in_a_decree() -> None:
    at = desk()
    edition: Edition
    (edition,) = import_editions(
        at.expert, at.mission, data=DECREE.encode(), file_name="rules.txt", filing=Filing(is_new_act=True)
    )
    assert article_address(edition, "point_1__subpoint_1") == f"{edition.name}~point_1"
    assert article_address(at.edition, "art_6__part_1") == f"{at.edition.name}~art_6"


def test_what_an_element_holds_is_hidden_until_there_is_a_verdict() -> None:
    at = matched(desk())
    assert not requirement_page(at.mission, VICTIMS, "en").is_judged
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.NOT_ASSESSED, reason=REASON, version=0)
    assert not requirement_page(at.mission, VICTIMS, "en").is_judged
    version = at.mission.findings.get().version
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=version)
    assert requirement_page(at.mission, VICTIMS, "en").is_judged
