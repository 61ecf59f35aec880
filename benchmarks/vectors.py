"""What the model makes of every requirement is computed once and laid into the library, for all computers."""

from collections.abc import Iterable, Sequence

from muvofiq.alignment.embedding import Embedder, Progress, VectorStore, key
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.question import Phrase, question_of
from muvofiq.alignment.vector_file import VectorFile
from muvofiq.standards.requirement import Requirement


def phrases_of(requirements: Iterable[Requirement]) -> list[Phrase]:
    """Return all that the model has to read before these requirements are asked in the languages that they speak."""
    questions = [question_of(requirement) for requirement in requirements]
    spoken = [(question, language) for question in questions for language in question.wording]
    return list(dict.fromkeys(phrase for question, language in spoken for phrase in question.phrases(language)))


def read(phrases: Sequence[Phrase], embedder: Embedder, store: VectorStore, progress: Progress) -> VectorFile:
    """Return the vectors of these phrases; what the store knows is not computed again."""
    voices = Meaning(embedder.model, store, embedder).voices(phrases, progress)
    return VectorFile(embedder.model, {key(role, text): row for (role, text), row in voices.items()})
