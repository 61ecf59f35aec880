"""The form in which a practice is written down at the table, and the choice of those that the shelf shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.actions.texts import given
from muvofiq.records.models import Mission
from muvofiq.records.queries.notes_list import scope_requirements
from muvofiq.records.queries.practices import (
    CONFIRMED,
    OURS,
    SHIPPED,
    UNCONFIRMED,
    Wanted,
    practice_rows,
    states_on_shelf,
)
from muvofiq.records.queries.released import released
from muvofiq.standards.errors import BadDate
from muvofiq.standards.good_practice import Critic, Criticism, GoodPractice
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.practice_shelf import neighbours
from muvofiq.standards.requirement import in_language
from muvofiq.standards.state import state_codes, state_name
from muvofiq.web.forms import Choices, WorkForm, chooses

ROWS = 3  # how many criticisms the form has room for, unless the practice has more already
TEXTS = ("title", "done", "result", "carries_over", "does_not_carry")
CRITICS = {
    Critic.COURT: _("court"),
    Critic.MONITOR: _("monitor"),
    Critic.CIVIL_SOCIETY: _("civil society"),
    Critic.AUTHORITY: _("authority"),
    Critic.OTHER: _("another"),
}
AREA = {"rows": 3}


class PartialDateField(forms.CharField):
    """A year, a month or a day."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=10, required=False, **options)

    def clean(self, value: Any) -> PartialDate | None:
        """Return the date, as exact as it was typed."""
        text = super().clean(value)
        try:
            return PartialDate.parse(text) if text else None
        except BadDate as error:
            raise forms.ValidationError(
                gettext("Write a year, a month or a day: 2019, 2019-07 or 2019-07-16.")
            ) from error


@dataclass(frozen=True, slots=True)
class CriticRow:
    """The fields in which one criticism is typed."""

    by: BoundField
    kind: BoundField
    reference: BoundField
    on: BoundField
    what: BoundField

    def __iter__(self) -> Iterator[BoundField]:
        return iter((self.by, self.kind, self.reference, self.on, self.what))


