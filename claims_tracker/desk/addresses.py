"""Where on the desk lists are imported and exported, and colleagues work together."""

from collections.abc import Callable
from typing import Any

from django.urls import path, re_path
from django.urls.resolvers import URLPattern

from claims_tracker.desk import exporting, teamwork_pages
from claims_tracker.desk.importing import pages as importing

Guard = Callable[..., Any]


def addresses(guard: Guard) -> list[URLPattern]:
    """The addresses, each behind the desk's login."""
    export = "<slug:app>/<slug:name>/export.<slug:extension>"
    row = r"^teamwork/(?P<app>\w+)/(?P<name>\w+)/(?P<pk>[0-9]{1,18})/(?P<what>note|assign|finish)/$"
    return [
        re_path(row, guard(teamwork_pages.page), name="desk_teamwork"),
        path("claims/claim/import/", guard(importing.page), name="desk_import"),
        path(export, guard(exporting.page), name="desk_export"),
    ]
