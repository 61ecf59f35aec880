"""A mission is searched: its laws in all languages, its requirements, by meaning as far as the laws have been read."""

from collections.abc import Sequence
from datetime import date

import pytest

from muvofiq.alignment.embedding import Role, Vectors, vectors_of
from muvofiq.alignment.errors import EndpointSilent
from muvofiq.alignment.narrowing import UnitKind
from muvofiq.alignment.unit import units_of
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.models import Edition, StoredVector
from muvofiq.records.queries import seeking
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.search import LONG, SearchPage, excerpt, search_page
from muvofiq.records.queries.seeking import Wanted, Where
from muvofiq.records.vectors import VectorTable
from tests.alignment.small import LetterModel
from tests.records.small import (
    INTERPRETER,
    Desk,
    law_on_file,
    mission_of,
    scope_in,
    tajik_twin,
)

pytestmark = pytest.mark.django_db


class Silent(LetterModel):
    """A model elsewhere that nobody reaches."""

    def embed(self, role: Role, texts: Sequence[str]) -> Vectors:
        """Fail for every text."""
        raise EndpointSilent("example.org", reason=f"nobody reads {role} {texts}")


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> LetterModel:
    """A model in the process of the pages."""
    letters = LetterModel()
    monkeypatch.setattr(seeking, "find_reader", lambda: letters)
    return letters


def read(edition: Edition) -> None:
    """Let the worker read a law."""
    openings = [unit.opening for unit in units_of(law_of(edition))]
    vectors_of("passage", openings, LetterModel(), VectorTable())


def look(at: Desk, text: str, **narrowing: object) -> SearchPage:
    return search_page(at.mission, Wanted(text, **narrowing))  # type: ignore[arg-type]


def bridges(at: Desk, *, as_of: date | None = None, name: str = "bridges.txt", word: str = "крепок") -> Edition:
    """Import a law on bridges; twice under one name, they are editions of one act."""
    text = f"ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ\nО мостах\nСтатья 1. Мост\n1. Мост {word}.\n2. Мост открыт днём и ночью.\n"
    act = next((one for one in at.mission.acts.all() if "мостах" in str(one.title)), None)
    filing = Filing(act, is_new_act=act is None, as_of=as_of)
    (one,) = import_editions(at.expert, at.mission, data=text.encode(), file_name=name, filing=filing)
    return one


def test_a_provision_shows_where_it_stands_what_it_says_and_why(at: Desk) -> None:
    edition = bridges(at, as_of=date(2019, 1, 2))
    one = look(at, "мост открыт ночью", where=Where.LAWS).provisions[0]
    assert (one.edition, one.eid, one.citation, one.heading) == (edition, "art_1__para_2", "ст. 1 ч. 2", "Мост")
    assert [mark.text for mark in one.words if mark.found] == ["Мост", "открыт", "ночью"]
    assert "".join(mark.text for mark in one.words) == "2. Мост открыт днём и ночью."
    assert set(one.hit.reason.words) >= {"открыт", "ночью"}


def test_requirements_of_the_scope_are_found_in_any_language(at: Desk) -> None:
    for text in ("interpreter", "переводчик", "тарҷумон"):
        page = look(at, text, where=Where.REQUIREMENTS)
        assert page.requirements[0].requirement.id == INTERPRETER, text
        assert page.provisions == ()
        assert any(mark.found for mark in page.requirements[0].words)
    assert look(at, "interpreter", where=Where.LAWS).requirements == ()
    both = look(at, "переводчик")
    assert both.provisions
    assert both.requirements


def test_a_translation_is_named_beside_the_text_in_the_language_of_the_words(at: Desk) -> None:
    twin = tajik_twin(at.mission, at.expert, at.edition)
    russian = next(one for one in look(at, "статья 4").provisions if one.hit.is_cited)
    assert russian.edition == at.edition
    assert [(one.edition, one.citation) for one in russian.elsewhere] == [(twin, "м. 4")]
    tajik = next(one for one in look(at, "моддаи 4", where=Where.LAWS).provisions if one.hit.is_cited)
    assert (tajik.edition, tajik.elsewhere[0].edition) == (twin, at.edition)
    articles = [(one.edition.act_id, one.hit.article.split("~")[1]) for one in look(at, "сарҳад").provisions]
    assert len(articles) == len(set(articles)), "no article stands there in two languages"


def test_what_is_on_file_in_tajik_only_is_found_by_russian_words(at: Desk) -> None:
    text = "ҚОНУНИ ҶУМҲУРИИ ВЕСТАРИЯ\nДар бораи тарҷума\nМоддаи 1. Ёрӣ\nТарҷумон ройгон аст.\n"
    (tajik,) = import_editions(
        at.expert, at.mission, data=text.encode(), file_name="help.tg.txt", filing=Filing(is_new_act=True)
    )
    assert tajik in [one.edition for one in look(at, "переводчик").provisions]


def test_a_search_is_narrowed_to_an_act_a_language_and_a_kind(at: Desk) -> None:
    twin, other = tajik_twin(at.mission, at.expert, at.edition), bridges(at)
    assert {one.edition for one in look(at, "статья 1", act=other.act_id).provisions} == {other}
    assert {one.edition for one in look(at, "статья 4", language="tg").provisions} == {twin}
    parts = look(at, "сотрудник пограничной службы", kind=UnitKind.PART, where=Where.LAWS).provisions
    assert parts
    assert all("__para_" in one.eid for one in parts)


