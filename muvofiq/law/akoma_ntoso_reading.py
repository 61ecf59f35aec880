"""A law that was written as an Akoma Ntoso document is read again, or it is said why it cannot be."""

from collections.abc import Sequence

from lxml import etree

from muvofiq.law.akoma_ntoso_names import CONTAINER, ELEMENTS, STANDARD, UNPROOFED, own, tag
from muvofiq.law.errors import NotAkomaNtoso
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Step
from muvofiq.law.tree import Law, Note, Provision
from muvofiq.text.damage import Damage, Repair
from muvofiq.text.source import LeftOut, Reason, Remark

KINDS = {element: kind for kind, element in ELEMENTS.items() if element != CONTAINER}
CONTAINED = {kind.value: kind for kind, element in ELEMENTS.items() if element == CONTAINER}
ONCE = ("num", "heading", "intro", "content")  # what a unit holds of its own, beside the units below it


def read(xml: str) -> Law:
    """Return the law that `write` has written. Raises NotAkomaNtoso rather than pass over a word it does not know."""
    root = _parsed(xml)
    if root.tag != tag("akomaNtoso"):
        raise _wrong(root, f"It begins with <{_name(root)}>, and not with <akomaNtoso> of version 3.0")
    act = _children(root, "act")
    if len(act) != 1:
        raise _wrong(root, f"It holds {len(act)} acts, and not one")
    parts = {_name(part): part for part in _children(act[0], "meta", "preface", "body", "conclusions")}
    meta, body = parts.get("meta"), parts.get("body")
    if meta is None or body is None or len(parts) != len(act[0]):
        raise _wrong(act[0], "The act has no <meta> or no <body>, or has a part of it twice")
    return Law(
        name=_value(meta, "FRBRWork/FRBRname", "value"),
        title=_title(meta),
        language=_value(meta, "FRBRExpression/FRBRlanguage", "language"),
        sha256=_attribute(_found(meta, f"{tag('proprietary')}/{own('file')}"), "sha256"),
        head=_lines(parts.get("preface")),
        provisions=tuple(_unit(element) for element in _children(body)),
        tail=_lines(parts.get("conclusions")),
        notes=tuple(_note_of_act(note) for note in meta.iterfind(f"{tag('notes')}/{tag('note')}")),
        remarks=tuple(_remark(one) for one in meta.iterfind(f"{tag('proprietary')}/{own('remark')}")),
        left_out=tuple(_left_out(one) for one in meta.iterfind(f"{tag('proprietary')}/{own('leftOut')}")),
        repairs=tuple(_repair(one) for one in meta.iterfind(f"{tag('proprietary')}/{own('repair')}")),
    )


def _parsed(xml: str) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise NotAkomaNtoso(f"line {error.lineno or 1}", reason=f"It is no XML ({error.msg})") from error
    except UnicodeEncodeError as error:
        raise NotAkomaNtoso("line 1", reason="It holds half a sign, which no text may hold") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _wrong(root, "It defines a document type (DOCTYPE), which may hide other texts behind its words")
    return root


def _unit(element: etree._Element) -> Provision:
    kind = _kind(element)
    below = _children(element)
    words = {_name(child): child for child in below if _name(child) in ONCE}
    units = [child for child in below if _name(child) not in ONCE]
    if len(words) + len(units) != len(below) or ("intro" in words and "content" in words):
        raise _wrong(element, f"Something stands twice in <{_name(element)}>")
    text, notes = _words(words.get("intro", words.get("content")))
    return Provision(
        kind=kind,
        number=_number(element, kind),
        label=_text(words.get("num")),
        heading=_text(words.get("heading")),
        text=text,
        line=_line(element),
        children=tuple(_unit(unit) for unit in units),
        notes=notes,
        repealed=element.get("status") == "removed",
        unproofed=element.get("class") == UNPROOFED,
    )


def _kind(element: etree._Element) -> Kind:
    name = _name(element)
    kind = CONTAINED.get(element.get("name", "")) if name == CONTAINER else KINDS.get(name)
    if kind is None:
        raise _wrong(element, f"It has a unit <{name}>, which this workbench does not write")
    return kind


