"""Every signal alone finds what it should, and is silent where it has nothing to go by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.embedding import Vector
from muvofiq.alignment.question import Phrase, Question
from muvofiq.alignment.ranking import rank
from muvofiq.alignment.signals import BY_MEANING, BY_SHARING, SHARES, SIGNALS, standardise
from muvofiq.alignment.unit import Unit
from tests.alignment.small import article, asking, laws, model, pool_of, questions, units

LONG = "Застава открыта каждый день. " * 40
SEEN = "Лаборатория хранит образцы."
KINDS = [
    article("1", "", "Пропуск.", title="О государственной границе"),
    article("1", "", "Штраф.", act="code", title="Уголовный кодекс"),
    article("1", "", "Рыба.", act="fish", title="О рыболовстве"),
]
FORMS = [
    article("1", "", "Проход возможен днём."),
    article("2", "", "Проход ночью запрещается."),
    article("3", "", "Проход ночью наказывается штрафом."),
]
SCATTERED = [
    article("1", "", "Переводчик приглашается к началу.\nПомощь оказывается бесплатно всем."),
    article("2", "", "Бесплатно приглашается переводчик.\nЗастава открыта каждый день."),
]
PROSECUTOR = [*units(), article("5", "Надзор", "Прокурор надзирает в течение 30 дней.")]
NAMED = [
    article("1", "", "Дети находятся под защитой Конвенции о правах ребенка."),
    article("2", "", "Применяются Конвенция о правах ребенка и Конвенция против пыток."),
    article("3", "", "Применяется Конвенция о статусе беженцев."),
]
WINDOWED = [article("1", "", LONG), article("2", "", LONG + SEEN), article("3", "", "Язык. " * 50)]
LENGTHS = [article("1", "", "а" * 10), article("2", "", "а" * 100), article("3", "", "а" * 1000)]


@dataclass(frozen=True)
class Case:
    """A question, the units it is asked of, and the address of that which this signal must put first."""

    first: str
    question: Question
    among: Sequence[Unit] = field(default_factory=units)


CASES = {
    "words": [Case("law~art_4", Question("q", {"ru": "бесплатный переводчик"}))],
    "terms": [Case("law~art_3", Question("q", {"ru": "граница"}, {"ru": "представители"}))],
    "headings": [
        Case("law~art_4", Question("q", {"ru": "на каком языке"})),
        Case("law~art_3", Question("q", {"ru": "граница"}, models=(model("Потерпевший", "Граница закрыта."),))),
        Case(
            "law~art_2",
            Question("q", {"ru": "задержание"}),
            [article("1", "Срок", "Сутки."), article("2", "Срок", "Сутки.", chapters=("Задержание",))],
        ),
    ],
    "paragraphs": [Case("law~art_2", Question("q", {"ru": "переводчик бесплатно"}), SCATTERED)],
    "concepts": [
        Case("law~art_3", Question("q", {"ru": "жертва"})),
        Case("law~art_4", Question("q", {"en": "interpreter"})),
    ],
    "shared concepts": [Case("law~art_4", Question("q", {"en": "interpreter"}))],
    "kin": [
        Case("law~art_5", Question("q", {"tg": "прокурорро"}), PROSECUTOR),
        Case("law~art_5", Question("q", {"tg": "30 рӯз"}), PROSECUTOR),
        Case("law~art_5", Question("q", {"tg": ""}, models=(model("", "прокурорҳо", language="tg"),)), PROSECUTOR),
    ],
    "meaning": [Case("law~art_4", Question("q", {"tg": units()[3].whole}))],
    "term meaning": [Case("law~art_3", Question("q", {"tg": "граница"}, {"tg": units()[2].whole}))],
    "likeness": [Case("law~art_2", Question("q", {"tg": units()[1].whole}, is_provision=True))],
    "windows": [Case("law~art_2", Question("q", {"tg": SEEN}, is_provision=True), WINDOWED)],
    "model words": [
        Case("law~art_3", Question("q", {"ru": "граница"}, models=(model("Потерпевшие", "Представители."),))),
        Case(
            "law~art_4",
            Question(
                "q", {"ru": "граница"}, models=(model("Язык", "Переводчик."), model("Потерпевшие", "Представитель."))
            ),
        ),
        Case(
            "law~art_3",
            Question(
                "q", {"ru": "граница"}, models=(model("Потерпевшие", "Представитель."), model("Язык", "Переводчик."))
            ),
        ),
    ],
    "model meaning": [
        Case(
            "law~art_2",
            Question("q", {"tg": "граница"}, models=(model(units()[1].heading, units()[1].text, language="tg"),)),
        )
    ],
    "place": [
        Case("code~art_1", Question("q", {"ru": "рыба"}, models=(model("", "", act="criminal_code"),)), KINDS),
        Case("law~art_1", Question("q", {"tg": "рыба"}, models=(model("", "", language="tg"),)), KINDS),
    ],
    "form": [
        Case("law~art_3", Question("q", {"ru": "день"}, models=(model("", "", form="offence"),)), FORMS),
        Case(
            "law~art_2",
            Question(
                "q", {"ru": "день"}, models=(model("", "", form="prohibition"), model("", "", form="offence"))
            ),
            FORMS,
        ),
    ],
    "instrument": [
        Case("law~art_2", Question("q", {"ru": "дети"}, instruments=frozenset({"crc", "cat"})), NAMED),
        Case("law~art_3", Question("q", {"en": "refugees"}, instruments=frozenset({"refugee-1951"})), NAMED),
    ],
    "length": [Case("law~art_2", Question("q", {"ru": "б" * 120}), LENGTHS)],
}  # fmt: skip

TYPED = Question("q", {"ru": "переводчик"})
FOREIGN = Question("q", {"en": "interpreter"})
# What a signal cannot speak of; None marks the one that always can.
SILENT: Mapping[str, list[Question] | None] = {
    "words": [FOREIGN, Question("q", {}), Question("q", {"ru": "и в на"})],
    "terms": [TYPED, Question("q", {"en": "interpreter"}, {"en": "language"})],
    "headings": [FOREIGN, Question("q", {"ru": ""})],
    "paragraphs": [FOREIGN, Question("q", {"ru": ""})],
    "concepts": [Question("q", {"ru": "море"}), Question("q", {"en": "sea"})],
    "shared concepts": [Question("q", {"ru": "море"})],
    "kin": [TYPED, Question("q", {"tg": "ва дар аз"})],
    "meaning": [TYPED],
    "term meaning": [TYPED],
    "likeness": [TYPED],
    "windows": [TYPED, FOREIGN, Question("q", {"ru": "переводчик"}, is_provision=True)],
    "model words": [TYPED, Question("q", {"en": "victim"}, models=(model("", "Victim", language="en"),))],
    "model meaning": [TYPED],
    "place": [TYPED],
    "form": [TYPED],
    "instrument": [TYPED],
    "length": None,
}


@pytest.mark.parametrize(("signal", "case"), [(signal, case) for signal, cases in CASES.items() for case in cases])
def test_the_signal_alone_finds_what_it_should(signal: str, case: Case) -> None:
    scores = SIGNALS[signal](asking(case.question, case.among, is_read=True))
    assert scores is not None
    best = np.flatnonzero(scores == scores.max()).tolist()
    assert [case.among[at].id for at in best] == [case.first]


@pytest.mark.parametrize(
    ("signal", "question"), [(signal, question) for signal, asked in SILENT.items() for question in asked or ()]
)
def test_the_signal_is_silent_where_it_has_nothing_to_go_by(signal: str, question: Question) -> None:
    assert SIGNALS[signal](asking(question, units())) is None


@pytest.mark.parametrize(
    ("signal", "case"), [(signal, case) for signal in sorted(BY_MEANING) for case in CASES[signal]]
)
def test_signals_of_meaning_are_silent_without_a_model(signal: str, case: Case) -> None:
    assert SIGNALS[signal](asking(case.question, case.among)) is None


def test_the_wording_of_a_requirement_is_not_read_as_a_provision() -> None:
    assert SIGNALS["likeness"](asking(TYPED, units(), is_read=True)) is None
    assert SIGNALS["term meaning"](asking(TYPED, units(), is_read=True)) is None


def test_words_that_the_question_has_already_do_not_count_again_as_concepts() -> None:
    scores = SIGNALS["concepts"](asking(Question("q", {"ru": "жертва"}), units()))
    assert scores is not None
    assert [unit.id for unit, score in zip(units(), scores, strict=True) if score] == ["law~art_3"]


def test_a_unit_that_answers_all_pieces_of_a_provision_goes_before_one_that_answers_one_in_full() -> None:
    text = "Граница закрыта ночью. " * 30 + "Жизнь и здоровье. " * 35
    question = Question("q", {"tg": text}, is_provision=True)
    (_, opening), *_ = question.pieces("ru")
    among = [article("1", "", opening), article("2", "", text.replace("е", "о")), article("3", "", "Шум.")]
    scores = SIGNALS["windows"](asking(question, among, is_read=True))
    assert scores is not None
    assert np.flatnonzero(scores == scores.max()).tolist() == [1]


def test_no_signal_lacks_its_cases() -> None:
    assert set(CASES) == set(SIGNALS)
    assert set(SILENT) == set(SIGNALS)
    assert all(CASES.values())


def test_every_signal_says_what_it_goes_by() -> None:
    assert all(signal.__doc__ for signal in SIGNALS.values())


@pytest.mark.parametrize(
    ("signal", "case"), [(signal, case) for signal in sorted(BY_SHARING) for case in CASES[signal]]
)
def test_what_two_languages_share_is_0_where_they_share_nothing(signal: str, case: Case) -> None:
    scores = SIGNALS[signal](asking(case.question, case.among))
    assert scores is not None
    assert [unit.id for unit, score in zip(case.among, scores, strict=True) if score] == [case.first]


def test_without_a_model_no_other_signal_falls_silent() -> None:
    heard = {
        signal
        for signal, cases in CASES.items()
        if SIGNALS[signal](asking(cases[0].question, cases[0].among)) is not None
    }
    assert set(SIGNALS) - heard == BY_MEANING


@given(question=questions(), among=laws(), is_read=st.booleans())
def test_a_signal_gives_one_finite_score_to_each_unit_or_none_at_all(
    question: Question, among: list[Unit], *, is_read: bool
) -> None:
    asked = asking(question, among, is_read=is_read)
    for signal in SIGNALS.values():
        scores = signal(asked)
        assert scores is None or (scores.shape == (len(among),) and bool(np.isfinite(scores).all()))


class Listening(dict[Phrase, Vector]):
    """Voices that remember which phrases were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Phrase] = []

    def get(self, phrase: Phrase, default: Vector | None = None) -> Vector | None:  # type: ignore[override]
        self.asked.append(phrase)
        return super().get(phrase, default)


