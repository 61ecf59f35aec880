"""What is ranked: one article of one act, with its heading and its words."""

from dataclasses import dataclass

from muvofiq.law.tree import Law

OPENING = 700  # characters of heading and text that are embedded: the subject of an article stands at its beginning


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of an act as the ranking sees it; ``id`` is its address."""

    id: str
    act: str
    language: str
    heading: str
    text: str

    @property
    def whole(self) -> str:
        """Heading and words."""
        return f"{self.heading}\n{self.text}" if self.heading else self.text

    @property
    def opening(self) -> str:
        """The beginning of heading and words, which is what the model reads."""
        return self.whole[:OPENING]


def units_of(law: Law) -> list[Unit]:
    """Return the articles of a law that are in force, in their order."""
    return [
        Unit(str(reference), law.name, law.language, article.heading, article.words)
        for reference, article, _ in law.articles()
        if not article.repealed
    ]
