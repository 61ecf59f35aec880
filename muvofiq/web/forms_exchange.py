"""What people say of catalogues and tables that come in: the file, what its columns hold, and which standard it is."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from openpyxl.utils.cell import get_column_letter

from muvofiq.publication.columns_guess import Columns, fields_of, heads_at, layout_name, layouts
from muvofiq.publication.table_file import RawSheet
from muvofiq.records.queries.received_reading import OWN
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import in_language
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.web.forms import WorkForm, chooses
from muvofiq.web.labels_exchange import FIELDS
from muvofiq.web.labels_norms import KINDS
from muvofiq.web.languages import interface_language

FILES = ".yaml,.yml,.xlsx,.docx"
COLUMN = "column_"
LONGEST = 60  # letters of a head in a list


class ReceiveForm(WorkForm):
    """A file that comes in."""

    file = forms.FileField(
        label=_("Catalogue or table of concordance"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": FILES}),
    )


class LookForm(WorkForm):
    """As which table a file is looked at: its layout, sheet and row of heads."""

    layout = forms.ChoiceField(label=_("Kind of table"))
    sheet = forms.ChoiceField(label=_("Sheet"))
    head = forms.IntegerField(label=_("Row of the heads"), min_value=1, max_value=50_000)

    @classmethod
    def of(cls, sheets: Iterable[RawSheet], columns: Columns) -> "LookForm":
        """Return the form with what is looked at now."""
        initial = {"layout": columns.layout, "sheet": columns.sheet, "head": columns.head}
        form = cls(None, initial=initial, label_suffix="", auto_id="look-%s")
        chooses(form, "layout", [(one, layout_name(one, interface_language())) for one in layouts()])
        chooses(form, "sheet", [(one.name, one.name) for one in sheets])
        return form


class ColumnsForm(WorkForm):
    """Which column holds what, and which instrument the table is about."""

    layout = forms.CharField(max_length=40, widget=forms.HiddenInput)
    sheet = forms.CharField(max_length=255, strip=False, widget=forms.HiddenInput)
    head = forms.IntegerField(min_value=1, max_value=50_000, widget=forms.HiddenInput)
    language = forms.ChoiceField(label=_("Language of the table"), required=False)
    instrument = forms.ChoiceField(label=_("Instrument that the table is about"), required=False)
    id = forms.CharField(label=_("Short name of the new instrument (as in dir-2011-36)"), required=False, max_length=60)
    title = forms.CharField(label=_("Its title"), required=False, max_length=500)
    kind = forms.ChoiceField(label=_("Its kind"), required=False)

    @classmethod
    def of(
        cls, data: Any, sheet: RawSheet, columns: Columns, known: Mapping[str, Instrument], said: Mapping[str, Any]
    ) -> "ColumnsForm":
        """Return the form with the guess of the machine, or with what a person has said of the file before."""
        on_file = said.get("instrument", "") in known
        about = {"instrument": said["instrument"]} if on_file else {"id": said.get("instrument", "")}
        initial = {
            **{name: said.get(name, "") for name in ("title", "kind", "language")},
            **about,
            **{name: getattr(columns, name) for name in ("layout", "sheet", "head")},
            **{f"{COLUMN}{name}": str(at) for name, at in columns.fields.items()},
        }
        form = cls(data, initial=initial, label_suffix="", auto_id="say-%s")
        form._offer(sheet, columns, known)
        return form

    @property
    def columns(self) -> list[forms.BoundField]:
        """The fields that say what a column holds."""
        return [field for field in self if field.name.startswith(COLUMN)]

    @property
    def about(self) -> list[forms.BoundField]:
        """The fields that say what the table is about."""
        return [self[name] for name in ("instrument", "id", "title", "kind", "language") if name in self.fields]

    def said(self) -> tuple[Columns, dict[str, str]]:
        """Return what was said of the columns and of the standard."""
        typed = self.cleaned_data
        names = [one.name.removeprefix(COLUMN) for one in self.columns]
        fields = {name: int(typed[f"{COLUMN}{name}"]) for name in names if typed[f"{COLUMN}{name}"]}
        instrument = typed.get("instrument", "")
        described = {} if instrument else {name: typed.get(name, "") for name in ("title", "kind")}
        about = {"instrument": instrument or typed.get("id", ""), "language": typed.get("language") or LANGUAGES[0]}
        return Columns(typed["layout"], typed["sheet"], typed["head"], fields), {**about, **described}

    def _offer(self, sheet: RawSheet, columns: Columns, known: Mapping[str, Instrument]) -> None:
        heads = enumerate(heads_at(sheet, columns.head, columns.layout))
        choices = [("", "–"), *((str(at), f"{get_column_letter(at + 1)}: {text[:LONGEST]}") for at, text in heads)]
        for one in fields_of(columns.layout):
            label = str(FIELDS.get(one.name, one.name))
            self.fields[f"{COLUMN}{one.name}"] = forms.ChoiceField(label=label, choices=choices, required=one.is_needed)
        if columns.layout == OWN:  # it names our own requirements
            for name in ("instrument", "id", "title", "kind", "language"):
                del self.fields[name]
            return
        named = [(one.id, f"{one.id}: {in_language(one.title, interface_language())[:90]}") for one in known.values()]
        chooses(self, "instrument", [("", gettext("a new one, described below")), *sorted(named)])
        chooses(self, "kind", [("", "–"), *((kind.value, str(word)) for kind, word in KINDS.items())])
        chooses(
            self, "language", [(code, gettext(str(name))) for code, name in settings.LANGUAGES if code in LANGUAGES]
        )


class TakeTableForm(WorkForm):
    """A file as it was seen, and whether its new requirements go into the scope at once."""

    seen = forms.CharField(max_length=40, widget=forms.HiddenInput)
    into_scope = forms.BooleanField(label=_("Put the new requirements into the scope at once"), required=False)
