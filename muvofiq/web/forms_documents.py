"""The forms of the press release: one public sentence, and the consent of the beneficiary."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.publication.release import Part
from muvofiq.web.forms import WorkForm, chooses
from muvofiq.web.labels import LABELS


class FactForm(WorkForm):
    """A sentence that may be told to everybody, in one language."""

    part = forms.ChoiceField(label=_("Part of the press release"))
    text = forms.CharField(
        label=_("Public sentence"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(
            attrs={"rows": 5, "data-key": "e", "data-key-says": _("Public sentence"), "autofocus": True}
        ),
    )

    def __init__(self, data: Any, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        chooses(self, "part", [(part.value, gettext(str(LABELS[part.value]))) for part in Part])


class ConsentForm(WorkForm):
    """When, and by which body of the beneficiary, publication was agreed."""

    on = forms.DateField(label=_("Agreed on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    by = forms.CharField(label=_("By which body of the beneficiary"), max_length=160, required=False)

    def __init__(self, data: Any, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial, auto_id="consent_%s", label_suffix="")
