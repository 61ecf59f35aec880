"""Cited numbers get their raised figures back where an act decides it, each place on record, and all others stay."""

import csv
import re
from pathlib import Path

import pytest

from muvofiq.law.build import build_law
from muvofiq.law.citation_acts import OnFile
from muvofiq.law.number import SUPERSCRIPTS
from muvofiq.law.raised_in_text import restore_cited
from muvofiq.law.review import Review
from muvofiq.law.tree import Law
from muvofiq.text.damage import Damage, Repair
from tests.growth import grows_straight
from tests.invented import TEXTS
from tests.law.small import law, signs_of_law, signs_of_source, source
from tests.paths import ROOT, real

BRIDGES = "\n".join(
    [
        "ЗАКОН РЕСПУБЛИКИ ВРАТА",
        "О мостах",
        *(f"Статья {at}. Мост {at}\nПроезд открыт." for at in range(1, 9)),
        "Статья 8¹. Порт\nПорт открыт.",
        "Статья 9. Сбор\n1. Сбор берёт застава.\n1¹. Сбора нет по {cited}.\n2. Сбор мал.",
    ]
)
AMENDING = """ЗАКОН РЕСПУБЛИКИ ВРАТА
О внесении изменений в Закон Республики Врата «О мостах»
Статья 1. Внести в Закон Республики Врата «О мостах» следующие изменения:
{commands}
Статья 2. Настоящий Закон ввести в действие после его опубликования."""

TAJIK = """ҚОНУНИ ҶУМҲУРИИ ДАРВОЗА
Моддаи 1. Ба Қонуни Ҷумҳурии Дарвоза «Дар бораи пулҳо» тағйироти зерин ворид карда шаванд:
1. Дар моддаи 2 калимаи «пул» ба калимаи «роҳ» иваз карда шавад.
2. Қисми дуюми моддаи 61 хориҷ карда шавад.
3. Ба моддаи 12 банди 4) бо мазмуни зерин илова карда шавад:
«4) бандарҳо.»."""


def words(one: Law) -> str:
    return "\n".join(text for unit in one.provisions for text in unit.paragraphs())


def bridges(cited: str = "статье 8") -> Law:
    return law(BRIDGES.format(cited=cited), "bridges.txt")


def amending(*commands: str, others: tuple[Law, ...] = ()) -> str:
    one = law(AMENDING.format(commands="\n".join(commands)), "amending.txt")
    return words(restore_cited(one, [OnFile.of(other) for other in others]))


@pytest.mark.parametrize(
    ("cited", "read"),
    [
        ("статье 81 настоящего Закона", "статье 8¹ настоящего Закона"),
        ("статьям 8 и 81", "статьям 8 и 8¹"),
        ("части 11 статьи 9", "части 1¹ статьи 9"),
        ("части 11 настоящей статьи", "части 1¹ настоящей статьи"),
        ("подпункту «а2» статьи 3", "подпункту «а²» статьи 3"),
        ("статье 81 или части 11 статьи 9", "статье 8¹ или части 1¹ статьи 9"),
    ],
)
def test_an_act_decides_what_is_cited_of_itself(cited: str, read: str) -> None:
    one = bridges(cited)
    assert f"Сбора нет по {read}." in words(one)
    assert all(repair.damage is Damage.RAISED for repair in one.repairs)
    assert signs_of_law(one) == signs_of_source(source(BRIDGES.format(cited=cited)))


@pytest.mark.parametrize(
    "cited",
    [
        "статье 82",
        "статье 91",
        "части 12 статьи 9",
        "статье 81 Уголовного кодекса",
        "статье 81 Закона Республики Врата «О соли»",
        "статьям 7, 71 и 72 Уголовного кодекса",
        "решению № 81",
    ],
)
def test_what_the_act_does_not_decide_stays_as_printed(cited: str) -> None:
    one = bridges(cited)
    assert f"Сбора нет по {cited}." in words(one)
    assert one.repairs == ()


