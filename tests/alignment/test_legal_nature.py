"""The title tells the kind of act, the words of a provision tell what it does."""

import re
from itertools import product

import pytest

from muvofiq.alignment.legal_nature import forms_in, instruments_in, kind_of_act
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table

KINDS = table("languages/act-kinds.csv")
FORMS = table("languages/legal-forms.csv")
NAMES = table("alignment/instrument-names.csv")

TITLES = {
    "criminal_code": ("Уголовный кодекс Вестарии", "Criminal Code of Vestaria", "Кодекси ҷиноятии Вестария"),
    "criminal_procedure": (
        "Уголовно-процессуальный кодекс",
        "Code of Criminal Procedure",
        "Кодекси мурофиавии ҷиноятии Вестария",
    ),
    "custody": (
        "Уголовно-исполнительный кодекс",
        "Penal Enforcement Code",
        "Кодекси иҷрои ҷазои ҷиноятии Вестария",
    ),
    "administrative_offences": (
        "КОДЕКС ОБ АДМИНИСТРАТИВНЫХ ПРАВОНАРУШЕНИЯХ",
        "Code of Administrative Offences",
        "Кодекси ҳуқуқвайронкунии маъмурӣ",
    ),
    "child_rights": ("О правах ребёнка", "On the Rights of the Child", "Дар бораи ҳимояи ҳуқуқи кӯдак"),
    "trafficking": (
        "О противодействии торговле людьми",
        "On Combating Trafficking in Persons",
        "Дар бораи муқовимат ба савдои одамон",
    ),
    "refugees": ("О беженцах", "On Refugees", "Дар бораи гурезаҳо"),
    "statelessness": ("О статусе лиц без гражданства", "On Stateless Persons", "Дар бораи шахсони бешаҳрванд"),
    "citizenship": ("О гражданстве", "On Citizenship", "Дар бораи шаҳрвандӣ"),
    "foreigners": ("О миграции населения", "On Migration", "Дар бораи муҳоҷират"),
    "border": ("О государственной границе", "On the State Border", "Дар бораи сарҳади давлатӣ"),
    "social_protection": ("О социальном обслуживании", "On Social Services", "Дар бораи хизматрасонии иҷтимоӣ"),
    "legal_aid": ("О юридической помощи", "On Legal Aid", "Дар бораи кумаки ҳуқуқӣ"),
    "courts": ("О прокуратуре", "On the Prosecutor's Office", "Дар бораи мақомоти прокуратура"),
    "police": ("О милиции", "On the Police", "Дар бораи милитсия"),
    "treaties": (
        "Соглашение между Вестарией и Ольмирой о реадмиссии",
        "Readmission Agreement between Vestaria and Olmira",
        "Созишнома байни Вестария ва Олмира",
    ),
    "constitution": ("Конституция Вестарии", "Constitution of Vestaria", "Конститутсияи Вестария"),
}

SENTENCES = {
    "offence": (
        "Такое деяние наказывается штрафом.",
        "The act is punished by a fine.",
        "Чунин кирдор бо ҷарима ҷазо дода мешавад.",
    ),
    "definition": (
        "Под жертвой понимается лицо.",
        "Victim means a person.",
        "Ҷабрдида гуфта шахс фаҳмида мешавад.",
    ),
    "exemption": (
        "Жертва освобождается от ответственности.",
        "A victim is exempt from liability.",
        "Ҷабрдида аз ҷавобгарӣ озод карда мешавад.",
    ),
    "prohibition": (
        "Запрещается принуждать лицо.",
        "Coercion is prohibited.",
        "Маҷбур кардани шахс манъ аст.",
    ),
    "right": (
        "Лицо имеет право на защиту.",
        "A person has the right to protection.",
        "Шахс ба ҳимоя ҳуқуқ дорад.",
    ),
    "duty": ("Служба обязана помочь.", "The service must help.", "Хадамот вазифадор аст."),
    "procedure": ("Порядок рассмотрения.", "An application is decided.", "Тартиби баррасии ариза."),
    "time_limit": ("В течение трех рабочих дней.", "Within ten working days.", "Дар муҳлати даҳ рӯз."),
    "competence": ("Полномочия службы.", "Powers of the service.", "Ваколати хадамот."),
    "cooperation": ("Сотрудничество государств.", "States cooperate.", "Ҳамкории давлатҳо."),
}


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind, titles in TITLES.items() for title in titles])
def test_a_title_tells_the_kind_of_act(kind: str, title: str) -> None:
    assert kind_of_act(title) == kind
    assert kind_of_act(title.upper()) == kind


def test_a_title_that_names_no_known_kind_tells_nothing() -> None:
    assert kind_of_act("О рыболовстве") is None
    assert kind_of_act("") is None


