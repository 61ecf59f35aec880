"""A PDF becomes one line for each paragraph, in reading order, and nothing of it is lost."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from muvofiq.text.choices import NONE
from muvofiq.text.errors import DamagedPdf, LockedPdf, ScannedPdf, TooManyPages, UnreadableLetters
from muvofiq.text.pdf import read_pdf
from muvofiq.text.read import read_bytes
from muvofiq.text.source import CLEANING, LeftOut, Reason, Source
from tests.paths import real
from tests.text.printing import LOCKED, OPEN, assembled, handwritten, printed, scanned

SENTENCE = "Охрана границы осуществляется уполномоченными государственными органами в пределах территории, "
RULE = f"{SENTENCE}установленной настоящим законом. {SENTENCE}указанной правительством."
TAJIK_RULE = "Ҳифзи сарҳад аз ҷониби мақомоти ваколатдори давлатӣ дар ҳудуди муқарраргардида амалӣ карда мешавад. " * 2
HEAD = 'header: [Закон о границе #h(1fr) Ведомости], numbering: "1"'


def law(count: int = 12, rule: str = RULE, word: str = "Статья") -> str:
    articles = (
        f"*{word} {number}. Охрана границы*\n\n{number}. {rule}\n\n2) {rule}\n" for number in range(1, count + 1)
    )
    return "\n".join(articles)


def expected(count: int = 12, rule: str = RULE, word: str = "Статья") -> list[str]:
    lines = ([f"{word} {n}. Охрана границы", f"{n}. {rule.strip()}", f"2) {rule.strip()}"] for n in range(1, count + 1))
    return [line for three in lines for line in three]


def read(data: bytes) -> Source:
    return read_bytes(data, "law.pdf")


def texts(data: bytes) -> list[str]:
    return [line.text for line in read(data).lines]


def signs(text: str) -> Counter[str]:
    # pdfium writes a hyphen at the end of a line in its own way
    plain = text.replace("\ufffe", "-").replace("\x02", "-").translate(CLEANING)
    figures = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    return Counter(sign for sign in plain.translate(figures) if not sign.isspace())


def seen_by_pdfium(data: bytes) -> Counter[str]:
    with PdfDocument(data) as document:
        return sum((signs(page.get_textpage().get_text_range()) for page in document), Counter())


def kept(source: Source) -> Counter[str]:
    return signs(source.text + "".join(left_out.text for left_out in source.left_out))


@pytest.mark.parametrize("page", ["", "columns: 2", "margin: (inside: 3cm, outside: 1cm)", f"columns: 2, {HEAD}", HEAD])
def test_each_paragraph_is_a_line_whatever_the_page_looks_like(page: str) -> None:
    assert texts(printed(law(), page)) == expected()


@pytest.mark.parametrize("page", ["", "columns: 2"])
def test_a_tajik_law_is_read_as_well(page: str) -> None:
    data = printed(law(rule=TAJIK_RULE, word="Моддаи"), page, "tg")
    assert texts(data) == expected(rule=TAJIK_RULE, word="Моддаи")


def test_paragraphs_without_indents_are_told_by_their_gaps() -> None:
    assert texts(printed("#set par(first-line-indent: 0pt, spacing: 1.6em)\n" + law())) == expected()


def test_text_with_ragged_lines_is_read_as_well() -> None:
    assert texts(printed("#set par(justify: false)\n" + law())) == expected()


def test_the_left_column_is_read_before_the_right_one_and_a_heading_over_both_comes_first() -> None:
    left, right = (f"[{word}. {SENTENCE * 3}]" for word in ("Статья 1", "Article 1"))
    heading = "= Соглашение о приёме и возвращении лиц, заключённое двумя государствами"
    data = printed(f"{heading}\n#grid(columns: 2, gutter: 1cm, {left}, {right})")
    assert [text[:9] for text in texts(data)] == ["Соглашени", "Статья 1.", "Article 1"]


def test_running_heads_and_page_numbers_are_left_out_with_their_reasons() -> None:
    source = read(printed(law(), HEAD))
    reasons = Counter((left_out.reason, left_out.text) for left_out in source.left_out if left_out.text != "-")
    pages = seen_pages = reasons[Reason.RUNNING_HEAD, "Закон о границе Ведомости"]
    assert pages >= 3
    assert [reasons[Reason.PAGE_NUMBER, str(number)] for number in range(1, seen_pages + 1)] == [1] * pages


def test_a_hyphen_that_divides_a_word_is_left_out_and_another_stays() -> None:
    rows = ["The competent authority and the author-", "ities, as it is written in article 21-", "F of the act."]
    data = handwritten([[(50, 700 - 15 * at, 12, row) for at, row in enumerate(rows)]])
    source = read(data)
    assert source.text == "The competent authority and the authorities, as it is written in article 21-F of the act."
    assert source.left_out == (LeftOut(1, "-", Reason.HYPHEN),)


@pytest.mark.parametrize("mark", ["#super[1]", "#super(typographic: false)[1]"])
def test_a_raised_figure_stays_raised(mark: str) -> None:
    assert texts(printed(f"*Статья 269{mark}. Возвращение 12 лиц*")) == ["Статья 269¹. Возвращение 12 лиц"]


def test_a_footnote_stands_behind_the_line_that_cites_it() -> None:
    source = read(printed(law(1).replace("2)", "2)", 1).replace("органами", "органами#footnote[В новой редакции.]", 1)))
    assert [(line.is_note, line.text[:12]) for line in source.lines] == [
        (False, "Статья 1. Ох"),
        (False, "1. Охрана гр"),
        (True, "В новой реда"),
        (False, "2) Охрана гр"),
    ]
    marks = [left_out.text for left_out in source.left_out if left_out.reason is Reason.NOTE_MARK]
    assert marks == ["¹", "¹"]


def test_small_print_that_nothing_cites_stays_a_line() -> None:
    source = read(handwritten([[(50, 700, 12, "Article 1. The border"), (50, 100, 8, "* The words of the editor")]]))
    assert [(line.is_note, line.text) for line in source.lines] == [
        (False, "Article 1. The border"),
        (False, "* The words of the editor"),
    ]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_that_is_turned_is_read_alike(rotate: int) -> None:
    data = handwritten([[(50, 700, 12, "Article 1. The border"), (50, 650, 12, "1. It is guarded.")]], rotate=rotate)
    assert texts(data) == ["Article 1. The border", "1. It is guarded."]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_words_that_are_turned_on_the_page_are_read_as_well(angle: int) -> None:
    data = printed(f"#rotate({angle}deg, reflow: true)[Статья 1. Граница #linebreak() Статья 2. Охрана]")
    assert texts(data) == ["Статья 1. Граница", "Статья 2. Охрана"]


def test_blank_pages_are_passed_over() -> None:
    assert texts(handwritten([[], [(50, 700, 12, "Article 1. The border")], []])) == ["Article 1. The border"]


def test_lines_are_counted_over_the_pages() -> None:
    data = handwritten([[(50, 700, 12, "Article 1."), (50, 600, 12, "Article 2.")], [(50, 700, 12, "Article 3.")]])
    assert [line.number for line in read(data).lines] == [1, 2, 3]


def test_a_file_that_is_locked_by_a_password_is_refused() -> None:
    with pytest.raises(LockedPdf, match="ask for an open copy"):
        read(LOCKED)


def test_a_file_that_only_its_changes_are_locked_is_read() -> None:
    assert texts(OPEN) == ["Article 1. The border is guarded."]


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", printed(law(2))[:3000], assembled([b"<</Type/Catalog>>"])])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedPdf):
        read(data)


def test_a_file_with_ten_thousand_pages_is_refused() -> None:
    kids = b" ".join([b"3 0 R"] * 10_000)
    pages = b"<</Type/Pages/Kids[%s]/Count 10000>>" % kids
    with pytest.raises(TooManyPages, match="10000 pages"):
        read(assembled([b"<</Type/Catalog/Pages 2 0 R>>", pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"]))


def test_letters_without_meaning_are_refused() -> None:
    unknown = "".join(chr(code) for code in range(0xE000, 0xE010))
    with pytest.raises(UnreadableLetters):
        read(printed(f"Статья {unknown}"))


def test_a_scan_is_refused_and_says_how_to_recognise_it() -> None:
    with pytest.raises(ScannedPdf, match="1 of its 1 pages"):
        read(scanned(printed(law(1))))


def test_a_file_with_one_picture_among_its_pages_says_so() -> None:
    drawn = "#pagebreak()" + "#box(circle(radius: 2pt))" * 300
    source = read_pdf(printed(law(8) + drawn), "law.pdf", NONE)
    assert [line.text for line in source.lines] == expected(8)
    assert [str(remark) for remark in source.remarks] == [
        "1 pages are pictures and were not read; choose to recognise them when you import the file."
    ]


PLACED = st.tuples(
    st.floats(20, 500),
    st.floats(20, 780),
    st.sampled_from([8.0, 10.0, 12.0]),
    st.text("abcXYZ 0123456789.,;-()", min_size=1, max_size=20).filter(str.strip),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PLACED, max_size=12), min_size=1, max_size=5))
def test_every_sign_is_in_the_lines_or_left_out(pages: list[list[tuple[float, float, float, str]]]) -> None:
    data = handwritten(pages)
    assert kept(read_pdf(data, "law.pdf")) == seen_by_pdfium(data)


@pytest.mark.parametrize("page", ["", f"columns: 2, {HEAD}"])
def test_every_sign_of_a_law_is_in_the_lines_or_left_out(page: str) -> None:
    data = printed(law(6).replace("органами", "органами#footnote[В новой редакции.]", 1), page)
    assert kept(read(data)) == seen_by_pdfium(data)


@pytest.mark.parametrize("name", ["uz_criminal_kir_1", "uz_customs_lat_3", "uz_family_rus_2"])
def test_every_sign_of_a_real_law_is_in_the_lines_or_left_out(name: str) -> None:
    data = real(f"gold/stress/{name}.pdf").read_bytes()
    assert kept(read(data)) == seen_by_pdfium(data)


def test_the_raised_figure_of_a_real_law_stays_raised() -> None:
    lines = texts(real("gold/stress/uz_criminal_kir_1.pdf").read_bytes())
    assert [line[:11] for line in lines if line.startswith("103¹")] == ["103¹-модда."]
