"""Where errors of the product become pages: a person can mend them and stays where the work is."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_htmx.http import reselect, reswap, retarget

from muvofiq.errors import MuvofiqError
from muvofiq.web.telling import tell

GetResponse = Callable[[HttpRequest], HttpResponse]


class ErrorsInPlace:
    """Middleware that tells an error of the product in the page (htmx) or on a page of its own."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Tell an error of the product; all others go on to Django, which logs them."""
        if not isinstance(error, MuvofiqError):
            return None
        telling = tell(error)
        if getattr(request, "htmx", False):
            answer = render(request, "_error.html", {"telling": telling}, status=telling.status)
            return reselect(retarget(reswap(answer, "innerHTML"), "#message"), ".message")
        return render(request, "error.html", {"telling": telling}, status=telling.status)
