"""What a person says of a line holds, whatever the file seems to say; and no word of the law is lost by it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.errors import MuvofiqError
from muvofiq.law.akoma_ntoso import read, write
from muvofiq.law.errors import NoSuchLine
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.opening import laws_of
from muvofiq.law.review import Correction, Review
from muvofiq.law.tree import Law, Provision
from muvofiq.text.read import read_bytes
from tests.invented import TEXTS
from tests.law.small import outline, signs_of_law, signs_of_source, source
from tests.paths import LAW_BOOK, RUSSIAN, SAMPLES, real

LAW = (
    "ЗАКОН\nО границе\nСтатья 1. Цель\nЦель закона – порядок.\nСтаття 2. Слова\n1. Граница – линия.\n"
    "2. Пункт пропуска – место:\n1) на дороге;\n2) в порту.\nСтатья 21. Режим\nРежим устанавливает Правительство.\n"
    "Статья 3. Служба\nа) охраняет границу;\nб) пропускает через неё.\nПрезидент\nА. Иванов\n"
)
BILINGUAL = (LAW_BOOK / "readmission.ru.txt").read_text("utf-8") + (LAW_BOOK / "readmission.tg.txt").read_text("utf-8")


def corrected(text: str, *corrections: Correction) -> Law:
    (law,) = laws_of(source(text), Review(corrections=corrections))
    return law


def units(law: Law) -> list[str]:
    return outline(law.provisions)


def at(law: Law, line: int) -> Provision:
    return next(unit for _, unit, _ in law.units() if unit.line == line)


def said(line: int, kind: Kind, number: str) -> Correction:
    return Correction(line, kind, Number.parse(number))


def test_a_heading_that_was_not_recognised_begins_its_article() -> None:
    law = corrected(LAW, said(5, Kind.ARTICLE, "2"))
    assert units(law)[2:5] == ["article 2: Слова", "  part 1: Граница – линия.", "  part 2: Пункт пропуска – место:"]
    assert at(law, 5).label == "Стаття 2."


def test_a_heading_without_label_keeps_all_its_words() -> None:
    law = corrected(LAW, said(4, Kind.CHAPTER, "7"))
    assert (at(law, 4).label, at(law, 4).heading) == ("", "Цель закона – порядок.")


def test_the_words_of_a_small_unit_are_its_text() -> None:
    unit = at(corrected(LAW, said(4, Kind.PART, "1")), 4)
    assert (unit.label, unit.heading, unit.text) == ("", "", "Цель закона – порядок.")


def test_a_heading_in_another_language_is_parted_from_its_label() -> None:
    unit = at(corrected(LAW.replace("Стаття 2.", "Моддаи 2."), said(5, Kind.ARTICLE, "2")), 5)
    assert (unit.label, unit.heading) == ("Моддаи 2.", "Слова")


def test_a_number_that_was_raised_wrongly_is_the_one_that_a_person_says() -> None:
    assert "article 2(1): Режим" in units(corrected(LAW))
    law = corrected(LAW, said(10, Kind.ARTICLE, "21"))
    assert "article 21: Режим" in units(law)
    assert (at(law, 10).label, law.remarks) == ("Статья 21.", ())


def test_a_corrected_number_heals_those_beside_it() -> None:
    text = "Статья 1. А\nБ.\nСтатья 98. В\nГ.\nСтатья 31. Д\nЕ.\nСтатья 4. Ж\nЗ.\n"
    assert [str(unit.number) for unit in corrected(text, said(3, Kind.ARTICLE, "3")).provisions] == [
        "1", "3", "3(1)", "4",
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["3", "17", "131", "999"])
@pytest.mark.parametrize("kind", [Kind.CHAPTER, Kind.ARTICLE, Kind.PART])
def test_a_corrected_line_changes_the_label_of_no_other(kind: Kind, number: str) -> None:
    whole = read_bytes((LAW_BOOK / "criminal.ru.txt").read_bytes(), "criminal.ru.txt")
    (as_read,) = laws_of(whole)
    assert "Статья 129." in {unit.label for _, unit, _ in as_read.units()}
    for line in {unit.line for _, unit, _ in as_read.units()}:
        (law,) = laws_of(whole, Review(corrections=(said(line, kind, number),)))
        assert [one for one in law.repairs if one.line != line] == [one for one in as_read.repairs if one.line != line]


def test_a_false_heading_becomes_words_of_the_article_before() -> None:
    law = corrected(LAW, Correction(10))
    assert not any(unit.kind is Kind.ARTICLE and unit.line == 10 for unit in law.provisions)
    assert "Статья 21. Режим" in [unit.text for _, unit, _ in law.units()]


def test_an_editors_note_can_be_made_a_unit() -> None:
    text = LAW.replace("Режим устанавливает", "Сноска. Режим устанавливает")
    unit = at(corrected(text, said(11, Kind.PART, "1")), 11)
    assert unit.text == "Сноска. Режим устанавливает Правительство."


def test_a_line_in_the_middle_of_a_paragraph_begins_a_unit() -> None:
    text = "ЗАКОН\n\nСтатья 1. Цель\n\nЦель закона –\nСтаття 2. Порядок\nи мир.\n\nСтатья 3. Конец\n\nКонец.\n"
    law = corrected(text, said(6, Kind.ARTICLE, "2"))
    assert units(law)[:3] == ["article 1: Цель", "  indent 1: Цель закона –", "article 2: Порядок и мир."]


@pytest.mark.parametrize(
    ("text", "line", "kind"),
    [
        ("ЧАСТЬ ПЕРВАЯ\nПросто слова.", 6, Kind.DIVISION),  # no units stand below it
        ("II. Задачи", 6, Kind.CHAPTER),  # a Roman number begins nothing in an act with articles
        ("ПРИЛОЖЕНИЕ, о котором сказано ниже.", 6, Kind.ANNEX),
        ("Сказано так:\n«Статья 8. Иное»", 7, Kind.ARTICLE),  # within a quotation
    ],
)
def test_no_later_stage_takes_back_what_a_person_said(text: str, line: int, kind: Kind) -> None:
    whole = f"ЗАКОН\nО мире\nСтатья 1. Мир\n1. Мир нужен.\n2. Его хранят,\n{text}\nСтатья 2. Конец\nВсё.\n"
    assert not any((unit.kind, unit.line) == (kind, line) for _, unit, _ in corrected(whole).units())
    assert at(corrected(whole, said(line, kind, "4")), line).kind is kind


def test_a_unit_that_stood_behind_the_signature_comes_back_into_the_law() -> None:
    text = f"{LAW}О порядке въезда\nВъезд свободен.\n"
    assert "О порядке въезда" in corrected(text).tail
    law = corrected(text, said(17, Kind.ANNEX, "1"))
    assert units(law)[-2:] == ["annex 1: О порядке въезда", "  indent 1: Въезд свободен."]


def test_headings_of_a_table_of_contents_come_into_the_law_if_a_person_says_so() -> None:
    contents = "Статья 1. А\nСтатья 2. Б\nСтатья 3. В\n"
    text = f"{contents}Статья 1. А\nОдин.\nСтатья 2. Б\nДва.\nСтатья 3. В\nТри.\n"
    assert [unit.line for unit in corrected(text).provisions] == [4, 6, 8]
    assert [unit.line for unit in corrected(text, said(2, Kind.ARTICLE, "2")).provisions] == [1, 2, 3, 4, 6, 8]


def test_a_decree_keeps_its_points_beside_a_corrected_one() -> None:
    text = "УКАЗ\nО мире\n1. Хранить мир.\n2. Службе:\n1) хранить;\n2) беречь.\n3. Указ вступает в силу.\n"
    assert units(corrected(text, said(4, Kind.POINT, "7"))) == [
        "point 1: Хранить мир.",
        "point 7: Службе:",
        "  subpoint 1: хранить;",
        "  subpoint 2: беречь.",
        "point 3: Указ вступает в силу.",
    ]


def test_an_act_whose_only_articles_a_person_found_is_read() -> None:
    text = "ЗАКОН\nСтаття 1. Мир\nНужен.\nСтаття 2. Конец\nВсё.\n"
    with pytest.raises(MuvofiqError):
        corrected(text)
    law = corrected(text, said(2, Kind.ARTICLE, "1"), said(4, Kind.ARTICLE, "2"))
    assert [unit.label for unit in law.provisions] == ["Стаття 1.", "Стаття 2."]


def test_of_several_corrections_of_a_line_the_last_holds() -> None:
    law = corrected(LAW, said(10, Kind.ARTICLE, "5"), said(10, Kind.ARTICLE, "6"))
    assert str(at(law, 10).number) == "6"


def test_a_correction_for_a_line_that_the_file_does_not_have_is_refused_aloud() -> None:
    with pytest.raises(NoSuchLine) as told:
        corrected(LAW, said(99, Kind.ARTICLE, "5"))
    assert told.value.values == {"line": 99, "lines": 16}


def test_a_file_in_two_languages_is_corrected_in_either() -> None:
    both = laws_of(source(BILINGUAL))
    article = [law.provisions[-1] for law in both]
    corrections = tuple(said(one.line, Kind.ARTICLE, "900") for one in article)
    again = laws_of(source(BILINGUAL), Review(corrections=corrections))
    assert [law.language for law in again] == ["ru", "tg"]
    assert all(at(law, one.line).number == Number("900") for law, one in zip(again, article, strict=True))


@pytest.mark.parametrize("path", sorted([*LAW_BOOK.glob("*.txt"), *SAMPLES.glob("*.txt")]), ids=lambda path: path.name)
def test_to_say_of_all_units_of_our_laws_what_was_recognised_changes_nothing(path: Path) -> None:
    _changes_nothing(path.read_bytes(), path.name)


@pytest.mark.parametrize("name", ["structure/kz_law_on_notariat_kk/source.txt", "structure/eu_32019l0771_en/source.xml",
                                  "structure/uz_konstitutsiya/source.txt", "tajik/documents/jam.tg.txt"])  # fmt: skip
def test_to_say_of_all_units_of_a_real_law_what_was_recognised_changes_nothing(name: str) -> None:
    _changes_nothing(real(f"gold/{name}").read_bytes(), name)


@pytest.mark.parametrize("language", TEXTS)
def test_to_say_of_one_unit_what_was_recognised_changes_nothing(language: str) -> None:
    read_in = source("\n".join(TEXTS[language]))
    laws = laws_of(read_in)
    first: dict[int, Provision] = {}
    for law in laws:
        for _, unit, _ in law.units():
            first.setdefault(unit.line, unit)
    for unit in first.values():
        one = Correction(unit.line, None if unit.kind is Kind.INDENT else unit.kind, unit.number)
        if unit.kind is not Kind.INDENT or not unit.label:
            assert laws_of(read_in, Review(corrections=(one,))) == laws, one


CORRECTIONS = st.builds(
    Correction,
    st.integers(1, 16),
    st.none() | st.sampled_from(Kind),
    st.sampled_from([Number("1"), Number("2"), Number("21"), Number("2", (1,)), Number("а")]),
)


@given(st.lists(CORRECTIONS, max_size=5))
def test_no_sign_is_lost_by_corrections_and_the_law_can_be_kept(corrections: list[Correction]) -> None:
    (law,) = laws_of(source(LAW), Review(corrections=tuple(corrections)))
    assert signs_of_law(law) == signs_of_source(source(LAW))
    assert read(write(law)) == law


@given(st.lists(CORRECTIONS, max_size=5))
def test_what_a_person_said_stands_in_the_tree(corrections: list[Correction]) -> None:
    (law,) = laws_of(source(LAW), Review(corrections=tuple(corrections)))
    found = {unit.line: (unit.kind, unit.number) for _, unit, _ in law.units()}
    for one in {one.line: one for one in corrections}.values():
        if one.kind:
            assert found[one.line] == (one.kind, one.number)
        else:
            assert found.get(one.line, (Kind.INDENT,))[0] is Kind.INDENT


@given(st.integers(1, 120), st.none() | st.sampled_from(Kind))
def test_no_sign_of_our_sample_law_is_lost_by_a_correction(line: int, kind: Kind | None) -> None:
    read_in = read_bytes(RUSSIAN.read_bytes(), "law.txt")
    lines = [one.number for one in read_in.lines]
    (law,) = laws_of(read_in, Review(corrections=(Correction(lines[line % len(lines)], kind, Number("9")),)))
    assert signs_of_law(law) == signs_of_source(read_in)


def _changes_nothing(data: bytes, name: str) -> None:
    read_in = read_bytes(data, name.rpartition("/")[2])
    (law,) = laws_of(read_in)
    first: dict[int, Provision] = {}
    for _, unit, _ in law.units():
        first.setdefault(unit.line, unit)
    told = (one for one in first.values() if one.kind is not Kind.INDENT)
    corrections = tuple(Correction(one.line, one.kind, one.number) for one in told)
    assert laws_of(read_in, Review(corrections=corrections)) == (law,)
