"""The endpoints that everybody may read. Each query set is the one ``public()`` of its model."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils.http import http_date
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, viewsets
from rest_framework.request import Request
from rest_framework.response import Response

from claims.disputes import attach_disputes
from claims.models import Change, Claim, Contradiction, Evidence, Question, Verdict
from claims.pages.lookup import missing
from claims.pages.serving import Withdrawn
from claims.serializers import (
    ChangeSerializer,
    ClaimSerializer,
    ContradictionSerializer,
    QuestionSerializer,
    VerdictSerializer,
)
from claims.visibility import public_actors, public_articles, public_outlets
from claims_tracker.api import filters
from claims_tracker.api.problems import Gone
from events.models import Actor, Event, OldSlug
from events.serializers import ActorSerializer, EventSerializer
from sources.models import Article, Outlet
from sources.serializers import ArticleSerializer, OutletSerializer

FRESH = "public, max-age=30, stale-while-revalidate=300"


class Public(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet[Any]):
    """A list by keyset pages, and one object by its public id or slug."""

    lookup_value_regex = "[A-Za-z0-9_-]+"
    keyset: tuple[str, ...] = ("created_at", "pk")
    newest_first = False
    old_slugs = ""
    told_as = ""  # the log's word for what the ids of this list name

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One object; an address it once had answers 301 to where it is now.

        What was public once and was withdrawn answers 410, as its page does.
        """
        filters.refuse_unknown(request, set())
        try:
            return super().retrieve(request, *args, **kwargs)
        except Http404:
            key = str(kwargs[self.lookup_url_kwarg or self.lookup_field])
            where = self.moved(key)
            if not where:
                raise self.lost(key) or self.unknown() from None
            return Response({"merged_into": where}, status=301, headers={"Location": where})

    def lost(self, key: str) -> Gone | None:
        """That the object was withdrawn, when and why; None for what never was public."""
        lost = missing(self.told_as, key) if self.told_as else None
        if not isinstance(lost, Withdrawn):
            return None
        why = f": {lost.reason}" if lost.reason else "."
        return Gone(f"This {lost.kind} was withdrawn on {lost.at:%-d %B %Y, %H:%M} UTC{why}")

    def unknown(self) -> Http404:
        """That there is no such object, in words of this list."""
        word = self.get_queryset().model.__name__.lower()
        key = "id" if self.lookup_field == "public_id" else self.lookup_field
        return Http404(f"There is no public {word} with this {key}.")

    def moved(self, key: str) -> str:
        """The new address of an object that was renamed or merged; "" when there is none."""
        if not self.old_slugs:
            return ""
        old = OldSlug.objects.filter(kind=self.old_slugs, slug=key).first()
        row = self.get_queryset().filter(pk=old.object_id).first() if old else None
        return self.reverse_action("detail", args=[row.slug]) if row else ""

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        """Say when the ledger last changed in public, and for how long the answer is fresh."""
        if response.status_code == 200:  # noqa: PLR2004
            last = Change.objects.order_by("-seq").values_list("at", flat=True).first()
            if last is not None:
                response["Last-Modified"] = http_date(last.timestamp())
            response.setdefault("Cache-Control", FRESH)
        return super().finalize_response(request, response, *args, **kwargs)


class WithDisputes(Public):
    """Rows that carry claims: who disputes them is looked up once a page."""

    def claims_of(self, rows: list[Any]) -> list[Claim]:
        """The claims that these rows show."""
        return list(rows)

    def paginate_queryset(self, queryset: Any) -> list[Any] | None:
        """The page's rows with their disputers."""
        rows = super().paginate_queryset(queryset)
        attach_disputes(self.claims_of(list(rows or [])))
        return None if rows is None else list(rows)


def full_claims() -> QuerySet[Claim]:
    """Public claims with all that one row shows, in a fixed number of queries."""
    return Claim.objects.public().for_timeline().prefetch_related("answer_actors")


@extend_schema(tags=["events"])
class EventViewSet(Public):
    """Events: what happened, about which actors make claims."""

    queryset = Event.objects.public()
    serializer_class = EventSerializer
    filterset_class = filters.EventFilters
    lookup_field = "slug"
    newest_first = True
    old_slugs = "event"

    def moved(self, key: str) -> str:
        """Also the survivor of a merged event."""
        survivor = Event.objects.public().filter(merged__slug=key).first()
        return (
            self.reverse_action("detail", args=[survivor.slug]) if survivor else super().moved(key)
        )


@extend_schema(tags=["actors"])
class ActorViewSet(Public):
    """Actors who make a public claim or are named in one's answer."""

    queryset = Actor.objects.none()
    serializer_class = ActorSerializer
    filterset_class = filters.ActorFilters
    lookup_field = "slug"
    old_slugs = "actor"

    def get_queryset(self) -> QuerySet[Actor]:
        """Public actors with their names."""
        return public_actors().prefetch_related("names")


