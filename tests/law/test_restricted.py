"""A stamp «for official use» is seen wherever a file prints it; a sentence about such papers is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from muvofiq.law.opening import open_laws
from muvofiq.law.restricted import restricted_mark
from muvofiq.text.read import read_bytes
from muvofiq.text.source import LeftOut, Reason
from tests.invented import TEXTS
from tests.law.small import law, source
from tests.paths import LAW_BOOK, SAMPLES, real

BODY = "ПОЛОЖЕНИЕ\nо пропуске\nСтатья 1. Цель\nЦель положения – порядок.\nСтатья 2. Конец\nВсё.\n"
STAMPS = (
    "Для служебного пользования",
    "ДЛЯ СЛУЖЕБНОГО ПОЛЬЗОВАНИЯ",
    "(для служебного пользования)",
    "Для служебного пользования. Экз. № 3",
    "Для служебного пользования Экз. № ___",
    "ДСП",
    "Барои истифодаи хизматӣ",
    "БАРОИ ИСТИФОДАИ ХИЗМАТӢ",
    "Барои истифодаи хизмати",  # a font that has lost the marks of its letters
    "Қызмет бабында пайдалану үшін",
    "Xizmat doirasida foydalanish uchun",
    "Хизмат доирасида фойдаланиш учун",
    "Кызматтык пайдалануу үчүн",
    "FOR OFFICIAL USE ONLY",
    "For official use",
    "Diffusion restreinte",
)
SENTENCES = (
    "Для служебного пользования предназначены сведения, указанные в статье 5.",
    "О порядке обращения с документами «Для служебного пользования»",
    "О пометке ДСП",
    "Барои истифодаи хизматӣ ҳуҷҷатҳои зерин пешбинӣ шудаанд.",
    "This Act is about papers for official use only.",
    "ДСПК Восток",
    "",
)


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_is_seen_in_the_file_and_in_its_law(stamp: str) -> None:
    text = f"{stamp}\n{BODY}"
    assert restricted_mark(source(text)) == stamp
    assert restricted_mark(law(text)) == stamp


@pytest.mark.parametrize("sentence", SENTENCES)
def test_to_speak_of_such_papers_marks_nothing(sentence: str) -> None:
    text = f"{sentence}\n{BODY}"
    assert restricted_mark(source(text)) == ""
    assert restricted_mark(law(text)) == ""


def test_a_stamp_that_a_file_has_run_together_with_the_title_is_seen() -> None:
    assert restricted_mark(law(f"Для служебного пользования ПОЛОЖЕНИЕ О ПРОПУСКЕ\n{BODY}"))


def test_a_stamp_at_the_head_of_every_page_is_seen_though_it_is_no_word_of_the_law() -> None:
    pages = tuple(LeftOut(line, "Для служебного пользования", Reason.RUNNING_HEAD) for line in (1, 5))
    stamped = law(BODY)
    assert restricted_mark(stamped) == ""
    assert restricted_mark(replace(stamped, left_out=pages)) == "Для служебного пользования"
    assert restricted_mark(replace(source(BODY), left_out=pages)) == "Для служебного пользования"


def test_what_was_struck_out_is_no_stamp() -> None:
    deleted = (LeftOut(1, "Для служебного пользования", Reason.DELETED),)
    assert restricted_mark(replace(law(BODY), left_out=deleted)) == ""


def test_a_line_within_an_article_is_no_stamp() -> None:
    assert restricted_mark(law(f"{BODY}Для служебного пользования\n")) == ""


@pytest.mark.parametrize("path", sorted([*LAW_BOOK.glob("*.txt"), *SAMPLES.glob("*.txt")]), ids=lambda path: path.name)
def test_our_laws_are_for_everybody(path: Path) -> None:
    data, name = path.read_bytes(), path.name
    assert restricted_mark(read_bytes(data, name)) == ""
    assert [restricted_mark(one) for one in open_laws(data, name)] == [""]


@pytest.mark.parametrize("language", TEXTS)
def test_invented_laws_are_for_everybody(language: str) -> None:
    assert restricted_mark(source("\n".join(TEXTS[language]))) == ""


def test_real_laws_are_for_everybody() -> None:
    for path in sorted(real("gold/tajik/documents").glob("*.txt")):
        assert restricted_mark(read_bytes(path.read_bytes(), path.name)) == ""
