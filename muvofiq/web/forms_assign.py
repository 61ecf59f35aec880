"""The form by which requirements are given to the people who judge them."""

from django import forms

from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_scope import Names


class AssignForm(WorkForm):
    """Which requirements, by ticks or by a whole theme, and who judges them; nobody where ``owner`` is empty.

    ``take`` is the requirement that a person takes for herself; ``back`` is the query of the list that was open.
    """

    requirement = Names(required=False)
    theme = forms.CharField(required=False, max_length=8)
    owner = forms.CharField(required=False, max_length=80)
    take = forms.CharField(required=False, max_length=80)
    back = forms.CharField(required=False, max_length=2000)
