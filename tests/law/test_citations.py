"""Citations lead to units that exist, in the law itself or in the acts on file; what is not found is open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.citation_acts import OnFile
from muvofiq.law.citations import Citation, Open, citations, resolve
from muvofiq.law.identity import Registered
from muvofiq.law.opening import open_laws
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law
from tests.growth import grows_straight
from tests.law.small import law
from tests.paths import RUSSIAN, TAJIK, real

LAW = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О полях
Глава 1. Начало
Статья 1. Поле
1. Поле ровное, как сказано в {cited}.
2. Поле делится:
1) на верхнее;
2) на нижнее.
3. Поле охраняется.
Статья 2. Межа
Межа видна всем.
Межа хранится:
– летом;
– зимой.
Межу чинит сосед.
Статья 2(1). Тропа
а) узкая;
б) широкая.
Глава 2. Конец
Статья 3. Плуг
1. Плуг железный.
Статья 4. Сроки
1. Весна.
Статья 5. Ответственность
1. Штраф.
"""
REFUGEES = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О беженцах и вынужденных переселенцах
Статья 1. Цель
1. Закон защищает беженцев.
2. Закон действует везде.
"""


def told(cited: str, text: str = LAW) -> list[str]:
    """What the first part of article 1 cites."""
    return [said(one) for one in citations(law(text.replace("{cited}", cited)))]


def said(one: Citation) -> str:
    target = (one.target.eid or one.target.act) if one.target else f"{one.open}"
    return f"{one.words}: {target}"


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("статье 3", ["статье 3: art_3"]),
        ("пункте 2 части 2 статьи 1", ["пункте 2 части 2 статьи 1: art_1__para_2__point_2"]),
        ("части третьей настоящей статьи", ["части третьей настоящей статьи: art_1__para_3"]),
        ("части 3", ["части 3: art_1__para_3"]),
        ("пункте 2", ["пункте 2: no such unit"]),
        ("пункте 2 статьи 1", ["пункте 2 статьи 1: more than one may be meant"]),
        ("статьях 3–5", ["статьях 3: art_3", "–: art_4", "5: art_5"]),
        ("статьях 3-5", ["статьях 3-5: art_3", "статьях 3-5: art_4", "статьях 3-5: art_5"]),
        ("статье 2-1", ["статье 2-1: art_2-1"]),
        ("пункте «б» статьи 2.1", ["пункте «б» статьи 2.1: art_2-1__point_б"]),
        ("части второй статьи 2", ["части второй статьи 2: art_2__indent_2"]),
        ("части третьей статьи 2", ["части третьей статьи 2: art_2__indent_5"]),
        ("абзаце втором части второй статьи 2", ["абзаце втором части второй статьи 2: art_2__indent_3"]),
        ("абзаце первом части 2", ["абзаце первом части 2: art_1__para_2"]),
        ("главе 2", ["главе 2: chp_2"]),
        ("настоящей главе", ["настоящей главе: chp_1"]),
        ("статье 77 настоящего Закона", ["статье 77: no such unit"]),
        ("части 9 статьи 3", ["части 9 статьи 3: no such unit"]),
        ("статье 5 Закона Республики Вестария «О полях»", ["статье 5: art_5"]),
        ("статье 5 Закона Республики Вестария «О реках»", ["статье 5: act not on file"]),
        ("статье 5 Закона Республики Эстмарка «О полях»", ["статье 5: act of another state"]),
        ("статье 5 УК РФ", ["статье 5: act of another state"]),
        ("настоящем Законе", []),
    ],
)
def test_a_citation_leads_to_its_unit_or_says_why_not(cited: str, expected: list[str]) -> None:
    assert told(cited) == expected


def test_parts_that_are_called_points_are_found_where_the_law_calls_them_so() -> None:
    text = LAW.replace("Штраф.", "По пункту 3 статьи 1, пункту 1 статьи 3 и пункту 1 статьи 4 настоящего Закона.")
    assert told("пункте 2 статьи 1", text)[0] == "пункте 2 статьи 1: art_1__para_2"
    assert told("подпункте 2) пункта 2 настоящей статьи", text)[0].endswith("art_1__para_2__point_2")


def test_headings_cite_too() -> None:
    (one,) = citations(law(LAW.replace("Плуг\n", "Плуг по статье 5\n").replace("{cited}", "законе")))
    assert (one.in_heading, one.source.eid, one.words) == (True, "art_3", "статье 5")


def others() -> list[OnFile]:
    refugees = law(REFUGEES, "refugees-ru.txt")
    known = Registered("2", ("On refugees", "О беженцах и вынужденных переселенцах"), "124", date(2014, 7, 26))
    return [OnFile(known, refugees)]


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (
            "части 2 статьи 1 Закона Республики Вестария «О беженцах и вынужденных переселенцах»",
            "refugees-ru~art_1__para_2",
        ),
        ("части 2 статьи 1 Закона РВ от 26.07.2014 г. № 124", "refugees-ru~art_1__para_2"),
        ("Законом Республики Вестария «О беженцах и вынужденных переселенцах»", "refugees-ru"),
        ("статьёй 1 Закона о беженцах и вынужденных переселенцах при этом", "refugees-ru~art_1"),
        ("статьёй 9 Закона Республики Вестария «О беженцах и вынужденных переселенцах»", Open.NO_SUCH_UNIT),
        ("статьёй 1 Закона Республики Эстмарка «О беженцах и вынужденных переселенцах»", Open.FOREIGN_ACT),
        ("статьёй 1 Закона Республики Вестария «О рыбах»", Open.OTHER_ACT),
    ],
)
def test_other_acts_are_resolved_where_they_are_on_file(cited: str, expected: str) -> None:
    one = law(LAW.replace("{cited}", cited))
    (found,) = resolve(one, citations(one), others())
    assert str(found.open or found.target) == expected


def test_acts_that_equally_fit_are_ambiguous_and_the_language_of_the_law_is_preferred() -> None:
    one = law(LAW.replace("{cited}", "статье 1 Закона «О беженцах и вынужденных переселенцах»"))
    (first,) = others()
    english = OnFile(first.registered, law(REFUGEES, "refugees-en.txt"))
    twin = OnFile(Registered("3", first.registered.titles, "", None), law(REFUGEES, "twin.txt"))
    (found,) = resolve(one, citations(one), [english, first])
    assert found.target == Reference.parse("refugees-en~art_1"), "of two texts of one language the first is taken"
    (found,) = resolve(one, citations(one), [first, twin])
    assert found.open is Open.AMBIGUOUS


def test_codes_are_known_by_their_letters() -> None:
    code = law("УГОЛОВНЫЙ КОДЕКС РЕСПУБЛИКИ ВЕСТАРИЯ\nСтатья 1. Вина\n1. Вина.\n", "code.txt")
    one = law(LAW.replace("{cited}", "ч. 1 ст. 1 УК"))
    (found,) = resolve(one, citations(one), [OnFile.of(code)])
    assert found.target == Reference.parse("code~art_1__para_1")
    (itself,) = citations(law("УГОЛОВНЫЙ КОДЕКС\nСтатья 1. Вина\n1. Вина по ст. 1 УК.\n"))
    assert itself.target
    assert itself.target.eid == "art_1"


def test_a_code_is_known_by_its_name_in_another_case() -> None:
    code = law("УГОЛОВНЫЙ КОДЕКС РЕСПУБЛИКИ ВЕСТАРИЯ\nСтатья 1. Вина\n1. Вина.\n", "code.txt")
    other = law("ГРАЖДАНСКИЙ КОДЕКС РЕСПУБЛИКИ ВЕСТАРИЯ\nСтатья 1. Вина\n1. Вина.\n", "civil.txt")
    one = law(LAW.replace("{cited}", "статья 1 Уголовного кодекса Республики Вестария"))
    (found,) = resolve(one, citations(one), [OnFile.of(other), OnFile.of(code)])
    assert found.target == Reference.parse("code~art_1")


def test_a_wide_range_gives_its_ends_only() -> None:
    text = "\n".join(f"Статья {number}. Поле\n1. Поле." for number in range(1, 300))
    found = citations(law(f"ЗАКОН\nО полях\n{text}\nСтатья 300. Межа\n1. По статьям 1–299.\n"))
    assert [said(one) for one in found] == ["статьям 1: art_1", "299: art_299"]


def test_tajik_and_english_laws_are_resolved() -> None:
    tajik = "ҚОНУНИ ҶУМҲУРИИ ВЕСТАРИЯ\nМоддаи 1. Майдон\n1. Майдон.\n2. Тибқи қисми 1 ҳамин модда ва моддаи 9.\n"
    assert [said(one) for one in citations(law(tajik))] == [
        "қисми 1 ҳамин модда: art_1__para_1",
        "моддаи 9: no such unit",
    ]


def test_a_point_is_looked_for_behind_the_paragraph_that_is_named() -> None:
    text = "LAW\nArticle 1\nField\n1. A field is:\n(a) one;\n(b) two.\nAn edge is:\n(a) three;\n(b) {}.\n"
    one = law(text.format("as in point (a) of the second subparagraph of Article 1(1)"))
    assert [said(found) for found in citations(one)] == [
        "point (a) of the second subparagraph of Article 1(1): art_1__para_1__point_a_2"
    ]


def every(one: Law) -> tuple[Citation, ...]:
    found = citations(one)
    units = {address: unit for address, unit, _ in one.units()}
    for citation in found:
        unit = units[citation.source]
        text = unit.heading if citation.in_heading else unit.text
        assert text[citation.start : citation.end] == citation.words
        assert (citation.target is None) == (citation.open is not None)
        assert citation.target is None or one.find(citation.target) is not None
    return found


def test_our_sample_laws_cite_nothing_that_is_missing_in_their_whole_text() -> None:
    (russian,) = open_laws(RUSSIAN.read_bytes(), RUSSIAN.name)
    (tajik,) = open_laws(TAJIK.read_bytes(), TAJIK.name)
    assert [said(one) for one in every(russian) if one.open is Open.NO_SUCH_UNIT] == []
    assert len([one for one in every(russian) if one.target]) > 20
    assert {one.words for one in every(tajik) if one.open} == {"моддаи 12", "12"}, "the Tajik sample is an excerpt"


@given(st.lists(st.sampled_from(LAW.replace("{cited}", "статье 3 и части 2 статьи 1").split("\n")), max_size=30))
def test_targets_exist_in_any_order_of_lines(lines: list[str]) -> None:
    every(law("\n".join(["ЗАКОН", "О полях", "Статья 1. Поле", *lines])))


def test_a_longer_law_costs_no_more_a_citation() -> None:
    def cite_all(count: int) -> None:
        articles = (f"Статья {at}. Поле\n1. По части 1 статьи {at} и статьям 1–9.\n" for at in range(1, count + 1))
        assert len(citations(law(f"ЗАКОН\nО полях\n{''.join(articles)}"))) == count * 10

    grows_straight(lambda count: cite_all(count + 9))


@pytest.mark.parametrize(
    "item", ["{at}) как в пункте 3;", "Поле ровное, как в части 2 и абзаце 3.", "– как в пункте 1;"]
)
def test_a_longer_article_costs_no_more_a_citation(item: str) -> None:
    def cite_all(count: int) -> None:
        items = "\n".join(item.replace("{at}", str(at)) for at in range(1, 5 * count))
        assert citations(law(f"ЗАКОН\nО полях\nСтатья 1. Поле\nПоле делится:\n{items}\n"))

    grows_straight(cite_all)


@pytest.mark.parametrize(
    ("name", "count", "share"),
    [
        ("structure/kz_criminal_code_ru/source.txt", 1000, 0.97),
        ("structure/kz_labor_code_ru/source.txt", 150, 0.92),
        ("structure/ru_family/source.html", 200, 0.97),
        ("tajik/documents/emo.tg.txt", 12, 0.7),
        ("structure/eu_32022l2555_en/source.xml", 300, 0.9),
    ],
)
def test_most_citations_within_real_laws_are_found(name: str, count: int, share: float) -> None:
    path = real(f"gold/{name}")
    (one,) = open_laws(path.read_bytes(), path.name)
    within = [found for found in every(one) if not found.act]
    assert len(within) >= count
    assert len([found for found in within if found.target]) >= share * len(within)
