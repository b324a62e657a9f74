"""The pages on which a person sets up the second factor, renews its codes and turns it off."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django_otp import login as verified_by

from claims_tracker.accounts import qr, second_factor, sessions
from claims_tracker.accounts.account import own
from claims_tracker.accounts.account_forms import ConfirmForm, OffForm
from claims_tracker.accounts.login import CodeForm
from claims_tracker.accounts.second_factor import SecondFactorError

KEY = "second_factor_key"  # in the session, until the app has shown that it has it
WRONG_PASSWORD = "The password is not right."  # noqa: S105 - words, no password


@sensitive_post_parameters("code")
def set_up(request: HttpRequest) -> HttpResponse:
    """Show the key, take the first code of it, then show the recovery codes, once."""
    person = own(request)
    if person.second_factor_at is not None:
        return HttpResponseRedirect(reverse("account"))
    key = request.session.setdefault(KEY, second_factor.new_key())
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            app, codes = second_factor.turn_on(person, key=key, code=form.cleaned_data["code"])
        except SecondFactorError as refusal:
            form.add_error("code", str(refusal))
        else:
            del request.session[KEY]
            _trust(request, app)
            return _show_codes(request, codes)
    address = second_factor.address(person, key)
    side, path = qr.drawn(address)
    shown = {
        "form": form,
        "key": second_factor.spoken(key),
        "address": address,
        "side": side,
        "path": path,
        "required": settings.REQUIRE_SECOND_FACTOR,
    }
    return _page(request, "accounts/set_up.html", "Set up a second factor", form, shown)


@sensitive_post_parameters("code")
def new_codes(request: HttpRequest) -> HttpResponse:
    """Ten new recovery codes, shown once, for a code of the app."""
    person = own(request)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            codes = second_factor.renew_codes(person, code=form.cleaned_data["code"])
        except SecondFactorError as refusal:
            form.add_error("code", str(refusal))
        else:
            return _show_codes(request, codes)
    return _page(request, "accounts/new_codes.html", "New recovery codes", form, {"form": form})


@sensitive_post_parameters("code", "password")
def turn_off(request: HttpRequest) -> HttpResponse:
    """Turn it off, for the password and a code. Wrong passwords count as at the log-in."""
    person = own(request)
    form = OffForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        password, code = form.cleaned_data["password"], form.cleaned_data["code"]
        if authenticate(request, username=person.get_username(), password=password) is None:
            form.add_error("password", WRONG_PASSWORD)
        else:
            try:
                second_factor.turn_off(person, code=code)
            except SecondFactorError as refusal:
                form.add_error("code", str(refusal))
            else:
                messages.success(request, "The second factor is off.")
                return HttpResponseRedirect(reverse("account"))
    shown = {"form": form, "required": settings.REQUIRE_SECOND_FACTOR}
    return _page(request, "accounts/turn_off.html", "Turn off the second factor", form, shown)


def _trust(request: HttpRequest, device: Any) -> None:
    """Go on as who has shown a code; whoever has only the password is out."""
    verified_by(request, device)
    sessions.end_others(request, own(request))
    request.session.cycle_key()


def _show_codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    context = admin.site.each_context(request) | {"title": "Your recovery codes", "codes": codes}
    return TemplateResponse(request, "accounts/codes.html", context)


def _page(
    request: HttpRequest, template: str, title: str, form: CodeForm, shown: dict[str, Any]
) -> HttpResponse:
    context = admin.site.each_context(request) | {"title": title} | shown
    status = 400 if form.is_bound else 200
    return TemplateResponse(request, template, context, status=status)
