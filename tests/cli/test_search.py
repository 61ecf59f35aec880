"""``muvofiq search`` finds where laws speak of something, and which requirements do."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from muvofiq.cli import meaning as edge
from muvofiq.cli.main import commands
from tests.alignment.small import LetterModel
from tests.paths import LAW_BOOK, RUSSIAN, TAJIK

BOOK = tuple(LAW_BOOK / f"trafficking.{language}.txt" for language in ("ru", "tg", "en"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, ["search", *(str(argument) for argument in arguments)])


def rows(*arguments: object) -> list[dict[str, Any]]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_what_is_found_is_printed_with_its_place_its_words_and_why() -> None:
    said = run("переводчик", *BOOK, "--no-model", "--top", 1).stdout
    place, words, why = said.strip().split("\n")
    assert place.startswith("ст. 8 ч. 1 п. 4 · Виды помощи · ЗАКОН РЕСПУБЛИКИ ОЛЬМИРА")
    assert place.endswith(" · ru")
    assert words.startswith("4) переводчик")
    assert "words: переводчик" in why


def test_laws_in_other_languages_are_found_and_given_to_scripts() -> None:
    found = rows("переводчик", *BOOK, "--no-model", "--top", 3)
    assert {row["language"] for row in found} == {"ru", "tg", "en"}
    assert set(found[0]) == {"unit", "act", "language", "citation", "heading", "words", "cited", "why"}


def test_a_search_is_narrowed() -> None:
    assert {row["language"] for row in rows("переводчик", *BOOK, "--no-model", "--language", "tg")} == {"tg"}
    only = rows("торговля людьми", RUSSIAN, *BOOK, "--no-model", "--act", "trafficking-en")
    assert {row["unit"].split("~")[0] for row in only} == {"trafficking-en"}
    parts = rows("потерпевший", BOOK[0], "--no-model", "--kind", "part")
    assert all("para_" in row["unit"].split("__")[-1] for row in parts)
    assert parts


def test_a_cited_unit_comes_first_and_says_so() -> None:
    assert (
        rows("ст. 4 ч. 2", RUSSIAN, "--no-model")[0] | {"cited": True, "unit": "border-law-ru~art_4__para_2"}
        == (rows("ст. 4 ч. 2", RUSSIAN, "--no-model")[0])
    )
    assert "by its number" in run("ст. 4 ч. 2", RUSSIAN, "--no-model").stdout


def test_the_language_of_the_text_can_be_said() -> None:
    assert rows("прокурор", *BOOK, "--no-model", "--typed-in", "tg")[0]["language"] == "tg"


def test_without_a_law_the_requirements_are_searched() -> None:
    found = rows("interpreter")
    assert "screening-interpretation" in [row["unit"] for row in found]
    assert {row["language"] for row in found} == {"en"}
    assert {row["language"] for row in rows("переводчик", "--language", "en")} == {"en"}


def test_nothing_found_is_said() -> None:
    result = run("нетакогослова", RUSSIAN, "--no-model")
    assert (result.exit_code, result.stdout.strip()) == (0, "Nothing was found.")
    assert rows("нетакогослова", RUSSIAN, "--no-model") == []


def test_with_the_model_laws_are_searched_by_meaning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(edge.CACHE, str(tmp_path / "cache"))
    monkeypatch.setattr(edge, "load", LetterModel)
    edge.find_model.cache_clear()
    try:
        assert "meaning: place 1 by the embedding alone" in run("щебет", TAJIK, "--top", 1).stdout
    finally:
        edge.find_model.cache_clear()


@pytest.mark.parametrize(
    "arguments",
    [[], ["мост", "--kind", "part"], ["мост", "--act", "x"], ["мост", RUSSIAN, "--act", "x"], ["мост", "--kind", "x"]],
)
def test_a_wrong_call_is_told_how_to_call(arguments: list[object]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.output
