"""The admin site that is the editors' desk."""

from typing import Any, cast

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils.decorators import method_decorator


class DeskAdminConfig(AdminConfig):
    """Use the desk as Django's default admin site."""

    default_site = "claims_tracker.desk.site.DeskSite"

    def ready(self) -> None:
        """Find the admins of all apps, and leave out those of the second factor's plugins.

        Their pages would show its secrets, and change them past the history.
        """
        super().ready()
        from django.contrib import admin  # noqa: PLC0415 - models wait for the apps
        from django_otp.plugins.otp_static.models import StaticDevice  # noqa: PLC0415 - as above
        from django_otp.plugins.otp_totp.models import TOTPDevice  # noqa: PLC0415 - as above

        admin.site.unregister((StaticDevice, TOTPDevice))


class DeskSite(AdminSite):
    """The desk: stock admin with our own names, and a first page of queues."""

    site_header = "Claims Tracker desk"
    site_title = "Claims Tracker desk"
    index_title = "Desk"
    enable_nav_sidebar = False

    @method_decorator(login_not_required)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The password, and the way to the second step for who has one."""
        from claims_tracker.accounts.login import PasswordStep  # noqa: PLC0415 - models wait for the apps

        if request.method == "GET" and self.has_permission(request):
            return HttpResponseRedirect(reverse("admin:index"))
        context = self.each_context(request) | {
            "title": "Log in",
            "subtitle": None,
            "app_path": request.get_full_path(),
            "username": request.user.get_username(),
            **(extra_context or {}),
        }
        return cast("HttpResponse", PasswordStep.as_view(extra_context=context)(request))

    def get_urls(self) -> list[URLResolver | URLPattern]:
        """The stock addresses, the person's own keys and drafts, and the desk's own pages."""
        from claims_tracker.desk import addresses as lists  # noqa: PLC0415 - models wait for the apps
        from claims_tracker.desk import drafts_doors, keys  # noqa: PLC0415 - as above
        from claims_tracker.desk.review.addresses import addresses  # noqa: PLC0415 - as above

        own = [
            path("keys/", self.admin_view(keys.page), name="desk_keys"),
            path("drafts/", self.admin_view(drafts_doors.draft), name="desk_draft"),
            path("here/", self.admin_view(drafts_doors.here), name="desk_here"),
        ]
        own += [*addresses(self.admin_view), *lists.addresses(self.admin_view)]
        return [*own, *super().get_urls()]

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """The stock answers, but people by name and role."""
        from claims_tracker.desk.typeahead import RowsInWords  # noqa: PLC0415 - models wait for the apps

        return cast("HttpResponse", RowsInWords.as_view(admin_site=self)(request))

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """What waits for the person, and the way to everything else."""
        from claims_tracker.desk import activity, queues  # noqa: PLC0415 - models wait for the apps

        days = activity.last_days()
        found = list(queues.queues(request.user))  # type: ignore[arg-type] # our own user
        context = {
            "days": days,
            "newest": days[::-1],
            "bars": activity.bars(days),
            "trusted": activity.trusted(),
            "queues": found,
            "last_polled": queues.last_polled(found),
        }
        return super().index(request, context | (extra_context or {}))
