"""Nobody overwrites what somebody else saved meanwhile.

A form carries what the person began from: the row's version, and where no version tells (rows
without one, and the lists that hang on a row) the values themselves. When the row has moved on,
the save stops. Fields that only the other person changed take their value, fields that only this
one changed keep hers, and for fields that both changed she chooses; until then nothing is stored.
"""

import hashlib
import json
from functools import partial
from typing import Any, cast

from django import forms
from django.forms.models import InlineForeignKeyField
from django.http import QueryDict

from events.administration import clashes, values
from events.administration.clashes import Clash, Weighed
from events.administration.hands import last_hands
from events.administration.threeway import UNKNOWN, Part, Side, part, side
from events.teams import Person, may_edit

WHY_LENGTH = 300
CARRIED = ("row_version", "as_begun", "seen")
STOPPED = "Somebody saved this meanwhile. Nothing of yours is lost: choose below, then save again."


class Carried(forms.CharField):
    """What the page hands back as it got it; never a change of the person's."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def has_changed(self, initial: Any, data: Any) -> bool:  # noqa: ARG002 - Django's hook
        """No."""
        return False


class GuardedForm(forms.ModelForm):  # type: ignore[type-arg] # the stubs' generic is none at run time
    """A form that knows what the person began from. ``clash`` is set when the row moved on."""

    as_begun = Carried()
    seen = Carried()
    clash: Clash | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None and self._untold():
            begun = {name: self._saved(name) for name in self._untold()}
            self.fields["as_begun"].initial = json.dumps(begun)

    def full_clean(self) -> None:
        """Meet what stands there now before the values are looked at."""
        if self.is_bound:
            self.data = values.even(self.data)
            if self.instance.pk is not None and self._moved():
                self._meet()
        super().full_clean()

    def own_names(self) -> list[str]:
        """The fields of the row itself and the lists that hang on it."""
        meta = self._meta.model._meta  # noqa: SLF001 - Django's documented _meta
        known = {field.name for field in (*meta.concrete_fields, *meta.many_to_many)}
        own = known - {meta.pk.name, *CARRIED}
        return [
            name
            for name, field in self.fields.items()
            if name in own and not field.disabled and not isinstance(field, InlineForeignKeyField)
        ]

    def typed(self, name: str) -> Any:
        """What was sent for the field, as it was sent."""
        widget = self.fields[name].widget
        return widget.value_from_datadict(self.data, self.files, self.add_prefix(name))

    def raw(self, name: str) -> str:
        """What was sent under the name; "" for nothing."""
        return str(self.data.get(self.add_prefix(name)) or "")

    def _saved(self, name: str) -> values.Plain:
        return values.plain(self.fields[name], self.initial.get(name))

    def _untold(self) -> list[str]:
        """Fields whose change raises no version: all, where the row has none."""
        if not hasattr(self.instance, "row_version"):
            return self.own_names()
        lists = {field.name for field in self._meta.model._meta.many_to_many}  # noqa: SLF001 - Django's documented _meta
        return [name for name in self.own_names() if name in lists]

    def _moved(self) -> bool:
        now = getattr(self.instance, "row_version", None)
        if now is not None and self.raw("row_version") != str(now):
            return True
        begun = values.loaded(self.raw("as_begun"))
        return any(begun.get(name, UNKNOWN) != self._saved(name) for name in self._untold())

    def _began(self) -> dict[str, Any]:
        """What each field began from, as far as that is known."""
        begun: dict[str, Any] = dict(values.loaded(self.raw("as_begun")))
        history, version = getattr(self.instance, "history", None), self.raw("row_version")
        if history is None or not version.isdecimal() or len(version) > 9:  # noqa: PLR2004 - digits of an integer
            return begun
        step = history.filter(row_version=int(version)).order_by("-pgh_id").first()
        kept = set(self.own_names()) - set(begun)
        return begun | values.of_step(step, {name: self.fields[name] for name in kept})

    def _meet(self) -> None:
        """Weigh each field; the clash stays unless the person has chosen on what stands now."""
        data = cast("QueryDict", self.data).copy()
        stands = self._stands()
        asked = data.getlist(self.add_prefix("asked")) if self.raw("seen") == stands else None
        began = self._began()
        weighed = [self._weigh(name, began, asked) for name in self.own_names()]
        if self.raw("DELETE"):
            taken = self._about_removal(weighed, settled=asked is not None)
        else:
            taken = asked is not None and all(one.side is not None for one in weighed)
        for one in weighed:
            if one.side is Side.THEIRS:
                values.put(data, self.add_prefix(one.name), self._saved(one.name))
        if taken and self.raw("choose-row") == Side.THEIRS:
            data.pop(self.add_prefix("DELETE"), None)
        if not taken:
            self.clash = self._told(weighed)
        data[self.add_prefix("seen")] = stands
        self.data = data

    def _about_removal(self, weighed: list[Weighed], *, settled: bool) -> bool:
        """Whether it is clear what becomes of a row that one changed and one wants removed."""
        theirs = any(one.part in {Part.THEIRS, Part.BOTH} for one in weighed)
        return settled and (not theirs or self.raw("choose-row") in set(Side))

    def _weigh(self, name: str, began: dict[str, Any], asked: list[str] | None) -> Weighed:
        field, saved, typed = self.fields[name], self._saved(name), self.typed(name)
        before = began.get(name, UNKNOWN)
        found = part(before, saved, typed, same=partial(values.same, field))
        chosen = self.raw(f"choose-{name}") if asked is not None else ""
        # What the person has seen and was not asked about is typed in full knowledge.
        free = asked is not None and name not in asked
        taken = Side.MINE if found is Part.BOTH and free else side(found, chosen)
        return Weighed(name, found, taken, before, saved, typed, chosen)

    def _stands(self) -> str:
        saved = {name: self._saved(name) for name in self.own_names()}
        now = [getattr(self.instance, "row_version", None), saved]
        return hashlib.sha256(json.dumps(now, sort_keys=True).encode()).hexdigest()[:24]

    def _told(self, weighed: list[Weighed]) -> Clash:
        parted = [one for one in weighed if one.part is not Part.SAME]
        last, hands = last_hands(self.instance, [one.name for one in parted])
        return Clash(
            last=last,
            fields=tuple(
                clashes.told(one, self.fields[one.name], hands.get(one.name, last))
                for one in parted
            ),
            prefix=f"{self.prefix}-" if self.prefix else "",
            where=f"{self.instance}" if self.prefix else "",
            removes=bool(self.raw("DELETE")),
        )


class VersionedForm(GuardedForm):
    """A change form with the row's version and, if the person likes, the reason of the edit."""

    row_version = Carried()
    why = forms.CharField(
        required=False,
        max_length=WHY_LENGTH,
        label="Reason for this edit",
        help_text="Optional. It is kept in the history, for colleagues.",
    )
    person: Person | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["row_version"].initial = getattr(self.instance, "row_version", None)

    def clean(self) -> dict[str, Any] | None:
        """Stop when the row is no longer the one that the person began from."""
        cleaned = super().clean() or self.cleaned_data
        self._guard_event(cleaned)
        if self.clash is not None:
            raise forms.ValidationError(STOPPED, code="stale")
        cleaned["row_version"] = getattr(self.instance, "row_version", None)
        return cleaned

    def _guard_event(self, cleaned: dict[str, Any]) -> None:
        """Nothing is hung on an event by who is not on its team."""
        event = cleaned.get("event") if "event" in self.changed_data else None
        if event is not None and self.person is not None and not may_edit(self.person, event):
            self.add_error("event", "Only the team of this event may add to it.")
