"""A programme enters the workbench, with its phases and the services that carry each of them out."""

from collections.abc import Mapping, Sequence
from typing import Any

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.errors import NameTaken
from muvofiq.records.models import Partner, Person, Phase, Programme
from muvofiq.records.permissions import Verb


def register_programme(
    actor: Person,
    programme: Mapping[str, Any],
    *,
    phases: Sequence[Mapping[str, Any]] = (),
    partners: Sequence[Mapping[str, Any]] = (),
) -> Programme:
    """Save a programme. Each mapping has the keys of its model, a partner also ``phase``, the key of its phase.

    Raises Missing without a name, NameTaken.
    """
    key = programme["key"]
    name = wanted(programme["name"], "the name of the programme", "programmes")
    with acting(actor, Verb.REGISTER_PROGRAMME, None) as act:
        if Programme.objects.filter(key=key).exists():
            raise NameTaken("programmes", name=key)
        row = Programme.objects.create(
            key=key,
            short=programme["short"],
            name=name,
            since=programme.get("since"),
            funder=given(programme.get("funder", {})),
            disclaimer=given(programme.get("disclaimer", {})),
            invented=programme.get("invented", False),
            unconfirmed=programme.get("unconfirmed", []),
        )
        saved = {entry["key"]: _phase(row, entry) for entry in phases}
        for position, entry in enumerate(partners):
            Partner.objects.create(
                phase=saved[entry["phase"]],
                name=given(entry["name"]),
                state=entry.get("state", ""),
                leads=entry.get("role") == "lead",
                position=position,
            )
        act.says(f"programme {key}", name=name, phases=list(saved))
    return row


def _phase(programme: Programme, entry: Mapping[str, Any]) -> Phase:
    return Phase.objects.create(
        programme=programme,
        key=entry["key"],
        name=given(entry["name"]),
        starts=entry.get("starts", ""),
        ends=entry.get("ends", ""),
        budget_eur=entry.get("budget_eur"),
        budget_words=given(entry.get("budget_words", {})),
        grant=entry.get("grant", ""),
        unconfirmed=entry.get("unconfirmed", []),
    )
