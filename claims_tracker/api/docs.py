"""What explains the API: its root, its limits, its errors, its schema and docs page."""

from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.pages.serving import reader_page, show
from claims_tracker.api.filters import refuse_unknown
from claims_tracker.api.problems import TYPES
from claims_tracker.api.reference import reference
from claims_tracker.api.throttling import WINDOW
from events.models import Event
from events.serializers import absolute

LISTS = (
    "event",
    "actor",
    "outlet",
    "article",
    "question",
    "claim",
    "contradiction",
    "verdict",
    "change",
    "ingest",
)


@extend_schema(tags=["about"], responses=OpenApiTypes.OBJECT)
class RootView(APIView):
    """Where everything is."""

    def get(self, request: Request) -> Response:
        """The addresses of the lists, the exports, the schema and the docs."""
        refuse_unknown(request, set())
        lists = {f"{name}s": absolute(reverse(f"api:{name}-list")) for name in LISTS}
        others = {
            name: absolute(reverse(f"api:{name}"))
            for name in ("exports", "limits", "schema", "docs")
        }
        return Response({**lists, **others})


@extend_schema(tags=["about"], responses=OpenApiTypes.OBJECT)
class LimitsView(APIView):
    """How many requests a caller has."""

    free_of_quota = True

    def get(self, request: Request) -> Response:
        """The limits by kind of caller, and what costs nothing."""
        refuse_unknown(request, set())
        return Response(
            {
                "window_seconds": WINDOW,
                "requests": settings.API_LIMITS,
                "free": ["304 Not Modified", "GET /api/v1/ingests/", "GET /api/v1/limits/"],
            }
        )


@extend_schema(tags=["about"], responses=OpenApiTypes.OBJECT)
class ProblemView(APIView):
    """What one kind of error means."""

    def get(self, request: Request, code: str) -> Response:
        """The error's title, and what to do about it."""
        refuse_unknown(request, set())
        problem = TYPES.get(code)
        if problem is None:
            raise NotFound(f"There is no error of kind “{code}”.")
        return Response(
            {
                "code": problem.code,
                "status": problem.status,
                "title": problem.title,
                "what_to_do": problem.what_to_do,
            }
        )


PROBLEM = {
    "type": "object",
    "description": "An error (RFC 9457).",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri", "description": "What this error means."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "pointer": {"type": "string", "description": "JSON pointer (RFC 6901)."},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}


# Of these the public log knows what was withdrawn.
LOGGED = tuple(
    f"/api/v1/{name}/{{id}}/" for name in ("claims", "contradictions", "questions", "verdicts")
)


def with_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """The schema with every operation's errors in it."""
    result["components"].setdefault("schemas", {})["Problem"] = PROBLEM
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path, operations in result["paths"].items():
        for operation in operations.values():
            if path in LOGGED:
                gone = "It was public once and was withdrawn; `detail` says when and why."
                operation["responses"]["410"] = {"description": gone, "content": content}
            operation["responses"]["default"] = {"description": "An error.", "content": content}
    return result


class SchemaView(SpectacularAPIView):
    """The OpenAPI 3.1 description of the API."""

    throttle_classes: list[Any] = []


@reader_page
def docs_page(request: HttpRequest) -> HttpResponse:
    """The API in plain words: works without scripts, and everybody can read and operate it."""
    event = Event.objects.public().order_by("-created_at", "-pk").first()
    context = {"reference": reference(), "limits": settings.API_LIMITS, "event": event}
    return show(request, "api/reference.html", context)


# Swagger's page draws with style attributes and data: images of its own; only here.
EXPLORER_POLICY = {
    "img-src": ["data:"],
    "style-src-attr": ["'unsafe-inline'"],
}


@method_decorator(csp_update(EXPLORER_POLICY), name="dispatch")
class ExplorerView(SpectacularSwaggerSplitView):
    """Swagger's page, where requests can be tried, without anything from another host."""

    throttle_classes: list[Any] = []
    url_name = "api:schema"
