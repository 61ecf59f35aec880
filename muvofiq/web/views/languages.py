"""Choosing the language of the interface, and apart from it that of the contents."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from muvofiq.web.languages import COOKIE, codes

A_YEAR = 365 * 24 * 60 * 60


@login_not_required
@require_POST
def interface(request: HttpRequest) -> HttpResponse:
    """Keep the language of labels and messages."""
    return _keep(request, settings.LANGUAGE_COOKIE_NAME)


@login_not_required
@require_POST
def contents(request: HttpRequest) -> HttpResponse:
    """Keep the language in which contents are shown and typed."""
    return _keep(request, COOKIE)


def _keep(request: HttpRequest, cookie: str) -> HttpResponse:
    chosen, back = request.POST.get("language", ""), request.POST.get("next", "/")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    answer = HttpResponseRedirect(back if is_ours else "/")
    if chosen in codes():
        answer.set_cookie(cookie, chosen, max_age=A_YEAR, httponly=True, samesite="Lax")
    return answer
