from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.citation import Citation, Practice
from muvofiq.standards.requirement import Requirement, Signature
from muvofiq.standards.vocabulary import Group, Stage
from tests.standards.small import REQUIREMENT

SIGNED = REQUIREMENT + "signed: {name: A. Reader, date: 2026-11-01, languages: [en, ru]}\n"


def test_a_requirement_is_read_from_its_text() -> None:
    requirement = Requirement.parse(REQUIREMENT)
    assert (requirement.id, requirement.code, requirement.theme) == ("thb-legal-aid", "B07", "B")
    assert requirement.title["en"] == "Legal aid for victims"
    assert [citation.unconfirmed for citation in requirement.citations] == [False, True]
    assert requirement.stages == (Stage.SCREENING, Stage.PROSECUTION)
    assert requirement.elements[0]["en"] == "aid is free"
    assert requirement.terms.get("tg", ()) == ()


def test_a_requirement_is_written_as_it_was_read() -> None:
    assert str(Requirement.parse(REQUIREMENT)) == REQUIREMENT


def test_nobody_has_reviewed_a_requirement_without_signature() -> None:
    assert Requirement.parse(REQUIREMENT).status == "draft, unreviewed"


def test_a_signature_tells_who_and_when() -> None:
    requirement = Requirement.parse(SIGNED)
    assert requirement.status == "signed by A. Reader on 2026-11-01"
    assert requirement.signed == Signature("A. Reader", date(2026, 11, 1), ("en", "ru"))
    assert Requirement.parse(str(requirement)) == requirement


def test_a_language_may_be_unconfirmed() -> None:
    requirement = Requirement.parse(REQUIREMENT + "unconfirmed: [tg]\n")
    assert requirement.unconfirmed_languages == ("tg",)
    assert str(requirement).endswith("unconfirmed: [tg]\n")


def test_a_long_statement_is_folded_and_stays_the_same() -> None:
    long = "Victims must get free legal aid, " * 12
    text = REQUIREMENT.replace("Victims must get free legal aid.", long.strip())
    written = str(Requirement.parse(text))
    assert "en: >-" in written
    assert max(map(len, written.splitlines())) <= 125
    assert Requirement.parse(written).statement["en"] == long.strip()


ANY_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=50)
LONG_WORDS = st.lists(
    st.sampled_from(["Қонун", "law", ":", "#", "\n", "\t", " ", "\x85", "- ", "'"]), min_size=40, max_size=90
)
WORDS = ANY_WORDS | LONG_WORDS.map(" ".join)
LANGUAGES = st.sampled_from(["ru", "tg"])
TEXTS = st.builds(lambda en, others: {"en": en, **others}, WORDS, st.dictionaries(LANGUAGES, WORDS))
SIGNATURES = st.builds(Signature, WORDS, st.dates(), st.just(("en", "tg")))
CITATIONS = st.from_regex(
    r"[a-z]{2,5}(-[a-z0-9]{1,4})? art\. [1-9][0-9]?(\([a-z]\))?( \(model, verify\))?", fullmatch=True
)
REQUIREMENTS = st.builds(
    Requirement,
    id=st.from_regex(r"[a-z]{3}(-[a-z0-9]{1,6}){0,3}", fullmatch=True),
    code=st.from_regex(r"[A-E][0-9]{2}", fullmatch=True),
    title=TEXTS,
    statement=TEXTS,
    citations=st.lists(CITATIONS.map(Citation.parse), min_size=1, max_size=3, unique=True).map(tuple),
    groups=st.lists(st.sampled_from(Group), min_size=1, max_size=9, unique=True).map(tuple),
    stages=st.lists(st.sampled_from(Stage), min_size=1, max_size=3, unique=True).map(tuple),
    elements=st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
    terms=st.dictionaries(LANGUAGES, st.lists(WORDS, min_size=1, max_size=3, unique=True).map(tuple)),
    practice=st.lists(WORDS.map(Practice), max_size=2).map(tuple),
    signed=st.none() | SIGNATURES,
    unconfirmed_languages=st.sampled_from([(), ("tg",), ("ru", "tg")]),
)


@given(REQUIREMENTS)
def test_every_requirement_round_trips(requirement: Requirement) -> None:
    assert Requirement.parse(str(requirement)) == requirement
