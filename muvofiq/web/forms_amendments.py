"""The forms of an amendment: where it applies, how the unit should read, its clause, and why something is lost."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Amendment, Edition, Mission
from muvofiq.records.queries.amendment_page import tidied
from muvofiq.records.queries.editions import editions_now
from muvofiq.records.queries.recommendation_page import editions_to_amend
from muvofiq.records.queries.whose_law import national_acts
from muvofiq.standards.requirement import in_language
from muvofiq.web.forms import Choices, WorkForm, chooses
from muvofiq.web.labels_editions import day_of

ACT = "act:"  # begins the value of an act that is chosen without an edition
LONGEST = 100_000  # letters of a wording
REASON = forms.CharField(required=False, max_length=2_000)


class PlaceForm(WorkForm):
    """Which unit is amended: one of an edition, a new one behind it, or a place in words."""

    edition = forms.ChoiceField(label=_("Act and edition"))
    eid = forms.CharField(
        label=_("Unit of the edition"),
        required=False,
        max_length=200,
        help_text=_("Cite it as you would, in any language: статья 12 часть 2, м. 12 қ. 2, art. 12(2), глава 2."),
    )
    after = forms.CharField(
        label=_("Or a new unit behind"),
        required=False,
        max_length=200,
        help_text=_("The unit behind which the new one will stand, cited in the same way."),
    )
    unit = forms.CharField(
        label=_("Or the place in words"),
        required=False,
        max_length=200,
        help_text=_("For an act without text on file, for example: article 7."),
    )

    def __init__(self, data: Any, mission: Mission, language: str, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial), label_suffix="", auto_id="place_%s")
        chooses(self, "edition", [("", gettext("choose an act")), *act_choices(mission, language)])

    def clean(self) -> dict[str, Any]:
        """Ask for exactly one way to name the place."""
        typed = super().clean() or self.cleaned_data
        named = [name for name in ("eid", "after", "unit") if typed.get(name, "").strip()]
        if len(named) != 1 and typed.get("edition"):
            self.add_error(
                "eid", gettext("Name the unit, or the one behind which a new one will stand, or a place in words.")
            )
        return typed


class AmendmentForm(WorkForm):
    """An amendment as it is typed. ``shown`` is the unit whose wording in force the page has shown beside it."""

    proposed = forms.CharField(required=False, max_length=LONGEST, strip=False)
    clause = forms.CharField(required=False, max_length=LONGEST)
    written = forms.CharField(required=False, max_length=LONGEST)
    version = forms.IntegerField(min_value=0, required=False)
    shown = forms.CharField(required=False, max_length=400)
    reason_for_all = forms.CharField(required=False, max_length=2_000)

    def __init__(self, data: Any, initial: Mapping[str, Any], shown: str) -> None:
        super().__init__(data, initial=dict(initial), label_suffix="")
        self.place = shown
        self.told: dict[str, str] = {}

    def clean(self) -> dict[str, Any]:
        """Never let an empty wording repeal a unit that the person has not seen."""
        typed = super().clean() or self.cleaned_data
        if self.place and not typed.get("proposed", "").strip() and typed.get("shown") != self.place:
            self.add_error("proposed", gettext("Look at the wording in force first: only then can it be deleted."))
        try:
            self.told = {key: REASON.clean(reason) for key, reason in self._sent().items()}
        except forms.ValidationError as error:
            self.add_error(None, error)
        return typed

    @property
    def wording(self) -> str:
        """The wording as it stands in the field, one paragraph a line."""
        return tidied(str(self["proposed"].value() or ""))

    @property
    def own_clause(self) -> str:
        """The clause that the person wrote; nothing where it reads as the one that the machine wrote last."""
        typed = tidied(str(self["clause"].value() or ""))
        return "" if typed == tidied(str(self["written"].value() or "")) else typed

    @property
    def seen_version(self) -> int:
        """The version that the person had open."""
        return int(self.cleaned_data.get("version") or 0)

    @property
    def reasons(self) -> dict[str, str]:
        """The reasons typed for losses, by the key of each loss."""
        if not self.is_bound:
            return {key: one["reason"] for key, one in self.initial.get("losses", {}).items()}
        return self.told if self.is_valid() else self._sent()

    def _sent(self) -> dict[str, str]:
        """Return the reasons as they were sent: one for all losses of a passage, or the one for all passages."""
        told: QueryDict = self.data  # type: ignore[assignment]
        sent = zip_longest(told.getlist("loss"), told.getlist("loss_reason"), fillvalue="")
        for_all = told.get("reason_for_all", "")
        return {key: reason.strip() or for_all for keys, reason in sent for key in keys.splitlines()}


class TitleForm(WorkForm):
    """The own title of the draft amending act in one language; an empty one takes the counted title again."""

    language = forms.CharField(max_length=8)
    title = forms.CharField(label=_("Own title"), required=False, max_length=500)
    version = forms.IntegerField(min_value=0, required=False)


class StateForm(WorkForm):
    """Where a recommendation goes, and how often it had been changed when the person opened it."""

    to = forms.CharField(max_length=12)
    seen = forms.IntegerField(min_value=0, required=False)


def act_choices(mission: Mission, language: str) -> Choices:
    """Return the editions on file by act, the newest first, and the acts themselves for those without text."""
    editions, now = editions_to_amend(mission), {one.pk for one in editions_now(mission)}
    with_text = list(dict.fromkeys(one.act_id for one in editions))

    def order(one: Edition) -> tuple[int, str, bool, int]:
        return (
            with_text.index(one.act_id),
            one.language,
            one.pk not in now,
            -(one.as_of.toordinal() if one.as_of else 0),
        )

    editions.sort(key=order)
    older = {(one.act_id, one.language) for one in editions if one.pk not in now}
    on_file = [
        (one.name, _edition_choice(one, language, is_newest=one.pk in now and (one.act_id, one.language) in older))
        for one in editions
    ]
    others = (act for act in national_acts(mission) if act.pk not in with_text)
    without = [(f"{ACT}{act.pk}", in_language(act.title, language)) for act in others]
    return [*on_file, *([(gettext("Acts without text on file"), without)] if without else [])]


def _edition_choice(edition: Edition, language: str, *, is_newest: bool) -> str:
    """Return the title of an edition; where older ones are on file, that it is the newest."""
    title = edition_title(edition, language)
    return gettext("%(edition)s: the newest") % {"edition": title} if is_newest else title


def edition_title(edition: Edition, language: str) -> str:
    """Return the title of an act with the language and the day of an edition."""
    return f"{in_language(edition.act.title, language)} ({edition.language}, {day_of(edition)})"


def typed_before(row: Amendment) -> dict[str, Any]:
    """Return an amendment as the form shows it."""
    return {"proposed": row.proposed, "clause": row.clause, "losses": row.losses, "version": row.version}
