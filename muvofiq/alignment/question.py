"""What is asked of a law: a requirement in the words in which each language would put it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from muvofiq.alignment.unit import OPENING
from muvofiq.standards.requirement import ORIGINAL, Requirement


@dataclass(frozen=True, slots=True)
class Question:
    """A question to one or more laws.

    ``wording`` is searched as it stands, in the language of the law; ``around`` holds further text by language in
    which only the concepts of the thesaurus are looked for.
    """

    id: str
    wording: Mapping[str, str]
    around: Mapping[str, str] = field(default_factory=dict)

    def opening(self, language: str) -> str:
        """Return the beginning of the wording in this language or, where there is none, in the first that there is."""
        wording = self.wording.get(language) or next(iter(self.wording.values()), "")
        return wording[:OPENING]


def question_of(requirement: Requirement) -> Question:
    """Ask a requirement: its search terms where it has them, in English its title and statement."""
    english = f"{requirement.title[ORIGINAL]}. {requirement.statement[ORIGINAL]}"
    terms = {language: "; ".join(words) for language, words in requirement.terms.items()}
    around = "; ".join((english, terms.get(ORIGINAL, ""), *(element[ORIGINAL] for element in requirement.elements)))
    return Question(requirement.id, {**terms, ORIGINAL: english}, {ORIGINAL: around})
