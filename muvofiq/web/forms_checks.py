"""The forms by which findings go on their way, one by one or several at once."""

from collections.abc import Mapping

from django import forms

from muvofiq.assessment.checks import Weight, checks
from muvofiq.assessment.scale import State
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_scope import Names

STATES = [(one.value, one.value) for one in State]


class MoveForm(WorkForm):
    """Where a finding is to go, the version of the verdict that the person saw, and why it is disputed."""

    to = forms.ChoiceField(choices=STATES)
    version = forms.IntegerField(min_value=0)
    why = forms.CharField(required=False, max_length=2_000)


class MovesForm(WorkForm):
    """Where the ticked findings are to go; each is sent as the id of its requirement and the version of its verdict."""

    to = forms.ChoiceField(choices=STATES)
    ticked = Names(required=False)

    @property
    def seen(self) -> Mapping[str, int]:
        """The versions by the ids of the requirements; what is no version at all means none that can be saved."""
        pairs = (one.rpartition(" ") for one in self.cleaned_data["ticked"])
        return {name: int(version) if version.isdecimal() else -1 for name, _, version in pairs if name}


class ChecksForm(WorkForm):
    """What of the checks is shown."""

    severity = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in Weight])
    check = forms.ChoiceField(required=False, choices=[(name, name) for name in checks()])

    @property
    def chosen(self) -> tuple[Weight | None, str]:
        """The severity and the check; an address that names none of them shows all."""
        if not self.is_valid():
            return None, ""
        weight = self.cleaned_data["severity"]
        return Weight(weight) if weight else None, self.cleaned_data["check"]