BRIDGES_TG = "\n".join(
    [
        "ҚОНУНИ ҶУМҲУРИИ ДАРВОЗА",
        "Дар бораи пулҳо",
        *(f"Моддаи {at}. Пул {at}\nРоҳ кушода аст." for at in range(1, 9)),
        "Моддаи 8¹. Бандар\nБандар кушода аст.",
        "Моддаи 9. Боҷ\nБоҷ {cited}.",
    ]
)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (BRIDGES, "Уголовным кодексом (статья 81)"),
        (BRIDGES, "Уголовному кодексу, а именно статье 81"),
        (BRIDGES, "УК, ст. 81"),
        (BRIDGES, "статье 81 указанного Кодекса"),
        (BRIDGES, "статье 81 того же Закона"),
        (BRIDGES, "статье 81 этого Закона о соли"),
        (BRIDGES, "закону (Устав Союза, ст. 81)"),
        (BRIDGES_TG, "мутобиқи моддаи 81-и Кодекси ҷиноятӣ"),
        (BRIDGES_TG, "мутобиқи моддаи 81 - и Кодекси ҷиноятӣ"),
        (BRIDGES_TG, "мутобиқи Кодекси ҷиноятӣ (моддаи 81)"),
        (BRIDGES_TG, "мутобиқи моддаи 81-и Кодекс"),
        (BRIDGES_TG, "мутобиқи моддаи 81 Созишнома"),
        (BRIDGES_TG, "мутобиқи моддаи 81 Қонуни зикршуда"),
        (BRIDGES_TG, "мутобиқи КҶ ҶД, моддаи 81"),
    ],
)
def test_where_another_act_is_named_nothing_is_raised(text: str, cited: str) -> None:
    one = law(text.format(cited=cited), "bridges.txt")
    assert cited in words(one)
    assert one.repairs == ()


@pytest.mark.parametrize(
    ("text", "cited", "read"),
    [
        (BRIDGES, "Уголовному кодексу. Сбора нет по статье 81", "Уголовному кодексу. Сбора нет по статье 8¹"),
        (BRIDGES, "Уголовному кодексу и статье 81 настоящего Закона", "кодексу и статье 8¹ настоящего Закона"),
        (BRIDGES_TG, "мутобиқи моддаи 81-и Қонуни мазкур", "моддаи 8¹-и Қонуни мазкур"),
        (BRIDGES_TG, "мутобиқи моддаи 81", "мутобиқи моддаи 8¹"),
    ],
)
def test_another_act_in_another_sentence_or_beside_the_own_one_decides_nothing(
    text: str, cited: str, read: str
) -> None:
    assert read in words(law(text.format(cited=cited), "bridges.txt"))


def test_an_article_that_the_file_may_only_have_lost_is_no_raised_one() -> None:
    articles = "\n".join(f"Статья {at}. Мост\nОткрыт." for at in range(1, 100) if at != 81)
    text = articles.replace("Статья 9.", "Статья 8¹. Порт\nОткрыт.\nСтатья 9.", 1)
    assert law(f"{text}\nСтатья 100. Сбор\nСбор по статье 81.").repairs == ()


def test_each_place_is_a_repair_on_its_line_and_can_be_refused() -> None:
    text = BRIDGES.format(cited="статье 81 и части 11")
    line = text[: text.index("Сбора нет")].count("\n") + 1
    assert build_law(source(text)).repairs == (
        Repair(line, "статье 81", "статье 8¹", Damage.RAISED),
        Repair(line, "части 11", "части 1¹", Damage.RAISED),
    )
    refused = Repair(0, "статье 81", "статье 8¹", Damage.RAISED).key
    one = build_law(source(text), Review(frozenset({refused})))
    assert "статье 81 и части 1¹" in words(one)
    assert [repair.before for repair in one.repairs] == ["части 11"]


def test_an_amending_act_is_never_judged_by_its_own_articles() -> None:
    assert "статье 21 слово" in amending("1) в статье 21 слово «мост» исключить;")


def test_the_commands_of_an_amending_act_go_on() -> None:
    read = amending(
        "1) в статье 1 слово «мост» исключить;",
        "2) в статье 41:",
        "а) пункт 22 исключить;",
        "б) в пункте 3 слово «порт» исключить;",
        "3) статью 10 дополнить подпунктом «а1» следующего содержания:",
        "«а1) лодки;»;",
        "4) дополнить статьей 102 следующего содержания:",
        "«Статья 102. Порт",
        "Порт закрыт по статье 41 настоящего Закона.»;",
        "5) в статье 11 слово «мост» исключить.",
    )
    assert "2) в статье 4¹:" in read
    assert "пункт 2² исключить" in read
    assert "подпунктом «а¹»" in read
    assert "«а¹) лодки" in read
    assert "дополнить статьей 10²" in read
    assert "«Статья 10². Порт" in read
    assert "по статье 4¹ настоящего" in read


