"""Acts of the Union are amended by key: what is not touched comes back as given, and no answer is opened."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.amendments import amend, as_answers, keyed, law_of, run_amendments, told
from benchmarks.amendments_report import LEAST, amendments, compared
from benchmarks.gold import scorer
from muvofiq.law.kind import Kind
from tests.amendment.test_reading_eu import ACT, FERRIES, law
from tests.paths import ROOT, SHARED, real

UNCLOSED = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the script leaves files open
PROVISIONS = {
    "1 heading": "Scope",
    "1(1)": "This Directive applies to ferries that sail at night.",
    "1(2)": "It does not apply to:\nBoats on lakes are ferries.",
    "1(2)(a)": "fishing boats;",
    "1(2)(b)": "boats of the harbour master; and",
    "1(2)(c)": "rowing boats of the harbour master.",
    "2": "Lists\nThe following keep lists:\n— North Quay:\n— the lamp maker;",
    "3 heading": "Lamps",
    "3(3)": "The harbour  master keeps a list of lamps.",
    "4": "The crew of a ferry are at least three people.\nThe watch does not sleep.",
    "6(1)": "‘lamp’ means:\n(a) a light:\n(i) red; or\n(ii) green;\n(b) a torch.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of one act whose answers cannot be opened as files."""
    path = tmp_path / "ferries" / "en"
    path.mkdir(parents=True)
    (path / "before.json").write_text(json.dumps(PROVISIONS), encoding="utf-8")
    (path / "before.txt").write_text(FERRIES, encoding="utf-8")
    (path / "amending.txt").write_text(ACT, encoding="utf-8")
    (path / "expected.json").mkdir()
    return tmp_path


def test_an_act_is_built_from_its_keys_and_printed_by_them() -> None:
    act = law_of(PROVISIONS, law(FERRIES))
    got = keyed(act)
    del got["5"], got["5 heading"], got["2 heading"]  # left out by the keys; printed with the text
    assert got == PROVISIONS | {"2": "The following keep lists:\n— North Quay:\n— the lamp maker;"}


def test_numbers_are_paragraphs_or_points_as_the_file_prints_them() -> None:
    file = law(FERRIES.replace("Article 5\n", "Article 5\nFor this Directive:\n(1) a lamp;\n(2) a bell.\nArticle 6\n"))
    (five,) = law_of({"5(1)": "a lamp;", "5(2)": "a bell."}, file).provisions[-2:-1]
    assert [(unit.kind, unit.label) for unit in five.children] == [(Kind.POINT, "(1)"), (Kind.POINT, "(2)")]


def test_each_key_is_amended_and_all_others_come_back_as_given(folder: Path) -> None:
    got = amend(folder / "ferries" / "en")
    changed = {key: text for key, text in got.provisions.items() if PROVISIONS.get(key) != text}
    assert changed == {
        "1(2)": "It does not apply to:\nBoats on lakes are ferries.\nBoats on canals are not ferries.",
        "1(2)(b)": "boats of the harbour master’s office;",
        "1(2)(c)": "rowing boats of the ————— .",
        "1(3)": "It applies by day too, where:",
        "1(3)(a)": "there is fog; or",
        "1(3)(b)": "there is snow.",
        "3(3)": "The ————— keeps a list of lamps.",
        "3a heading": "Bells",
        "3a(1)": "Every ferry has a bell.",
        "3a(2)": "The bell is rung in fog.",
    }
    assert set(PROVISIONS) <= set(got.provisions)
    assert got.touched == {"1", "3", "3a"}


def test_without_the_dash_words_are_only_deleted(folder: Path) -> None:
    got = amend(folder / "ferries" / "en", marks=False)
    assert got.provisions["1(2)(c)"] == "rowing boats of the."


def test_what_was_not_understood_is_told(folder: Path) -> None:
    lines = list(told(run_amendments(folder)))
    assert lines[0] == "ferries/en: 6 instructions understood, 1 not"
    assert "painted blue" in lines[1]


def test_a_key_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="no key of the set"):
        law_of({"Article 7, 1": "Words."}, law(FERRIES))


def test_the_command_writes_the_answers_and_what_was_not_understood(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "got.json"
    command = [sys.executable, "-m", "benchmarks", "amendments", str(folder), str(out)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 (our own program)
    assert json.loads(out.read_text(encoding="utf-8")) == as_answers(run_amendments(folder))
    assert "painted blue" in out.with_name("got.json.told").read_text(encoding="utf-8")


@UNCLOSED
def test_the_page_tells_what_differs(folder: Path) -> None:
    score = scorer() if (SHARED / "gold").exists() else pytest.skip("the scoring script lies with the gold sets")
    answers = folder / "ferries" / "en" / "expected.json"
    answers.rmdir()
    changed = [
        {"key": "1(2)(b)", "before": "x", "after": "boats of the harbour master's office;"},
        {"key": "1(3)", "before": None, "after": "It applies by night."},
        {"key": "4", "before": "x", "after": "(8)"},
    ]
    untouched = {"6(1)": PROVISIONS["6(1)"]}
    answers.write_text(json.dumps({"changed": changed, "unchanged": untouched}), encoding="utf-8")
    (one,) = compared(score, folder, run_amendments(folder))
    assert (one.exact, one.wrong, one.ordered) == (("1(2)(b)",), ("1(3)", "4"), ("1(3)",))
    page = "\n".join(amendments(score, folder))
    cells = "| en | 1 | 3 | 0.90 | 0.3333 ± 0.2722 | **missed** | 0.3333 | 0.5000 | 0.3333 | 1.0000 |"
    assert cells in page
    assert "| en | 6 | 1 (14.3%) | 0 |" in page
    assert re.search(r"- not understood: ferries/en: \S*point_3 \(no_formula\)", page)
    assert "painted blue" not in page
    assert "| ferries/en | 1 of 3 | 1(3), 4 |" in page


def test_a_missing_set_leaves_the_page_out(tmp_path: Path) -> None:
    assert list(amendments(None, tmp_path / "none")) == []


@UNCLOSED
def test_real_acts_are_amended_where_an_order_says_so() -> None:
    folder = real("gold/amendments")
    found = compared(scorer(), folder, run_amendments(folder))
    for language, least in LEAST.items():
        own = [one for one in found if one.language == language]
        exact, ordered = sum(len(one.exact) for one in own), sum(len(one.ordered) for one in own)
        assert exact / (exact + ordered) >= least, language
    assert all(one.row["untouched_kept"] == 1 for one in found)
