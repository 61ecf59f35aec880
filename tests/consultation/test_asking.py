"""What is still open becomes questions, and their words give no verdict away."""

import pytest

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Gap
from muvofiq.assessment.verdict import Verdict, appearances
from muvofiq.consultation.asking import Asked, still_to_ask, wording
from muvofiq.consultation.questionnaire import Kind
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.thesaurus import LANGUAGES
from tests.consultation.small import requirement

KNOWN = Particulars(time_limit={"en": "at once"}, authority={"en": "the service"})
DONE = {"practice": Verdict.FULL, "particulars": KNOWN}


@pytest.mark.parametrize(
    ("law", "kind"),
    [
        (Verdict.PARTIAL, Kind.GAP),
        (Verdict.NOT_FOUND, Kind.NOT_FOUND),
        (Verdict.CONTRADICTS, Kind.EXPLANATION),
        (Verdict.DIFFERS, Kind.EXPLANATION),
        (Verdict.ELSEWHERE, Kind.GAP),
        (Verdict.ONLY_TREATY, Kind.TREATY),
        (Verdict.NOT_AVAILABLE, Kind.TEXT),
    ],
)
def test_each_gap_is_asked_about_in_its_own_way(law: Verdict, kind: Kind) -> None:
    judged = Assessment(law, Verdict.FULL, particulars=KNOWN)
    assert still_to_ask(requirement(), judged, is_answered=True) == (Asked(kind),)


@pytest.mark.parametrize("law", [Verdict.FULL, Verdict.PROTECTS_MORE, Verdict.RESTRICTS_MORE, Verdict.NOT_APPLICABLE])
def test_where_nothing_is_open_nothing_is_asked(law: Verdict) -> None:
    assert still_to_ask(requirement(), Assessment(law, Verdict.FULL, particulars=KNOWN), is_answered=True) == ()


def test_a_requirement_without_verdict_is_asked_about_only_while_no_provision_was_accepted() -> None:
    assert still_to_ask(requirement(), Assessment(), is_answered=False) == (Asked(Kind.OPEN),)
    assert still_to_ask(requirement(), Assessment(), is_answered=True) == ()


def test_elements_left_over_are_asked_one_by_one_with_practice_time_limit_and_authority() -> None:
    judged = Assessment(Verdict.PARTIAL, Verdict.NO_DATA, particulars=Particulars(uncovered=(2, 99)))
    assert still_to_ask(requirement(), judged, is_answered=True) == (
        Asked(Kind.GAP),
        Asked(Kind.ELEMENT, 2),
        Asked(Kind.PRACTICE),
        Asked(Kind.TIME_LIMIT),
        Asked(Kind.AUTHORITY),
    )


def test_what_was_not_found_reads_like_what_nobody_has_judged_yet() -> None:
    one = requirement()
    assert wording(Kind.NOT_FOUND, one) == wording(Kind.OPEN, one) == wording(Kind.GAP, one)


@pytest.mark.parametrize("kind", [one for one in Kind if one is not Kind.FREE])
def test_every_question_is_worded_in_every_language_and_names_what_it_is_about(kind: Kind) -> None:
    one = requirement()
    subject = one.elements[0] if kind is Kind.ELEMENT else one.title
    for language in LANGUAGES:
        text = wording(kind, one, 1 if kind is Kind.ELEMENT else 0)[language]
        assert subject[language] in text
        assert text[-1] in "?."


def test_a_free_question_has_no_words_yet() -> None:
    assert wording(Kind.FREE, requirement()) == {}


def test_no_question_uses_the_word_of_a_verdict_or_of_a_gap() -> None:
    bare = next(iter(load_catalogue().requirements))
    for kind in [one for one in Kind if one is not Kind.FREE]:
        for language, text in wording(kind, bare).items():
            said = text.replace(bare.title[language], "")
            judging = {
                look.words[language] for verdict, look in appearances().items() if verdict not in TELLING_NOTHING
            }
            assert not [word for word in judging if word.casefold() in said.casefold()], (kind, language)
    assert Gap.MISSING_NORM.value not in str(wording(Kind.GAP, bare))


TELLING_NOTHING = {Verdict.NOT_AVAILABLE}  # «text not available» may be asked for by that name
