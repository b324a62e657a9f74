"""How the scripts of a form keep its words, and hear who else has it open."""

import json
from dataclasses import asdict
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.cache import never_cache

from claims_tracker.accounts.models import User
from claims_tracker.desk import drafts, presence
from claims_tracker.middleware import is_storable

UNSAFE = "POST"
KINDS = {"values", "texts"}


@never_cache
def draft(request: HttpRequest) -> HttpResponse:
    """What the person left in the form of that address; posted, kept or forgotten.

    Answers 400 in words for what cannot be kept.
    """
    person, form = cast("User", request.user), _form(request)
    if form is None:
        return _refusal("This is no form of the desk.")
    if request.method != UNSAFE:
        return _left(form, person)
    if "forget" in request.POST:
        drafts.drop(form, by=person)
        return HttpResponse(status=204)
    fields = _fields(request.POST.get("fields", ""))
    if fields is None:
        return _refusal("These are no fields of a form.")
    try:
        drafts.keep(form, fields, by=person)
    except drafts.DraftError as refusal:
        return _refusal(str(refusal))
    return HttpResponse(status=204)


@never_cache
def here(request: HttpRequest) -> HttpResponse:
    """Who else has the form open; posting says that the person has, or that she leaves."""
    person, form = cast("User", request.user), _form(request)
    if form is None or request.method != UNSAFE:
        return _refusal("This is no form of the desk.")
    if "leave" in request.POST:
        presence.leave(form, by=person)
        return HttpResponse(status=204)
    others = presence.here(form, by=person, unsaved=request.POST.get("unsaved") == "yes")
    return JsonResponse({"others": [asdict(one) for one in others]})


def _left(form: str, person: User) -> HttpResponse:
    found, now = drafts.left(form, by=person), timezone.now().timestamp()
    answer = {"now": now, "sent_at": drafts.sent_at(form, by=person)}
    if found is not None:
        answer |= {"fields": found.data, "at": found.updated_at.timestamp()}
    return JsonResponse(answer)


def _form(request: HttpRequest) -> str | None:
    sent = request.POST if request.method == UNSAFE else request.GET
    form = sent.get("form", "")
    try:
        return form if is_storable(form) and resolve(form).app_name == "admin" else None
    except Resolver404:
        return None


def _fields(text: str) -> dict[str, Any] | None:
    """The fields as sent: by name, each with its values and, for a choice, what is shown."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and all(map(_is_field, found.items())) else None


def _is_field(field: tuple[str, Any]) -> bool:
    name, told = field
    lists = told.values() if isinstance(told, dict) else [told]
    words = [name, *(one for each in lists if isinstance(each, list) for one in each)]
    whole = (
        isinstance(told, dict)
        and set(told) <= KINDS
        and all(isinstance(one, list) for one in lists)
    )
    return whole and all(isinstance(one, str) and is_storable(one) for one in words)


def _refusal(words: str) -> HttpResponse:
    return HttpResponse(words, status=400, content_type="text/plain; charset=utf-8")
