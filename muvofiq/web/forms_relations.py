"""The form in which a person says how two requirements are related."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.standards.relation import Pair, Relation, RelationKind
from muvofiq.standards.requirement import Requirement, in_language
from muvofiq.web.forms import Choices, WorkForm, chooses
from muvofiq.web.forms_scope import Names
from muvofiq.web.labels_relations import KINDS, MEANINGS

PAIR = re.compile(r"([0-9]{1,3}) = ([0-9]{1,3})")


class ChosenForm(WorkForm):
    """Which two requirements are looked at, and which relations are listed."""

    first = forms.ChoiceField(label=_("First requirement"), required=False)
    second = forms.ChoiceField(label=_("Second requirement"), required=False)
    search = forms.CharField(
        label=_("Only relations of requirements with these words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"type": "search", "data-key": "/", "data-key-says": _("search in the relations")}
        ),
    )

    def __init__(self, data: Any, requirements: Iterable[Requirement], language: str) -> None:
        super().__init__(data, auto_id="chosen_%s", label_suffix="")
        choices = [("", gettext("choose a requirement")), *requirement_choices(requirements, language)]
        chooses(self, "first", choices)
        chooses(self, "second", choices)

    @property
    def chosen(self) -> tuple[str, str, str]:
        """The two ids and the words; what does not exist is chosen by nobody."""
        self.is_valid()
        first, second, search = (self.cleaned_data.get(name, "") for name in self.fields)
        return first, second, search


class RelationForm(WorkForm):
    """The relation itself: its kind, the pairs of elements that ask the same, and why."""

    kind = forms.ChoiceField(label=_("How the first stands to the second"), widget=forms.RadioSelect)
    common = Names(required=False)
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3, "data-key": "e", "data-key-says": _("edit the reason")}),
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial), label_suffix="")
        chooses(self, "kind", [(one.value, f"{KINDS[one]}: {MEANINGS[one]}") for one in RelationKind])

    @property
    def pairs(self) -> list[Pair]:
        """The pairs that were ticked; what is no pair is passed over."""
        found = (PAIR.fullmatch(str(one)) for one in self["common"].value() or ())
        return list(dict.fromkeys((int(one[1]), int(one[2])) for one in found if one))


def typed_before(relation: Relation | None, version: int, language: str) -> dict[str, Any]:
    """Return a relation as the form shows it; an empty form for none."""
    if relation is None:
        return {"version": 0}
    return {
        "kind": relation.kind.value,
        "common": [f"{ours} = {theirs}" for ours, theirs in relation.common],
        "reason": relation.reason.get(language, ""),
        "version": version,
    }


def requirement_choices(requirements: Iterable[Requirement], language: str) -> Choices:
    """Return requirements by code and title, theme by theme."""
    themes: dict[str, list[tuple[str, str]]] = {}
    for one in requirements:
        themes.setdefault(one.theme, []).append((one.id, f"{one.code} {in_language(one.title, language)}"))
    return list(themes.items())
