"""What people type about an instrument of the mission's own, its drafts, and a requirement that they edit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Act
from muvofiq.records.queries.own_standards import catalogue_instrument_of
from muvofiq.records.queries.released import released
from muvofiq.records.words import DraftState
from muvofiq.standards.citation import Citation
from muvofiq.standards.drafting import in_words_of
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import ORIGINAL, Requirement, Words, in_language
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.standards.unrevised import as_lines, from_lines, said
from muvofiq.standards.vocabulary import Group, Kind, Stage, Strength
from muvofiq.web.fields_standards import DayField, IdentifiersField, ShortField
from muvofiq.web.forms import WorkForm, chooses
from muvofiq.web.labels_coverage import GROUPS, STAGES
from muvofiq.web.labels_norms import ACTS, KINDS
from muvofiq.web.labels_standards import NO_PARTY, STATES, STRENGTHS

LINES = {"rows": 3}
DAY_HELP = _("2000-11-15, 2000-11 or 2000; also 15.11.2000")
GUESSED = {"hx-get": "", "hx-target": "#guessed", "hx-select": "#guessed", "hx-swap": "outerHTML"}


class StandardForm(WorkForm):
    """The facts of an instrument; those that are not known stay empty."""

    act = forms.ChoiceField(label=_("Act on file"), required=False, widget=forms.Select(attrs=GUESSED))
    instrument = forms.CharField(
        label=_("Instrument of the catalogue"),
        max_length=600,
        required=False,
        widget=forms.TextInput(attrs={"list": "catalogue", "autocomplete": "off"}),
        help_text=_("Type a word of its title and choose it. Left empty, it is a new instrument."),
    )
    short = ShortField(
        label=_("Short name for citations"),
        max_length=40,
        required=False,
        help_text=_("Small letters, figures and hyphens, such as dir-2024-1712"),
    )
    title = forms.CharField(
        label=_("Full title"), max_length=600, required=False, help_text=_("Left empty, that of the register is taken.")
    )
    kind = forms.ChoiceField(label=_("Kind"))
    adopted = DayField(label=_("Adopted"), max_length=60, required=False, help_text=DAY_HELP)
    in_force = DayField(label=_("In force from"), max_length=60, required=False, help_text=DAY_HELP)
    identifiers = IdentifiersField(
        label=_("Identifiers, one a line"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs=LINES),
        help_text=_("The sort, a colon and the identifier, such as celex: 32024L1712 or unts: 2237, p. 319"),
    )
    party = forms.ChoiceField(label=_("Part of the state in it"), required=False)
    party_date = DayField(label=_("Since"), max_length=60, required=False, help_text=DAY_HELP)
    reservations = forms.CharField(
        label=_("Reservations in your own words, one a line"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs=LINES),
    )
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    @classmethod
    def of(
        cls, data: Any, acts: Sequence[Act], language: str, state: str, *, opened: Act | None = None
    ) -> "StandardForm":
        """Return the form that makes an instrument of one of the acts; ``opened`` is the act that is chosen already.

        Where the catalogue has an instrument of its title, that is proposed.
        """
        guess = catalogue_instrument_of(opened) if opened else None
        initial = {"act": str(opened.pk) if opened else "", "instrument": guess.id if guess else ""}
        form = cls(data, label_suffix="", initial={"kind": Kind.UN_TREATY.value, **initial})
        form._offer(language, state)
        form.guess, form.catalogue = guess, released().instruments
        form.fields["act"].required = True
        form.titles = {str(one.pk): one.title for one in acts}
        chooses(
            form, "act", [("", gettext("choose an act")), *((str(a.pk), in_language(a.title, language)) for a in acts)]
        )
        return form

    @classmethod
    def known(cls, data: Any, instrument: Instrument, language: str, state: str, version: int) -> "StandardForm":
        """Return the form of an instrument that is there; its short name stays."""
        form = cls(data, label_suffix="", initial={**_facts(instrument, language, state), "version": version})
        form._offer(language, state)
        form.fields["short"].disabled = True
        del form.fields["act"], form.fields["instrument"]
        form.before = instrument
        return form

    before: Instrument | None = None
    guess: Instrument | None = None
    catalogue: Mapping[str, Instrument] = {}
    titles: Mapping[str, Words] = {}
    language = ORIGINAL
    state = ""

    def clean_instrument(self) -> str:
        """Return the id of the instrument that a person has named by its id or by one of its titles."""
        typed = " ".join(str(self.cleaned_data["instrument"]).split()).casefold()
        if not typed:
            return ""
        for name, one in self.catalogue.items():
            if typed in {name, *(" ".join(title.split()).casefold() for title in one.title.values())}:
                return name
        raise forms.ValidationError(gettext("The catalogue has no such instrument. Choose one of the list."))

    def clean(self) -> dict[str, Any]:
        """Refuse to let both, or neither, be said: which instrument of the catalogue it is, and how a new one is cited.

        Where the former is wrong, it alone is told.
        """
        typed = super().clean() or self.cleaned_data
        if typed.get("instrument") and typed.get("short"):
            self.add_error("short", gettext("Leave this empty: the instrument of the catalogue has a short name."))
        elif not {"instrument", "short"} & set(self.errors) and not (typed.get("instrument") or typed.get("short")):
            self.add_error("short", gettext("Choose an instrument of the catalogue, or give a new one a short name."))
        return typed

    def _offer(self, language: str, state: str) -> None:
        self.language, self.state = language, state
        chooses(self, "kind", [(kind.value, str(word)) for kind, word in KINDS.items()])
        acts = ((act.value, str(word)) for act, word in ACTS.items())
        chooses(self, "party", [("", gettext("not known")), (NO_PARTY, gettext("no party")), *acts])

    @property
    def entry(self) -> dict[str, object]:
        """The facts as a file of the catalogue has them; what this form does not ask stays as it is."""
        typed, before = self.cleaned_data, self.before.entry() if self.before else {}
        facts = {
            "id": typed["short"],
            "title": _title(self._known_title(), typed["title"], self.language),
            "kind": typed["kind"],
            "adopted": typed["adopted"],
            "in_force": typed["in_force"],
            "identifiers": dict(_pair(line) for line in _lines(typed["identifiers"])),
            "participation": {**_of_others(before, self.state), **self._party()},
            "states_covered": sorted({*_others_covered(before, self.state), *([self.state] if typed["party"] else [])}),
        }
        return {name: value for name, value in {**before, **facts}.items() if value}

    def _known_title(self) -> Words:
        if self.before:
            return self.before.title
        written = self.titles[self.cleaned_data["act"]]
        known = {name: words for name, words in written.items() if name in LANGUAGES and words}
        language, text = next(iter(written.items()), (ORIGINAL, self.cleaned_data["short"]))
        return {**in_words_of(text, language), **known}

    def _party(self) -> dict[str, object]:
        typed = self.cleaned_data
        if typed["party"] in {"", NO_PARTY}:
            return {}
        known = self.before.participation.get(self.state) if self.before else None
        facts = {**(known.entry() if known else {}), "act": typed["party"], "date": typed["party_date"]}
        if "reservations" in self.changed_data:
            facts["reservations"] = [
                {"text": in_words_of(line, self.language)} for line in _lines(typed["reservations"])
            ]
        return {self.state: {name: value for name, value in facts.items() if value}}


class RequirementForm(WorkForm):
    """A requirement in one language; its other languages stay as they are."""

    title = forms.CharField(label=_("Title"), max_length=300, required=False)
    statement = forms.CharField(
        label=_("What it requires"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 7, "data-key": "e", "data-key-says": _("What it requires")}),
    )
    elements = forms.CharField(
        label=_("Elements to look for in the law, one a line"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("A line that ends with [en] or the like is not translated yet: write over it."),
    )
    terms = forms.CharField(
        label=_("Words by which a law may speak of it, one a line"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    citations = forms.CharField(
        label=_("Cited norms, one a line"),
        max_length=4_000,
        widget=forms.Textarea(attrs=LINES),
        help_text=_("The short name of the instrument and the place in it, such as crc art. 37(b)"),
    )
    strength = forms.ChoiceField(label=_("How strongly it is asked"), required=False)
    groups = forms.MultipleChoiceField(label=_("Whom it protects"), widget=forms.CheckboxSelectMultiple)
    stages = forms.MultipleChoiceField(label=_("At which stage"), widget=forms.CheckboxSelectMultiple)
    into_scope = forms.BooleanField(label=_("Put it into the scope of the mission"), required=False)
    confirmed = forms.BooleanField(
        label=_("I have revised the words in this language: they say what the other languages say"), required=False
    )
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    before: Requirement
    language = ORIGINAL

    @classmethod
    def of(cls, data: Any, before: Requirement, language: str, version: int) -> "RequirementForm":
        """Return the form of a requirement in a language."""
        form = cls(data, label_suffix="", initial={**_texts(before, language), "version": version})
        form.before, form.language = before, language
        for name in ("title", "statement", "elements"):
            form.fields[name].required = language == ORIGINAL
        if language not in before.unconfirmed_languages:
            del form.fields["confirmed"]
        chooses(
            form, "strength", [("", gettext("not said")), *((one.value, str(word)) for one, word in STRENGTHS.items())]
        )
        chooses(form, "groups", [(one.value, str(GROUPS[one])) for one in Group])
        chooses(form, "stages", [(one.value, str(STAGES[one])) for one in Stage])
        return form

    @property
    def requirement(self) -> Requirement:
        """The requirement as it is typed; a text left empty stays as it is in the other languages."""
        typed, old, language = self.cleaned_data, self.before, self.language
        is_new = _plain(typed["statement"]) != old.statement.get(language)
        confirmed = {language} if is_new or typed.get("confirmed") else set()
        return replace(
            old,
            title=_said(old.title, typed["title"], language),
            statement=_said(old.statement, _plain(typed["statement"]), language),
            elements=_elements(old.elements, _lines(typed["elements"]), language),
            terms=_terms(old.terms, _lines(typed["terms"]), language),
            citations=tuple(Citation.parse(line) for line in dict.fromkeys(_lines(typed["citations"]))),
            strength=Strength(typed["strength"]) if typed["strength"] else None,
            groups=tuple(map(Group, typed["groups"])),
            stages=tuple(map(Stage, typed["stages"])),
            unconfirmed_languages=tuple(one for one in old.unconfirmed_languages if one not in confirmed),
        )


class DecisionForm(WorkForm):
    """What is decided about one draft, and the version that was open."""

    state = forms.ChoiceField(choices=[(one.value, one.value) for one in DraftState])
    version = forms.IntegerField(min_value=0)

    @property
    def decision(self) -> DraftState:
        """The decision."""
        return DraftState(self.cleaned_data["state"])


class SeveralForm(DecisionForm):
    """The same decision about several drafts, each with the version that was shown; the person confirms it."""

    version = forms.IntegerField(required=False)
    draft = forms.Field(required=False, widget=forms.MultipleHiddenInput)
    seen = forms.BooleanField(
        label=_("I have looked at them"), error_messages={"required": _("Look at them first, and confirm it here.")}
    )
    into_scope = forms.BooleanField(label=_("Put them into the scope of the mission"), required=False)

    def clean_draft(self) -> dict[UUID, int]:
        """Read the drafts with their versions."""
        pairs = (str(one).partition(":") for one in self.cleaned_data["draft"] or ())
        try:
            return {UUID(key): int(version) for key, _colon, version in pairs}
        except ValueError as error:
            raise forms.ValidationError(gettext("This is no list of drafts.")) from error


class ShownForm(forms.Form):
    """Which drafts are shown; what is no filter filters nothing."""

    state = forms.ChoiceField(label=_("State"), required=False)
    strength = forms.ChoiceField(label=_("Strength"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="", auto_id="show-%s")
        for name, words in (("state", STATES), ("strength", STRENGTHS)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", gettext("all")), *((one.value, str(word)) for one, word in words.items())]

    @property
    def shown(self) -> dict[str, str]:
        """State and strength, each empty for all."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("state", "strength")}


