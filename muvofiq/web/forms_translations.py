"""What people type about translations: what is sent, who translated what came back, and one unit by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from muvofiq.publication.translation_files import SheetFormat
from muvofiq.records.models import Edition
from muvofiq.records.queries.translations import Extent, Which, target_languages
from muvofiq.web.forms import WorkForm, chooses
from muvofiq.web.forms_plan import DAY

FILES = ".docx,.xlsx"
FORMATS = {SheetFormat.DOCX: _("Word (.docx)"), SheetFormat.XLSX: _("Excel (.xlsx)")}
WHICH = {
    Which.ALL: _("the whole law"),
    Which.ACCEPTED: _("articles with accepted answers"),
    Which.PROPOSED: _("articles with accepted or proposed answers of the scope"),
    Which.UNIT: _("one article"),
}


def language_choices(edition: Edition) -> list[tuple[str, str]]:
    """Return the languages into which an edition can be translated, each by its own name."""
    return list(target_languages(edition.language).items())


class SendForm(WorkForm):
    """Which units leave for translation, into which language, and in which program."""

    language = forms.ChoiceField(label=_("Translate into"))
    which = forms.ChoiceField(label=_("Which units"), widget=forms.RadioSelect)
    eid = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    articles = forms.CharField(
        label=_("Of these only the articles with these numbers (such as 3, 5–7, 9(1))"), required=False, max_length=500
    )
    is_open_only = forms.BooleanField(
        label=_("Only units without a translation, or whose original has changed since"), required=False
    )
    form = forms.ChoiceField(label=_("File"), choices=[*FORMATS.items()])

    @classmethod
    def of(cls, data: Any, edition: Edition, initial: dict[str, Any], extents: Sequence[Extent]) -> "SendForm":
        """Return the form; each choice says how many units it holds and how many of them are not translated."""
        form = cls(data, initial=initial, label_suffix="", auto_id="send-%s")
        chooses(form, "language", language_choices(edition))
        chooses(form, "which", [(one.which.value, _extent(one, str(initial.get("unit", "")))) for one in extents])
        return form


class TranslatorForm(WorkForm):
    """Who translated, when, and whether it was a machine."""

    translator = forms.CharField(label=_("Translator (a person, or which machine)"), required=False, max_length=200)
    is_machine = forms.BooleanField(label=_("Translated by a machine"), required=False)
    translated_on = forms.DateField(
        label=_("Translated on"),
        initial=date.today,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )


class ReturnForm(WorkForm):
    """A file that came back from translation."""

    file = forms.FileField(
        label=_("File that came back"), allow_empty_file=True, widget=forms.FileInput(attrs={"accept": FILES})
    )

    @classmethod
    def of(cls, data: Any, files: Any) -> "ReturnForm":
        """Return the form."""
        return cls(data, files, label_suffix="", auto_id="back-%s")


class TakeForm(TranslatorForm):
    """What is taken of a file that was looked at; ``kept`` is what was read of it."""

    language = forms.ChoiceField(label=_("Translated into"))
    kept = forms.CharField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, data: Any, edition: Edition, initial: dict[str, Any]) -> "TakeForm":
        """Return the form with what the file says of itself."""
        form = cls(data, initial=initial, label_suffix="", auto_id="take-%s")
        chooses(form, "language", [("", gettext("choose a language")), *language_choices(edition)])
        return form


class UnitTranslationForm(TranslatorForm):
    """The translation of one unit by hand, and when the one in the form was saved."""

    heading = forms.CharField(label=_("Heading"), required=False, max_length=5_000)
    text = forms.CharField(
        label=_("Text"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 8, "class": "law", "data-key": "e", "data-key-says": _("Text")}),
    )
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    field_order = ("heading", "text", "translator", "translated_on", "is_machine")


def _extent(one: Extent, unit: str) -> str:
    units = ngettext("%(count)s unit", "%(count)s units", one.units) % {"count": one.units}
    still = ngettext("%(count)s not translated", "%(count)s not translated", one.open) % {"count": one.open}
    name = unit if one.which is Which.UNIT and unit else str(WHICH[one.which])
    return f"{name}: {units}, {still}"
