"""A model that needs no weights, a store in memory, a thesaurus of three concepts, and a law of four articles."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from hypothesis import strategies as st

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Role, Vector, Vectors
from muvofiq.alignment.match import make_pools, voices_of
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import Question
from muvofiq.alignment.ranking import Ranking, rank
from muvofiq.alignment.signals import Asking
from muvofiq.alignment.unit import Part, Unit
from muvofiq.alignment.words import fold
from muvofiq.standards.model_article import ModelArticle
from muvofiq.standards.thesaurus import Concept


class LetterModel:
    """Embeds a text by the letters it holds: deterministic, and near texts have near vectors."""

    model = "letters/1"

    def __init__(self) -> None:
        self.seen: list[tuple[Role, str]] = []

    def embed(self, role: Role, texts: Sequence[str]) -> Vectors:
        """Count letters and bring each row to unit length."""
        self.seen += [(role, text) for text in texts]
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[0] = 0.1
            for letter in fold(text):
                row[ord(letter) % 64] += 1
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


class Memory:
    """Keeps vectors in a dictionary and counts how often something was put."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Vector] = {}
        self.puts = 0

    def get(self, model: str, keys: Iterable[str]) -> dict[str, Vector]:
        """Return what is known."""
        return {key: self.kept[model, key] for key in keys if (model, key) in self.kept}

    def put(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Keep."""
        self.puts += 1
        self.kept |= {(model, key): vector for key, vector in vectors.items()}


def concepts() -> Concepts:
    """Return a thesaurus of victim, trafficking and border."""
    return Concepts(
        [
            _concept("victim", en=("victim",), ru=("жертва", "потерпевший"), tg=("қурбонӣ",)),
            _concept("trafficking", en=("trafficking in persons",), ru=("торговля людьми",), tg=("савдои одамон",)),
            _concept("interpreter", en=("interpreter",), ru=("переводчик",)),
        ]
    )


def _concept(name: str, **labels: tuple[str, ...]) -> Concept:
    return Concept(id=name, labels=labels)


def units() -> list[Unit]:
    """Return four articles in Russian."""
    return [
        article("1", "Предмет закона", "Закон устанавливает порядок охраны границы."),
        article("2", "Жертвы торговли людьми", "Жертвам торговли людьми оказывается помощь."),
        article("3", "Потерпевшие", "Потерпевшим назначается представитель."),
        article("4", "Язык", "Переводчик предоставляется бесплатно."),
    ]


def article(
    number: str,
    heading: str,
    text: str,
    *,
    act: str = "law",
    language: str = "ru",
    title: str = "",
    chapters: tuple[str, ...] = (),
    parts: tuple[Part, ...] = (),
    is_standard: bool = False,
) -> Unit:
    """Return an article of an act."""
    return Unit(f"{act}~art_{number}", act, language, heading, text, title, chapters, parts, is_standard)


def model(
    heading: str, text: str, *, place: int = 1, act: str = "border", form: str = "right", language: str = "ru"
) -> ModelArticle:
    """Return a model article."""
    return ModelArticle("asked", place, language, act, form, "", heading, text)


def pool_of(among: Sequence[Unit], *, is_read: bool = False) -> Pool:
    """Return a pool of units of one language; ``is_read`` has the model of letters read all of them."""
    return make_pools(among, concepts(), reader() if is_read else None, is_windowed=is_read)[0]


def asking(question: Question, among: Sequence[Unit], *, is_read: bool = False) -> Asking:
    """Ask units of one language; ``is_read`` has the model of letters read them and the question."""
    pool = pool_of(among, is_read=is_read)
    return Asking(question, pool, voices_of([question], [pool], reader() if is_read else None))


def ranked(question: Question, among: Sequence[Unit], *, is_read: bool = False) -> Ranking:
    """Rank units of one language; ``is_read`` has the model of letters read them and the question."""
    asked = asking(question, among, is_read=is_read)
    return rank(question, asked.pool, asked.voices)


def reader() -> Meaning:
    """Return the model of letters with an empty store."""
    return Meaning(LetterModel.model, Memory(), LetterModel())


# A few words from which laws and questions are drawn, such as meet now and then.
WORDS = st.sampled_from(["жертва", "граница", "переводчик", "помощь", "срок", "потерпевшему", "30", "торговля людьми"])
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@st.composite
def laws(draw: st.DrawFn, smallest: int = 1) -> list[Unit]:
    """Draw a law of a few articles, some with parts."""
    drawn = draw(st.lists(st.tuples(TEXTS, st.lists(TEXTS, min_size=1, max_size=4)), min_size=smallest, max_size=8))
    return [
        article(str(at), heading, "\n".join(rows), parts=_parts(at, rows)) for at, (heading, rows) in enumerate(drawn)
    ]


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Draw a question in Russian: words that a person types, a requirement with model articles, or a provision."""
    models = draw(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
    return Question(
        "asked",
        {"ru": draw(TEXTS)},
        {"ru": draw(TEXTS)} if models else {},
        models=tuple(model(*words, place=place) for place, words in enumerate(models, 1)),
        is_provision=not models and draw(st.booleans()),
    )


def _parts(article_at: int, rows: Sequence[str]) -> tuple[Part, ...]:
    return tuple(Part(f"law~art_{article_at}__para_{at}", row) for at, row in enumerate(rows, 1))
