"""The form of a recommendation: what is recommended, to whom, until when, and on what it rests."""

from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from muvofiq.assessment.scale import Cure, Priority, word
from muvofiq.records.models import Mission, Person, Recommendation
from muvofiq.records.queries.recommendation_page import contributions_to_rest_on, judged_requirements
from muvofiq.records.queries.whose_law import national_acts
from muvofiq.records.words import RecommendationKind
from muvofiq.standards.requirement import in_language
from muvofiq.web.forms import Choices, WorkForm, chooses
from muvofiq.web.forms_notes import agency_choices, requirement_choices
from muvofiq.web.labels_amendments import KINDS, TERMS
from muvofiq.web.languages import interface_language


class RecommendationForm(WorkForm):
    """A recommendation as it is typed; the unit from which it began is remembered, to be amended once it is saved."""

    text = forms.CharField(
        label=_("What is recommended"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3, "data-key": "e", "data-key-says": _("What is recommended")}),
    )
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    kind = forms.ChoiceField(label=_("Kind"), initial=RecommendationKind.AMEND.value)
    priority = forms.ChoiceField(label=_("Priority"), required=False)
    term = forms.ChoiceField(label=pgettext_lazy("recommendation", "Term"), required=False)
    cure = forms.ChoiceField(label=_("Level of the cure"), required=False)
    is_key = forms.BooleanField(label=_("Key recommendation"), required=False)
    addressee = forms.ChoiceField(label=_("Addressee"), required=False)
    together = forms.MultipleChoiceField(
        label=_("Acts that must be changed at the same time"), required=False, widget=forms.CheckboxSelectMultiple
    )
    findings = forms.MultipleChoiceField(
        label=_("Findings on which it rests"), required=False, widget=forms.CheckboxSelectMultiple
    )
    requirements = forms.MultipleChoiceField(
        label=_("Requirements that it serves"), required=False, widget=forms.CheckboxSelectMultiple
    )
    contributions = forms.TypedMultipleChoiceField(
        label=_("Contributions on which it rests"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    edition = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)
    eid = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, data: Any, mission: Mission, language: str, initial: dict[str, Any], *, person: Person) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        about, unsaid = str(initial.get("about", "")), ("", gettext("left open"))
        chooses(self, "kind", [(one, str(label)) for one, label in KINDS.items()])
        chooses(self, "priority", [unsaid, *((one.value, word(one, interface_language())) for one in Priority)])
        chooses(self, "term", [unsaid, *((one, gettext(str(label))) for one, label in TERMS.items())])
        chooses(self, "cure", [unsaid, *((one.value, word(one, interface_language())) for one in Cure)])
        chooses(self, "addressee", [("", gettext("nobody named")), *agency_choices(mission, language)])
        acts = [(str(one.pk), in_language(one.title, language)) for one in national_acts(mission)]
        self._offers("together", acts)
        self._offers("findings", finding_choices(mission, language, person))
        self._offers("requirements", requirement_choices(mission, language))
        self._offers("contributions", contribution_choices(mission, language, about))

    def _offers(self, name: str, choices: Choices) -> None:
        """Give a list its choices, those that are ticked first."""
        ticked = {str(one) for one in self[name].value() or ()}
        chooses(self, name, sorted(choices, key=lambda one: one[0] not in ticked))

    @property
    def ticked(self) -> dict[str, int]:
        """How many are ticked in each list."""
        lists = ("together", "findings", "requirements", "contributions")
        return {name: len(self[name].value() or ()) for name in lists}


def finding_choices(mission: Mission, language: str, person: Person) -> Choices:
    """Return the judged requirements by code and title, without those whose finding is kept back from the person."""
    judged = [one.requirement for one in judged_requirements(mission, person)]
    return [(one.id, f"{one.code} {in_language(one.title, language)}") for one in judged]


def contribution_choices(mission: Mission, language: str, requirement_id: str) -> Choices:
    """Return the discussion notes by number, those on the requirement first."""
    notes = contributions_to_rest_on(mission, requirement_id)
    return [
        (str(one.number), f"C{one.number} {in_language(one.agency.short or one.agency.name, language)}: {said}")
        for one in notes
        if (said := in_language(one.text, language))
    ]


def typed_before(row: Recommendation, language: str) -> dict[str, Any]:
    """Return a recommendation as the form shows it in one language."""
    return {
        "text": row.text.get(language, ""),
        "reason": row.reason.get(language, ""),
        "kind": row.kind,
        "priority": row.priority,
        "term": row.term,
        "cure": row.cure,
        "is_key": row.is_key,
        "addressee": str(row.addressee_id or ""),
        "together": [str(one.pk) for one in row.together.all()],
        "findings": [one.requirement.requirement_id for one in row.findings.select_related("requirement")],
        "requirements": [one.requirement_id for one in row.requirements.all()],
        "contributions": [str(one.number) for one in row.contributions.all()],
        "version": row.version,
    }
