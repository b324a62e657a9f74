# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""People, their roles and their tokens on the desk."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.auth.admin import GroupAdmin as StockGroupAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers

from claims.choices import Role
from claims_tracker.accounts import people
from claims_tracker.accounts.decisions import DECISIONS
from claims_tracker.accounts.models import ApiToken, User
from claims_tracker.accounts.people import AccountError
from claims_tracker.accounts.person_forms import NewPersonForm, PersonForm
from events.administration.base import KeptAdmin, LedgerAdmin

TEAMS = 20
WHEN = ("last_login", "date_joined", "link_made_at", "sessions_ended_at")


@admin.register(User)
class UserAdmin(LedgerAdmin):
    """Accounts: invited by a link, given a role, deactivated; each with its reason."""

    form = PersonForm
    change_form_template = "accounts/person.html"
    list_display = ("username", "name", "roles", "is_active", "second_factor", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    decisions = DECISIONS
    refusals = (AccountError,)
    fieldsets = (
        ("Person", {"fields": ("username", "first_name", "last_name", "email")}),
        ("On the desk", {"fields": ("keyboard_shortcuts",)}),
        ("Account", {"fields": ("roles", "is_active", "second_factor", "teams", *WHEN)}),
    )
    add_fieldsets = (
        (
            None,
            {
                "fields": ("username", "first_name", "last_name", "email", "role"),
                "description": "Nobody has a password from you: saving makes a link by which the "
                "person chooses one. It works once, within three days.",
            },
        ),
    )
    readonly_fields = ("roles", "is_active", "second_factor", "teams", *WHEN)

    def get_queryset(self, request: HttpRequest) -> Any:
        """People with their roles."""
        return super().get_queryset(request).prefetch_related("groups")

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """For an event's team, who is active and at the desk."""
        if request.GET.get("field_name") == "team":
            queryset = queryset.filter(is_active=True, is_staff=True)
        return super().get_search_results(request, queryset, search_term)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A new account has fewer fields."""
        return self.add_fieldsets if obj is None else self.fieldsets

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        """A new account asks for the role."""
        if obj is None:
            kwargs["form"] = NewPersonForm
        return super().get_form(request, obj, *args, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Saving a new account shows its link, so that is all that its form offers."""
        new = context.get("original") is None
        context |= {"show_save_and_add_another": not new, "show_save_and_continue": not new}
        return super().render_change_form(request, context, *args, **kwargs)

    def store(self, request: HttpRequest, obj: Any, form: Any, *, change: bool) -> None:
        """Save the person; a new one without a password, and with the role."""
        if change:
            super().store(request, obj, form, change=True)
            return
        obj.is_staff = True
        obj.set_unusable_password()
        obj.save()
        by = cast("User", request.user)
        people.give_role(obj, Role(form.cleaned_data["role"]), by=by)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> Any:
        """Show the link for the new person; from a small window, close it as ever."""
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, obj, post_url_continue)
        # One request is one step of the history, and its last reason is what stands there.
        why = f"New account; role: {obj.role.value}. Invitation."
        link = people.invite(obj, by=cast("User", request.user), reason=why)
        return self.link_page(request, obj, link)

    def take(self, decision: Any, row: Any, request: HttpRequest, form: Any) -> bool:
        """Take the decision; the link that it may make is kept for the page that answers."""
        if decision.name != "link":
            return super().take(decision, row, request, form)
        try:
            link = people.invite(
                row, by=cast("User", request.user), reason=form.cleaned_data["reason"]
            )
        except AccountError as refusal:
            form.add_error(None, str(refusal))
            return False
        request.link_made = link  # type: ignore[attr-defined] # for decide_view, within the request
        return True

    def decide_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """The page of one decision; after a link was made, the page that shows it, once."""
        answer = super().decide_view(request, pk, name)
        link = getattr(request, "link_made", "")
        return self.link_page(request, self.visible(request, str(pk)), link) if link else answer

    def link_page(self, request: HttpRequest, person: User, link: str) -> HttpResponse:
        """The link, to be sent by a way that only the person reads."""
        context = self.admin_site.each_context(request) | {
            "title": "Link to set a password",
            "subtitle": str(person),
            "opts": self.opts,
            "original": person,
            "person": person,
            "link": link,
        }
        answer = TemplateResponse(request, "accounts/link.html", context)
        add_never_cache_headers(answer)
        return answer

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who is no superuser cannot touch a superuser's account."""
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or not obj.is_superuser or request.user.is_superuser

    @admin.display(description="Name")
    def name(self, person: User) -> str:
        """First and last name."""
        return person.get_full_name()

    @admin.display(description="Role")
    def roles(self, person: User) -> str:
        """The roles a person holds."""
        names = sorted(group.name for group in person.groups.all())
        return ", ".join(["superuser"] * person.is_superuser + names) or "none"

    @admin.display(description="Second factor", boolean=False)
    def second_factor(self, person: User) -> str:
        """Whether a code is asked after the password."""
        return f"on since {person.second_factor_at:%d %b %Y}" if person.second_factor_at else "off"

    @admin.display(description="On the team of")
    def teams(self, person: User) -> str:
        """The events whose team the person is on, the first twenty."""
        titles = list(
            person.events.order_by("-began_from", "-pk").values_list("title", flat=True)[
                : TEAMS + 1
            ]
        )
        more = [f"and {person.events.count() - TEAMS} more"] if len(titles) > TEAMS else []
        return "; ".join([*titles[:TEAMS], *more]) or "no event"


admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(StockGroupAdmin):
    """Roles: looked at only, ``accounts.roles`` makes them anew at each migration."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False


@admin.register(ApiToken)
class ApiTokenAdmin(KeptAdmin):
    """Tokens: a hash is all we have of one. Deleting it revokes it."""

    list_display = ("name", "user", "created", "expiry", "last_used_at")
    list_select_related = ("user",)
    search_fields = ("name", "user__username")
    ordering = ("-created",)
    fields = ("name", "user", "scope", "token_key", "created", "expiry", "last_used_at")
    readonly_fields = fields

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators revoke."""
        return bool(request.user.has_perm("accounts.delete_apitoken"))
