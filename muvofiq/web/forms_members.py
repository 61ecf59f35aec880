"""What is typed and chosen about the people of a mission."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.words import Role
from muvofiq.web.forms import WorkForm
from muvofiq.web.labels import LABELS


def roles() -> list[tuple[str, str]]:
    """Return the roles with the words that people read."""
    return [(role.value, gettext(str(LABELS[role.value]))) for role in Role]


class PersonForm(WorkForm):
    """A person who joins the mission."""

    name = forms.CharField(label=_("Name"), max_length=160, required=False)
    service = forms.CharField(label=_("Service or agency"), max_length=160, required=False)
    role = forms.ChoiceField(label=_("Role"), choices=roles, initial=Role.NATIONAL_EXPERT.value)
    username = forms.CharField(
        label=_("User name, only for somebody who already works in another mission here"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )


class MemberForm(WorkForm):
    """A role that a person has."""

    member = forms.UUIDField()


class RoleForm(MemberForm):
    """A further role of a person who is known by one of the roles."""

    role = forms.ChoiceField(choices=roles)
