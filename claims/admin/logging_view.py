"""Logging a claim from the text of an article: the place, the guesses, the claim."""

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from claims.admin import logging_initial
from claims.admin.logging_form import OFFERED, LogForm
from claims.admin.logging_guess import guess_for, guessed_by, told_on
from claims.admin.logging_start import open_to, start
from claims.admin.logging_store import store
from claims.admin.reading_links import log_page, reading_page
from claims.finding import find, place_of, trimmed
from claims.models import Claim, Quote
from claims.permissions import DecisionError
from claims.question_editing import asked_in
from claims.values import Span
from events.administration.widgets import is_id
from events.names import fold
from events.teams import Person
from sources.models import ArticleVersion

UNSAFE = "POST"
AROUND = 120  # letters of context beside a place that is offered
HERE = 5  # claims already on the words that are named
MOST_HERE = 50
NOWHERE = "These words do not stand in the text. Copy them from it, or paste fewer of them."
TICKS = ("low_exclusive", "high_exclusive", "count_approximate", "count_vague")
BENT = {
    "spacing": "Found with other spaces than you pasted.",
    "marks": "Found with other quotation marks or dashes than you pasted.",
    "case": "Found with other capitals than you pasted.",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One of several places where pasted words stand, with the words around it."""

    address: str
    before: str
    words: str
    after: str


def page(request: HttpRequest, version: ArticleVersion) -> HttpResponse:
    """The form for a passage; for pasted words their place first; posted, the claim itself."""
    begin = start(request, version)
    if begin.barred:
        if request.method == UNSAFE or not begin.which:
            raise PermissionDenied(begin.barred)
        return HttpResponseRedirect(begin.which)
    if request.method == UNSAFE:
        return _posted(request, version)
    given = request.GET
    if "warm" in given:  # a person is about to mark words: their first guess shall not wait
        guess_for(version, (0, 1))
        return HttpResponse(status=204)
    if "words" in given:
        return _found(request, version, given["words"])
    span = _span(version.text, given.get("start", ""), given.get("end", ""))
    if span is None:
        return _shown(request, version, {"told": "Mark words in the text, or paste them here."})
    return _opened(request, version, span, again=bool(given.get("again")))


def questions(request: HttpRequest, version: ArticleVersion) -> JsonResponse:
    """The questions of an event that hold all words of the term: id and text, the nearest first."""
    begin = start(request, version)
    if begin.barred:
        raise PermissionDenied(begin.barred)
    asked = request.GET.get("event", "")
    event = open_to(request, version).filter(pk=asked if is_id(asked) else 0).first()
    words = fold(request.GET.get("term", "")).split()
    rows = asked_in(event) if event is not None else []
    found = [row for row in rows if all(word in fold(row.text) for word in words)][:OFFERED]
    return JsonResponse({"results": [{"id": str(row.pk), "text": row.text} for row in found]})


def _span(text: str, start: str, end: str) -> Span | None:
    if not (is_id(start) and is_id(end)) or not int(start) < int(end) <= len(text):
        return None
    return trimmed(text, int(start), int(end))


def _found(request: HttpRequest, version: ArticleVersion, words: str) -> HttpResponse:
    """Where pasted words stand: the form at once for one place, a choice of several."""
    found = find(version.text, words)
    told = BENT.get(found.bent, "")
    if len(found.places) == 1:
        return _opened(request, version, found.places[0], told=told)
    if not found.places:
        return _shown(request, version, {"told": NOWHERE, "words": words}, status=400)
    return _shown(
        request,
        version,
        {
            "words": words,
            "told": f"These words stand in the text {len(found.places)} times. {told}".strip(),
            "places": [_place(version, span) for span in found.places],
        },
    )


def _place(version: ArticleVersion, span: Span) -> Place:
    start, end = span
    before, after = version.text[max(start - AROUND, 0) : start], version.text[end : end + AROUND]
    address = log_page(version.pk, start=start, end=end)
    return Place(address, before, version.text[start:end], after)


def _opened(
    request: HttpRequest,
    version: ArticleVersion,
    span: Span,
    *,
    again: bool = False,
    told: str = "",
) -> HttpResponse:
    """The form, filled with guesses; ``again`` for another claimant of the same words."""
    events = open_to(request, version)
    len(events)  # loaded once, for the guess and for the form
    here = _claims_on(version, span)
    same = [claim for claim, exact in here if exact]
    found = guess_for(version, span, told=told_on(same) if again else ())
    event = events[0]
    initial = logging_initial.guessed(found, version, event)
    if again and same:
        initial = logging_initial.as_before(initial, same[-1])
    values = {
        **initial.values,
        "event": event.pk,
        "start": span[0],
        "end": span[1],
        "words": version.text[slice(*span)],
    }
    form = LogForm(initial=values, person=_person(request), events=events, why=initial.why)
    return _shown(
        request,
        version,
        {
            "form": form,
            "told": told,
            "here": [claim for claim, _ in here][:HERE],
            "guessed_by": guessed_by(found),
            "near": initial.near,
            "answer": initial.answer,
            "again": again,
        },
    )


def _claims_on(version: ArticleVersion, span: Span) -> list[tuple[Claim, bool]]:
    """The claims that stand on some of the words, oldest first, and whether on exactly these."""
    quotes = Quote.objects.filter(version=version, start__lt=span[1], end__gt=span[0])
    exact = set(quotes.filter(start=span[0], end=span[1]).values_list("claim", flat=True))
    rows = Claim.objects.filter(pk__in=quotes.values("claim")).defer("search").order_by("pk")
    found = rows.select_related("claimant", "question", "event")[:MOST_HERE]
    return [(one, one.pk in exact) for one in found.prefetch_related("answered__actor")]


def _posted(request: HttpRequest, version: ArticleVersion) -> HttpResponse:
    form = LogForm(request.POST, person=_person(request), events=open_to(request, version))
    if form.is_valid():
        given = form.cleaned_data
        span = place_of(version.text, given["start"], given["end"], given["words"])
        if span is None:
            form.add_error(None, NOWHERE)
        elif (answer := _stored(request, form, version, span)) is not None:
            return answer
    answer_words = form.told.get("shown", "")
    return _shown(request, version, {"form": form, "answer": answer_words}, status=400)


def _stored(
    request: HttpRequest, form: LogForm, version: ArticleVersion, span: Span
) -> HttpResponse | None:
    """The way back to the text; None, with the refusal on the form, when nothing was stored."""
    publish = "publish" in request.POST
    try:
        logged = store(form, version, span, by=_person(request), publish=publish)
    except PermissionDenied:
        raise
    except DecisionError as refusal:
        form.add_error(None, str(refusal))
        return None
    except ValidationError as wrong:
        _add(form, wrong)
        return None
    done = "Logged and published" if publish else "Logged"
    words = f"{done if logged.is_new else 'You had logged this already'}: {logged.claim}"
    messages.success(request, words)
    return HttpResponseRedirect(reading_page(version.pk, claim=logged.claim.pk))


def _add(form: LogForm, wrong: ValidationError) -> None:
    """Tell what the row refuses beside the field that it came from."""
    told = wrong.message_dict if hasattr(wrong, "error_dict") else {"": wrong.messages}
    for name, words in told.items():
        for one in words:
            form.add_error(name if name in form.fields else None, one)


def _shown(
    request: HttpRequest, version: ArticleVersion, found: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    context = admin.site.each_context(request) | {
        "title": "Log a claim",
        "subtitle": version.title or f"Version {version.number}",
        "original": version,
        "article": version.article,
        "back": reading_page(version.pk),
        "log_address": log_page(version.pk),
        "names": f"{reverse('admin:autocomplete')}?app_label=claims&model_name=claim"
        "&field_name=claimant",
        "asked": reverse("admin:sources_articleversion_questions", args=[version.pk]),
        "may_publish": request.user.has_perm("claims.publish_claim"),
        "may_add": request.user.has_perm("events.add_actor"),
        "may_ask": request.user.has_perm("claims.change_question"),
    } | found  # fmt: skip
    if "form" in found:
        context["ticks"] = [found["form"][name] for name in TICKS]
    name = "admin/claims/articleversion/log.html"
    return TemplateResponse(request, name, context, status=status)


def _person(request: HttpRequest) -> Person:
    return cast("Person", request.user)
