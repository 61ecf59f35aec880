"""What people look for in the thesaurus, what they propose for it, and what they decide."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.queries.terms import TermsPage, Wanted, Which
from muvofiq.standards.requirement import in_language
from muvofiq.standards.thesaurus import LANGUAGES, Concept, Facet
from muvofiq.web.forms import WorkForm, chooses

LONGEST = 200
WHICH = {
    Which.ALL: _("all concepts"),
    Which.MISSING: _("a language has no word"),
    Which.UNCONFIRMED: _("a word is not confirmed"),
    Which.PROPOSALS: _("a word is proposed"),
}
# What a person can decide: under which name the form sends it.
ACCEPT, ACCEPT_FIRST, REJECT, REOPEN, WITHDRAW = DECISIONS = ("accept", "accept_first", "reject", "reopen", "withdraw")


class SeekForm(forms.Form):
    """What is looked for in the thesaurus."""

    search = forms.CharField(
        label=_("A word in English, Russian or Tajik"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "data-key": "/", "data-key-says": _("search the thesaurus")}),
    )
    facet = forms.ChoiceField(label=_("Part"), required=False)
    which = forms.ChoiceField(label=_("Only where"), required=False)

    @classmethod
    def of(cls, data: Any, facets: Sequence[Facet], language: str) -> "SeekForm":
        """Return the form with the facets as they are chosen from."""
        form = cls(data, label_suffix="", auto_id="seek-%s")
        rows = [(one.id, in_language(one.title, language)) for one in facets]
        chooses(form, "facet", [("", gettext("all parts")), *rows])
        chooses(form, "which", [("", "–"), *((which.value, str(label)) for which, label in WHICH.items())])
        return form

    @property
    def wanted(self) -> Wanted:
        """What was asked for; what there is not is asked for by nobody."""
        self.is_valid()
        got = self.cleaned_data
        which = Which(got["which"]) if got.get("which") else None
        return Wanted(" ".join(got.get("search", "").split()), got.get("facet", ""), which)


class WordForm(WorkForm):
    """A word that is proposed for a concept."""

    language = forms.ChoiceField(label=_("Language"), choices=[(one, one.upper()) for one in LANGUAGES])
    word = forms.CharField(label=_("Word"), max_length=LONGEST)
    is_preferred = forms.BooleanField(label=_("as the preferred word"), required=False)
    note = forms.CharField(label=_("Why, and where it is used"), required=False, max_length=2_000)

    @classmethod
    def of(cls, data: Any, language: str) -> "WordForm":
        """Return the form, beginning with a language."""
        return cls(data, initial={"language": language}, label_suffix="", auto_id="word-%s")


class ConceptForm(WorkForm):
    """A concept that the thesaurus lacks, by its first word."""

    language = forms.ChoiceField(label=_("Language"), choices=[(one, one.upper()) for one in LANGUAGES])
    word = forms.CharField(label=_("Word"), max_length=LONGEST)
    broader = forms.ChoiceField(label=_("Stands under"))
    note = forms.CharField(label=_("Why, and where it is used"), required=False, max_length=2_000)

    @classmethod
    def of(cls, data: Any, concepts: Sequence[Concept], language: str) -> "ConceptForm":
        """Return the form with the concepts under which a new one can stand, by their words in a language."""
        form = cls(data, initial={"language": language}, label_suffix="", auto_id="concept-%s")
        rows = sorted((name_of(one, language), one.id) for one in concepts)
        chooses(form, "broader", [("", gettext("choose a concept")), *((id_, name) for name, id_ in rows)])
        return form


class DecideForm(WorkForm):
    """What becomes of a proposed word."""

    proposal = forms.UUIDField()
    decision = forms.ChoiceField(choices=[(one, one) for one in DECISIONS])


class ThesaurusForm(WorkForm):
    """A thesaurus of somebody else, as a file."""

    file = forms.FileField(
        label=_("Thesaurus in SKOS, as Turtle (.ttl)"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".ttl,text/turtle"}),
    )

    @classmethod
    def of(cls, data: Any, files: Any) -> "ThesaurusForm":
        """Return the form."""
        return cls(data, files, label_suffix="", auto_id="thesaurus-%s")


def name_of(concept: Concept, language: str) -> str:
    """Return what a concept is called in a language, or in another with its tag."""
    return in_language({one: words[0] for one, words in concept.labels.items() if words}, language)


def counted(page: TermsPage) -> list[tuple[str, str, int]]:
    """Return how many concepts there are of each sort, with the words for it."""
    return [(which.value, str(label), page.counts[which.value]) for which, label in WHICH.items()]
