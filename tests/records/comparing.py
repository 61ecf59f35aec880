"""Laws of other states on file to compare with, as all tests of the comparison have them."""

from pathlib import Path

from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.work import work_once
from muvofiq.records.models import Edition, Mission, Person
from muvofiq.records.words import Purpose
from tests.paths import LAW_BOOK

FOREIGN = LAW_BOOK / "trafficking.en.txt"  # a law of a fictional state, here taken for one of Latvia
OTHER = LAW_BOOK / "refugees.ru.txt"


def law_to_compare(mission: Mission, actor: Person, state: str = "LV", file: Path = FOREIGN) -> Edition:
    """Import a law of another state."""
    filing = Filing(purpose=Purpose.COMPARATOR, state=state)
    (edition,) = import_editions(actor, mission, data=file.read_bytes(), file_name=file.name, filing=filing)
    return edition


def matched() -> None:
    """Match until no job is left, without a model."""
    while work_once(lambda: None):
        pass
