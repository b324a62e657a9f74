"""What the public log says of an object."""

from typing import Any

from claims.models import Change


def told(obj: Any) -> list[str]:
    """The kinds of its lines, oldest first."""
    return list(Change.objects.filter(object_id=obj.public_id).values_list("kind", flat=True))


def last_line(obj: Any) -> Any:
    """Its newest line; ``Any``, as tests look into ``after`` as they please."""
    return Change.objects.filter(object_id=obj.public_id).order_by("seq").last()


def first_line(obj: Any) -> Any:
    """Its oldest line."""
    return Change.objects.filter(object_id=obj.public_id).order_by("seq").first()


def last_step(obj: Any) -> Any:
    """The newest row of its history."""
    return obj.history.order_by("pgh_id").last()


def lines_of(obj: Any) -> list[Any]:
    """All its lines, oldest first."""
    return list(Change.objects.filter(object_id=obj.public_id).order_by("seq"))
