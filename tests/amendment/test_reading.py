"""Amending acts of our own, in the styles of Tajikistan and its neighbours, are read into changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.applying import apply
from muvofiq.amendment.reading import Reading, Why, read_amending_act, read_clause, style_of
from muvofiq.law.build import build_law
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes
from tests.paths import ROOT, RUSSIAN, TAJIK

ACTS = ROOT / "tests" / "samples" / "amending"
LAW = {"ru": open_laws(RUSSIAN.read_bytes(), RUSSIAN.name)[0], "tg": open_laws(TAJIK.read_bytes(), TAJIK.name)[0]}


def act(text: str) -> Law:
    return build_law(read_bytes(text.encode(), "act.txt"))


def told(reading: Reading) -> list[str]:
    return [str(change) for change in reading.changes]


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_an_amending_act_is_read_whole(language: str) -> None:
    path = ACTS / f"border.{language}.txt"
    reading = read_amending_act(open_laws(path.read_bytes(), path.name)[0], LAW[language])
    read = [f"{one.where.eid}\t{change}" for one in reading.instructions for change in one.changes]
    rest = [f"{one.where.eid}\t{one.why}" for one in reading.not_understood]
    assert [*read, *rest] == path.with_suffix(".changes").read_text(encoding="utf-8").splitlines()
    assert apply(LAW[language], reading.changes).not_applied == ()


RUSSIAN_FORMULAE = {
    "В статье 5 слова «а б» заменить словами «в»": 'replace-words art_5 {"old": ["а б"], "new": ["в"]}',
    "в статье 5 заменить слово «а» на слово «б»": 'replace-words art_5 {"old": ["а"], "new": ["б"]}',
    "заменить в статье 5 слово «а» словом «б»": 'replace-words art_5 {"old": ["а"], "new": ["б"]}',
    "В части 2 статьи 5 цифру «5» заменить цифрой «6»": 'replace-words art_5__para_2 {"old": ["5"], "new": ["6"]}',
    "в статье 5 слова «а», «б» заменить соответственно словами «в», «г»": (
        'replace-words art_5 {"old": ["а", "б"], "new": ["в", "г"]}'
    ),
    "в статье 5 слово «аа» заменить словом «бб», слово «вв» – словом «гг»": (
        'replace-words art_5 {"old": ["аа", "вв"], "new": ["бб", "гг"]}'
    ),
    "По всему тексту Закона слово «аа» заменить словом «бб»": (
        'replace-words act {"old": ["аа"], "new": ["бб"], "nth": 0}'
    ),
    "По всему тексту слова «аа», «аб» заменить словом «бб» в соответствующих падежах": (
        'replace-words act {"old": ["аа", "аб"], "new": ["бб", "бб"], "nth": 0}'
    ),
    "в части 1 статьи 1, части 4 статьи 3 и наименовании главы 2 слово «аа» исключить": (
        'delete-words art_1__para_1,art_3__para_4,chp_2#heading {"words": ["аа"]}'
    ),
    "В названии и частях 1 и 3 статьи 8 слово «аа» исключить": (
        'delete-words art_8#heading,art_8__para_1,art_8__para_3 {"words": ["аа"]}'
    ),
    "в преамбуле Закона слова «а а» исключить": 'delete-words act#preamble {"words": ["а а"]}',
    "исключить из статьи 5 слова «а а»": 'delete-words art_5 {"words": ["а а"]}',
    "часть 2 статьи 5 после слов «а а» дополнить словами «б б»": (
        'insert-words art_5__para_2 {"words": ["б б"], "anchor": ["а а"]}'
    ),
    "в статье 5 перед словом «аа» дополнить словом «бб»": (
        'insert-words art_5 {"words": ["бб"], "anchor": ["аа"], "before": true}'
    ),
    "часть 2 статьи 5 дополнить словами «, кроме детей»": 'insert-words art_5__para_2 {"words": [", кроме детей"]}',
    "часть 2 статьи 5 в конце дополнить словами «аа бб»": 'insert-words art_5__para_2 {"words": ["аа бб"]}',
    "часть 2 статьи 5 дополнить предложением следующего содержания: «Да.»": (
        'insert-sentences art_5__para_2 {"words": "Да."}'
    ),
    "часть 2 статьи 5 дополнить вторым предложением следующего содержания: «Да.»": (
        'insert-sentences art_5__para_2 {"words": "Да.", "nth": 2}'
    ),
    "в части 2 статьи 5 после первого предложения дополнить предложением следующего содержания: «Да.»": (
        'insert-sentences art_5__para_2 {"words": "Да.", "nth": 2}'
    ),
    "второе предложение части 2 статьи 8 исключить": "remove-units art_8__para_2#s2 {}",
    "Абзацы второй и третий статьи 3 изложить в следующей редакции:\n«– а;\n– б;».": (
        'new-edition art_3__indent_2,art_3__indent_3 {"words": "– а;\\n– б;"}'
    ),
    "наименование статьи 5 изложить в следующей редакции: «Статья 5. Ночлег»": (
        'new-edition art_5#heading {"words": "Ночлег"}'
    ),
    "Наименование Закона изложить в следующей редакции: «О границе»": 'new-edition act#heading {"words": "О границе"}',
    "статью 5 дополнить частью 3 следующего содержания:\n«3. Да.»": 'insert-units art_5 {"words": "3. Да."}',
    "главу 2 дополнить статьёй 7(2) следующего содержания:\n«Статья 7(2). Да\nНет.»": (
        'insert-units chp_2 {"words": "Статья 7(2). Да\\nНет."}'
    ),
    "После статьи 5 дополнить статьёй 5(1) следующего содержания:\n«Статья 5(1). Да\nНет.»": (
        'insert-units act {"words": "Статья 5(1). Да\\nНет.", "after": "art_5"}'
    ),
    "статью 3 дополнить абзацами шестым и седьмым следующего содержания:\n«– а;\n– б.»": (
        'insert-units art_3 {"words": "– а;\\n– б.", "numbers": [6, 7]}'
    ),
    "статью 5 дополнить примечанием следующего содержания:\n«Примечание. Да.»": (
        'insert-units art_5 {"words": "Примечание. Да."}'
    ),
    "Внести в статью 5 Закона изменение, дополнив её частью 3 следующего содержания:\n«3. Да.»": (
        'insert-units art_5 {"words": "3. Да."}'
    ),
    "пункты 3 и 3(1) статьи 2 исключить": "remove-units art_2__point_3,art_2__point_3-1 {}",
    "признать утратившими силу статьи 5 и 6": "repeal art_5,art_6 {}",
    "статья 5 утрачивает силу": "repeal art_5 {}",
    "абзацы второй – четвёртый статьи 3 считать соответственно абзацами третьим – пятым": (
        'renumber art_3__indent_2,art_3__indent_3,art_3__indent_4 {"labels": ["3", "4", "5"]}'
    ),
    "части статьи 1 пронумеровать": "number-units art_1 {}",
    "в пункте 8 статьи 2 точку заменить точкой с запятой": (
        'replace-words art_2__point_8 {"old": ["."], "new": [";"], "nth": -1}'
    ),
    "приостановить действие статьи 5 до 1 января 2027 года": 'suspend art_5 {"until": "2027-01-01"}',
    "строку 3 таблицы приложения 1 изложить в следующей редакции: «а | б»": (
        'new-edition annex_1#row:3 {"words": "а | б"}'
    ),
    "в подпункте «а» пункта 2 части 1 статьи 4 слово «и» заменить словом «или»": (
        'replace-words art_4__para_1__point_2__subpara_а {"old": ["и"], "new": ["или"]}'
    ),
    "в статье 5 слово «аа» в первом случае заменить словом «бб»": (
        'replace-words art_5 {"old": ["аа"], "new": ["бб"], "nth": 1}'
    ),
    'в статье 5 слова "закон "О мостах" и" исключить': 'delete-words art_5 {"words": ["закон \\"О мостах\\" и"]}',
    "в статье 4 пункт 1 части 1 исключить": "remove-units art_4__para_1__point_1 {}",
    "слово «аа» в статье 5 исключить": 'delete-words art_5 {"words": ["аа"]}',
    "слово «аа» в статье 5 заменить словом «бб»": 'replace-words art_5 {"old": ["аа"], "new": ["бб"]}',
    "дополнить статью 5 после части 2 частью 2(1) следующего содержания: «2(1). Да.»": (
        'insert-units art_5 {"words": "2(1). Да.", "after": "art_5__para_2"}'
    ),
    "Наименование и часть 1 статьи 5 исключить": "remove-units art_5#heading,art_5__para_1 {}",
    "вподпункте 3) пункта2 статьи 4 слова «аа»заменитьсловами «бб»": (
        'replace-words art_4__point_2__subpara_3 {"old": ["аа"], "new": ["бб"]}'
    ),
    "пункты 2–4 статьи 2 признать утратившими силу": (
        "repeal art_2__point_2,art_2__point_3,art_2__point_3-1,art_2__point_4 {}"
    ),
}
TAJIK_FORMULAE = {
    "дар моддаи 5 калимаи «а» ба калимаи «б» иваз карда шавад": 'replace-words art_5 {"old": ["а"], "new": ["б"]}',
    "дар моддаи 5 калимаҳои «а», «б» мувофиқан ба калимаҳои «в», «г» иваз карда шаванд": (
        'replace-words art_5 {"old": ["а", "б"], "new": ["в", "г"]}'
    ),
    'дар моддаи 5 калимаи "аа" ба калимаи "бб", калимаи "вв" ба калимаи "гг" иваз карда шаванд': (
        'replace-words art_5 {"old": ["аа", "вв"], "new": ["бб", "гг"]}'
    ),
    "дар тамоми матни Қонуни мазкур калимаи «аа» ба калимаи «бб» иваз карда шавад": (
        'replace-words act {"old": ["аа"], "new": ["бб"], "nth": 0}'
    ),
    "Дар номи Қонун, муқаддима, боби 2 ва матни моддаҳои 1 - 3, 5 калимаи «аа» хориҷ карда шавад": (
        'delete-words act#heading,act#preamble,chp_2,art_1,art_2,art_3,art_5 {"words": ["аа"], "nth": 0}'
    ),
    "аз қисми 1 моддаи 1, номи боби 2 ва қисми 1 моддаи 7 калимаи «аа» хориҷ карда шавад": (
        'delete-words art_1__para_1,chp_2#heading,art_7__para_1 {"words": ["аа"]}'
    ),
    "Ба сархати шашуми моддаи 2 пас аз калимаи «аа» калимаҳои «бб вв» илова карда шаванд": (
        'insert-words art_2__indent_6 {"words": ["бб вв"], "anchor": ["аа"]}'
    ),
    "дар моддаи 5 баъд аз калимаҳои «аа» ва «бб» мувофиқан калимаҳои «вв» ва «гг» илова карда шаванд": (
        'insert-words art_5 {"words": ["вв", "гг"], "anchor": ["аа", "бб"]}'
    ),
    "дар моддаи 3 пеш аз калимаи «аа» калимаи «бб» илова карда шавад": (
        'insert-words art_3 {"words": ["бб"], "anchor": ["аа"], "before": true}'
    ),
    "дар охири қисми 2 моддаи 5 калимаҳои «аа бб» илова карда шаванд": (
        'insert-words art_5__para_2 {"words": ["аа бб"]}'
    ),
    "ба қисми 2 моддаи 5 ҷумлаи дуюм бо мазмуни зайл илова карда шавад: «Ҳа.»": (
        'insert-sentences art_5__para_2 {"words": "Ҳа.", "nth": 2}'
    ),
    "сархатҳои дуюм ва сеюми моддаи 3 дар таҳрири зайл баён карда шаванд:\n«– а;\n– б;».": (
        'new-edition art_3__indent_2,art_3__indent_3 {"words": "– а;\\n– б;"}'
    ),
    "номи моддаи 5 дар таҳрири зерин ифода карда шавад: «Палата»": 'new-edition art_5#heading {"words": "Палата"}',
    "ба моддаи 5 қисми 3 бо мазмуни зайл илова карда шавад:\n«3. Ҳа.»": 'insert-units art_5 {"words": "3. Ҳа."}',
    "ба моддаи 5 бо мазмуни зайл қисми 3 илова карда шавад:\n«3. Ҳа.»": 'insert-units art_5 {"words": "3. Ҳа."}',
    "ба моддаи 5 эзоҳ бо мазмуни зайл илова карда шавад:\n«Эзоҳ. Ҳа.»": 'insert-units art_5 {"words": "Эзоҳ. Ҳа."}',
    "ба моддаи 3 сархатҳои панҷум ва шашум бо мазмуни зайл илова карда шаванд:\n«– а;\n– б.»": (
        'insert-units art_3 {"words": "– а;\\n– б.", "numbers": [5, 6]}'
    ),
    "дар моддаи 3 пас аз сархати панҷум сархати нав бо мазмуни зайл илова карда шавад:\n«– а;»": (
        'insert-units art_3 {"words": "– а;", "after": "art_3__indent_5"}'
    ),
    "сархати чилу сеюми моддаи 2 хориҷ карда шавад": "remove-units art_2__indent_43 {}",
    "банди 5 моддаи 2 аз эътибор соқит дониста шавад": "repeal art_2__point_5 {}",
    "қисми сеюми моддаи 9 қисми чорум ҳисобида шавад": 'renumber art_9__para_3 {"labels": ["4"]}',
    "банди «л»-и қисми 1 моддаи 4 банди «м» ҳисобида шавад": 'renumber art_4__para_1__point_л {"labels": ["м"]}',
    "ба қисми 1 моддаи 4 баъди сарсатри дуюм сарсатри дорои мазмуни зайл илова карда шавад: «ҳа;»": (
        'insert-units art_4__para_1 {"words": "ҳа;", "after": "art_4__para_1__indent_2"}'
    ),
    "дар матни Қонун калимаҳои «аа», «бб» мутобиқан ба калимаҳои «вв», «гг» иваз карда шаванд": (
        'replace-words act {"old": ["аа", "бб"], "new": ["вв", "гг"], "nth": 0}'
    ),
    "номи моддаи 5 ва қисми якуми он хориҷ карда шаванд": "remove-units art_5#heading,art_5__para_1 {}",
    "қисми 2 моддаи 5 бо сархати зерин пурра карда шавад: «Ҳа.»": 'insert-units art_5__para_2 {"words": "Ҳа."}',
    "дар диспозитсияи қисми 2) моддаи 5 калимаи «аа» хориҷ карда шавад": (
        'delete-words art_5__para_2#disposition {"words": ["аа"]}'
    ),
    "қисмҳои моддаи 1 рақамгузорӣ карда шаванд": "number-units art_1 {}",
    "дар банди 8 моддаи 2 аломати нуқта ба аломати нуқтавергул иваз карда шавад": (
        'replace-words art_2__point_8 {"old": ["."], "new": [";"], "nth": -1}'
    ),
    "амали моддаи 5 то 1 январи соли 2027 боздошта шавад": 'suspend art_5 {"until": "2027-01-01"}',
}
CLAUSES = [
    *(("ru", clause, change) for clause, change in RUSSIAN_FORMULAE.items()),
    *(("tg", clause, change) for clause, change in TAJIK_FORMULAE.items()),
]


@pytest.mark.parametrize(("language", "clause", "change"), CLAUSES, ids=[clause[:50] for _, clause, _ in CLAUSES])
def test_each_formula_is_read(language: str, clause: str, change: str) -> None:
    reading = read_clause(clause, LAW[language])
    assert (told(reading), reading.not_understood) == ([change], ())


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        ("ru", "В статье 5 слово «аа» заменить словом «бб», слово «вв» исключить."),
        ("tg", "Дар моддаи 5 калимаи «аа» ба калимаи «бб» иваз карда шуда, калимаи «вв» хориҷ карда шавад."),
    ],
)
def test_a_sentence_may_order_two_changes_in_one_place(language: str, clause: str) -> None:
    assert told(read_clause(clause, LAW[language])) == [
        'replace-words art_5 {"old": ["аа"], "new": ["бб"]}',
        'delete-words art_5 {"words": ["вв"]}',
    ]


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        ("статью 5 сделать понятнее", Why.NO_FORMULA),
        ("в статье 5 слова «аа» заменить словами «бб» для ясности", Why.NO_FORMULA),
        ("слово «аа» исключить", Why.NO_PLACE),
        ("Исключить.", Why.NO_PLACE),
        ("дополнить частью 3 следующего содержания: «3. Да.»", Why.NO_PLACE),
        ("статью 5 изложить в следующей редакции:", Why.NO_WORDING),
        ("Закон изложить в новой редакции (прилагается)", Why.NO_WORDING),
        ("в статье 5 слово «опека» заменить словом «забота» в соответствующих падежах", Why.FORMS_NOT_LISTED),
        ("в статье 5 слово «опека» исключить в соответствующих падежах", Why.FORMS_NOT_LISTED),
        ("в статье 5 слова «аа», «бб», «вв» заменить словами «гг», «дд»", Why.NO_FORMULA),
        ("части 3 и 4 статьи 4 считать частью 5", Why.NO_PLACE),
        ("статью 5 и часть 1 статьи 5 исключить", Why.NO_PLACE),
        ("часть 2 исключить", Why.NO_PLACE),
        ("в части 1 статьи 4 слово «аа» в соответствующем падеже заменить словом «бб»", Why.FORMS_NOT_LISTED),
        ("абзацы статьи 3 обозначить знаком дефис «-»", Why.NO_FORMULA),
        (
            "в статье 5 Закона Республики Вестария от 4 мая 2011 года № 7 «О паромах» слово «год» исключить",
            Why.OTHER_ACT,
        ),
    ],
)
def test_what_is_not_understood_is_listed_with_its_reason(clause: str, why: Why) -> None:
    reading = read_clause(clause, LAW["ru"])
    assert reading.changes == ()
    assert [one.why for one in reading.not_understood] == [why]


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        ("ru", "В статье 5: часть 1 исключить; в части 2 слово «аа» исключить."),
        ("ru", "В статье 5 часть 1 исключить, в части 2 слово «аа» исключить."),
        ("tg", "Дар моддаи 5: қисми 1 хориҷ карда шавад; дар қисми 2 калимаи «аа» хориҷ карда шавад."),
    ],
)
def test_the_larger_unit_is_named_once(language: str, clause: str) -> None:
    assert told(read_clause(clause, LAW[language])) == [
        "remove-units art_5__para_1 {}",
        'delete-words art_5__para_2 {"words": ["аа"]}',
    ]


def test_an_instruction_is_understood_whole_or_not_at_all() -> None:
    reading = read_clause("В статье 5 слово «аа» исключить, слово «бб» приукрасить.", LAW["ru"])
    assert (reading.changes, len(reading.not_understood)) == ((), 1)


def test_the_nearest_formula_is_told() -> None:
    reading = read_clause("в статье 5 слова «аа» поменять словами «бб»", LAW["ru"])
    assert reading.not_understood[0].nearest == "слова «…» заменить словами «…»"


NESTED = """В статье 4:
а) в части 1:
пункт 1 исключить;
в пункте 2 слово «аа» исключить;
б) часть 2 признать утратившей силу."""


def test_a_verb_and_its_day_may_stand_above_the_units() -> None:
    clause = "Приостановить до 1 января 2027 года действие следующих положений:\n1) статьи 5;\n2) части 2 статьи 6."
    day = '{"until": "2027-01-01"}'
    assert told(read_clause(clause, LAW["ru"])) == [f"suspend art_5 {day}", f"suspend art_6__para_2 {day}"]


def test_smaller_units_lie_in_those_named_above_them() -> None:
    assert told(read_clause(NESTED, LAW["ru"])) == [
        "remove-units art_4__para_1__point_1 {}",
        'delete-words art_4__para_1__point_2 {"words": ["аа"]}',
        "repeal art_4__para_2 {}",
    ]


DASHES = """Дар моддаи 4:
- дар қисми 1:
- зербанди "а"-и банди 2 хориҷ карда шавад;
- банди 3 хориҷ карда шавад;
- қисми 2 аз эътибор соқит дониста шавад."""


def test_dashes_below_a_dash_lie_in_it_if_they_follow_directly() -> None:
    assert told(read_clause(DASHES, LAW["tg"])) == [
        "remove-units art_4__para_1__point_2__subpara_а {}",
        "remove-units art_4__para_1__point_3 {}",
        "repeal art_4__para_2 {}",
    ]


def test_a_verb_may_stand_above_the_units() -> None:
    clause = "Признать утратившими силу:\n1) статью 5;\n2) часть 2 статьи 7(1)."
    assert told(read_clause(clause, LAW["ru"])) == ["repeal art_5 {}", "repeal art_7-1__para_2 {}"]


SEVERAL_ACTS = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О внесении изменений в некоторые законы
Статья 1. Внести изменения в следующие законодательные акты Республики Вестария:
1. В Лесной кодекс Республики Вестария от 3 мая 2001 года (Вестник, 2001 г., № 1, ст. 1):
1) в статье 5:
слово «год» исключить;
2) статью 6 исключить.
2. В Закон Республики Вестария от 15 июля 2014 года № 118 «О государственной границе и защите лиц, её пересекающих»:
1) в статье 4:
в части 1:
в абзаце первом слово «далее» исключить;
часть 3 исключить;
2) статью 5 изложить в следующей редакции:
«Статья 5. Палата
Палата, названная в законе «О палатах», закрыта.».
Статья 2. Настоящий Закон вводится в действие с 1 января 2027 года, за исключением пункта 2 статьи 1.
"""


