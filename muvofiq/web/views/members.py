"""Placeholder that a colleague replaces."""
from django.http import HttpRequest, HttpResponse
def members(request: HttpRequest, **kw: object) -> HttpResponse: raise NotImplementedError
