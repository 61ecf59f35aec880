"""A damaged Tajik text is put right, each place is on record and can be refused, and all else stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.damage import Damage
from muvofiq.text.repair import repair_letters
from muvofiq.text.source import Source
from tests.paths import LAW_BOOK, RUSSIAN, real
from tests.text.spoiling import (
    CYRILLIC_FONTS,
    UZBEK,
    in_cyrillic,
    in_font,
    own_lines,
    source,
    texts,
    with_latin_letters,
    without_marks,
    words,
)

OWN = own_lines()
SPOILT = ("font A", "font B", "short u", "no marks", "look-alikes", "misread")


def spoil(line: str, how: str) -> str:
    match how:
        case "font A":
            return in_font(line, Damage.FONT_A)
        case "font B":
            return in_font(line, Damage.FONT_B)
        case "short u":
            return in_font(line, Damage.FONT_SHORT_U)
        case "no marks":
            return without_marks(line)
        case "look-alikes":
            return line.replace("ар", "ap")
        case _:
            return line.replace("аи", "ан")


LINES = st.lists(st.sampled_from(OWN), min_size=1, max_size=8)
DAMAGED = st.lists(st.builds(spoil, st.sampled_from(OWN), st.sampled_from(SPOILT)), min_size=1, max_size=8)


def changes(before: Source, after: Source) -> list[tuple[int, str, str]]:
    """Return the words of a line that differ, with the line: what stood there, what stands there now."""
    return [
        (old.number, one, other)
        for old, new in zip(before.lines, after.lines, strict=True)
        for one, other in zip(old.text.split(), new.text.split(), strict=True)
        if one != other
    ]


@given(LINES)
def test_a_sound_text_stays_as_it_is(lines: list[str]) -> None:
    assert repair_letters(source(lines)) == source(lines)


@given(DAMAGED)
def test_repairing_twice_changes_nothing_more(lines: list[str]) -> None:
    once = repair_letters(source(lines))
    assert repair_letters(once) == once


@given(DAMAGED)
def test_with_everything_refused_the_text_stays_as_it_was_found(lines: list[str]) -> None:
    found = source(lines)
    refused: set[str] = set()
    while repairs := repair_letters(found, refused).repairs:
        refused |= {one.key for one in repairs}
    assert repair_letters(found, refused) == found


@given(DAMAGED)
def test_every_change_is_on_record_and_nothing_else(lines: list[str]) -> None:
    found = source(lines)
    repaired = repair_letters(found)
    shown = {one.line: one.after for one in repaired.repairs if one.damage.is_font}
    as_shown = source(shown.get(line.number, line.text) for line in found.lines)
    recorded = [one for one in repaired.repairs if not one.damage.is_font]
    changed = changes(as_shown, repaired)
    assert {line for line, _, _ in changed} == {one.line for one in recorded}
    for line, before, after in changed:
        made = [one for one in recorded if one.line == line and one.before in before]
        assert any(before.replace(one.before, one.after) == after for one in made) or len(made) > 1
    assert all(one.before == found.lines[one.line - 1].text for one in repaired.repairs if one.damage.is_font)


@pytest.mark.parametrize("damage", CYRILLIC_FONTS)
def test_a_law_in_an_old_font_comes_back_as_it_was(damage: Damage) -> None:
    repaired = repair_letters(source(in_font(line, damage) for line in OWN))
    assert texts(repaired) == OWN
    assert {one.damage for one in repaired.repairs} == {damage}


def test_a_law_without_marks_gets_nearly_all_of_them_back() -> None:
    repaired = texts(repair_letters(source(map(without_marks, OWN))))
    pairs = [
        pair for got, sound in zip(repaired, OWN, strict=True) for pair in zip(words(got), words(sound), strict=True)
    ]
    damaged = [(got, sound) for got, sound in pairs if sound != without_marks(sound)]
    assert sum(got == sound for got, sound in damaged) > 0.95 * len(damaged)
    assert sum(got != sound for got, sound in pairs if sound == without_marks(sound)) < 0.01 * len(pairs)


@pytest.mark.parametrize("name", ["trafficking.ru.txt", "trafficking.en.txt", "border.ru.txt"])
def test_a_law_in_another_language_stays_even_beside_a_damaged_tajik_one(name: str) -> None:
    other = (LAW_BOOK / name).read_text(encoding="utf-8").splitlines()
    tajik = [in_font(line, Damage.FONT_B) for line in OWN]
    mixed = [line for pair in zip(tajik, other, strict=False) for line in pair if line.strip()]
    repaired = repair_letters(source(mixed))
    changed = {one.line for one in repaired.repairs}
    assert changed
    assert not [mixed[line - 1] for line in changed if mixed[line - 1] in other]


def test_a_russian_law_costs_nothing_and_stays_the_same_object() -> None:
    found = source(RUSSIAN.read_text(encoding="utf-8").splitlines())
    assert repair_letters(found) is found


@pytest.mark.parametrize(
    "line",
    [
        "Ўзбекистон Республикасининг фуқаролари бўлган шахслар тўғрисида қонун қабул қилинди.",
        "Осы Заңның міндеті балалардың құқықтары мен заңды мүдделерін қорғау болып табылады.",
        "Мыйзамдын максаты жарандардын укуктарын жана эркиндиктерин коргоо болуп саналат.",
        "Её право на защиту гарантирует государство, и никто не может его ограничить.",
    ],
    ids=["Uzbek", "Kazakh", "Kyrgyz", "Russian"],
)
def test_a_line_in_a_neighbour_s_language_stays(line: str) -> None:
    assert texts(repair_letters(source([line]))) == [line]


def test_a_refused_word_stays_and_the_others_are_put_right() -> None:
    found = source(["Дар хавзаи интихобот ҳуҷҷатҳо қабул карда мешаванд ва катъ намегарданд."])
    first, second = repair_letters(found).repairs
    assert (first.before, first.after, second.before, second.after) == ("хавзаи", "ҳавзаи", "катъ", "қатъ")
    assert repair_letters(found, {first.key}).repairs == (second,)


def test_a_refused_font_leaves_its_lines_and_their_words_as_they_were_found() -> None:
    line = in_font("Ҳар шахс ҳуқуқ дорад, ки ба суд муроҷиат кунад.", Damage.FONT_B)
    found = source([line, "Дар хавзаи интихобот ҳар кас овоз медиҳад."])
    repaired = repair_letters(found, {Damage.FONT_B.value})
    assert texts(repaired) == [line, "Дар ҳавзаи интихобот ҳар кас овоз медиҳад."]


def test_capitals_stay_capitals() -> None:
    assert texts(repair_letters(source(["КОНУНИ ЧУМХУРИИ ТОЧИКИСТОН"]))) == ["ҚОНУНИ ҶУМҲУРИИ ТОҶИКИСТОН"]


def test_the_letters_of_an_acronym_are_no_misread_word() -> None:
    lines = ["Кумитаи роҳбарии КИМ ва ДДОМ қарор қабул карданд."]
    assert texts(repair_letters(source(lines))) == lines
    assert texts(repair_letters(source(["Конуни КЧТ дар бораи хукуки шахсони осебдида"])))[0].startswith("Қонуни ҚҶТ")


def test_the_spelling_of_an_older_law_stays() -> None:
    line = in_font("мӯҳлати ӯҳдадорӣ ва кӯмак", Damage.FONT_SHORT_U)
    assert texts(repair_letters(source([line]))) == ["мӯҳлати ӯҳдадорӣ ва кӯмак"]


def test_a_label_is_no_pronoun() -> None:
    lines = ["у) хуҷҷатҳо қабул карда мешаванд", "аризаи у қабул карда шуд ва ҳуҷҷатҳо баргардонида шуданд"]
    assert texts(repair_letters(source(lines))) == [
        "у) ҳуҷҷатҳо қабул карда мешаванд",
        "аризаи ӯ қабул карда шуд ва ҳуҷҷатҳо баргардонида шуданд",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Дар зербанди у моддаи 1 ҷавобгарӣ муқаррар карда шудааст.",
        "Дар зербандҳои «т», «у» ва «ф» ҷавобгарӣ муқаррар карда шудааст.",
        "Мутобиқи банди у) ҷавобгарӣ муқаррар карда шудааст.",
        "Хориҷ карда мешавад: т) калимаи якум; у) калимаи дуюм.",
        "Мутобиқи зербандҳои т, у ва ф ҷавобгарӣ муқаррар карда шудааст.",
        "Мутобиқи зербандҳои т ва у ҷавобгарӣ муқаррар карда шудааст.",
    ],
)
def test_the_letter_of_a_unit_is_no_pronoun(line: str) -> None:
    assert texts(repair_letters(source([line]))) == [line]


def test_the_pronoun_that_an_old_font_spoilt_is_put_right() -> None:
    assert texts(repair_letters(source(["Ҳуқуқи ў ва шўрои ноҳия муайян карда мешавад."]))) == [
        "Ҳуқуқи ӯ ва шӯрои ноҳия муайян карда мешавад."
    ]


def test_an_ordinary_comma_stays_however_often_the_words_stand_side_by_side() -> None:
    lines = ["Шахсе, ки дар қонуни ҷорӣ номбар шудааст, ҳуқуқ дорад."] * 3
    lines += ["Ҳуқуқи раиси шаҳр муайян мешавад."] * 3 + ["Ҳуқуқи, раиси шаҳр ва муовини ӯ муайян мешавад."]
    assert texts(repair_letters(source(lines))) == lines


@pytest.mark.parametrize("name", ["MAP", "TOP", "PAC", "ACT", "CAP", "TOM", "TAKE", "CAPE", "cape", "Cape"])
def test_a_name_or_word_of_another_language_stays(name: str) -> None:
    lines = [*OWN, f"Мақомоти ваколатдор бо барномаи {name} ҳамкорӣ мекунад ва ба он иттилоот медиҳад."]
    assert texts(repair_letters(source(lines))) == lines


def test_a_usual_word_in_latin_letters_is_read() -> None:
    assert texts(repair_letters(source(["Дар ноҳия интихобот cap шуд."]))) == ["Дар ноҳия интихобот сар шуд."]


def test_a_law_whose_letters_are_latin_wherever_they_look_alike_comes_back_nearly_whole() -> None:
    repaired = texts(repair_letters(source(map(with_latin_letters, OWN))))
    assert sum(got == sound for got, sound in zip(repaired, OWN, strict=True)) > 0.9 * len(OWN)


def test_an_uzbek_law_in_cyrillic_letters_stays() -> None:
    assert texts(repair_letters(source(UZBEK))) == UZBEK
    beside = [*OWN, *UZBEK[-2:]]
    assert texts(repair_letters(source(beside))) == beside


def test_earlier_repairs_stay_on_record() -> None:
    once = repair_letters(source(["Дар хавзаи интихобот ҳар кас овоз медиҳад."]))
    assert len(once.repairs) == 1
    assert repair_letters(once).repairs == once.repairs


@pytest.mark.parametrize("name", ["uz_konstitutsiya", "kz_law_on_notariat_kk", "ru_family", "uz_yer_kodeksi"])
def test_a_real_law_of_a_neighbour_stays(name: str) -> None:
    folder = real(f"gold/structure/{name}")
    lines = [line for path in folder.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()]
    assert texts(repair_letters(source(lines))) == lines


@pytest.mark.parametrize(
    "name", ["uz_konstitutsiya", "uz_yer_kodeksi", "uz_havo_kodeksi", "uz_jinoyat-ijroiya_kodeksi", "uz_oila_kodeksi"]
)
def test_a_real_uzbek_law_in_cyrillic_letters_stays_as_a_whole_and_page_by_page(name: str) -> None:
    folder = real(f"gold/structure/{name}")
    text = in_cyrillic((folder / "source.txt").read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line.strip()]
    assert texts(repair_letters(source(lines))) == lines
    for at in range(0, len(lines), 30):
        assert texts(repair_letters(source(lines[at : at + 30]))) == lines[at : at + 30]


def test_a_real_law_in_an_old_font_comes_back_as_it_was() -> None:
    law = real("gold/tajik/documents/emo.tg.txt").read_text(encoding="utf-8").splitlines()
    sound = texts(repair_letters(source(filter(None, law))))
    for damage in CYRILLIC_FONTS:
        assert texts(repair_letters(source(in_font(line, damage) for line in sound))) == sound
