"""What people type, as forms that say what is wrong where it is wrong."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from muvofiq.assessment.answer_key import Step
from muvofiq.errors import MuvofiqError
from muvofiq.standards.requirement import in_language
from muvofiq.web.telling import Telling, tell

Saved = TypeVar("Saved")
Choices = Sequence[tuple[str, str | Sequence[tuple[str, str]]]]


class WorkForm(forms.Form):
    """A form that keeps what was typed and tells the error of an action in place, with its HTTP status."""

    required_css_class = "required"
    telling: Telling | None = None

    def tried(self, action: Callable[[], Saved]) -> Saved | None:
        """Run the action if the form is filled in rightly; an error of the product becomes part of the form."""
        if not self.is_valid():
            return None
        try:
            return action()
        except MuvofiqError as error:
            self.telling = tell(error)
            return None

    @property
    def status(self) -> int:
        """The HTTP status with which the form is shown again."""
        if self.telling:
            return self.telling.status
        return 422 if self.errors else 200


def chooses(form: forms.Form, name: str, choices: Choices) -> None:
    """Give a field of a form its choices."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


class MissionForm(WorkForm):
    """A new mission."""

    title = forms.CharField(label=_("Title"), max_length=200)
    theme = forms.CharField(label=_("Theme"), max_length=300, required=False)
    state = forms.RegexField(r"^[A-Za-z]{2}$", label=_("State (two letters, such as TJ)"), max_length=2)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    starts = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    ends = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class ExerciseForm(WorkForm):
    """A workshop exercise of the library, opened for another group."""

    name = forms.ChoiceField(label=_("Exercise"))
    starts = forms.DateField(
        label=_("First day"), initial=date.today, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def offer(self, written: Sequence[Mapping[str, Any]], language: str) -> None:
        """Offer these exercises by their titles."""
        heads = [one["mission"] for one in written]
        chooses(self, "name", [(head["slug"], in_language(head["title"], language)) for head in heads])


class RevealForm(WorkForm):
    """Up to which step an answer of the key is shown; 0 covers it again."""

    step = forms.IntegerField(min_value=0, max_value=max(Step))


class AccountForm(WorkForm):
    """The own name and service."""

    name = forms.CharField(label=_("Name"), max_length=160)
    service = forms.CharField(label=_("Service or agency"), max_length=160, required=False)


class UnitForm(WorkForm):
    """A unit of an edition, and what was decided about it (nothing: undecided again)."""

    edition = forms.CharField(max_length=120)
    eid = forms.CharField(max_length=200)
    decision = forms.CharField(required=False, max_length=10)


class QuoteForm(UnitForm):
    """Words of a unit."""

    words = forms.CharField(max_length=20_000, required=False)
