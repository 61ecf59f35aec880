"""The form in which the scope of a mission is chosen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Mission
from muvofiq.web.forms import WorkForm


class Names(forms.MultipleChoiceField):
    """Names that were ticked; whether they exist is the action's question."""

    def valid_value(self, value: object) -> bool:
        """Let every name pass."""
        return isinstance(value, str)


class ScopeForm(WorkForm):
    """Which requirements are judged, and why these."""

    requirement = Names(required=False)
    reason = forms.CharField(
        label=_("Why these requirements"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6, "data-key": "e"}),
    )

    @classmethod
    def of(cls, data: Any, mission: Mission, language: str) -> "ScopeForm":
        """Return the form with the reason as saved."""
        return cls(data, initial={"reason": mission.scope_reason.get(language, "")}, label_suffix="")


class ShownForm(forms.Form):
    """What of the catalogue is shown."""

    theme = forms.CharField(required=False, max_length=8)
    search = forms.CharField(required=False, max_length=200)

    @property
    def shown(self) -> dict[str, str]:
        """The letter of the theme and the words; what is no filter filters nothing."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
