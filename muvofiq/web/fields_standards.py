"""Fields in which the facts of an instrument are typed: what is not right is told in the field, in plain words."""

import re

from django import forms
from django.utils.translation import gettext

from muvofiq.standards.errors import BadDate
from muvofiq.standards.partial_date import PartialDate
from muvofiq.web.labels_norms import IDENTIFIERS

POINTED = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})")  # 15.11.2000, as days are written in the region
SHORT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class DayField(forms.CharField):
    """A day as exact as the source gives it; longer words are not cut, so that they can be told to be none."""

    def clean(self, value: object) -> str:
        """Return the day as the catalogue writes it; empty where none is given."""
        text = str(super().clean(value))
        if pointed := POINTED.fullmatch(text):
            text = "-".join(part.zfill(2) for part in reversed(pointed.groups()) if part)
        try:
            return str(PartialDate.parse(text)) if text else ""
        except BadDate as error:
            said = gettext("«%(text)s» is no day that can be read here. Write 2000-11-15, 2000-11 or only the year.")
            raise forms.ValidationError(said % {"text": text}) from error


class ShortField(forms.CharField):
    """The short name by which requirements cite an instrument."""

    def clean(self, value: object) -> str:
        """Return the name if it has the form of one."""
        text = str(super().clean(value))
        if text and not SHORT.fullmatch(text):
            raise forms.ValidationError(gettext("Use only small letters, figures and hyphens, such as dir-2024-1712."))
        return text


class IdentifiersField(forms.CharField):
    """The identifiers of an instrument, one a line: the sort, a colon and the identifier."""

    def clean(self, value: object) -> str:
        """Return the lines if each names a known sort, and none twice."""
        text, seen = str(super().clean(value)), set[str]()
        for line in filter(None, map(str.strip, text.splitlines())):
            sort, _colon, identifier = (part.strip() for part in line.partition(":"))
            if sort.lower() not in IDENTIFIERS or not identifier:
                said = gettext("«%(line)s» is no identifier. Write one of these sorts, a colon and it: %(sorts)s.")
                raise forms.ValidationError(said % {"line": line[:60], "sorts": ", ".join(IDENTIFIERS)})
            if sort.lower() in seen:
                raise forms.ValidationError(gettext("«%(sort)s» is given twice.") % {"sort": sort})
            seen.add(sort.lower())
        return text
