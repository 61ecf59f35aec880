"""Pending corrections of a Word file are read as a person chose, and what is not read is named."""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.choices import NONE, Changes, Choices
from muvofiq.text.docx import read_docx
from muvofiq.text.errors import PendingChanges
from muvofiq.text.source import LeftOut, Reason, Source
from tests.text.word import deleted, end, inserted, level, numbered, numbering, paragraph, run, table, word

ORIGINAL, ACCEPTED = Choices(Changes.ORIGINAL), Choices(Changes.ACCEPTED)
BOTH = (ORIGINAL, ACCEPTED)


def read(choices: Choices, *body: str, **parts: str) -> Source:
    return read_docx(word(*body, **parts), "a.docx", choices)


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def both(*body: str, **parts: str) -> list[list[str]]:
    """Return the lines of the original and of the accepted reading."""
    return [texts(read(choices, *body, **parts)) for choices in BOTH]


TERM = paragraph(run("срок ") + deleted("десять") + inserted("тридцать") + run(" дней"))


def test_nobody_is_asked_about_a_file_without_corrections() -> None:
    source = read(NONE, paragraph(run("срок")))
    assert (texts(source), source.remarks, source.left_out) == (["срок"], (), ())


def test_a_file_with_corrections_asks_how_it_is_meant_and_says_by_whom_they_are() -> None:
    with pytest.raises(PendingChanges) as caught:
        read(NONE, TERM, paragraph(inserted("Служба", author="Каримова")))
    assert "There are 2 insertions, 1 deletions and 0 changed numbers, made by Каримова, Раҳимов." in str(caught.value)
    assert 'in the field "Pending corrections" of the page' in str(caught.value)
    assert "--changes original or --changes accepted" in str(caught.value)


def test_each_reading_holds_its_own_words_and_names_the_others() -> None:
    original, accepted = (read(choices, paragraph(run("Статья")), TERM) for choices in BOTH)
    assert texts(original) == ["Статья", "срок десять дней"]
    assert original.left_out == (LeftOut(2, "тридцать", Reason.INSERTED),)
    assert [str(remark) for remark in original.remarks] == [
        "1 pending insertions were left out, as in the original.",
        "1 pending deletions were taken back, as in the original.",
    ]
    assert texts(accepted) == ["Статья", "срок тридцать дней"]
    assert accepted.left_out == (LeftOut(2, "десять", Reason.DELETED),)
    assert [str(remark) for remark in accepted.remarks] == [
        "1 pending insertions were read as accepted.",
        "1 pending deletions were read as accepted.",
    ]


def test_what_was_inserted_and_deleted_again_is_in_neither_reading() -> None:
    body = paragraph(run("Служба") + f'<w:ins w:author="а">{deleted(" не")}{run(" обязана")}</w:ins>')
    assert both(body) == [["Служба"], ["Служба обязана"]]


def test_a_moved_sentence_is_read_once_at_its_place() -> None:
    body = (
        paragraph(f'<w:moveFrom w:id="1" w:author="a">{run("Жалоба.")}</w:moveFrom>{run("Решение.")}'),
        paragraph(f'<w:moveTo w:id="2" w:author="a">{run("Жалоба.")}</w:moveTo>'),
    )
    assert both(*body) == [["Жалоба.Решение."], ["Решение.", "Жалоба."]]


def test_a_new_paragraph_stands_alone_or_not_at_all() -> None:
    body = paragraph(run("а")), paragraph(inserted("новый"), end("ins")), paragraph(run("б"))
    assert both(*body) == [["а", "б"], ["а", "новый", "б"]]


def test_paragraphs_are_parted_or_joined_by_corrections_of_their_ends() -> None:
    joined = paragraph(run("Служба "), end("del")), '<w:bookmarkEnd w:id="1"/>', paragraph(run("обязана."))
    parted = paragraph(run("Служба "), end("ins")), paragraph(run("обязана."))
    assert both(*joined) == [["Служба", "обязана."], ["Служба обязана."]]
    assert both(*parted) == [["Служба обязана."], ["Служба", "обязана."]]


def test_the_numbers_are_those_of_the_reading() -> None:
    new = paragraph(inserted("новая"), numbered(1) + end("ins"))
    old = paragraph(deleted("старая"), numbered(1) + end("del"))
    body = paragraph(run("а"), numbered(1)), new, old, paragraph(run("б"), numbered(1))
    assert both(*body, numbering=numbering({1: level(0, "Статья %1.")})) == [
        ["Статья 1. а", "Статья 2. старая", "Статья 3. б"],
        ["Статья 1. а", "Статья 2. новая", "Статья 3. б"],
    ]


