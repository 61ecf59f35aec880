"""The first words of a paragraph tell what it begins, and its last brackets what an editor added."""

import pytest

from muvofiq.law.grammar import Grammar, grammars
from muvofiq.law.headings import recognise
from muvofiq.law.kind import Kind
from muvofiq.law.paragraph import Paragraph
from tests.law.small import RU, TG, piece

BEGINNINGS_RU = [
    ("ОБЩАЯ ЧАСТЬ", Kind.DIVISION, "общая", ""),
    ("Особенная часть", Kind.DIVISION, "особенная", ""),
    ("РАЗДЕЛ I. ОБЩИЕ ПОЛОЖЕНИЯ", Kind.SECTION, "1", "ОБЩИЕ ПОЛОЖЕНИЯ"),
    ("Раздел ІІ", Kind.SECTION, "2", ""),
    ("Раздел II¹. Проверка", Kind.SECTION, "2(1)", "Проверка"),
    ("Глава 4(1). Убежище", Kind.CHAPTER, "4(1)", "Убежище"),
    ("Глава IV Убежище", Kind.CHAPTER, "4", "Убежище"),
    ("§ 1. Въезд", Kind.PARAGRAPH, "1", "Въезд"),
    ("Параграф 2. Выезд", Kind.PARAGRAPH, "2", "Выезд"),
    ("Статья 5. Служба", Kind.ARTICLE, "5", "Служба"),
    ("СТАТЬЯ 5. СЛУЖБА", Kind.ARTICLE, "5", "СЛУЖБА"),
    ("Cтатья 5. Служба", Kind.ARTICLE, "5", "Служба"),  # the first letter is a Latin C
    ("Статья 5", Kind.ARTICLE, "5", ""),
    ("Статья 5 Служба", Kind.ARTICLE, "5", "Служба"),
    ("Статья 5 – Служба", Kind.ARTICLE, "5", "Служба"),
    ("Статья 12(1). Срок", Kind.ARTICLE, "12(1)", "Срок"),
    ("Статья 12(1) Срок", Kind.ARTICLE, "12(1)", "Срок"),
    ("Статья 12-1. Срок", Kind.ARTICLE, "12(1)", "Срок"),
    ("Статья 12.1. Срок", Kind.ARTICLE, "12(1)", "Срок"),
    ("Статья 12¹. Срок", Kind.ARTICLE, "12(1)", "Срок"),
    ("Статьи 15–17. Исключены", Kind.ARTICLE, "15", "Исключены"),
    ("Статья 12.1-1. Срок", Kind.ARTICLE, "12(1)(1)", "Срок"),
    ("Статья 130 прим. Срок", Kind.ARTICLE, "130(1)", "Срок"),
    ("Статья 130 1. Срок", Kind.ARTICLE, "130(1)", "Срок"),
    ("РАЗДЕЛ ПЕРВЫЙ. УБЕЖИЩЕ", Kind.SECTION, "1", "УБЕЖИЩЕ"),
    ("Раздел четвёртый", Kind.SECTION, "4", ""),
    ("Подраздел 2. Убежище", Kind.SUBSECTION, "2", "Убежище"),
    ("1. Служба обязана", Kind.PART, "1", "Служба обязана"),
    ("1.Служба обязана", Kind.PART, "1", "Служба обязана"),
    ("2(1). Служба", Kind.PART, "2(1)", "Служба"),
    ("2¹. Служба", Kind.PART, "2(1)", "Служба"),
    ("2.1 Служба", Kind.PART, "2(1)", "Служба"),
    ("2.1.3 Служба", Kind.PART, "2(1)(3)", "Служба"),
    ("1) проверяет", Kind.POINT, "1", "проверяет"),
    ("3(1)) лицо", Kind.POINT, "3(1)", "лицо"),
    ("3-1) лицо", Kind.POINT, "3(1)", "лицо"),
    ("а) жертв", Kind.SUBPOINT, "а", "жертв"),
    ("а¹) детей", Kind.SUBPOINT, "а(1)", "детей"),
    ("Примечание. Близкие – это", Kind.NOTE, "1", "Близкие – это"),
    ("Примечания:", Kind.NOTE, "1", ""),
    ("Примечание к статье 130(1). Близкие", Kind.NOTE, "1", "Близкие"),
]
BEGINNINGS_TG = [
    ("ҚИСМИ УМУМӢ", Kind.DIVISION, "умумӣ", ""),
    ("Қисми махсус", Kind.DIVISION, "махсус", ""),
    ("ФАСЛИ I. МУҚАРРАРОТ", Kind.SECTION, "1", "МУҚАРРАРОТ"),
    ("БОБИ 4¹. ҲИФЗ", Kind.CHAPTER, "4(1)", "ҲИФЗ"),
    ("§ 1. Вуруд", Kind.PARAGRAPH, "1", "Вуруд"),
    ("Моддаи 7(1). Ҳамкорӣ", Kind.ARTICLE, "7(1)", "Ҳамкорӣ"),
    ("Модда 7. Ҳамкорӣ", Kind.ARTICLE, "7", "Ҳамкорӣ"),
    ("МОДДАИ 7 ҲАМКОРӢ", Kind.ARTICLE, "7", "ҲАМКОРӢ"),
    ("Моддаҳои 2–4. Хориҷ карда шуданд", Kind.ARTICLE, "2", "Хориҷ карда шуданд"),
    ("ФАСЛИ ДУЮМ. ҲИФЗ", Kind.SECTION, "2", "ҲИФЗ"),
    ("Моддан 41¹. Ҳифз", Kind.ARTICLE, "41(1)", "Ҳифз"),  # recognised in a picture, with one letter wrong
    ("1. Хадамот", Kind.PART, "1", "Хадамот"),
    ("1) месанҷад", Kind.POINT, "1", "месанҷад"),
    ("ғ) кӯдакон", Kind.SUBPOINT, "ғ", "кӯдакон"),
    ("Эзоҳ. Хешовандон", Kind.NOTE, "1", "Хешовандон"),
]


