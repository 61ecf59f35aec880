"""A register of acts knows which act stood on a day, and which to open for a requirement."""

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.errors import (
    BadDate,
    CatalogueError,
    EndsBeforeItBegins,
    NotInCatalogue,
    RepeatedName,
    ReplacedByItself,
    UnknownAct,
    UnknownKey,
    WrongChoice,
)
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.state_register import (
    Amendment,
    Pointer,
    RegisteredAct,
    Standing,
    StateRegister,
    Topic,
    load_registers,
    refuse_unknown_requirements,
)
from muvofiq.standards.yaml_text import read

REGISTER = """\
state: XA
title: {en: Nowhere, ru: Нигде}
invented: true
source: {en: Invented for a test.}
site: law.example
unconfirmed: [tg]
acts:
  - id: guards-1996
    title: {en: Law on Guards, ru: О страже}
    kind: law
    number: '12'
    adopted: 1996-02-01
    amendments:
      - {date: '2001', number: '5'}
      - {date: 2014-03-02}
  - id: guards-2018
    title: {en: Law on Guards}
    kind: law
    adopted: 2018-01-02
    in_force_from: 2018-03-01
    replaces: guards-1996
    unconfirmed: [adopted, title.ru]
  - id: plan
    title: {en: Plan}
    kind: programme
    in_force_from: 2014-01-01
    until: 2016-12-31
    address: gazette.example
  - id: measures
    title: {en: Measures}
    kind: decree
    adopted: '2016'
  - id: undated
    title: {en: Undated rules}
    kind: rules
topics:
  - id: guards
    title: {en: Guards, ru: Стража}
    requirements: [thb-legal-aid, E]
    acts:
      - {act: guards-2018, units: {en: art. 2}, unconfirmed: true}
      - {act: plan}
      - {act: guards-1996}
"""
MISSION = date(2016, 6, 1)


@cache
def register(text: str = REGISTER) -> StateRegister:
    return StateRegister.parse(text)


def standing(name: str, day: date) -> Standing:
    return register().standing(register().act(name), day)


def test_it_comes_back_from_its_own_text() -> None:
    assert StateRegister.parse(str(register())) == register()


def test_an_act_holds_from_its_day_until_its_successor_begins() -> None:
    days = [date(1996, 1, 31), date(1996, 2, 1), date(2018, 2, 28), date(2018, 3, 1)]
    assert [standing("guards-1996", one) for one in days] == [
        Standing.LATER,
        Standing.IN_FORCE,
        Standing.IN_FORCE,
        Standing.ENDED,
    ]
    assert standing("guards-2018", date(2018, 2, 28)) is Standing.LATER
    assert standing("guards-2018", date(2018, 3, 1)) is Standing.IN_FORCE


def test_until_is_the_last_day() -> None:
    assert standing("plan", date(2016, 12, 31)) is Standing.IN_FORCE
    assert standing("plan", date(2017, 1, 1)) is Standing.ENDED


def test_a_date_known_in_part_leaves_its_year_uncertain_and_no_date_leaves_every_day() -> None:
    assert standing("measures", date(2015, 12, 31)) is Standing.LATER
    assert standing("measures", MISSION) is Standing.UNCERTAIN
    assert standing("measures", date(2016, 12, 31)) is Standing.IN_FORCE
    assert standing("undated", MISSION) is Standing.UNCERTAIN


def test_a_topic_opens_the_act_that_stood_and_names_each_once() -> None:
    (topic,) = register().topics
    then = register().to_open(topic, MISSION)
    assert [(one.act.id, one.standing) for one in then] == [
        ("guards-1996", Standing.IN_FORCE),
        ("plan", Standing.IN_FORCE),
    ]
    assert then[0].units is None  # the articles named are those of the newer law
    now = register().to_open(topic, date(2026, 1, 1))
    assert [(one.act.id, one.standing, one.unconfirmed) for one in now] == [
        ("guards-2018", Standing.IN_FORCE, True),
        ("plan", Standing.ENDED, False),
    ]
    assert now[0].units == {"en": "art. 2"}
    before_all = register().to_open(topic, date(1990, 1, 1))
    assert {one.standing for one in before_all} == {Standing.LATER}


def test_a_topic_is_found_by_the_act_that_stands_in_for_the_one_it_names() -> None:
    topics = register().topics_by_act(MISSION)
    assert {name: [one.id for one in found] for name, found in topics.items()} == {
        "guards-2018": ["guards"],
        "guards-1996": ["guards"],
        "plan": ["guards"],
    }