def test_of_several_acts_only_the_one_asked_for_is_read() -> None:
    reading = read_amending_act(act(SEVERAL_ACTS), LAW["ru"])
    assert told(reading) == [
        'delete-words art_4__para_1__indent_1 {"words": ["далее"]}',
        "remove-units art_4__para_3 {}",
        'new-edition art_5 {"words": "Статья 5. Палата\\nПалата, названная в законе «О палатах», закрыта."}',
        'enter-into-force act {"words": "вводится в действие с 1 января 2027 года, за исключением пункта 2 статьи 1"}',
    ]
    assert [(one.why, one.words[:16]) for one in reading.not_understood] == [(Why.OTHER_ACT, "1. В Лесной коде")]


TWO_ACTS_IN_A_ROW = """ПОСТАНОВЛЕНИЕ
1. Внести в Закон «О государственной границе и защите лиц, её пересекающих» следующие изменения:
1) в статье 4:
а) часть 3 исключить;
2) статью 5 исключить.
Внести в Закон «О паромах» следующие изменения:
1) в статье 4:
а) часть 2 исключить;
2) статью 6 исключить.
"""


def test_what_stands_below_another_act_is_not_read_for_this_one() -> None:
    reading = read_amending_act(act(TWO_ACTS_IN_A_ROW), LAW["ru"])
    assert told(reading) == ["remove-units art_4__para_3 {}", "remove-units art_5 {}"]
    assert [one.why for one in reading.not_understood] == [Why.OTHER_ACT]


