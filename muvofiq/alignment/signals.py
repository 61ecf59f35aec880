"""The signals by which a provision may show that it answers a question; each is small and says one thing.

A signal takes the question as it is asked of one pool and returns one score for each unit, greater where the unit
answers more; it returns None where it has nothing to go by, such as a signal of meaning without a model.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from muvofiq.alignment.embedding import Vector
from muvofiq.alignment.kin import beginnings
from muvofiq.alignment.lexical import Scores, WordIndex
from muvofiq.alignment.meaning import Voices
from muvofiq.alignment.pool import Places, Pool
from muvofiq.alignment.question import Phrase, Question, asked_phrase, model_phrase, provision_phrase
from muvofiq.alignment.words import telling_stems
from muvofiq.standards.model_article import ModelArticle

SHARES = (1.0, 0.7, 0.5, 0.35)  # what the first, second, third and fourth model article of a requirement count


@dataclass(frozen=True)
class Asking:
    """A question as it is asked of one pool; ``voices`` holds what the model read of the question, if anything."""

    question: Question
    pool: Pool
    voices: Voices

    @cached_property
    def language(self) -> str:
        """The language in which the question is asked of this pool."""
        return self.question.language_for(self.pool.language)

    @cached_property
    def is_at_home(self) -> bool:
        """Whether question and law speak the same language, so that their words can meet."""
        return self.language == self.pool.language

    @cached_property
    def models(self) -> tuple[ModelArticle, ...]:
        """The model articles, the likeliest first."""
        return self.question.models_for(self.pool.language)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The telling stems of the wording."""
        return self.stems(self.question.asked(self.pool.language))

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The telling stems of the search terms."""
        return self.stems(self.question.looked_for(self.pool.language))

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts of the thesaurus found in the wording, the search terms and the texts around."""
        texts = (self.question.wording, self.question.terms, self.question.around)
        return frozenset().union(*map(self.pool.concepts.of_question, texts))

    @cached_property
    def model_words(self) -> tuple[Scores, ...]:
        """For each model article, how far each unit has its words; none where the law speaks another language."""
        index = self.pool.index
        return tuple(index.scores(self.stems(model.whole)) for model in self.models) if self.is_at_home else ()

    @cached_property
    def model_meanings(self) -> tuple[Scores, ...]:
        """For each model article, how near each unit comes to it in meaning; none without a model."""
        voices = [voice for model in self.models if (voice := self.voice(model_phrase(model))) is not None]
        if self.pool.openings is None or not voices:
            return ()
        return tuple(np.asarray(self.pool.openings @ np.array(voices).T, dtype=np.float64).T)

    @cached_property
    def nearness(self) -> Scores | None:
        """How near each unit comes to the wording in meaning; None without a model."""
        return _near(self, asked_phrase(self.question.asked(self.pool.language)))

    def stems(self, text: str) -> tuple[str, ...]:
        """Return the telling stems of a text in the language of the question, none where the law speaks another."""
        return tuple(telling_stems(text, self.language)) if self.is_at_home else ()

    def voice(self, phrase: Phrase) -> Vector | None:
        """Return what the model made of a phrase."""
        return self.voices.get(phrase)


def words(asking: Asking) -> Scores | None:
    """The words of the wording in heading and text (BM25)."""
    return _by_words(asking.pool.index, asking.asked)


def terms(asking: Asking) -> Scores | None:
    """The search terms in heading and text."""
    return _by_words(asking.pool.index, asking.terms)


def headings(asking: Asking) -> Scores | None:
    """The words of the wording, and the headings of the model articles, in the headings."""
    heads = " ".join(model.heading for model in asking.models)
    return _by_words(asking.pool.headings, (*asking.asked, *asking.stems(heads)))


def paragraphs(asking: Asking) -> Scores | None:
    """The words of the wording in the best paragraph."""
    if not asking.asked:
        return None
    index, owners = asking.pool.paragraphs
    return _best(index.scores(asking.asked), owners, len(asking.pool.units), least=0.0)


def concepts(asking: Asking) -> Scores | None:
    """Other words of the law's language for the concepts of the question."""
    stems = asking.pool.concepts.stems_of(asking.concepts, asking.pool.language)
    return _by_words(asking.pool.index, [stem for stem in stems if stem not in asking.asked])


def shared_concepts(asking: Asking) -> Scores | None:
    """Concepts that question and unit share, whatever the words."""
    return _by_words(asking.pool.concept_index, sorted(asking.concepts))


def kin(asking: Asking) -> Scores | None:
    """Names, figures and loan words that both languages write alike.

    The root keeps one rare word from outweighing all else in a short law.
    """
    if asking.is_at_home:
        return None
    text = "\n".join((asking.question.asked(asking.pool.language), *map(str, asking.models)))
    scores = _by_words(asking.pool.kin, beginnings(text))
    return None if scores is None else np.asarray(np.sqrt(scores), dtype=np.float64)