@pytest.mark.parametrize(
    ("title", "narrow"),
    [
        ("Кодекси мурофиавии ҷиноятӣ", "criminal_procedure"),
        ("Кодекс административных процедур", "administrative_procedure"),
        ("Гражданский процессуальный кодекс", "civil_procedure"),
        ("О предупреждении насилия в семье", "domestic_violence"),
        ("О социальной защите детей", "child_rights"),
        ("О статусе лиц без гражданства", "statelessness"),
        ("Конвенция о статусе беженцев", "refugees"),
        ("Law on Legal Aid in Courts", "legal_aid"),
    ],
)
def test_the_narrower_kind_goes_before_the_wider_that_the_title_names_too(title: str, narrow: str) -> None:
    named = [row["kind"] for row in KINDS if re.search(row["pattern"], title, re.IGNORECASE)]
    assert len(set(named)) > 1 or named == [narrow]
    assert kind_of_act(title) == narrow


@pytest.mark.parametrize(
    "title",
    [
        "О правовом положении иностранных граждан и лиц без гражданства",
        "On the Legal Status of Foreign Citizens and Stateless Persons",
        "Дар бораи вазъи ҳуқуқии шаҳрвандони хориҷӣ ва шахсони бешаҳрванд",
    ],
)
def test_a_law_on_foreigners_and_stateless_persons_is_one_on_foreigners(title: str) -> None:
    assert kind_of_act(title) == "foreigners"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("О правовом положении иностранцев", "foreigners"),
        ("Кодекси тандурустии Вестария", "health"),
        ("Дар бораи ҳифзи иҷтимоии аҳолӣ", "social_protection"),
        ("Дар бораи кумаки ҳуқуқии ройгон", "legal_aid"),
    ],
)
def test_a_title_tells_the_kind_of_act_in_any_inflection(title: str, kind: str) -> None:
    assert kind_of_act(title) == kind


@pytest.mark.parametrize(
    ("form", "language", "sentence"),
    [
        (form, language, sentence)
        for form, sentences in SENTENCES.items()
        for language, sentence in zip(("ru", "en", "tg"), sentences, strict=True)
    ],
)
def test_a_sentence_tells_what_a_provision_does(form: str, language: str, sentence: str) -> None:
    assert form in forms_in(sentence, language)


def test_one_provision_may_have_several_forms_and_many_have_none() -> None:
    assert forms_in("Лицо имеет право на защиту, кроме случаев, когда это запрещается.", "ru") == {
        "right",
        "prohibition",
    }
    assert forms_in("Граница проходит по реке.", "ru") == frozenset()


def test_the_signs_of_one_language_say_nothing_in_another() -> None:
    assert forms_in("Запрещается принуждать лицо.", "tg") == forms_in("Запрещается принуждать лицо.", "kk") == set()


def test_every_legal_form_has_its_signs_in_every_language_and_its_case_above() -> None:
    known = {(row["form"], row["language"]) for row in FORMS}
    assert known == set(product(SENTENCES, LANGUAGES))
    assert len(FORMS) == len(known)


def test_every_kind_of_act_has_its_titles_in_every_language() -> None:
    known = {(row["kind"], row["language"]) for row in KINDS}
    assert known == set(product({row["kind"] for row in KINDS}, LANGUAGES))
    assert len(KINDS) == len(known)


@pytest.mark.parametrize(
    ("instrument", "language", "text"),
    [
        ("crc", "ru", "В соответствии с Конвенцией о правах ребёнка суд решает."),
        ("crc", "en", "As the Convention on the Rights of the Child asks, a court decides."),
        ("crc", "tg", "Мутобиқи Конвенсияи СММ оид ба ҳуқуқи кӯдак суд ҳал мекунад."),
        ("tip-protocol", "ru", "Протоколом о предупреждении и пресечении торговли людьми определено."),
        ("refugee-1951", "ru", "Конвенция 1951 года о статусе беженцев применяется."),
        ("untoc", "en", "The Convention against Transnational Organised Crime applies."),
        ("cat", "tg", "Конвенсия бар зидди шиканҷа амал мекунад."),
    ],
)
def test_a_text_tells_which_instruments_it_names(instrument: str, language: str, text: str) -> None:
    assert instruments_in(text, language) == {instrument}


def test_a_text_that_names_no_instrument_tells_nothing() -> None:
    assert (
        instruments_in("Права ребёнка охраняются.", "ru") == instruments_in("Конвенция о правах ребёнка", "kk") == set()
    )


def test_every_named_instrument_is_one_of_the_catalogue_and_known_in_every_language() -> None:
    known = {(row["instrument"], row["language"]) for row in NAMES}
    assert {name for name, _ in known} <= set(load_catalogue().instruments)
    assert known == set(product({name for name, _ in known}, LANGUAGES))
    assert len(NAMES) == len(known)


@pytest.mark.parametrize("row", (*KINDS, *FORMS, *NAMES), ids=lambda row: "-".join(list(row.values())[:2]))
def test_every_pattern_can_be_read_and_does_not_find_itself_in_nothing(row: dict[str, str]) -> None:
    assert not re.compile(row["pattern"], re.IGNORECASE).search("")
