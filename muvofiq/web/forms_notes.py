"""The form in which minutes are taken, and the choice of the notes that are shown."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Contribution, Mission
from muvofiq.records.queries.notes_list import Wanted, scope_requirements
from muvofiq.records.words import ContributionKind
from muvofiq.standards.requirement import in_language
from muvofiq.web.forms import Choices, WorkForm, chooses
from muvofiq.web.labels import LABELS


def agency_choices(mission: Mission, language: str) -> Choices:
    """Return the agencies as they are chosen from, by their short names where they have one."""
    return [(str(one.pk), in_language(one.short or one.name, language)) for one in mission.agencies.all()]


def session_choices(mission: Mission, language: str) -> Choices:
    """Return the sessions as they are chosen from, by day and title."""
    return [(str(one.pk), f"{one.day:%d.%m.} {in_language(one.title, language)}") for one in mission.sessions.all()]


def requirement_choices(mission: Mission, language: str) -> Choices:
    """Return the requirements of the scope by code and title."""
    return [(one.id, f"{one.code} {in_language(one.title, language)}") for one in scope_requirements(mission)]


class NoteForm(WorkForm):
    """What an agency said: text in one language, the other languages stay as they are."""

    agency = forms.ChoiceField(label=_("Agency"))
    session = forms.ChoiceField(label=_("Session"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), initial=ContributionKind.INFORMATION.value)
    text = forms.CharField(
        label=_("What the agency said"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "data-key": "e", "data-key-says": _("What the agency said")}),
    )
    requirements = forms.MultipleChoiceField(
        label=_("Requirements that it concerns"), required=False, widget=forms.CheckboxSelectMultiple
    )
    public = forms.BooleanField(label=_("May be told to the public"), required=False)

    def __init__(self, data: Any, mission: Mission, language: str, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        chooses(self, "agency", [("", gettext("choose an agency")), *agency_choices(mission, language)])
        chooses(self, "session", [("", gettext("outside the sessions")), *session_choices(mission, language)])
        chooses(self, "kind", [(word.value, gettext(str(LABELS[word.value]))) for word in ContributionKind])
        chooses(self, "requirements", requirement_choices(mission, language))
        if initial.get("goes_on"):  # a note was just saved: the next is typed at once
            self.fields["text"].widget.attrs["autofocus"] = True

    @property
    def chosen(self) -> int:
        """How many requirements are ticked."""
        return len(self["requirements"].value() or ())


class WantedForm(WorkForm):
    """Which notes are shown."""

    agency = forms.ChoiceField(label=_("Agency"), required=False)
    session = forms.ChoiceField(label=_("Session"), required=False)
    requirement = forms.ChoiceField(label=_("Requirement"), required=False)

    def __init__(self, data: Any, mission: Mission, language: str) -> None:
        super().__init__(data, auto_id="show_%s", label_suffix="")
        anyone = ("", gettext("all"))
        chooses(self, "agency", [anyone, *agency_choices(mission, language)])
        chooses(self, "session", [anyone, *session_choices(mission, language)])
        chooses(self, "requirement", [anyone, *requirement_choices(mission, language)])

    @property
    def wanted(self) -> Wanted:
        """What was asked for; what the mission does not have is asked for by nobody."""
        self.is_valid()
        return Wanted(**{name: self.cleaned_data.get(name, "") for name in self.fields})


def typed_before(note: Contribution, language: str) -> dict[str, Any]:
    """Return a note as the form shows it."""
    return {
        "agency": str(note.agency_id),
        "session": str(note.session_id or ""),
        "kind": note.kind,
        "text": note.text.get(language, ""),
        "requirements": [one.requirement_id for one in note.requirements.all()],
        "public": note.public,
    }
