"""Amending acts are opened, those without articles too."""

from muvofiq.amendment.opening import open_amending_acts
from muvofiq.amendment.reading import read_amending_act
from tests.paths import ROOT

FREE = """# О внесении изменений в Закон "О паромах"

Внести в Закон "О паромах" следующие изменения:

в пункте 3 статьи 4 слово "год" заменить словом "два";

статью 5 исключить.

Президент Республики
"""


def test_an_act_with_articles_is_opened_as_a_law_is() -> None:
    path = ROOT / "tests" / "samples" / "amending" / "border.ru.txt"
    (act,) = open_amending_acts(path.read_bytes(), path.name)
    assert [str(unit.number) for unit in act.provisions] == ["1", "2", "3"]


def test_an_act_without_articles_is_read_paragraph_by_paragraph() -> None:
    (act,) = open_amending_acts(FREE.encode(), "free.txt")
    assert (act.title, act.language) == ('О внесении изменений в Закон "О паромах"', "ru")
    assert act.tail == ("Президент Республики",)
    reading = read_amending_act(act)
    assert [str(change) for change in reading.changes] == [
        'replace-words art_4__point_3 {"old": ["год"], "new": ["два"]}',
        "remove-units art_5 {}",
    ]
    assert reading.not_understood == ()
