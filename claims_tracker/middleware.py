"""What every request passes: no session for readers, clean text, and a name on every change."""

import ipaddress
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from pghistory.middleware import HistoryMiddleware

PRIVATE = ("/admin/", "/accounts/")
GetResponse = Callable[[HttpRequest], HttpResponseBase]


class ReaderPagesHaveNoSession(SessionMiddleware):
    """Sessions on the desk only: public pages set no cookie and read none.

    So a page is the same for a reader and for an editor who is logged in, and can be cached.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Load the session of a desk request; give others an empty one that is never kept."""
        # A quoted cookie may spell any letter ("\\000"), and the key is looked up as it stands.
        if not is_storable(request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")):
            del request.COOKIES[settings.SESSION_COOKIE_NAME]
        if request.path.startswith(PRIVATE):
            super().process_request(request)
        else:
            request.session = self.SessionStore()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Keep the session of a desk request only."""
        if request.path.startswith(PRIVATE):
            return super().process_response(request, response)
        return response


class CleanText:
    """Refuse query strings that no database can hold (NUL bytes, lone surrogates)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on clean requests; answer others with 400."""
        values = (value for _, found in request.GET.lists() for value in found)
        words = [request.path, *request.GET.keys(), *values]
        if any(not is_storable(word) for word in words):
            return _not_storable(request)
        return self.get_response(request)


def _not_storable(request: HttpRequest) -> HttpResponse:
    """The refusal in plain words; below ``/api/`` as a problem, like all errors there.

    Its members are those of ``claims_tracker.api.problems``, which cannot be imported here: the
    API's own parts import this module.
    """
    words = "The address holds characters that no text can have."
    if not request.path.startswith("/api/"):
        return HttpResponse(words, status=400, content_type="text/plain; charset=utf-8")
    problem = {
        "type": f"{settings.SITE_URL}/api/v1/problems/invalid/",
        "title": "The request is not valid.",
        "status": 400,
        "detail": words,
        "instance": request.path,
    }
    return JsonResponse(problem, status=400, content_type="application/problem+json")


class HistoryContext(HistoryMiddleware):
    """Hang the person and the address on every row of the history."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        """The person's id and the path, without its query."""
        person = getattr(request, "user", None)
        return {"user": getattr(person, "pk", None), "url": request.path}


def is_storable(text: str) -> bool:
    """Whether PostgreSQL can hold the text: no NUL, no lone surrogate."""
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def client_address(request: HttpRequest) -> str:
    """The caller's address; X-Forwarded-For is believed from trusted proxies only.

    Read from the right: the first address that is no trusted proxy is the caller's.
    """
    address = str(request.META.get("REMOTE_ADDR") or "")
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR") or "").split(",")
    while _trusted(address) and forwarded and forwarded[-1].strip():
        address = forwarded.pop().strip()
    return address


def _trusted(address: str) -> bool:
    try:
        host = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(host in ipaddress.ip_network(net, strict=False) for net in settings.TRUSTED_PROXIES)
