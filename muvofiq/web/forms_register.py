"""What people choose in the register of a state, and which agreement they read beside the clauses."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Act
from muvofiq.standards.requirement import in_language
from muvofiq.standards.state_register import StateRegister
from muvofiq.web.forms import WorkForm, chooses


class TakeForm(WorkForm):
    """Acts of the state's register that enter the register of the mission."""

    act = forms.MultipleChoiceField(label=_("Acts"))

    @classmethod
    def of(cls, data: Any, register: StateRegister) -> "TakeForm":
        """Return the form with the acts of the register to choose from."""
        form = cls(data, label_suffix="")
        chooses(form, "act", [(one.id, one.id) for one in register.acts])
        return form


class LookForm(forms.Form):
    """Words or a number that are looked for in the register."""

    search = forms.CharField(label=_("Words of the title in any language, or the number"), required=False)

    @property
    def looked_for(self) -> str:
        """What is looked for; nothing where nobody typed anything that can be."""
        return str(self.cleaned_data.get("search", "")) if self.is_valid() else ""


class AgreementForm(forms.Form):
    """Which act is read beside the clauses."""

    agreement = forms.ChoiceField(label=_("Read beside them"), required=False)

    @classmethod
    def of(cls, data: Any, acts: Sequence[Act], chosen: Act | None, language: str) -> "AgreementForm":
        """Return the form with the acts on file to choose from."""
        form = cls(data, label_suffix="", initial={"agreement": str(chosen.pk) if chosen else ""})
        titles = [(str(one.pk), in_language(one.title, language)) for one in acts]
        chooses(form, "agreement", [("", gettext("no act")), *titles] if chosen is None else titles)
        return form
