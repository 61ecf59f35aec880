"""One search over laws in three languages: by words, phrases, meaning and numbers, narrowed as a person wants."""

import pytest

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.looking import Hit
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.narrowing import EVERYTHING, Narrowing, UnitKind
from muvofiq.alignment.search import TOP, search
from muvofiq.alignment.unit import Unit, units_of
from muvofiq.alignment.words import words
from muvofiq.law.build import build_law
from muvofiq.law.reference import Reference
from muvofiq.standards.load import load_catalogue
from muvofiq.text.read import read_file
from tests.alignment.small import LetterModel, Memory
from tests.alignment.small import concepts as three
from tests.alignment.small import units as four
from tests.paths import LAW_BOOK

ACTS = ("border.ru", "criminal.ru", "trafficking.ru", "trafficking.tg", "trafficking.en", "readmission.en")


@pytest.fixture(scope="module")
def book() -> list[Unit]:
    """Some acts of the workshop exercise, two of them in other languages."""
    return [unit for name in ACTS for unit in units_of(build_law(read_file(LAW_BOOK / f"{name}.txt")))]


@pytest.fixture(scope="module")
def thesaurus() -> Concepts:
    return Concepts(load_catalogue().thesaurus.concepts)


@pytest.fixture(scope="module")
def found(book: list[Unit], thesaurus: Concepts) -> "Look":
    return Look(book, thesaurus)


class Look:
    """A search in the book."""

    def __init__(self, book: list[Unit], thesaurus: Concepts) -> None:
        self.book, self.thesaurus = book, thesaurus

    def __call__(
        self, text: str, narrowing: Narrowing = EVERYTHING, *, language: str = "", top: int = TOP
    ) -> list[Hit]:
        return search(text, language, self.book, self.thesaurus, narrowing=narrowing, top=top)


def of(name: str) -> Narrowing:
    return Narrowing(acts=frozenset([name]))


def test_words_find_the_smallest_unit_that_has_them_and_mark_them(found: Look) -> None:
    best = found("переводчик того же пола")[0]
    assert (best.unit, best.article) == ("border-ru~art_12__para_2", "border-ru~art_12")
    assert {"переводчик", "пола"} <= set(best.marks) <= set(words(best.paragraph))
    assert best.reason.words
    assert not best.is_cited


def test_a_russian_question_finds_tajik_and_english_texts_through_concepts(found: Look) -> None:
    hits = found("переводчик")
    assert {hit.language for hit in hits} == {"ru", "tg", "en"}
    tajik = next(hit for hit in hits if hit.language == "tg")
    assert tajik.unit == "trafficking-tg~art_8__para_1__point_4"
    assert tajik.reason.concepts
    assert tajik.marks == ("тарҷумон",)


def test_the_language_of_the_question_comes_first_in_each_turn(found: Look) -> None:
    assert found("interpreter")[0].language == "en"
    assert found("тарҷумон")[0].language == "tg"
    for language in ("ru", "tg"):
        assert found("прокурор", language=language)[0].language == language, "what the user says counts"


def test_a_russian_question_finds_tajik_texts_by_meaning(book: list[Unit], thesaurus: Concepts) -> None:
    model = LetterModel()
    among = [unit for unit in book if unit.language == "tg"]
    assert search("щебет", "ru", among, thesaurus) == []
    hits = search("щебет", "ru", among, thesaurus, meaning=Meaning(model.model, Memory(), model))
    assert [hit.reason.meaning_rank for hit in hits[:2]] == [1, 2]


def test_ranks_are_counted_and_no_article_stands_twice(found: Look) -> None:
    hits = found("торговля людьми")
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert len({hit.article for hit in hits}) == len(hits) <= TOP
    assert len(found("торговля людьми", top=3)) == 3


@pytest.mark.parametrize(
    "text", ["ст. 128", "статья 128", "Article 128", "м. 128", "128", "УК 128", "уголовный кодекс 128"]
)
def test_the_number_of_an_article_brings_it_first(found: Look, text: str) -> None:
    first, *others = found(text)
    assert (first.unit, first.is_cited) == ("criminal-ru~art_128", True)
    assert not any(hit.is_cited for hit in others)


def test_a_number_that_several_acts_have_brings_them_all_and_the_one_that_is_named_first(found: Look) -> None:
    assert {hit.article.split("~")[0] for hit in found("ст. 8") if hit.is_cited} >= {"border-ru", "trafficking-ru"}
    assert found("ст. 8 закона о торговле людьми")[0].article == "trafficking-ru~art_8"
    assert found("ст. 8 закона о границе")[0].article == "border-ru~art_8"