BEGINNINGS_KK = [
    ("ЖАЛПЫ БӨЛІК", Kind.DIVISION, "жалпы", ""),
    ("3-бөлім. ҚОРҒАУ", Kind.SECTION, "3", "ҚОРҒАУ"),
    ("ЕКІНШІ БӨЛІМ. ҚОРҒАУ", Kind.SECTION, "2", "ҚОРҒАУ"),
    ("2-кіші бөлім. Қорғау", Kind.SUBSECTION, "2", "Қорғау"),
    ("1-тарау. Жалпы ережелер", Kind.CHAPTER, "1", "Жалпы ережелер"),
    ("4-1-тарау. Қорғау", Kind.CHAPTER, "4(1)", "Қорғау"),
    ("1-параграф. Кіру", Kind.PARAGRAPH, "1", "Кіру"),
    ("§ 2. Шығу", Kind.PARAGRAPH, "2", "Шығу"),
    ("7-бап. Қызмет", Kind.ARTICLE, "7", "Қызмет"),
    ("7-1-бап. Қызмет", Kind.ARTICLE, "7(1)", "Қызмет"),
    ("7-бап Қызмет", Kind.ARTICLE, "7", "Қызмет"),
    ("2-4-баптар. Алып тасталды", Kind.ARTICLE, "2", "Алып тасталды"),
    ("Ескертпе. Туыстар", Kind.NOTE, "1", "Туыстар"),
    ("1. Қызмет", Kind.PART, "1", "Қызмет"),
    ("1-1) тексереді", Kind.POINT, "1(1)", "тексереді"),
    ("ә) балалар", Kind.SUBPOINT, "ә", "балалар"),
]
BEGINNINGS_UZ = [
    ("UMUMIY QISM", Kind.DIVISION, "umumiy", ""),
    ("Махсус қисм", Kind.DIVISION, "махсус", ""),
    ("I BOʻLIM. QOIDALAR", Kind.SECTION, "1", "QOIDALAR"),
    ("II BO'LIM. QOIDALAR", Kind.SECTION, "2", "QOIDALAR"),
    ("UCHINCHI BO‘LIM", Kind.SECTION, "3", ""),
    ("TO`RTINCHI BO`LIM", Kind.SECTION, "4", ""),
    ("ИККИНЧИ БЎЛИМ. ҚОИДАЛАР", Kind.SECTION, "2", "ҚОИДАЛАР"),
    ("2-kichik boʻlim. Qoidalar", Kind.SUBSECTION, "2", "Qoidalar"),
    ("1-bob. Umumiy qoidalar", Kind.CHAPTER, "1", "Umumiy qoidalar"),
    ("XXIII1 bob. Chegara", Kind.CHAPTER, "23(1)", "Chegara"),
    ("IV боб. Чегара", Kind.CHAPTER, "4", "Чегара"),
    ("1-§. Kirish", Kind.PARAGRAPH, "1", "Kirish"),
    ("37-modda. Xizmat", Kind.ARTICLE, "37", "Xizmat"),
    ("37¹-modda. Xizmat", Kind.ARTICLE, "37(1)", "Xizmat"),
    ("37 1-modda. Xizmat", Kind.ARTICLE, "37(1)", "Xizmat"),
    ("37-MODDA. XIZMAT", Kind.ARTICLE, "37", "XIZMAT"),
    ("37-модда. Хизмат", Kind.ARTICLE, "37", "Хизмат"),
    ("12 — 15-moddalar. Chiqarib tashlangan", Kind.ARTICLE, "12", "Chiqarib tashlangan"),
    ("Izoh. Yaqinlar", Kind.NOTE, "1", "Yaqinlar"),
    ("oʻ) bolalar", Kind.SUBPOINT, "oʻ", "bolalar"),
]
BEGINNINGS_KY = [
    ("ЖАЛПЫ БӨЛҮК", Kind.DIVISION, "жалпы", ""),
    ("I БӨЛҮМ. ЖОБОЛОР", Kind.SECTION, "1", "ЖОБОЛОР"),
    ("1-глава. Жалпы жоболор", Kind.CHAPTER, "1", "Жалпы жоболор"),
    ("5-статья. Кызмат", Kind.ARTICLE, "5", "Кызмат"),
    ("5-берене. Кызмат", Kind.ARTICLE, "5", "Кызмат"),
    ("124-1-берене. Кызмат", Kind.ARTICLE, "124(1)", "Кызмат"),
    ("Эскертүү. Туугандар", Kind.NOTE, "1", "Туугандар"),
]


