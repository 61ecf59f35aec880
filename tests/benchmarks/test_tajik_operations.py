"""What amending acts order, and the laws they amend, as the Tajik set asks for them."""

from pathlib import Path

import pytest

from benchmarks.gold import scorer
from benchmarks.tajik_operations import run_operations
from tests.benchmarks.test_tajik import UNCLOSED
from tests.paths import real

LAW = """ҚОНУНИ ҶУМҲУРИИ ВЕСТАРИЯ
Дар бораи кӯпрукҳо
Моддаи 1. Кўпрук
1. Кўпрук кушода аст.
2. Посбони кўпрук ўро мешиносад, ў низ мешиносад.
Моддаи 2. Гузарандагон
1) кӯдакон;
2) пирон.
Моддаи 2(1). Шаб
Шабона гузаштан мумкин аст.
"""
ACT = """ҚОНУНИ ҶУМҲУРИИ ВЕСТАРИЯ
Оид ба ворид намудани тағйиру иловаҳо ба Қонуни Ҷумҳурии Вестария «Дар бораи кӯпрукҳо»
Моддаи 1. Ба Қонуни Ҷумҳурии Вестария «Дар бораи кӯпрукҳо» тағйиру иловаҳои зерин ворид карда шаванд:
1. Дар қисми 1 моддаи 1 калимаи «кушода» ба калимаи «баста» иваз карда шавад.
2. Ба моддаи 2 банди 3) бо мазмуни зерин илова карда шавад:
«3) муҳоҷирон.».
3. Моддаи 21 аз эътибор соқит дониста шавад.
Моддаи 2. Қонуни мазкур пас аз интишори расмӣ мавриди амал қарор дода шавад.
"""
FREE = """О внесении изменений в Закон "О паромах"

Внести в Закон "О паромах" следующие изменения:

статьи 5 - 7 признать утратившими силу;

главу II дополнить статьей 9-1 следующего содержания:

"Статья 9-1. Канат";

в пункте 3 статьи 4 после слова "год" дополнить словами "или два", слова "до зари" исключить;

статью 8 красиво переписать.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "documents/k.tg": LAW,
        "constructed/c-k": ACT,
        "excerpts/free": FREE,
        "excerpts/law": LAW,
    }.items():
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_changes_are_told_in_the_words_of_the_set(folder: Path) -> None:
    operations = run_operations(folder)["operations"]
    assert operations == {
        "c-k": [
            {"target": {"article": "1", "part": "1"}, "op": "replace_words", "old": "кушода", "new": "баста"},
            {"target": {"article": "2"}, "op": "insert_unit", "new": "3) муҳоҷирон."},
            {"target": {"article": "2-1"}, "op": "repeal"},
        ],
        "free": [
            {"target": {"article": "5 - 7"}, "op": "repeal"},
            {"target": {"chapter": "II"}, "op": "insert_unit", "new": "Статья 9-1. Канат"},
            {
                "target": {"article": "4", "point": "3"},
                "op": "insert_words_after",
                "new": "или два",
                "after": "год",
            },
            {"target": {"article": "4", "point": "3"}, "op": "delete_words", "old": "до зари"},
        ],
    }


def test_the_amended_law_is_found_by_its_title_and_keeps_the_letters_of_its_file(folder: Path) -> None:
    lines = run_operations(folder)["applied"]["c-k"].splitlines()
    assert "1. Кўпрук баста аст." in lines
    assert "2. Посбони кўпрук ўро мешиносад, ў низ мешиносад." in lines
    assert "3) муҳоҷирон." in lines


def test_what_is_not_understood_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_operations(folder)
    assert "free: no_formula: статью 8 красиво переписать." in capsys.readouterr().err


@UNCLOSED
def test_the_real_set_is_read_but_for_numbers_that_no_text_decides() -> None:
    folder = real("gold/tajik")
    score, got = scorer("score_tajik"), run_operations(folder)
    assert score.operations(folder, got["operations"])["F1"] >= 0.91
    assert score.applied(folder, got["applied"])["lines_right"] == 1.0
