"""What Akoma Ntoso, the international format for laws, calls the things of which a law consists."""

from types import MappingProxyType

from muvofiq.law.kind import Kind

STANDARD = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
UNPROOFED = "unproofed"  # the class of units recognised in a picture
OWN = "urn:muvofiq:1"  # for what the standard has no place for: lines of the file, remarks of its reader

# The standard has no unit «note» that is law and no annex inside a body; it lets such units be a container with a name.
CONTAINER = "hcontainer"
ELEMENTS = MappingProxyType(
    {
        Kind.ANNEX: CONTAINER,
        Kind.DIVISION: "part",
        Kind.SECTION: "section",
        Kind.SUBSECTION: "subsection",
        Kind.CHAPTER: "chapter",
        Kind.PARAGRAPH: "subchapter",
        Kind.ARTICLE: "article",
        Kind.PART: "paragraph",
        Kind.POINT: "point",
        Kind.SUBPOINT: "subparagraph",
        Kind.INDENT: "indent",
        Kind.NOTE: CONTAINER,
    }
)


def tag(name: str) -> str:
    """Return the full name of an element of the standard."""
    return f"{{{STANDARD}}}{name}"


def own(name: str) -> str:
    """Return the full name of an element or attribute of ours."""
    return f"{{{OWN}}}{name}"
