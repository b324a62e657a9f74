"""The admin site that is the editors' desk."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver


class DeskAdminConfig(AdminConfig):
    """Use the desk as Django's default admin site."""

    default_site = "claims_tracker.desk.site.DeskSite"


class DeskSite(AdminSite):
    """The desk: stock admin with our own names, and a first page of queues."""

    site_header = "Claims Tracker desk"
    site_title = "Claims Tracker desk"
    index_title = "Desk"
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        from claims_tracker.accounts.forms import LoginForm  # noqa: PLC0415 - models wait for the apps

        super().__init__(name)
        self.login_form = LoginForm

    def get_urls(self) -> list[URLResolver | URLPattern]:
        """The stock addresses, the person's own keys, and the review desk."""
        from claims_tracker.desk import keys  # noqa: PLC0415 - models wait for the apps
        from claims_tracker.desk.review.addresses import addresses  # noqa: PLC0415 - as above

        own = [path("keys/", self.admin_view(keys.page), name="desk_keys")]
        own += addresses(self.admin_view)
        return [*own, *super().get_urls()]

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """What waits for the person, and the way to everything else."""
        from claims_tracker.desk import queues  # noqa: PLC0415 - models wait for the apps

        context = {
            "queues": list(queues.queues(request.user)),  # type: ignore[arg-type] # our own user
            "last_polled": queues.last_polled(),
        }
        return super().index(request, context | (extra_context or {}))
