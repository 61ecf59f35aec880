"""Removing a row from a page: it is gone, or the form tells what still rests on it."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext

from muvofiq.records.actions.remove import Removable, remove
from muvofiq.web.forms import WorkForm
from muvofiq.web.requests import actor_of


def is_removed(request: HttpRequest, form: WorkForm, row: Removable) -> bool:
    """Remove the row and say so, or tell the error in the form that shows it."""

    def act() -> bool:
        remove(actor_of(request), row)
        return True

    asked = WorkForm(request.POST)
    is_gone = asked.tried(act)
    form.telling = asked.telling
    if is_gone:
        messages.success(request, gettext("Removed; the history keeps what it said."))
    return bool(is_gone)
