"""Filters named alike everywhere; an unknown one is refused by name, with its near match.

So is a slug or id that nothing public has (``known``).
"""

from collections.abc import Sequence
from datetime import datetime
from difflib import get_close_matches
from typing import Any

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from drf_spectacular.utils import extend_schema_field
from rest_framework.exceptions import APIException
from rest_framework.request import Request

from claims import choices
from claims.models import Change, Claim, Contradiction, Question, Quote, Verdict
from claims.models.claim import UNDATED
from claims_tracker.api.known import (
    CLAIM,
    CLAIMANT,
    EVENT,
    LONGEST,
    OUTLET,
    QUESTION,
    TOLD_EVENT,
    AnyOf,
    Known,
)
from events.choices import ActorKind, EventKind, Progress
from events.dates import DateError, bounds
from events.directory import fold
from events.models import Actor, ActorName, Event
from sources.models import Article, Outlet

PAGING = {"cursor", "page_size", "count"}


class UnknownParameter(APIException):
    """A query parameter that the endpoint does not know."""

    status_code = 400
    default_code = "unknown_parameter"


def refuse_unknown(request: Request | HttpRequest, known: set[str]) -> None:
    """Raise UnknownParameter for the first parameter that is not among the known."""
    query = request.query_params if isinstance(request, Request) else request.GET
    for name in query:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f" Did you mean “{near[0]}”?" if near else ""
            offered = ", ".join(sorted(known)) or "none"
            raise UnknownParameter(f"There is no parameter “{name}” here.{hint} Known: {offered}.")


class StrictFilterBackend(DjangoFilterBackend):
    """django-filter, but an unknown parameter is an error and never silently everything."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> Any:
        """The rows that the query asks for; 400 where it cannot be understood."""
        filterset_class = self.get_filterset_class(view, queryset)
        names = set(filterset_class.base_filters) if filterset_class else set()
        refuse_unknown(request, names | PAGING)
        return super().filter_queryset(request, queryset, view)


class OneOf(filters.MultipleChoiceFilter):
    """A closed list that may be repeated; another word is refused."""

    def __init__(self, *, choices: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        said = {"invalid_choice": none_of(choices)}
        super().__init__(distinct=False, choices=choices, error_messages=said, **kwargs)


class MomentField(forms.CharField):
    """A date or a moment; a date stands for its first moment."""

    def to_python(self, value: Any) -> Any:
        """The aware moment; None when empty."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            moment, _ = bounds(text.replace(" ", "+"))
        except DateError as error:
            raise forms.ValidationError(str(error)) from None
        if moment is None:
            raise forms.ValidationError(f"“{text}” has no first moment.")
        return moment


@extend_schema_field({"type": "string", "examples": ["2023-05-22", "2023-05-22T14:50:00Z"]})
class Moment(filters.Filter):
    """A bound on a time: 2023-05-22 or 2023-05-22T14:50:00Z."""

    field_class = MomentField


@extend_schema_field({"type": "string", "enum": ["true", "false"]})
class Flag(filters.ChoiceFilter):
    """``true`` or ``false``."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [("true", "true"), ("false", "false")]
        said = {"invalid_choice": none_of(choices)}
        super().__init__(choices=choices, error_messages=said, **kwargs)


def none_of(choices: Sequence[tuple[str, Any]]) -> str:
    """What is said of a word that is none of a closed list's; the form fills in the word."""
    offered = ", ".join(value for value, _ in choices)
    return f"“%(value)s” is none of: {offered}."


def search(rows: QuerySet[Any], words: str, *, prefix: str = "") -> QuerySet[Any]:
    """Rows whose claim holds the words, as a search engine reads them ("exact", -not, or)."""
    query = SearchQuery(words, config="simple", search_type="websearch")
    return rows.filter(**{f"{prefix}search": query})