@pytest.mark.parametrize(
    ("grammar", "text", "kind", "number", "rest"),
    [(RU, *one) for one in BEGINNINGS_RU]
    + [(TG, *one) for one in BEGINNINGS_TG]
    + [(grammars()["kk"], *one) for one in BEGINNINGS_KK]
    + [(grammars()["uz"], *one) for one in BEGINNINGS_UZ]
    + [(grammars()["ky"], *one) for one in BEGINNINGS_KY],
)
def test_each_kind_of_unit_is_known_by_its_first_words(
    grammar: Grammar, text: str, kind: Kind, number: str, rest: str
) -> None:
    found = piece(text, grammar)
    assert (found.kind, str(found.number), found.text) == (kind, number, rest)
    assert f"{found.label}{found.text}".replace(" ", "").strip("–") in text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "Статья 5 настоящего Закона применяется.",
        "Статья 5 Закона о гражданстве применяется.",
        "статья 5. Служба",
        "Статьями 5 и 6 установлено",
        "Глава государства подписывает договор.",
        "Часть 2 настоящей статьи не применяется.",
        "Общая часть задержанных освобождается.",
        "Примечание редактора",
        "15.07.2014 г. вступил в силу",
        "1.5 млн человек",
        "15.07.2014 Закон вступил в силу",
        "– достоинство уважается",
        "Раздел имущества производится судом.",
    ],
)
def test_a_sentence_that_only_mentions_a_unit_begins_none(text: str) -> None:
    assert (piece(text).kind, piece(text).text) == (None, text)


