"""A practice is read strictly, written as it was read, and tied to what exists."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.errors import (
    BadDate,
    CatalogueError,
    MissingKey,
    RepeatedName,
    TiedToUnknown,
    TooManyAliases,
    UnknownInstrument,
    UnknownKey,
    WrongChoice,
    WrongForm,
    WrongShape,
    WrongType,
)
from muvofiq.standards.good_practice import Critic, Criticism, GoodPractice
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.practice_shelf import by_requirement, load_practices, neighbours
from tests.standards.test_requirement import WORDS

PRACTICE = """\
id: xx-quiet-room
state: XX
title: {ru: Тихая комната}
act: Order of the post
unit: point 5
done: {en: A child waits in a quiet room., ru: Ребёнок ждёт в тихой комнате.}
requirements: [uac-placement, immediate-assistance]
since: 2019-07
until: '2024'
result: {en: Children sleep.}
carries_over: {en: One room a post.}
does_not_carry: {en: A post of tents has no room.}
criticism:
  - by: Court of Nowhere
    kind: court
    reference: case 7
    date: '2021'
    what: {en: The room was locked.}
read_also: [Report of nobody]
source: invented
confirmed: true
unconfirmed: [tg]
"""
FILE = """\
# Invented.
note: Invented for the tests.
unconfirmed: [tg]
practices:
  - {id: xx-one, state: XX, title: {en: One}, done: {en: One.}, requirements: [uac-placement], confirmed: false}
  - {id: xx-two, state: XX, title: {en: Two}, done: {en: Two.}, requirements: [uac-placement],
     act: An act, confirmed: true}