def _facts(one: Instrument, language: str, state: str) -> dict[str, Any]:
    party = one.participation.get(state)
    no_party = NO_PARTY if state in one.states_covered else ""
    return {
        "short": one.id,
        "title": one.title.get(language, ""),
        "kind": one.kind.value,
        "adopted": str(one.adopted or ""),
        "in_force": str(one.in_force or ""),
        "identifiers": "\n".join(f"{sort}: {value}" for sort, value in one.identifiers.items()),
        "party": party.act.value if party else no_party,
        "party_date": str(party.date or "") if party else "",
        "reservations": "\n".join(in_language(each.text, language) for each in party.reservations) if party else "",
    }


def _texts(one: Requirement, language: str) -> dict[str, Any]:
    return {
        "title": one.title.get(language, ""),
        "statement": one.statement.get(language, ""),
        "elements": "\n".join(as_lines(one.elements, language)),
        "terms": "\n".join(one.terms.get(language, ())),
        "citations": "\n".join(map(str, one.citations)),
        "strength": one.strength.value if one.strength else "",
        "groups": [group.value for group in one.groups],
        "stages": [stage.value for stage in one.stages],
    }


def _title(known: Words, text: str, language: str) -> Words:
    return {**known, language: text} if text else known


def _said(old: Words, text: str, language: str) -> Words:
    """Return a text with what is typed in one language; what is left empty says nothing new."""
    if text:
        return said(old, text, language)
    others = {name: words for name, words in old.items() if name != language or name == ORIGINAL}
    return others or old


def _elements(old: Sequence[Words], lines: Sequence[str], language: str) -> tuple[Words, ...]:
    """Return the elements line by line; without any, they are not said in this language."""
    return from_lines(old, lines, language) if lines else tuple(_said(one, "", language) for one in old)


def _terms(old: Mapping[str, tuple[str, ...]], lines: Sequence[str], language: str) -> dict[str, tuple[str, ...]]:
    terms = {**old, language: tuple(dict.fromkeys(lines))}
    return {name: words for name, words in terms.items() if words}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _pair(line: str) -> tuple[str, str]:
    sort, _colon, value = line.partition(":")
    return sort.strip().lower(), value.strip()


def _of_others(before: Mapping[str, Any], state: str) -> dict[str, object]:
    return {name: one for name, one in before.get("participation", {}).items() if name != state}


def _others_covered(before: Mapping[str, Any], state: str) -> list[str]:
    return [one for one in before.get("states_covered", []) if one != state]
