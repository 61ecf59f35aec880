"""What people type about questionnaires: whom to ask, in which languages, in which words, and the file that returns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.consultation.asking import wording
from muvofiq.consultation.questionnaire import Kind
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission
from muvofiq.records.queries.notes_list import scope_requirements
from muvofiq.records.queries.questions_to_ask import Wanted, tick_of
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.web.forms import WorkForm, chooses
from muvofiq.web.forms_notes import agency_choices
from muvofiq.web.forms_plan import DAY
from muvofiq.web.languages import codes
from muvofiq.web.words import one_of

FILES = ".docx,.xlsx"
FIGURES = 4  # no requirement has as many elements
Place = tuple[Requirement | None, Kind, int]


class AskForm(WorkForm):
    """Whom to ask, in which languages, and until when an answer is wished."""

    agency = forms.ChoiceField(label=_("Agency"))
    languages = forms.MultipleChoiceField(
        label=_("Languages of the document"), widget=forms.CheckboxSelectMultiple, required=False
    )
    wanted_by = forms.DateField(
        label=_("Answer wished by"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )

    def __init__(self, data: Any, mission: Mission, language: str, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        chooses(self, "agency", [("", gettext("choose an agency")), *agency_choices(mission, language)])
        chooses(self, "languages", [(code, get_language_info(code)["name_translated"]) for code in codes()])

    @property
    def chosen(self) -> list[str]:
        """The languages that are ticked."""
        return [str(one) for one in self["languages"].value() or ()]


class FilledForm(WorkForm):
    """A filled questionnaire that came back."""

    file = forms.FileField(
        label=_("Filled questionnaire"), allow_empty_file=True, widget=forms.FileInput(attrs={"accept": FILES})
    )


class TakeForm(WorkForm):
    """What was read of a file that was looked at."""

    kept = forms.CharField(widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Worded:
    """A question while it is being worded; a free one may have no requirement yet."""

    requirement: Requirement | None
    kind: Kind
    element: int
    texts: tuple[tuple[str, str], ...]

    @property
    def tick(self) -> str:
        """By what the page knows it."""
        return tick_of(self.requirement.id, self.kind, self.element) if self.requirement else ""

    @property
    def is_blank(self) -> bool:
        """Whether it is a free question in which nothing was typed or chosen."""
        return self.requirement is None and not any(text.strip() for _, text in self.texts)


def blank() -> Worded:
    """Return a free question that is still to be typed."""
    return Worded(None, Kind.FREE, 0, tuple((code, "") for code in LANGUAGES))


def worded(mission: Mission, sent: QueryDict) -> list[Worded]:
    """Return the chosen questions with their words: as typed, or as the library words them where they were just ticked.

    Raises NotOnFile for a requirement outside the scope, NotAWord for a kind that there is not.
    """
    known = {one.id: one for one in scope_requirements(mission)}
    places = [_place(mission, known, tick) for tick in sent.getlist("ask")]
    if "text_en" not in sent:
        return [_from_library(one, kind, element) for one, kind, element in places if one]
    columns = [sent.getlist(f"text_{code}") for code in LANGUAGES]
    texts = [*zip_longest(*columns, fillvalue=""), *([("",) * len(LANGUAGES)] * len(places))]
    return [_typed(place, typed) for place, typed in zip(places, texts, strict=False)]


def wanted(rows: Sequence[Worded]) -> Iterator[Wanted]:
    """Yield the questions to put; a free one without anything typed is none."""
    for one in rows:
        if not one.is_blank:
            yield Wanted(one.requirement.id if one.requirement else "", one.kind, one.element, dict(one.texts))


def _from_library(requirement: Requirement, kind: Kind, element: int) -> Worded:
    texts = wording(kind, requirement, element)
    return Worded(requirement, kind, element, tuple((code, texts.get(code, "")) for code in LANGUAGES))


def _typed(place: Place, texts: Sequence[str]) -> Worded:
    requirement, kind, element = place
    typed = [text.replace("\0", "") for text in texts]
    return Worded(requirement, kind, element, tuple(zip(LANGUAGES, typed, strict=True)))


def _place(mission: Mission, known: Mapping[str, Requirement], tick: str) -> Place:
    """Return what a tick stands for; no requirement for a free question for which none is chosen yet."""
    name, kind, element = (*tick.split(" "), "", "", "")[:3]
    where = f"{mission} > questionnaires"
    if name and name not in known:
        raise NotOnFile(where, sort="requirement in its scope", name=name)
    number = int(element) if element.isdecimal() and len(element) < FIGURES else 0
    return known.get(name), one_of(Kind, kind, where) if kind else Kind.FREE, number
