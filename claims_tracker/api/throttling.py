"""Quotas by address or token, told in headers; while the cache is away nobody is throttled."""

import hashlib
import time
from typing import Any

from django.conf import settings
from django.core.cache import cache
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from claims_tracker.middleware import client_address

WINDOW = 60  # seconds


class Throttle(BaseThrottle):
    """So many requests a minute, counted per address (hashed) or per person.

    An answer 304 gives its unit back; asking for the state of an ingest costs none.
    """

    key = ""
    limit = 0
    used = 0

    def allow_request(self, request: Request, view: Any) -> bool:
        """Whether the caller has quota left; takes one unit."""
        if getattr(view, "free_of_quota", False) and request.method == "GET":
            return True
        known = bool(request.user and request.user.is_authenticated)
        self.limit = settings.API_LIMITS["token" if known else "anonymous"]
        who = f"user {request.user.pk}" if known else client_address(request._request)  # noqa: SLF001 - REST framework's own way to the plain request
        self.window = int(time.time()) // WINDOW
        digest = hashlib.sha256(f"{settings.SECRET_KEY}{who}".encode()).hexdigest()[:24]
        self.key = f"quota:{digest}:{self.window}"
        cache.add(self.key, 0, timeout=WINDOW * 2)
        self.used = _raise(self.key, 1)
        request._request.quota = self  # type: ignore[attr-defined]  # noqa: SLF001
        return self.used <= self.limit

    def wait(self) -> float:
        """Seconds until the window ends."""
        return max(1.0, (self.window + 1) * WINDOW - time.time())

    def give_back(self) -> None:
        """Give back the unit of an answer that carried nothing (304)."""
        self.used = _raise(self.key, -1)

    def headers(self) -> dict[str, str]:
        """The quota in words that clients know."""
        left = str(max(0, self.limit - self.used))
        reset = int((self.window + 1) * WINDOW)
        return {
            "RateLimit": f'"default";r={left};t={max(0, reset - int(time.time()))}',
            "RateLimit-Policy": f'"default";q={self.limit};w={WINDOW}',
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": left,
            "X-RateLimit-Reset": str(reset),
        }


def _raise(key: str, by: int) -> int:
    try:
        return int(cache.incr(key, by))
    except ValueError:  # the window's number ran out between two calls
        return 1


def quota_headers(request: Any) -> dict[str, str]:
    """The quota headers of an answered request; {} where none was taken."""
    quota = getattr(request, "quota", None)
    return quota.headers() if isinstance(quota, Throttle) else {}
