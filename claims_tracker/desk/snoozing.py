"""What a person puts off, and what of a queue is left for now."""

from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils import timezone

from claims_tracker.accounts.models import User
from claims_tracker.desk.models import Snooze

FOR = timedelta(hours=4)  # the other half of a shift


def put_off(target: Model, *, by: User, wait: timedelta = FOR) -> Snooze:
    """Take a row out of the person's own queue for a while; again, it starts anew."""
    now = timezone.now()
    found, _ = Snooze.objects.update_or_create(
        person=by, content_type=ContentType.objects.get_for_model(target), object_id=target.pk,
        defaults={"until": now + wait, "created_at": now},
    )  # fmt: skip
    return found


def bring_back(target: Model, *, by: User) -> None:
    """Let it wait for the person again. Twice is harmless."""
    _of(type(target), by).filter(object_id=target.pk).delete()


def without_snoozed(rows: "QuerySet[Any]", person: User, *, news: str = "") -> "QuerySet[Any]":
    """The rows that the person has not put off; ``news`` names when something came to a row.

    What came after it was put off brings it back early.
    """
    held = _of(rows.model, person).filter(object_id=OuterRef("pk"), until__gt=timezone.now())
    if news:
        held = held.filter(created_at__gte=OuterRef(news))
    return rows.filter(~Exists(held))


def _of(model: type[Model], person: User) -> "QuerySet[Snooze]":
    kind = ContentType.objects.get_for_model(model)
    return Snooze.objects.filter(person=person.pk, content_type=kind).order_by()