def test_a_part_that_is_cited_is_pointed_at(found: Look) -> None:
    assert found("ст. 128 ч. 2")[0].unit == "criminal-ru~art_128__para_2"
    assert found("м. 8 қ. 1", of("trafficking-tg"))[0].unit == "trafficking-tg~art_8__para_1"


def test_a_phrase_has_to_stand_there_in_any_inflection(found: Look) -> None:
    hits = found("«может быть обжалован»")
    assert hits
    assert all("обжалован" in hit.paragraph for hit in hits)
    assert {hit.article for hit in hits} < {hit.article for hit in found("может быть обжалован")}
    inflected = found("«торговле людьми»")
    assert any("Торговля людьми" in hit.paragraph for hit in inflected)


def test_the_words_of_a_phrase_in_another_order_are_not_enough(found: Look) -> None:
    assert found("«людьми торговля»") == []
    assert found("«обжалован быть может»") == []


def test_a_phrase_points_at_the_smallest_unit_that_has_all_of_it(found: Look) -> None:
    hit = found("«понятном языке»", of("trafficking-ru"))[0]
    assert hit.unit == "trafficking-ru~art_8__para_1__point_4"


def test_several_phrases_have_to_stand_in_one_article() -> None:
    among = four()
    assert [hit.article for hit in search("«жертвам торговли» «помощь»", "ru", among, three())] == ["law~art_2"]
    assert search("«жертвам торговли» «представитель»", "ru", among, three()) == []


def test_a_phrase_of_small_words_is_found_too() -> None:
    unit = Unit("law~art_9", "law", "ru", "", "Этого для них не было и нет.")
    assert [hit.article for hit in search("«для них»", "ru", [*four(), unit], three())] == ["law~art_9"]


def test_a_search_is_narrowed_to_acts_and_languages(found: Look) -> None:
    assert {hit.article.split("~")[0] for hit in found("торговля людьми", of("border-ru"))} == {"border-ru"}
    english = found("торговля людьми", Narrowing(languages=frozenset(["en"])))
    assert {hit.language for hit in english} == {"en"}
    assert found("торговля людьми", of("no-such-act")) == []
    first = found("переводчик")[0].article
    assert first not in {hit.article for hit in found("переводчик", Narrowing(without=frozenset([first])))}


@pytest.mark.parametrize(
    ("kind", "steps"),
    [(UnitKind.ARTICLE, {"art"}), (UnitKind.PART, {"para"}), (UnitKind.POINT, {"point", "subpara", "indent"})],
)
def test_a_search_is_narrowed_to_a_kind_of_unit(found: Look, kind: UnitKind, steps: set[str]) -> None:
    hits = found("потерпевший торговля людьми", Narrowing(kind))
    assert len(hits) > 2
    assert {str(Reference.parse(hit.unit).steps[-1]).split("_")[0] for hit in hits} <= steps
    assert all(hit.marks for hit in hits)


def test_a_search_for_definitions_finds_what_defines(found: Look) -> None:
    hits = found("потерпевший", Narrowing(UnitKind.DEFINITION))
    assert "trafficking-ru~art_2" in {hit.article for hit in hits}
    assert len(hits) < len(found("потерпевший"))


def test_a_cited_unit_of_another_kind_than_wanted_is_left_out(found: Look) -> None:
    assert not any(hit.is_cited for hit in found("ст. 128", Narrowing(UnitKind.PART)))
    assert found("ст. 128 ч. 2", Narrowing(UnitKind.PART))[0].is_cited


@pytest.mark.parametrize("text", ["", " ", "«»", "«.»", "и", "((", "\\d+", "ст.", "§", "нетакогослова", "«"])
def test_a_search_for_nothing_finds_nothing_and_does_not_fail(found: Look, text: str) -> None:
    assert found(text) == []


def test_without_laws_nothing_is_found(thesaurus: Concepts) -> None:
    assert search("переводчик", "", [], thesaurus) == []


def test_the_model_is_not_asked_what_a_number_means(book: list[Unit], thesaurus: Concepts) -> None:
    model = LetterModel()
    search("ст. 8", "", book[:5], thesaurus, meaning=Meaning(model.model, Memory(), model))
    assert not [text for role, text in model.seen if role == "query"]
