"""Who may do what: one table, from which ``migrate`` makes the groups and their permissions.

A role holds what the roles before it hold; a guest sees the desk and changes nothing. Nobody may
delete what the ledger keeps; accounts are deactivated. What else is asked of a decision (the
event's team, a second pair of eyes) stands in the decision itself.
"""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

from claims.choices import Role

GUEST = (
    *(
        f"events.view_{model}"
        for model in ("event", "actor", "actorname", "actorlink", "participation", "oldslug")
    ),
    *(
        f"sources.view_{model}"
        for model in (
            "outlet",
            "reliabilitygrade",
            "feed",
            "article",
            "articleversion",
            "articleevent",
            "origin",
            "ingestjob",
        )
    ),
    *(
        f"claims.view_{model}"
        for model in (
            "question",
            "claim",
            "answeractor",
            "quote",
            "reading",
            "contradiction",
            "revisionnotice",
            "evidence",
            "verdictproposal",
            "verdict",
            "change",
        )
    ),
    "desk.view_lostanchor",
    "desk.view_note",
    "desk.view_assignment",
)
REPORTER = (
    "claims.add_claim",
    "claims.change_claim",
    "claims.add_answeractor",
    "claims.change_answeractor",
    "claims.delete_answeractor",
    "claims.add_quote",
    "claims.add_evidence",
    "sources.add_ingestjob",
    "desk.add_note",
    "accounts.use_api_token",
)
EDITOR = (
    "events.add_event",
    "events.change_event",
    "events.add_actor",
    "events.change_actor",
    *(
        f"events.{verb}_{model}"
        for model in ("actorname", "actorlink", "participation")
        for verb in ("add", "change", "delete")
    ),
    "sources.add_outlet",
    "sources.change_outlet",
    "sources.add_feed",
    "sources.change_feed",
    "sources.change_article",
    "sources.add_articleevent",
    "sources.change_articleevent",
    "sources.delete_articleevent",
    "sources.retry_ingestjob",
    "claims.retry_reading",
    "claims.change_question",
    "claims.publish_claim",
    "claims.reject_claim",
    "claims.merge_claim",
    "claims.add_contradiction",
    "claims.decide_contradiction",
    "claims.change_evidence",
    "claims.add_verdictproposal",
    "desk.add_assignment",
    "desk.change_assignment",
    "desk.change_lostanchor",
)
REVIEWER = (
    "claims.approve_verdictproposal",
    "sources.add_reliabilitygrade",
    "sources.change_reliabilitygrade",
)
ADMINISTRATOR = (
    "accounts.view_user",
    "accounts.add_user",
    "accounts.change_user",
    "auth.view_group",
    "events.edit_any_event",
    "sources.takedown_articleversion",
    "claims.view_threshold",
    "claims.change_threshold",
    "accounts.view_apitoken",
    "accounts.delete_apitoken",
    "axes.view_accessattempt",
    "axes.delete_accessattempt",
)
TABLE: dict[Role, tuple[str, ...]] = {
    Role.GUEST: GUEST,
    Role.REPORTER: REPORTER,
    Role.EDITOR: EDITOR,
    Role.REVIEWER: REVIEWER,
    Role.ADMINISTRATOR: ADMINISTRATOR,
}


def permissions_of(role: Role) -> frozenset[str]:
    """All that the role holds, as "app.codename"."""
    held: set[str] = set()
    for below, own in TABLE.items():
        held.update(own)
        if below == role:
            break
    return frozenset(held)


def make_roles(using: str = "default") -> None:
    """Make each role's group hold exactly what the table says. Running it twice is harmless."""
    for role in TABLE:
        group, _ = Group.objects.using(using).get_or_create(name=role.value)
        group.permissions.set(_rows(role, using))


def make_roles_after_migrate(using: str, **_options: object) -> None:
    """Make the roles at the end of ``migrate``, once for all apps.

    Django makes an app's permissions when its turn comes, after ours; so they are made here.
    """
    for label in sorted({name.split(".")[0] for role in TABLE for name in TABLE[role]}):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    make_roles(using)


def _rows(role: Role, using: str) -> Iterator[Permission]:
    wanted = permissions_of(role)
    rows = Permission.objects.using(using).select_related("content_type")
    for row in rows.filter(content_type__app_label__in={name.split(".")[0] for name in wanted}):
        if f"{row.content_type.app_label}.{row.codename}" in wanted:
            yield row
