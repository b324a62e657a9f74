"""Buttons of the desk that call the domain, each with its own page, for one row or for many.

The desk never writes a state itself: a decision names the function of the domain that does, asks
for what that function wants, and shows its refusal in words.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

import pghistory
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

BULK_CAP = 200
FAILURES_SHOWN = 10
STALE = "Somebody changed this since you opened it. Look at it again, then decide."

Given = dict[str, Any]
Do = Callable[[Any, Any, Given], object]


class Refused(Exception):  # noqa: N818 - a refusal in words is no program error
    """The domain does not do this; the text says why and can be shown to an editor."""


class DecisionForm(forms.Form):
    """What a decision asks for. ``row`` is None when it is taken on many rows at once."""

    row_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, row: Any = None, person: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row, self.person = row, person
        self.seen_version: int | None = (
            None  # the version that was decided about, when the row moved on
        )
        self.fields["row_version"].initial = getattr(row, "row_version", None)

    def clean(self) -> dict[str, Any]:
        """Stop when the row is no longer as the person saw it."""
        cleaned = super().clean() or self.cleaned_data
        now = getattr(self.row, "row_version", None)
        if cleaned.get("row_version") != now:
            self.seen_version = cleaned.get("row_version")
            self.data = cast("QueryDict", self.data).copy()
            self.data["row_version"] = str(now)
            raise forms.ValidationError(STALE, code="stale")
        return cleaned


class ReasonForm(DecisionForm):
    """A decision that needs a reason."""

    reason = forms.CharField(
        max_length=300, widget=forms.Textarea(attrs={"rows": 3}), label="Reason"
    )


class NoteForm(DecisionForm):
    """A decision that may have a reason."""

    reason = forms.CharField(
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Reason (optional)",
    )


def always(_row: Any) -> bool:
    """A decision that is offered whatever the row's state."""
    return True


def anybody(_person: Any, _row: Any) -> bool:
    """A decision for which its permission is enough, whatever the row's state."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One thing that an editor may decide about a row.

    ``do`` takes the row, the person and the form's values, and calls the domain. ``fits`` says
    for which rows the button is shown, and ``admits`` to whom, where a row's state asks for more
    than the permission. ``direct`` buttons act at once, the others open a page.

    ``bulk`` says what many rows then are ("published"); "" where it is taken on one alone.
    ``many`` is the form for many, made with ``rows``, where that of one does not do. ``undo``
    takes back what was done to many rows, by a new decision.
    """

    name: str
    label: str
    permission: str
    do: Do
    done: str
    form: type[DecisionForm] = NoteForm
    explain: str = ""
    fits: Callable[[Any], bool] = always
    admits: Callable[[Any, Any], bool] = anybody
    direct: bool = False
    primary: bool = False
    bulk: str = ""
    many: type[DecisionForm] | None = None
    undo: "Undo | None" = None


def nothing(_row: Any) -> None:
    """What taking a decision back need know of the row before it."""
    return


@dataclass(frozen=True, slots=True)
class Undo:
    """How a decision is taken back: ``do`` also finds under "was" what ``was`` said of the row.

    ``was`` is asked before the decision, and gives what can be kept as JSON.
    """

    do: Do
    was: Callable[[Any], Any] = nothing


@dataclass(slots=True)
class Outcome:
    """How many rows of a bulk action were done, and why others were not.

    ``was`` has, by the id of each row done, what taking it back has to know.
    """

    asked: int = 0
    done: int = 0
    was: dict[int, Any] = field(default_factory=dict)
    failures: list[tuple[str, str]] = field(default_factory=list)


