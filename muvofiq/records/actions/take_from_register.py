"""Acts of the state's register enter the register of a mission, as they stood on its first day."""

from collections.abc import Collection, Mapping
from datetime import date

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.placing import next_position
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Act, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.state_register import registers, rows_of
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.state_register import RegisteredAct, StateRegister


def take_from_register(
    actor: Person, mission: Mission, ids: Collection[str], *, known: Mapping[str, Act] | None = None
) -> list[Act]:
    """Enter the acts with these ids, and return the rows that are new or newly linked.

    An act that was entered by hand with the same number and date is linked; what is linked already stays as people
    have it. ``known`` says, by id, which rows are known to be which acts. Raises NotOnFile where the product has no
    register of the state, or the register has no such act.
    """
    with acting(actor, Verb.PLAN, mission) as act:
        register = _register_of(mission)
        wanted = [one for one in register.acts if one.id in ids]
        for unknown in sorted(set(ids) - {one.id for one in wanted}):
            raise NotOnFile(f"{mission} > acts", sort="act in the register of its state", name=unknown)
        on_file(mission, *(known or {}).values())
        rows = {**rows_of(mission, register), **(known or {})}
        taken = [_entered(mission, register, one) for one in wanted if one.id not in rows]
        linked = [rows[one.id] for one in wanted if one.id in rows and _linked(rows[one.id], mission, register, one)]
        if taken or linked:
            change = {"entered": _keys(taken), "linked": _keys(linked)}
            act.says(f"register {register.state}", **{name: keys for name, keys in change.items() if keys})
    return [*taken, *linked]


def _register_of(mission: Mission) -> StateRegister:
    register = registers().get(mission.state)
    if register is None:
        raise NotOnFile(f"{mission} > acts", sort="register of acts that comes with the product", name=mission.state)
    return register


def _entered(mission: Mission, register: StateRegister, one: RegisteredAct) -> Act:
    return Act.objects.create(
        mission=mission,
        position=next_position(mission.acts),
        title=dict(one.title),
        number=one.number,
        adopted=_day(one.adopted),
        kind=one.kind,
        topics=_topics(mission, register, one),
        status=dict(one.note or {}),
        unconfirmed=list(one.unconfirmed),
        **_found(mission, register, one),
    )


def _linked(row: Act, mission: Mission, register: StateRegister, one: RegisteredAct) -> bool:
    """Give a row what the register knows beyond it; whether there was anything to give."""
    given = {name: value for name, value in _found(mission, register, one).items() if value and not getattr(row, name)}
    for name, value in given.items():
        setattr(row, name, value)
    if given:
        row.save()
    return bool(given)


def _found(mission: Mission, register: StateRegister, one: RegisteredAct) -> dict[str, object]:
    """Return where the act stands in the register, its amendments up to the mission, and where it is published."""
    amendments = [{"date": str(each.date), "number": each.number} for each in one.amendments_by(mission.starts)]
    return {"register_id": one.id, "amendments": amendments, "address": one.address or register.site}


def _topics(mission: Mission, register: StateRegister, one: RegisteredAct) -> Mapping[str, str]:
    """Return the titles of the topics for which the act is opened, in each language that all of them have."""
    titles = [topic.title for topic in register.topics_by_act(mission.starts).get(one.id, ())]
    languages = set.intersection(*(set(title) for title in titles)) if titles else set()
    return {language: "; ".join(title[language] for title in titles) for language in sorted(languages)}


def _day(partial: PartialDate | None) -> date | None:
    """Return the day of a date that is known to the day."""
    return partial.last_day if partial and partial.day else None


def _keys(rows: Collection[Act]) -> list[str]:
    return [str(row.pk) for row in rows]
