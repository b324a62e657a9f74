"""Every address of the site. A room's own addresses stand in the room."""

from django.contrib import admin
from django.urls import include, path

from claims_tracker import health, wellknown

urlpatterns = [
    path("", include("claims.urls")),
    path("api/v1/", include("claims_tracker.api.urls")),
    path("robots.txt", wellknown.robots),
    path("favicon.ico", wellknown.favicon),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("accounts/", include("claims_tracker.accounts.urls")),
    path("admin/", admin.site.urls),
]

handler404 = "claims_tracker.errors.not_found"
handler500 = "claims_tracker.errors.server_error"
