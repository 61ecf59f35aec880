"""A text in a font of the 1990s is told by the words that it gives, and comes back letter by letter."""

import pytest

from muvofiq.text.damage import FONTS, Damage
from muvofiq.text.old_fonts import fonts, undo_fonts
from tests.paths import LAW_BOOK, RUSSIAN
from tests.text.spoiling import CYRILLIC_FONTS, in_font, own_lines

LATIN_LINE = "ôar waxs Åu¼u¼ dorad, ki ba Åifzi davlat takq kunad."


@pytest.mark.parametrize("damage", CYRILLIC_FONTS)
def test_whole_laws_come_back_from_each_of_the_two_fonts_that_contradict_each_other(damage: Damage) -> None:
    lines = own_lines()
    shown = undo_fonts([in_font(line, damage) for line in lines])
    assert [text for text, _ in shown] == lines
    assert {found for text, found in shown if in_font(text, damage) != text} == {damage}


def test_the_short_u_becomes_the_long_one_where_all_else_stands_well() -> None:
    lines = ["Шӯрои Ҷамоат дар рӯзи якшанбе аз рӯи рӯйхат овоз медиҳад."]
    assert undo_fonts([in_font(line, Damage.FONT_SHORT_U) for line in lines]) == [(lines[0], Damage.FONT_SHORT_U)]


def test_latin_letters_are_read_as_the_font_showed_them() -> None:
    assert undo_fonts([LATIN_LINE]) == [("Ҳар шахс ҳуқуқ дорад, ки ба ҳифзи давлат такя кунад.", Damage.FONT_LATIN)]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("xu£rdan", "хӯрдан"), ("Anglisi£", "Англисӣ"), ("îADVALI", "ҶАДВАЛИ"), ("bi\\-", "биё-"), ("me¼abulam", None)],
)
def test_a_single_word_is_enough_if_it_is_known_then(printed: str, meant: str | None) -> None:
    assert undo_fonts([printed])[0][0] == (meant or printed)


def test_contradicting_signs_are_read_by_the_words_and_not_by_the_letter() -> None:
    assert undo_fonts(["Љумњурии"]) == [("Ҷумҳурии", Damage.FONT_B)]
    assert undo_fonts(["китобдорњ"]) == [("китобдорӣ", Damage.FONT_A)]
    assert undo_fonts(["Їуміурии"]) == [("Ҷумҳурии", Damage.FONT_A)]
    assert undo_fonts(["асосї"]) == [("асосӣ", Damage.FONT_B)]


def test_a_name_that_no_list_knows_follows_the_font_of_its_text() -> None:
    lines = ["Ҳар шахс ҳуқуқ дорад, ки ба ҳифзи қонун такя кунад.", "Ҷ. Ҳалғузқулов"]
    assert [text for text, _ in undo_fonts([in_font(line, Damage.FONT_B) for line in lines])] == lines


def test_a_file_put_together_from_two_fonts_is_read_line_by_line() -> None:
    lines = own_lines()[:40]
    fonts_of = [CYRILLIC_FONTS[number % 2] for number in range(len(lines))]
    shown = undo_fonts([in_font(line, font) for line, font in zip(lines, fonts_of, strict=True)])
    assert sum(text == line for (text, _), line in zip(shown, lines, strict=True)) >= 0.95 * len(lines)


@pytest.mark.parametrize(
    "lines",
    [
        RUSSIAN.read_text(encoding="utf-8").splitlines(),
        (LAW_BOOK / "trafficking.en.txt").read_text(encoding="utf-8").splitlines(),
        own_lines(),
        ["Ўзбекистон Республикасининг фуқаролари бўлган шахслар тўғрисида қонун қабул қилинди."],
        ["Oʻzbekiston Respublikasi davlat boshqaruvi organlari faoliyati toʻgʻrisida"],
        ["Осы Заңның міндеті балалардың құқықтары мен заңды мүдделерін қорғау болып табылады."],
        ["Її право на захист гарантує держава, і ніхто не може його обмежити."],
    ],
    ids=["Russian", "English", "Tajik", "Uzbek", "Uzbek in Latin letters", "Kazakh", "Ukrainian"],
)
def test_a_text_in_no_such_font_stays_as_it_is(lines: list[str]) -> None:
    assert undo_fonts(lines) == [(line, None) for line in lines]


def test_lines_in_another_language_stay_as_they_are() -> None:
    english = "The commander of the post shall register every application."
    shown = undo_fonts([LATIN_LINE, english, LATIN_LINE, english])
    assert [font for _, font in shown] == [Damage.FONT_LATIN, None] * 2
    assert shown[1][0] == english


def test_each_damage_of_a_font_has_its_signs() -> None:
    assert {font.damage for font in fonts()} == set(FONTS)
    assert all(font.letters for font in fonts())
