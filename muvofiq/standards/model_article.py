"""A model article shows how a law of the region would word what a requirement asks, so that its like can be found.

Model articles are our own inventions, written for searching: no law contains them, and nobody should quote them.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from muvofiq.tables import Row, table

FOLDER = "model-articles"


@dataclass(frozen=True, slots=True)
class ModelArticle:
    """One invented article in one language; the likeliest of a requirement has place 1.

    ``act`` is the kind of act in which it would stand (``languages/act-kinds.csv``), ``form`` its legal form
    (``languages/legal-forms.csv``), ``chapter`` the heading above it.
    """

    requirement: str
    place: int
    language: str
    act: str
    form: str
    chapter: str
    heading: str
    text: str

    @classmethod
    def from_row(cls, row: Row) -> "ModelArticle":
        """Take a model article from a row of the table."""
        return cls(**{**row, "place": int(row["place"])})  # type: ignore[arg-type]

    def __str__(self) -> str:
        return f"{self.heading}\n{self.text}"

    @property
    def whole(self) -> str:
        """The heading of the chapter, the article's own heading, and the text."""
        return f"{self.chapter}\n{self}"


@cache
def model_articles() -> Mapping[str, tuple[ModelArticle, ...]]:
    """Return the model articles of the library by the id of their requirement, the likeliest first."""
    found: dict[str, list[ModelArticle]] = defaultdict(list)
    for file in sorted(one.name for one in files("muvofiq.library").joinpath(FOLDER).iterdir()):
        for row in table(f"{FOLDER}/{file}"):
            found[row["requirement"]].append(ModelArticle.from_row(row))
    return MappingProxyType({name: tuple(sorted(each, key=_place)) for name, each in found.items()})


def _place(article: ModelArticle) -> tuple[int, str]:
    return article.place, article.language
