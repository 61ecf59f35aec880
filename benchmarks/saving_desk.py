"""Lays the desk at which many people save at once: a mission with a law on file, a scope, and its people.

Runs in a process of its own, whose environment says in which folder the database lies:
``python -c "import django; django.setup(); from benchmarks.saving_desk import lay; lay(20)"``.
"""

import json
from datetime import date
from importlib.resources import files

from django.core.management import call_command
from django.db.models import Sum

from muvofiq.records.actions.add_member import add_member
from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.actions.create_mission import create_mission
from muvofiq.records.actions.import_edition import import_editions
from muvofiq.records.actions.open_workbench import open_workbench
from muvofiq.records.actions.sign_in import make_link
from muvofiq.records.chain import first_break
from muvofiq.records.models import Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.released import released
from muvofiq.records.words import Role

SLUG = "load"
LAW = "border_law.ru.txt"
SCOPE = 80  # requirements


def lay(people: int) -> None:
    """Make the mission and print what the visitors need: links, and the requirements with their elements."""
    call_command("migrate", interactive=False, verbosity=0)
    open_workbench()
    manager = Person.objects.create(username="load-manager", name="Manager", manages_programmes=True)
    day = date(2026, 3, 2)
    mission = create_mission(manager, title={"en": "Load"}, state="TJ", starts=day, ends=day, slug=SLUG)
    law = files("muvofiq.library") / "samples" / LAW
    add_member(manager, mission, manager, Role.EU_EXPERT)
    import_editions(manager, mission, data=law.read_bytes(), file_name=LAW)
    scope = released().requirements[:SCOPE]
    names = [one.id for one in scope]
    choose_scope(manager, mission, names, themes=sorted({one.theme for one in scope}), reason={"en": "Load."})
    links = []
    for at in range(people):
        person = Person.objects.create(username=f"load-{at}", name=f"Expert {at}")
        add_member(manager, mission, person, Role.EU_EXPERT)
        links.append(make_link(person))
    print(json.dumps({"links": links, "requirements": {one.id: len(one.elements) for one in scope}}))


def count() -> None:
    """Print how often verdicts were saved by the rows and by the history, and whether the history is whole."""
    mission = Mission.objects.get(slug=SLUG)
    saved = mission.findings.aggregate(all=Sum("version"))["all"] or 0
    entries = mission.history.order_by("sequence")
    told = entries.filter(verb=Verb.GIVE_VERDICT.value).count()
    print(json.dumps({"saved": saved, "told": told, "is_whole": first_break(entries) is None}))
