"""A stamp «for official use» is seen wherever a file prints it; a sentence about such papers is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from muvofiq.law.opening import laws_of, open_laws
from muvofiq.law.restricted import restricted_mark, stamp_in
from muvofiq.law.review import Review
from muvofiq.text.old_fonts import Font, fonts
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
    "Для внутреннего пользования",
    "Барои истифодаи хизматй",  # an old font's letter in place of the last one
    "Д.С.П.",
    "Д. С. П.",
    "Гриф: для служебного пользования",
    "Экз. № 3 Для служебного пользования",
    "Секретно",
    "СОВЕРШЕННО СЕКРЕТНО",
    "Секретно. Экз. единственный",
    "Гриф секретности: секретно",
    "Махфӣ",
    "Комилан махфӣ. Нусхаи № 1",
    "Құпия",
    "Maxfiy",
    "Жашыруун",
    "TOP SECRET",
    "Confidential",
    "Très secret",
    "Для служ. пользования",
    "Для служебного пользования (п. 1.3 Перечня)",
    "Для служебного пользования от 12.03.2020 № 15/дсп",
    "Для служебного пользования. Экз. № 2 от 12.03.2020",
    "№ 15-ДСП",
    "Приказ Министерства порядка № 15дсп",
    "от 12 марта 2020 года № 15/дсп",
    "Для служебного пользования Закон Республики Врата",
    "Для служебного пользования Утверждено постановлением",
    "Барои истифодаи хизматӣ Қонуни Ҷумҳурии Дарвоза",
    "Барои истифодаи хизматї",  # an old font's letter
)
CELLS = (
    ("УТВЕРЖДЕНО | Для служебного пользования", "Для служебного пользования"),
    ("Экз. № 3 | Для служебного пользования", "Для служебного пользования"),
    ("Министерство порядка | Для служебного пользования Экз. № 3", "Для служебного пользования Экз. № 3"),
    ("Республика Таджикистан | ДСП", "ДСП"),
    ("ТАСДИҚ ШУДААСТ\tМахфӣ", "Махфӣ"),
    ("УТВЕРЖДЕНО          Для служебного пользования", "Для служебного пользования"),
)
BROKEN = (
    ("Для служебного", "пользования"),
    ("Барои истифодаи", "хизматӣ"),
    ("Особой", "важности"),
    ("Для", "служебного", "пользования"),
    ("Для служебного", "пользования Экз. № 2"),
)
SENTENCES = (
    "Для служебного пользования предназначены сведения, указанные в статье 5.",
    "О порядке обращения с документами «Для служебного пользования»",
    "О пометке ДСП",
    "Барои истифодаи хизматӣ ҳуҷҷатҳои зерин пешбинӣ шудаанд.",
    "This Act is about papers for official use only.",
    "ДСПК Восток",
    "Д С Петров",
    "Для служебного пользования закон не предусмотрен.",
    "О замене приказа № 15-ДСП новым приказом",
    "О порядке ведения дел № 15дспр",
    "а б в г",
    "Д. С. Петров",
    "О порядке обращения | с документами для служебного пользования",
    "Экз. № 3",
    "Гриф секретности",
    "Секретно вести наблюдение запрещается.",
    "О секретности",
    "SECRET PASSAGES ACT",
    "Confidential Information Act 2001",
    "Restricted Areas Act, 1999",
    "Махфӣ нигоҳ доштани маълумот",
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


@pytest.mark.parametrize(("line", "stamp"), CELLS, ids=lambda text: text[:20])
def test_a_stamp_in_a_cell_or_a_column_is_seen_whatever_stands_beside_it(line: str, stamp: str) -> None:
    text = f"{line}\n{BODY}"
    assert restricted_mark(source(text)) == stamp
    assert restricted_mark(law(text)) == stamp


@pytest.mark.parametrize("lines", BROKEN, ids=" ".join)
def test_a_stamp_that_is_broken_over_lines_is_seen(lines: tuple[str, ...]) -> None:
    text = "\n".join(("УТВЕРЖДЕНО", *lines, BODY))
    assert restricted_mark(source(text)) == " ".join(lines)
    assert restricted_mark(law(text)) == " ".join(lines)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "д " * 100_000 + "x",
            "№ 1" * 60_000,
            "от 1 мая 2020 " * 20_000,
            "ДСП от 1 мая 2020 № " + "/" * 200_000 + " x",
        ),
        *("ДСП" + "!" * 200_000 + "x", " " * 200_000 + "x", "Экз. № " + "_" * 200_000 + "x", "Экз. № 1 " * 50_000),
        *("Для служебного " * 30_000, "Секретно " * 50_000, "ДСП " + "а" * 200_000, "Гриф " * 50_000, "| " * 100_000),
    ],
    ids=lambda line: line[:10],
)
@pytest.mark.usefixtures("quick")
def test_no_stamp_is_pondered_over(line: str) -> None:
    assert stamp_in([line]) == ""
    stamp_in(line.split())


def test_a_stamp_that_a_file_has_run_together_with_the_title_is_seen() -> None:
    assert restricted_mark(law(f"Для служебного пользования ПОЛОЖЕНИЕ О ПРОПУСКЕ\n{BODY}"))


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Д С П", "ДСП"),
        ("Д л я   с л у ж е б н о г о   п о л ь з о в а н и я", "Для служебного пользования"),
        ("М а х ф ӣ", "Махфӣ"),
    ],
)
def test_a_stamp_in_spaced_letters_is_closed_up(line: str, stamp: str) -> None:
    assert restricted_mark(law(f"{line}\n{BODY}")) == stamp


ANNEXED = f"{BODY}{{above}}Приложение 1\n{{below}}1. Первый товар.\n2. Второй товар.\n"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "Для служебного пользования\n"),
        ("", "Для служебного пользования\nОписание товаров\n"),
        ("", "к Положению о пропуске\nДля служебного пользования\nПеречень товаров\n"),
        ("Для служебного пользования\n", "Перечень товаров\n"),
        ("Президент\nА. Иванов\nДля служебного пользования\n", "Перечень товаров\n"),
    ],
    ids=range(5),
)
def test_a_stamp_above_an_annex_marks_the_text(above: str, below: str) -> None:
    assert restricted_mark(law(ANNEXED.format(above=above, below=below))).startswith("Для служебного пользования")


@pytest.mark.parametrize(
    "below",
    [
        "Перечень товаров для служебного пользования\n",
        "Перечень сведений с пометкой «Для служебного пользования»\n",
        "Секретно перевозимые товары\n",
    ],
)
def test_an_annex_that_speaks_of_such_papers_marks_nothing(below: str) -> None:
    assert restricted_mark(law(ANNEXED.format(above="", below=below))) == ""


@pytest.mark.parametrize("font", [font for font in fonts() if len(font.letters) > 2], ids=lambda font: font.damage.name)
def test_a_stamp_in_an_old_font_is_seen_though_its_repair_is_refused(font: Font) -> None:
    typed = {shown: sign for sign, shown in font.letters.items()}
    plain = "Барои истифодаи хизматӣ\n" + (LAW_BOOK / "readmission.tg.txt").read_text("utf-8")
    text = "".join(typed.get(letter, letter) for letter in plain)
    (one,) = laws_of(source(text), Review(frozenset({font.damage.value})))
    assert "хизматӣ" not in one.head[0]
    assert restricted_mark(one) == one.head[0]


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
    for path in sorted(real("gold/structure").glob("*/source.*")):
        assert restricted_mark(read_bytes(path.read_bytes(), path.name)) == "", path
