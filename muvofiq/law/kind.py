"""The kinds of unit of which a law consists, from the largest to the smallest."""

from enum import StrEnum


class Kind(StrEnum):
    """What a unit of a law is called; the national word for it stands in the language table."""

    ANNEX = "annex"  # приложение, замима: stands behind the act, with units of its own
    DIVISION = "division"  # Общая часть, Қисми умумӣ
    SECTION = "section"  # раздел, фасл
    SUBSECTION = "subsection"  # подраздел, зерфасл
    CHAPTER = "chapter"  # глава, боб
    PARAGRAPH = "paragraph"  # параграф, §
    ARTICLE = "article"  # статья, модда
    PART = "part"  # часть статьи, қисм
    POINT = "point"  # пункт, банд
    SUBPOINT = "subpoint"  # подпункт, зербанд
    INDENT = "indent"  # абзац, сархат: counted, not numbered
    NOTE = "note"  # примечание, эзоҳ: law, unlike the editor's notes

    @property
    def depth(self) -> int:
        """How deep the kind stands in a law; a unit can only lie inside a unit of smaller depth."""
        return DEPTH[self]

    @property
    def is_heading(self) -> bool:
        """Whether units of this kind only gather others, without text of their own."""
        return self.depth < DEPTH[Kind.ARTICLE]

    @property
    def abbreviation(self) -> str:
        """The word for this kind in an eId of Akoma Ntoso."""
        return ABBREVIATIONS[self]


DEPTH = {
    Kind.ANNEX: 0,
    Kind.DIVISION: 1,
    Kind.SECTION: 2,
    Kind.SUBSECTION: 3,
    Kind.CHAPTER: 4,
    Kind.PARAGRAPH: 5,
    Kind.ARTICLE: 6,
    Kind.NOTE: 7,
    Kind.PART: 8,
    Kind.POINT: 9,
    Kind.SUBPOINT: 10,
    Kind.INDENT: 11,
}
ABBREVIATIONS = {
    Kind.ANNEX: "annex",
    Kind.DIVISION: "part",
    Kind.SECTION: "sec",
    Kind.SUBSECTION: "subsec",
    Kind.CHAPTER: "chp",
    Kind.PARAGRAPH: "subchp",
    Kind.ARTICLE: "art",
    Kind.PART: "para",
    Kind.POINT: "point",
    Kind.SUBPOINT: "subpara",
    Kind.INDENT: "indent",
    Kind.NOTE: "note",
}