def test_what_stands_below_a_paragraph_that_is_not_understood_has_no_place_either() -> None:
    clause = "1. Улучшить статью 5:\n1) часть 2 исключить;\n2) статью 6 исключить.\n2. Статью 7 исключить."
    reading = read_clause(clause, LAW["ru"])
    assert told(reading) == ["remove-units art_6 {}", "remove-units art_7 {}"]
    assert [one.why for one in reading.not_understood] == [Why.NO_FORMULA, Why.NO_PLACE]


DECREE = """Правительство Республики Вестария
ПОСТАНОВЛЕНИЕ
О внесении изменений в некоторые постановления
В соответствии со статьёй 6 Закона Республики Вестария «О границе» Правительство постановляет:
1. Пункт 3 постановления Правительства от 1 августа 2011 года, № 58 «О сторожах», изложить в следующей форме:
«3. Сторож бодрствует.».
2. В пятом абзаце пункта 10 Порядка ночлега, утверждённого постановлением от 2 мая 2012 года, № 20, \
слово «ночь» заменить словом «сутки».
3. Министерству печатать бланки.
4. Настоящее постановление вступает в силу после напечатания.
"""


def test_a_decree_amends_decrees() -> None:
    reading = read_amending_act(act(DECREE))
    assert told(reading) == [
        'new-edition point_3 {"words": "3. Сторож бодрствует."}',
        'replace-words point_10__indent_5 {"old": ["ночь"], "new": ["сутки"]}',
        'enter-into-force act {"words": "вступает в силу после напечатания"}',
    ]
    assert [one.words for one in reading.not_understood] == ["3. Министерству печатать бланки."]


