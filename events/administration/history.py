"""What became of a row, step by step: which fields, who, why. Read from the audit's own tables."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Field, ForeignKey, Model

from events.administration.hands import Hand, hand, people
from events.administration.wording import Run, marked

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


# What makes a row one that readers see.
PUBLIC = {"review": "published", "visibility": "public"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after a step, in words; what is gone and what is new is marked."""

    name: str
    label: str
    before: tuple[Run, ...]
    after: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a row. ``public``: readers saw the row as the step left it."""

    number: int
    verb: str
    hand: Hand
    differences: tuple[Difference, ...]
    public: bool = False
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states of a row, the earlier first."""

    first: Step
    second: Step
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A page of steps, newest first; ``before`` asks for the page that follows.

    ``compared`` are the two that were asked for, wherever they stand in the history.
    """

    steps: tuple[Step, ...]
    before: int | None = None
    compared: Compared | None = None


def told(row: Model, *, before: int | None = None, two: Sequence[int] = ()) -> Told:
    """The row's history; the number of queries does not grow with it."""
    history: Any = getattr(row, "history", None)
    if history is None:
        return Told(())
    rows = history.select_related("pgh_context").order_by("-pgh_id")
    chosen = list(rows.filter(pgh_id__in=two)) if two else []
    if before is not None:
        rows = rows.filter(pgh_id__lt=before)
    found = list(rows[: STEPS + 1])
    pairs = list(zip(found, [*found[1:], None], strict=False))[:STEPS]
    names, known = _Names(row, [*found, *chosen]), people([*found, *chosen])
    steps = tuple(_step(row, after, earlier, names, known) for after, earlier in pairs)
    if steps and before is None:
        steps = (replace(steps[0], newest=True), *steps[1:])
    whole = bool(two) and len(chosen) == len(set(two))
    return Told(
        steps,
        found[STEPS - 1].pgh_id if len(found) > STEPS else None,
        _two(row, chosen, names, known) if whole else None,
    )


def compared(row: Model, first: int, second: int) -> Compared | None:
    """Any two states of the row; None where its history does not have both."""
    history: Any = getattr(row, "history", None)
    if history is None:
        return None
    rows = history.select_related("pgh_context").filter(pgh_id__in=(first, second))
    found = list(rows.order_by("-pgh_id"))
    if len(found) != len({first, second}):
        return None
    return _two(row, found, _Names(row, found), people(found))


def _two(row: Model, found: Sequence[Any], names: "_Names", known: dict[int, Any]) -> Compared:
    """One state twice, or two, the later first."""
    new, old = found[0], found[-1]
    return Compared(
        first=replace(_step(row, old, old, names, known), differences=()),
        second=replace(_step(row, new, new, names, known), differences=()),
        differences=tuple(_differences(row, new, old, names)),
    )


def newest(row: Model) -> int:
    """The number of the row's last step; 0 where there is none."""
    history: Any = getattr(row, "history", None)
    step = None if history is None else history.order_by("-pgh_id").only("pgh_id").first()
    return 0 if step is None else int(step.pgh_id)


def shown_to_readers(row: Any) -> tuple[int, str] | None:
    """The step to hold the row against, as readers saw it, and what it is called.

    For a row that they see: as they saw it first, without a break since. For one that was taken
    back: as they saw it last. None for what readers never saw: at most two queries.
    """
    asked = {name: value for name, value in PUBLIC.items() if hasattr(row, name)}
    history = getattr(row, "history", None)
    if history is None or not asked:
        return None
    if any(getattr(row, name) != value for name, value in asked.items()):
        last = history.filter(**asked).order_by("-pgh_id").only("pgh_id").first()
        return None if last is None else (last.pgh_id, "As readers saw it last")
    hidden = history.exclude(**asked).order_by("-pgh_id").only("pgh_id").first()
    steps = history.filter(pgh_id__gt=0 if hidden is None else hidden.pgh_id).order_by("pgh_id")
    first = steps.only("pgh_id").first()
    return None if first is None else (first.pgh_id, "As readers saw it first")


def since(row: Any, version: int) -> Compared | None:
    """What became of the row since that version; None where the history does not tell."""
    history = getattr(row, "history", None)
    if history is None or not hasattr(row, "row_version"):
        return None
    began = history.filter(row_version=version).order_by("-pgh_id").first()
    return None if began is None else compared(row, began.pgh_id, newest(row))


class _Names:
    """Names of the related rows that the steps mention."""

    def __init__(self, row: Model, found: Sequence[Any]) -> None:
        wanted: dict[type[Model], set[Any]] = defaultdict(set)
        for step in found:
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


def _step(row: Model, after: Any, before: Any, names: _Names, known: dict[int, Any]) -> Step:
    asked = {name: value for name, value in PUBLIC.items() if hasattr(after, name)}
    return Step(
        number=after.pgh_id,
        verb=VERBS.get(after.pgh_label, after.pgh_label),
        hand=hand(after, known),
        differences=tuple(_differences(row, after, before, names)),
        public=bool(asked) and all(getattr(after, name) == value for name, value in asked.items()),
    )


def _differences(row: Model, after: Any, before: Any, names: _Names) -> Iterable[Difference]:
    for field in _told_fields(row, after):
        new = getattr(after, field.attname)
        if before is None and new == field.default:
            continue
        old = None if before is None else getattr(before, field.attname)
        was, now = _words(field, old, names), _words(field, new, names)
        if was != now:
            yield Difference(field.name, _label(field), *marked(was, now))


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
