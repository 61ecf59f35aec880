"""An act in points, with rules annexed to it, and acts in other languages pass through the whole work."""

import re
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from muvofiq.amendment.wording import wording_of
from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.phrases import languages, phrases
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.request_matching import request_matching
from muvofiq.records.actions.work import work_once
from muvofiq.records.models import Edition, Mission, Person
from muvofiq.records.queries.law_page import places
from muvofiq.records.queries.law_search import search
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import Decision
from tests.records.advising import amended
from tests.records.small import IDS, INTERPRETER, REASON, Desk, expert_in, mission_of, scope_in, workbench

pytestmark = pytest.mark.django_db
DECREE = """ПОСТАНОВЛЕНИЕ ПРАВИТЕЛЬСТВА РЕСПУБЛИКИ ВЕСТАРИЯ
О центре для беженцев
12 мая 2015 года № 204
Правительство постановляет:
1. Утвердить прилагаемые Правила работы центра.
2. Опубликовать настоящее постановление.
Премьер-министр А. Петров
Приложение
к постановлению Правительства
ПРАВИЛА
работы центра для беженцев
Глава 1. Общие положения
1. Центр размещает жертв торговли людьми отдельно от других лиц.
2. Каждому лицу центр предоставляет бесплатного переводчика на понятном ему языке:
1) при приёме;
2) при каждом опросе.
Глава 2. Порядок приёма
3. Признаки уязвимости выявляются в первый день сотрудником центра.
"""
POINT = "annex_1__point_2"
OTHERS = {
    "kk": "1-бап. Мақсаты\n1. Заң шекарада босқындарды қорғайды.\n2-бап. Аудармашы\nАудармашы тегін беріледі.\n",
    "uz": "1-modda. Maqsad\nQonun qochqinlarni himoya qiladi.\n2-modda. Tarjimon\nTarjimon bepul beriladi.\n",
    "ky": "1-берене. Максаты\nМыйзам качкындарды коргойт.\n2-берене. Котормочу\nКотормочу акысыз берилет.\n",
    "fr": "Article 1er. Objet\nLa loi protège les réfugiés.\nArticle 2. Interprète\nL'interprète est gratuit.\n",
    "en": "Article 1. Purpose\nThe law protects refugees.\nArticle 2. Interpreter\nAn interpreter is free of charge.\n",
}


def on_file(text: str) -> tuple[Person, Mission, Edition]:
    """Return an expert, a mission with a scope, and the law that is on file in it, matched."""
    manager = workbench()
    mission = mission_of(manager, slug="border")
    expert = expert_in(mission, manager)
    scope_in(mission, expert)
    (edition,) = import_editions(
        expert, mission, data=text.encode(), file_name="act.txt", filing=Filing(is_new_act=True)
    )
    while work_once(lambda: None):
        pass
    return expert, mission, edition


def pages(mission: Mission, edition: Edition) -> list[str]:
    names = (
        "",
        "acts/",
        f"acts/{edition.name}/",
        f"acts/{edition.name}/?search=2",
        "requirements/",
        "recommendations/",
    )
    return [f"/missions/{mission.slug}/{name}" for name in (*names, f"requirements/{INTERPRETER}/", "history/")]


def test_a_decree_is_proposed_quoted_judged_and_printed_by_its_points(client: Client) -> None:
    expert, mission, edition = on_file(DECREE)
    assert (edition.articles, edition.counted) == (5, "point")
    proposed = set(mission.proposals.filter(requirement__requirement_id=INTERPRETER).values_list("eid", flat=True))
    assert POINT in proposed
    answer = decide_candidate(expert, mission, INTERPRETER, edition=edition, eid=POINT, decision=Decision.ACCEPTED)
    quote(expert, answer, "бесплатного переводчика на понятном ему языке")
    give_verdict(expert, mission, INTERPRETER, law=Verdict.PARTIAL, reason=REASON, version=0)
    at = Desk(expert, expert, mission, edition)
    amended(at, eid=POINT, proposed=wording_of(unit_of(edition, POINT)).replace("бесплатного", "своего"))
    client.force_login(expert)
    for address in pages(mission, edition):
        assert client.get(address).status_code == 200, address
    law = client.get(f"/missions/border/acts/{edition.name}/").text
    assert f'id="{POINT}"' in law
    assert re.search(rf'class="unit point deep-\d main" id="{POINT}"', law), "a point in no article is not indented"
    assert "verdict partial" in law.split(f'id="{POINT}"')[1].split('class="unit')[0]
    for language in languages("concordance"):
        book = load_workbook(BytesIO(client.get(f"/missions/border/documents/concordance.{language}.xlsx").content))
        cells = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
        assert any("бесплатного переводчика" in cell for cell in cells)
    acts = next(sheet for sheet in book if sheet.title == phrases("concordance", language)("sheet_acts"))
    assert [row[3].value for row in acts.iter_rows(min_row=2)] == [5]


def test_a_decree_is_searched_by_words_and_by_the_number_of_a_point() -> None:
    _, mission, edition = on_file(DECREE)
    assert search(mission, "переводчики")[0] == (edition, POINT)
    assert {eid for _, eid in search(mission, "пункт 2")} >= {"point_2", POINT}
    assert [place.eid for place in places(edition, "пункт 2")][:2] == ["point_2", POINT]


def test_an_act_in_a_language_that_no_table_knows_is_read_from_akoma_ntoso_and_shown(client: Client) -> None:
    article = "<article><num>Art. 1</num><heading>Scopo</heading><content><p>La legge protegge.</p></content></article>"
    level = '<FRBRExpression><FRBRlanguage language="ita"/></FRBRExpression>'
    meta = f'<meta><identification source="#x">{level}</identification></meta>'
    standard = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    text = f'<akomaNtoso xmlns="{standard}"><act name="legge">{meta}<body>{article}</body></act></akomaNtoso>'
    expert, mission, edition = on_file(text)
    assert (edition.language, edition.articles) == ("ita", 1)
    client.force_login(expert)
    for address in pages(mission, edition):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("language", OTHERS)
def test_an_act_in_another_language_works_on_all_pages(client: Client, language: str) -> None:
    expert, mission, edition = on_file(OTHERS[language])
    assert edition.language == language
    assert edition.articles == 2
    assert {name for name, _ in mission.proposals.values_list("requirement__requirement_id", "eid")} <= set(IDS)
    answer = decide_candidate(expert, mission, INTERPRETER, edition=edition, eid="art_2", decision=Decision.ACCEPTED)
    quote(expert, answer, OTHERS[language].splitlines()[-1])
    give_verdict(expert, mission, INTERPRETER, law=Verdict.FULL, reason=REASON, version=0)
    client.force_login(expert)
    for interface in ("en", "ru", "tg"):
        client.cookies["django_language"] = client.cookies["muvofiq_content"] = interface
        for address in pages(mission, edition):
            assert client.get(address).status_code == 200, address
    assert f'lang="{language}"' in client.get(f"/missions/border/acts/{edition.name}/").text
    table = client.get("/missions/border/documents/concordance.en.xlsx")
    assert load_workbook(BytesIO(table.content)).worksheets[0].max_row > len(IDS)
    word = OTHERS[language].split()[-1].strip(".")
    assert search(mission, word)[0] == (edition, "art_2")
    assert request_matching(expert, mission).state == "waiting"
