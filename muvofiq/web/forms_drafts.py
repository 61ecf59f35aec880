"""What people decide about a file under review: what a line begins, which repairs are made, how it is filed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.review import Correction
from muvofiq.records.errors import ActUnclear, AlreadyOnFile, NeedsConfirmation
from muvofiq.records.models import Act, Draft, Edition
from muvofiq.text.choices import Changes
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_acts import NEW, READ, offer_acts, offer_editions
from muvofiq.web.forms_plan import DAY
from muvofiq.web.forms_purpose import PurposeField, offer_purposes, purpose_of
from muvofiq.web.labels_law import UNITS

FILED_AT = {
    ActUnclear.__name__: "act",
    AlreadyOnFile.__name__: "replaces",
    NeedsConfirmation.__name__: "is_allowed",
}
NUMBER_FORM = _("Numbers are written 8, 8(2), 8-2, 8², IV or а.")
NUMBER_LONG = _("The number of a unit has at most 6 figures: longer ones are dates or numbers of acts.")
MOST_FIGURES = 6


class DecisionForm(WorkForm):
    """A decision on a draft, made on the version that was open."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class RepairsForm(DecisionForm):
    """Repairs that are refused, or made after all: one by its key, or all of a kind of damage."""

    refuse = forms.CharField(required=False, max_length=20_000)
    make = forms.CharField(required=False, max_length=20_000)
    refuse_all = forms.CharField(required=False, max_length=120)
    make_all = forms.CharField(required=False, max_length=120)


class CorrectionForm(DecisionForm):
    """What a line of the file begins."""

    line = forms.IntegerField(min_value=1)
    kind = forms.ChoiceField(label=_("This line begins"), required=False)
    number = forms.CharField(label=_("Number"), required=False, max_length=20)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = unit_choices()  # type: ignore[attr-defined]

    def clean_number(self) -> Number | None:
        """Read the number in any of the spellings in print."""
        typed = str(self.cleaned_data["number"]).strip()
        try:
            number = Number.parse(typed) if typed else None
        except ValueError as error:
            raise forms.ValidationError(NUMBER_FORM) from error
        if number and max(number.order[0], *number.inserted, 0) >= 10**MOST_FIGURES:
            raise forms.ValidationError(NUMBER_LONG)
        return number

    @property
    def correction(self) -> Correction:
        """What the person says of the line."""
        kind = self.cleaned_data["kind"]
        return Correction(self.cleaned_data["line"], Kind(kind) if kind else None, self.cleaned_data["number"])


class FilingForm(DecisionForm):
    """Under which act the draft is filed, as at which day, and in place of which edition."""

    purpose = PurposeField()
    act = forms.ChoiceField(label=_("File it under"), required=False)
    as_of = forms.DateField(
        label=_("Text as at (if known)"),
        required=False,
        help_text=_("Left empty, it is the day of the edition that this text replaces, if any."),
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )
    replaces = forms.ChoiceField(label=_("Corrects an import (replaces it)"), required=False)
    is_allowed = forms.BooleanField(label=_("I confirm that this text may be used in this mission"), required=False)
    is_restricted = forms.BooleanField(
        label=_("This text is for official use, and may be used in this mission"), required=False
    )

    @classmethod
    def of(
        cls, data: Any, draft: Draft, acts: Sequence[Act], editions: Sequence[Edition], language: str
    ) -> "FilingForm":
        """Return the form as the person who chose the file has filled it in."""
        act, old = NEW if draft.is_new_act else str(draft.act_id or ""), draft.replaces
        day = draft.as_of or (old.as_of if old else None)
        known: dict[str, Any] = {
            "purpose": purpose_of(draft),
            "act": act,
            "as_of": day,
            "replaces": old.name if old else "",
        }
        form = cls(data, initial=known, label_suffix="")
        offer_purposes(form, draft.mission.state, known["purpose"])
        offer_acts(form, acts, language)
        chosen = [old] if old and old not in editions else []  # replaced meanwhile: whoever files it is told so
        offer_editions(form, [*editions, *chosen])
        return form

    @property
    def filing(self) -> list[forms.BoundField]:
        """The fields that every filing has."""
        return [self[name] for name in ("purpose", "act", "as_of", "replaces")]

    @property
    def told_at(self) -> str:
        """The field beside which the error is told, or nothing: then it stands above the form."""
        return FILED_AT.get(self.telling.error, "") if self.telling else ""


class ReadingForm(WorkForm):
    """How pending corrections are read when a file is read again."""

    changes = forms.ChoiceField(
        label=_("Pending corrections in a Word file"), required=False, choices=[(one, READ[one]) for one in Changes]
    )


def unit_choices() -> list[tuple[str, str]]:
    """Return the kinds of unit that a line may begin, from the largest to the smallest, and that it begins none."""
    begun = [(kind.value, gettext(str(UNITS[kind]))) for kind in Kind if kind is not Kind.INDENT]
    return [("", gettext("nothing: it is running text")), *begun]
