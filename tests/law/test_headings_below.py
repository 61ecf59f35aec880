"""Where most articles have their heading on the line below, it becomes their heading; else it stays text."""

from tests.law.small import law, outline

TREATY = (
    "СОГЛАШЕНИЕ\nСтатья 1\nОпределения\nСтороны понимают:\na) «лицо» – гражданин;\n"
    "Статья 2\nПриём граждан\n1. Сторона принимает лицо.\nСтатья 3\nСтороны сотрудничают.\n"
)


def test_the_lines_below_the_numbers_of_a_treaty_are_its_headings() -> None:
    assert outline(law(TREATY).provisions) == [
        "article 1: Определения",
        "  indent 1: Стороны понимают:",
        "  point a: «лицо» – гражданин;",
        "article 2: Приём граждан",
        "  part 1: Сторона принимает лицо.",
        "article 3: ",
        "  indent 1: Стороны сотрудничают.",
    ]


def test_tajik_treaties_are_printed_so_too() -> None:
    one = law("Моддаи 1\nМафҳумҳо\nТарафҳо мефаҳманд.\nМоддаи 2\nҚабул\n1. Тараф қабул мекунад.")
    assert [unit.heading for unit in one.provisions] == ["Мафҳумҳо", "Қабул"]


def test_one_such_line_alone_is_text() -> None:
    one = law("Статья 1\nСлужба\nПост\nСтатья 2\nПалата решает.\nСтатья 3\nСуд решает.")
    assert [unit.heading for unit in one.provisions] == ["", "", ""]


def test_a_line_with_nothing_of_the_article_behind_it_is_text() -> None:
    one = law("Статья 1\nСлужба\nСтатья 2\nПалата\nСтатья 3\nСуд")
    assert [unit.heading for unit in one.provisions] == ["", "", ""]


def test_headings_on_the_line_of_the_number_keep_the_text_below_them() -> None:
    one = law("Статья 1. Цель\nСлужба\nПост\nСтатья 2. Срок\nПалата\nДень")
    assert [[child.text for child in unit.children] for unit in one.provisions] == [
        ["Служба", "Пост"],
        ["Палата", "День"],
    ]
