"""Two people changed one row: whose value each field gets, and where somebody has to choose.

Plain values in, plain values out. "Mine" is what the person at hand typed, "theirs" what was saved
meanwhile; both began from the same.
"""

import operator
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final


class Part(StrEnum):
    """Who changed a field."""

    SAME = "same"
    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


class Side(StrEnum):
    """Whose value a field gets."""

    THEIRS = "theirs"
    MINE = "mine"


UNKNOWN: Final = object()  # what somebody began from, when nothing tells


def part(
    began: Any, saved: Any, typed: Any, *, same: Callable[[Any, Any], bool] = operator.eq
) -> Part:
    """Who changed the field; both only where they did not come to the same value.

    ``same`` compares a stored value with a typed one. Where nothing tells what the person began
    from (``UNKNOWN``), any difference may be a change of both.
    """
    if same(saved, typed):
        return Part.SAME
    if began is UNKNOWN:
        return Part.BOTH
    if same(began, typed):
        return Part.THEIRS
    return Part.MINE if began == saved else Part.BOTH


def side(found: Part, chosen: str = "") -> Side | None:
    """Whose value the field gets; None where both changed it and nobody has chosen yet."""
    if found is Part.BOTH:
        return Side(chosen) if chosen in set(Side) else None
    return Side.THEIRS if found in {Part.THEIRS, Part.SAME} else Side.MINE