class EventFilters(FilterSet):
    """Filters of events."""

    kind = OneOf(choices=EventKind.choices)
    progress = OneOf(choices=Progress.choices)
    began_after = Moment(label="Began then or later.", field_name="began_from", lookup_expr="gte")
    began_before = Moment(label="Began before.", field_name="began_to", lookup_expr="lt")
    changed_since = Moment(
        label="Changed then or later.", field_name="updated_at", lookup_expr="gte"
    )
    q = filters.CharFilter(method="by_words", max_length=LONGEST, label="Words of the title.")

    class Meta:
        model = Event
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Event], _name: str, value: str) -> QuerySet[Event]:
        """Events whose title or summary holds the words."""
        return rows.filter(Q(title__icontains=value) | Q(summary__icontains=value))


class ActorFilters(FilterSet):
    """Filters of actors."""

    kind = OneOf(choices=ActorKind.choices)
    country = AnyOf(label="A country, such as UA.", field_name="country")
    changed_since = Moment(
        label="Changed then or later.", field_name="updated_at", lookup_expr="gte"
    )
    q = filters.CharFilter(method="by_name", max_length=LONGEST, label="Part of any name.")

    class Meta:
        model = Actor
        fields: list[str] = []

    def by_name(self, rows: QuerySet[Actor], _name: str, value: str) -> QuerySet[Actor]:
        """Actors one of whose names, in any script, holds the text."""
        names = ActorName.objects.filter(folded__contains=fold(value))
        return rows.filter(Exists(names.filter(actor=OuterRef("pk"))))


class OutletFilters(FilterSet):
    """Filters of outlets."""

    country = AnyOf(label="A country, such as UA.", field_name="country")
    language = AnyOf(label="A language of the articles, such as en.", field_name="language")
    q = filters.CharFilter(field_name="name", lookup_expr="icontains", max_length=LONGEST)

    class Meta:
        model = Outlet
        fields: list[str] = []


class ArticleFilters(FilterSet):
    """Filters of articles."""

    outlet = Known(OUTLET, field_name="outlet__slug")
    event = Known(EVENT, field_name="article_events__event__slug", method="by_event")
    language = AnyOf(label="A language of the articles, such as en.", field_name="language")
    q = filters.CharFilter(field_name="title", lookup_expr="icontains", max_length=LONGEST)

    class Meta:
        model = Article
        fields: list[str] = []

    def by_event(self, rows: QuerySet[Article], _name: str, slugs: list[str]) -> QuerySet[Article]:
        """Articles that a public claim of one of these events quotes."""
        claims = Claim.objects.public().filter(event__slug__in=slugs)
        quotes = Quote.objects.accepted().filter(claim__in=claims, version__article=OuterRef("pk"))
        return rows.filter(Exists(quotes)) if slugs else rows


class QuestionFilters(FilterSet):
    """Filters of questions."""

    event = Known(EVENT, field_name="event__slug")
    topic = OneOf(choices=choices.Topic.choices)
    q = filters.CharFilter(field_name="text", lookup_expr="icontains", max_length=LONGEST)

    class Meta:
        model = Question
        fields: list[str] = []


