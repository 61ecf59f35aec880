"""The requirements themselves are searched like laws: one text for each language in which they are written."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import asked_phrase, question_of
from muvofiq.alignment.unit import Unit
from muvofiq.standards.requirement import Requirement


def requirement_pools(requirements: Iterable[Requirement], concepts: Concepts) -> list[Pool]:
    """Return one pool for each language.

    The id of a unit is that of its requirement, in every language; each text of it is an act of its own.
    """
    groups: dict[str, list[Unit]] = defaultdict(list)
    for requirement in requirements:
        for unit in _units(requirement):
            groups[unit.language].append(unit)
    return [Pool(units, concepts) for units in groups.values()]


def texts_in(pools: Sequence[Pool], language: str) -> frozenset[str]:
    """Return the names of the texts in a language, and of those in all others whose requirement lacks it."""
    units = [unit for pool in pools for unit in pool.units]
    own = {unit.id for unit in units if unit.language == language}
    return frozenset(unit.act for unit in units if unit.language == language or unit.id not in own)


def read_requirements(pools: Sequence[Pool], requirements: Iterable[Requirement], meaning: Meaning) -> None:
    """Give each pool the vectors of its requirements, as far as all of them are known.

    They are those with which laws are asked: the model has read a requirement as a question, never as a provision.
    """
    questions = {requirement.id: question_of(requirement) for requirement in requirements}
    for pool in pools:
        texts = [asked_phrase(questions[unit.id].wording[pool.language])[1] for unit in pool.units]
        pool.openings = meaning.vectors("query", texts)


def _units(requirement: Requirement) -> Iterable[Unit]:
    for language, title in requirement.title.items():
        if statement := requirement.statement.get(language):
            elements = (element[language] for element in requirement.elements if element.get(language))
            text = "\n".join((statement, *elements))
            yield Unit(requirement.id, f"{requirement.id}.{language}", language, f"{requirement.code} {title}", text)
