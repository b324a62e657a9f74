"""The way to a text as it was read, and back to it from a decision taken there."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from claims.choices import Review
from events.administration.widgets import is_id


def reading_page(version_id: int, *, claim: int | None = None, **asked: str | int) -> str:
    """The address of the page; with ``claim``, of that claim's place in the list."""
    address = reverse("admin:sources_articleversion_reading", args=[version_id])
    given = {name: value for name, value in asked.items() if value}
    if claim is not None:
        given["claim"] = claim
    query = f"?{urlencode(given)}" if given else ""
    return f"{address}{query}#claim-{claim}" if claim is not None else f"{address}{query}"


def log_page(version_id: int, **asked: str | int) -> str:
    """The address under which a claim is logged from the text."""
    address = reverse("admin:sources_articleversion_log", args=[version_id])
    return f"{address}?{urlencode(asked)}" if asked else address


def chosen_page(version_id: int, *, state: str = "") -> str:
    """The address that takes one decision on the claims chosen beside the text."""
    address = reverse("admin:sources_articleversion_chosen", args=[version_id])
    return f"{address}?{urlencode({'state': state})}" if state else address


def way_back(version_id: int, *, then: int | None, state: str = "") -> str:
    """What a decision's address says so that it leads back; ``then`` is the claim to go on with."""
    return "?" + urlencode({"text": version_id, "then": then or "", "state": state})


def came_from(request: HttpRequest) -> str:
    """The page that a decision was taken on, "" if it was none of these."""
    version, then = request.GET.get("text", ""), request.GET.get("then", "")
    if not is_id(version):
        return ""
    state = request.GET.get("state", "")
    state = state if state in Review.values else ""
    return reading_page(int(version), claim=int(then) if is_id(then) else None, state=state)