"""


def test_everything_that_the_letter_says_is_read() -> None:
    one = GoodPractice.parse(PRACTICE)
    assert (one.id, one.state, one.act, one.unit, one.confirmed) == (
        "xx-quiet-room",
        "XX",
        "Order of the post",
        "point 5",
        True,
    )
    assert (one.since, one.until) == (PartialDate(2019, 7), PartialDate(2024))
    assert one.requirements == ("uac-placement", "immediate-assistance")
    assert one.criticism == (
        Criticism("Court of Nowhere", Critic.COURT, {"en": "The room was locked."}, "case 7", PartialDate(2021)),
    )
    assert (one.read_also, one.source, one.unconfirmed_languages) == (("Report of nobody",), "invented", ("tg",))
    assert one.texts[0] == {"ru": "Тихая комната"}
    assert len(one.texts) == 6


TEXTS = st.dictionaries(st.sampled_from(["en", "ru", "tg"]), WORDS, min_size=1)
DATES = st.none() | st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)) | st.just(PartialDate(2004))
CRITICISM = st.builds(
    Criticism, by=WORDS, kind=st.sampled_from(Critic), what=TEXTS, reference=st.just("") | WORDS, on=DATES
)
IDS = st.from_regex(r"[a-z]{2}(-[a-z0-9]{1,6}){1,3}", fullmatch=True)
PRACTICES = st.builds(
    GoodPractice,
    id=IDS,
    state=st.from_regex(r"[A-Z]{2}", fullmatch=True),
    title=TEXTS,
    done=TEXTS,
    requirements=st.lists(IDS, min_size=1, max_size=3, unique=True).map(tuple),
    act=st.just("") | WORDS,
    unit=st.just("") | WORDS,
    since=DATES,
    until=DATES,
    result=st.none() | TEXTS,
    carries_over=st.none() | TEXTS,
    does_not_carry=st.none() | TEXTS,
    criticism=st.lists(CRITICISM, max_size=2).map(tuple),
    read_also=st.lists(WORDS, max_size=2).map(tuple),
    source=st.just("") | WORDS,
    confirmed=st.booleans(),
    unconfirmed_languages=st.sampled_from([(), ("tg",), ("ru", "tg")]),
)


@given(PRACTICES)
def test_every_practice_round_trips(practice: GoodPractice) -> None:
    assert GoodPractice.parse(str(practice)) == practice


def test_a_long_text_with_an_indented_line_comes_back_as_it_was() -> None:
    text = "A list:\n " + "point " * 40 + "\n\tend."
    practice = GoodPractice("xx", "XX", {"en": text}, {"en": text}, ("x",))
    assert GoodPractice.parse(str(practice)) == practice


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("unit: point 5", "place: point 5", UnknownKey),
        ("kind: court", "kind: judge", WrongChoice),
        ("state: XX", "state: Latvia", WrongForm),
        ("confirmed: true", "", MissingKey),
        ("confirmed: true", "confirmed: maybe", WrongType),
        ("since: 2019-07", "since: summer 2019", WrongForm),
        ("since: 2019-07", "since: 2019-02-30", BadDate),
        ("title: {ru: Тихая комната}", "title: {}", WrongShape),
        ("title: {ru: Тихая комната}", "title: {de: Stiller Raum}", WrongChoice),
        ("requirements: [uac-placement, immediate-assistance]", "requirements: []", WrongShape),
        ("source: invented", f"source: &a invented\nread_also: [{', '.join(['*a'] * 30)}]", TooManyAliases),
    ],
)
def test_what_is_not_a_practice_is_refused_with_its_line(old: str, new: str, error: type[CatalogueError]) -> None:
    assert old in PRACTICE
    text = PRACTICE.replace("read_also: [Report of nobody]\n", "") if "read_also" in new else PRACTICE
    with pytest.raises(error) as caught:
        GoodPractice.parse(text.replace(old, new), "letter")
    assert caught.value.where.startswith("letter")
    assert "{" not in str(caught.value).replace("{}", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nowhere.yaml").write_text(FILE, "utf-8")
    return tmp_path


def test_a_file_gives_its_unconfirmed_languages_to_every_practice(folder: Path, catalogue: Catalogue) -> None:
    found = load_practices(catalogue, folder)
    assert [(one.id, one.unconfirmed_languages) for one in found] == [("xx-one", ("tg",)), ("xx-two", ("tg",))]
    assert [one.id for one in by_requirement(found)["uac-placement"]] == ["xx-one", "xx-two"]


@pytest.mark.parametrize(
    ("old", "new", "error", "told"),
    [
        ("[uac-placement], confirmed: false", "[uac-placment], confirmed: false", TiedToUnknown, "uac-placement"),
        ("act: An act", "act: pt-lei-23-2008", UnknownInstrument, "pt-lei-23-2007"),
        ("id: xx-two", "id: xx-one", RepeatedName, "xx-one"),
        ("note: Invented for the tests.\n", "", MissingKey, "note"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_file_line_and_the_nearest_name(
    folder: Path, catalogue: Catalogue, old: str, new: str, error: type[CatalogueError], told: str
) -> None:
    (folder / "nowhere.yaml").write_text(FILE.replace(old, new), "utf-8")
    with pytest.raises(error) as caught:
        load_practices(catalogue, folder)
    assert caught.value.where.startswith("practice/nowhere.yaml, line ")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("since", "until", "later", "past"),
    [
        ("", "", False, False),
        ("2016-06-03", "", False, False),
        ("2016-06-04", "", True, False),
        ("2016", "", True, False),
        ("1981", "2016-06-02", False, True),
        ("1981", "2016", False, False),
    ],
)
def test_a_practice_is_of_the_time_of_a_day_or_not(since: str, until: str, *, later: bool, past: bool) -> None:
    begun, over = (PartialDate.parse(text) if text else None for text in (since, until))
    one = GoodPractice("xx", "XX", {"en": "x"}, {"en": "x"}, ("x",), since=begun, until=over)
    assert (one.begins_after(date(2016, 6, 3)), one.ended_before(date(2016, 6, 3))) == (later, past)


def test_a_state_of_no_known_region_has_itself_as_neighbour() -> None:
    assert neighbours("XX") == {"XX"}
    assert "PT" in neighbours("LV")
    assert "TJ" not in neighbours("LV")
