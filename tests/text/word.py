"""Builds Word files for tests from the markup of their parts."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {"header1": "hdr", "footer1": "ftr"}
PLAIN_STYLES = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'


def word(*body: str, **parts: str) -> bytes:
    """Return a Word file of paragraphs and tables; ``parts`` are styles, numbering, footnotes, comments, header1 ..."""
    return packed(document=part("document", f"<w:body>{''.join(body)}</w:body>"), **{
        name: part(ROOTS.get(name, name), content) for name, content in {"styles": PLAIN_STYLES, **parts}.items()
    })  # fmt: skip


def packed(**parts: str) -> bytes:
    """Return a Word file of whole parts, the same bytes at every hour."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        types = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{name.rstrip("1")}'
            f'{".main" if name == "document" else ""}+xml"/>'
            for name in parts
        )
        rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        archive.writestr(
            ZipInfo("[Content_Types].xml"), f'<Types xmlns="{PACKAGE}/content-types">{rels}{types}</Types>'
        )
        archive.writestr(ZipInfo("_rels/.rels"), relations({"officeDocument": "word/document.xml"}))
        others = {name.rstrip("1"): f"{name}.xml" for name in parts if name != "document"}
        archive.writestr(ZipInfo("word/_rels/document.xml.rels"), relations(others))
        for name, content in parts.items():
            archive.writestr(ZipInfo(f"word/{name}.xml"), content, ZIP_DEFLATED)
    return file.getvalue()


def part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def relations(targets: dict[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def paragraph(content: str = "", properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def inserted(text: str, author: str = "Раҳимов") -> str:
    return f'<w:ins w:id="1" w:author="{author}" w:date="2026-01-01T00:00:00Z">{run(text)}</w:ins>'


def deleted(text: str, author: str = "Раҳимов") -> str:
    return f'<w:del w:id="1" w:author="{author}" w:date="2026-01-01T00:00:00Z">{run(text, tag="delText")}</w:del>'


def end(change: str) -> str:
    """Return the properties of a paragraph whose end is inserted (``ins``) or deleted (``del``)."""
    return f'<w:rPr><w:{change} w:id="1" w:author="Раҳимов" w:date="2026-01-01T00:00:00Z"/></w:rPr>'


def table(*rows: list[str]) -> str:
    """Return a table of cells that hold markup."""
    lines = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{lines}</w:tbl>"


def numbered(list_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(place: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(lists: dict[int, str], names: dict[int, tuple[int, str]] | None = None) -> str:
    """Return the markup of lists: their levels, and each name with its list and what it does otherwise."""
    names = names or {one: (one, "") for one in lists}
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{one}">{text}</w:abstractNum>' for one, text in lists.items())
    return abstract + "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{one}"/>{more}</w:num>' for name, (one, more) in names.items()
    )
