"""The form of the instruments: on which day they are seen, and to what their list is narrowed."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.queries.instruments import Wanted
from muvofiq.standards.standing import Force
from muvofiq.web.forms import chooses
from muvofiq.web.forms_plan import DAY
from muvofiq.web.labels import LABELS


class DayForm(forms.Form):
    """The day whose law is shown; another word than a day is told in place and leaves that of the mission."""

    on = forms.DateField(
        label=_("The law as on the day"),
        required=False,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        error_messages={"invalid": _("This is no day. Shown is the first day of the mission.")},
    )

    def __init__(self, data: QueryDict, usual: date) -> None:
        super().__init__({"on": usual.isoformat(), **data.dict()}, label_suffix="", auto_id="norms-%s")
        self.usual = usual

    def clean(self) -> None:
        """Let the page show the day whose law it shows, whatever was typed."""
        self.data = {**self.data, "on": (self.cleaned_data.get("on") or self.usual).isoformat()}

    @property
    def day(self) -> date:
        """The day that is shown."""
        self.is_valid()
        found: date | None = self.cleaned_data.get("on")
        return found or self.usual


class InstrumentsForm(DayForm):
    """To what the list is narrowed; a filter that cannot be one filters nothing."""

    words = forms.CharField(
        label=_("Words of the title, or an identifier"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "data-key": "/", "data-key-says": _("search in the norms")}),
    )
    force = forms.ChoiceField(label=_("Force for the state"), required=False)
    is_scoped = forms.BooleanField(label=_("only what the scope cites"), required=False)

    def __init__(self, data: QueryDict, usual: date) -> None:
        super().__init__(data, usual)
        chooses(self, "force", [("", gettext("any")), *((one.value, gettext(str(LABELS[one.value]))) for one in Force)])

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        self.is_valid()
        typed = self.cleaned_data
        force = Force(typed["force"]) if typed.get("force") else None
        return Wanted(self.day, typed.get("words", ""), force, typed.get("is_scoped", False))
