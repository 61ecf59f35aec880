"""What people type about the acts of a state: a law file with its act, and a row of the register."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.errors import ActUnclear, ChangedMeanwhile
from muvofiq.records.models import Act, Edition
from muvofiq.standards.requirement import in_language
from muvofiq.text.choices import Changes
from muvofiq.text.errors import OcrLanguageMissing, OcrMissing, PendingChanges, ScannedPdf, ScannedPdfWithoutOcr
from muvofiq.text.ocr import installed_languages
from muvofiq.web.forms import WorkForm, chooses
from muvofiq.web.forms_plan import DAY
from muvofiq.web.forms_purpose import PurposeField, offer_purposes, purpose_of
from muvofiq.web.labels import LABELS

NEW = "new"
KINDS = ("constitution", "law", "code", "decree", "rules", "programme", "treaty")
FACTS = {
    "title": _("title"),
    "number": _("number"),
    "adopted": _("date"),
    "kind": _("kind"),
    "topics": _("topics"),
    "status": _("status"),
}
FILES = ".docx,.doc,.rtf,.pdf,.html,.htm,.xml,.akn,.txt"
SCANNED = {  # the languages of tesseract, of which this computer may have some
    "rus": _("Russian"),
    "tgk": _("Tajik"),
    "eng": _("English"),
    "kaz": _("Kazakh"),
    "uzb": _("Uzbek"),
    "uzb_cyrl": _("Uzbek (Cyrillic)"),
    "kir": _("Kyrgyz"),
    "fra": _("French"),
}
RARE = ("changes", "recognise")
TOLD_AT = {
    PendingChanges.__name__: "changes",
    **{one.__name__: "recognise" for one in (ScannedPdf, ScannedPdfWithoutOcr, OcrMissing, OcrLanguageMissing)},
    ActUnclear.__name__: "act",
    ChangedMeanwhile.__name__: "replaces",
}
READ = {
    Changes.ASK: _("tell me if there are any"),
    Changes.ORIGINAL: _("read the text as it was before them"),
    Changes.ACCEPTED: _("read the text as if they were accepted"),
}
HOW_LONG = _("For PDF files that are pictures: 10 to 20 seconds a page; the work goes on while you do something else.")
NOT_INSTALLED = _(
    "Not possible on this computer yet: the program Tesseract is not installed. "
    "Ask your administrator to install tesseract-ocr, tesseract-ocr-rus and tesseract-ocr-tgk."
)
TEXTS = {"title": "title", "topics": "topics", "standing": "status"}  # field of the form: fact of the act


class ImportForm(WorkForm):
    """A law file, under which act it is filed, and what only a person can decide about it before it is read."""

    file = forms.FileField(
        label=_("File of the law"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": FILES}),
    )
    purpose = PurposeField()
    act = forms.ChoiceField(label=_("File it under"), required=False)
    as_of = forms.DateField(
        label=_("Text as at (if known)"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )
    replaces = forms.ChoiceField(label=_("Corrects an import (replaces it)"), required=False)
    changes = forms.ChoiceField(
        label=_("Pending corrections in a Word file"), required=False, choices=[(one, READ[one]) for one in Changes]
    )
    recognise = forms.MultipleChoiceField(
        label=_("Recognise a scan, in which languages"), required=False, widget=forms.CheckboxSelectMultiple
    )

    @classmethod
    def of(
        cls,
        data: Any,
        files: Any,
        acts: Sequence[Act],
        editions: Sequence[Edition],
        language: str,
        *,
        state: str,
        purpose: str = "",
    ) -> "ImportForm":
        """Return the form with the acts of the register to choose from, and the editions that can be replaced.

        ``state`` is that of the mission, ``purpose`` what a law is to it unless the person says otherwise.
        """
        form = cls(data, files, label_suffix="", initial={"purpose": purpose})
        offer_purposes(form, state, str(form["purpose"].value() or ""))
        offer_acts(form, acts, language)
        offer_editions(form, editions)
        here = installed_languages()
        installed = [(one, gettext(str(label))) for one, label in SCANNED.items() if one in here]
        chooses(form, "recognise", installed)
        form.fields["recognise"].help_text = HOW_LONG if installed else NOT_INSTALLED
        return form

    @property
    def told_at(self) -> str:
        """The field beside which the error is told, or nothing: then it stands above the form."""
        return TOLD_AT.get(self.telling.error, "") if self.telling else ""

    @property
    def common(self) -> list[forms.BoundField]:
        """The fields that every import has."""
        return [one for one in self if one.name not in RARE]

    @property
    def rare(self) -> list[forms.BoundField]:
        """What only some files need: Word files with pending corrections, and scans."""
        return [self[name] for name in RARE]

    @property
    def is_rare_open(self) -> bool:
        """Whether a person has used one of the rare fields, or must."""
        return any(self.data.get(name, "") not in {"", Changes.ASK} for name in RARE) or self.told_at in RARE


class DayForm(WorkForm):
    """A day, of which the edition in force is looked for among those of one language."""

    day = forms.DateField(label=_("In force on"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    language = forms.CharField(max_length=10, widget=forms.HiddenInput)


class ActForm(WorkForm):
    """A row of the register, its texts in one language."""

    purpose = PurposeField()
    title = forms.CharField(label=_("Title"), max_length=500, required=False)
    number = forms.CharField(label=_("Number"), max_length=40, required=False)
    adopted = forms.DateField(
        label=_("Date of adoption"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    topics = forms.CharField(label=_("Topics that concern the mission"), max_length=1_000, required=False)
    standing = forms.CharField(
        label=_("Status as it stood at the time of the mission"), max_length=1_000, required=False
    )
    unconfirmed = forms.MultipleChoiceField(
        label=_("Not confirmed yet from an official source"), required=False, widget=forms.CheckboxSelectMultiple
    )

    @classmethod
    def of(cls, data: Any, act: Act | None, language: str, *, state: str) -> "ActForm":
        """Return the form of an act, or an empty one, in a mission to this state."""
        known: dict[str, Any] = {}
        if act:
            known = {name: getattr(act, name) for name in ("number", "adopted", "kind", "unconfirmed")}
            known["purpose"] = purpose_of(act)
            known |= {field: getattr(act, fact).get(language, "") for field, fact in TEXTS.items()}
        form = cls(data, initial=known, label_suffix="")
        offer_purposes(form, state, str(known.get("purpose", "")))
        kinds = dict.fromkeys([*KINDS, *([act.kind] if act and act.kind else [])])
        chooses(
            form, "kind", [("", gettext("not known")), *((one, gettext(str(LABELS.get(one, one)))) for one in kinds)]
        )
        facts = dict.fromkeys([*FACTS, *(act.unconfirmed if act else [])])
        chooses(form, "unconfirmed", [(one, _fact(one)) for one in facts])
        return form


def offer_acts(form: WorkForm, acts: Sequence[Act], language: str) -> None:
    """Offer the acts of the register, a new one, and to find the act by what the text says of itself."""
    rows = [(str(act.pk), _short(act, language)) for act in acts]
    recognise = ("", gettext("recognise by title, number and date"))
    chooses(form, "act", [recognise, (NEW, gettext("a new act")), *rows])


def offer_editions(form: WorkForm, editions: Sequence[Edition]) -> None:
    """Offer the editions that a corrected import can replace."""
    chooses(form, "replaces", [("", gettext("no, it is a new text")), *((one.name, one.name) for one in editions)])


def _short(act: Act, language: str) -> str:
    title = in_language(act.title, language)
    title = title if len(title) <= 90 else f"{title[:90]}…"
    state = f" [{act.state}]" if act.state else ""
    return f"{title}, № {act.number}{state}" if act.number else f"{title}{state}"


def _fact(name: str) -> str:
    """Return the word for a fact, with the language where only the text in that language is in doubt."""
    field, _dot, language = name.partition(".")
    word = gettext(str(FACTS.get(field, field)))
    return f"{word} [{language}]" if language else word