def meaning(asking: Asking) -> Scores | None:
    """Nearness in meaning of the wording and the opening."""
    return asking.nearness


def term_meaning(asking: Asking) -> Scores | None:
    """Nearness in meaning of the search terms and the opening."""
    return _near(asking, asked_phrase(asking.question.looked_for(asking.pool.language)))


def likeness(asking: Asking) -> Scores | None:
    """Nearness of the wording, read as a provision, to the opening: like is sought by like."""
    return _near(asking, provision_phrase(asking.question.asked(asking.pool.language)))


def windows(asking: Asking) -> Scores | None:
    """How near, on average, the pieces of the wording come to the nearest piece of the unit."""
    pool = asking.pool
    pieces = [asking.voice(phrase) for phrase in asking.question.pieces(pool.language)]
    known = [piece for piece in pieces if piece is not None]
    if pool.windows is None or not known:
        return None
    near = np.asarray(pool.windows @ np.array(known).T, dtype=np.float64)
    rows = [_best(column, pool.owners, len(pool.units), least=-1.0) for column in near.T]
    return np.asarray(np.mean(rows, axis=0), dtype=np.float64)


def model_words(asking: Asking) -> Scores | None:
    """The words of the model articles in chapter, heading and text, the likeliest article counting most."""
    return _shared(asking.model_words)


def model_meaning(asking: Asking) -> Scores | None:
    """Nearness in meaning of the model articles and the opening."""
    return _shared(asking.model_meanings) if len(asking.model_meanings) == len(asking.models) else None


def place(asking: Asking) -> Scores | None:
    """Whether the unit stands in a kind of act in which a model article would stand."""
    shares = _shares(model.act for model in asking.models)
    return np.array([shares.get(kind or "", 0.0) for kind in asking.pool.kinds]) if shares else None


def form(asking: Asking) -> Scores | None:
    """Whether the unit has the legal form of a model article: it punishes, defines, forbids, sets a time limit."""
    shares = _shares(model.form for model in asking.models)
    pool = asking.pool
    rows = (pool.forms_at(at) for at in range(len(pool.units)))
    return np.array([sum(shares.get(one, 0.0) for one in forms) for forms in rows]) if shares else None


def instrument(asking: Asking) -> Scores | None:
    """How many of the cited instruments the unit names."""
    cited, pool = asking.question.instruments, asking.pool
    return np.array([float(len(cited & named)) for named in pool.instruments]) if cited else None


def length(asking: Asking) -> Scores | None:
    """How near the unit comes to the wording in length: versions of one provision are about equally long."""
    own = np.log1p(len(asking.question.asked(asking.pool.language)))
    return np.asarray(-np.abs(asking.pool.lengths - own), dtype=np.float64)


SIGNALS: Mapping[str, Callable[[Asking], Scores | None]] = {
    "words": words,
    "terms": terms,
    "headings": headings,
    "paragraphs": paragraphs,
    "concepts": concepts,
    "shared concepts": shared_concepts,
    "kin": kin,
    "meaning": meaning,
    "term meaning": term_meaning,
    "likeness": likeness,
    "windows": windows,
    "model words": model_words,
    "model meaning": model_meaning,
    "place": place,
    "form": form,
    "instrument": instrument,
    "length": length,
}
BY_MEANING = frozenset({"meaning", "term meaning", "likeness", "windows", "model meaning"})
BY_SHARING = frozenset({"kin", "shared concepts"})  # what two languages can have in common without a model


def standardise(scores: Scores) -> Scores:
    """Return the scores with mean 0 and deviation 1, or zeros where they are all alike.

    >>> standardise(np.array([1.0, 3.0])).tolist()
    [-1.0, 1.0]
    """
    spread = scores.std()
    return (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)


def _by_words(index: WordIndex, stems: Sequence[str]) -> Scores | None:
    return index.scores(stems) if stems else None


def _near(asking: Asking, phrase: Phrase) -> Scores | None:
    voice, openings = asking.voice(phrase), asking.pool.openings
    return None if voice is None or openings is None else np.asarray(openings @ voice, dtype=np.float64)


def _best(scores: Scores, owners: Places, size: int, *, least: float) -> Scores:
    """Return for each unit the best score of what belongs to it."""
    best = np.full(size, least)
    np.maximum.at(best, owners, scores)
    return best


def _shared(rows: Sequence[Scores]) -> Scores | None:
    """Return the sum of standardised scores, each weighed by the share of its model article."""
    if not rows:
        return None
    weighed = [share * standardise(row) for share, row in zip(SHARES, rows, strict=False)]
    return np.asarray(np.sum(weighed, axis=0), dtype=np.float64)


def _shares(values: Iterable[str]) -> dict[str, float]:
    shares: dict[str, float] = {}
    for share, value in zip(SHARES, values, strict=False):
        shares[value] = shares.get(value, 0.0) + share
    return shares
