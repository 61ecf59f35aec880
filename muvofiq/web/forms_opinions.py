"""What a person types about second opinions: whom to ask, why to decline, how a disagreement is settled."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from muvofiq.records.models import Person
from muvofiq.web.forms import WorkForm, chooses
from muvofiq.web.forms_assessment import LONGEST, AssessmentForm

OUTCOMES = ("first", "second", "own")


class AskForm(WorkForm):
    """Of whom an opinion is asked; the requirements are ticked beside."""

    person = forms.ChoiceField()

    def __init__(self, data: Mapping[str, Any] | None, people: Iterable[Person]) -> None:
        super().__init__(data)
        self.people = {str(one.pk): one for one in people}
        chooses(self, "person", [(key, one.name) for key, one in self.people.items()])

    @property
    def asked_of(self) -> Person:
        """The person who was chosen."""
        return self.people[self.cleaned_data["person"]]


class PickForm(WorkForm):
    """Which requirements are ticked beforehand: of a theme, of a group, every so-manieth that is judged."""

    theme = forms.CharField(required=False, max_length=1)
    group = forms.CharField(required=False, max_length=80)
    every = forms.IntegerField(required=False, min_value=1, max_value=999)


class DeclineForm(WorkForm):
    """Why a person does not give the opinion."""

    why = forms.CharField(required=False, max_length=LONGEST)


class SettleForm(AssessmentForm):
    """The outcome of a disagreement: the first judgement, the second, or another one, whose fields are then read."""

    choice = forms.ChoiceField(choices=[(one, one) for one in OUTCOMES])
    why = forms.CharField(required=False, max_length=LONGEST)
    dissent = forms.CharField(required=False, max_length=LONGEST)
    dissenter = forms.ChoiceField(required=False)

    def __init__(self, data: Mapping[str, Any] | None, *, elements: int, people: Iterable[Person]) -> None:
        super().__init__(data, elements=elements)
        self.people = {str(one.pk): one for one in people}
        chooses(self, "dissenter", [("", ""), *((key, one.name) for key, one in self.people.items())])

    @property
    def dissents(self) -> Person | None:
        """The person who still holds otherwise, if one is named."""
        return self.people.get(self.cleaned_data["dissenter"])