def test_a_topic_serves_the_requirements_and_the_themes_that_it_lists() -> None:
    catalogue = load_catalogue()
    assert register().topics_of(catalogue.requirement("thb-legal-aid"))
    assert register().topics_of(catalogue.requirement("brd-checks-levels"))
    assert not register().topics_of(catalogue.requirement("thb-consent"))


def test_amendments_are_told_as_by_the_day_and_after_it() -> None:
    act = register().act("guards-1996")
    assert [str(one.date) for one in act.amendments_by(date(2010, 1, 1))] == ["2001"]
    assert [str(one.date) for one in act.amendments_after(date(2010, 1, 1))] == ["2014-03-02"]


def test_a_doubt_in_one_language_is_none_for_readers_of_another() -> None:
    act = register().act("guards-2018")
    assert act.doubts("ru") == {"adopted", "title"}
    assert act.doubts("en") == {"adopted"}


@pytest.mark.parametrize(
    ("old", "new", "error", "says"),
    [
        ("replaces: guards-1996", "replaces: guards-1966", UnknownAct, "line 16, acts[1].replaces"),
        ("{act: plan}", "{act: plans}", UnknownAct, "plan"),
        ("id: plan", "id: measures", RepeatedName, "measures"),
        ("until: 2016-12-31", "until: 2013-12-31", EndsBeforeItBegins, "2013-12-31"),
        ("kind: programme", "kind: program", WrongChoice, "programme"),
        ("adopted: '2016'", "adopted: 2016-02-30", BadDate, "2016-02-30"),
        ("site:", "sites:", UnknownKey, "site"),
        ("number: '12'", "replaces: guards-2018", ReplacedByItself, "guards-1996 - guards-2018 - guards-1996"),
    ],
)
def test_a_slip_is_refused_with_its_place(old: str, new: str, error: type[CatalogueError], says: str) -> None:
    with pytest.raises(error) as caught:
        StateRegister.parse(REGISTER.replace(old, new, 1), "nowhere.yaml")
    assert says in str(caught.value)
    assert "nowhere.yaml" in str(caught.value)


def test_a_topic_that_names_no_requirement_of_the_catalogue_is_refused() -> None:
    refuse_unknown_requirements(register(), ["thb-legal-aid"])
    with pytest.raises(NotInCatalogue, match="thb-legal-aids"):
        refuse_unknown_requirements(register(), ["thb-legal-aids"])


PARTIAL = st.builds(
    PartialDate.parse, st.sampled_from(["1996", "1996-02", "1996-02-29", "2018-01-02", "2026-12", "1999"])
)
WORDS = st.fixed_dictionaries(
    {"en": st.text("abc: '\"#\n\u2028ғӣ ", min_size=1, max_size=120).filter(str.strip)},
    optional={"ru": st.text("абв,", min_size=1), "tg": st.text("ғӣқ", min_size=1)},
)


@st.composite
def registers(draw: st.DrawFn) -> StateRegister:
    names = draw(st.lists(st.sampled_from(["a", "b-1", "c"]), min_size=1, unique=True))
    acts = [
        RegisteredAct(
            id=name,
            title=draw(WORDS),
            kind="law",
            number=draw(st.sampled_from(["", "1096", "ЗРУ-633", "0"])),
            adopted=draw(st.none() | PARTIAL),
            replaces=names[at + 1] if at + 1 < len(names) and draw(st.booleans()) else "",
            amendments=tuple(
                draw(st.lists(st.builds(Amendment, PARTIAL, st.just("7"), st.none() | WORDS), max_size=2))
            ),
            address=draw(st.sampled_from(["", "law.example"])),
            note=draw(st.none() | WORDS),
            unconfirmed=tuple(draw(st.lists(st.sampled_from(["title.ru", "number"]), unique=True))),
        )
        for at, name in enumerate(names)
    ]
    pointers = st.builds(Pointer, st.sampled_from(names), st.none() | WORDS, st.booleans())
    topics = [
        Topic("t", draw(WORDS), ("thb-consent", "A"), (draw(pointers),), draw(st.none() | WORDS))
        for _ in range(draw(st.integers(0, 1)))
    ]
    invented, source = draw(st.booleans()), draw(WORDS)
    return StateRegister("XA", draw(WORDS), invented, source, tuple(acts), tuple(topics), "s", ("tg",))


@given(registers())
def test_whatever_a_register_says_comes_back_from_its_text(one: StateRegister) -> None:
    assert StateRegister.parse(str(one)) == one


