"""Where on the desk lists are imported and exported."""

from collections.abc import Callable
from typing import Any

from django.urls import path
from django.urls.resolvers import URLPattern

from claims_tracker.desk import exporting
from claims_tracker.desk.importing import pages as importing

Guard = Callable[..., Any]


def addresses(guard: Guard) -> list[URLPattern]:
    """The addresses, each behind the desk's login."""
    export = "<slug:app>/<slug:name>/export.<slug:extension>"
    return [
        path("claims/claim/import/", guard(importing.page), name="desk_import"),
        path(export, guard(exporting.page), name="desk_export"),
    ]
