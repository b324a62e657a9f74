"""Errors outside the views: plain words for people, problems for programs."""

from django.http import HttpRequest, HttpResponseBase
from django.views import defaults

from claims_tracker.api import problems


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """404, as a problem below /api/."""
    if request.path.startswith("/api/"):
        return problems.not_found(request)
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """500, as a problem below /api/; it says nothing of our insides."""
    if request.path.startswith("/api/"):
        return problems.answer("error", "Something broke here.", path=request.path)
    return defaults.server_error(request)
