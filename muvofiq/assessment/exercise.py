"""A workshop exercise out of the library: the law book of a country that does not exist, and its key."""

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Self

from muvofiq.assessment.answer_key import AnswerKey
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law


@dataclass(frozen=True, slots=True)
class Exercise:
    """A folder of the library with ``key.yaml`` and the acts, ``laws/ACT.LANGUAGE.txt``."""

    folder: Traversable

    @classmethod
    def named(cls, name: str) -> Self:
        """Return the exercise of a folder of the library, such as «workshop»."""
        return cls(files("muvofiq.library").joinpath(name))

    def key(self) -> AnswerKey:
        """Read the key."""
        return AnswerKey.parse(self.folder.joinpath("key.yaml").read_bytes(), "key.yaml")

    def laws(self, language: str) -> dict[str, Law]:
        """Read the acts that the book has in a language, by the short names that the key uses."""
        ending = f".{language}.txt"
        found = [one for one in self.folder.joinpath("laws").iterdir() if one.name.endswith(ending)]
        return {
            one.name.removesuffix(ending): open_laws(one.read_bytes(), one.name)[0]
            for one in sorted(found, key=lambda one: one.name)
        }