def test_a_changed_numbering_is_a_correction_too() -> None:
    before = f'<w:pPrChange w:id="1" w:author="Раҳимов"><w:pPr>{numbered(1, 1)}</w:pPr></w:pPrChange>'
    inserted_number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="2" w:author="Раҳимов"/></w:numPr>'
    body = (
        paragraph(run("а"), numbered(1)),
        paragraph(run("б"), numbered(1) + before),
        paragraph(run("в"), inserted_number),
    )
    lists = numbering({1: level(0, "%1.") + level(1, "%2)")})
    assert both(*body, numbering=lists) == [["1. а", "1) б", "в"], ["1. а", "2. б", "3. в"]]
    with pytest.raises(PendingChanges, match="0 insertions, 0 deletions and 2 changed numbers"):
        read(NONE, *body, numbering=lists)


def test_a_changed_look_is_no_correction_but_a_raised_figure_is_read_as_it_was() -> None:
    before = '<w:rPrChange w:id="1" w:author="а"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:rPrChange>'
    bold = '<w:pPrChange w:id="1" w:author="а"><w:pPr><w:pStyle w:val="b"/></w:pPr></w:pPrChange>'
    body = paragraph(run("17") + run("1", before), bold)
    assert texts(read(NONE, body)) == ["171"]
    assert both(body) == [["17¹"], ["171"]]


def test_rows_and_cells_are_inserted_and_deleted_as_a_whole() -> None:
    rows = table(
        [paragraph(run("а")), paragraph(run("б"))],
        [paragraph(run("новая")), paragraph(run("строка"))],
        [paragraph(run("старая")), paragraph(run("строка"))],
    )
    new, old = ('<w:trPr><w:{} w:id="1" w:author="а"/></w:trPr>'.format(tag) for tag in ("ins", "del"))  # noqa: UP032
    first, second, third, fourth = rows.split("<w:tr>")
    marked = f"{first}<w:tr>{second}<w:tr>{new}{third}<w:tr>{old}{fourth}"
    assert both(marked) == [["а | б", "старая | строка"], ["а | б", "новая | строка"]]
    assert [one.text for one in read(ACCEPTED, marked).left_out] == ["старая", "строка"]
    cell = '<w:tc><w:tcPr><w:cellIns w:id="1" w:author="а"/></w:tcPr>'
    assert both(marked.replace("<w:tc>", cell, 1))[0][0] == "б"


def test_the_note_of_a_deleted_reference_goes_with_it() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph(run("Примечание.") + inserted(" Новое."))}</w:footnote>'
    body = paragraph(run("Слово") + f'<w:del w:id="1" w:author="а">{mark}</w:del>')
    assert both(body, footnotes=notes) == [["Слово", "Примечание."], ["Слово"]]
    assert LeftOut(1, "Примечание. Новое.", Reason.DELETED) in read(ACCEPTED, body, footnotes=notes).left_out
    with pytest.raises(PendingChanges, match="1 insertions, 1 deletions"):
        read(NONE, body, footnotes=notes)


WORDS = st.text(alphabet="абв12 \u00a0.", max_size=6)
KINDS: dict[str, Callable[[str], str]] = {"plain": run, "ins": inserted, "del": deleted}
RUNS = st.lists(st.tuples(st.sampled_from([*KINDS, "both"]), WORDS), max_size=4)
PARAGRAPHS = st.lists(st.tuples(RUNS, st.sampled_from(["", "ins", "del"])), min_size=1, max_size=6)
Written = list[tuple[list[tuple[str, str]], str]]


def markup(paragraphs: Written) -> list[str]:
    def of(kind: str, text: str) -> str:
        return f'<w:ins w:author="а">{deleted(text)}</w:ins>' if kind == "both" else KINDS[kind](text)

    return [paragraph("".join(of(*one) for one in runs), mark and end(mark)) for runs, mark in paragraphs]


def told(paragraphs: Written, unwanted: str) -> list[str]:
    """Return the lines of a reading by the simplest rule: write all wanted words and ends one behind the other."""
    text = ""
    for runs, mark in paragraphs:
        text += "".join(words for kind, words in runs if kind not in {unwanted, "both"})
        text += "" if mark == unwanted else "\n"
    return [kept for line in text.split("\n") if (kept := line.replace("\u00a0", " ").strip())]


def seen(texts: list[str]) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if not sign.isspace())


@given(PARAGRAPHS)
def test_each_reading_is_what_the_simplest_rule_tells_and_no_character_is_lost(paragraphs: Written) -> None:
    every = seen([words for runs, _ in paragraphs for _, words in runs])
    for choices, unwanted in ((ORIGINAL, "ins"), (ACCEPTED, "del")):
        source = read(choices, *markup(paragraphs))
        assert texts(source) == told(paragraphs, unwanted)
        assert seen(texts(source)) + seen([one.text for one in source.left_out]) == every