@pytest.mark.parametrize(
    "text", ["Моддаи 5 Қонуни мазкур татбиқ мешавад.", "Моддаи 5 ҳамин Қонун", "Боби дуюм хонда шуд."]
)
def test_a_tajik_sentence_that_only_mentions_a_unit_begins_none(text: str) -> None:
    assert (piece(text, TG).kind, piece(text, TG).text) == (None, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "7-баптың 2-тармағы қолданылмайды."),
        ("kk", "7-бапта көзделген"),
        ("uz", "37-moddaning birinchi qismi"),
        ("uz", "37-моддада назарда тутилган"),
        ("uz", "Birinchi boʻlim boshligʻi"),
        ("ky", "5-берененин биринчи бөлүгү"),
        ("ky", "5-статьяда каралган"),
    ],
)
def test_a_sentence_in_another_language_that_only_mentions_a_unit_begins_none(language: str, text: str) -> None:
    found = piece(text, grammars()[language])
    assert (found.kind, found.text) == (None, text)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("kk", "Ескерту. 7-бапқа өзгеріс енгізілді"),
        ("kk", "Сноска. 7-бап жаңа редакцияда"),
        ("kk", "ЗҚАИ-ның ескертпесі!"),
        ("uz", "(37-modda Vestariya Qonuni tahririda, 2014-yil)"),
        ("ky", "(КР 2014-жылдын 5-майындагы № 12 Мыйзамы)"),
    ],
)
def test_editors_notes_are_known_in_the_other_languages_too(language: str, note: str) -> None:
    assert piece(note, grammars()[language]).is_note


@pytest.mark.parametrize(
    ("grammar", "note"),
    [
        (RU, "(Закон РТ от 02.01.2019 г. № 1563)"),
        (RU, "(ЗРТ от 02.01.2019 г. № 1563)"),
        (RU, "(в редакции Закона РТ от 28.12.2012г.№919)"),
        (RU, "(в ред. Закона РТ от 28.12.2012 № 919)"),
        (RU, "(с изменениями от 28.12.2012)"),
        (RU, "(исключена Законом РК № 5 (новая редакция))"),
        (RU, "(Закон РТ от 2.1.2019 № 1), (Закон РТ от 2.1.2020 № 2);"),
        (RU, "(в редакции Закона РТ от 28.12.2012 № 919"),
        (TG, "(Қонуни ҶТ аз 2.01.2019 № 1563)"),
        (TG, "(ҚҶТ аз 28.12.12с.№ 919)"),
        (TG, "(Қ ҶТ аз 02.01.2019с., №1563)"),
        (TG, "(дар таҳрири Қонуни ҶТ аз 2.01.2019 № 1563) (Қ ҶТ аз 02.01.2020с., №15)"),
    ],
)
def test_an_editors_note_at_the_end_is_taken_off_the_words_of_the_law(grammar: Grammar, note: str) -> None:
    found = piece(f"1. Калима; {note}", grammar)
    assert (found.text, [one.text for one in found.notes]) == ("Калима;", [note])


@pytest.mark.parametrize(
    "text",
    [
        "Служба (далее – Закон РТ 5)",
        "Служба (в редакции Закона РТ № 5) обязана",
        "Лицо (жертва торговли людьми)",
        "Меры (исключены все прочие)",
        "(1) и (2)",
    ],
)
def test_a_bracket_that_is_no_note_stays_in_the_law(text: str) -> None:
    assert (piece(text).text, piece(text).notes) == (text, ())


def test_a_paragraph_that_is_nothing_but_a_note_is_an_editors_paragraph() -> None:
    assert piece("(Закон РТ от 02.01.2019 г. № 1563)").is_note
    assert piece("Сноска. Статья 5 в редакции Закона").is_note
    assert piece("Примечание РЦПИ. Порядок введения").is_note


def test_a_note_that_announces_more_takes_the_next_paragraph_along() -> None:
    texts = ("Примечание ИЗПИ!", "В статью 5 внесены изменения.", "Служба обязана.")
    found = list(recognise([Paragraph(at, text) for at, text in enumerate(texts, 1)], RU))
    assert [one.is_note for one in found] == [True, True, False]


def test_a_note_never_takes_a_whole_article_along() -> None:
    texts = ("Примечание ИЗПИ!", "Статья 5. Служба")
    found = list(recognise([Paragraph(at, text) for at, text in enumerate(texts, 1)], RU))
    assert [(one.is_note, one.kind) for one in found] == [(True, None), (False, Kind.ARTICLE)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "(" * 100_000,
            "()" * 50_000,
            "(ЗРТ 1)" * 15_000 + " и",
            "(ЗРТ 1 (a) (b) " * 7_000 + "(",
            "т" + " " * 100_000 + "и",
        ),
        *("(с изменени" + "я" * 100_000, "(Закон Р " * 10_000 + "1", "(в редакции 1)" + " ;,." * 25_000 + "и"),
    ],
    ids=lambda text: text[:15],
)
@pytest.mark.usefixtures("quick")
def test_a_hundred_thousand_brackets_take_less_than_a_second(text: str) -> None:
    found = piece(f"Лицо {text}")
    assert "Лицо" in found.text


