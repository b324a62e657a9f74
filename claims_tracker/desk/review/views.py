"""The pages of the review desk: thin doors to the decisions of the admin's pages."""

from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from claims.permissions import DecisionError, NotAllowed
from claims_tracker.desk import snoozing, teamwork
from claims_tracker.desk.review import steps
from claims_tracker.desk.review.all_queues import QUEUES, seen_by
from claims_tracker.desk.review.places import tallies
from claims_tracker.desk.review.queue import Act, Asked, ReviewQueue, person_of
from events.administration.base import LedgerAdmin
from events.administration.decisions import Decision, DecisionForm

REFUSED = 409
TEMPLATE = "admin/desk/review.html"


@require_safe
def start(request: HttpRequest, name: str) -> HttpResponse:
    """The first of the queue; a page that says so when nothing waits."""
    queue, asked = _queue(request, name), Asked.by(request)
    head = queue.order.head(queue.rows(person_of(request), asked))
    if head is not None:
        return HttpResponseRedirect(queue.address(head) + asked.query())
    return _page(request, queue, None)


@require_safe
def item(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One thing to decide, with the decisions and the way to the next."""
    queue = _queue(request, name)
    return _page(request, queue, _row(request, queue, pk))


@require_POST
def decide(request: HttpRequest, name: str, pk: int, act: str) -> HttpResponse:
    """Take a decision, then show the next; refused, the same with the refusal in words."""
    queue = _queue(request, name)
    row, chosen = _row(request, queue, pk), queue.acts.get(act)
    if chosen is None:
        raise Http404
    model_admin = _admin_of(queue)
    given = {key: request.POST.get(key, "") for key in request.POST}
    decision = model_admin.decision_named(chosen.decision(given))
    if decision is None:
        raise Http404
    model_admin.refuse_outsiders(request, decision, row)
    form = decision.form(chosen.fills(given), request.FILES, row=row, person=request.user)
    if not (form.is_valid() and _taken(request, queue, chosen, decision, form)):
        return _page(request, queue, _row(request, queue, pk), refused=_in_words(form))
    decided = _row(request, queue, pk)
    mark, asked = chosen.mark(decided), Asked.by(request)
    words = chosen.done(decided, mark)
    steps.remember(request, queue, decided, act, words, query=asked.query(), mark=mark,
                   final=chosen.undo is None)  # fmt: skip
    return _onward(request, queue, decided, asked)


@require_POST
def later(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Put it off for this person, and show the next."""
    queue, asked = _queue(request, name), Asked.by(request)
    row = _row(request, queue, pk)
    until = snoozing.put_off(queue.put_off(row), by=person_of(request)).until
    words = f"Put off until {until:%H:%M} UTC."
    steps.remember(request, queue, row, steps.PUT_OFF, words, query=asked.query(), final=False)
    return _onward(request, queue, row, asked)


@require_POST
def take(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Say that one looks at it, so that colleagues see the name; again, that one does no more."""
    queue = _queue(request, name)
    row, person = _row(request, queue, pk), person_of(request)
    try:
        if row.reader_id == person.pk:
            for work in teamwork.work_on(row):
                teamwork.finish(work, by=person)
        else:
            teamwork.assign(row, person, by=person)
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from None
    except DecisionError as refusal:
        return _page(request, queue, row, refused=str(refusal))
    return HttpResponseRedirect(queue.address(pk) + Asked.by(request).query())


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take the last decision back by a new one, and show the row again."""
    try:
        step = steps.take_back(request, QUEUES)
    except DecisionError as refusal:
        messages.error(request, str(refusal))
        back = QUEUES.get(request.POST.get("queue", ""), next(iter(QUEUES.values())))
        return HttpResponseRedirect(back.address())
    act = QUEUES[step.queue].acts.get(step.act)
    messages.success(request, (act.undone if act else "") or f"Undone: {step.words}")
    return HttpResponseRedirect(QUEUES[step.queue].address(step.pk) + step.query)


def _page(request: HttpRequest, queue: ReviewQueue, row: Any, *, refused: str = "") -> HttpResponse:
    asked, person = Asked.by(request), person_of(request)
    waiting = queue.rows(person, asked)
    context = admin.site.each_context(request) | {
        "title": queue.title,
        "queue": queue,
        "asked": asked,
        "query": asked.query(),
        "all_events": asked.query(event="") or "?",
        "everything": not (asked.event or asked.kind or asked.mine),
        "refused": refused,
        "step": steps.last(request),
        "now": timezone.now(),
        "start": queue.address(),
        "row": row,
    }
    if row is not None:
        context |= _of_row(request, queue, row, asked, waiting)
    context["tabs"] = _tabs(request, queue)
    status = REFUSED if refused else 200
    return TemplateResponse(request, TEMPLATE, context, status=status)


def _of_row(
    request: HttpRequest, queue: ReviewQueue, row: Any, asked: Asked, waiting: "QuerySet[Any]"
) -> dict[str, Any]:
    place, query = queue.order.place(row, waiting), asked.query()
    offered = _admin_of(queue).offered(request, row)
    addresses = {one: queue.address(row.pk, "decide", one) + query for one in queue.acts}
    return {
        "place": place,
        "next": queue.address(place.following) + query if place.following else "",
        "previous": queue.address(place.previous) + query if place.previous else "",
        "beside": [(queue.address(pk) + query, words) for pk, words in place.next_names],
        "may": {one.name.replace("-", "_"): True for one in offered},
        "acts": addresses,
        "later": queue.address(row.pk, "later") + query,
        "take": queue.address(row.pk, "take") + query,
        "here": queue.address(row.pk) + query,
        "event": _event_of(queue, row),
        "stock": _admin_of(queue).address(row),
        "history": _admin_of(queue).address(row, "history"),
        **queue.show(row, request),
    }


def _tabs(request: HttpRequest, now: ReviewQueue) -> list[dict[str, Any]]:
    """Every queue that the person may see, with how much waits in it: one query."""
    person, everything = person_of(request), Asked()
    shown = seen_by(person)
    found = tallies((one.name, one.rows(person, everything)) for one in shown)
    return [
        {"queue": one, "address": one.address(), "number": found.get(one.name, "0"),
         "here": one.name == now.name, "urgent": one.urgent and one.name in found}
        for one in shown
    ]  # fmt: skip


def _taken(
    request: HttpRequest, queue: ReviewQueue, chosen: Act, decision: Decision, form: DecisionForm
) -> bool:
    """Call the domain; False, with the refusal on the form, when it does not."""
    model_admin, row = _admin_of(queue), form.row
    if chosen.stands is None:
        return model_admin.take(decision, row, request, form)
    with transaction.atomic():
        late = chosen.stands(queue.model.objects.select_for_update(of=("self",)).get(pk=row.pk))
        if not late:
            return model_admin.take(decision, row, request, form)
    form.add_error(None, late)
    return False


def _onward(request: HttpRequest, queue: ReviewQueue, row: Any, asked: Asked) -> HttpResponse:
    following = queue.order.after(row, queue.rows(person_of(request), asked))
    return HttpResponseRedirect(queue.address(following) + asked.query())


def _queue(request: HttpRequest, name: str) -> ReviewQueue:
    queue = QUEUES.get(name)
    if queue is None:
        raise Http404
    if queue not in seen_by(person_of(request)):
        raise PermissionDenied("Your role does not have this queue.")
    return queue


def _row(request: HttpRequest, queue: ReviewQueue, pk: int) -> Any:
    """The row, if its event is the person's; 404 for others, as if there were none."""
    row = queue.one(person_of(request)).filter(pk=pk).first()
    if row is None:
        raise Http404
    event = _event_of(queue, row)
    if event is not None:
        # It was found among the rows of the person's events: no need to ask again.
        request.__dict__.setdefault("teams_asked", {})[event.pk] = True
    return row


def _event_of(queue: ReviewQueue, row: Any) -> Any:
    return _admin_of(queue).event_of(row)


def _admin_of(queue: ReviewQueue) -> LedgerAdmin:
    return cast("LedgerAdmin", admin.site.get_model_admin(queue.model))


def _in_words(form: DecisionForm) -> str:
    """What the form or the domain objected to, as sentences."""
    found = [
        error if name == "__all__" else f"{form.fields[name].label or name.capitalize()}: {error}"
        for name, errors in form.errors.items()
        for error in errors
    ]
    return " ".join(str(words) for words in found)
