"""Placeholder that a colleague replaces."""
from django.http import HttpRequest, HttpResponse
def acts(request: HttpRequest, **kw: object) -> HttpResponse: raise NotImplementedError
def register(request: HttpRequest, **kw: object) -> HttpResponse: raise NotImplementedError
def upload(request: HttpRequest, **kw: object) -> HttpResponse: raise NotImplementedError
def law(request: HttpRequest, **kw: object) -> HttpResponse: raise NotImplementedError
