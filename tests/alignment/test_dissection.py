"""A provision held against a definition shows what it says, what it lacks and what it has beyond."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.definition import Definition, definitions
from muvofiq.alignment.dissection import Dissection, dissect, dissection_for
from muvofiq.alignment.phrase import Row

TRAFFICKING, SMUGGLING = definitions()["trafficking"], definitions()["smuggling"]
LANGUAGES = ("en", "ru", "tg")

# Invented provisions with everything that the definitions ask for.
WHOLE = {
    "en": (
        "Whoever recruits, transports, transfers, harbours or receives people in order to exploit them, by threats, "
        "violence or other coercion, kidnapping, fraud, deceit, abuse of authority or of their vulnerable situation, "
        "or bribery of the one who controls them, deals in human beings. Exploitation is prostitution of others, other "
        "sexual exploitation, forced labour, slavery, practices similar to slavery, servitude, removal of organs, "
        "forced marriage, illegal adoption, surrogacy, begging and criminal activities. The consent of the injured "
        "person is irrelevant. For a child the act is punished even if none of these means was used. A situation is "
        "vulnerable where there is no acceptable alternative."
    ),
    "ru": (
        "Вербовка, перевозка, передача, укрывательство или получение людей для эксплуатации, совершённые с "
        "использованием обмана, мошенничества, путём угроз, насилия, иного принуждения, похищения, злоупотребления "
        "властью либо уязвимым положением, подкупа, образуют торговлю людьми. Эксплуатацией считаются эксплуатация "
        "проституции других лиц, иные формы сексуальной эксплуатации, принудительный труд, рабство, обычаи, сходные с "
        "рабством, подневольное состояние, изъятие органов, принудительный брак, незаконное усыновление, суррогатное "
        "материнство, попрошайничество, преступная деятельность. Согласие жертвы на это не учитывается. В отношении "
        "ребёнка деяние наказуемо независимо от применённых средств. Уязвимым является положение, при котором лицо не "
        "имеет иного выхода."
    ),
    "tg": (
        "Ҷалб кардан, интиқол додан, супоридан, пинҳон доштан ё қабул кардани одамон бо мақсади истисмор, бо роҳи "
        "таҳдид, зӯроварӣ, маҷбуркунӣ, одамрабоӣ, қаллобӣ, фиреб, суиистифодаи ҳокимият, истифодаи вазъи осебпазир ё "
        "пора додан савдои одамон мебошад. Истисмор танфурӯшӣ, истисмори шаҳвонӣ, меҳнати маҷбурӣ, ғуломӣ, одатҳои ба "
        "ғуломӣ монанд, асорат, гирифтани узвҳо, никоҳи маҷбурӣ, фарзандхондии ғайриқонунӣ, модарии суррогатӣ, гадоӣ "
        "ва фаъолияти ҷиноятиро дар бар мегирад. Розигии ҷабрдида аҳамият надорад. Нисбат ба кӯдак ҷазо новобаста аз "
        "усул татбиқ мегардад. Вазъи осебпазир он аст, ки шахс чораи дигар надорад."
    ),
}
SMUGGLED = {
    "en": (
        "Whoever organises the unlawful entry of foreigners for profit or other material benefit is punished. "
        "Producing, procuring, providing or possessing a forged travel document to this end is punished alike, and so "
        "is helping them to stay illegally. Danger to life, degrading treatment and exploitation aggravate. The "
        "migrant himself is not punished."
    ),
    "ru": (
        "Организация незаконного въезда иностранцев, не проживающих в стране постоянно, из корысти или ради иной "
        "материальной выгоды наказуема. Так же наказуемы изготовление, приобретение, предоставление или хранение "
        "поддельного документа и содействие незаконному пребыванию. Отягчают вину опасность для жизни, бесчеловечное "
        "обращение и эксплуатация. Сам мигрант не наказывается."
    ),
    "tg": (
        "Ташкили воридшавии ғайриқонунии хориҷиён бо мақсади ғаразнок ё барои манфиати моддӣ ҷиноят аст. Тайёр кардан, "
        "ба даст овардан, додан ё нигоҳ доштани ҳуҷҷати қалбакӣ, инчунин мусоидат ба будубоши ғайриқонунӣ низ ҷиноят "
        "аст. Хатар ба ҳаёт, муносибати ғайриинсонӣ ва истисмор ҷиноятро вазнин мекунанд. Муҳоҷир ба ҷавобгарӣ кашида "
        "намешавад."
    ),
}


def read(text: str, language: str, definition: Definition = TRAFFICKING) -> Dissection:
    dissection = dissect(definition, text, language)
    assert dissection is not None
    return dissection


def missing(dissection: Dissection) -> list[str]:
    return [item.id for item in dissection.missing]


def wordings(dissection: Dissection) -> dict[str, tuple[str, ...]]:
    return {one.item.id: one.wordings for part in dissection.components for one in part.items if one.is_found}


def left_over(dissection: Dissection) -> list[str]:
    return [one.words for one in dissection.left_over]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_definition_lacks_nothing(language: str) -> None:
    assert missing(read(WHOLE[language], language)) == []
    assert missing(read(SMUGGLED[language], language, SMUGGLING)) == []


@pytest.mark.parametrize(
    ("language", "without", "lacking"),
    [
        ("en", " or of their vulnerable situation", "abuse-of-vulnerability"),
        ("en", ", removal of organs", "organ-removal"),
        ("ru", ", похищения", "abduction"),
        ("ru", " либо уязвимым положением", "abuse-of-vulnerability"),
        ("ru", ", обычаи, сходные с рабством", "slavery-like"),
        ("tg", ", истифодаи вазъи осебпазир", "abuse-of-vulnerability"),
        ("tg", ", асорат", "servitude"),
    ],
)
def test_what_is_taken_out_of_the_provision_is_missing(language: str, without: str, lacking: str) -> None:
    text = WHOLE[language].rpartition(". ")[0]  # the last sentence explains vulnerability in the same words
    assert without in text
    assert set(missing(read(text.replace(without, ""), language))) == {lacking, "no-alternative"}


def test_a_definition_without_means_lacks_all_of_them_and_no_act() -> None:
    found = read("Вербовка, перевозка, передача, укрывательство или получение людей в целях эксплуатации", "ru")
    acts, means = found.components[:2]
    assert acts.missing == ()
    assert means.missing == means.component.items == tuple(TRAFFICKING.components[1].items)
    assert found.left_over == ()


@pytest.mark.parametrize(
    ("language", "text", "beyond"),
    [
        ("en", "Recruitment of people for exploitation or for gladiator fights", ["gladiator fights"]),
        ("ru", "Вербовка людей для эксплуатации, участия в гладиаторских боях", ["участия в гладиаторских боях"]),
        ("ru", "Купля-продажа, дарение людей для эксплуатации", ["дарение"]),
        ("tg", "Ҷалб кардани одамон бо мақсади истисмор ё ҷангҳои гладиаторӣ", ["ҷангҳои гладиаторӣ"]),
    ],
)
def test_an_added_element_is_left_over(language: str, text: str, beyond: list[str]) -> None:
    assert left_over(read(text, language)) == beyond


@pytest.mark.parametrize(
    "text",
    [
        "вербовка путем обмана",
        "вербовки, совершённой обманом",
        "вербовку с использованием обмана",
        "завербовать обманув",
    ],
)
def test_an_item_is_found_in_any_inflection(text: str) -> None:
    assert {"recruitment"} <= set(wordings(read(text, "ru")))


@pytest.mark.parametrize(
    "text", ["путём обмана", "Обманом", "с использованием обмана", "введя в заблуждение, обмануть"]
)
def test_deception_is_found_however_it_is_said(text: str) -> None:
    assert set(wordings(read(text, "ru"))) == {"deception"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "угроза применения насилия", {"threat"}),
        ("ru", "угроза применения или применение насилия", {"threat", "force"}),
        ("ru", "угроза или применение насилия", {"threat", "force"}),
        ("ru", "угроза, применение физической силы", {"threat", "force"}),
        ("ru", "применение насилия или угроза его применения", {"threat", "force"}),
        ("ru", "принуждение к браку", {"forced-marriage"}),
        ("ru", "рабство", {"slavery"}),
        ("ru", "обычаи, сходные с рабством", {"slavery-like"}),
        ("ru", "сексуальная эксплуатация", {"sexual-exploitation"}),
        ("ru", "сексуальная и иная эксплуатация", {"sexual-exploitation", "exploitation"}),
        ("en", "forced labour", {"forced-labour"}),
        ("en", "threat of force", {"threat"}),
        ("en", "threat or use of force", {"threat", "force"}),
        ("tg", "таҳдиди истифодаи қувва", {"threat"}),
        ("tg", "таҳдид ё истифодаи қувва", {"threat", "force"}),
        ("tg", "асорат, асорати қарзӣ", {"servitude", "slavery-like"}),
    ],
)
def test_the_words_of_a_longer_phrase_express_its_item_alone(language: str, text: str, expected: set[str]) -> None:
    assert set(wordings(read(text, language))) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "receipt of payments"),
        ("ru", "получение прибыли"),
        ("ru", "передача информации"),
        ("tg", "ба ҷавобгарии ҷиноятӣ ҷалб кардан"),
        ("tg", "ба назар гирифтан"),
    ],
)
def test_words_that_mean_something_else_are_no_act(language: str, text: str) -> None:
    acts = read(text, language).components[0]
    assert not any(one.is_found for one in acts.items)


def test_in_the_definition_of_smuggling_one_word_may_express_several_items() -> None:
    found = wordings(read("Незаконный въезд и пребывание ради финансовой или материальной выгоды", "ru", SMUGGLING))
    assert {"crossing", "unlawful", "illegal-stay", "financial-benefit", "material-benefit"} == set(found)


def test_one_item_is_enough_where_the_component_needs_any() -> None:
    procurement = read("Организация въезда", "ru", SMUGGLING).components[0]
    assert [one.item.id for one in procurement.items if one.is_found] == ["organising"]
    assert procurement.missing == ()
    assert len(read("Вербовка", "ru", SMUGGLING).components[0].missing) == 4


def test_the_same_wording_is_told_once_and_a_gap_is_marked() -> None:
    found = wordings(read("Обман, ОБМАН или злоупотребление доверием, властью и уязвимым положением.", "ru"))
    assert found["deception"] == ("Обман",)
    assert found["abuse-of-vulnerability"] == ("злоупотребление … уязвимым положением",)


def test_a_provision_without_any_of_the_words_touches_nothing() -> None:
    found = read("Настоящий закон вступает в силу", "ru")
    assert not found.named
    assert left_over(found) == ["Настоящий закон вступает в силу"]
    assert read("Вербовка", "ru").named


def test_an_empty_provision_lacks_everything_and_leaves_nothing() -> None:
    found = read("", "ru")
    assert found.missing == TRAFFICKING.items
    assert found.left_over == ()


def test_a_language_without_words_is_not_dissected() -> None:
    assert dissect(TRAFFICKING, "Адамдарды сатуу", "ky") is None


def pieces(language: str) -> st.SearchStrategy[str]:
    """Give texts cut and joined from the provisions and from the words of the definitions."""
    provisions = [*WHOLE[language].split(), *SMUGGLED[language].split()]
    own = [phrase for one in definitions().values() for item in one.items for phrase in item.words[language]]
    return st.lists(st.sampled_from([*provisions, *own, ",", ";", "İ", "—", "1)"]), max_size=25).map(" ".join)


@given(st.data(), st.sampled_from(LANGUAGES), st.sampled_from([TRAFFICKING, SMUGGLING]))
def test_every_passage_is_of_the_text_and_every_word_is_explained_framed_or_left_over(
    data: st.DataObject, language: str, definition: Definition
) -> None:
    text = data.draw(pieces(language))
    found = read(text, language, definition)
    items = [one for part in found.components for one in part.items]
    passages = [passage for one in items for passage in one.passages]
    assert all(text[one.start : one.end] == one.words != "" for one in (*passages, *found.left_over))
    for one in items:
        assert all(first.end <= second.start for first, second in pairwise(one.passages))
    row = Row(text, language)
    framed = {at for run in row.runs(definition.frame[language]) for at in run}
    for at, word in enumerate(row.words):
        is_explained = any(one.start <= word.start and word.end <= one.end for one in passages)
        is_left = any(one.start <= word.start and word.end <= one.end for one in found.left_over)
        assert is_explained or is_left or at in framed or not word.is_telling
        assert not (is_left and word.is_telling and (is_explained or at in framed))


def test_a_definition_is_taken_apart_only_where_the_requirement_asks_for_it() -> None:
    text = "Торговля людьми – вербовка или перевозка человека путём обмана в целях эксплуатации."
    dissection = dissection_for("thb-definition", text, "ru")
    assert dissection
    assert any(one.is_found for component in dissection.components for one in component.items)
    assert dissection_for("identification-vot-duty", text, "ru") is None
    assert dissection_for("thb-definition", "Граница охраняется.", "ru") is None
    assert dissection_for("thb-definition", text, "fr") is None
