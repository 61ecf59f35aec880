"""A scan is recognised page by page, and what was recognised is marked as not proof-read."""

import shutil
import sys
from pathlib import Path

import pytest

from muvofiq.text import ocr
from muvofiq.text.choices import Choices
from muvofiq.text.errors import OcrFailed, OcrLanguageMissing, OcrMissing, ScannedPdf, ScannedPdfWithoutOcr
from muvofiq.text.ocr import installed_languages, read_recognised, recognise_all, recognise_page, scanned_pages
from muvofiq.text.pdf import read_pdf
from muvofiq.text.source import LeftOut, Reason
from tests.text.printing import handwritten, printed, scanned

RUSSIAN = "*Статья 1. Граница*\n\n1. Охрана границы осуществляется уполномоченными органами."
TAJIK = "*Моддаи 1. Сарҳад*\n\n1. Ҳифзи сарҳад аз ҷониби мақомоти ваколатдор амалӣ карда мешавад."
SCAN = scanned(printed(RUSSIAN))
TABLE = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" + "".join(
    f"5\t1\t1\t1\t{line}\t{word}\t{100 + 60 * word}\t{100 + 200 * line}\t55\t30\t90\t{text}\n"
    for line, texts in enumerate(["Статья 1. Граница", "Статья 2. Охрана"])
    for word, text in enumerate(texts.split())
)


def install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, says: str = TABLE, fails: str = "", knows: str = "rus"
) -> None:
    """Put a program called tesseract on the path, which knows a language and always says the same."""
    program = folder / "tesseract"
    (folder / "said.tsv").write_text(says, encoding="utf-8")
    lines = [
        f"#!{sys.executable}",
        "import sys, pathlib",
        f"if '--list-langs' in sys.argv: print('List of languages (2):\\n{knows}\\nosd'); sys.exit(0)",
        "assert sys.stdin.buffer.read(2) == b'P5'",
        *([f"print({fails!r}, file=sys.stderr); sys.exit(1)"] if fails else []),
        f"sys.stdout.buffer.write(pathlib.Path({str(folder / 'said.tsv')!r}).read_bytes())",
    ]
    program.write_text("\n".join(lines), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.fixture
def without_ocr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def need(*languages: str) -> None:
    missing = set(languages) - set(installed_languages())
    if missing:
        pytest.skip(f"tesseract is not installed here with {', '.join(sorted(missing))}")


def test_a_scan_in_russian_is_recognised() -> None:
    need("rus")
    source = read_pdf(SCAN, "scan.pdf", Choices(recognise=("rus",)))
    assert [line.text for line in source.lines] == [
        "Статья 1. Граница",
        "1. Охрана границы осуществляется уполномоченными органами.",
    ]
    assert all(line.is_unproofed for line in source.lines)


def test_a_scan_in_tajik_is_recognised() -> None:
    need("tgk")
    rows = recognise_page(scanned(printed(TAJIK, language="tg")), "scan.pdf", 1, ("tgk",))
    assert rows[:2] == ("Моддаи 1. Сарҳад", "")


def test_the_pages_without_text_are_counted() -> None:
    assert scanned_pages(SCAN, "scan.pdf") == (1,)
    assert scanned_pages(printed(RUSSIAN), "law.pdf") == ()
    assert scanned_pages(handwritten([[]]), "blank.pdf") == ()


def test_the_languages_of_the_program_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, knows="tgk")
    assert installed_languages() == ("tgk",)


def test_the_program_is_asked_for_its_languages_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, knows="tgk")
    assert installed_languages() == ("tgk",)
    monkeypatch.setattr("subprocess.run", None)
    assert installed_languages() == ("tgk",)


def test_a_recognised_scan_is_marked_and_must_be_proof_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch)
    source = read_pdf(SCAN, "scan.pdf", Choices(recognise=("rus",)))
    assert [(line.text, line.is_unproofed) for line in source.lines] == [
        ("Статья 1. Граница", True),
        ("Статья 2. Охрана", True),
    ]
    assert [str(remark) for remark in source.remarks] == [
        "1 pages were recognised by a machine and must be proof-read."
    ]


