"""Writes an act as Word saves it: numbers that are counted, raised figures, other people's corrections, a header."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from copies.figures import RAISED_RUN, lowered
from copies.lists import LEVELS, Item, items

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Correction:
    """A tracked change by somebody: in the paragraph that holds ``old``, ``old`` becomes ``new``.

    Where ``new`` is empty the words are deleted; where ``new`` begins with ``old`` the rest is inserted.
    """

    old: str
    new: str
    author: str
    day: str


def word(lines: Sequence[str], header: str, corrections: Sequence[Correction] = ()) -> bytes:
    """Return the Word file of an act; the same act gives the same bytes at every hour.

    Raises ValueError for a correction that fits no paragraph, or more than one.
    """
    for one in corrections:
        if sum(one.old in line for line in lines) != 1:
            raise ValueError(f"The correction «{one.old}» must fit exactly one paragraph of the act.")
    paragraphs = list(items(lines))
    body = "".join(_corrected(paragraph, corrections) for paragraph in paragraphs)
    return _packed(body, header, max((one.article for one in paragraphs), default=0))


def side_by_side(left: Sequence[str], right: Sequence[str], header: str) -> bytes:
    """Return a Word file with two languages of one act in two columns of a table, paragraph beside paragraph."""
    rows = "".join(f"<w:tr>{_cell(one)}{_cell(other)}</w:tr>" for one, other in zip(left, right, strict=True))
    grid = '<w:tblGrid><w:gridCol w:w="4800"/><w:gridCol w:w="4800"/></w:tblGrid>'
    return _packed(f"<w:tbl><w:tblPr/>{grid}{rows}</w:tbl><w:p/>", header, 0)


def _cell(line: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4800" w:type="dxa"/></w:tcPr>{_paragraph(Item(line), _runs(line))}</w:tc>'


def _corrected(item: Item, corrections: Sequence[Correction]) -> str:
    mine = [one for one in corrections if one.old in item.text]
    if not mine:
        return _paragraph(item, _runs(item.text))
    change = mine[0]
    before, after = item.text.split(change.old, 1)
    is_insertion = bool(change.new) and change.new.startswith(change.old)
    kept = change.old if is_insertion else ""
    added = change.new.removeprefix(change.old) if is_insertion else change.new
    number = 2 * corrections.index(change) + 1
    taken = "" if is_insertion else _mark("del", number, change, _run(change.old, tag="delText"))
    put = _mark("ins", number + 1, change, _run(added)) if added else ""
    return _paragraph(item, _runs(before + kept) + taken + put + _runs(after))


def _mark(kind: str, number: int, change: Correction, run: str) -> str:
    who = f'w:id="{number}" w:author="{escape(change.author)}" w:date="{change.day}T09:00:00Z"'
    return f"<w:{kind} {who}>{run}</w:{kind}>"


def _paragraph(item: Item, runs: str) -> str:
    if item.level is not None:
        properties = f'<w:numPr><w:ilvl w:val="{item.level}"/><w:numId w:val="{item.article}"/></w:numPr>'
    else:
        properties = "<w:keepNext/>" if item.is_heading else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _runs(text: str) -> str:
    """Return the runs of a text; raised figures become plain ones with the property of a superscript."""
    return "".join(
        _run(lowered(piece), '<w:vertAlign w:val="superscript"/>') if at % 2 else _run(piece)
        for at, piece in enumerate(RAISED_RUN.split(text))
        if piece
    )


def _run(text: str, properties: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def _packed(body: str, header: str, lists: int) -> bytes:
    page = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    parts = {
        "word/document.xml": _part("document", f"<w:body>{body}{page}</w:body>"),
        "word/numbering.xml": _part("numbering", "".join(_numbering(lists))),
        "word/header1.xml": _part("hdr", _paragraph(Item(header), _run(header))),
    }
    kinds = {"word/document.xml": "document.main", "word/numbering.xml": "numbering", "word/header1.xml": "header"}
    types = "".join(f'<Override PartName="/{name}" ContentType="{TYPE}.{kind}+xml"/>' for name, kind in kinds.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    links = {"numbering": "numbering.xml", "header": "header1.xml"}
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{rels}{types}</Types>',
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations(links),
        **parts,
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return file.getvalue()


def _numbering(lists: int) -> Iterator[str]:
    """Yield one list for each article, so that parts are counted anew in each."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{around}"/></w:lvl>'
        for level, (_, form, around) in enumerate(LEVELS)
    )
    numbers = range(1, lists + 1)
    yield from (f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>' for at in numbers)
    yield from (f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in numbers)


def _part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {SPACES}>{content}</w:{root}>'


def _relations(targets: dict[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'