@given(registers(), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_what_is_opened_in_place_of_an_act_always_stood(one: StateRegister, day: date) -> None:
    for topic in one.topics:
        named = {pointer.act for pointer in topic.acts}
        for opened in one.to_open(topic, day):
            assert opened.act.id in named or opened.standing in {Standing.IN_FORCE, Standing.UNCERTAIN}


# --- the registers that come with the product --------------------------------------------------------------------

SHIPPED = ("KG", "KZ", "TJ", "TM", "UZ", "XO", "XV")


@cache
def shipped() -> dict[str, StateRegister]:
    return load_registers([one.id for one in load_catalogue().requirements])


def tajikistan() -> StateRegister:
    return shipped()["TJ"]


def test_these_states_have_a_register_and_each_comes_back_from_its_text() -> None:
    assert tuple(sorted(shipped())) == SHIPPED
    for one in shipped().values():
        assert StateRegister.parse(str(one)) == one


@pytest.mark.parametrize("state", ["TJ", "XO", "XV"])
def test_every_requirement_of_the_catalogue_belongs_to_a_topic(state: str) -> None:
    topics = shipped()[state].topics_of
    assert [one.code for one in load_catalogue().requirements if not topics(one)] == []


def test_tajikistan_has_its_acts_and_its_thirteen_topics() -> None:
    assert len(tajikistan().acts) >= 50
    assert len(tajikistan().topics) == 13
    assert sum({"en", "ru", "tg"} <= set(one.title) for one in tajikistan().acts) >= 34
    assert all(one.number and one.adopted for one in tajikistan().acts if one.kind == "code")


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("foreigners-1996", "foreigners-2018"),
        ("rules-of-stay-1999", "rules-of-entry-2020"),
        ("normative-acts-2009", "normative-acts-2017"),
        ("trafficking-programme-2014", "trafficking-plan-2022"),
    ],
)
def test_the_mission_of_2016_gets_the_act_of_2016_and_one_of_today_that_of_today(older: str, newer: str) -> None:
    one = tajikistan()
    topics = one.topics_by_act(MISSION)[newer]
    then = {opened.act.id for topic in topics for opened in one.to_open(topic, MISSION)}
    later = {opened.act.id for topic in topics for opened in one.to_open(topic, date(2023, 6, 1))}
    assert older in then - later
    assert newer in later - then


def test_the_law_on_trafficking_of_2004_had_ended_by_the_mission() -> None:
    one = tajikistan()
    assert one.standing(one.act("trafficking-2004"), MISSION) is Standing.ENDED
    assert one.standing(one.act("trafficking-2004"), date(2014, 7, 25)) is Standing.IN_FORCE
    assert one.standing(one.act("trafficking-2014"), MISSION) is Standing.IN_FORCE
    assert [str(each.date) for each in one.act("trafficking-2014").amendments_after(MISSION)] == ["2019-01-02"]


def test_all_that_is_known_of_neighbours_is_unconfirmed() -> None:
    for state in ("KG", "KZ", "TM", "UZ"):
        for one in shipped()[state].acts:
            facts = {name for name in ("number", "adopted") if getattr(one, name)}
            assert {"title", *facts} <= set(one.unconfirmed), one.id


def test_invented_states_say_so_and_no_other_does() -> None:
    assert {state for state, one in shipped().items() if one.invented} == {"XO", "XV"}


def test_no_register_holds_a_judgement() -> None:
    for one in shipped().values():
        written = str(one).lower()
        assert not [word for word in ("no act known", "gap", "insufficient", "lacks", "absent") if word in written]


@pytest.mark.parametrize(("name", "state"), [("dushanbe-2016", "TJ"), ("workshop", "XO"), ("worked-example", "XV")])
def test_the_acts_of_a_mission_file_are_those_of_the_register(name: str, state: str) -> None:
    written = _mission(name)
    for row in written["acts"]:
        act = shipped()[state].act(row["register"])
        open_facts = set(row.get("unconfirmed", ())) | set(act.unconfirmed)
        for fact in ("number", "adopted"):
            if fact in row and fact not in open_facts:
                assert str(row[fact]) == str(getattr(act, fact)), row["key"]
        assert row["kind"] == act.kind
        assert row["title"] == dict(act.title)


def _mission(name: str) -> dict[str, Any]:
    value = read(files("muvofiq.library").joinpath("missions", f"{name}.yaml").read_bytes()).value
    assert isinstance(value, dict)
    return value
