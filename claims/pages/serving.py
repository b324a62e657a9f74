"""How every reader's page is served: for GET and HEAD, cacheable by anybody, without a cookie."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.http import http_date
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

MAX_AGE = 60

View = Callable[..., HttpResponse]


class Moved(Exception):  # noqa: N818 - no error: where the reader is sent instead
    """The row that was asked for lives at another address now."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Withdrawn(Http404):
    """A page that was public and is no more."""

    def __init__(self, *, kind: str, at: datetime, reason: str) -> None:
        super().__init__(f"The {kind} was withdrawn.")
        self.kind = kind
        self.at = at
        self.reason = reason


def reader_page(view: View) -> View:
    """Serve a view as a public page.

    The ETag covers the whole answer, so a page is never taken for unchanged when a name, a count
    or a template of it has changed. ``Moved`` becomes a permanent redirect that keeps the query,
    ``Withdrawn`` a 410 with what the log says, ``BadRequest`` a 400 with its reason.
    """

    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Moved as moved:
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{moved.address}{'?' if query else ''}{query}")
        except Withdrawn as gone:
            return show(request, "claims/withdrawn.html", {"gone": gone}, status=410)
        except BadRequest as error:
            return show(request, "claims/refused.html", {"reason": str(error)}, status=400)

    guarded = cache_control(public=True, max_age=MAX_AGE)(conditional_page(served))
    return require_safe(guarded)


def show(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    changed_at: datetime | None = None,
    status: int = 200,
) -> HttpResponse:
    """The template as an answer; ``changed_at`` becomes its ``Last-Modified``."""
    response = render(request, template, dict(context), status=status)
    if changed_at is not None:
        response["Last-Modified"] = http_date(changed_at.timestamp())
    return response
