"""What is asked of a law: a requirement in the words of each language, or a text whose like is sought."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from muvofiq.alignment.embedding import Role
from muvofiq.alignment.windows import OPENING, windows
from muvofiq.standards.model_article import ModelArticle, model_articles
from muvofiq.standards.requirement import ORIGINAL, Requirement
from muvofiq.tables import table

Phrase = tuple[Role, str]  # a text that the model reads, and whether it asks or answers


@dataclass(frozen=True, slots=True)
class Question:
    """A question to one or more laws.

    ``wording`` is what is asked, by language; ``terms`` are the words by which to look for it; ``around`` holds
    further text by language in which only the concepts of the thesaurus are looked for; ``models`` show how a law
    would word the answer; ``instruments`` are the ids of those that are cited. ``is_provision`` tells that the
    wording is itself a provision, whose like is sought.
    """

    id: str
    wording: Mapping[str, str]
    terms: Mapping[str, str] = field(default_factory=dict)
    around: Mapping[str, str] = field(default_factory=dict)
    models: tuple[ModelArticle, ...] = ()
    instruments: frozenset[str] = frozenset()
    is_provision: bool = False

    def language_for(self, language: str) -> str:
        """Return in which language a law in this language is asked: its own, one it borrows from, or the first."""
        borrowed = next((row["asked_in"] for row in table("languages/asked-in.csv") if row["language"] == language), "")
        spoken = [one for one in (language, borrowed, ORIGINAL) if self.wording.get(one)]
        return spoken[0] if spoken else next(iter(self.wording), language)

    def asked(self, language: str) -> str:
        """Return the wording for a law in this language."""
        return self.wording.get(self.language_for(language), "")

    def looked_for(self, language: str) -> str:
        """Return the search terms for a law in this language, if there are any."""
        return self.terms.get(self.language_for(language), "")

    def models_for(self, language: str) -> tuple[ModelArticle, ...]:
        """Return the model articles for a law in this language, the likeliest first."""
        spoken = self.language_for(language)
        return tuple(model for model in self.models if model.language == spoken)

    def phrases(self, language: str) -> Iterator[Phrase]:
        """Yield what the model has to read before a law in this language can be asked by meaning."""
        yield asked_phrase(self.asked(language))
        if terms := self.looked_for(language):
            yield asked_phrase(terms)
        for model in self.models_for(language):
            yield model_phrase(model)
        if self.is_provision:
            yield provision_phrase(self.asked(language))
            yield from self.pieces(language)

    def pieces(self, language: str) -> Iterator[Phrase]:
        """Yield the windows of a provision that is held against laws of another language; other questions have none."""
        if self.is_provision and self.language_for(language) != language:
            yield from (("query", piece) for piece in windows("", self.asked(language)))


def asked_phrase(text: str) -> Phrase:
    """Return a text as the model reads it when it asks."""
    return "query", text[:OPENING]


def model_phrase(model: ModelArticle) -> Phrase:
    """Return a model article as the model reads it: as a provision, for it looks for its like."""
    return provision_phrase(str(model))


def provision_phrase(text: str) -> Phrase:
    """Return a text as the model reads a provision."""
    return "passage", text[:OPENING]


def question_of(requirement: Requirement) -> Question:
    """Ask a requirement: its title and statement, its search terms, and the model articles of the library for it."""
    wording = {
        language: f"{title}. {requirement.statement[language]}"
        for language, title in requirement.title.items()
        if language in requirement.statement
    }
    terms = {language: "; ".join(words) for language, words in requirement.terms.items()}
    elements = (element[ORIGINAL] for element in requirement.elements)
    around = "; ".join((wording[ORIGINAL], terms.get(ORIGINAL, ""), *elements))
    return Question(
        requirement.id,
        wording,
        terms,
        {ORIGINAL: around},
        model_articles().get(requirement.id, ()),
        frozenset(citation.instrument for citation in requirement.citations),
    )