class PracticeForm(WorkForm):
    """A practice as it is typed: texts in one language, the other languages stay as they are."""

    state = forms.ChoiceField(label=_("Of which state"))
    title = forms.CharField(label=_("Title"), required=False, max_length=300)
    done = forms.CharField(
        label=_("What is done, in your own words"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(
            attrs={"rows": 4, "data-key": "e", "data-key-says": _("What is done, in your own words")}
        ),
    )
    act = forms.CharField(
        label=_("Act"),
        required=False,
        max_length=300,
        help_text=_("Its name, or the id of an instrument of the catalogue. Empty where no act says it."),
    )
    unit = forms.CharField(
        label=_("Unit"), required=False, max_length=200, help_text=_("As the act numbers it, such as art. 12(2).")
    )
    since = PartialDateField(label=_("Since"), help_text=_("As exactly as it is known: 2019, 2019-07 or 2019-07-16."))
    until = PartialDateField(label=_("Until"), help_text=_("Empty while it goes on."))
    requirements = forms.MultipleChoiceField(
        label=_("Requirements to which it belongs"), required=False, widget=forms.CheckboxSelectMultiple
    )
    result = forms.CharField(label=_("Result"), required=False, max_length=20_000, widget=forms.Textarea(attrs=AREA))
    carries_over = forms.CharField(
        label=_("What would carry over"), required=False, max_length=20_000, widget=forms.Textarea(attrs=AREA)
    )
    does_not_carry = forms.CharField(
        label=_("What would not"), required=False, max_length=20_000, widget=forms.Textarea(attrs=AREA)
    )
    read_also = forms.CharField(
        label=_("Judgments and reports to read, one a line"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs=AREA),
    )
    source = forms.CharField(label=_("Source"), required=False, max_length=500)
    confirmed = forms.BooleanField(label=_("Held against its source and confirmed"), required=False)
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any, mission: Mission, language: str, initial: dict[str, Any], before: GoodPractice | None = None
    ) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        self.language, self.before = language, before
        self.rows = max(ROWS, len(before.criticism) if before else 0)
        for at in range(self.rows):
            self.fields |= _critic_fields(at)
        chooses(self, "state", state_choices(mission, language, before))
        chooses(self, "requirements", requirement_choices(mission, language, initial.get("requirements", ())))

    @property
    def critics(self) -> list[CriticRow]:
        """The rows in which criticism is typed."""
        return [CriticRow(*(self[name] for name in _critic_fields(at))) for at in range(self.rows)]

    @property
    def has_criticism(self) -> bool:
        """Whether any criticism is typed."""
        return any(row.by.value() or row.what.value() for row in self.critics)

    @property
    def chosen(self) -> int:
        """How many requirements are ticked."""
        return len(self["requirements"].value() or ())

    def clean(self) -> dict[str, Any]:
        """Refuse a criticism of which nobody knows by whom it is, or what it says."""
        typed = super().clean() or self.cleaned_data
        for at in range(self.rows):
            by, what = typed.get(f"critic_by_{at}", ""), typed.get(f"critic_what_{at}", "")
            others = self.before and at < len(self.before.criticism) and self.before.criticism[at].what
            if what and not by:
                self.add_error(f"critic_by_{at}", gettext("Name the court, monitor or body that said it."))
            if by and not what and not others:
                self.add_error(f"critic_what_{at}", gettext("Say in a sentence what was criticised."))
        return typed

    @property
    def practice(self) -> GoodPractice:
        """The practice as typed, with what it said before in the other languages."""
        typed, before = self.cleaned_data, self.before
        texts = {name: self._merged(getattr(before, name, None), typed[name]) for name in TEXTS}
        return GoodPractice(
            id=before.id if before else "new",
            state=typed["state"],
            title=texts["title"],
            done=texts["done"],
            requirements=tuple(typed["requirements"]),
            **{name: typed[name] for name in ("act", "unit", "since", "until", "source", "confirmed")},
            result=texts["result"] or None,
            carries_over=texts["carries_over"] or None,
            does_not_carry=texts["does_not_carry"] or None,
            criticism=tuple(self._criticism()),
            read_also=tuple(line for text in typed["read_also"].splitlines() if (line := text.strip())),
            unconfirmed_languages=before.unconfirmed_languages if before else (),
        )

    def _criticism(self) -> Iterator[Criticism]:
        typed, old = self.cleaned_data, self.before.criticism if self.before else ()
        for at in range(self.rows):
            by, kind, reference, on, what = (typed[name] for name in _critic_fields(at))
            if by:
                said = self._merged(old[at].what if at < len(old) else None, what)
                yield Criticism(by, Critic(kind), said, reference, on)

    def _merged(self, before: Mapping[str, str] | None, typed: str) -> dict[str, str]:
        return given({**(before or {}), self.language: typed.replace("\r\n", "\n")})


