"""Whether the site is up (``/healthz``) and ready (``/readyz``)."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

from sources import liveness
from sources.models import IngestJob


def healthz(_request: HttpRequest) -> JsonResponse:
    """Up: the process answers. Nothing else is asked."""
    return _answer({"status": "ok"}, 200)


def readyz(_request: HttpRequest) -> JsonResponse:
    """Ready: 503 only for the database, pending migrations or a demo still loading.

    Broker, worker and the age of the last ingest are told as degraded: pages need none of them.
    """
    try:
        pending = _pending()
        last = (
            IngestJob.objects.order_by("-created_at").values_list("created_at", flat=True).first()
        )
    except DatabaseError:
        return _answer({"status": "unavailable", "reason": "the database does not answer"}, 503)
    if pending:
        return _answer({"status": "unavailable", "reason": "migrations are pending"}, 503)
    if settings.DEMO_READY_FILE and not Path(settings.DEMO_READY_FILE).exists():
        return _answer({"status": "loading", "reason": "the demo is still loading"}, 503)
    worker = liveness.is_alive("worker")
    report = {
        "status": "ok" if worker else "degraded",
        "database": "ok",
        "worker": "ok" if worker else "no heartbeat: new articles are delayed",
        "last_ingest_at": last,
    }
    return _answer(report, 200)


def _pending() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _answer(report: dict[str, Any], status: int) -> JsonResponse:
    response = JsonResponse(report, status=status)
    response["Cache-Control"] = "no-store"
    return response
