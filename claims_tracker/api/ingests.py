"""Asking for an article, and following what becomes of it."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django_filters.rest_framework import FilterSet
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers, viewsets
from rest_framework.request import Request
from rest_framework.response import Response

from claims_tracker.api import filters
from claims_tracker.api.permissions import MayIngest
from events.models import Event
from sources.ingest import IngestError, request_url
from sources.models import IngestJob
from sources.outlets import outlet_named
from sources.serializers import IngestRequest, IngestSerializer


class NoQueryFilter(FilterSet):
    """Ingests by state."""

    state = filters.OneOf(choices=IngestJob._meta.get_field("state").choices or [])  # noqa: SLF001 - Django's documented _meta

    class Meta:
        model = IngestJob
        fields: list[str] = []


@extend_schema(tags=["ingests"])
class IngestViewSet(
    mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet[IngestJob]
):
    """Ingests. A token is needed; nothing of this is public. Asking for a state costs no quota."""

    queryset = IngestJob.objects.none()
    serializer_class = IngestSerializer
    permission_classes = [MayIngest]
    filterset_class = NoQueryFilter
    lookup_field = "public_id"
    lookup_url_kwarg = "id"
    newest_first = True
    free_of_quota = True
    keyset = ("created_at", "pk")

    def get_queryset(self) -> QuerySet[IngestJob]:
        """The jobs in events that the person may edit, and their own."""
        events = Event.objects.editable_by(self.request.user)
        jobs = IngestJob.objects.select_related("event", "article").defer("payload")
        mine = jobs.filter(requested_by=self.request.user.pk)
        return (jobs.filter(event__in=events) | jobs.filter(event=None) | mine).distinct()

    def get_object(self) -> IngestJob:
        """The job; 404 in words for what is not there or not theirs."""
        try:
            return super().get_object()
        except Http404:
            raise Http404("There is no ingest with this id that you may see.") from None

    @extend_schema(request=IngestRequest, responses={202: IngestSerializer})
    def create(self, request: Request) -> Response:
        """Ask for an article by its address: 202 with the job, the same job when asked twice."""
        filters.refuse_unknown(request, set())
        wish = IngestRequest(data=request.data)
        wish.is_valid(raise_exception=True)
        job = self._requested(request, wish.validated_data)
        where = self.reverse_action("detail", args=[job.public_id])
        return Response(IngestSerializer(job).data, status=202, headers={"Location": where})

    def _requested(self, request: Request, wish: dict[str, Any]) -> IngestJob:
        event = None
        if wish.get("event"):
            event = Event.objects.editable_by(request.user).filter(slug=wish["event"]).first()
            if event is None:
                raise serializers.ValidationError(
                    {"event": f"There is no event “{wish['event']}” that you may add to."}
                )
        try:
            return request_url(
                wish["url"],
                event=event,
                outlet=outlet_named(wish["outlet"]) if wish.get("outlet") else None,
                published=wish.get("published", ""),
                requested_by=request.user,
            )
        except IngestError as error:
            raise serializers.ValidationError(
                {"published" if error.code == "bad_date" else "url": str(error)}
            ) from None
