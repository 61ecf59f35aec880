"""What a person types into an assessment: two verdicts, why, and the particulars that may be left open."""

from collections.abc import Mapping
from typing import Any

from django import forms

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.particulars import CHOICES, TEXTS, Particulars
from muvofiq.assessment.scale import Gap, State
from muvofiq.assessment.verdict import Axis, Verdict, verdicts_on
from muvofiq.web.forms import WorkForm

LONGEST = 20_000  # letters of a reason


class AssessmentForm(WorkForm):
    """An assessment as it is sent. ``full`` is there where all particulars are sent, so that empty ones are meant so.

    An element is sent as ``element_1`` with «yes» (covered), «no» (not covered) or nothing (not looked at). ``over`` is
    the version of somebody else that the person has seen and replaces, ``merge`` one that the person adds the own
    changes to; ``auto`` is sent where the page saves by itself.
    """

    law = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in verdicts_on(Axis.LAW)])
    practice = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in verdicts_on(Axis.PRACTICE)])
    reason = forms.CharField(required=False, max_length=LONGEST)
    version = forms.IntegerField(min_value=0)
    over = forms.IntegerField(required=False, min_value=1)
    merge = forms.IntegerField(required=False, min_value=1)
    edition = forms.IntegerField(required=False, min_value=1, max_value=32_767)
    state = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in State])
    auto = forms.BooleanField(required=False)
    full = forms.BooleanField(required=False)
    gaps = forms.MultipleChoiceField(required=False, choices=[(one.value, one.value) for one in Gap])
    norm = forms.CharField(required=False, max_length=200)

    def __init__(self, data: Mapping[str, Any] | None = None, *, elements: int = 0) -> None:
        super().__init__(data)
        self.elements = range(1, elements + 1)
        for at in self.elements:
            self.fields[f"element_{at}"] = forms.ChoiceField(required=False, choices=[("yes", "yes"), ("no", "no")])
        for name, scale in CHOICES.items():
            self.fields[name] = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in scale])
        for name in TEXTS:
            self.fields[name] = forms.CharField(required=False, max_length=2_000)

    @property
    def typed(self) -> dict[str, Any]:
        """What was sent, by the names of the fields, right or wrong: to be shown again."""
        sent = {name: self[name].value() for name in self.fields if name in self.data}
        if "full" not in self.data:
            return sent
        return {f"element_{at}": "" for at in self.elements} | sent | {"gaps": self["gaps"].value() or []}

    @property
    def seen_state(self) -> State | None:
        """In which state the finding stood on the page; None where the page did not tell, or a conflict is decided."""
        typed = self.cleaned_data
        is_chosen = typed["over"] or typed["merge"]
        return State(typed["state"]) if typed["state"] and not is_chosen else None

    @property
    def seen(self) -> int:
        """The version that the person had before the eyes when saving."""
        typed = self.cleaned_data
        return int(typed["over"] or typed["merge"] or typed["version"])

    def assessment(self, before: Assessment, language: str) -> Assessment:
        """Return what was typed in this language; what was not sent, or is told in another one, stays as before."""
        typed = self.cleaned_data
        return Assessment(
            Verdict(typed["law"]) if typed["law"] else before.law,
            Verdict(typed["practice"]) if typed["practice"] else before.practice,
            {**before.reason, language: typed["reason"]} if "reason" in self.data else before.reason,
            self._particulars(before.particulars, language) if typed["full"] else before.particulars,
        )

    def _particulars(self, before: Particulars, language: str) -> Particulars:
        typed = self.cleaned_data
        said = {at: typed[f"element_{at}"] for at in self.elements}
        return Particulars.from_entry(
            {
                "covered": [at for at, word in said.items() if word == "yes"],
                "uncovered": [at for at, word in said.items() if word == "no"],
                "gaps": typed["gaps"],
                "norm": typed["norm"].strip(),
                **{name: typed[name] for name in CHOICES},
                **{name: _told(getattr(before, name), typed[name], language) for name in TEXTS},
            }
        )


def _told(before: Mapping[str, str], text: str, language: str) -> dict[str, str]:
    """Return a text in the languages in which it is told; an empty one is taken away in this language alone."""
    return {code: words for code, words in {**before, language: text.strip()}.items() if words}


class VersionForm(WorkForm):
    """The version that was open, and the entry of the history whose version is wanted; none: undo my last change."""

    version = forms.IntegerField(min_value=0)
    sequence = forms.IntegerField(required=False, min_value=1)


class LookForm(WorkForm):
    """A candidate that a person opened."""

    edition = forms.CharField(max_length=120)
    eid = forms.CharField(max_length=200)
