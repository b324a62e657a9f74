"""A person's own switch for the single keys of the desk (WCAG 2.1.4)."""

from typing import cast

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from claims_tracker.accounts.models import User

UNSAFE = "POST"


def page(request: HttpRequest) -> HttpResponse:
    """The keys in words, and the switch; posted, the switch as the person wants it.

    The list that "?" opens posts here too, and is answered without a page.
    """
    person = cast("User", request.user)
    if request.method != UNSAFE:
        context = admin.site.each_context(request) | {"title": "Keys", "person": person}
        return TemplateResponse(request, "admin/ledger/keys.html", context)
    person.keyboard_shortcuts = request.POST.get("keys") == "on"
    person.save(update_fields=["keyboard_shortcuts"])
    if "text/html" not in request.headers.get("Accept", ""):
        return HttpResponse(status=204)
    messages.success(request, f"Single keys are {'on' if person.keyboard_shortcuts else 'off'}.")
    return redirect("admin:desk_keys")
