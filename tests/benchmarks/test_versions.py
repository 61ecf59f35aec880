"""Language versions are measured with hidden numbers, wrong numbers and missing articles, beside plain methods."""

from pathlib import Path

import pytest

from benchmarks import versions
from benchmarks.versions import SEEING, SYSTEMS, Versions, from_set, kept_apart, shifted, versions_section
from tests.benchmarks.small_set import letters, write_rows
from tests.law.small import law
from tests.paths import LAW_BOOK

NAMES = ("Душанбе 2014", "Хорог 31", "Бохтар 45", "Кӯлоб 72", "Турсунзода 19", "Панҷакент 88", "Исфара 53", "Ваҳдат 67")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of one law of eight articles, of whose translation one article is missing and has no answer."""
    rows = [
        [
            {"id": f"{one}:{name}", "doc": one, "lang": one, "label": name, "heading": "", "text": f"{name}. {name}."}
            for name in NAMES
        ]
        for one in ("tg", "ru")
    ]
    write_rows(tmp_path / "queries.jsonl", ({**row, "pool": ["ru"]} for row in rows[0]))
    write_rows(tmp_path / "units.jsonl", [row for row in rows[1] if not row["id"].startswith(f"ru:{NAMES[3]}")])
    pairs = (f"tg:{name}\tru:{name}" for name in NAMES if name != NAMES[3])
    (tmp_path / "gold.tsv").write_text("\n".join(("query_id\tunit_id", *pairs)) + "\n", "utf-8")
    return tmp_path


@pytest.fixture
def pair(folder: Path) -> Versions:
    (only,) = from_set(folder)
    return only


def right(pair: Versions, system: str) -> float:
    found = SYSTEMS[system](pair.one, pair.other, letters())
    return sum(found.get(eid) == beside for eid, beside in pair.right.items()) / len(pair.right)


def test_the_numbers_of_a_set_are_hidden_and_its_answers_are_places(pair: Versions) -> None:
    assert [unit.heading for _, unit, _ in pair.one.articles()] == [""] * len(NAMES)
    assert pair.right["art_3"] == "art_3"
    assert pair.right["art_5"] == "art_4"
    assert "art_4" not in pair.right


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_is_right_where_its_sign_speaks_and_position_is_not_behind_a_gap(
    pair: Versions, system: str
) -> None:
    share = right(pair, system)
    assert share == pytest.approx(3 / 7) if system == "position" else share > 3 / 7
    assert share == 1 or system in {"position", "lengths"}


def test_wrong_numbers_mislead_a_join_and_not_the_product(pair: Versions) -> None:
    ours = list(shifted(pair, letters()))
    assert len(ours) == 6
    assert all(ours)
    assert sum(shifted(pair, None, SEEING["by number"])) == 2


def test_two_articles_that_are_left_alone_at_one_place_are_kept_apart(pair: Versions) -> None:
    assert list(kept_apart(pair, letters())) == [1.0]


def test_the_section_shows_each_set_at_hand_and_is_silent_without_any(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "ready_sets", lambda: {"kz_kk-ru": from_set(folder), "other": []})
    lines = list(versions_section(letters()))
    rows = [line for line in lines if line.startswith("| kz_kk-ru |")]
    assert [row.split(" | ")[1] for row in rows] == ["7", "6"]
    assert "| 1.000 ± 0.000 |" in rows[0]
    assert rows[0].endswith("| 0.99 met |")
    assert not any(line.startswith("| other") for line in lines)
    monkeypatch.setattr(versions, "ready_sets", lambda: {"other": []})
    assert list(versions_section(None)) == []


def test_whole_laws_are_read_from_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("ru", "tg"):
        (tmp_path / f"law.{language}.txt").write_bytes((LAW_BOOK / f"readmission.{language}.txt").read_bytes())
    monkeypatch.setattr(versions, "FILES", tmp_path)
    monkeypatch.setattr(versions, "CUT", ())
    ((name, (only,)),) = versions.ready_sets().items()
    assert name == "Tajik laws, files"
    assert (only.one.language, only.other.language) == ("tg", "ru")
    assert only.right == {f"art_{at}": f"art_{at}" for at in range(1, 15)}
    assert right(only, "no model") == 1.0


def test_without_a_model_the_embeddings_find_nothing() -> None:
    one = law("ЗАКОН\nО мостах\nСтатья 1. Мост\nМост стоит.")
    assert SYSTEMS["embeddings"](one, one, None) == {}
    assert SYSTEMS["without order"](one, one, None) == {"art_1": "art_1"}
