"""The page "Your account": who one is, where one is logged in, and one's tokens."""

from typing import Any, cast

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims_tracker.accounts import second_factor, sessions
from claims_tracker.accounts.account_forms import OwnForm, TokenForm
from claims_tracker.accounts.models import ApiToken, User
from claims_tracker.accounts.people import AccountError
from claims_tracker.accounts.tokens import make_token
from claims_tracker.middleware import is_storable
from events.administration.widgets import is_id
from events.models import Event

EVENTS_SHOWN = 20
SESSIONS_SHOWN = 50
TOKENS_SHOWN = 50


def own(request: HttpRequest) -> User:
    """The person at the desk."""
    return cast("User", request.user)


def account(request: HttpRequest) -> HttpResponse:
    """The page; posted, the few things that one may change about oneself."""
    form = OwnForm(request.POST if request.method == "POST" else None, instance=own(request))
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return _back()
    return _page(request, form=form)


@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """End one of one's sessions, or ("others") all but this one."""
    which = request.POST.get("which", "")
    if which == "others":
        ended = sessions.end_others(request, own(request))
    else:
        ended = sessions.end(own(request).desk_sessions.filter(pk=which)) if is_id(which) else 0
        if not ended:
            raise Http404
    messages.success(request, f"{ended} session{'s' * (ended != 1)} ended.")
    return _back()


@require_POST
def add_token(request: HttpRequest) -> HttpResponse:
    """A new token, shown on the page that answers, and never again."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _page(request, token_form=form)
    given = form.cleaned_data
    try:
        token = make_token(
            own(request), name=given["name"], scope=given["scope"], expires=form.lifetime()
        )
    except AccountError as refusal:
        form.add_error(None, str(refusal))
        return _page(request, token_form=form)
    return _page(request, token=token)


@require_POST
def revoke_token(request: HttpRequest) -> HttpResponse:
    """Take back one of one's tokens: nothing opens with it from now on."""
    which = request.POST.get("which", "")
    found = own(request).auth_token_set.filter(pk=which) if is_storable(which) else None
    token = found.first() if found is not None else None
    if token is None:
        raise Http404
    token.delete()
    messages.success(request, "The token is revoked.")
    return _back()


def _page(request: HttpRequest, **more: Any) -> HttpResponse:
    person = own(request)
    events = Event.objects.filter(team=person, merged_into=None).order_by("-began_from", "-pk")
    key = sessions.hash_of(request.session.session_key or "")
    may_hold = person.has_perm("accounts.use_api_token")
    form = more.get("form") or OwnForm(instance=person)
    bound = [one for one in (form, more.get("token_form")) if one is not None and one.is_bound]
    context = admin.site.each_context(request) | {
        "title": "Your account",
        "person": person,
        "role": person.role,
        "form": form,
        "events": events[:EVENTS_SHOWN],
        "every_event": person.has_perm("events.edit_any_event"),
        "sessions": sorted(
            ((one, one.key_hash == key) for one in sessions.living(person)[:SESSIONS_SHOWN]),
            key=lambda pair: not pair[1],
        ),
        "codes_left": second_factor.codes_left(person) if person.second_factor_at else 0,
        "tokens": ApiToken.objects.filter(user=person).order_by("-created")[:TOKENS_SHOWN],
        "token_form": TokenForm() if may_hold else None,
        **more,
    }
    status = 400 if any(one.errors for one in bound) else 200
    return TemplateResponse(request, "accounts/account.html", context, status=status)


def _back() -> HttpResponse:
    return HttpResponseRedirect(reverse("account"))
