"""A questionnaire is written and read again, and known by its fingerprint."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.consultation.questionnaire import Kind, Question, Questionnaire, key_of
from tests.consultation.small import questionnaire

WORDS = st.dictionaries(st.sampled_from(["en", "ru", "tg"]), st.text(max_size=40), max_size=3)
QUESTIONS = st.builds(
    Question,
    key=st.integers(1, 500).map(key_of),
    requirement=st.text(max_size=20),
    code=st.text(max_size=4),
    kind=st.sampled_from(list(Kind)),
    text=WORDS,
    title=WORDS,
    statement=WORDS,
    element=st.integers(0, 9),
)


@given(
    st.builds(
        Questionnaire,
        agency=WORDS,
        mission=WORDS,
        languages=st.lists(st.sampled_from(["en", "ru", "tg"]), unique=True).map(tuple),
        questions=st.lists(QUESTIONS, max_size=3).map(tuple),
        wanted_by=st.none() | st.dates(),
    )
)
def test_whatever_is_asked_is_read_again(one: Questionnaire) -> None:
    assert Questionnaire.parse(str(one)) == one


def test_a_question_is_found_by_its_key_and_no_other() -> None:
    one = questionnaire()
    assert one.question("Q02") == one.questions[1]
    assert one.question("Q99") is None


def test_another_word_or_day_makes_another_fingerprint() -> None:
    one = questionnaire()
    assert one.fingerprint == questionnaire().fingerprint
    assert one.fingerprint != replace(one, wanted_by=date(2027, 1, 1)).fingerprint
    assert one.fingerprint != replace(one, questions=one.questions[:2]).fingerprint
