"""The key of an exercise is read strictly, and counts how often a group judged as it does."""

import pytest

from muvofiq.assessment.answer_key import Agreement, AnswerKey, Step, agreement
from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.errors import CatalogueError, MissingKey, UnknownKey, WrongChoice, WrongForm

KEY = """\
edition: '2026-11-01'
unconfirmed: [tg]
answers:
  - requirement: vul-definition
    verdict: partial
    provisions: [border~art_2__point_3, border~art_12-1]
    covered: [1, 3]
    why: {en: Because., ru: Потому., tg: Чунки.}
  - requirement: asylum-non-penalisation
    verdict: contradicts
    provisions: []
    covered: []
    norm: refugee-1951 art. 31
    why: {en: Forbidden., ru: Запрещено., tg: Манъ.}
"""


def test_an_answer_names_units_elements_and_reasons() -> None:
    key = AnswerKey.parse(KEY)
    answer = key.answer("vul-definition")
    assert answer
    assert [str(one) for one in answer.provisions] == ["border~art_2__point_3", "border~art_12-1"]
    assert (answer.verdict, answer.covered, answer.why["ru"]) == (Verdict.PARTIAL, (1, 3), "Потому.")
    assert (key.edition, key.unconfirmed_languages) == ("2026-11-01", ("tg",))
    assert key.requirement_ids == ["vul-definition", "asylum-non-penalisation"]
    assert key.answer("thb-consent") is None


def test_a_contradicted_norm_is_a_citation() -> None:
    answer = AnswerKey.parse(KEY).answer("asylum-non-penalisation")
    assert answer
    assert answer.norm
    assert (answer.norm.instrument, answer.norm.pinpoint) == ("refugee-1951", "art. 31")


@pytest.mark.parametrize(
    ("old", "new", "error", "line"),
    [
        ("verdict: partial", "verdict: perhaps", WrongChoice, 5),
        ("border~art_12-1", "border art 12", WrongForm, 6),
        ("covered: [1, 3]", "covered: [0]", WrongForm, 7),
        ("    why: {en: Because., ru: Потому., tg: Чунки.}\n", "", MissingKey, 4),
        (", tg: Чунки.", "", MissingKey, 8),
        ("    norm: refugee", "    norms: refugee", UnknownKey, 13),
        ("edition: '2026-11-01'", "edition: last year", WrongForm, 1),
    ],
)
def test_a_key_with_a_fault_is_refused_with_the_line(
    old: str, new: str, error: type[CatalogueError], line: int
) -> None:
    assert old in KEY
    with pytest.raises(error) as caught:
        AnswerKey.parse(KEY.replace(old, new), "key.yaml")
    assert f"key.yaml, line {line}" in str(caught.value)


def test_agreement_counts_only_what_is_shown_and_judged() -> None:
    key = AnswerKey.parse(KEY)
    given = {"vul-definition": Verdict.PARTIAL, "asylum-non-penalisation": Verdict.NOT_ASSESSED}
    both = key.requirement_ids
    assert agreement(key, given, both) == Agreement(same=1, judged=1)
    assert agreement(key, given, []) == Agreement(same=0, judged=0)
    assert agreement(key, given | {"asylum-non-penalisation": Verdict.FULL}, both) == Agreement(same=1, judged=2)


def test_an_answer_is_shown_in_three_steps() -> None:
    assert [step.name for step in Step] == ["WHERE", "ELEMENTS", "VERDICT"]
