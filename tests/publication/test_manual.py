"""The manual names every verdict by the word that people see, and gives a decision list that ends."""

import re

import pytest

from muvofiq.assessment.scale import State, word
from muvofiq.assessment.verdict import Axis, Verdict, appearances, verdicts_on
from muvofiq.publication.manual import CHAPTERS, chapter
from muvofiq.standards.thesaurus import LANGUAGES

SECTIONS = 9


def bold(language: str) -> str:
    return " | ".join(re.findall(r"<strong>(.*?)</strong>", chapter("assess", language).html, re.DOTALL))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verdict", [one for one in verdicts_on(Axis.LAW) if one is not Verdict.NOT_ASSESSED])
def test_the_decision_list_leads_to_every_verdict_on_the_law(verdict: Verdict, language: str) -> None:
    rows = re.findall(r"<tr>\s*<td>.*?</tr>", chapter("assess", language).html, re.DOTALL)
    answers = [re.findall(r"<td>(.*?)</td>", row, re.DOTALL)[2] for row in rows]
    wanted = f"<strong>{appearances()[verdict].words[language]}</strong>"
    assert sum(wanted in answer for answer in answers) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verdict", [one for one in verdicts_on(Axis.PRACTICE) if one is not Verdict.NOT_ASSESSED])
def test_it_tells_of_every_verdict_on_practice(verdict: Verdict, language: str) -> None:
    assert appearances()[verdict].practice_words[language] in bold(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_of_every_state(language: str) -> None:
    told = bold(language).casefold()
    stems = [word(state, language).split()[-1][:7].casefold() for state in State]
    assert [stem for stem in stems if stem not in told] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_the_languages_have_the_same_sections_rows_and_keys(name: str) -> None:
    shapes = set()
    for language in LANGUAGES:
        html = chapter(name, language).html
        shapes.add(tuple(html.count(tag) for tag in ("<h2>", "<h3>", "<li>", "<tr>", "<code>")))
    assert len(shapes) == 1
    assert next(iter(shapes))[0] == SECTIONS


def test_headings_stand_in_order_and_nothing_is_html_of_the_text() -> None:
    made = chapter("assess", "en")
    assert made.title == "How to judge a requirement"
    assert "<h1" not in made.html
    assert "<script" not in made.html


def test_the_tajik_manual_says_that_it_is_not_confirmed() -> None:
    assert [chapter("assess", one).is_unconfirmed for one in LANGUAGES] == [one == "tg" for one in LANGUAGES]


def test_there_is_no_other_chapter() -> None:
    with pytest.raises(KeyError):
        chapter("../verdicts", "en")
