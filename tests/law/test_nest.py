"""Each unit goes into the nearest larger one that is open, and running text to whom it belongs."""

import pytest

from muvofiq.law.build import build_law
from muvofiq.text.read import read_bytes
from tests.law.small import law, outline


def tree(text: str) -> list[str]:
    return outline(law(text).provisions)


def test_sections_hold_chapters_and_chapters_hold_articles() -> None:
    general = "Общая часть\nРаздел I. А\nГлава 1. Б\n§ 1. В\nСтатья 1. Г\nГлава 2. Д\nСтатья 2. Е"
    assert tree(f"{general}\nОсобенная часть\nСтатья 3. Ж") == [
        "division общая: ",
        "  section 1: А",
        "    chapter 1: Б",
        "      paragraph 1: В",
        "        article 1: Г",
        "    chapter 2: Д",
        "      article 2: Е",
        "division особенная: ",
        "  article 3: Ж",
    ]


def test_subsections_lie_in_sections_and_hold_chapters() -> None:
    assert tree("Раздел I. А\nПодраздел 1. Б\nГлава 1. В\nСтатья 1. Г\nПодраздел 2. Д\nГлава 2. Е") == [
        *("section 1: А", "  subsection 1: Б", "    chapter 1: В", "      article 1: Г"),
        *("  subsection 2: Д", "    chapter 2: Е"),
    ]


def test_points_lie_in_parts_and_lettered_points_in_numbered_ones() -> None:
    text = "Статья 1. А\n1. Служба:\n1) лиц;\n2) вещи:\nа) одни;\nб) другие;\n3) срок.\n2. Палата."
    assert tree(text) == [
        "article 1: А",
        "  part 1: Служба:",
        "    point 1: лиц;",
        "    point 2: вещи:",
        "      subpoint а: одни;",
        "      subpoint б: другие;",
        "    point 3: срок.",
        "  part 2: Палата.",
    ]


def test_lettered_points_directly_below_a_part_are_points_beside_each_other() -> None:
    text = "Статья 1. А\n1. Служба:\nа) лиц;\nб) вещи;\nб¹) скот.\nСтатья 2. Б\nа) одно;\nб) два."
    assert tree(text) == [
        "article 1: А",
        "  part 1: Служба:",
        "    point а: лиц;",
        "    point б: вещи;",
        "    point б(1): скот.",
        "article 2: Б",
        "  point а: одно;",
        "  point б: два.",
    ]


def test_the_sanction_after_the_points_returns_to_its_part() -> None:
    text = "Статья 1. А\n1. То же деяние, совершённое:\nа) группой;\nб) повторно, –\nнаказывается штрафом.\n2. Иное."
    assert tree(text) == [
        "article 1: А",
        "  part 1: То же деяние, совершённое:",
        "    point а: группой;",
        "    point б: повторно, –",
        "    indent 2: наказывается штрафом.",
        "  part 2: Иное.",
    ]


def test_indents_announced_by_a_point_stay_in_it_until_their_list_ends() -> None:
    text = "Статья 1. А\n1. Служба:\n1) проверяет:\n– лиц;\n– вещи.\nСлужба отвечает."
    assert tree(text) == [
        "article 1: А",
        "  part 1: Служба:",
        "    point 1: проверяет:",
        "      indent 2: – лиц;",
        "      indent 3: – вещи.",
        "    indent 2: Служба отвечает.",
    ]


def test_indents_are_counted_with_the_first_line_of_a_part_as_the_first() -> None:
    assert tree("Статья 1. А\nпервый\nвторой\n1. первый\nвторой") == [
        *("article 1: А", "  indent 1: первый", "  indent 2: второй", "  part 1: первый", "    indent 2: второй"),
    ]


def test_a_note_of_one_sentence_stands_beside_the_parts() -> None:
    assert tree("Статья 1. А\n1. Служба.\nПримечание. Близкие – это родители.\n2. Палата.\nСтатья 2. Б") == [
        *(
            "article 1: А",
            "  part 1: Служба.",
            "  note 1: Близкие – это родители.",
            "  part 2: Палата.",
            "article 2: Б",
        ),
    ]


@pytest.mark.parametrize("note", ["Примечания:\n1. Одно.", "Примечания: 1. Одно.", "Примечание. Считаются:\n1. Одно."])
def test_the_items_of_a_note_lie_in_it_and_the_next_article_does_not(note: str) -> None:
    lines = tree(f"Глава 1. А\nСтатья 1. Б\n1. Служба.\n{note}\n2. Два.\nСтатья 2. В\nГлава 2. Г")
    assert "      part 2: Два." in lines
    assert lines[-2:] == ["  article 2: В", "chapter 2: Г"]


def test_what_stands_before_the_first_unit_is_the_head() -> None:
    one = law("ЗАКОН\nПринят 1 мая\n1. Часть до всех статей\n1) и пункт\nСтатья 1. А\nтекст")
    assert one.head == ("ЗАКОН", "Принят 1 мая", "1. Часть до всех статей", "1) и пункт")


def test_a_numbered_line_below_a_chapter_is_no_part_of_the_article_before() -> None:
    assert tree("Глава 1. А\nСтатья 1. Б\n1. Служба.\nГлава 2. В\n1. До статьи.\nСтатья 2. Г") == [
        *("chapter 1: А", "  article 1: Б", "    part 1: Служба."),
        *("chapter 2: В", "  indent 1: 1. До статьи.", "  article 2: Г"),
    ]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Глава 1\nО границе", "О границе"),
        ("Глава 1. О ГРАНИЦЕ\nИ ЗАЩИТЕ", "О ГРАНИЦЕ И ЗАЩИТЕ"),
        ("Глава 1.\nО ГРАНИЦЕ\nИ ЗАЩИТЕ", "О ГРАНИЦЕ И ЗАЩИТЕ"),
    ],
)
def test_the_heading_of_a_chapter_may_stand_on_the_lines_below(text: str, heading: str) -> None:
    (chapter,) = law(f"{text}\nСтатья 1. Цель").provisions
    assert chapter.heading == heading
    assert [child.heading for child in chapter.children] == ["Цель"]


