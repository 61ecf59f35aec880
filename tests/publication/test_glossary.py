"""The glossary holds what the agenda needs, marks what is unconfirmed, and never takes more than two pages."""

import shutil
import subprocess
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.publication.glossary import (
    LAST,
    LINES,
    Glossary,
    Needs,
    Order,
    Part,
    parts_of,
    ranked,
    room_below,
    term_of,
    terms_of_art,
)
from muvofiq.publication.glossary_docx import write_glossary
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.thesaurus import Concept, Facet, RegionalWord, Thesaurus

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
DAY = date(2016, 6, 1)
SMALL = Thesaurus(
    (
        Concept("visa", {"en": ("visa",), "ru": ("виза",)}, facet="documents"),
        Concept("court", {"en": ("court",), "ru": ("суд",), "tg": ("суд",)}, None, "institutions", ("tg",)),
        Concept("alien", {"en": ("alien",), "ru": ("иностранец",)}, facet="documents"),
        Concept("guard", {"en": ("guard",)}, regional=(RegionalWord("дозорный", "ru", ("XA",)),)),
    ),
    (Facet("documents", {"en": "Documents", "ru": "Документы"}), Facet("institutions", {"en": "Institutions"})),
)
NOTICE = "An invented mission; it is no product of anybody, and nobody is answerable for what stands in it. " * 2


def glossary(
    concepts: Sequence[Concept], language: str, *, order: Order = Order.ALPHABET, notices: tuple[str, ...] = ()
) -> Glossary:
    title = "A mission with a title as long as titles of missions are, or longer"
    parts = parts_of(
        concepts,
        load_catalogue().thesaurus,
        language,
        state="TJ",
        room=room_below([title, *notices]),
        order=order,
        other="Other",
    )
    return Glossary(title, DAY, date(2016, 6, 3), "TJ", parts, len(concepts), notices)


def ids(parts: Sequence[Part]) -> list[tuple[str, list[str]]]:
    return [(part.title, [term.id for term in part.terms]) for part in parts]


def widest_first() -> list[Concept]:
    """All concepts, those with the longest words first: what fills two pages soonest."""
    return sorted(
        load_catalogue().thesaurus.concepts, key=lambda one: -sum(map(len, term_of(one, "TJ").words.values()))
    )


def test_the_agenda_comes_first_then_titles_then_what_the_scope_names_most_institutions_before_others() -> None:
    found = ranked(SMALL, Needs(frozenset({"guard"}), in_texts={"visa": 2, "court": 1, "alien": 3}))
    assert [one.id for one in found] == ["guard", "court", "alien", "visa"]
    assert ranked(SMALL, Needs()) == []
    titles = ranked(SMALL, Needs(in_titles={"visa": 1}, in_texts={"visa": 1, "alien": 9}))
    assert [one.id for one in titles] == ["visa", "alien"]


def test_the_terms_of_art_of_the_themes_follow_the_agenda_and_legal_technique_comes_last() -> None:
    concepts = (Concept("article", {"en": ("article",)}, facet=LAST), Concept("uac", {"en": ("child alone",)}))
    terms = Thesaurus((*SMALL.concepts, *concepts))
    agenda = frozenset({"article", "guard"})
    found = ranked(terms, Needs(agenda, frozenset("A"), in_titles={"visa": 9}, in_texts={"visa": 9}))
    assert [one.id for one in found] == ["guard", "uac", "visa", "article"]
    known = load_catalogue().thesaurus
    assert all(one in known and known.concept(one).facet != LAST for one in terms_of_art("ABCDE"))
    assert not terms_of_art("Z")


def test_a_line_marks_the_unconfirmed_leaves_the_missing_blank_and_names_the_word_of_the_state() -> None:
    assert term_of(SMALL.concept("court"), "XA").words == {"en": "court", "ru": "суд", "tg": "суд\u00a0?"}
    assert term_of(SMALL.concept("guard"), "XA").words == {"en": "guard", "ru": "(дозорный\u00a0?)", "tg": ""}
    assert term_of(SMALL.concept("guard"), "XB").words["ru"] == ""