@given(questions(), st.sampled_from(["ru", "tg", "kk"]))
def test_the_model_has_read_all_that_the_weighed_signals_ask_it_for(question: Question, language: str) -> None:
    voices = Listening()
    rank(question, pool_of([article("1", "Граница", "Охраняется.", language=language)], is_read=True), voices)
    spoken = {(role, text) for role, text in voices.asked if text}
    assert spoken
    assert spoken <= set(question.phrases(language))


def test_the_likeliest_model_article_counts_most() -> None:
    assert list(SHARES) == sorted(SHARES, reverse=True)
    assert all(share > 0 for share in SHARES)


def test_the_shares_of_model_articles_in_one_kind_of_act_add_up() -> None:
    models = tuple(model("", "", act=act) for act in ("criminal_code", "border", "border"))
    scores = SIGNALS["place"](asking(Question("q", {"ru": "рыба"}, models=models), KINDS))
    assert scores is not None
    assert scores.tolist() == pytest.approx([SHARES[1] + SHARES[2], SHARES[0], 0])


def test_scores_that_are_all_alike_say_nothing() -> None:
    assert standardise(np.array([2.0, 2.0, 2.0])).tolist() == [0.0, 0.0, 0.0]


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=30).filter(lambda scores: len(set(scores)) > 1))
def test_standardising_keeps_the_order_with_mean_0_and_deviation_1(scores: list[int]) -> None:
    row = np.array(scores, dtype=np.float64)
    kept = standardise(row)
    assert np.array_equal(np.argsort(kept, kind="stable"), np.argsort(row, kind="stable"))
    assert (kept.mean(), kept.std()) == (pytest.approx(0, abs=1e-9), pytest.approx(1))
