"""A person looks for something in all laws at once: in any language, by words, by meaning, by the number of an article.

The texts of each language are ranked apart, as for a requirement, and their best are taken in turn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Progress
from muvofiq.alignment.looking import Hit, Look
from muvofiq.alignment.match import make_pools, voices_of
from muvofiq.alignment.meaning import Meaning, Voices
from muvofiq.alignment.narrowing import EVERYTHING, Narrowing
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import Question
from muvofiq.alignment.ranking import SILENT
from muvofiq.alignment.tongue import language_of
from muvofiq.alignment.typed import Typed
from muvofiq.alignment.unit import Unit
from muvofiq.standards.requirement import ORIGINAL

TOP = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: the text as typed, and the language in which it was typed."""

    typed: Typed
    language: str

    @classmethod
    def parse(
        cls, text: str, language: str, pools: Sequence[Pool], concepts: Concepts, *, usual: str = ORIGINAL
    ) -> "Asked":
        """Take a text apart; an empty language is guessed, and where nothing tells it, the ``usual`` one is taken."""
        typed = Typed.parse(text)
        return cls(typed, language or language_of(typed.words, pools, concepts, usual))

    @property
    def question(self) -> Question:
        """The text as a question to laws of any language."""
        return Question("search", {self.language: self.typed.words})


def search(
    text: str,
    language: str,
    units: Iterable[Unit],
    concepts: Concepts,
    *,
    meaning: Meaning | None = None,
    narrowing: Narrowing = EVERYTHING,
    top: int = TOP,
    progress: Progress | None = None,
) -> list[Hit]:
    """Return the units that answer best, best first and one an article; an empty ``language`` is guessed.

    Units that are cited by their numbers come first. Where there are phrases in quotation marks, each has to stand in
    the unit, in any inflection. ``progress`` hears (stage, done, total) while the model reads.
    """
    pools = make_pools(units, concepts, meaning, progress)
    asked = Asked.parse(text, language, pools, concepts)
    voices = SILENT if asked.typed.is_citation else voices_of([asked.question], pools, meaning, progress)
    return search_pools(asked, pools, voices=voices, narrowing=narrowing, top=top)


def search_pools(
    asked: Asked,
    pools: Sequence[Pool],
    *,
    voices: Voices = SILENT,
    narrowing: Narrowing = EVERYTHING,
    top: int = TOP,
) -> list[Hit]:
    """Do the same in pools that are ready; ``voices`` holds what the model made of the question, if anything."""
    looks = [Look(asked.typed, asked.question, pool, voices, narrowing) for pool in pools]
    looks.sort(key=lambda look: not look.is_at_home)  # the language of the question first, the others as they came
    found: dict[str, Hit] = {}
    cited = [(look, one) for look in looks for one in look.cited()]
    for look, one in sorted(cited, key=lambda each: each[1].worth, reverse=True):
        found.setdefault(look.pool.units[one.at].id, look.hit(one.at, one.address, is_cited=True))
    for look, at in _in_turn(looks):
        if len(found) >= top:
            break
        if (article := look.pool.units[at].id) not in found and (address := look.pointed(at)):
            found[article] = look.hit(at, address)
    return [replace(hit, rank=rank) for rank, hit in enumerate(list(found.values())[:top], 1)]


def _in_turn(looks: Sequence[Look]) -> list[tuple[Look, int]]:
    """Return the best of each language, then the second of each, and so on."""
    rows = [(rank, turn, at) for turn, look in enumerate(looks) for rank, at in enumerate(look.order())]
    return [(looks[turn], at) for _, turn, at in sorted(rows)]
