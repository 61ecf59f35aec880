"""Whatever is asked or sent, the answer is a page that says what to do, and never a failure of ours."""

from collections.abc import Iterator
from itertools import product

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, reverse

from muvofiq.web.urls import urlpatterns
from tests.records.advising import amended
from tests.records.small import UNIT, VICTIMS, Desk, accepted, desk, everything

pytestmark = pytest.mark.django_db

NOWHERE = "00000000-0000-4000-8000-000000000000"
GOOD = {
    "requirement_id": VICTIMS,
    "name": "border-law-ru",
    "other": "border-law-ru",
    "eid": UNIT,
    "concept_id": "victim",
    "language": "pt",
    "pk": NOWHERE,
    "draft": NOWHERE,
    "number": 1,
    "token": "x",
    "instrument_id": "dir-2013-32",
    "case_id": "girl-without-papers",
    "of": 1,
}
BAD = {
    "slug": "nowhere",
    "requirement_id": "nothing",
    "name": "нет",
    "other": "нет",
    "eid": "art_99",
    "concept_id": "nothing",
    "language": "zz",
    "pk": NOWHERE,
    "draft": NOWHERE,
    "number": 999,
    "token": "y",
    "instrument_id": "nothing",
    "case_id": "nothing",
    "of": 999,
}
FIELDS = [
    "title",
    "theme",
    "state",
    "place",
    "starts",
    "ends",
    "law",
    "reason",
    "version",
    "edition",
    "eid",
    "decision",
    "words",
    "agency",
    "session",
    "kind",
    "text",
    "requirements",
    "public",
    "part",
    "on",
    "by",
    "unit",
    "proposed",
    "is_key",
    "addressee",
    "findings",
    "contributions",
    "shown",
    "name",
    "short",
    "competence",
    "day",
    "act",
    "as_of",
    "replaces",
    "number",
    "adopted",
    "topics",
    "status",
    "unconfirmed",
    "save",
    "remove",
    "preview",
    "add_theme",
    "drop_theme",
    "username",
    "service",
    "role",
    "member",
    "person",
    "pk",
    "take_back",
    "language",
    "next",
    "which",
    "form",
    "is_open_only",
    "back",
    "take",
    "kept",
    "replace",
    "heading",
    "translator",
    "is_machine",
    "translated_on",
    "purpose",
    "editions",
    "pick",
    "confirm",
    "first",
    "second",
    "common",
    "seen",
    "done",
    "since",
    "until",
    "read_also",
    "confirmed",
    "critic_by_0",
    "critic_kind_0",
    "critic_on_0",
    "critic_what_0",
    "say",
    "layout",
    "sheet",
    "head",
    "instrument",
    "into_scope",
    "column_unit",
    "word",
    "is_preferred",
    "note",
    "broader",
    "proposal",
    "source",
    "facet",
    "in_force",
    "identifiers",
    "party",
    "party_date",
    "reservations",
    "statement",
    "elements",
    "terms",
    "citations",
    "strength",
    "groups",
    "stages",
    "draft",
    "several",
    "again",
    "facts",
    "check",
    "languages",
    "wanted_by",
    "text_en",
    "text_ru",
    "text_tg",
    "more",
    "drop",
    "ask",
    "give",
    "keep",
    "decline",
    "opinion",
    "choice",
    "why",
    "dissent",
    "dissenter",
    "owner",
    "requirement",
    "sources",
    "offered",
    "place",
    "auto",
    "over",
    "merge",
    "full",
    "sequence",
    "gaps",
    "severity",
    "priority",
    "cure",
    "confidence",
    "translation",
    "norm",
    "harm",
    "practice",
    "practice_source",
    "another_act",
    "treaty",
    "authority",
    "time_limit",
    "element_1",
    "written_in",
    "term",
    "together",
    "amend",
    "after",
    "clause",
    "written",
    "loss",
    "loss_reason",
    "to",
]
GARBAGE = ("", "\x00", "нет такого", "-1", "9" * 30, "<script> {nothing} %s art_1__")
QUERIES: tuple[dict[str, str], ...] = (
    {},
    {"page": "x"},
    {"search": "*" * 300},
    {"edition": "x", "eid": "y", "requirement": "z"},
    {"edition": "border-law-ru", "after": "y"},
    {"edition": "act:x", "unit": "\x00"},
    {"proposal": "x"},
    {"group": "x", "stage": "return", "facet": "x", "which": "x", "order": "x"},
    {"file": "x", "proposals": "x"},
    {"first": "x", "second": "\x00"},
    {"agreement": "x"},
    {"on": "x", "force": "x", "words": "\x00", "is_scoped": "x"},
    {"beside": "x", "language": "x"},
    {"severity": "x", "check": "x", "tick": "x"},
    {"opinion": "x", "theme": "\x00", "group": "x", "every": "-1"},
    {"law": "x", "state": "\x00", "owner": "нет", "look": "x", "words": "* \x00"},
    {"part": "finding"},
    {"part": "all"},
)
FILES = (b"", b"\x00" * 50, b"%PDF-1.4", b"PK\x03\x04", "Статья 1.\n".encode() * 3, b"\xff\xfe")


@pytest.fixture
def at() -> Desk:
    at = desk(slug="border")
    accepted(at)
    amended(at)
    return at


def addresses(at: Desk) -> Iterator[str]:
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        known = list(pattern.pattern.converters)
        for values in ({**GOOD, "slug": at.mission.slug}, {**BAD, "slug": at.mission.slug}, BAD):
            yield reverse(str(pattern.name), kwargs={name: values[name] for name in known})


def signed_in(at: Desk) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(at.expert)
    return client


def test_no_address_and_no_query_fails(at: Desk) -> None:
    client = signed_in(at)
    for address, query in product(sorted(set(addresses(at))), QUERIES):
        assert client.get(address, query).status_code < 500, address


@pytest.mark.parametrize("garbage", GARBAGE)
def test_no_form_fails_and_what_is_saved_stays(at: Desk, garbage: str) -> None:
    before = everything()["Edition"], everything()["Quotation"], everything()["Finding"]
    for address in sorted(set(addresses(at))):
        client = signed_in(at)
        assert client.post(address, {}).status_code < 500, address
        sent = dict.fromkeys(FIELDS, garbage)
        assert client.post(address, sent).status_code < 500, address
        assert client.post(address, sent, headers={"HX-Request": "true"}).status_code < 500, address
    assert (everything()["Edition"], everything()["Quotation"], everything()["Finding"]) == before


@pytest.mark.parametrize("data", FILES)
@pytest.mark.parametrize("name", ["law.txt", "law.docx", "law.html", "закон", "a/../b.txt", "x" * 300 + ".txt", ".txt"])
def test_no_file_fails(at: Desk, name: str, data: bytes) -> None:
    client = signed_in(at)
    address = reverse("import", kwargs={"slug": at.mission.slug})
    answer = client.post(address, {"file": SimpleUploadedFile(name or "x", data), "act": "new"})
    assert answer.status_code in {302, 413, 422}
    if answer.status_code == 302:
        assert client.get(answer.headers["Location"]).status_code == 200
