"""A law is written as an Akoma Ntoso 3.0 document, the form in which parliaments exchange laws."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from muvofiq.law.akoma_ntoso_names import CONTAINER, ELEMENTS, OWN, STANDARD, UNPROOFED, own, tag
from muvofiq.law.errors import ForbiddenSign
from muvofiq.law.tree import Law, Note, Provision

FORBIDDEN = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
# The standard asks for country and date, which a law tree does not know; «zz» is no country's code.
COUNTRY, DATE = "zz", "0001-01-01"
WE, LEGISLATOR = "muvofiq", "legislator"


def write(law: Law) -> str:
    """Return the law as an XML document from which `read` makes the same law again. Raises ForbiddenSign."""
    _refuse_forbidden_signs(law)
    root = etree.fromstring(f'<akomaNtoso xmlns="{STANDARD}" xmlns:muvofiq="{OWN}"/>')
    act = _add(root, "act", name="act", contains="singleVersion")
    _write_meta(_add(act, "meta"), law)
    _write_lines(act, "preface", law.head)
    _write_units(_add(act, "body"), law)
    _write_lines(act, "conclusions", law.tail)
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _refuse_forbidden_signs(law: Law) -> None:
    for place, text in _texts(law):
        if found := FORBIDDEN.search(text):
            raise ForbiddenSign(f"{law.name!a}, {place}", code=f"U+{ord(found[0]):04X}")


def _texts(law: Law) -> Iterator[tuple[str, str]]:
    """Yield all that is written, with the place that a person can look up."""
    yield from (("name", law.name), ("title", law.title), ("language", law.language), ("hash", law.sha256))
    yield from (("remarks", remark.template) for remark in law.remarks)
    yield from ((f"line {one.line}", one.text) for one in law.left_out)
    yield from ((f"line {one.line}", text) for one in law.repairs for text in (one.before, one.after))
    yield from (("head", text) for text in law.head)
    yield from (("tail", text) for text in law.tail)
    yield from ((f"line {note.line}", note.text) for note in law.notes)
    for _, unit, _ in law.units():
        place = f"line {unit.line}"
        yield from ((place, text) for text in (unit.label, unit.heading, unit.text, unit.number.stem))
        yield from ((f"line {note.line}", note.text) for note in unit.notes)


def _write_meta(meta: etree._Element, law: Law) -> None:
    identification = _add(meta, "identification", source=f"#{WE}")
    uri = f"/akn/{COUNTRY}/act/{DATE}/{law.name}"
    work = _write_level(identification, "FRBRWork", uri, LEGISLATOR, title=law.title)
    _add(work, "FRBRcountry", value=COUNTRY)
    _add(work, "FRBRname", value=law.name)
    expression = _write_level(identification, "FRBRExpression", f"{uri}/{law.language}@", LEGISLATOR)
    _add(expression, "FRBRlanguage", language=law.language)
    _write_level(identification, "FRBRManifestation", f"{uri}/{law.language}@.xml", WE)
    references = _add(meta, "references", source=f"#{WE}")
    for agent in (LEGISLATOR, WE):
        _add(references, "TLCOrganization", eId=agent, href=f"/ontology/organization/{agent}", showAs=agent)
    if law.notes:
        notes = _add(meta, "notes", source=f"#{WE}")
        for note in law.notes:
            _add(_with_line(_add(notes, "note"), note.line), "p", note.text)
    proprietary = _add(meta, "proprietary", source=f"#{WE}")
    etree.SubElement(proprietary, own("file"), {"sha256": law.sha256})
    for remark in law.remarks:
        etree.SubElement(proprietary, own("remark"), {"count": str(remark.count)}).text = remark.template
    for one in law.left_out:
        where = {"line": str(one.line), "reason": one.reason.value}
        etree.SubElement(proprietary, own("leftOut"), where).text = one.text
    for repair in law.repairs:
        was = {"line": str(repair.line), "damage": repair.damage.value, "before": repair.before}
        etree.SubElement(proprietary, own("repair"), was).text = repair.after


def _write_level(parent: etree._Element, name: str, uri: str, author: str, *, title: str = "") -> etree._Element:
    """Write what the standard wants to know of the act, of its edition in a language, and of this document alike."""
    level = _add(parent, name)
    _add(level, "FRBRthis", value=f"{uri}/!main" if name != "FRBRManifestation" else uri)
    _add(level, "FRBRuri", value=uri)
    if title:
        _add(level, "FRBRalias", name="title", value=title)
    _add(level, "FRBRdate", date=DATE, name="unknown")
    _add(level, "FRBRauthor", href=f"#{author}")
    return level


def _write_lines(act: etree._Element, name: str, lines: Iterable[str]) -> None:
    """Write what stands before or behind the units; the standard allows no empty preface and no empty conclusions."""
    part: etree._Element | None = None
    for line in lines:
        part = _add(act, name) if part is None else part
        _add(part, "p", line)


def _write_units(body: etree._Element, law: Law) -> None:
    way = [body]
    for address, unit, around in law.units():
        del way[len(around) + 1 :]
        way.append(_write_unit(way[-1], unit, address.eid))


def _write_unit(parent: etree._Element, unit: Provision, eid: str) -> etree._Element:
    element = _with_line(_add(parent, ELEMENTS[unit.kind], eId=eid), unit.line)
    if element.tag == tag(CONTAINER):
        element.set("name", unit.kind.value)
    if unit.unproofed:
        element.set("class", UNPROOFED)
    if unit.repealed:
        element.set("status", "removed")
    if unit.label:
        _add(element, "num", unit.label)
    if unit.heading:
        _add(element, "heading", unit.heading)
    if unit.text or unit.notes:
        _write_words(_add(element, "intro" if unit.children else "content"), unit.text, unit.notes)
    return element


def _write_words(block: etree._Element, text: str, notes: Iterable[Note]) -> None:
    """Write each line of the text as a paragraph, and below them each note as an editor's remark."""
    for line in text.split("\n") if text else ():
        _add(block, "p", line)
    for note in notes:
        _with_line(_add(_add(block, "p"), "remark", note.text, status="editorial"), note.line)


def _with_line(element: etree._Element, line: int) -> etree._Element:
    element.set(own("line"), str(line))
    return element


def _add(parent: etree._Element, _element: str, _text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, tag(_element), attributes)
    if _text:
        element.text = _text
    return element