def test_each_page_that_is_recognised_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch)
    told: list[tuple[int, int]] = []
    two = scanned(printed(f"{RUSSIAN}\n#pagebreak()\n{RUSSIAN}"))
    pages = recognise_all(two, "scan.pdf", ("rus",), lambda done, count: told.append((done, count)))
    assert sorted(pages) == [1, 2]
    assert told == [(0, 2), (1, 2)]


def test_a_scan_is_refused_with_the_languages_that_could_recognise_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch)
    with pytest.raises(ScannedPdf, match=r"--ocr rus(.|\n)*can recognise: rus"):
        read_pdf(SCAN, "scan.pdf")


@pytest.mark.usefixtures("without_ocr")
def test_a_scan_is_refused_with_the_packages_that_are_missing() -> None:
    with pytest.raises(ScannedPdfWithoutOcr, match="tesseract-ocr-tgk"):
        read_pdf(SCAN, "scan.pdf")


@pytest.mark.usefixtures("without_ocr")
def test_without_the_program_nothing_is_recognised() -> None:
    assert installed_languages() == ()
    with pytest.raises(OcrMissing, match="tesseract-ocr-rus"):
        recognise_page(SCAN, "scan.pdf", 1, ("rus",))


def test_a_language_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch)
    with pytest.raises(OcrLanguageMissing, match="tesseract-ocr-tgk"):
        recognise_page(SCAN, "scan.pdf", 1, ("rus", "tgk"))


def test_a_program_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, fails="Image too small")
    with pytest.raises(OcrFailed, match="Image too small"):
        recognise_page(SCAN, "scan.pdf", 1, ("rus",))


def test_a_program_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch)
    monkeypatch.setattr(ocr, "check_languages", lambda *_: None)
    monkeypatch.setattr(ocr, "SECONDS", 0.001)
    with pytest.raises(OcrFailed, match="more than"):
        recognise_page(SCAN, "scan.pdf", 1, ("rus",))


def test_an_empty_page_has_no_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, says=TABLE.split("\n", 1)[0])
    assert recognise_page(SCAN, "scan.pdf", 1, ("rus",)) == ()


def test_recognised_rows_become_paragraphs_also_over_pages() -> None:
    two = handwritten([[], []])
    pages = {
        1: ["Article 1. The border", "", "1. The bor-", "der is guarded by the"],
        2: ["authorities.", "", "2. It is open."],
    }
    source = read_recognised(two, "scan.pdf", pages)
    assert [line.text for line in source.lines] == [
        "Article 1. The border",
        "1. The border is guarded by the authorities.",
        "2. It is open.",
    ]
    assert source.left_out == (LeftOut(2, "-", Reason.HYPHEN),)


def test_the_heads_of_recognised_pages_are_left_out() -> None:
    pages = {n: ["The Law", "", f"Article {n}. {'x' * n}", "", f"{n}"] for n in range(1, 5)}
    source = read_recognised(handwritten([[]] * 4), "scan.pdf", pages)
    assert [line.text for line in source.lines] == [f"Article {n}. {'x' * n}" for n in range(1, 5)]


def test_pages_with_text_keep_it_between_recognised_ones() -> None:
    printed_page = [(50.0, 700.0, 12.0, "Article 2. The printed border between States")]
    source = read_recognised(handwritten([[], printed_page]), "law.pdf", {1: ["Article 1. Words."]})
    assert [(line.text[:10], line.is_unproofed) for line in source.lines] == [
        ("Article 1.", True),
        ("Article 2.", False),
    ]


def test_words_behind_a_recognised_picture_are_left_out() -> None:
    stamp = handwritten([[(50, 30, 8, "Scanned by a program")]])
    source = read_recognised(stamp, "scan.pdf", {1: ["Article 1. Words."]})
    assert [(left_out.text, left_out.reason) for left_out in source.left_out] == [
        ("Scanned by a program", Reason.PICTURE)
    ]


def test_the_real_program_is_found_by_its_name() -> None:
    assert bool(installed_languages()) <= bool(shutil.which("tesseract"))