ANNEXED = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О внесении изменений
Статья 1. В Закон «О государственной границе и защите лиц, её пересекающих» внести следующие изменения:
1. Приложение 1 изложить в новой редакции согласно приложению к настоящему Закону.
2. Дополнить приложением 2 согласно приложению.
Статья 2. Настоящий Закон вступает в силу с 1 января 2027 года.
Приложение
Перечень
1. Северный пункт.
2. Южный пункт.
"""


def test_what_an_annex_says_is_the_new_wording() -> None:
    words = '{"words": "Приложение Перечень\\n1. Северный пункт.\\n2. Южный пункт."}'
    assert told(read_amending_act(act(ANNEXED), LAW["ru"]))[:2] == [
        f"new-edition annex_1 {words}",
        f"insert-units act {words}",
    ]


def test_without_a_law_at_hand_the_instructions_for_all_acts_are_read() -> None:
    changes = told(read_amending_act(act(SEVERAL_ACTS)))
    assert changes[:2] == ['delete-words art_5 {"words": ["год"]}', "remove-units art_6 {}"]


NUMBERS = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О внесении изменений в Закон «О государственной границе и защите лиц, её пересекающих»
Статья 1. Внести в Закон «О государственной границе и защите лиц, её пересекающих» следующие изменения:
1. Статью 71 исключить.
2. Статьи 23 и 25 исключить.
"""


