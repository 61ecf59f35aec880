"""Each sign that another program sees in a file is in the tree, in a note, or among what was left out with a reason."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.lost import bare, independent, loss
from muvofiq.errors import MuvofiqError
from muvofiq.law.opening import open_laws
from muvofiq.text.choices import Changes, Choices
from tests.fuzz.mutations import PLAIN
from tests.invented import BUSY, RUSSIAN, TEXTS, docx, files, page, pdf, rtf, union_page
from tests.paths import RUSSIAN as SAMPLE
from tests.paths import TAJIK, real

ACCEPTED, ORIGINAL = Choices(Changes.ACCEPTED), Choices(Changes.ORIGINAL)
REAL = (
    "structure/uz_konstitutsiya/source.txt",
    "structure/ru_family/source.html",
    "structure/eu_32019l0771_fr/source.xml",
    "structure/eu_31999l0044_en/source.html",
    "structure/kz_law_on_notariat_kk/source.txt",
    "stress/uz_family_rus_3.pdf",
    "stress/uz_criminal_kir_1.pdf",
    "tajik/documents/jam.tg.txt",
    "instruments/treaties/BWBV0001002.md",
)


@pytest.mark.parametrize("path", [SAMPLE, TAJIK], ids=["Russian", "Tajik"])
def test_no_sign_of_our_sample_laws_is_lost_and_none_is_added(path: Path) -> None:
    data = path.read_bytes()
    found = loss(independent(data), open_laws(data, "law.txt"))
    assert (found.missing, found.added) == (0, 0), found


@pytest.mark.parametrize("language", TEXTS)
def test_no_sign_of_a_text_is_lost_and_none_is_added(language: str) -> None:
    words = "\n".join(TEXTS[language])
    found = loss(words, open_laws(words.encode(), "law.txt"))
    assert (found.missing, found.added) == (0, 0), found


@pytest.mark.parametrize("choices", [ACCEPTED, ORIGINAL], ids=["accepted", "original"])
def test_no_sign_of_a_word_file_is_lost_whatever_becomes_of_its_changes(choices: Choices) -> None:
    data = docx(extra=BUSY)
    found = loss(independent(data), open_laws(data, "law.docx", choices))
    assert found.missing == 0, found


@pytest.mark.parametrize("data", [page(), page(TEXTS["kk"]), union_page()], ids=["Russian", "Kazakh", "EUR-Lex"])
def test_no_sign_of_a_web_page_is_lost(data: bytes) -> None:
    found = loss(independent(data), open_laws(data, "law.html"))
    assert found.missing == 0, found


def test_no_sign_of_a_pdf_is_lost() -> None:
    data = pdf([[*RUSSIAN[:6], "1"], [*RUSSIAN[6:], "2"]])
    found = loss(independent(data), open_laws(data, "law.pdf"))
    assert found.missing == 0, found


def test_no_sign_of_an_rtf_is_lost() -> None:
    found = loss(" ".join((*RUSSIAN, "Bold here and 1 See.")), open_laws(rtf(), "law.rtf"))
    assert found.missing == 0, found


@pytest.mark.parametrize("name", REAL)
def test_no_sign_of_a_real_file_is_lost(name: str) -> None:
    data = real(f"gold/{name}").read_bytes()
    found = loss(independent(data), open_laws(data, name.rpartition("/")[2], ACCEPTED))
    assert found.missing == 0, found


def test_no_sign_of_a_spoilt_text_is_lost() -> None:
    chance = random.Random(7)  # noqa: S311 (no secret)
    texts = [data for name, data in files().items() if name.endswith(".txt") and not name.startswith(("cp", "utf"))]
    opened = 0
    for _ in range(300):
        words = chance.choice(PLAIN)(chance.choice(texts), chance, texts).decode("utf-8", "ignore")
        try:
            laws = open_laws(words.encode(), "law.txt")
        except MuvofiqError:
            continue
        if laws[0].remarks or "<" in words[:4096]:  # read as a page, or from another encoding
            continue
        opened += 1
        found = loss(words, laws)
        assert (found.missing, found.added) == (0, 0), (found, words)
    assert opened > 100


def test_what_is_lost_is_found_with_the_line_on_which_it_stood() -> None:
    words = "\n".join(TEXTS["ru"])
    (law,) = open_laws(words.encode(), "law.txt")
    poorer = replace(law, head=law.head[:-1])
    found = loss(words, [poorer])
    assert found.missing > 0
    assert found.lines == (RUSSIAN[1],)
    assert loss(words[:-10], [law]).added > 0


def test_blanks_raised_figures_and_joined_letters_make_no_difference() -> None:
    assert bare("Статья 5¹ ﬁ\u00ad\u200b") == "Статья51fi"
