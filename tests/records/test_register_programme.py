"""A programme enters the workbench with its phases and partners."""

import pytest

from muvofiq.records.actions.register_programme import register_programme
from muvofiq.records.errors import Missing, NameTaken
from muvofiq.records.models import Partner, Phase, Programme
from tests.records.small import one_entry, refused, workbench

pytestmark = pytest.mark.django_db

PROGRAMME = {"key": "border", "short": "BP", "name": {"en": " Border Programme ", "ru": ""}, "since": 2003}
PHASES = [{"key": "one", "name": {"en": "Phase 1"}, "starts": "2003"}, {"key": "two", "name": {"en": "Phase 2"}}]
PARTNERS = [
    {"phase": "two", "name": {"en": "A service"}},
    {"phase": "two", "name": {"en": "A lead"}, "role": "lead", "state": "LV"},
]


def test_it_is_saved_with_what_is_known() -> None:
    manager = workbench()
    with one_entry(None, manager, "register_programme"):
        register_programme(manager, PROGRAMME, phases=PHASES, partners=PARTNERS)
    saved = Programme.objects.get()
    assert (saved.key, saved.short, saved.name, saved.since) == ("border", "BP", {"en": "Border Programme"}, 2003)
    assert list(saved.phases.order_by("key").values_list("key", "starts")) == [("one", "2003"), ("two", "")]
    assert [(one.name["en"], one.leads) for one in Phase.objects.get(key="two").partners.all()] == [
        ("A lead", True),
        ("A service", False),
    ]


def test_a_key_is_given_once_and_a_name_is_needed() -> None:
    manager = workbench()
    with refused(Missing):
        register_programme(manager, {**PROGRAMME, "name": {"en": ""}})
    register_programme(manager, PROGRAMME)
    with refused(NameTaken):
        register_programme(manager, PROGRAMME, phases=PHASES, partners=PARTNERS)
    assert not Partner.objects.exists()