def test_numbers_that_lost_their_raised_figure_are_told_from_others_by_the_law_at_hand() -> None:
    changes = told(read_amending_act(act(NUMBERS), LAW["ru"]))
    assert changes == ["remove-units art_7-1 {}", "remove-units art_23,art_25 {}"]


KAZAKH = """Ойдан шығарылған заң
Кейбір заңдарға өзгерістер енгізу туралы
1-бап. «Күзет туралы» Ойдан Республикасының Заңына мынадай өзгерістер мен толықтырулар енгізілсін:
1) 4-баптың 2-тармағының бірінші бөлігінде «бір» деген сөз «екі» деген сөзбен ауыстырылсын;
2) 5-бапта:
3-тармақ мынадай редакцияда жазылсын:
«3. Жаңа мәтін.»;
мынадай мазмұндағы 4-тармақпен толықтырылсын:
«4. Тағы.»;
6-тармақтың 2) тармақшасындағы «үш» деген сөзден кейін «, төрт» деген сөзбен толықтырылсын;
3) 7-баптың екінші бөлігі алып тасталсын;
4) 8-баптағы «аа», «бб» деген сөздер тиісінше «вв», «гг» деген сөздермен ауыстырылсын;
5) 9-баптың тақырыбы мынадай редакцияда жазылсын:
«9-бап. Жаңа»;
6) 10, 11 және 12-баптардың күші жойылды деп танылсын.
2-бап. Осы Заң алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.
"""


