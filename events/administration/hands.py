"""Who did what to a row, and when: read from the audit's own tables."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model

LOOKED_BACK = 100  # steps; who changed a field longer ago is not told
SOFTWARE = "the software"


@dataclass(frozen=True, slots=True)
class Hand:
    """One person's or the software's doing. ``role`` is "" for the software."""

    who: str = SOFTWARE
    role: str = ""
    at: datetime | None = None
    why: str = ""


def metadata(step: Any) -> dict[str, Any]:
    """What hangs on a step of a history: the person's id, the reason."""
    context = step.pgh_context
    return dict(context.metadata) if context is not None else {}


def people(steps: Iterable[Any]) -> dict[int, tuple[str, str]]:
    """Name and role of everybody behind the steps, by id: at most two queries."""
    told = (metadata(step).get("user") for step in steps)
    keys = {key for key in told if isinstance(key, int)}
    if not keys:
        return {}
    found = get_user_model()._base_manager.filter(pk__in=keys).prefetch_related("groups")  # noqa: SLF001 - Django's documented _base_manager
    return {person.pk: (str(person), role_of(person)) for person in found}


def role_of(person: Any) -> str:
    """The person's role in words; "" for who has none."""
    role = getattr(person, "role", "")
    return str(getattr(role, "label", role)).lower()


def hand(step: Any, known: dict[int, tuple[str, str]]) -> Hand:
    """Who made the step."""
    told = metadata(step)
    who, role = known.get(told.get("user") or 0, (SOFTWARE, ""))
    return Hand(who, role, step.pgh_created_at, str(told.get("reason") or ""))


def last_hands(row: Model, names: Iterable[str]) -> tuple[Hand, dict[str, Hand]]:
    """Who touched the row last, and by field who changed that last: three queries.

    Fields that have not changed for long, and rows without a history, tell of nobody.
    """
    history = getattr(row, "history", None)
    if history is None:
        return Hand(), {}
    steps = list(history.select_related("pgh_context").order_by("-pgh_id")[: LOOKED_BACK + 1])
    if not steps:
        return Hand(), {}
    known = people(steps)
    found: dict[str, Hand] = {}
    for after, before in itertools.pairwise(steps):
        for name in set(names) - set(found):
            if _value(after, name) != _value(before, name):
                found[name] = hand(after, known)
    return hand(steps[0], known), found


def _value(step: Any, name: str) -> Any:
    return (
        getattr(step, f"{name}_id", None)
        if hasattr(step, f"{name}_id")
        else getattr(step, name, None)
    )
