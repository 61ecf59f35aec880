"""Signing in by a link that works once, and signing out."""

from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from muvofiq.records.actions.sign_in import use_link


@login_not_required
def sign_in(request: HttpRequest) -> HttpResponse:
    """Say how to get a link."""
    return render(request, "sign_in/how.html")


@login_not_required
def use(request: HttpRequest, token: str) -> HttpResponse:
    """Offer the button, and only when it is pressed spend the link: a preview by a mail programme spends nothing."""
    if request.method != "POST":
        return render(request, "sign_in/use.html")
    login(request, use_link(token), backend="django.contrib.auth.backends.ModelBackend")
    return redirect("missions")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign-in")
