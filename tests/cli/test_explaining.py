"""``muvofiq match --explain`` prints the reasons that the page of a requirement shows."""

import re

import pytest
from click.testing import CliRunner, Result

from muvofiq.cli.main import commands
from muvofiq.standards.errors import NotInCatalogue
from tests.paths import LAW_BOOK, RUSSIAN


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, ["match", *(str(one) for one in arguments), "--no-model"])


def explained(*arguments: object) -> str:
    result = run(*arguments, "--explain")
    assert result.exit_code == 0, (result.output, result.exception)
    return result.stdout


def test_every_candidate_has_its_words_its_score_and_what_adds_up_to_it() -> None:
    text = explained(RUSSIAN, "--requirement", "identification-vot-duty")
    assert text.startswith("A09 ")
    assert "why: words: " in text
    for total, formula in re.findall(r"score: (-?[\d.]+) = (.+)", text):
        parts = [float(part) for part in re.findall(r"[+-]\d+\.\d+", formula)]
        assert sum(parts) == pytest.approx(float(total), abs=0.03)
    assert len(re.findall(r"^  \d\. ст\.", text, re.MULTILINE)) == 5


def test_every_element_has_its_nearest_sentence_or_says_that_none_comes_near() -> None:
    text = explained(RUSSIAN, "--requirement", "identification-vot-duty", "--language", "ru")
    elements = re.findall(r"^     - .+?: (?:ст\. .+ \(\d+%\) «.+»|no sentence comes near)$", text, re.MULTILINE)
    assert len(elements) >= 3


def test_a_definition_is_taken_apart() -> None:
    law = LAW_BOOK / "criminal.ru.txt"
    text = explained(law, "--requirement", "thb-definition", "--top", 1)
    assert "definition: without words here: " in text
    assert "left over: " in text


def test_without_a_named_requirement_all_of_them_are_explained() -> None:
    assert len(re.findall(r"^[A-E]\d\d .+ \[[a-z0-9-]+\]$", explained(RUSSIAN, "--top", 1), re.MULTILINE)) == 163


def test_a_requirement_that_is_not_in_the_catalogue_is_told_with_the_nearest() -> None:
    result = run(RUSSIAN, "--explain", "--requirement", "thb-definitoin")
    assert isinstance(result.exception, NotInCatalogue)
    assert "thb-definition" in str(result.exception)
