"""What became of a row, step by step: which fields, who, why. Read from the audit's own tables."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Field, ForeignKey, Model

STEPS = 50
# What the machine keeps for itself: it never changes alone, and says nothing to a person.
UNTOLD = """
    row_version created_at updated_at id public_id search sort_at key match_key request_key
    sides_digest exact_sha256 sha256 folded edited edited_fields starter payload_type
    speaker_start speaker_end cue_start cue_end
"""
LABELS = {
    "answer_names": "Named, but not in the directory",
    "answer_rest": "Rest of the answer",
    "signals": "What the software saw",
    "start": "First character",
    "end": "After the last character",
}
COMPUTED = ("_from", "_to")  # the bounds of a date, which is told itself
VERBS = {"insert": "Made", "update": "Changed", "delete": "Removed"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after a step, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a row. ``who`` is "" where no person stood behind it."""

    number: int
    at: datetime
    verb: str
    who: str
    why: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A page of steps, newest first; ``before`` asks for the page that follows."""

    steps: tuple[Step, ...]
    before: int | None = None


def told(row: Model, *, before: int | None = None) -> Told:
    """The row's history; the number of queries does not grow with it."""
    history = getattr(row, "history", None)
    if history is None:
        return Told(())
    rows = history.select_related("pgh_context").order_by("-pgh_id")
    if before is not None:
        rows = rows.filter(pgh_id__lt=before)
    found = list(rows[: STEPS + 1])
    pairs = list(zip(found, [*found[1:], None], strict=False))[:STEPS]
    names = _Names(row, found)
    steps = tuple(_step(row, after, earlier, names) for after, earlier in pairs)
    return Told(steps, found[STEPS - 1].pgh_id if len(found) > STEPS else None)


class _Names:
    """Names of the people and of the related rows that the steps mention."""

    def __init__(self, row: Model, found: Sequence[Any]) -> None:
        wanted: dict[type[Model], set[Any]] = defaultdict(set)
        for step in found:
            wanted[get_user_model()].add(_metadata(step).get("user"))
            for field in _told_fields(row, step):
                if isinstance(field, ForeignKey):
                    wanted[field.related_model].add(getattr(step, field.attname))
        self.rows = {
            model: model._base_manager.in_bulk([key for key in keys if key is not None])  # noqa: SLF001 - Django's documented _base_manager
            for model, keys in wanted.items()
            if keys - {None}
        }

    def of(self, model: type[Model], key: Any) -> str:
        row = self.rows.get(model, {}).get(key)
        return "" if key is None else str(row) if row is not None else f"no. {key}"


def _step(row: Model, after: Any, before: Any, names: _Names) -> Step:
    metadata = _metadata(after)
    person = metadata.get("user")
    return Step(
        number=after.pgh_id,
        at=after.pgh_created_at,
        verb=VERBS.get(after.pgh_label, after.pgh_label),
        who=names.of(get_user_model(), person) if person else "",
        why=str(metadata.get("reason") or ""),
        differences=tuple(_differences(row, after, before, names)),
    )


def _differences(row: Model, after: Any, before: Any, names: _Names) -> Iterable[Difference]:
    for field in _told_fields(row, after):
        new = getattr(after, field.attname)
        if before is None and new == field.default:
            continue
        old = None if before is None else getattr(before, field.attname)
        was, now = _words(field, old, names), _words(field, new, names)
        if was != now:
            yield Difference(_label(field), was, now)


def _label(field: "Field[Any, Any]") -> str:
    return LABELS.get(field.name) or str(field.verbose_name).capitalize()


def _told_fields(row: Model, step: Any) -> Iterable["Field[Any, Any]"]:
    kept = {field.name for field in step._meta.concrete_fields}  # noqa: SLF001 - Django's documented _meta
    return [
        field
        for field in row._meta.concrete_fields  # noqa: SLF001 - Django's documented _meta
        if field.name in kept
        and field.name not in UNTOLD.split()
        and not (field.name.endswith(COMPUTED) and not field.editable)
    ]


def _words(field: "Field[Any, Any]", value: Any, names: _Names) -> str:
    if value is None or value in ("", [], {}):  # a dict has no hash
        return ""
    if isinstance(field, ForeignKey):
        return names.of(field.related_model, value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%d %b %Y, %H:%M:%S} UTC"
    return _plain(value) if isinstance(value, dict | list) else str(value)


def _plain(value: Any) -> str:
    """What a JSON field holds, without its brackets; "~" marks a name that nobody knows."""
    if isinstance(value, dict):
        told = ((str(key).replace("_", " "), _plain(one)) for key, one in value.items())
        return "; ".join(f"{key}: {words}" for key, words in told if words)
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    return "" if value is None else str(value).removeprefix("~")


def _metadata(step: Any) -> dict[str, Any]:
    context = step.pgh_context
    return dict(context.metadata) if context is not None else {}
