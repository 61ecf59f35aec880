"""What is derived and written as a clause is read again as the same changes, sort by sort, in Russian and Tajik."""

import pytest

from benchmarks.round_trip import read_again, shares, told, try_edits
from muvofiq.amendment.applying import apply_all
from muvofiq.amendment.change import Change, ReplaceWords
from muvofiq.amendment.deriving import derive, derive_new
from muvofiq.amendment.errors import ClauseNotUnderstood
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading import NotUnderstood, Reading, Why
from muvofiq.amendment.trying import printed
from muvofiq.amendment.wording import wording_of
from muvofiq.law.build import build_law
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes
from tests.amendment.test_deriving import LAW, TAJIK_LAW
from tests.paths import LAW_BOOK, real

CRIMINAL_LAW = build_law(read_bytes((LAW_BOOK / "criminal.ru.txt").read_bytes(), "criminal.ru.txt"))
EDITS = 200
MOST_ANEW = 0.10

# An article, words of it, and what reads in their place.
RUSSIAN = (
    ("art_16", "один год", "два года"),
    ("art_16", "Защита персональных данных", "Защита данных"),
    ("art_16", "Защита персональных данных", "Тайна"),
    ("art_16", "Защита персональных данных", "О"),
    ("art_21", "человека", "лица"),
    ("art_21", "как крайняя мера и соразмерно", "соразмерно"),
    ("art_22", " Отказ должен быть мотивирован.", ""),
    ("art_22", "Отказ должен быть мотивирован.", "Отказ должен быть мотивирован. Его можно обжаловать."),
    ("art_22", "а) прямое – паспорт", "а) прямое – действительный паспорт"),
    ("art_19", "4) поручительство.", "4) поручительство;\n5) залог."),
    ("art_12", "2) медицинская и психологическая помощь;\n", ""),
    ("art_12", "3. До принятия", "2(1). Решение вручается под подпись.\n3. До принятия"),
    ("art_9", "О разъяснении", "Новый абзац.\nО разъяснении"),
    ("art_9", "прав\n", "прав\nНовый абзац.\n"),
    ("art_14", "Сотрудник Службы не вправе оценивать, обоснованно ли обращение.\n", ""),
    ("art_24", "3. Бесплатная юридическая помощь при обжаловании предоставляется детям и", "3. Юриста получают все"),
    ("art_16", "3. Человек вправе", "3. Утечка запрещена.\n4. Человек вправе"),
)
# The note of an article is named without a number, and a new wording of one letter is no number of a subpoint.
CRIMINAL = (
    ("art_128", "4. ", "3(1). Ребёнок не отвечает.\n4. "),
    ("art_302", "Примечание. ", "Примечание. Всегда "),
    ("art_129", "Примечание. ", "Примечание. Ребёнок не отвечает. "),
)
TAJIK = (
    ("art_5", "ҳуқуқ надорад", "наметавонад"),
    ("art_5", "Палатаи муҳоҷират\n1.", "Палата\n1."),
    ("art_5", "2. Палатаи", "1(1). Палата дар пойтахт аст.\n2. Палатаи"),
    ("art_5", "супорад.", "супорад. Ин қоида ҳамеша амал мекунад."),
    ("art_5", "2) дар бораи қурбонии савдои одамон эътироф намудани шахс қарор қабул мекунад;\n", ""),
)


def assert_comes_back(law: Law, changes: tuple[Change, ...]) -> None:
    assert printed(apply_all(law, read_again(law, changes))) == printed(apply_all(law, changes))


@pytest.mark.parametrize(
    ("law", "eid", "old", "new"),
    [
        *((LAW, *row) for row in RUSSIAN),
        *((TAJIK_LAW, *row) for row in TAJIK),
        *((CRIMINAL_LAW, *row) for row in CRIMINAL),
    ],
    ids=lambda value: value if isinstance(value, str) else value.language,
)
def test_an_edited_article_comes_back_from_its_clause(law: Law, eid: str, old: str, new: str) -> None:
    address = Reference.parse(f"{law.name}~{eid}")
    unit = law.find(address)
    assert unit is not None
    assert old in wording_of(unit)
    changes = derive(law, address, wording_of(unit).replace(old, new))
    assert changes
    assert_comes_back(law, changes)


@pytest.mark.parametrize(
    ("law", "after", "words"),
    [
        (LAW, "art_16", "Статья 16(1). Утечка\n1. Служба отвечает:\n1) за утечку;\n2) за молчание.\n2. Всегда."),
        (LAW, "art_16__para_2", "2(1). Служба отвечает."),
        (LAW, "art_17-1", "Глава 5(1). Утечка\nСтатья 17(2). Ответ\nСлужба отвечает."),
        (TAJIK_LAW, "art_5", "Моддаи 5(1). Палата\nПалата дар пойтахт аст."),
    ],
    ids=["article", "part", "chapter", "tg article"],
)
def test_new_units_come_back_from_their_clause(law: Law, after: str, words: str) -> None:
    assert_comes_back(law, derive_new(law, Reference.parse(f"{law.name}~{after}"), words))


def test_a_repealed_article_comes_back_from_its_clause() -> None:
    assert_comes_back(LAW, derive(LAW, Reference.parse(f"{LAW.name}~art_16"), ""))


def test_two_hundred_random_edits_of_our_laws_come_back_and_few_units_are_worded_anew() -> None:
    outcomes = list(try_edits(range(EDITS), seed=4, with_real=False))
    assert [(one.number, one.fault) for one in outcomes if one.fault] == []
    _, _, anew_for_words, article = shares(outcomes)
    assert anew_for_words <= MOST_ANEW
    assert article <= MOST_ANEW
    assert list(told(outcomes))[-1].startswith(f"| all | {EDITS} | 1.000 |")


def test_random_edits_of_real_laws_come_back_and_few_units_are_worded_anew() -> None:
    real("gold/structure")
    real("gold/tajik/documents")
    outcomes = list(try_edits(range(EDITS), seed=4, with_real=True))
    assert [(one.number, one.fault) for one in outcomes if one.fault] == []
    assert shares(outcomes)[2] <= MOST_ANEW


def test_a_clause_that_says_something_else_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.round_trip.read_again", lambda *_: ())
    assert all(one.fault.startswith("gives «") for one in try_edits(range(5), seed=1, with_real=False))


def test_a_clause_that_is_not_understood_is_told_with_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = NotUnderstood(Reference(LAW.name), "один год", Why.NO_FORMULA)
    monkeypatch.setattr("benchmarks.round_trip.read_clause", lambda *_: Reading(not_understood=(lost,)))
    with pytest.raises(ClauseNotUnderstood, match="один год"):
        read_again(LAW, (ReplaceWords((Place.parse("art_16__para_1"),), ("один год",), ("два года",)),))
