"""The exercise on which a mission works, read from the library once in the life of the program."""

from functools import cache

from muvofiq.assessment.answer_key import AnswerKey, KeyAnswer
from muvofiq.assessment.exercise import Exercise
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission


def key_of(mission: Mission) -> AnswerKey:
    """Return the key of a mission's exercise; raises NotOnFile for a mission that is none."""
    if not mission.exercise:
        raise NotOnFile(str(mission), sort="key of an exercise", name="key")
    return _key(mission.exercise)


def key_answer(mission: Mission, requirement_id: str) -> KeyAnswer:
    """Return the key's answer to a requirement; raises NotOnFile where it has none."""
    answer = key_of(mission).answer(requirement_id)
    if answer is None:
        raise NotOnFile(f"{mission} > key", sort="answer in its key to the requirement", name=requirement_id)
    return answer


@cache
def _key(folder: str) -> AnswerKey:
    return Exercise.named(folder).key()
