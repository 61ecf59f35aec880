"""A file in two languages becomes two laws, and a file in one never does."""

import json
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.bilingual import split_languages
from muvofiq.law.build import build_law
from muvofiq.law.tree import Law
from muvofiq.text.read import read_file
from muvofiq.text.source import LeftOut, Line, Reason, Remark, Source
from tests.law.small import source
from tests.paths import real

RU = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О границе
Статья 1. Граница
Граница есть линия, которая отделяет Вестарию от соседей.
Статья 2. Служба
1) служба охраняет границу;
2) служба ведёт журнал.
Статья 3. Сбор
Сбор не взимается.
Президент Республики Вестария
№ 118"""
TG = """ҚОНУНИ ҶУМҲУРИИ ВЕСТАРИЯ
Дар бораи сарҳад
Моддаи 1. Сарҳад
Сарҳад хатест, ки Вестарияро аз ҳамсояҳо ҷудо мекунад.
Моддаи 2. Хадамот
1) хадамот сарҳадро ҳифз мекунад;
2) хадамот дафтар мебарад.
Моддаи 3. Пардохт
Пардохт гирифта намешавад.
Президенти Ҷумҳурии Вестария
№ 118"""
KK = """1-бап. Шекара
Шекара – бұл көршілерден бөлетін сызық.
2-бап. Қызмет
Қызмет шекараны күзетеді.
3-бап. Алым
Алым алынбайды."""


def blocks(text: str, word: str) -> list[str]:
    """The lines of a law, parted before each article."""
    parts = text.replace(f"\n{word}", f"\0{word}")
    return parts.split("\0")


def in_turn(*columns: Iterable[str]) -> str:
    return "\n".join(part for row in zip_longest(*columns, fillvalue="") for part in row if part)


FORMS = {
    "one after the other": f"{TG}\n{RU}",
    "the other way round": f"{RU}\n{TG}",
    "article by article": in_turn(blocks(TG, "Моддаи"), blocks(RU, "Статья")),
    "line by line": in_turn(TG.splitlines(), RU.splitlines()),
}


def articles(law: Law) -> list[tuple[str, str, str]]:
    return [(str(unit.number), unit.heading, unit.words) for _, unit, _ in law.articles()]


@pytest.mark.parametrize("form", FORMS)
def test_each_language_gets_its_own_lines(form: str) -> None:
    parts = split_languages(source(FORMS[form]))
    assert {part.text for part in parts} == {RU, TG}


def test_the_language_that_comes_first_stands_first() -> None:
    assert [part.text for part in split_languages(source(FORMS["the other way round"]))] == [RU, TG]


def test_kazakh_and_russian_are_told_apart_too() -> None:
    russian = "\n".join(RU.splitlines()[2:9])
    assert [part.text for part in split_languages(source(f"{KK}\n{russian}"))] == [KK, russian]


def test_what_was_left_out_and_the_remarks_stay_with_the_first_language() -> None:
    lines = source(FORMS["one after the other"]).lines
    left_out, remarks = (LeftOut(1, "3", Reason.PAGE_NUMBER),), (Remark("{count} pages.", 2),)
    first, second = split_languages(Source("a.pdf", "pdf", "hash", lines, None, remarks, left_out))
    assert (first.left_out, first.remarks, second.left_out, second.remarks) == (left_out, remarks, (), ())
    assert (first.name, first.format, first.sha256) == (second.name, second.format, second.sha256)


DECREE_RU = """ПОСТАНОВЛЕНИЕ ПРАВИТЕЛЬСТВА РЕСПУБЛИКИ ВЕСТАРИЯ
О границе
В целях защиты границы Правительство постановляет:
1. Утвердить правила, которые прилагаются.
2. Службе вести журнал.
3. Постановление опубликовать."""
DECREE_TG = """ҚАРОРИ ҲУКУМАТИ ҶУМҲУРИИ ВЕСТАРИЯ
Дар бораи сарҳад
Бо мақсади ҳифзи сарҳад Ҳукумат қарор мекунад:
1. Қоидаҳо, ки замима мегарданд, тасдиқ карда шаванд.
2. Хадамот дафтар барад.
3. Қарор аз тарафи ҳукумат нашр карда шавад."""


def test_a_decree_in_two_languages_is_known_by_its_points() -> None:
    assert [part.text for part in split_languages(source(f"{DECREE_TG}\n{DECREE_RU}"))] == [DECREE_TG, DECREE_RU]
    assert len(split_languages(source(DECREE_RU))) == 1


ONE_LANGUAGE = {
    "a law in Russian": RU,
    "a law in Tajik": TG,
    "a title in both languages": f"{TG.splitlines()[0]}\n{TG.splitlines()[1]}\n{RU}",
    "a Tajik phrase in a Russian law": RU.replace("Сбор не", "«Хадамоти сарҳадӣ» ва «Раиси ҷумҳурӣ»: сбор не"),
    "one heading in the other language": TG.replace("Моддаи 3. Пардохт", "Статья 3. Сбор"),
    "a Russian act that amends a Tajik law": f"{RU}\n«Моддаи 12. Хадамот\nХадамот сарҳадро ҳифз мекунад.\n"
    "Моддаи 14. Пардохт\nПардохт гирифта намешавад.»",
    "no article at all": "О границе\nДар бораи сарҳад",
}


@pytest.mark.parametrize("what", ONE_LANGUAGE)
def test_what_holds_one_law_is_not_split(what: str) -> None:
    whole = source(ONE_LANGUAGE[what])
    assert split_languages(whole) == (whole,)


def real_forms(name: str) -> dict[str, tuple[str, str, str]]:
    """Each way to put a real law in two languages into one file: the file, its Tajik lines and its Russian lines."""
    folder = real("gold/tajik/documents")
    tajik, russian = ((folder / f"{name}.{code}.txt").read_text(encoding="utf-8") for code in ("tg", "ru"))
    rows = json.loads((folder / f"{name}.aligned.json").read_text(encoding="utf-8"))
    pairs = [row[code].split("\n") for row in rows for code in ("tg", "ru")]
    by_article = in_turn(blocks(tajik, "Модда"), blocks(russian, "Статья"))
    return {
        "one after the other": (f"{tajik}\n{russian}", tajik, russian),
        "the other way round": (f"{russian}\n{tajik}", tajik, russian),
        "article by article": (by_article, tajik, russian),
        "block by block": ("\n".join(line for pair in pairs for line in pair), tajik, russian),
        "line by line": (in_turn(tajik.splitlines(), russian.splitlines()), tajik, russian),
    }


@pytest.mark.parametrize("name", ["emo", "jam"])
@pytest.mark.parametrize(
    "form", ["one after the other", "the other way round", "article by article", "block by block", "line by line"]
)
def test_a_real_law_in_two_languages_gives_the_articles_of_both(name: str, form: str) -> None:
    whole, tajik, russian = real_forms(name)[form]
    laws = {law.language: law for law in map(build_law, split_languages(source(whole)))}
    assert articles(laws["tg"]) == articles(build_law(source(tajik)))
    assert articles(laws["ru"]) == articles(build_law(source(russian)))


@pytest.mark.parametrize(
    "folder", ["structure/*/source.*", "stress/*.txt", "tajik/documents/*.txt", "tajik/excerpts/*.txt"]
)
def test_no_real_law_in_one_language_is_split(folder: str) -> None:
    files = sorted(real("gold").glob(folder))
    assert len(files) > 3
    assert [path for path in files if len(split_languages(read_file(Path(path)))) > 1] == []


LINES = [*RU.splitlines(), *TG.splitlines(), *KK.splitlines(), "№ 5", "—"]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=40))
def test_every_line_goes_to_exactly_one_language(texts: list[str]) -> None:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, start=1))
    parts = split_languages(Source("a.txt", "text", "hash", lines))
    assert sorted(line.number for part in parts for line in part.lines) == list(range(1, len(texts) + 1))
    assert all(list(part.lines) == sorted(part.lines, key=lambda line: line.number) for part in parts)