@extend_schema(tags=["outlets"])
class OutletViewSet(Public):
    """Outlets one of whose articles a public claim quotes."""

    queryset = Outlet.objects.none()
    serializer_class = OutletSerializer
    filterset_class = filters.OutletFilters
    lookup_field = "slug"
    old_slugs = "outlet"

    def get_queryset(self) -> QuerySet[Outlet]:
        """Public outlets."""
        return public_outlets()


@extend_schema(tags=["articles"])
class ArticleViewSet(Public):
    """Articles that a public claim quotes; never their full text."""

    queryset = Article.objects.none()
    serializer_class = ArticleSerializer
    filterset_class = filters.ArticleFilters
    lookup_field = "public_id"
    lookup_url_kwarg = "id"

    def get_queryset(self) -> QuerySet[Article]:
        """Public articles."""
        return public_articles().select_related("outlet", "origin")


@extend_schema(tags=["questions"])
class QuestionViewSet(Public):
    """Questions that a public claim answers."""

    queryset = Question.objects.public().select_related("event")
    serializer_class = QuestionSerializer
    told_as = "question"
    filterset_class = filters.QuestionFilters
    lookup_field = "public_id"
    lookup_url_kwarg = "id"


@extend_schema(tags=["claims"])
class ClaimViewSet(WithDisputes):
    """Claims that an editor has published, each with the words it stands on."""

    queryset = full_claims()
    serializer_class = ClaimSerializer
    told_as = "claim"
    filterset_class = filters.ClaimFilters
    lookup_field = "public_id"
    lookup_url_kwarg = "id"
    keyset = ("sort_at", "pk")

    def moved(self, key: str) -> str:
        """The survivor of a merged claim."""
        survivor = full_claims().filter(merged__public_id=key).first()
        return self.reverse_action("detail", args=[survivor.public_id]) if survivor else ""


@extend_schema(tags=["contradictions"])
class ContradictionViewSet(WithDisputes):
    """Pairs of public claims that an editor has confirmed cannot both be true.

    ``severity`` "tension" marks pairs that pull apart but can both be true.
    """

    queryset = Contradiction.objects.public()
    serializer_class = ContradictionSerializer
    told_as = "contradiction"
    filterset_class = filters.ContradictionFilters
    lookup_field = "public_id"
    lookup_url_kwarg = "id"

    def get_queryset(self) -> QuerySet[Contradiction]:
        """Public pairs with both claims whole."""
        return (
            Contradiction.objects.public()
            .select_related("event")
            .prefetch_related(Prefetch("first", full_claims()), Prefetch("second", full_claims()))
        )

    def claims_of(self, rows: list[Any]) -> list[Claim]:
        """Both sides of each pair."""
        return [side for pair in rows for side in (pair.first, pair.second)]


@extend_schema(tags=["verdicts"])
class VerdictViewSet(Public):
    """Verdicts on public claims, past ones included: how our view changed."""

    queryset = Verdict.objects.none()
    serializer_class = VerdictSerializer
    told_as = "verdict"
    filterset_class = filters.VerdictFilters
    lookup_field = "public_id"
    lookup_url_kwarg = "id"
    keyset = ("decided_at", "pk")

    def get_queryset(self) -> QuerySet[Verdict]:
        """Public verdicts with their public evidence."""
        evidence = Evidence.objects.filter(is_public=True).defer("file")
        return (
            Verdict.objects.public()
            .select_related("claim")
            .prefetch_related(Prefetch("evidence", evidence))
        )


@extend_schema(tags=["changes"])
class ChangeViewSet(mixins.ListModelMixin, viewsets.GenericViewSet[Change]):
    """The public log: every line in order, tombstones included.

    Keep the last ``seq`` and ask for ``?since=SEQ``: replaying the lines rebuilds the public
    state, and no line can appear before one already read.
    """

    queryset = Change.objects.public().select_related("event")
    serializer_class = ChangeSerializer
    filterset_class = filters.ChangeFilters
    keyset = ("seq",)


class OfEvent(Public):
    """A list of one event's rows, under the event's address."""

    def get_queryset(self) -> QuerySet[Any]:
        """The rows of the event that the address names; 404 where no public event has it."""
        slug = self.kwargs.get("slug", "")
        event = Event.objects.public().filter(slug=slug).first()
        if event is None and not getattr(self, "swagger_fake_view", False):
            raise Http404(f"There is no event “{slug}”.")
        return super().get_queryset().filter(event=event)


@extend_schema(tags=["events"])
class TimelineViewSet(OfEvent, ClaimViewSet):
    """The event's claims in the order in which they were made; undated ones last."""


@extend_schema(tags=["events"])
class FigureViewSet(OfEvent, ClaimViewSet):
    """The event's claims that state a number, with their revisions."""

    queryset = full_claims().filter(count_low__isnull=False)


@extend_schema(tags=["events"])
class EventQuestionViewSet(OfEvent, QuestionViewSet):
    """The event's questions that a public claim answers."""
