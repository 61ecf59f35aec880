"""A questionnaire as an Excel workbook: one row for each question, one column for each cell of its answer."""

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from lxml import etree
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from muvofiq import __version__
from muvofiq.consultation.answer import Point
from muvofiq.publication.questionnaire_form import Block, Form, Sent
from muvofiq.publication.sheet import Formats, fitted, formats_of, height, on_every_page, on_paper, write_heads

FIXED = (("key", 7), ("requirement", 28), ("question", 46))  # columns that are printed, and their widths in characters
WIDTHS = {
    Point.SAID: 16,
    Point.ACT: 30,
    Point.NUMBER: 20,
    Point.ARTICLE: 16,
    Point.TEXT: 46,
    Point.PRACTICE: 34,
    Point.SINCE: 14,
    Point.RESPONSIBLE: 26,
    Point.EXPLANATION: 34,
}
ABOUT = (44, 66)  # characters: labels and answers of the first sheet
BESIDE = ("xl/comments", "xl/threadedComments", "xl/drawings/drawing")  # where people write beside the cells
LIMIT = 5_000_000  # bytes of such a part


def write_questionnaire_xlsx(sent: Sent, languages: Sequence[str]) -> bytes:
    """Return the workbook. Text is written as text, never as a formula or a link."""
    form, out = Form.of(sent, languages), BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": form.title, "author": f"Muvofiq {__version__}", "keywords": sent.mark})
    formats = {**formats_of(book), **_own_formats(book)}
    _write_about(book.add_worksheet(_named(form.heads["about"])), form, formats)
    _write_questions(book.add_worksheet(_named(form.heads["sheet"])), form, formats)
    book.close()
    return out.getvalue()


def texts_beside(data: bytes) -> Iterator[str]:
    """Yield what was written beside the cells of a workbook: comments and text boxes; of a broken part, nothing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in archive.infolist():
            if part.filename.startswith(BESIDE) and part.filename.endswith(".xml") and part.file_size < LIMIT:
                yield from _texts(etree.fromstring(archive.read(part), parser))


def _texts(root: etree._Element) -> Iterator[str]:
    for element in root.iter("{*}comment", "{*}threadedComment", "{*}txBody"):
        words = "".join(one.text or "" for one in element.iter("{*}t", "{*}text"))
        if words.strip():
            yield words


def _named(words: str) -> str:
    """Return a name that a sheet may have."""
    return words.replace("/", "-")[:31]


def _write_about(page: Worksheet, form: Form, formats: Formats) -> None:
    """Write what is to be known before answering, and who answers."""
    page.set_column(0, 0, 14)
    page.set_column(1, 1, ABOUT[0])
    page.set_column(2, 2, ABOUT[1])
    page.write_string(0, 1, form.title, formats["title"])
    texts = (*form.sentences, *form.notices, *form.instructions)
    for at, text in enumerate(texts, 1):
        page.merge_range(at, 1, at, 2, fitted(text), formats["warning" if text in form.notices else "sentence"])
        page.set_row(at, height([text], [sum(ABOUT)]))
    for at, (mark, label, text) in enumerate(form.fields, len(texts) + 2):
        is_number = at == len(texts) + 2
        page.write_string(at, 0, "" if is_number else mark, formats["mark"])
        page.write_string(at, 1, label, formats["cell"])
        page.write_string(at, 2, mark if is_number else text, formats["cell" if is_number else "open"])
        page.set_row(at, height([label], [ABOUT[0]]))
    on_paper(page, pages_wide=1)
    page.set_portrait()
    page.fit_to_pages(1, 1)


def _write_questions(page: Worksheet, form: Form, formats: Formats) -> None:
    columns = [*FIXED, *((point.value, width) for point, width in WIDTHS.items())]
    for column, (name, _) in enumerate(columns):
        page.write_string(0, column, f"muvofiq:{name}", formats["mark"])
    write_heads(page, 1, [(form.heads[name], width) for name, width in columns], formats)
    for row, block in enumerate(form.blocks, 2):
        _write_row(page, row, block, formats)
    choice = {"validate": "list", "source": list(form.choices), "error_type": "information"}
    page.data_validation(2, len(FIXED), len(form.blocks) + 1, len(FIXED), choice)
    page.freeze_panes(2, 1)
    on_paper(page, pages_wide=1)
    page.set_paper(8)
    page.repeat_rows(1)
    on_every_page(page, form.notices)


def _write_row(page: Worksheet, row: int, block: Block, formats: Formats) -> None:
    texts = (block.key, f"{block.subject}\n\n{block.statement}", block.question)
    page.set_row(row, max(height(texts, [width for _, width in FIXED]), 80))
    for column, text in enumerate(texts):
        page.write_string(row, column, fitted(text), formats["opening_cell"])
    for column in range(len(FIXED), len(FIXED) + len(WIDTHS)):
        page.write_blank(row, column, None, formats["open"])


def _own_formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    face: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "text_wrap": True, "valign": "top"}
    looks: dict[str, dict[str, Any]] = {
        "mark": {"font_name": "Calibri", "font_size": 6, "font_color": "595959"},
        "open": {**face, "border": 1, "border_color": "B8B8B8", "num_format": "@", "bg_color": "FFFBEA"},
        "sentence": face,
        "warning": {**face, "bold": True, "font_color": "9A3412"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}
