"""Every address of the site. A room's own addresses stand in the room."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("claims.urls")),
    path("accounts/", include("claims_tracker.accounts.urls")),
    path("admin/", admin.site.urls),
]
