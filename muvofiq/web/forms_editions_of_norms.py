"""The forms in which newer editions are taken, and a carried verdict is confirmed."""

from collections.abc import Iterable

from django import forms

from muvofiq.records.queries.new_editions import NewEdition
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_scope import Names


class TakeForm(WorkForm):
    """Which newer editions are taken: each by the id of its requirement and the key of the edition that was seen."""

    editions = Names(required=False)

    @property
    def seen(self) -> dict[str, str]:
        """The keys of the editions that were seen, by requirement."""
        return dict(one.partition(" ")[::2] for one in self.cleaned_data["editions"])


class ConfirmForm(WorkForm):
    """A carried verdict at which a person has looked again, in the version and the edition that were shown."""

    confirm = forms.CharField(max_length=80)
    version = forms.IntegerField(min_value=0)
    edition = forms.IntegerField(min_value=1)


def ticked(offered: Iterable[NewEdition], pick: str, chosen: Iterable[str]) -> set[str]:
    """Return which newer editions are ticked: all, none, only those that leave every verdict standing, or as sent."""
    rows = {value_of(one): one for one in offered}
    if pick == "all":
        return set(rows)
    if pick == "kept":
        return {value for value, one in rows.items() if one.is_kept}
    return set() if pick else set(chosen) & set(rows)


def value_of(one: NewEdition) -> str:
    """Return the value by which a newer edition is ticked."""
    return f"{one.saved.requirement_id} {one.newest.pk}"