class ShelfForm(WorkForm):
    """Which practices the shelf shows, and in which order."""

    words = forms.CharField(
        label=_("Words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "data-key": "/", "data-key-says": _("search the shelf")}),
    )
    state = forms.ChoiceField(label=_("Of which state"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    requirement = forms.ChoiceField(label=_("Requirement"), required=False)
    origin = forms.ChoiceField(label=_("From where"), required=False)
    confirmed = forms.ChoiceField(label=_("Confirmed"), required=False)
    by = forms.ChoiceField(label=_("In order of"), required=False)

    def __init__(self, data: Any, mission: Mission, language: str) -> None:
        super().__init__(data, auto_id="show_%s", label_suffix="")
        anything = ("", gettext("all"))
        used = {one.id: one for row in practice_rows(mission) for one in row.requirements}
        by_code = sorted(used.values(), key=lambda one: one.code)
        states = [(code, state_name(code, language)) for code in states_on_shelf(mission)]
        themes = [(one.id, f"{one.id} {in_language(one.title, language)}") for one in released().themes]
        chooses(self, "state", [anything, *states])
        chooses(self, "theme", [anything, *themes])
        chooses(self, "requirement", [anything, *((one.id, _titled(one.code, one.title, language)) for one in by_code)])
        chooses(self, "origin", [anything, (SHIPPED, gettext("with Muvofiq")), (OURS, gettext("this mission"))])
        chooses(
            self, "confirmed", [anything, (CONFIRMED, gettext("confirmed")), (UNCONFIRMED, gettext("not confirmed"))]
        )
        chooses(self, "by", [("", gettext("states")), ("requirement", gettext("requirements"))])

    @property
    def wanted(self) -> Wanted:
        """What was asked for; what the shelf does not have is asked for by nobody."""
        self.is_valid()
        return Wanted(**{name: self.cleaned_data.get(name, "") for name in self.fields if name != "by"})

    @property
    def is_by_requirement(self) -> bool:
        """Whether the practices stand under their requirements."""
        self.is_valid()
        return bool(self.cleaned_data.get("by"))


def state_choices(mission: Mission, language: str, before: GoodPractice | None) -> Choices:
    """Return the states to choose from: that of the mission, its neighbours, then all others by name."""
    near = neighbours(mission.state)
    known = {*state_codes(), mission.state, *([before.state] if before else [])}
    return sorted(
        ((code, f"{state_name(code, language)} ({code})") for code in known),
        key=lambda one: (one[0] != mission.state, one[0] not in near, one[1]),
    )


def requirement_choices(mission: Mission, language: str, also: Any) -> list[tuple[str, str]]:
    """Return the requirements of the scope, and those to which the practice belongs already."""
    scope = {one.id: one for one in scope_requirements(mission)}
    more = [one for row in practice_rows(mission) for one in row.requirements if one.id in also]
    found = {**scope, **{one.id: one for one in (*more, *released().requirements) if one.id in also}}
    return [
        (one.id, _titled(one.code, one.title, language)) for one in sorted(found.values(), key=lambda one: one.code)
    ]


def typed_before(practice: GoodPractice, language: str) -> dict[str, Any]:
    """Return a practice as the form shows it."""
    texts = {name: (getattr(practice, name) or {}).get(language, "") for name in TEXTS}
    plain = {name: getattr(practice, name) for name in ("state", "act", "unit", "source", "confirmed")}
    days = {name: str(getattr(practice, name) or "") for name in ("since", "until")}
    critics: dict[str, Any] = {}
    for at, one in enumerate(practice.criticism):
        values = (one.by, one.kind.value, one.reference, str(one.on or ""), one.what.get(language, ""))
        critics |= dict(zip(_critic_fields(at), values, strict=True))
    lists = {"requirements": list(practice.requirements), "read_also": "\n".join(practice.read_also)}
    return {**texts, **plain, **days, **lists, **critics}


def _critic_fields(at: int) -> dict[str, forms.Field]:
    kinds = [(kind.value, label) for kind, label in CRITICS.items()]
    return {
        f"critic_by_{at}": forms.CharField(label=_("Who criticised it"), required=False, max_length=200),
        f"critic_kind_{at}": forms.ChoiceField(
            label=_("Kind"), choices=kinds, required=False, initial=Critic.COURT.value
        ),
        f"critic_reference_{at}": forms.CharField(label=_("Judgment or report"), required=False, max_length=300),
        f"critic_on_{at}": PartialDateField(label=_("Date")),
        f"critic_what_{at}": forms.CharField(
            label=_("What was criticised"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 2})
        ),
    }


def _titled(code: str, title: Mapping[str, str], language: str) -> str:
    return f"{code} {in_language(title, language)}"