def test_a_kazakh_act_is_read() -> None:
    reading = read_amending_act(act(KAZAKH))
    assert told(reading) == [
        'replace-words art_4__point_2__para_1 {"old": ["бір"], "new": ["екі"]}',
        'new-edition art_5__point_3 {"words": "3. Жаңа мәтін."}',
        'insert-units art_5 {"words": "4. Тағы."}',
        'insert-words art_5__point_6__subpara_2 {"words": [", төрт"], "anchor": ["үш"]}',
        "remove-units art_7__para_2 {}",
        'replace-words art_8 {"old": ["аа", "бб"], "new": ["вв", "гг"]}',
        'new-edition art_9#heading {"words": "Жаңа"}',
        "repeal art_10,art_11,art_12 {}",
        'enter-into-force act {"words": "алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі"}',
    ]
    assert reading.not_understood == ()


KAZAKH_LAW = """Қазақстан Республикасының Заңы
Мал шаруашылығы туралы
1-бап. Мал
1. Мал бар.
2-бап. Күзет
Күзет бар.
"""
KAZAKH_ACTS = """Кейбір заңнамалық актілерге өзгерістер енгізу туралы
1-бап. Қазақстан Республикасының мына заңнамалық актілеріне өзгерістер мен толықтырулар енгізілсін:
1. «Орман туралы» 1998 жылғы 9 шілдедегі Қазақстан Республикасының Заңына (Жаршы, 1998 ж., N 16, 220-құжат):
1) 1-бап мынадай редакцияда жазылсын:
«1-бап. Орман
Орман бар.»;
2) 2-бап алып тасталсын.
2. «Мал шаруашылығы туралы» 1999 жылғы 9 шілдедегі Қазақстан Республикасының Заңына (Жаршы, 1999 ж., N 1):
1) 1-баптың 1-тармағындағы «бар» деген сөз «жоқ» деген сөзбен ауыстырылсын;
2) 2-баптың екінші сөйлемі алып тасталсын.
"""