def test_the_newest_edition_is_searched_and_on_a_day_that_of_the_day(at: Desk) -> None:
    old = bridges(at, as_of=date(2014, 1, 1), word="ветх")
    new = bridges(at, as_of=date(2019, 1, 2), name="bridges-2019.txt")

    def found(day: date | None) -> set[Edition]:
        return {one.edition for one in look(at, "мост", act=old.act_id, on=day, where=Where.LAWS).provisions}

    assert found(None) == {new}
    assert found(date(2014, 1, 1)) == found(date(2018, 12, 31)) == {old}
    assert found(date(2019, 1, 2)) == {new}
    assert found(date(2013, 1, 1)) == set()


def test_an_edition_of_an_unknown_day_is_searched_on_every_day(at: Desk) -> None:
    edition = bridges(at)
    assert {one.edition for one in look(at, "мост", act=edition.act_id, on=date(2013, 1, 1)).provisions} == {edition}


def test_an_edition_that_was_replaced_is_not_searched(at: Desk) -> None:
    law_on_file(at.mission, at.expert, extra="\nСтатья 99. Дополнение\nСлово о мостах.\n", replaces=at.edition)
    assert {one.edition.name for one in look(at, "ст. 4", where=Where.LAWS).provisions} == {"border-law-ru-2"}


def test_without_a_model_words_and_thesaurus_search_and_the_page_says_so(at: Desk) -> None:
    page = look(at, "переводчик", where=Where.LAWS)
    assert page.unread == ("ru",)
    assert {one.hit.reason.meaning_rank for one in page.provisions} == {None}


@pytest.mark.usefixtures("model")
def test_with_the_model_a_law_that_was_read_is_searched_by_meaning(at: Desk) -> None:
    read(at.edition)
    page = look(at, "щебет", where=Where.LAWS)
    assert page.unread == ()
    assert page.is_near_only
    assert [one.hit.reason.meaning_rank for one in page.provisions[:3]] == [1, 2, 3]


def test_a_page_never_reads_a_law_and_keeps_nothing_of_what_is_typed(at: Desk, model: LetterModel) -> None:
    page = look(at, "переводчик", where=Where.LAWS)
    assert (page.unread, model.seen) == (("ru",), [])
    read(at.edition)
    before = StoredVector.objects.count()
    look(at, "переводчик", where=Where.LAWS)
    assert model.seen == [("query", "переводчик")]
    assert StoredVector.objects.count() == before


@pytest.mark.usefixtures("model")
def test_a_law_counts_by_meaning_as_soon_as_it_is_read(at: Desk) -> None:
    assert look(at, "переводчик", where=Where.LAWS).unread == ("ru",)
    read(at.edition)
    assert look(at, "переводчик", where=Where.LAWS).unread == ()
    read_later = bridges(at)
    assert look(at, "переводчик", where=Where.LAWS).unread == ("ru",), "one unread law leaves its language to words"
    read(read_later)
    assert look(at, "переводчик", where=Where.LAWS).unread == ()


def test_a_number_is_not_read_by_meaning(at: Desk, model: LetterModel) -> None:
    read(at.edition)
    page = look(at, "ст. 4", where=Where.LAWS)
    assert (page.unread, model.seen) == ((), [])
    assert page.provisions[0].hit.is_cited


def test_a_model_that_does_not_answer_leaves_words_and_thesaurus(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read(at.edition)
    monkeypatch.setattr(seeking, "find_reader", Silent)
    page = look(at, "переводчик", where=Where.LAWS)
    assert page.provisions
    assert page.unread == ("ru",)


def test_without_a_text_the_page_counts_what_there_is_to_search(at: Desk) -> None:
    for text in ("", "  "):
        page = look(at, text)
        assert (page.texts, page.scope, page.is_empty, page.more) == (1, 4, True, 0)


def test_nothing_is_found_in_an_empty_mission_and_in_words_that_nobody_has(at: Desk) -> None:
    assert look(at, "нетакогослова").is_empty
    empty = search_page(mission_of(at.manager, slug="empty"), Wanted("переводчик"))
    assert (empty.texts, empty.scope, empty.is_empty) == (0, 0, True)


def test_one_mission_does_not_find_the_laws_of_another(at: Desk) -> None:
    other = mission_of(at.manager, slug="other")
    scope_in(other, at.manager)
    found = search_page(other, Wanted("переводчик"))
    assert found.provisions == ()
    assert found.requirements


def test_more_is_offered_while_there_is_more(at: Desk) -> None:
    page = look(at, "закон", top=3, where=Where.LAWS)
    assert (len(page.provisions), page.more) == (3, 23)
    assert look(at, "переводчик", top=200).more == 0


def test_the_usual_language_counts_where_words_do_not_tell_theirs(at: Desk) -> None:
    assert look(at, "4", usual="tg").language == "tg"
    assert look(at, "граница", usual="tg").language == "ru"
    assert look(at, "граница", typed_in="tg").language == "tg"


def test_a_long_paragraph_is_cut_between_words_around_what_was_looked_for() -> None:
    words = [f"слово{at}" for at in range(300)]
    cut = excerpt(" ".join(words), ["слово150"])
    assert len(cut) <= LONG + 2
    assert "слово150" in cut
    assert cut.startswith("…слово")
    assert set(cut.strip("…").split()) <= set(words)
    assert excerpt(" ".join(words), []).startswith("слово0 ")
    assert excerpt("а" * 1000, ["б"]) == "а" * LONG + "…"
