"""A release is put together from public sentences alone, with figures that agree and a length that fits."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.publication.errors import BrokenPlaceholder, TooLong, TooShort, UnknownPlaceholder
from muvofiq.publication.release import (
    Figures,
    LengthProblem,
    Part,
    PublicFact,
    Release,
    ReleaseFacts,
    Side,
    compose,
    count_words,
    propose,
    refuse_wrong_length,
    write_release_text,
)

FIGURES = Figures(recommendations=9, requirements=163, judged=41, agencies=2, sessions=5)
MISSION = ReleaseFacts(
    programme="Программа {7}",
    starts=date(2016, 6, 1),
    ends=date(2016, 6, 3),
    place="Вестоград",
    kinds=("экспертная миссия", "круглый стол"),
    agencies=("Палата миграции", "Служба пограничного контроля"),
    services=("Пограничная служба Латвии",),
    theme="Реадмиссия",
)


def made(*facts: PublicFact, language: str = "en", consent: bool = True) -> Release:
    day = date(2016, 6, 20)
    return compose(facts, FIGURES, notices=("Invented.",), language=language, made_on=day, consent=consent)


def of_length(words: int) -> Release:
    return made(PublicFact(Part.HEADLINE, "Two words"), PublicFact(Part.LEAD, "word " * (words - 2)))


def test_parts_stand_in_the_order_of_the_pattern_and_sentences_of_one_part_together() -> None:
    release = made(
        PublicFact(Part.CONTACT, "Write to us."),
        PublicFact(Part.LEAD, "First."),
        PublicFact(Part.QUOTE, "«One»."),
        PublicFact(Part.HEADLINE, "Experts\nadvise"),
        PublicFact(Part.LEAD, "Second."),
        PublicFact(Part.QUOTE, "«Two»."),
        PublicFact(Part.AIM, "  "),
    )
    assert release.headline == "Experts advise"
    assert release.paragraphs == ("First. Second.", "«One».", "«Two».", "Write to us.")
    assert release.missing == (
        Part.AIM,
        Part.EXPERTS,
        Part.PRESENTED,
        Part.DISCUSSED,
        Part.RESULT,
        Part.COMPONENT,
        Part.BACKGROUND,
    )


def test_figures_are_filled_in_and_doubled_braces_are_braces() -> None:
    text = "{recommendations} of {requirements}, {judged}, {agencies}, {sessions}, {{judged}}"
    assert made(PublicFact(Part.RESULT, text)).paragraphs == ("9 of 163, 41, 2, 5, {judged}",)


@pytest.mark.parametrize(
    "text",
    ["{critics}", "{}", "{0}", "{recommendations.real}", "{recommendations!r}", "{recommendations:>9}", "{a[b]}"],
)
def test_an_unknown_figure_is_an_error_that_names_the_known_ones(text: str) -> None:
    with pytest.raises(UnknownPlaceholder) as raised:
        made(PublicFact(Part.RESULT, text))
    assert "result" in str(raised.value)
    assert "{recommendations}, {requirements}, {judged}, {agencies}, {sessions}" in str(raised.value)


@pytest.mark.parametrize("text", ["{judged", "judged}", "{", "{judged!}", "} {"])
def test_broken_braces_are_an_error_that_shows_the_sentence(text: str) -> None:
    with pytest.raises(BrokenPlaceholder) as raised:
        made(PublicFact(Part.LEAD, text))
    assert f"«{text}»" in str(raised.value)


@given(st.text(alphabet="ab {}!:[].judged", max_size=30) | st.text())
def test_whatever_is_typed_is_filled_in_or_taught(text: str) -> None:
    try:
        release = made(PublicFact(Part.LEAD, text))
    except (UnknownPlaceholder, BrokenPlaceholder):
        return
    assert "\n" not in "".join(release.paragraphs)


@given(st.text())
def test_doubled_braces_are_always_safe(text: str) -> None:
    (*paragraphs,) = made(PublicFact(Part.LEAD, text.replace("{", "{{").replace("}", "}}"))).paragraphs
    assert paragraphs == ([" ".join(text.split())] if text.strip() else [])


def test_words_are_counted_as_a_word_processor_does_but_for_lone_dashes() -> None:
    assert count_words("") == 0
    assert count_words("one – two - three … four!") == 4
    assert count_words("контрольно-пропускной пункт № 5, ст. 12(1) «Об убежище»") == 7
    assert of_length(160).words == 160


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (149, LengthProblem(Side.SHORT, 1)),
        (150, None),
        (250, None),
        (251, LengthProblem(Side.LONG, 1)),
        (2, LengthProblem(Side.SHORT, 148)),
    ],
)
def test_a_release_has_150_to_250_words(words: int, problem: LengthProblem | None) -> None:
    assert of_length(words).length_problem == problem


def test_notices_and_the_mark_of_a_draft_are_not_counted() -> None:
    fact = PublicFact(Part.LEAD, "word " * 150)
    assert made(fact, consent=False).words == made(fact).words == 150


def test_a_wrong_length_is_refused_with_the_number_of_words_and_what_is_missing() -> None:
    refuse_wrong_length(of_length(200))
    with pytest.raises(TooShort) as short:
        refuse_wrong_length(of_length(100))
    assert "has 100 words" in str(short.value)
    assert "50 are missing" in str(short.value)
    assert "aim, experts, presented" in str(short.value)
    with pytest.raises(TooLong, match="these are 10 too many"):
        refuse_wrong_length(of_length(260))


def test_the_text_begins_with_the_mark_of_a_draft_until_consent_is_recorded() -> None:
    facts = PublicFact(Part.HEADLINE, "Experts advise"), PublicFact(Part.RESULT, "Recommendations: {recommendations}.")
    assert write_release_text(made(*facts)) == "Invented.\n\nExperts advise\n\n20 June 2016\n\nRecommendations: 9.\n"
    draft = write_release_text(made(*facts, language="ru", consent=False))
    assert draft.startswith("ПРОЕКТ: не для публикации; согласие бенефициара не зафиксировано\n\nInvented.\n")


def test_a_release_without_a_headline_bears_the_name_of_its_kind() -> None:
    assert "\n\nИзҳороти матбуотӣ\n\n" in write_release_text(made(language="tg"))


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_what_is_proposed_can_be_composed_at_once_and_names_stand_as_given(language: str) -> None:
    text = write_release_text(made(*propose(MISSION, language), language=language))
    for name in (
        "Программа {7}",
        "Вестоград",
        "экспертная миссия, круглый стол",
        "Палата миграции; Служба",
        "Реадмиссия",
    ):
        assert name in text
    assert "163" in text
    assert "9" in text


def test_dates_and_names_are_proposed_in_the_language() -> None:
    facts = propose(MISSION, "ru")
    assert PublicFact(Part.LEAD, "Сроки: 1–3 июня 2016 года.") in facts
    assert (
        PublicFact(Part.DISCUSSED, "В обсуждении участвовали: Палата миграции; Служба пограничного контроля.") in facts
    )
    assert PublicFact(Part.RESULT, "Подготовлено рекомендаций: {recommendations}.") in facts


def test_what_is_not_known_is_not_proposed() -> None:
    assert {fact.part for fact in propose(ReleaseFacts(), "en")} == {Part.PRESENTED, Part.DISCUSSED, Part.RESULT}
    one_day = propose(ReleaseFacts(starts=date(2016, 6, 1)), "en")
    assert PublicFact(Part.LEAD, "Dates: 1 June 2016.") in one_day
