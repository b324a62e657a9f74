# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""People, their roles and their tokens on the desk."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as StockGroupAdmin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest

from claims_tracker.accounts.models import ApiToken, User
from events.administration.base import KeptAdmin, RemembersAdmin
from events.administration.paging import CappedPaginator

POWERS = ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")


@admin.register(User)
class UserAdmin(RemembersAdmin, StockUserAdmin):  # type: ignore[type-arg] # the stubs' generic is none at run time
    """Accounts: deactivated, never deleted. Roles are the groups; one never raises oneself."""

    paginator = CappedPaginator
    show_full_result_count = False
    list_per_page = 50
    list_display = ("username", "first_name", "last_name", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email", "keyboard_shortcuts")}),
        ("Role", {"fields": ("is_active", "is_staff", "groups", "is_superuser")}),
        ("When", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "email", "usable_password", "password1", "password2")}),
    )
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> Any:
        """People with their roles."""
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only a superuser makes superusers, and nobody changes their own powers."""
        own = tuple(super().get_readonly_fields(request, obj))
        if obj is not None and obj.pk == request.user.pk:
            return (*own, *POWERS)
        return own if request.user.is_superuser else (*own, "is_superuser", "user_permissions")

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The few roles, as boxes to tick."""
        if db_field.name == "groups":
            kwargs["widget"] = CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who is no superuser cannot touch a superuser's account, its password included."""
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or not obj.is_superuser or request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: people are deactivated."""
        return False

    @admin.display(description="Role")
    def roles(self, person: User) -> str:
        """The roles a person holds."""
        names = sorted(group.name for group in person.groups.all())
        return ", ".join(["superuser"] * person.is_superuser + names) or "none"


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