def test_of_several_kazakh_acts_only_the_one_asked_for_is_read() -> None:
    reading = read_amending_act(act(KAZAKH_ACTS), act(KAZAKH_LAW))
    assert told(reading) == [
        'replace-words art_1__point_1 {"old": ["бар"], "new": ["жоқ"]}',
        "remove-units art_2#s2 {}",
    ]
    assert [one.why for one in reading.not_understood] == [Why.OTHER_ACT]


AGES = """ҚОНУНИ ҶУМҲУРИИ ВЕСТАРИЯ
Дар бораи синну сол
Моддаи 1. Синн
1. То 60 сол.
2. То 55 сол.
"""


def test_figures_listed_beside_as_many_units_are_parted_where_the_law_has_them_so() -> None:
    clause = 'Дар қисмҳои 1 ва 2 моддаи 1 рақамҳои "60" ва "55" мувофиқан ба рақамҳои "63" ва "58" иваз карда шаванд.'
    reading = read_clause(clause, act(AGES))
    assert told(reading) == [
        'replace-words art_1__para_1 {"old": ["60"], "new": ["63"]}',
        'replace-words art_1__para_2 {"old": ["55"], "new": ["58"]}',
    ]
    both = read_clause(clause, act(AGES.replace("60 сол", "60 ё 55 сол").replace("55 сол.\n", "60 ё 55 сол.\n")))
    assert len(both.changes) == 1


