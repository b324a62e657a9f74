"""Field builders and mixins that every room shares: public ids, row versions, dates with bounds."""

import secrets
import time
from collections.abc import Sequence
from functools import partial
from typing import Any

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from events.dates import DateError, bounds

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
EDTF_LENGTH = 64


def ulid() -> str:
    """A ULID in lower case: 48 bits of milliseconds, 80 random bits, 26 letters."""
    number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    return "".join(CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))


def new_public_id(prefix: str) -> str:
    """A new public id such as ``clm_01h1a7mod...``."""
    return f"{prefix}_{ulid()}"


def public_id(prefix: str) -> "models.CharField[str, str]":
    """The unique, prefixed id by which the outside knows a row; the bigint stays inside."""
    return models.CharField(
        max_length=32, unique=True, editable=False, default=partial(new_public_id, prefix)
    )


def validate_edtf(value: str) -> None:
    """Refuse text that is no Extended Date/Time Format date, in words an editor can act on."""
    try:
        bounds(value)
    except DateError as error:
        raise ValidationError(str(error)) from None


def edtf(**options: Any) -> "models.CharField[str, str]":
    """A date as known, in EDTF (ISO 8601-2): ``2023-05-22``, ``2023-05~``, ``2023-05-22/..``."""
    return models.CharField(
        max_length=EDTF_LENGTH, blank=True, default="", validators=[validate_edtf], **options
    )


def bound() -> "models.DateTimeField[Any, Any]":
    """One end of what an EDTF date covers, aware UTC, computed; null when open or unknown."""
    return models.DateTimeField(null=True, blank=True, editable=False)


def in_order(
    name: str, low: str, high: str, words: str = "The end lies before the beginning."
) -> models.CheckConstraint:
    """A constraint that ``low`` <= ``high`` where both are known; ``words`` say it is broken."""
    condition = Q(**{f"{low}__isnull": True}) | Q(**{f"{high}__isnull": True})
    return models.CheckConstraint(
        condition=condition | Q(**{f"{low}__lte": models.F(high)}),
        name=name,
        violation_error_message=words,
    )


class Editable(models.Model):
    """A row that people edit: every UPDATE raises ``row_version``, so that nobody overwrites.

    The database raises it (``row_version_trigger``), so bulk and raw writes count too.
    """

    row_version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
        triggers = [
            pgtrigger.Trigger(
                name="row_version",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
            )
        ]


def append_only(name: str, *, emptied: Sequence[str] = ()) -> list[pgtrigger.Trigger]:
    """Triggers that refuse UPDATE and DELETE, but for a takedown.

    A takedown sets ``claims_tracker.takedown`` to ``on`` for its own transaction
    (``claims.takedown``) and may then change the columns in ``emptied``, no other; it never
    removes a row, so DELETE stays refused.
    """
    refuse = f"RAISE EXCEPTION '{name} is append-only: % is refused', TG_OP;"
    columns = f"ARRAY[{', '.join(repr(column) for column in emptied)}]::text[]"
    guard = (
        "IF current_setting('claims_tracker.takedown', true) = 'on' "
        f"AND to_jsonb(NEW) - {columns} = to_jsonb(OLD) - {columns} THEN RETURN NEW; END IF;"
    )
    if not emptied:
        guard = ""
    return [
        pgtrigger.Trigger(
            name="append_only_update",
            operation=pgtrigger.Update,
            when=pgtrigger.Before,
            func=f"{guard} {refuse}",
        ),
        pgtrigger.Trigger(
            name="append_only_delete",
            operation=pgtrigger.Delete,
            when=pgtrigger.Before,
            func=refuse,
        ),
    ]


def keep_old_slug(kind: str) -> pgtrigger.Trigger:
    """A trigger that remembers a changed slug, so that its old address redirects."""
    return pgtrigger.Trigger(
        name="old_slug",
        operation=pgtrigger.UpdateOf("slug"),  # type: ignore[no-untyped-call]
        when=pgtrigger.After,
        condition=pgtrigger.Q(old__slug__df=pgtrigger.F("new__slug")),
        func=(
            "INSERT INTO events_oldslug (kind, slug, object_id, changed_at) "  # noqa: S608 - kind is a constant of ours
            f"VALUES ('{kind}', OLD.slug, OLD.id, now()) "
            "ON CONFLICT (kind, slug) DO UPDATE SET object_id = EXCLUDED.object_id; "
            "RETURN NEW;"
        ),
    )
