"""What people type about the agencies and the sessions of a mission."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Agency, Session
from muvofiq.records.words import SessionKind
from muvofiq.web.forms import WorkForm
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