class Decides:
    """What an admin of rows that can be decided about adds; see ``LedgerAdmin``."""

    decisions: tuple[Decision, ...] = ()
    refusals: tuple[type[Exception], ...] = (Refused,)
    model: Any
    opts: Any
    admin_site: Any

    def may_decide(self, request: HttpRequest, row: Any) -> bool:
        """Whether the person's team admits them to the row; the role is asked apart."""
        raise NotImplementedError

    def offered(self, request: HttpRequest, row: Any) -> list[Decision]:
        """The decisions to show on the row's page, for this person and the row's state."""
        if not self.may_decide(request, row):
            return []
        return [
            one
            for one in self.decisions
            if request.user.has_perm(one.permission)
            and one.fits(row)
            and one.admits(request.user, row)
        ]

    def decision_named(self, name: str) -> Decision | None:
        """The decision of that name."""
        return next((one for one in self.decisions if one.name == name), None)

    def refuse_outsiders(self, request: HttpRequest, decision: Decision, row: Any) -> None:
        """Raise PermissionDenied in words unless role and team allow the decision."""
        person = request.user
        if not person.has_perm(decision.permission) or not decision.admits(person, row):
            raise PermissionDenied(f"Your role does not allow: {decision.label.rstrip('…')}.")
        if not self.may_decide(request, row):
            raise PermissionDenied("Only the team of its event may decide about this.")

    def take(self, decision: Decision, row: Any, request: HttpRequest, form: DecisionForm) -> bool:
        """Call the domain; False, with the refusal on the form, when it does not."""
        refusals: tuple[type[Exception], ...] = (Refused, *self.refusals)
        try:
            with undisturbed(row):
                decision.do(row, request.user, form.cleaned_data)
        except PermissionDenied:
            raise
        except refusals as refusal:
            form.add_error(None, str(refusal))
            return False
        return True

    def take_many(
        self, decision: Decision, rows: Iterable[Any], request: HttpRequest, form: DecisionForm
    ) -> Outcome:
        """Take the decision on each row by itself: one that fails holds up no other."""
        outcome = Outcome()
        refusals: tuple[type[Exception], ...] = (PermissionDenied, Refused, *self.refusals)
        for row in rows:
            outcome.asked += 1
            try:
                self.refuse_outsiders(request, decision, row)
                _as_seen(row, request)
                was = decision.undo.was(row) if decision.undo else None
                with undisturbed(row):
                    decision.do(row, request.user, form.cleaned_data)
            except refusals as refusal:
                outcome.failures.append((str(row), str(refusal)))
            else:
                outcome.done += 1
                outcome.was[row.pk] = was
        return outcome

    def bulk(self, decision: Decision, request: HttpRequest, rows: Any) -> HttpResponse | None:
        """One decision on the chosen rows: first its page, then, confirmed, the decision."""
        found = list(rows.order_by("pk")[: BULK_CAP + 1])
        if len(found) > BULK_CAP:
            messages.error(request, f"At most {BULK_CAP} at once; choose fewer.")
            return None
        given = {} if decision.many is None else {"rows": found}
        data = request.POST if "confirm" in request.POST else None
        form = (decision.many or decision.form)(data, **given)
        if form.is_bound and form.is_valid():
            outcome = self.take_many(decision, found, request, form)
            report(request, decision, outcome, self.opts)
            self.offer_undo(request, decision, outcome)
            return None
        context = self.admin_site.each_context(request) | {
            "title": f"{decision.label.rstrip('…')}: {len(found)} chosen",
            "opts": self.opts,
            "decision": decision,
            "form": form,
            "media": form.media,
            "rows": [(row, self.may_decide(request, row), getattr(row, "row_version", None))
                     for row in found],
            "cancel": request.get_full_path(),
        }  # fmt: skip
        return TemplateResponse(request, "admin/ledger/decide_many.html", context)

    def offer_undo(self, request: HttpRequest, decision: Decision, outcome: Outcome) -> None:
        """Let the person take it back, where that can be done."""


@contextmanager
def undisturbed(row: Any) -> Iterator[None]:
    """Do something in a transaction that is taken back when somebody else changed the row.

    The row was read before it is held: what another transaction stored in between shows in the
    history, as the doing of another context than ours. Raises Refused then.
    """
    seen, history = getattr(row, "row_version", None), getattr(row, "history", None)
    with transaction.atomic(), pghistory.context() as ours:
        yield
        if seen is None or history is None:
            return
        if history.filter(row_version__gt=seen).exclude(pgh_context=ours.id).exists():
            raise Refused(STALE)


def _as_seen(row: Any, request: HttpRequest) -> None:
    """Refuse a row that has changed since its list was shown for confirmation."""
    seen = request.POST.get(f"version_{row.pk}")
    if hasattr(row, "row_version") and seen != str(row.row_version):
        raise Refused(STALE)


def report(request: HttpRequest, decision: Decision, outcome: Outcome, opts: Any) -> None:
    """Tell how many rows were done, and why the others were not."""
    words = f"{outcome.done} of {outcome.asked} {opts.verbose_name_plural} {decision.bulk}."
    (messages.success if not outcome.failures else messages.warning)(request, words)
    for name, why in outcome.failures[:FAILURES_SHOWN]:
        messages.error(request, f"Not done: “{name}”. {why}")
    if len(outcome.failures) > FAILURES_SHOWN:
        messages.error(request, f"And {len(outcome.failures) - FAILURES_SHOWN} more not done.")
