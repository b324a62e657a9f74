"""Whether a person may log claims from a text, into which events, and if not, why not."""

from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from claims.admin.reading_links import log_page
from events.models import Event
from events.teams import Person
from sources.models import ArticleEvent, ArticleVersion, IngestJob

NOT_YOURS = "Your role does not allow you to log claims."
NO_EVENT = "This article belongs to no event yet, and a claim needs one."
NOT_ON_TEAM = "Only the team of its event may log claims from this article."
TAKEN_DOWN = "This text was taken down: no claim is logged from it."
EMPTY = "This version has no text to log a claim from."


@dataclass(frozen=True, slots=True)
class Start:
    """Where logging begins: its address, or the words that stand in its way.

    ``which`` leads to where it is said which event the article is about, "" elsewhere.
    """

    address: str
    barred: str = ""
    which: str = ""


def start(request: HttpRequest, version: ArticleVersion) -> Start:
    """Whether the person may log a claim from the text: one query, a second without an event."""
    address = log_page(version.pk)
    if not request.user.has_perm("claims.add_claim"):
        return Start(address, NOT_YOURS)
    if version.taken_down_at is not None or not version.text:
        return Start(address, TAKEN_DOWN if version.taken_down_at is not None else EMPTY)
    mine = list(
        events_of(version)
        .annotate(mine=Exists(Event.objects.editable_by(request.user).filter(pk=OuterRef("pk"))))
        .values_list("mine", flat=True)
    )
    if not mine:
        return Start(address, NO_EVENT, _which(version))
    return Start(address, "" if any(mine) else NOT_ON_TEAM)


def events_of(version: ArticleVersion) -> "QuerySet[Event]":
    """The events that the article is about."""
    linked = ArticleEvent.objects.filter(article=version.article_id).values("event")
    return Event.objects.filter(pk__in=linked, merged_into=None).order_by("pk")


def open_to(request: HttpRequest, version: ArticleVersion) -> "QuerySet[Event]":
    """Those of them that the person may log claims into."""
    person = cast("Person", request.user)
    mine: Any = Event.objects.editable_by(person).values("pk")
    return events_of(version).filter(pk__in=mine)


def _which(version: ArticleVersion) -> str:
    jobs = IngestJob.objects.filter(article=version.article_id, version__isnull=False)
    job = jobs.order_by("-pk").values_list("pk", flat=True).first()
    return reverse("admin:sources_ingestjob_change", args=[job]) if job else ""
