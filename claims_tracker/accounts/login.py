"""Logging in: the password first, then, for who has set it up, the code of the second factor.

Between the two nobody is logged in: the session holds who gave the right password, for five
minutes. Whether a password was right shows by the second page alone, and only to who knows it.
"""

import time
from dataclasses import asdict, dataclass
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_lockout_response
from django import forms
from django.contrib import admin
from django.contrib.auth import login
from django.contrib.auth.signals import user_login_failed
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters

from claims_tracker.accounts import second_factor
from claims_tracker.accounts.forms import LoginForm
from claims_tracker.accounts.models import User
from claims_tracker.accounts.second_factor import SecondFactorError

HALF_WAY = "half_way"
GOOD_FOR = 300  # seconds to find the phone
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True, slots=True)
class HalfWay:
    """Who gave the right password, when, and where to go on; ``seal`` breaks with the password."""

    person: int
    seal: str
    at: float
    to: str


class CodeForm(forms.Form):
    """A code of the app, or a recovery code."""

    code = forms.CharField(
        max_length=40,
        label="Code",
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "autofocus": True,
                   "spellcheck": "false", "aria-describedby": "id_code_helptext"}
        ),
        help_text="Six digits from your app, or one of your recovery codes.",
    )  # fmt: skip


class PasswordStep(LoginView):
    """The first step. It is the last for who has no second factor."""

    template_name = "admin/login.html"
    authentication_form = LoginForm

    def form_valid(self, form: Any) -> HttpResponse:
        """Log in, or go on to the code."""
        person: User = form.get_user()
        if not second_factor.is_on(person):
            return super().form_valid(form)
        step = HalfWay(
            person.pk, person.get_session_auth_hash(), time.time(), self.get_success_url()
        )
        # A new session: nobody who knew the old one's key gets to try codes.
        self.request.session.flush()
        self.request.session[HALF_WAY] = asdict(step)
        return HttpResponseRedirect(reverse("second_step"))


@never_cache
@csrf_protect
@sensitive_post_parameters("code")
def second_step(request: HttpRequest) -> HttpResponseBase:
    """Ask for the code, and log in. A wrong one counts like a wrong password."""
    step, person = _half_way(request)
    if step is None or person is None:
        return HttpResponseRedirect(reverse("admin:login"))
    named = {"username": person.get_username()}
    if not AxesProxyHandler.is_allowed(request, named):
        locked: HttpResponse = get_lockout_response(request, None, named)
        return locked
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            person.otp_device = second_factor.check(person, form.cleaned_data["code"])  # type: ignore[attr-defined] # what django-otp's receiver looks for
        except SecondFactorError as refusal:
            form.add_error("code", str(refusal))
            user_login_failed.send(__name__, credentials=named, request=request)
        else:
            del request.session[HALF_WAY]
            login(request, person, backend=BACKEND)
            return HttpResponseRedirect(step.to)
    context = admin.site.each_context(request) | {"title": "One more step", "form": form}
    status = 400 if form.is_bound else 200
    return TemplateResponse(request, "accounts/second_step.html", context, status=status)


def _half_way(request: HttpRequest) -> tuple[HalfWay | None, User | None]:
    """Who gave the right password in this session, if that still holds."""
    kept = request.session.get(HALF_WAY)
    step = HalfWay(**kept) if kept else None
    if step is None or not 0 <= time.time() - step.at < GOOD_FOR:
        return None, None
    person = User.objects.filter(pk=step.person, is_active=True).first()
    if person is None or not constant_time_compare(person.get_session_auth_hash(), step.seal):
        return None, None
    return step, person