INSIDE = [
    (RU, "1) сбор; (ЗРВ от 30.05.17 г., №14) Служба ведёт журнал.", "1) сбор; Служба ведёт журнал."),
    (RU, "Сбор не взимается (ЗРВ от 30.05.17 г., №14). Служба.", "Сбор не взимается. Служба."),
    (RU, "(ЗРВ от 30.05.17 г., №14) Сбор не взимается.", "Сбор не взимается."),
    (TG, "Пардохт гирифта намешавад (ҚКҶВ аз 19.07.19 с., №16). Хадамот.", "Пардохт гирифта намешавад. Хадамот."),
]


@pytest.mark.parametrize(("grammar", "text", "words"), INSIDE)
def test_a_note_inside_or_before_a_paragraph_is_taken_out_as_well(grammar: Grammar, text: str, words: str) -> None:
    found = piece(text, grammar)
    assert f"{found.label} {found.text}".strip() == words
    assert [note.text in text for note in found.notes] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Служба (Закон РВ от 30.05.17 г., № 14) ведёт журнал.",
        "Служба (закон О границе, статья 5) ведёт журнал.",
        "Сбор (в редакции, которая действует 5 дней). Служба ведёт журнал.",
        "Сбор не взимается (часть вторая в редакции, действовавшей до 1 января 2010 года)",
        "Сбор не взимается (Закон Республики Вестария «О сборах», статья 5)",
        f"(Закон РВ от 30.05.17 г., № 14 {'Служба ведёт журнал. ' * 10}",
    ],
)
def test_the_words_of_the_law_in_brackets_stay_where_they_are(text: str) -> None:
    assert (piece(text).text, piece(text).notes) == (text, ())


def test_a_tajik_citation_in_brackets_is_no_note() -> None:
    text = "Пардохт гирифта намешавад (Қонуни мазкур, моддаи 5)"
    assert piece(text, TG).notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Граница (Статья в редакции Федерального закона от 08.12.2003 № 162-ФЗ)",
        "Граница (Наименование в редакции Закона КВ от 11 марта 2004 года № 20)",
        "Граница (Дополнение статьей - Федеральный закон от 08.12.2020 № 407-ФЗ)",
        "Граница (Пункт утратил силу - Федеральный закон от 08.12.2020 № 407-ФЗ)",
        "Граница (КЗРВ от 19.07.19 г., №16)",
    ],
)
def test_the_notes_of_the_portals_are_taken_off_the_end(text: str) -> None:
    assert (piece(text).text, len(piece(text).notes)) == ("Граница", 1)


@pytest.mark.parametrize(
    "text",
    [
        "The border (Law of the RV of 05.06.2020 No. 13)",
        "The border (as amended by Law of the RV of 30.03.2023 No. 5)",
        "The border (in the wording of the Law of 3 May 2020)",
    ],
)
def test_the_notes_of_an_english_translation_are_taken_off_the_end(text: str) -> None:
    found = piece(text, grammars()["en"])
    assert (found.text, len(found.notes)) == ("The border", 1)


def test_an_english_citation_in_brackets_is_no_note() -> None:
    text = "No fee is taken (the Law of Vestaria on Fees, article 5)"
    assert piece(text, grammars()["en"]).notes == ()


def test_a_number_of_which_only_a_note_is_left_is_still_the_number_of_a_unit() -> None:
    found = piece("3. (Часть утратила силу - Федеральный закон от 08.12.2020 № 407-ФЗ)")
    assert (found.kind, found.label, found.text) == (Kind.PART, "3.", "")


@pytest.mark.parametrize(("text", "number"), [("9( других мостов", "9"), ("а1) мостов", "а(1)")])
def test_a_bracket_turned_round_and_a_figure_behind_a_letter_are_points_too(text: str, number: str) -> None:
    assert str(piece(text).number) == number


def test_a_number_spelt_out_in_brackets_begins_no_point() -> None:
    assert piece("9(девять) мостов").kind is None
