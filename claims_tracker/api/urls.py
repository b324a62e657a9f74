"""The addresses of the API."""

from typing import Any

from django.urls import path, re_path
from rest_framework.routers import SimpleRouter

from claims_tracker.api import docs, exports, ingests, problems, views

app_name = "api"
LIST: dict[str, Any] = {"get": "list"}

router = SimpleRouter()
for name, viewset in {
    "event": views.EventViewSet,
    "actor": views.ActorViewSet,
    "outlet": views.OutletViewSet,
    "article": views.ArticleViewSet,
    "question": views.QuestionViewSet,
    "claim": views.ClaimViewSet,
    "contradiction": views.ContradictionViewSet,
    "verdict": views.VerdictViewSet,
    "change": views.ChangeViewSet,
    "ingest": ingests.IngestViewSet,
}.items():
    router.register(f"{name}s", viewset, basename=name)

urlpatterns = [
    path("", docs.RootView.as_view(), name="root"),
    path("exports/", exports.ExportListView.as_view(), name="exports"),
    path("exports/<str:name>", exports.ExportView.as_view(), name="export"),
    path("limits/", docs.LimitsView.as_view(), name="limits"),
    path("problems/<slug:code>/", docs.ProblemView.as_view(), name="problem"),
    path("schema/", docs.SchemaView.as_view(), name="schema"),
    path("docs/", docs.docs_page, name="docs"),
    path("docs/try/", docs.ExplorerView.as_view(), name="explorer"),
    path("events/<slug:slug>/timeline/", views.TimelineViewSet.as_view(LIST), name="timeline"),
    path("events/<slug:slug>/figures/", views.FigureViewSet.as_view(LIST), name="figures"),
    path(
        "events/<slug:slug>/questions/",
        views.EventQuestionViewSet.as_view(LIST),
        name="event-questions",
    ),
    *router.urls,
    re_path(r"^.*$", problems.not_found),
]