def test_terms_are_sorted_by_the_alphabet_of_the_language_or_by_facet() -> None:
    def sorted_in(language: str, order: Order = Order.ALPHABET) -> list[tuple[str, list[str]]]:
        return ids(parts_of(SMALL.concepts, SMALL, language, state="XB", room=20, order=order, other="Other"))

    assert sorted_in("en") == [("", ["alien", "court", "guard", "visa"])]
    assert sorted_in("ru") == [("", ["guard", "visa", "alien", "court"])]
    assert sorted_in("ru", Order.FACET) == [
        ("Документы", ["visa", "alien"]),
        ("Institutions [en]", ["court"]),
        ("Other", ["guard"]),
    ]


def test_the_most_needed_terms_are_kept_and_the_rest_is_left_out() -> None:
    assert ids(parts_of(SMALL.concepts, SMALL, "en", state="XB", room=2)) == [("", ["court", "visa"])]
    assert parts_of(SMALL.concepts, SMALL, "en", state="XB", room=0) == ()


@given(
    st.permutations(load_catalogue().thesaurus.concepts), st.sampled_from(["en", "ru", "tg"]), st.sampled_from(Order)
)
def test_the_lines_never_exceed_the_room(concepts: list[Concept], language: str, order: Order) -> None:
    room = room_below(["x" * 70, NOTICE])
    parts = parts_of(concepts, load_catalogue().thesaurus, language, state="TJ", room=room, order=order, other="Other")
    terms = [term for part in parts for term in part.terms]
    assert sum(term.lines for term in terms) + sum(bool(part.title) for part in parts) <= room <= LINES
    assert len({term.id for term in terms}) == len(terms)


def test_the_document_has_head_terms_and_foot() -> None:
    value = Glossary(
        "Миссия", DAY, date(2016, 6, 3), "XA", parts_of(SMALL.concepts, SMALL, "ru", state="XA", room=9), 7
    )
    document = docx.Document(BytesIO(write_glossary(value, "ru", DAY)))
    text = [one.text for one in document.paragraphs]
    assert text[:2] == ["Глоссарий для переводчиков", "Миссия, 1–3 июня 2016 года"]
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["Русский", "Английский", "Таджикский"]
    assert ["суд", "court", "суд\u00a0?"] in rows
    assert len(rows) == 1 + value.rows
    assert "из законов XA" in text[-1]
    assert "Терминов: 4 из 7" in text[-1]


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_title_of_a_facet_goes_over_all_columns(language: str) -> None:
    value = glossary(widest_first(), language, order=Order.FACET)
    table = docx.Document(BytesIO(write_glossary(value, language, DAY))).tables[0]
    titles = [row for row in table.rows if len({cell._tc for cell in row.cells}) == 1]
    assert [row.cells[0].text for row in titles] == [part.title for part in value.parts]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_it_takes_two_pages_at_most_whatever_the_scope(tmp_path: Path) -> None:
    few = load_catalogue().thesaurus.concepts[:12]
    cases = {
        "few": (few, "en", Order.ALPHABET, ()),
        "widest-en": (widest_first(), "en", Order.ALPHABET, (NOTICE,)),
        "widest-ru": (widest_first(), "ru", Order.FACET, (NOTICE,)),
        "shortest-tg": (widest_first()[::-1], "tg", Order.FACET, (NOTICE,)),
        "shortest-ru": (widest_first()[::-1], "ru", Order.ALPHABET, ()),
    }
    for name, (concepts, language, order, notices) in cases.items():
        data = write_glossary(glossary(concepts, language, order=order, notices=notices), language, DAY)
        (tmp_path / f"{name}.docx").write_bytes(data)
    pages = printed(tmp_path)
    assert pages.pop("few") == 1
    assert set(pages.values()) == {2}
    assert len(pages) == len(cases) - 1


def printed(folder: Path) -> dict[str, int]:
    """Print all documents of a folder and count the pages of each."""
    files = [str(one) for one in sorted(folder.glob("*.docx"))]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        str(OFFICE),
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *files,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - our own command
    counts = {}
    for file in folder.glob("*.pdf"):
        with pypdfium2.PdfDocument(file) as document:
            counts[file.stem] = len(document)
    return counts
