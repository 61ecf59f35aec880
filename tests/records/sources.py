"""A desk whose law has a day, and newer texts of it, as the tests of changed sources need them."""

from collections.abc import Sequence
from datetime import date

from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.models import Answer, Edition
from muvofiq.records.words import Decision, Purpose
from tests.paths import RUSSIAN
from tests.records.small import UNIT, VICTIMS, WORDS, Desk

OLD, NEW, NEWEST = date(2014, 7, 15), date(2021, 5, 1), date(2024, 1, 1)
ELSEWHERE = "art_3"
CHANGED = WORDS.replace("сотрудник", "отдельный сотрудник")
RENUMBERED = ("3. Сотрудник Службы носит знак", "4. Сотрудник Службы носит знак")
MOVED = "art_4__para_3"  # what is renumbered
TREATY = """CONVENTION ON INVENTED MATTERS

Article 1. Aim
1. The aim of this Convention is that invented matters are dealt with.

Article 2. Identification
1. Each Party shall identify every victim at its border.
2. Each Party shall train its border service.
"""
LATER_TREATY = TREATY.replace("identify every victim", "identify each victim").replace("MATTERS\n", "MATTERS (2)\n")


def text_as_at(at: Desk, day: date | None, *changes: tuple[str, str], replaces: Edition | None = None) -> Edition:
    """Import the law of the desk once more, with some words changed, as at a day."""
    text = RUSSIAN.read_text(encoding="utf-8")
    for old, new in (*changes, ("РАЗДЕЛ I.", f"РАЗДЕЛ I. {at.mission.editions.count()}.")):
        assert old in text
        text = text.replace(old, new)
    filing = Filing(at.edition.act, as_of=day, replaces=replaces)
    (one,) = import_editions(at.expert, at.mission, data=text.encode(), file_name="border.ru.txt", filing=filing)
    return one


def dated(at: Desk) -> Edition:
    """Return the law of the desk as at the older day; it takes the place of the one without a day."""
    return text_as_at(at, OLD, replaces=at.edition)


def answered(at: Desk, edition: Edition, eid: str = UNIT, requirement_id: str = VICTIMS) -> Answer:
    """Accept a unit of an edition."""
    return decide_candidate(at.expert, at.mission, requirement_id, edition=edition, eid=eid, decision=Decision.ACCEPTED)


def standard(at: Desk, text: str = TREATY, *, day: date | None = OLD, after: Edition | None = None) -> Edition:
    """Import an invented treaty as a standard, or a later text of one."""
    filing = Filing(after.act, as_of=day) if after else Filing(is_new_act=True, as_of=day, purpose=Purpose.STANDARD)
    (one,) = import_editions(at.expert, at.mission, data=text.encode(), file_name="treaty.en.txt", filing=filing)
    return one


def keys(rows: Sequence[object]) -> dict[str, str]:
    """Return what a person saw of touched records, as the action wants it."""
    return {one.key: one.update.newer.name for one in rows}  # type: ignore[attr-defined]
