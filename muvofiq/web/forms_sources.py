"""The forms about sources: quoting a norm, taking over what a newer text touches, confirming that the acts are all."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from muvofiq.records.queries.touched_evidence import ToDo, Touched
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_scope import Names

SAME = "same"  # the value of the button that takes all that reads the same


class NormQuoteForm(WorkForm):
    """Words of a unit of a standard; ``place`` is the name of the edition and the address of the unit, as one value."""

    place = forms.CharField(label=_("Unit of the standard"), max_length=330)
    words = forms.CharField(label=_("Words of the norm, letter for letter"), max_length=20_000, required=False)

    @property
    def edition_and_eid(self) -> tuple[str, str]:
        """The name of the edition and the address of the unit."""
        name, _, eid = str(self.cleaned_data["place"]).partition("~")
        return name, eid


class TakeOverForm(WorkForm):
    """Which records move: the ticked ones, or all that read the same; ``back`` is the requirement to go back to."""

    sources = Names(required=False)
    offered = Names(required=False)
    save = forms.CharField(required=False, max_length=10)
    back = forms.CharField(required=False, max_length=80)

    @property
    def seen(self) -> dict[str, str]:
        """The names of the newer editions that were seen, by the key of the record."""
        chosen = self.cleaned_data["offered" if self.cleaned_data["save"] == SAME else "sources"]
        return dict(one.partition(" ")[::2] for one in chosen)


class CompleteForm(WorkForm):
    """The list that was read, and how the person knows that it is complete."""

    seen = Names(required=False)
    reason = forms.CharField(
        label=_("How do you know that these are all?"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3, "data-key": "e"}),
    )


def value_of(one: Touched) -> str:
    """Return the value by which a record is ticked: its key and the newer edition that is seen."""
    return f"{one.key} {one.update.newer.name}"


def ticked(rows: Iterable[Touched], chosen: Iterable[str]) -> set[str]:
    """Return which of the records that can move are ticked, as sent."""
    return set(chosen) & {value_of(one) for one in rows if one.can_be_taken}


def reads_the_same(rows: Iterable[Touched]) -> int:
    """Return how many records could move without a look."""
    return sum(one.to_do is ToDo.TAKE_OVER and one.can_be_taken for one in rows)
