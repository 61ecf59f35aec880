"""What people type about a mission, its agencies and its sessions."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Agency, Mission, Phase, Session
from muvofiq.records.words import MissionStatus, SessionKind
from muvofiq.standards.requirement import in_language
from muvofiq.web.forms import MissionForm, WorkForm, chooses
from muvofiq.web.labels import LABELS

DAY = {"type": "date"}
HOUR = {"type": "time"}


def kinds() -> list[tuple[str, str]]:
    """Return the kinds of session with the words that people read."""
    return [(kind.value, gettext(str(LABELS[kind.value]))) for kind in SessionKind]


class AgencyForm(WorkForm):
    """An agency, its texts in one language."""

    name = forms.CharField(label=_("Full name"), max_length=300, required=False)
    short = forms.CharField(label=_("Short name, as it is called in the room"), max_length=80, required=False)
    competence = forms.CharField(
        label=_("What it is competent for"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    @classmethod
    def of(cls, data: Any, agency: Agency | None, language: str) -> "AgencyForm":
        """Return the form of an agency, or an empty one."""
        fields = ("name", "short", "competence")
        texts = {field: getattr(agency, field).get(language, "") for field in fields} if agency else None
        return cls(data, initial=texts, label_suffix="")


class SessionForm(WorkForm):
    """A session, its title in one language."""

    kind = forms.ChoiceField(label=_("Kind"), choices=kinds)
    title = forms.CharField(label=_("Title"), max_length=300, required=False)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    starts = forms.TimeField(
        label=_("Begins at (if known)"), required=False, widget=forms.TimeInput(attrs=HOUR, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("Ends at (if known)"), required=False, widget=forms.TimeInput(attrs=HOUR, format="%H:%M")
    )

    @classmethod
    def of(cls, data: Any, session: Session | None, language: str, **known: object) -> "SessionForm":
        """Return the form of a session, or one with what is known already, such as the day of the mission."""
        fields = ("kind", "day", "starts", "ends")
        if session:
            known = {field: getattr(session, field) for field in fields} | {"title": session.title.get(language, "")}
        return cls(data, initial=known, label_suffix="")


class PlanForm(MissionForm):
    """The plan of a mission, its texts in one language; its state is part of all that was computed and stays."""

    state = None  # type: ignore[assignment]
    stage = forms.ChoiceField(label=_("How far the mission is"))
    phase = forms.ChoiceField(label=_("Programme and phase"), required=False)
    services = forms.CharField(
        label=_("Services of the experts, one a line"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def of(cls, data: Any, mission: Mission, phases: Sequence[Phase], language: str) -> "PlanForm":
        """Return the form as saved, with the phases to choose from."""
        known: dict[str, Any] = {name: getattr(mission, name).get(language, "") for name in ("title", "theme", "place")}
        known |= {"starts": mission.starts, "ends": mission.ends, "stage": mission.status}
        known["phase"] = str(mission.phase_id or "")
        known["services"] = "\n".join(one["name"].get(language, "") for one in mission.services)
        form = cls(data, initial=known, label_suffix="")
        chooses(form, "stage", [(one.value, gettext(str(LABELS[one.value]))) for one in MissionStatus])
        rows = [(str(one.pk), f"{one.programme.short}: {in_language(one.name, language)}") for one in phases]
        chooses(form, "phase", [("", gettext("none")), *rows])
        return form

    def services_in(self, language: str, saved: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return the services as typed, each with its names in the other languages and its state."""
        lines = [line.strip() for line in self.cleaned_data["services"].splitlines() if line.strip()]
        before = [dict(one) for one in saved] + [{} for _line in lines[len(saved) :]]
        return [
            {**one, "name": {**one.get("name", {}), language: line}} for one, line in zip(before, lines, strict=False)
        ]