class ClaimFilters(FilterSet):
    """Filters of claims."""

    event = Known(EVENT, field_name="event__slug")
    claimant = Known(CLAIMANT, field_name="claimant__slug")
    question = Known(QUESTION, field_name="question__public_id")
    outlet = Known(OUTLET, method="by_outlet")
    language = AnyOf(label="A language of the articles, such as en.", method="by_language")
    topic = OneOf(choices=choices.Topic.choices)
    stance = OneOf(choices=choices.Stance.choices)
    status = OneOf(choices=choices.Status.choices)
    lifecycle = OneOf(choices=choices.Lifecycle.choices)
    contested = Flag(label="Whether a confirmed contradiction names it.", method="by_contested")
    # By the same time as the timeline's order: of "by 24 May" that day; undated ones are never in.
    asserted_after = Moment(label="Said then or later; never what has no date.", method="since")
    asserted_before = Moment(label="Said before.", field_name="sort_at", lookup_expr="lt")
    changed_since = Moment(
        label="Changed then or later.", field_name="updated_at", lookup_expr="gte"
    )
    q = filters.CharFilter(method="by_words", max_length=LONGEST, label="Words of the claim.")

    class Meta:
        model = Claim
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Claim], _name: str, value: str) -> QuerySet[Claim]:
        """Claims that hold the words."""
        return search(rows, value)

    def since(self, rows: QuerySet[Claim], _name: str, value: datetime) -> QuerySet[Claim]:
        """Claims made at that time or later, as far as known."""
        return rows.filter(sort_at__gte=value, sort_at__lt=UNDATED)

    def by_contested(self, rows: Any, _name: str, value: str) -> QuerySet[Claim]:
        """Claims that a confirmed contradiction names, or that none does."""
        found: QuerySet[Claim] = rows.with_contested().filter(contested=value == "true")
        return found

    def by_outlet(self, rows: QuerySet[Claim], _name: str, slugs: list[str]) -> QuerySet[Claim]:
        """Claims that an article of one of these outlets carries."""
        quotes = Quote.objects.accepted().filter(version__article__outlet__slug__in=slugs)
        return rows.filter(Exists(quotes.filter(claim=OuterRef("pk")))) if slugs else rows

    def by_language(self, rows: QuerySet[Claim], _name: str, codes: list[str]) -> QuerySet[Claim]:
        """Claims quoted in one of these languages."""
        quotes = Quote.objects.accepted().filter(version__language__in=codes)
        return rows.filter(Exists(quotes.filter(claim=OuterRef("pk")))) if codes else rows


class ContradictionFilters(FilterSet):
    """Filters of contradictions and tensions."""

    event = Known(EVENT, field_name="event__slug")
    claim = Known(CLAIM, method="by_claim")
    claimant = Known(CLAIMANT, method="by_claimant")
    kind = OneOf(choices=choices.Kind.choices)
    severity = OneOf(choices=choices.Severity.choices)
    changed_since = Moment(
        label="Changed then or later.", field_name="updated_at", lookup_expr="gte"
    )

    class Meta:
        model = Contradiction
        fields: list[str] = []

    def by_claim(self, rows: QuerySet[Any], _name: str, ids: list[str]) -> QuerySet[Any]:
        """Pairs of which one of these claims is a side."""
        return rows.filter(Q(first__public_id__in=ids) | Q(second__public_id__in=ids))

    def by_claimant(self, rows: QuerySet[Any], _name: str, slugs: list[str]) -> QuerySet[Any]:
        """Pairs of which one of these claimants is a side."""
        side = Q(first__claimant__slug__in=slugs) | Q(second__claimant__slug__in=slugs)
        return rows.filter(side) if slugs else rows


class VerdictFilters(FilterSet):
    """Filters of verdicts."""

    event = Known(EVENT, field_name="claim__event__slug")
    claim = Known(CLAIM, field_name="claim__public_id")
    status = OneOf(choices=choices.Status.choices)
    changed_since = Moment(
        label="Changed then or later.", field_name="decided_at", lookup_expr="gte"
    )

    class Meta:
        model = Verdict
        fields: list[str] = []


class ChangeFilters(FilterSet):
    """Filters of the log: ``since`` is the last ``seq`` already known."""

    since = filters.NumberFilter(
        label="The last `seq` already known.", field_name="seq", lookup_expr="gt", min_value=0
    )
    event = Known(TOLD_EVENT, field_name="event__slug")
    object_kind = AnyOf(field_name="object_kind")
    object_id = AnyOf(field_name="object_id")
    changed_since = Moment(label="Changed then or later.", field_name="at", lookup_expr="gte")

    class Meta:
        model = Change
        fields: list[str] = []