def test_words_that_a_command_quotes_have_no_part_in_the_order_of_commands() -> None:
    read = amending("1) в статье 1 слова «по статье 95» исключить;", "2) в статье 10 слово «мост» исключить.")
    assert "по статье 95" in read


def test_the_gazette_is_no_place_of_the_act() -> None:
    lead = "1) статью 3 Закона (Вестник, 2014, № 2, статья 3861; № 7, ст. 41) исключить;"
    assert lead in amending(lead, "2) в статье 4 слово «мост» исключить.")


def test_the_amended_act_decides_if_it_is_at_hand() -> None:
    commands = (
        "1. В части 11 статьи 4 слово «мост» исключить.",
        "2. В части 11 статьи 9 слово «сбор» исключить.",
        "3. Статью 81 признать утратившей силу.",
    )
    assert "Статью 81 признать" in amending(*commands)
    read = amending(*commands, others=(bridges(),))
    assert "Статью 8¹ признать" in read
    assert "части 1¹ статьи 9" in read
    assert "части 11 статьи 4" in read


@pytest.mark.parametrize(
    ("added", "read"),
    [("дополнить статьей 10", "10"), ("дополнить статьей 91", "9¹"), ("дополнить статьей 82", "8²")],
)
def test_an_article_is_added_behind_the_last_one_or_behind_one_that_stands(added: str, read: str) -> None:
    command = f"1. {added} следующего содержания:"
    assert f"дополнить статьей {read} следующего" in amending(command, "«Новая статья.».", others=(bridges(),))


def test_a_tajik_amending_act_is_read_so_too() -> None:
    one = law(TAJIK)
    assert "моддаи 6¹ хориҷ" in words(one)
    assert [repair.before for repair in one.repairs] == ["моддаи 61"]


def test_a_longer_amending_act_costs_no_more_a_command() -> None:
    def commands(count: int) -> str:
        return "\n".join(f"{at}) в статье {at}{1 + at % 9} слово «мост» исключить;" for at in range(1, 4 * count))

    grows_straight(lambda count: law(AMENDING.format(commands=commands(count))))


@pytest.mark.parametrize("cited", ["часть 1 статьи 81 ", "81, ", "«а1», ", "статьей 8, дополнить статьей 81, "])
@pytest.mark.usefixtures("quick")
def test_no_long_paragraph_of_commands_is_pondered_over(cited: str) -> None:
    for count in (2, 10_000):
        law(AMENDING.format(commands=f"1) в части {cited * count}слово исключить."))


def test_what_was_read_is_not_read_again() -> None:
    one = bridges("статье 81")
    assert restore_cited(one) == one


@pytest.mark.parametrize("lines", TEXTS.values(), ids=TEXTS)
def test_no_invented_law_is_touched(lines: tuple[str, ...]) -> None:
    assert law("\n".join(lines)).repairs == ()


WHOLE = [
    *(ROOT / "muvofiq" / "library").glob("workshop/laws/*.txt"),
    *(ROOT / "muvofiq" / "library").glob("samples/*.txt"),
]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.name)
def test_no_number_of_our_own_laws_is_changed(path: Path) -> None:
    one = law(path.read_text(encoding="utf-8"), path.name)
    assert [repair for repair in one.repairs if repair.damage is Damage.RAISED] == []


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.name)
def test_raised_figures_that_our_own_laws_lose_are_read_rightly_or_not_at_all(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    one = law(re.sub(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda raised: raised[0].translate(SUPERSCRIPTS), text), path.name)
    for repair in one.repairs:
        if repair.damage is Damage.RAISED:
            assert repair.after in lines[repair.line - 1]


def test_the_numbers_of_real_amending_acts_are_read_as_they_were_meant() -> None:
    table = real("gold/tajik/collapsed.tsv").read_text("utf-8").splitlines()
    for row in csv.DictReader(table, delimiter="\t"):
        path = real("gold/tajik") / "excerpts" / f"{row['excerpt']}.txt"
        if row["certainty"] == "excerpt" and path.exists():
            read = words(law(path.read_text("utf-8")))
            at = read.translate(SUPERSCRIPTS).index(row["context"])
            assert read[at : at + len(row["context"])].translate(SUPERSCRIPTS) == row["context"]
            assert all(number in read[at:] for number in row["meaning"].split(", "))
