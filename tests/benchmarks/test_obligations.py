"""The strength of obligations is measured beside plain means, on the units that were judged by hand."""

from pathlib import Path

import pytest

from benchmarks import obligations as measured
from benchmarks.norm_texts import norm_text
from benchmarks.obligations import SYSTEMS, first_verb, obligations_section, parts
from muvofiq.standards.obligation import obligations
from tests.standards.convention import CONVENTION, TRUTH, opened


def test_the_first_plain_verb_misses_what_our_rules_see() -> None:
    units = obligations(opened(CONVENTION))
    right = {
        name: sum(system(one) == TRUTH[one.pinpoint] for one in units if one.pinpoint in TRUTH)
        for name, system in SYSTEMS.items()
    }
    assert right["muvofiq"] == len(TRUTH) > max(right["first verb"], right["always «shall»"])
    assert {first_verb(one) for one in units} <= {"shall", "shall consider", "may", "definition", "no action"}


def test_the_table_has_a_row_for_each_part_of_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "instruments").mkdir()
    monkeypatch.setattr(measured, "GOLD", tmp_path)
    monkeypatch.setattr(measured, "norm_text", lambda *_: CONVENTION)
    measured._units.cache_clear()
    lines = list(obligations_section())
    measured._units.cache_clear()
    assert [line.split(" | ")[0].removeprefix("| ") for line in lines[4:-1]] == list(parts())


def test_without_the_gold_data_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measured, "GOLD", tmp_path / "nowhere")
    assert list(obligations_section()) == []


def test_a_treaty_gives_its_english_half_and_an_act_its_recitals_and_articles(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# X\n\n# Titel\n\n# Title\n\n**Article 1**\n\nTea [shall](x) be hot.\n\n# Titel\n\nThee.\n"
    )
    (tmp_path / "b.json").write_text(
        '{"title": "On tea", "recitals": [{"number": 1, "text": "Tea is good."}], "articles": ['
        '{"number": 1, "chapter": "I: Tea", "content": "Subject\\nTea shall be hot."}]}'
    )
    assert norm_text("BWBV1", lambda _: tmp_path / "a.md").splitlines()[-1] == "Tea shall be hot."
    act = norm_text("b", lambda _: tmp_path / "b.json")
    assert act.splitlines() == [
        "On tea",
        "Whereas:",
        "(1) Tea is good.",
        "CHAPTER I",
        "Tea",
        "Article 1",
        "Subject",
        "Tea shall be hot.",
    ]
