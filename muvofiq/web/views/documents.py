"""Placeholder that a colleague replaces."""
from django.http import HttpRequest, HttpResponse
def documents(request: HttpRequest, **kw: object) -> HttpResponse: raise NotImplementedError
def download(request: HttpRequest, **kw: object) -> HttpResponse: raise NotImplementedError
def fact(request: HttpRequest, **kw: object) -> HttpResponse: raise NotImplementedError
def consent(request: HttpRequest, **kw: object) -> HttpResponse: raise NotImplementedError
