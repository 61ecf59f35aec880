"""The form of a recommendation: where it applies, what it proposes, why, and on what it rests."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Edition, Mission, Person, Recommendation
from muvofiq.records.queries.recommendation_page import (
    contributions_to_rest_on,
    editions_to_amend,
    judged_requirements,
)
from muvofiq.records.queries.whose_law import national_acts
from muvofiq.standards.requirement import in_language
from muvofiq.web.forms import Choices, WorkForm, chooses
from muvofiq.web.forms_notes import agency_choices
from muvofiq.web.labels_editions import day_of

ACT = "act:"  # begins the value of an act that is chosen without an edition


class RecommendationForm(WorkForm):
    """A recommendation as it is typed; ``shown`` is the unit whose current wording stands beside the proposal."""

    edition = forms.ChoiceField(label=_("Act and edition"))
    eid = forms.CharField(
        label=_("Unit of the edition"),
        required=False,
        max_length=200,
        help_text=_("Address or citation, such as art_12__para_2 or ст. 12 ч. 2. Empty for a new unit."),
    )
    unit = forms.CharField(
        label=_("Or a new unit, in words"),
        required=False,
        max_length=200,
        help_text=_("For example: article 12(1), new. Also for an act without text on file."),
    )
    proposed = forms.CharField(
        label=_("Proposed wording"),
        required=False,
        max_length=100_000,
    )
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    is_key = forms.BooleanField(label=_("Key recommendation"), required=False)
    addressee = forms.ChoiceField(label=_("Addressee"), required=False)
    findings = forms.MultipleChoiceField(
        label=_("Findings on which it rests"), required=False, widget=forms.CheckboxSelectMultiple
    )
    contributions = forms.TypedMultipleChoiceField(
        label=_("Contributions on which it rests"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    shown = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)

    def __init__(self, data: Any, mission: Mission, language: str, initial: dict[str, Any], *, person: Person) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        chooses(self, "edition", [("", gettext("choose an act")), *act_choices(mission, language)])
        chooses(self, "addressee", [("", gettext("nobody named")), *agency_choices(mission, language)])
        chooses(self, "findings", finding_choices(mission, language, person))
        about = str(initial.get("about", ""))
        chooses(self, "contributions", contribution_choices(mission, language, about))

    def clean(self) -> dict[str, Any]:
        """Never let an empty proposal delete a unit whose wording the person has not seen."""
        typed = super().clean() or self.cleaned_data
        is_seen = typed.get("shown") == place(typed.get("edition", ""), typed.get("eid", ""))
        if typed.get("eid") and not typed.get("proposed", "").strip() and not is_seen and self.errors == {}:
            self.add_error("proposed", gettext("Look at the wording in force first: only then can it be deleted."))
        return typed


def act_choices(mission: Mission, language: str) -> Choices:
    """Return the editions on file by act, and the acts themselves for those without text."""
    editions = editions_to_amend(mission)
    with_text = {one.act_id for one in editions}
    on_file = [(one.name, edition_title(one, language)) for one in editions]
    others = (act for act in national_acts(mission) if act.pk not in with_text)
    without = [(f"{ACT}{act.pk}", in_language(act.title, language)) for act in others]
    return [*on_file, *([(gettext("Acts without text on file"), without)] if without else [])]


def edition_title(edition: Edition, language: str) -> str:
    """Return the title of an act with the language and the day of an edition."""
    return f"{in_language(edition.act.title, language)} ({edition.language}, {day_of(edition)})"


def finding_choices(mission: Mission, language: str, person: Person) -> list[tuple[str, str]]:
    """Return the judged requirements by code and title, without those whose finding is kept back from the person."""
    judged = [one.requirement for one in judged_requirements(mission, person)]
    return [(one.id, f"{one.code} {in_language(one.title, language)}") for one in judged]


def contribution_choices(mission: Mission, language: str, requirement_id: str) -> list[tuple[str, str]]:
    """Return the discussion notes by number, those on the requirement first."""
    notes = contributions_to_rest_on(mission, requirement_id)
    return [
        (str(one.number), f"C{one.number} {in_language(one.agency.short or one.agency.name, language)}: {said}")
        for one in notes
        if (said := in_language(one.text, language))
    ]


def place(edition: str, eid: str) -> str:
    """Return the unit of an edition as the form remembers it."""
    return f"{edition}~{eid}" if edition and eid else ""


def typed_before(row: Recommendation, language: str) -> dict[str, Any]:
    """Return a recommendation as the form shows it."""
    edition = row.edition.name if row.edition else f"{ACT}{row.act_id}"
    return {
        "edition": edition,
        "eid": row.eid,
        "unit": row.unit,
        "proposed": row.proposed,
        "reason": row.reason.get(language, ""),
        "is_key": row.is_key,
        "addressee": str(row.addressee_id or ""),
        "findings": [one.requirement.requirement_id for one in row.findings.select_related("requirement")],
        "contributions": [str(one.number) for one in row.contributions.all()],
        "version": row.version,
        "shown": place(edition, row.eid),
    }
