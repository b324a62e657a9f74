"""What a request at the desk passes: its session kept in sight, a second factor asked for."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from claims_tracker.accounts import sessions

GetResponse = Callable[[HttpRequest], HttpResponseBase]
SAFE = {"GET", "HEAD"}
ASKED_FIRST = "Set up your second factor first: this site asks everybody at the desk for one."


class SessionsInSight:
    """Keep when a session was last used, and follow it to a new key."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Costs no query but one in five minutes."""
        before = request.session.session_key
        if before is None or not request.user.is_authenticated:
            return self.get_response(request)
        sessions.seen(before)
        response = self.get_response(request)
        after = request.session.session_key
        if after not in {None, before} and request.user.is_authenticated:
            sessions.moved(request, request.user, before=before)
        return response


class SecondFactorFirst:
    """With ``REQUIRE_SECOND_FACTOR``, nothing of the desk opens before one is set up.

    The API knows no sessions, so this is every door that a password opens; tokens are keys of
    their own. A session without the code, begun before the factor was set up elsewhere, is over.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Lead to the page where it is set up, or refuse what cannot be led."""
        if request.session.session_key is None or not request.user.is_authenticated:
            return self.get_response(request)
        person = request.user
        if person.second_factor_at is not None:
            if not request.user.is_verified():  # type: ignore[attr-defined] # of OTPMiddleware
                logout(request)
            return self.get_response(request)
        if not settings.REQUIRE_SECOND_FACTOR or request.path in _open_paths():
            return self.get_response(request)
        if request.method not in SAFE or not request.accepts("text/html"):
            return HttpResponse(ASKED_FIRST, status=403, content_type="text/plain; charset=utf-8")
        return HttpResponseRedirect(reverse("account_second_factor"))


def _open_paths() -> set[str]:
    return {
        reverse("account_second_factor"),
        reverse("second_step"),
        reverse("admin:logout"),
        reverse("admin:jsi18n"),
    }
