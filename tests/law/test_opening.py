"""Every sort of file is opened by one door: Akoma Ntoso as it is, two languages as two laws, scans by their pages."""

from collections.abc import Mapping, Sequence

import pytest

from muvofiq.law import opening
from muvofiq.law.akoma_ntoso import write
from muvofiq.law.build import build_law
from muvofiq.law.errors import NoArticles, NotAkomaNtoso
from muvofiq.law.opening import is_scan, laws_of, open_laws, open_recognised
from muvofiq.text.errors import EmptyFile, TooLarge
from muvofiq.text.read import LIMIT, read_bytes
from muvofiq.text.source import Line, Source, fingerprint
from tests.paths import RUSSIAN, TAJIK

IN_RUSSIAN = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О защите беженцев
Статья 1. Цель закона
Настоящий закон защищает беженцев на границе.
Статья 2. Переводчик
1. Переводчик предоставляется бесплатно.
2. Опрос проводится отдельно от других лиц.
"""
IN_TAJIK = """ҚОНУНИ ҶУМҲУРИИ ВЕСТАРИЯ
Дар бораи ҳифзи гурезаҳо
Моддаи 1. Мақсади қонун
Қонуни мазкур гурезаҳоро дар сарҳад ҳифз мекунад.
Моддаи 2. Тарҷумон
1. Тарҷумон ройгон таъмин карда мешавад.
2. Пурсиш алоҳида аз шахсони дигар гузаронида мешавад.
"""
BOTH = f"{IN_RUSSIAN}{IN_TAJIK}".encode()


def units(text: str) -> list[tuple[str, str]]:
    (law,) = open_laws(text.encode(), "one.txt")
    return [(reference.eid, unit.text) for reference, unit, _ in law.units()]


def test_a_text_is_read_and_built() -> None:
    assert open_laws(RUSSIAN.read_bytes(), RUSSIAN.name) == (build_law(read_bytes(RUSSIAN.read_bytes(), RUSSIAN.name)),)


def test_an_act_of_our_own_comes_back_with_the_hash_of_the_file_it_came_in() -> None:
    (law,) = open_laws(RUSSIAN.read_bytes(), RUSSIAN.name)
    data = write(law).encode()
    (again,) = open_laws(data, "border.xml")
    assert again.provisions == law.provisions
    assert again.sha256 == fingerprint(data) != law.sha256


def test_a_broken_document_of_akoma_ntoso_is_told_as_such() -> None:
    with pytest.raises(NotAkomaNtoso):
        open_laws(b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act>', "law.xml")


def test_a_document_that_is_too_large_is_not_even_looked_at() -> None:
    with pytest.raises(TooLarge):
        open_laws(b"<akomaNtoso>" + b" " * LIMIT, "law.xml")


def test_a_file_in_two_languages_gives_two_laws_whose_addresses_differ() -> None:
    russian, tajik = open_laws(BOTH, "border.txt")
    assert (russian.name, russian.language) == ("border-ru", "ru")
    assert (tajik.name, tajik.language) == ("border-tg", "tg")
    assert {russian.sha256, tajik.sha256} == {fingerprint(BOTH)}
    assert [(reference.eid, unit.text) for reference, unit, _ in russian.units()] == units(IN_RUSSIAN)
    assert [(reference.eid, unit.text) for reference, unit, _ in tajik.units()] == units(IN_TAJIK)


def test_a_name_that_ends_in_its_language_stays_and_one_law_keeps_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_laws(RUSSIAN.read_bytes(), "border.txt")[0].name == "border"
    named = (read_bytes(RUSSIAN.read_bytes(), "border.ru.txt"), read_bytes(TAJIK.read_bytes(), "border.tg.txt"))
    monkeypatch.setattr(opening, "split_languages", lambda _: named)
    assert [law.name for law in laws_of(named[0])] == ["border-ru", "border-tg"]


def recognised(_data: bytes, name: str, pages: Mapping[int, Sequence[str]]) -> Source:
    texts = [text for page in sorted(pages) for text in pages[page]]
    return Source(name, "PDF", "", tuple(Line(at, text, is_unproofed=True) for at, text in enumerate(texts, 1)))


def test_recognised_pages_become_a_law_that_nobody_has_proof_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "read_recognised", recognised)
    (law,) = open_recognised(b"%PDF", "scan.pdf", {2: ["Статья 2. Б", "В."], 1: ["Статья 1. А"]})
    assert [(str(unit.number), unit.unproofed) for _, unit, _ in law.articles()] == [("1", True), ("2", True)]


@pytest.mark.parametrize(("rows", "error"), [((), EmptyFile), (("—", "..."), EmptyFile), (("Погода.",), NoArticles)])
def test_recognised_pages_without_a_law_are_told(
    monkeypatch: pytest.MonkeyPatch, rows: Sequence[str], error: type[Exception]
) -> None:
    monkeypatch.setattr(opening, "read_recognised", recognised)
    with pytest.raises(error):
        open_recognised(b"%PDF", "scan.pdf", {1: rows})


def test_only_a_pdf_with_pictures_is_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "scanned_pages", lambda data, _: (1,) if b"picture" in data else ())
    assert is_scan(b"\r\n%PDF-1.4 picture", "a.pdf")
    assert not is_scan(b"%PDF-1.4 letters", "a.pdf")
    assert not is_scan(b"a picture of %PDF", "a.pdf")
    assert not is_scan(b"%PDF picture" + b" " * LIMIT, "a.pdf")
