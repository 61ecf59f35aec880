"""The note of the group at a station of a case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from muvofiq.web.forms import WorkForm


class CaseNoteForm(WorkForm):
    """The note in the language of the contents, and the version that was open."""

    text = forms.CharField(label=_("Note of the group"), required=False, max_length=20_000)
    version = forms.IntegerField(min_value=0)