KYRGYZ = """Ойдон чыгарылган мыйзам
Мыйзамга өзгөртүүлөрдү киргизүү жөнүндө
1-берене. «Күзөт жөнүндө» Мыйзамга төмөнкүдөй өзгөртүүлөр киргизилсин:
1) 4-берененин 2-бөлүгүндө «бир» деген сөз «эки» деген сөз менен алмаштырылсын;
2) 5-беренедеги «үч» деген сөздөр алынып салынсын;
3) 6-берене күчүн жоготту деп таанылсын;
4) 7-берене төмөнкү редакцияда баяндалсын:
«7-берене. Жаңы
Текст.».
2-берене. Ушул Мыйзам расмий жарыяланган күндөн тартып күчүнө кирет.
"""


def test_a_kyrgyz_act_is_read() -> None:
    assert told(read_amending_act(act(KYRGYZ))) == [
        'replace-words art_4__para_2 {"old": ["бир"], "new": ["эки"]}',
        'delete-words art_5 {"words": ["үч"]}',
        "repeal art_6 {}",
        'new-edition art_7 {"words": "7-берене. Жаңы\\nТекст."}',
        'enter-into-force act {"words": "расмий жарыяланган күндөн тартып күчүнө кирет"}',
    ]


def test_an_act_in_a_language_without_formulae_is_listed_whole() -> None:
    reading = read_amending_act(act("Qonun\n1-modda. Bir\n1. Soʻz almashtirilsin.\n2-modda. Ikki\nYana."))
    assert reading.changes == ()
    assert [one.words for one in reading.not_understood] == [
        "1-modda. Bir",
        "1. Soʻz almashtirilsin.",
        "2-modda. Ikki",
        "Yana.",
    ]


def test_each_language_has_its_style() -> None:
    assert [style_of(language) for language in ("en", "fr", "ru", "tg")] == ["eu", "eu", "cis", "cis"]


ORDERS = st.sampled_from(
    [
        "в статье 5 слово «аа» исключить",
        "статью 6 признать утратившей силу",
        "статью 7 изложить в следующей редакции:\n«Статья 7. Да\nНет.»",
        "статью 8 хорошенько обдумать",
        "в статье 9:",
        "часть 2 исключить",
        "слова «незакрытые исключить",
        "что-то другое, №",
    ]
)


@given(st.lists(ORDERS, min_size=1, max_size=8))
def test_nothing_is_skipped(orders: list[str]) -> None:
    clause = "\n".join(f"{at}) {order};" for at, order in enumerate(orders, 1)).replace(":;", ":")
    reading = read_clause(clause, LAW["ru"])
    told_of = "\n".join([*(one.words for one in reading.instructions), *(one.words for one in reading.not_understood)])
    for line in clause.splitlines():
        leads_in = line.endswith("в статье 9:")
        assert leads_in or line in told_of
