"""The definitions of the library are whole, speak three languages and cite what the catalogue knows."""

import re
from collections.abc import Iterator

import pytest

from muvofiq.alignment.definition import Definition, Item, Needed, definition_for, definitions
from muvofiq.alignment.phrase import Row
from muvofiq.standards.errors import BadCitation, BadYaml
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.requirement import Words

LANGUAGES = ("en", "ru", "tg")
FOREIGN = {"en": re.compile("[А-яЁё]"), "ru": re.compile("[A-Za-zғӣқӯҳҷҒӢҚӮҲҶ]"), "tg": re.compile("[A-Za-zщыцЩЫЦ]")}
CATALOGUE = load_catalogue()
BOTH = pytest.mark.parametrize("definition", definitions().values(), ids=list(definitions()))
SMALL = """
id: theft
title: {en: Theft}
requirements: [no-theft]
exclusive: true
components:
  - id: acts
    title: {en: Acts}
    needed: any
    citations: [treaty art. 1, treaty art. 1, other art. 2]
    items:
      - {id: taking, title: {en: taking}, words: {en: [taking, 'take, away'], ru: [кража]}, not_in: {en: [taking part]}}
      - {id: keeping, title: {en: keeping}, words: {en: [keeping]}}
frame: {en: [person]}
"""


def texts(definition: Definition) -> Iterator[Words]:
    yield definition.title
    for component in definition.components:
        yield component.title
        yield from (item.title for item in component.items)


def phrases(item: Item, language: str) -> tuple[str, ...]:
    return (*item.words[language], *item.not_in.get(language, ()))


def test_a_definition_is_read_from_its_text() -> None:
    theft = Definition.parse(SMALL)
    assert (theft.id, theft.requirements, theft.is_exclusive) == ("theft", ("no-theft",), True)
    assert theft.components[0].needed is Needed.ANY
    assert theft.items[0].words["en"] == ("taking", "take, away")
    assert theft.items[0].not_in == {"en": ("taking part",)}
    assert theft.items[1].not_in == {}


def test_a_place_is_cited_once_and_a_language_counts_where_every_item_has_words() -> None:
    theft = Definition.parse(SMALL)
    assert list(map(str, theft.citations)) == ["treaty art. 1", "other art. 2"]
    assert theft.languages == {"en"}


def test_what_is_no_yaml_or_no_citation_is_refused_with_its_place() -> None:
    with pytest.raises(BadYaml, match=r"theft\.yaml"):
        Definition.parse("id: [", "theft.yaml")
    with pytest.raises(BadCitation, match=r"theft\.yaml, line 7, components\[0\]"):
        Definition.parse(SMALL.replace("[treaty art. 1,", "['§ 1',"), "theft.yaml")


def test_the_library_defines_trafficking_and_smuggling() -> None:
    assert list(definitions()) == ["smuggling", "trafficking"]
    assert definitions() is definitions()


def test_a_requirement_belongs_to_one_definition_or_to_none() -> None:
    asked = [requirement for one in definitions().values() for requirement in one.requirements]
    assert len(asked) == len(set(asked))
    assert set(asked) <= {one.id for one in CATALOGUE.requirements}
    assert definition_for("thb-consent") is definitions()["trafficking"]
    assert definition_for("som-illegal-stay") is definitions()["smuggling"]
    assert definition_for("thb-penalties") is None


@BOTH
def test_its_citations_stand_in_the_catalogue(definition: Definition) -> None:
    assert {one.instrument for one in definition.citations} <= set(CATALOGUE.instruments)
    assert all(component.citations for component in definition.components)


@BOTH
def test_every_title_and_every_item_speaks_three_languages(definition: Definition) -> None:
    assert definition.languages == set(LANGUAGES)
    assert tuple(definition.frame) == LANGUAGES
    assert definition.unconfirmed_languages == ("tg",)
    for text in texts(definition):
        assert tuple(text) == LANGUAGES
        assert all(one and one == one.strip() for one in text.values())


@BOTH
def test_ids_are_unique(definition: Definition) -> None:
    for ids in ([one.id for one in definition.components], [one.id for one in definition.items]):
        assert len(ids) == len(set(ids))


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_words_of_its_own_language_and_stands_once(definition: Definition, language: str) -> None:
    for item in definition.items:
        written = phrases(item, language)
        assert len(written) == len(set(written)), item.id
        assert [one for one in written if not Row(one, language).words or FOREIGN[language].search(one)] == [], item.id


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_table_calls_an_item_is_found_by_the_words_of_the_item(definition: Definition, language: str) -> None:
    strangers = [one.id for one in definition.items if not Row(one.title[language], language).runs(one.words[language])]
    assert strangers == []
