"""Before a page is read: which of its elements are navigation, which tables hold data, what marks a footnote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from muvofiq.tables import table

INVISIBLE = frozenset({"head", "script", "style", "noscript", "template", "svg", "iframe"})
CONTROLS = frozenset({"nav", "button", "select", "textarea"})
SURROUNDINGS = frozenset({"header", "footer", "aside", "form"})
ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar"})
NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|footer|banner|toolbar|share|social|print|cookies?"
    r"|pagination|search|bgtool|bglang)(?:$|[\s_-])",
    re.IGNORECASE,
)
LARGEST = 0.3  # more of the page's words than this is the act itself, whatever the element is called
LINKED = 0.5  # where at least this share of the words are links, they lead elsewhere
CONTAINED = 0.6  # at least this share of the words stands where a portal puts the act
MARK = re.compile(r"[\[(]?\s*(?:[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\*{1,5}\d{0,3}|[†‡])\s*[\])]?")
WIDE = 20  # a cell with more blocks than this lays out the page


@dataclass(slots=True)
class Survey:
    """What is known of a page before it is read."""

    navigation: set[etree._Element] = field(default_factory=set)
    container: etree._Element | None = None
    data_tables: set[etree._Element] = field(default_factory=set)
    marks: dict[etree._Element, etree._Element] = field(default_factory=dict)  # the citing mark -> that of its footnote


@dataclass(slots=True)
class Extent:
    """How many characters an element holds, how many of them are links to elsewhere, and how many titles it holds."""

    element: etree._Element
    words: int
    links: int
    titles: int


def survey(page: etree._Element) -> Survey:
    """Walk once through a page and tell what of it is what; time grows with the size of the page alone."""
    result = Survey(data_tables=_data_tables(page), marks=_marks(page))
    extents, total = _extents(page)
    for extent in extents:
        if extent.element.tag in CONTROLS or _surrounds(extent, total):
            result.navigation.add(extent.element)
    places = [extent for extent in extents if _is_container(extent.element)]
    largest = max(places, key=lambda extent: extent.words, default=None)
    if largest and largest.words >= CONTAINED * total:
        result.container = largest.element
    return result


def line_of(element: etree._Element, otherwise: int) -> int:
    """Return the line of the page on which an element begins, counted from 1."""
    line = element.sourceline
    return line if isinstance(line, int) else otherwise


def visible(element: etree._Element) -> str:
    """Return the words of an element that a reader of the page sees."""
    return " ".join(" ".join(text for _, text in _visible(element)).split())


def is_candidate(element: etree._Element) -> bool:
    """Tell whether the name of an element says that it surrounds the act."""
    return bool(
        element.tag in CONTROLS
        or element.tag in SURROUNDINGS
        or element.get("role", "").lower() in ROLES
        or NAMES.search(element.get("class", ""))
        or NAMES.search(element.get("id", ""))
    )


def _surrounds(extent: Extent, total: int) -> bool:
    """Navigation is small beside the act and mostly links; it holds no title of an act. In doubt it is the act."""
    if not is_candidate(extent.element) or extent.titles or extent.words > LARGEST * total:
        return False
    return extent.links >= LINKED * extent.words or extent.element.tag == "footer" or _says_role(extent.element)


def _says_role(element: etree._Element) -> bool:
    return element.get("role", "").lower() in ROLES - {"complementary"}


def _is_container(element: etree._Element) -> bool:
    names = {("id", element.get("id"))} | {("class", name) for name in element.get("class", "").split()}
    return not names.isdisjoint((row["attribute"], row["value"]) for row in table("portals.csv"))


def _visible(page: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    walk = etree.iterwalk(page, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and element.tag in INVISIBLE:
            walk.skip_subtree()
            continue
        text = element.text if event == "start" else element.tail if element is not page else None
        if text:
            yield element, text


def _extents(page: etree._Element) -> tuple[list[Extent], int]:
    """Measure each element that may be navigation or the place of the act; return also the characters of the page."""
    open_: list[Extent] = []
    done: list[Extent] = []
    words = links = titles = linking = 0
    walk = etree.iterwalk(page, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element.tag in INVISIBLE:
                walk.skip_subtree()
                continue
            linking += _leads_elsewhere(element)
            titles += element.tag == "h1"
            if is_candidate(element) or _is_container(element):
                open_.append(Extent(element, words, links, titles - (element.tag == "h1")))
        elif event == "end":
            linking -= _leads_elsewhere(element)
            if open_ and open_[-1].element is element:
                extent = open_.pop()
                extent.words, extent.links = words - extent.words, links - extent.links
                extent.titles = titles - extent.titles
                done.append(extent)
        text = element.text if event == "start" else element.tail
        size = len("".join(text.split())) if text else 0
        words += size
        links += size if linking else 0
    return done, words


def _leads_elsewhere(element: etree._Element) -> bool:
    return element.tag == "a" and not element.get("href", "#").startswith("#")


def _data_tables(page: etree._Element) -> set[etree._Element]:
    """Return the tables with rows of several cells that hold no other table and no long text."""
    found: set[etree._Element] = set()
    open_: list[etree._Element] = []
    for event, element in etree.iterwalk(page, events=("start", "end"), tag="table"):
        if event == "start":
            found -= set(open_[-1:])
            found.add(element)
            open_.append(element)
        else:
            open_.pop()
    return {one for one in found if _holds_data(one)}


def _holds_data(one: etree._Element) -> bool:
    cells = list(one.iter("td", "th"))
    several = any(len(row) > 1 and sum(cell.tag in ("td", "th") for cell in row) > 1 for row in one.iter("tr"))
    return several and all(sum(1 for _ in cell.iter("p", "div", "li", "br")) <= WIDE for cell in cells)


def _marks(page: etree._Element) -> dict[etree._Element, etree._Element]:
    """Return the marks of footnotes: two links, each of which leads to the other, of which the first is a mere sign."""
    links: dict[tuple[str, str], etree._Element] = {}
    marks: dict[etree._Element, etree._Element] = {}
    for link in page.iter("a"):
        own, to = link.get("id") or link.get("name") or "", link.get("href", "")
        if not own or not to.startswith("#"):
            continue
        citing = links.get((to[1:], own))
        if citing is None:
            if MARK.fullmatch(visible(link)):
                links.setdefault((own, to[1:]), link)
        elif citing not in marks:
            marks[citing] = link
    return marks
