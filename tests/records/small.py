"""A small workbench on which all tests of the database work: its people, a mission, a law on file, a scope."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.db.models import Model

from muvofiq.errors import MuvofiqError
from muvofiq.records.actions.add_member import add_member
from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.actions.create_mission import create_mission
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.chain import first_break
from muvofiq.records.models import Act, Answer, Edition, HistoryEntry, Mission, Person
from muvofiq.records.words import Decision, Role
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.requirement import Requirement
from tests.paths import RUSSIAN, TAJIK

VICTIMS, INTERPRETER, INDICATORS, SCREENING = IDS = (
    "identification-vot-duty",
    "screening-interpretation",
    "identification-indicators",
    "vul-early-screening",
)
STARTS, ENDS = date(2026, 3, 2), date(2026, 3, 6)
REASON = {"en": "Because the law says so."}
UNIT = "art_4__para_2"  # of the Russian sample law
WORDS = "назначается сотрудник по работе с уязвимыми лицами"


@cache
def catalogue() -> Catalogue:
    """Return the released catalogue, loaded once."""
    return load_catalogue()


def requirements(ids: Sequence[str] = IDS) -> list[Requirement]:
    """Return some requirements of the released catalogue."""
    return [catalogue().requirement(name) for name in ids]


def person(*, name: str = "Nilufar Karimova", manages: bool = False) -> Person:
    """Save a new person; two people may have the same name."""
    return Person.objects.create(username=uuid4().hex, name=name, manages_programmes=manages)


def workbench(*, ids: Sequence[str] = IDS) -> Person:
    """Publish a handful of requirements and return the person who manages programmes."""
    manager = person(name="Marta Ozola", manages=True)
    publish_catalogue(manager, requirements(ids))
    return manager


def facilitator() -> Person:
    """Publish the whole catalogue and return somebody who may open exercises."""
    leader = person(name="Facilitator", manages=True)
    publish_catalogue(leader, catalogue().requirements)
    return leader


def mission_of(manager: Person, *, slug: str = "", title: str = "Border and protection", state: str = "TJ") -> Mission:
    """Create a mission of five days, of which the person is the manager."""
    return create_mission(manager, title={"en": title}, state=state, starts=STARTS, ends=ENDS, slug=slug)


def expert_in(mission: Mission, manager: Person, *, role: Role = Role.EU_EXPERT, name: str = "Anna Horvat") -> Person:
    """Make somebody new a member of the mission, an expert unless told otherwise."""
    expert = person(name=name)
    add_member(manager, mission, expert, role)
    return expert


def law_on_file(
    mission: Mission,
    actor: Person,
    *,
    file: Path = RUSSIAN,
    extra: str = "",
    act: Act | None = None,
    replaces: Edition | None = None,
) -> Edition:
    """Import the Russian sample law; ``extra`` is put behind its text, as a correction of the file would be."""
    data = file.read_bytes() + extra.encode()
    (edition,) = import_editions(actor, mission, data=data, file_name=file.name, filing=Filing(act, replaces=replaces))
    return edition


def tajik_twin(mission: Mission, actor: Person, edition: Edition) -> Edition:
    """Import the same law in Tajik, under the same act."""
    return law_on_file(mission, actor, file=TAJIK, act=edition.act)


def scope_in(mission: Mission, actor: Person, *, ids: Sequence[str] = IDS) -> None:
    """Choose the scope of the mission."""
    choose_scope(actor, mission, ids, themes=["A"], reason={"en": "These are the subject of the mission."})


@dataclass(frozen=True, slots=True)
class Desk:
    """A mission in full work."""

    manager: Person
    expert: Person
    mission: Mission
    edition: Edition


def desk(*, slug: str = "", ids: Sequence[str] = IDS) -> Desk:
    """Return a mission with a manager, an expert, a law on file and a scope."""
    manager = Person.objects.filter(manages_programmes=True).first() or workbench(ids=ids)
    mission = mission_of(manager, slug=slug)
    expert = expert_in(mission, manager)
    edition = law_on_file(mission, expert)
    scope_in(mission, expert, ids=ids)
    return Desk(manager, expert, mission, edition)


def accepted(at: Desk, *, requirement_id: str = VICTIMS, eid: str = UNIT) -> Answer:
    """Accept a unit of the law as an answer."""
    return decide_candidate(
        at.expert, at.mission, requirement_id, edition=at.edition, eid=eid, decision=Decision.ACCEPTED
    )


def history(mission: Mission | None) -> list[HistoryEntry]:
    """Return the history of a mission, or that of the whole workbench, in its order."""
    return list(HistoryEntry.objects.filter(mission=mission).select_related("actor").order_by("sequence"))


def everything() -> dict[str, list[str]]:
    """Return all that the database holds."""
    models: list[type[Model]] = list(apps.get_app_config("records").get_models(include_auto_created=True))
    return {model.__name__: sorted(str(row) for row in model._default_manager.values_list()) for model in models}


@contextmanager
def refused(error: type[MuvofiqError], *, match: str | None = None) -> Iterator[pytest.ExceptionInfo[MuvofiqError]]:
    """Expect an error which tells itself in full and leaves everything as it was."""
    before = everything()
    with pytest.raises(error, match=match) as caught:
        yield caught
    assert "{" not in str(caught.value)
    assert everything() == before


@contextmanager
def one_entry(mission: Mission | None, actor: Person, verb: str) -> Iterator[None]:
    """Expect that exactly one act is written into the history, and that its chain holds."""
    before = history(mission)
    yield
    after = history(mission)
    assert [entry.hash for entry in after[:-1]] == [entry.hash for entry in before]
    assert (after[-1].actor, after[-1].verb) == (actor, verb)
    assert after[-1].subject
    assert first_break(after) is None


@contextmanager
def no_entry(mission: Mission | None) -> Iterator[None]:
    """Expect that nothing at all is changed, and no act told."""
    before = everything()
    yield
    assert everything() == before
    assert first_break(history(mission)) is None
