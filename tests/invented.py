"""Files of every kind that a law may come in, made here from invented law text; no file of a state is copied."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

RUSSIAN = (
    "ЗАКОН РЕСПУБЛИКИ ВЫМЫШЛЕННОЙ",
    "О заставах",
    "Глава 1. Общие положения",
    "Статья 1. Цель",
    "1. Застава принимает каждого, кто просит убежища:",
    "1) днём;",
    "2) ночью. (Закон РВ от 02.01.2019 № 15)",
    "2. Отказ выдаётся письменно.",
    "Статья 1¹. Переводчик",
    "Переводчик бесплатен, как сказано в части 2 статьи 1 настоящего Закона.",
    "Статья 2. Утратила силу.",
)
TEXTS = {
    "ru": RUSSIAN,
    "tg": (
        "Қонуни Ҷумҳурӣ",
        "Моддаи 1. Мақсад",
        "1. Посбон ҳар касро қабул мекунад.",
        "Моддаи 2. Тарҷумон",
        "Ройгон аст.",
    ),
    "kk": (
        "Ойдан шығарылған заң",
        "1-бап. Мақсаты",
        "1. Бекет әркімді қабылдайды.",
        "2-бап. Аудармашы",
        "Тегін беріледі.",
    ),
    "uz": (
        "Oʻylab topilgan qonun",
        "1-modda. Maqsad",
        "Qorovul har kimni qabul qiladi.",
        "2-modda. Tarjimon",
        "Bepul beriladi.",
    ),
    "uz-cyrillic": ("Ўйлаб топилган қонун", "1-модда. Мақсад", "Қоровул ҳар кимни қабул қилади.", "2-модда. Таржимон"),
    "ky": ("Ойдон чыгарылган мыйзам", "1-берене. Максат", "Күзөт ар кимди кабыл алат.", "2-берене. Котормочу"),
    "en": (
        "Guards Act of Nowhere",
        "Article 1",
        "Purpose",
        "1. A guard admits everyone:",
        "(a) by day;",
        "(b) by night.",
        "Article 2",
        "Interpreter",
    ),
    "fr": (
        "Loi sur les gardes",
        "Article premier",
        "But",
        "1. Le garde admet chacun.",
        "Article 2",
        "Interprète",
        "Gratuit.",
    ),
    "decree": (
        "ПОСТАНОВЛЕНИЕ",
        "Правительство Вымышленной постановляет:",
        "1. Утвердить Правила.",
        "1.1. Правила действуют день.",
        "2. Опубликовать.",
        "Приложение 1",
        "Правила",
        "1. Стража бодрствует.",
    ),
    "two": (
        "Моддаи 1. Мақсад",
        "Посбон ҳар касро қабул мекунад.",
        "Моддаи 2. Тарҷумон",
        "Статья 1. Цель",
        "Застава принимает каждого.",
        "Статья 2. Переводчик",
    ),
}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="Статья %1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
FOOTNOTES = (
    f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>См. закон.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
BUSY = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Цель</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Застава</w:t></w:r>'
    '<w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> всегда</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="x"><w:r><w:delText xml:space="preserve"> редко</w:delText></w:r></w:del>'
    '<w:r><w:t xml:space="preserve"> открыта.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    '<w:p><w:r><w:t>Статья 7</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    "<w:r><w:t>. Стража</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>День</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ночь</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of these parts; it is the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(lines: Iterable[str] = RUSSIAN, extra: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with a paragraph for each line, and behind them the paragraphs of ``extra``."""
    words = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    names = {"numbering": "numbering.xml", "footnotes": "footnotes.xml"}
    ties = "".join(
        f'<Relationship Id="r{at}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(names.items())
    )
    whole = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATION}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{ties}</Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{words}{extra}</w:body></w:document>",
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": FOOTNOTES,
    }
    return zipped(whole | dict(parts or {}))


def rtf(lines: Iterable[str] = RUSSIAN) -> bytes:
    """Return an RTF file whose letters are written in the three ways that occur: Unicode, code page, plain."""
    spelt = []
    for at, line in enumerate(lines):
        if at % 2 or "¹" in line:
            spelt.append("".join(sign if ord(sign) < 128 else f"\\u{ord(sign)}?" for sign in line))
        else:
            page = line.encode("cp1251", "replace")
            spelt.append("".join(chr(byte) if byte < 128 else f"\\'{byte:02x}" for byte in page))
    head = "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Times;}}{\\*\\generator Riched20;}"
    tail = "\\pard Bold {\\b here} and {\\super 1}{\\footnote \\pard See.}\\par}"
    return (head + "".join(f"\\pard {line}\\par\n" for line in spelt) + tail).encode("ascii", "replace")


CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    b"1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfrange "
    b"<20> <7E> <0020> <B1> <B1> <00B9> <C0> <FF> <0410> endbfrange "
    b"endcmap CMapName currentdict /CMap defineresource pop end end"
)