def test_an_article_after_a_capital_of_its_own_keeps_text_below_it() -> None:
    assert tree("Статья 1. ЦЕЛЬ\nСЛУЖБА\nпроверяет") == [
        "article 1: ЦЕЛЬ",
        "  indent 1: СЛУЖБА",
        "  indent 2: проверяет",
    ]


def test_editors_paragraphs_are_notes_of_the_article_and_before_it_of_the_act() -> None:
    one = law(
        "ЗАКОН\nСноска. Закон изменён.\nГлава 1. А\nСноска. Глава изменена.\n"
        "Статья 1. Б\n1. Служба.\nСноска. Статья изменена."
    )
    (chapter,) = one.provisions
    assert [note.text for note in one.notes] == ["Сноска. Закон изменён."]
    assert [note.text for note in chapter.notes] == ["Сноска. Глава изменена."]
    assert [(note.text, note.line) for note in chapter.children[0].notes] == [("Сноска. Статья изменена.", 7)]


REPEALED = [
    "Статья 1. Утратила силу",
    "Статья 1. Утратила силу (Закон РТ от 02.01.2019 № 15)",
    "Статья 1. (Исключена Законом РТ № 5)",
    "Статья 1. Служба\nУтратила силу.",
    "Статья 1. Служба\n1. Утратила силу.\n2. Исключена.",
    "Статья 1. Служба (исключена Законом РТ № 5)",
    "Статья 1. Служба\nСноска. Статья 1 исключена Законом.",
    "Статья 1. Признана утратившей силу",
    "Моддаи 1. Аз эътибор соқит дониста шудааст",
    "Моддаи 1. Хориҷ карда шуд (ҚҶТ аз 28.12.12с.№ 919)",
    "1-бап. Алып тасталды - ВР 02.01.2019 № 15 Заңымен",
    "2-4-баптар. Алып тасталды",
    "1-бап. Қызмет\nЕскерту. 1-бап алып тасталды.",
    "1-бап. Қызмет\n1. Күші жойылды.\n2. Алып тасталды.",
    "1-modda. Oʻz kuchini yoʻqotgan",
    "1-modda. O'z kuchini yo'qotgan",
    "1-modda. Xizmat\nChiqarib tashlangan.",
    "1-модда. Ўз кучини йўқотган",
    "1-статья. Күчүн жоготту",
]


@pytest.mark.parametrize("text", REPEALED)
def test_a_repealed_article_is_known(text: str) -> None:
    assert law(text).provisions[0].repealed


IN_FORCE = [
    "Статья 1. Служба\nСлужба обязана.",
    "Статья 1. Служба\n1. Утратила силу.\n2. Палата обязана.",
    "Статья 1. Служба\nИсключение составляют дети.",
    "Статья 1. Исключение из списка",
    "Статья 1. Служба\nУтратившие силу документы сдаются.",
    "Статья 1. Служба\n1. Палата обязана.\nСноска. Часть 2 исключена Законом.",
    "Статья 1. Служба\n1) утратил силу;\n2) срок;",
    "Моддаи 1. Хадамот\nХадамот вазифадор аст.",
    "1-бап. Қызмет\nҚызмет міндетті.",
    "1-modda. Xizmat\nChiqarilgan qaror darhol bajariladi.",
    "1-берене. Кызмат\nКызмат милдеттүү.",
]


@pytest.mark.parametrize("text", IN_FORCE)
def test_an_article_with_a_rule_left_is_in_force(text: str) -> None:
    assert not law(text).provisions[0].repealed


def test_a_repealed_point_does_not_repeal_its_article() -> None:
    (article,) = law("Статья 1. А\n1. Служба:\n1) лиц;\n2) утратил силу (Закон РВ от 28.12.2019 г. № 77);").provisions
    assert [point.repealed for point in article.children[0].children] == [False, True]
    assert not article.repealed


def test_a_repealed_article_has_no_heading_left() -> None:
    (article,) = law("Статья 20. Утратила силу").provisions
    assert (article.label, article.heading, article.text) == ("Статья 20.", "", "Утратила силу")


def test_letters_that_were_subpoints_in_an_article_are_so_in_all_of_it() -> None:
    text = "Статья 1. А\nСлужба:\n1) лиц:\nа) одни.\nПалата:\nа) вещи.\nСтатья 2. Б\nЗастава:\nа) мост."
    assert [line for line in tree(text) if "point а:" in line] == [
        "    subpoint а: одни.",
        "  subpoint а: вещи.",
        "  point а: мост.",
    ]


def test_running_text_that_is_set_in_further_than_an_item_belongs_to_it() -> None:
    inner = "<table><tr><td>(i)<td>red.</table>"
    items = f"<table><tr><td>(a)<td>lights that are:{inner}<p>It applies by day.</table>"
    page = f"<p>Article 1<p>Lamps<p>1. Lamps are:{items}<p>No torch is a lamp."
    assert outline(build_law(read_bytes(page.encode(), "lamps.html")).provisions) == [
        "article 1: Lamps",
        "  part 1: Lamps are:",
        "    point a: lights that are:",
        "      subpoint i: red.",
        "      indent 2: It applies by day.",
        "    indent 2: No torch is a lamp.",
    ]
