"""The person's own name, as it stands beside verdicts and in documents."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.records.actions.introduce_oneself import introduce_oneself
from muvofiq.web.forms import AccountForm
from muvofiq.web.requests import actor_of


def account(request: HttpRequest) -> HttpResponse:
    """Show and save the own name and service."""
    actor = actor_of(request)
    known = {"name": actor.name, "service": actor.service}
    form = AccountForm(request.POST if request.method == "POST" else None, initial=known, label_suffix="")

    def save() -> bool:
        introduce_oneself(actor, name=form.cleaned_data["name"], service=form.cleaned_data["service"])
        return True

    if form.tried(save):
        messages.success(request, gettext("Saved."))
        return redirect("missions")
    return render(request, "account.html", {"form": form}, status=form.status)
