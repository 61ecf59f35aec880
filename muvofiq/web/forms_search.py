"""The form of the search: what is looked for, where, and to what it is narrowed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from muvofiq.alignment.narrowing import UnitKind
from muvofiq.records.models import Act, Edition
from muvofiq.records.queries.search import MOST
from muvofiq.records.queries.seeking import SHOWN, Wanted, Where
from muvofiq.records.words import Purpose
from muvofiq.standards.requirement import in_language
from muvofiq.web.forms import chooses
from muvofiq.web.forms_plan import DAY

WHERE = {Where.BOTH: _("laws and requirements"), Where.LAWS: _("laws"), Where.REQUIREMENTS: _("requirements")}
KINDS = {
    UnitKind.ARTICLE: _("articles as a whole"),
    UnitKind.PART: _("parts of articles"),
    UnitKind.POINT: _("points"),
    UnitKind.DEFINITION: _("definitions"),
}
OWN = _("the law of the state")
OTHERS = {Purpose.COMPARATOR: _("laws to compare with"), Purpose.STANDARD: _("standards on file")}
NARROWING = ("purpose", "act", "language", "kind", "on", "typed_in")


class SearchForm(forms.Form):
    """What a person looks for; a filter that cannot be one filters nothing. ``others`` are on file beside the law."""

    others: tuple[Purpose, ...] = ()
    search = forms.CharField(
        label=_("Words in any language, «an exact phrase», or the number of an article"),
        required=False,
        max_length=400,
        widget=forms.TextInput(attrs={"type": "search", "data-key": "/", "data-key-says": _("type what you look for")}),
    )
    where = forms.ChoiceField(label=_("Search in"), required=False, choices=[*WHERE.items()])
    purpose = forms.ChoiceField(label=_("Whose laws"), required=False)
    act = forms.ChoiceField(label=_("Act"), required=False)
    language = forms.ChoiceField(label=_("Language of the text"), required=False)
    kind = forms.ChoiceField(label=_("Only"), required=False, choices=[("", _("units of any kind")), *KINDS.items()])
    on = forms.DateField(
        label=_("Editions as on the day"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )
    typed_in = forms.ChoiceField(label=_("My words are in"), required=False)
    top = forms.IntegerField(required=False, min_value=1, max_value=MOST, widget=forms.HiddenInput)

    @classmethod
    def of(cls, data: Any, editions: Sequence[Edition], language: str) -> "SearchForm":
        """Return the form with the acts and languages on file as choices."""
        form = cls(data, label_suffix="", auto_id="search-%s")
        kept = {one.act.purpose for one in editions}
        form.others = tuple(one for one in OTHERS if one.value in kept)
        chooses(form, "purpose", [("", str(OWN)), *((one.value, str(OTHERS[one])) for one in form.others)])
        editions = [one for one in editions if one.act.purpose == form.whose]
        acts: dict[str, Act] = {str(one.act_id): one.act for one in editions}
        languages = sorted({one.language for one in editions})
        known = dict.fromkeys((*dict(settings.LANGUAGES), *languages))
        titles = [(pk, in_language(act.title, language)) for pk, act in acts.items()]
        chooses(form, "act", [("", str(_("all acts"))), *titles])
        chooses(form, "language", [("", str(_("any"))), *((code, language_name(code)) for code in languages)])
        if not form["search"].value():
            form.fields["search"].widget.attrs["autofocus"] = True
        chooses(form, "typed_in", [("", str(_("as they show"))), *((code, language_name(code)) for code in known)])
        return form

    @property
    def whose(self) -> Purpose:
        """Whose laws are searched: national law, unless others are on file and asked for."""
        return next((one for one in self.others if one == self["purpose"].value()), Purpose.NATIONAL)

    @property
    def narrowing(self) -> list[forms.BoundField]:
        """The fields that narrow the search."""
        return [self[name] for name in NARROWING if name != "purpose" or self.others]

    @property
    def is_narrowed(self) -> bool:
        """Whether something narrows the search, or was meant to."""
        return any(self[name].value() for name in NARROWING)

    def wanted(self, usual: str) -> Wanted:
        """Return what is looked for; ``usual`` is the language that is taken where the words do not tell theirs."""
        self.is_valid()
        typed = self.cleaned_data
        return Wanted(
            text=typed.get("search", ""),
            where=Where(typed.get("where") or Where.BOTH),
            act=UUID(typed["act"]) if typed.get("act") else None,
            language=typed.get("language", ""),
            kind=UnitKind(typed["kind"]) if typed.get("kind") else None,
            on=typed.get("on"),
            purpose=self.whose,
            typed_in=typed.get("typed_in", ""),
            usual=usual,
            top=typed.get("top") or SHOWN,
        )


def language_name(code: str) -> str:
    """Return what the interface calls a language; one without a name by its code."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
