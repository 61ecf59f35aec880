"""What a law is to the mission, as one choice in a form: that of its state, one to compare with, or a standard."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Act, Draft
from muvofiq.records.words import Purpose
from muvofiq.standards.state import state_codes, state_name
from muvofiq.web.forms import WorkForm, chooses
from muvofiq.web.languages import interface_language

NAME = "purpose"
OF = "-"  # stands between the purpose and the state in the value of a choice


class PurposeField(forms.ChoiceField):
    """The choice; left out, it says nothing."""

    def __init__(self) -> None:
        super().__init__(label=_("What it is to the mission"), required=False)


def offer_purposes(form: WorkForm, own: str, chosen: str = "") -> None:
    """Offer national law, the law of every other state to compare with, and a standard; ``own`` is the state."""
    language = interface_language()
    _purpose, _of, another = chosen.partition(OF)
    codes = dict.fromkeys([*state_codes(), *([another] if another else [])])
    names = sorted((state_name(code, language), code) for code in codes if code != own)
    others = [(value_of(Purpose.COMPARATOR, code), name) for name, code in names]
    national = gettext("the law of the state: %s") % state_name(own, language)
    chooses(
        form,
        NAME,
        [
            (Purpose.NATIONAL.value, national),
            (Purpose.STANDARD.value, gettext("a standard to judge by")),
            (gettext("a law to compare with, of"), others),
        ],
    )


def value_of(purpose: Purpose, state: str) -> str:
    """Return the value of a choice.

    >>> value_of(Purpose.COMPARATOR, "LV"), value_of(Purpose.NATIONAL, "")
    ('comparator-LV', 'national')
    """
    return f"{purpose.value}{OF}{state}" if state else purpose.value


def purpose_of(row: Act | Draft) -> str:
    """Return the choice that says what an act is now, or what a file under review is for."""
    return value_of(Purpose(row.purpose), row.state)


def purpose_typed(value: str) -> tuple[Purpose, str]:
    """Return what was chosen; nothing chosen means national law."""
    purpose, _of, state = value.partition(OF)
    return Purpose(purpose or Purpose.NATIONAL), state
