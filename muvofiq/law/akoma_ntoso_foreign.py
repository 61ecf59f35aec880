"""A law that others wrote as Akoma Ntoso becomes a law tree without the loss of a word."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from lxml import etree

from muvofiq.law.akoma_ntoso_words import Words, element_rows, line_of, name_of, role_of
from muvofiq.law.build import act_name
from muvofiq.law.errors import UnreadAkomaNtoso
from muvofiq.law.grammar import grammars
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.tree import Law, Note, Provision
from muvofiq.tables import table
from muvofiq.text.source import LeftOut, clean, fingerprint

HEAD = ("coverpage", "preface", "preamble")
BODY = ("body", "mainbody", "amendmentbody", "judgmentbody", "portionbody", "collectionbody")
BASIC = ("article", "rule", "regulation")
BELOW = (Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.INDENT)
DEEPEST = 60  # units inside each other; no law has more than a dozen
REMOVED = frozenset({"removed", "repealed"})
FIGURES = re.compile(r"\d.*")
TOKEN = re.compile(r"\d+(?:[^\W_]{1,9})?(?:[.-]\d+)*|[^\W\d_]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def read_foreign(data: bytes, name: str) -> Law:
    """Return the law of a document that another program wrote. Raises UnreadAkomaNtoso."""
    root = _parsed(data, name)
    document = next((child for child in root if name_of(child) and name_of(child) != "meta"), None)
    if name_of(root) != "akomantoso" or document is None:
        raise UnreadAkomaNtoso(name, reason="It holds no act, bill or other document")
    language = _language(root)
    reader = _Reader(name, language, _by_section(document))
    whole = Unit(Kind.ANNEX, 1)
    parts = list(_parts(document))
    for part in parts:
        if name_of(part) not in (*HEAD, "conclusions", "meta"):
            reader.fill(whole, [part], 0)
    head, tail = ([part for part in parts if name_of(part) in names] for names in (HEAD, ("conclusions",)))
    before, after = (_lines(some, reader.words) for some in (head, tail))
    provisions = tuple(child.finish() for child in whole.children)
    if not provisions:
        raise UnreadAkomaNtoso(name, reason="Its body holds no units")
    return Law(
        name=act_name(name),
        title=_title(root, before) or name.rsplit(".", 1)[0],
        language=language,
        sha256=fingerprint(data),
        head=(*before, *filter(None, (whole.label, *whole.headings)), *whole.lines),
        provisions=provisions,
        tail=tuple(after),
        notes=(*_notes_of_meta(root), *whole.notes, *reader.words.notes),
        left_out=tuple(sorted((*reader.left_out, *reader.words.left_out), key=lambda one: one.line)),
    )


def _parsed(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadAkomaNtoso(name, reason=f"It is no XML ({error})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadAkomaNtoso(name, reason="It defines a document type (DOCTYPE), which may hide other texts")
    return root


@dataclass(slots=True)
class Unit:
    """A unit while it is read."""

    kind: Kind
    line: int
    number: Number = field(default_factory=lambda: Number("1"))
    label: str = ""
    headings: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    children: list["Unit"] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    repealed: bool = False

    def add(self, lines: Iterable[str], line: int) -> None:
        """Add words: before the first unit below they are the text, behind it paragraphs of their own."""
        for words in lines:
            if self.children:
                counted = sum(child.kind is Kind.INDENT for child in self.children) + bool(self.lines) + 1
                self.children.append(Unit(Kind.INDENT, line, Number(str(counted)), lines=[words]))
            else:
                self.lines.append(words)

    def finish(self) -> Provision:
        """Return the unit with all below it."""
        children = tuple(child.finish() for child in self.children)
        return Provision(
            kind=self.kind,
            number=self.number,
            label=self.label,
            heading=" ".join(self.headings),
            text="\n".join(self.lines),
            line=self.line,
            children=children,
            notes=tuple(self.notes),
            repealed=self.repealed,
        )


@dataclass(slots=True)
class _Reader:
    """The walk through the units of a document."""

    name: str
    language: str
    by_section: bool
    words: Words = field(default_factory=Words)
    left_out: list[LeftOut] = field(default_factory=list)

    def fill(self, unit: Unit, elements: Iterable[etree._Element], depth: int) -> None:
        """Put what the elements hold into the unit, in their order."""
        if depth > DEEPEST:
            raise UnreadAkomaNtoso(self.name, reason=f"Its units lie inside each other more than {DEEPEST} deep")
        for element in elements:
            role, line = role_of(element), line_of(element)
            if role == "number":
                self._label(unit, element)
            elif role == "heading":
                unit.headings.extend(self._lines(unit, element))
            elif role == "annex" or (role == "unit" and not _is_mere_container(element)):
                self._unit(unit, element, depth)
            elif role in ("words", "table", "note", "") and not _holds_units(element):
                unit.add(self._lines(unit, element), line)
            elif role != "unseen":
                self._loose(unit, element.text, line)
                self.fill(unit, element, depth + 1)
            self._loose(unit, element.tail, line)

    def _unit(self, parent: Unit, element: etree._Element, depth: int) -> None:
        kind = self._kind(element, parent.kind)
        count = sum(child.kind is kind for child in parent.children) + 1
        unit = Unit(kind, line_of(element), Number(str(count)))
        unit.repealed = element.get("status") in REMOVED
        parent.children.append(unit)
        inner = _parts_of_annex(element) if role_of(element) == "annex" else list(element)
        self._loose(unit, element.text, unit.line)
        self.fill(unit, inner, depth + 1)
        unit.repealed |= self._is_repealed_by_note(unit)

    def _kind(self, element: etree._Element, above: Kind) -> Kind:
        """Return the kind of a unit: that of the table, or the next one that may lie in what is around it."""
        rows = element_rows()
        row = rows.get((element.get("name") or "").lower()) if name_of(element) == "hcontainer" else None
        told = (row or rows[name_of(element)])["kind_by_section" if self.by_section else "kind"]
        if told and (Kind(told).depth > above.depth or Kind(told) is Kind.ANNEX):
            return Kind(told)
        return next((kind for kind in BELOW if kind.depth > above.depth), Kind.INDENT)

    def _label(self, unit: Unit, element: etree._Element) -> None:
        unit.label = " ".join(filter(None, (unit.label, *self._lines(unit, element))))
        grammar = grammars().get(self.language)
        for spelling in _spellings(unit.label):
            with suppress(ValueError):
                unit.number = grammar.number(spelling) if grammar else Number.parse(spelling)
                return

    def _lines(self, unit: Unit, element: etree._Element) -> list[str]:
        words = Words()
        lines = [words.one_line_with_notes(element)] if role_of(element) == "note" else words.lines(element)
        self.left_out.extend(words.left_out)
        unit.notes.extend(words.notes)
        if role_of(element) != "note":
            return lines
        unit.notes.extend(Note(line, line_of(element)) for line in lines if line)
        return []

    def _loose(self, unit: Unit, text: str | None, line: int) -> None:
        """Keep words that stand where the standard allows none."""
        if text and (words := clean(" ".join(text.split()))):
            unit.add([words], line)

    def _is_repealed_by_note(self, unit: Unit) -> bool:
        grammar = grammars().get(self.language)
        if grammar is None or unit.lines or unit.children:
            return False
        return any(grammar.mark("repealed").search(note.text.casefold()) for note in unit.notes)


def _spellings(label: str) -> Iterator[str]:
    """Yield what may be the number in a label, the likeliest first: «Art. 2 bis.» holds 2 bis, 2, and Art.

    >>> list(_spellings("Article 2 bis.")), list(_spellings("CHAPTER IV"))
    (['2 bis', '2', 'bis', 'Article'], ['IV', 'CHAPTER'])
    """
    figures = FIGURES.search(label)
    if figures:
        yield figures[0].lower().rstrip(" .:)]—–-")
    tokens = TOKEN.findall(label)
    yield from (token.lower() for token in tokens if token[0].isdigit())
    yield from (token for token in reversed(tokens) if not token[0].isdigit())


def _is_mere_container(element: etree._Element) -> bool:
    """Tell whether a unit has neither number nor heading nor a name that says what it is."""
    known = element_rows().get((element.get("name") or "").lower())
    return (
        name_of(element) in ("hcontainer", "level", "crossheading")
        and not (known and known["role"] == "unit" and known["kind"])
        and not any(role_of(child) in ("number", "heading") for child in element)
    )


def _holds_units(element: etree._Element) -> bool:
    """Tell whether an element, unknown or a paragraph, is built of units; quoted ones are words of the paragraph."""
    return role_of(element) == "" and any(
        role_of(child) in ("unit", "annex", "container", "words", "table") for child in element
    )


def _by_section(document: etree._Element) -> bool:
    """Tell whether lawyers cite sections first: the act has no articles."""
    names = {name_of(element) for element in document.iter()}
    containers = {
        (element.get("name") or "").lower() for element in document.iter() if name_of(element) == "hcontainer"
    }
    return not (names | containers).intersection(BASIC)


def _parts(document: etree._Element) -> Iterator[etree._Element]:
    """Yield the parts of a document in their order, with the parts of the body in its place."""
    for part in document:
        if name_of(part) in (*BODY, "attachments", "components"):
            yield from part
        else:
            yield part


def _parts_of_annex(element: etree._Element) -> list[etree._Element]:
    """Return what an attachment holds, without the frame of a document around it."""
    inner: list[etree._Element] = []
    for child in element:
        if role_of(child) == "" and any(name_of(part) in (*BODY, *HEAD) for part in child):
            inner.extend(_parts(child))
        else:
            inner.append(child)
    return inner


def _lines(parts: Iterable[etree._Element], words: Words) -> list[str]:
    return [line for part in parts for line in words.lines(part)]


def _title(root: etree._Element, head: Iterable[str]) -> str:
    """Return the title that the document tells of itself, or the words marked as such in its preface."""
    aliases = [one for one in root.iter() if name_of(one) == "frbralias" and one.get("value")]
    named = [one for one in aliases if (one.get("name") or "").lower() in ("title", "longtitle", "shorttitle", "alias")]
    if named:
        return " ".join(named[0].get("value", "").split())
    for wanted in ("doctitle", "longtitle", "shorttitle"):
        found = next((one for one in root.iter() if name_of(one) == wanted), None)
        if found is not None and (text := " ".join(Words().lines(found))):
            return text
    return next(iter(head), "")


def _language(root: etree._Element) -> str:
    """Return the code of the language, in two letters where the table of languages knows it."""
    codes = {row["code"]: row["language"] for row in table("languages/codes.csv")}
    told = (one.get("language") or "" for one in root.iter() if name_of(one) == "frbrlanguage")
    spoken = (one.get("{http://www.w3.org/XML/1998/namespace}lang") or "" for one in root.iter())
    code = next(filter(None, told), "") or next(filter(None, spoken), "")
    return codes.get(code.lower()[:3], codes.get(code.lower()[:2], code.lower())) or "und"


def _notes_of_meta(root: etree._Element) -> Iterator[Note]:
    for note in root.iter():
        is_of_act = name_of(note) == "note" and any(name_of(one) == "meta" for one in note.iterancestors())
        if is_of_act and (text := Words().one_line_with_notes(note)):
            yield Note(text, line_of(note))
