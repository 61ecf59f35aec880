"""What a law is to the mission, as one choice in a form: that of its state, one to compare with, or a standard."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.records.models import Act, Draft
from muvofiq.records.words import Purpose
from muvofiq.standards.practice_shelf import neighbours
from muvofiq.standards.state import state_codes, state_name
from muvofiq.web.forms import WorkForm, chooses
from muvofiq.web.languages import interface_language

NAME = "purpose"
LIKELY = ("EU", "LV", "PT")  # whose law is compared with most; the states around come next
OF = "-"  # stands between the purpose and the state in the value of a choice


class PurposeField(forms.ChoiceField):
    """The choice; left out, it says nothing."""

    def __init__(self) -> None:
        super().__init__(label=_("What it is to the mission"), required=False)

    def validate(self, value: str) -> None:
        """Ask for the state where only that it is a law to compare with is said."""
        if value == Purpose.COMPARATOR.value:
            raise forms.ValidationError(gettext("Choose the state whose law it is."))
        super().validate(value)


def offer_purposes(form: WorkForm, own: str, chosen: str = "") -> None:
    """Offer national law, the law of every other state to compare with, and a standard; ``own`` is the state.

    Where it is ``chosen`` already that it is to compare with, but not whose law it is, that choice asks for the state.
    """
    language = interface_language()
    _purpose, _of, another = chosen.partition(OF)
    around = neighbours(own) - {own, *LIKELY}
    likely = [*(code for code in LIKELY if code != own), *_by_name(around, language)]
    rest = {*state_codes(), *filter(None, [another])} - {own, *likely}
    unsaid = [(Purpose.COMPARATOR.value, gettext("a law to compare with: choose the state"))]
    chooses(
        form,
        NAME,
        [
            *(unsaid if chosen == Purpose.COMPARATOR.value else []),
            (Purpose.NATIONAL.value, gettext("the law of the state: %s") % state_name(own, language)),
            (Purpose.STANDARD.value, gettext("a standard to judge by")),
            (gettext("a law to compare with, of"), _choices(likely, language)),
            (gettext("a law to compare with, of another state"), _choices(_by_name(rest, language), language)),
        ],
    )


def preset(asked: str) -> str:
    """Return what a link says that the next law is to the mission, if it is one of the three.

    >>> preset("standard"), preset("a tea")
    ('standard', '')
    """
    return asked if asked in set(Purpose) else ""


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


def _choices(codes: Iterable[str], language: str) -> list[tuple[str, str]]:
    return [(value_of(Purpose.COMPARATOR, code), state_name(code, language)) for code in codes]


def _by_name(codes: Iterable[str], language: str) -> list[str]:
    return sorted(codes, key=lambda code: state_name(code, language).casefold())