def pdf(pages: Iterable[Iterable[str]] = (RUSSIAN[:6], RUSSIAN[6:]), trailer: bytes = b"", words: bytes = b"") -> bytes:
    """Return a PDF with a page for each list of lines (letters of Russian and ASCII); ``words`` replace its content."""
    contents = [words or _page(lines) for lines in pages]
    kids = b" ".join(b"%d 0 R" % (5 + 2 * at) for at in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>" % (kids, len(contents)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(CMAP), CMAP),
    ]
    for at, content in enumerate(contents):
        objects.append(b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>" % (6 + 2 * at))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    return _numbered(objects, trailer)


def _page(lines: Iterable[str]) -> bytes:
    shown = []
    for at, line in enumerate(lines):
        spelt = (
            line.replace("¹", "±")
            .encode("cp1251", "replace")
            .replace(b"\\", b"/")
            .replace(b"(", b"\\(")
            .replace(b")", b"\\)")
        )
        shown.append(b"1 0 0 1 72 %d Tm (%s) Tj" % (780 - 16 * at, spelt))
    return b"BT /F1 11 Tf\n" + b"\n".join(shown) + b"\nET"


def _numbered(objects: list[bytes], trailer: bytes) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for at, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (at, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, trailer, len(out)
    )  # fmt: skip


def page(lines: Iterable[str] = RUSSIAN) -> bytes:
    """Return a web page with navigation around the act, as portals serve it."""
    words = "".join(f"<p class=j{at % 3}>{escape(line)}</p>\n" for at, line in enumerate(lines))
    return (
        '<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Закон</title><style>p{}</style></head><body>'
        '<nav><a href="#">Поиск</a></nav><div id="text"><h1>Закон</h1>'
        f"{words}<p>Статья 130<sup>1</sup>. Стража<table><tr><td>1.</td><td>День</td></tr></table></div>"
        "<footer>© Портал</footer><script>var x = '<p>';</script></body></html>"
    ).encode()


def union_page() -> bytes:
    """Return a page with the classes by which EUR-Lex marks articles, paragraphs and points."""
    return (
        b'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
        b'"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
        b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>L_1</title></head><body>'
        b'<p class="oj-doc-ti">DIRECTIVE 2099/1/EU</p><p class="oj-normal">Having regard to nothing,</p>'
        b'<div id="art_1"><p class="oj-ti-art">Article 1</p><p class="oj-sti-art">Purpose</p>'
        b'<p class="oj-normal">1. A guard admits everyone:</p><table><tbody><tr><td><p class="oj-normal">(a)</p></td>'
        b'<td><p class="oj-normal">by day;</p></td></tr></tbody></table></div>'
        b'<p class="oj-ti-art">Article 2 bis</p><p class="oj-normal">Free <span class="oj-super">1</span>.</p>'
        b'<p class="oj-note">(<a>1</a>) See nothing.</p></body></html>'
    )


def akoma_ntoso() -> bytes:
    """Return an act in Akoma Ntoso as another parliament would publish it."""
    return (
        b'<?xml version="1.0" encoding="UTF-8"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        b'<act name="act"><meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/zz/act/2099/1"/>'
        b'<FRBRuri value="/akn/zz/act/2099/1"/><FRBRdate date="2099-01-01" name=""/><FRBRauthor href="#x"/>'
        b'<FRBRcountry value="zz"/></FRBRWork><FRBRExpression><FRBRthis value="/akn/zz/act/2099/1/eng"/>'
        b'<FRBRuri value="/akn/zz/act/2099/1/eng"/><FRBRdate date="2099-01-01" name=""/><FRBRauthor href="#x"/>'
        b'<FRBRlanguage language="eng"/></FRBRExpression></identification></meta>'
        b'<preface><p><docTitle>Guards Act</docTitle></p></preface><body><chapter eId="chp_1"><num>Chapter 1</num>'
        b'<heading>General</heading><article eId="art_1"><num>Article 1</num><heading>Purpose</heading>'
        b'<paragraph eId="art_1__para_1"><num>1.</num><list><intro><p>A guard admits <ref href="#x">all</ref>:'
        b"</p></intro>"
        b'<point eId="art_1__para_1__point_a"><num>(a)</num><content><p>by day;</p></content></point></list>'
        b"</paragraph>"
        b"</article></chapter></body></act></akomaNtoso>"
    )


def files() -> dict[str, bytes]:
    """Return an invented law in every format, by the name that it would have."""
    made = {f"{language}.txt": "\n".join(lines).encode() for language, lines in TEXTS.items()}
    made |= {f"{language}.docx": docx(TEXTS[language], BUSY) for language in ("ru", "tg", "decree", "two")}
    made |= {f"{language}.html": page(TEXTS[language]) for language in ("ru", "kk", "uz")}
    russian = "\n".join(RUSSIAN)
    made |= {"cp1251.txt": russian.encode("cp1251", "replace"), "utf16.txt": russian.encode("utf-16")}
    return made | {"a.rtf": rtf(), "a.pdf": pdf(), "eu.xml": union_page(), "akn.xml": akoma_ntoso()}
