"""The rows of the Tajik set are repaired within their law, and nothing but the damaged text is opened."""

import json
from pathlib import Path

from benchmarks.tajik_repair import repaired

LAW = ["Ташвиқоти пешазинтихоботӣ дар рӯзи интихобот манъ аст."] * 3 + ["Барномаи пешазинхоботӣ (нусха) нашр мешавад."]


def folder(tmp_path: Path, *rows: dict[str, str]) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "own.tg.txt").write_text("\n".join(LAW), encoding="utf-8")
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    (tmp_path / "repair.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_a_row_knows_the_law_in_which_it_stands(tmp_path: Path) -> None:
    row = {"id": "a", "damaged": "пешазинхоботӣ (нусха)"}
    here = folder(tmp_path, row)
    assert repaired(here) == {"a": "пешазинтихоботӣ (нусха)"}
    assert repaired(here, alone=True) == {"a": "пешазинхоботӣ (нусха)"}


def test_a_row_that_stands_in_no_law_is_repaired_alone(tmp_path: Path) -> None:
    assert repaired(folder(tmp_path, {"id": "b", "damaged": "Їуміурии"})) == {"b": "Ҷумҳурии"}


def test_a_repair_that_joins_words_before_a_row_moves_its_place(tmp_path: Path) -> None:
    here = folder(tmp_path, {"id": "c", "damaged": "катъ карда шуд"}, {"id": "d", "damaged": "хукук"})
    lines = ["К,онуни мазкур катъ карда шуд.", "Дар муддати К,онуни мазкур хукук"]
    (here / "documents" / "own.tg.txt").write_text("\n".join([*LAW, *lines]), encoding="utf-8")
    assert repaired(here) == {"c": "қатъ карда шуд", "d": "ҳуқуқ"}


def test_a_row_that_begins_inside_a_repaired_word_is_repaired_alone(tmp_path: Path) -> None:
    here = folder(tmp_path, {"id": "e", "damaged": "онуни мазкур катъ"})
    (here / "documents" / "own.tg.txt").write_text(
        "\n".join([*LAW, "К,онуни мазкур катъ карда шуд."]), encoding="utf-8"
    )
    assert repaired(here) == {"e": "онуни мазкур қатъ"}