def _number(element: etree._Element, kind: Kind) -> Number:
    try:
        step = Step.parse(_attribute(element, "eId").rpartition("__")[2])
    except ValueError as error:
        raise _wrong(element, str(error).rstrip(".")) from error
    if step.kind is not kind:
        raise _wrong(element, f"The eId of <{_name(element)}> is that of another kind of unit")
    return step.number


def _words(block: etree._Element | None) -> tuple[str, tuple[Note, ...]]:
    if block is None:
        return "", ()
    lines: list[str] = []
    notes: list[Note] = []
    for paragraph in _children(block, "p"):
        if len(paragraph):
            notes.extend(Note(_text(remark), _line(remark)) for remark in _children(paragraph, "remark"))
        else:
            lines.append(_text(paragraph))
    return "\n".join(lines), tuple(notes)


def _note_of_act(note: etree._Element) -> Note:
    return Note("\n".join(map(_text, _children(note, "p"))), _line(note))


def _remark(element: etree._Element) -> Remark:
    return Remark(_text(element), _count(element, "count"))


def _left_out(element: etree._Element) -> LeftOut:
    try:
        reason = Reason(_attribute(element, "reason"))
    except ValueError as error:
        raise _wrong(element, "It leaves words out for a reason that is not known") from error
    return LeftOut(_count(element, "line"), _text(element), reason)


def _repair(element: etree._Element) -> Repair:
    try:
        damage = Damage(_attribute(element, "damage"))
    except ValueError as error:
        raise _wrong(element, "It repairs a damage that is not known") from error
    return Repair(_count(element, "line"), _attribute(element, "before"), _text(element), damage)


def _title(meta: etree._Element) -> str:
    titles = meta.iterfind(_path("identification/FRBRWork/FRBRalias"))
    return next((_attribute(title, "value") for title in titles if title.get("name") == "title"), "")


def _lines(part: etree._Element | None) -> tuple[str, ...]:
    return () if part is None else tuple(map(_text, _children(part, "p")))


def _text(element: etree._Element | None) -> str:
    """Return the words of an element in which nothing but words may stand."""
    if element is None:
        return ""
    if len(element):
        raise _wrong(element, f"There is <{_name(element[0])}> within the words of <{_name(element)}>")
    return element.text or ""


def _children(parent: etree._Element, *allowed: str) -> Sequence[etree._Element]:
    """Return what lies in an element in which no loose words may stand; raises NotAkomaNtoso."""
    children = list(parent)
    if any(text and not text.isspace() for text in (parent.text, *(child.tail for child in children))):
        raise _wrong(parent, f"There are loose words in <{_name(parent)}>")
    for child in children if allowed else ():
        if _name(child) not in allowed:
            raise _wrong(child, f"There is <{_name(child)}> in <{_name(parent)}>")
    return children


def _value(meta: etree._Element, path: str, attribute: str) -> str:
    return _attribute(_found(meta, _path(f"identification/{path}")), attribute)


def _found(parent: etree._Element, path: str) -> etree._Element:
    element = parent.find(path)
    if element is None:
        raise _wrong(parent, f"It has no <{path.rpartition('}')[2]}>")
    return element


def _line(element: etree._Element) -> int:
    return _count(element, own("line"))


def _count(element: etree._Element, name: str) -> int:
    value = _attribute(element, name)
    try:
        return int(value)
    except ValueError as error:
        raise _wrong(element, f"«{value[:20]}» in <{_name(element)}> is no number") from error


def _attribute(element: etree._Element, name: str) -> str:
    value = element.get(name)
    if value is None:
        raise _wrong(element, f"<{_name(element)}> does not tell its {name.rpartition('}')[2]}")
    return value


def _path(names: str) -> str:
    return "/".join(map(tag, names.split("/")))


def _name(element: etree._Element) -> str:
    """Return the name of an element; elements of other standards keep their full name, and entities have none."""
    return str(element.tag).removeprefix(f"{{{STANDARD}}}") if isinstance(element.tag, str) else "&"


def _wrong(element: etree._Element, reason: str) -> NotAkomaNtoso:
    return NotAkomaNtoso(f"line {element.sourceline or 1}", reason=reason)
