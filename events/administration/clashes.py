"""What a person is shown when somebody saved meanwhile: field by field, both in full."""

from dataclasses import dataclass
from typing import Any

from django import forms

from events.administration.hands import Hand
from events.administration.threeway import UNKNOWN, Part, Side
from events.administration.values import Plain
from events.administration.widgets import is_id
from events.administration.wording import Run, marked


@dataclass(frozen=True, slots=True)
class Weighed:
    """One field: who changed it, whose value it gets (None: not chosen yet), and the values."""

    name: str
    part: Part
    side: Side | None
    began: Any
    saved: Plain
    typed: Any
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One field in words. ``saved`` and ``typed`` mark what changed since ``began``."""

    name: str
    label: str
    part: Part
    began: str | None
    saved: tuple[Run, ...]
    typed: tuple[Run, ...]
    hand: Hand
    chosen: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Who saved last, and the fields that differ. ``where`` names a row beside its parent.

    ``prefix`` stands before the names of the choices. ``removes``: this person wants the row
    removed; ``gone``: somebody else removed it.
    """

    last: Hand
    fields: tuple[Told, ...]
    prefix: str = ""
    where: str = ""
    removes: bool = False
    gone: bool = False

    @property
    def open(self) -> list[Told]:
        """Fields on which the person has to choose."""
        return [one for one in self.fields if one.part is Part.BOTH]

    @property
    def theirs(self) -> list[Told]:
        """Fields that only the other person changed."""
        return [one for one in self.fields if one.part is Part.THEIRS]

    @property
    def mine(self) -> list[Told]:
        """Fields that only this person changed."""
        return [one for one in self.fields if one.part is Part.MINE]


def told(one: Weighed, field: forms.Field, hand: Hand) -> Told:
    """The field in words."""
    known = one.began is not UNKNOWN
    began = shown(field, one.began) if known else ""
    saved, typed = shown(field, one.saved), shown(field, one.typed)
    return Told(
        name=one.name,
        label=label(field, one.name),
        part=one.part,
        began=began if known else None,
        saved=marked(began, saved)[1] if began else (Run(saved),),
        typed=marked(began, typed)[1] if began else (Run(typed),),
        hand=hand,
        chosen=one.chosen,
    )


def label(field: forms.Field, name: str) -> str:
    """What a field is called, with a capital."""
    words = str(field.label or name.replace("_", " "))
    return words[:1].upper() + words[1:]


def shown(field: forms.Field, value: Any) -> str:
    """A value as a person reads it: rows by their names, ticks as yes and no."""
    if isinstance(field, forms.ModelChoiceField):
        keys = [one for one in (value if isinstance(value, list) else [value]) if is_id(one)]
        rows = field.queryset.filter(pk__in=keys) if keys and field.queryset is not None else ()
        return ", ".join(sorted(str(row) for row in rows))
    if isinstance(field, forms.BooleanField):
        return "yes" if field.to_python(value) else "no"
    if isinstance(field, forms.ChoiceField):
        return str(_flat(field.choices).get(value, value or ""))
    return "" if value is None else str(value)


def _flat(choices: Any) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for value, words in choices:
        found |= dict(words) if isinstance(words, list | tuple) else {value: words}
    return found
