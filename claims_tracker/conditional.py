"""What every public answer carries: a strong ETag, gzip, quota headers, and open reading.

One ETag stands for one content whoever asks, with ``-gzip`` added for the compressed form, as
Apache does; public content holds no secret, so nothing random is mixed into it.
"""

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.middleware.gzip import GZipMiddleware
from django.utils.http import parse_etags

from claims_tracker.api.throttling import Throttle, quota_headers
from claims_tracker.middleware import PRIVATE

EXPOSED = (
    "Link, ETag, Last-Modified, RateLimit, RateLimit-Policy, X-RateLimit-Limit, "
    "X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After"
)
KEPT = ("Cache-Control", "Content-Location", "Date", "ETag", "Expires", "Last-Modified", "Vary")


class Gzip(GZipMiddleware):
    """gzip for public answers, with the same bytes each time."""

    max_random_bytes = 0


class PublicAnswers(GZipMiddleware):
    """ETag, 304, gzip and CORS for what everybody may read; the desk is left to Django."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Finish an answer; a client that has it already gets 304 and its quota back."""
        if request.path.startswith(PRIVATE):
            return super().process_response(request, response)
        etag = _etag(request, response)
        answer = Gzip(lambda _: HttpResponse()).process_response(request, response)
        if etag:
            suffix = "-gzip" if answer.get("Content-Encoding") == "gzip" else ""
            answer["ETag"] = f'"{etag}{suffix}"'
            answer = _not_modified(request, answer)
        _open(request, answer)
        for name, value in quota_headers(request).items():
            answer[name] = value
        return answer


def _etag(request: HttpRequest, response: HttpResponseBase) -> str:
    if request.method not in {"GET", "HEAD"} or response.status_code != 200:  # noqa: PLR2004
        return ""
    if response.streaming or not isinstance(response, HttpResponse):
        return ""
    if response.get("Cache-Control", "").startswith("no-store"):
        return ""
    return hashlib.sha256(response.content).hexdigest()[:32]


def _not_modified(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    wanted = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
    bare = {tag.removeprefix("W/").strip('"').removesuffix("-gzip") for tag in wanted}
    if "*" not in bare and answer["ETag"].strip('"').removesuffix("-gzip") not in bare:
        return answer
    short = HttpResponseNotModified()
    for name in KEPT:
        if name in answer:
            short[name] = answer[name]
    quota = getattr(request, "quota", None)
    # "*" proves no earlier answer: were it free, everybody could ask without a limit.
    if isinstance(quota, Throttle) and "*" not in bare:
        quota.give_back()
    return short


def _open(request: HttpRequest, answer: HttpResponseBase) -> None:
    """Let pages of other origins read the API; a token is never sent by a browser unasked."""
    if request.path.startswith("/api/"):
        answer["Access-Control-Allow-Origin"] = "*"
        answer["Access-Control-Expose-Headers"] = EXPOSED
        if request.method == "OPTIONS":
            answer["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            answer["Access-Control-Allow-Headers"] = "Accept, If-None-Match, If-Modified-Since"
            answer["Access-Control-Max-Age"] = "86400"
