"""Contradictions on the review desk: both claims side by side, one key for all alike."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from claims import group_decisions
from claims.admin import marks, pair_page, pair_queue
from claims.choices import ContradictionState, DismissalReason, Kind
from claims.group_decisions import MOST, decided_with, waiting_with
from claims.models import Contradiction, ContradictionGroup
from claims_tracker.accounts.models import User
from claims_tracker.desk.review.queue import (
    Act,
    Asked,
    Order,
    Place,
    ReviewQueue,
    assigned,
    with_reader,
)
from claims_tracker.desk.snoozing import without_snoozed

LISTED = 6  # of the others that say the same, before one asks for all
UNDONE = "Undone on the review desk."


def rows(person: User, asked: Asked) -> "QuerySet[Any]":
    """The groups that wait for the person, best first."""
    found: Any = ContradictionGroup.objects.editable_by(person).waiting()
    if asked.event:
        found = found.filter(event__slug=asked.event)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.mine:
        pairs = Contradiction.objects.filter(group=OuterRef("pk"), state=ContradictionState.OPEN)
        found = found.filter(Exists(assigned(pairs, person)))
    return without_snoozed(found, person, news="fresh_at")


def one(person: User) -> "QuerySet[Any]":
    """All pairs of the person's events, with what their page shows of them."""
    found: Any = Contradiction.objects.editable_by(person).select_related(
        "event", "first__claimant", "second__claimant", "decided_by",
        "group__precedent__decided_by",
    )  # fmt: skip
    return with_reader(found.defer("first__search", "second__search"))


def place(pair: Contradiction, found: Any) -> Place:
    """The place of the pair's group, and the leads of those beside it."""
    told = pair_queue.place(pair, found)
    names = (
        (lead.pk, f"{lead.first.claimant_name} / {lead.second.claimant_name}")
        for lead in told.following
    )
    return Place(
        number=told.number,
        total=told.total,
        previous=told.previous.pk if told.previous is not None else None,
        following=told.following[0].pk if told.following else None,
        next_names=tuple(names),
    )


def head(found: Any) -> int | None:
    """The lead of the best group."""
    lead: int | None = found.values_list("lead", flat=True).first()
    return lead


def after(pair: Contradiction, found: Any) -> int | None:
    """The next pair that says the same; else the next group's lead; else what was left before."""
    group = pair.group
    if group is None or not found.filter(pk=group.pk).exists():
        later = found.after(group.rank, group.pk) if group is not None else found
        return head(later) or head(found)
    following = waiting_with(pair).exclude(pk=pair.pk)
    own = following.filter(pk__gt=pair.pk).first() or following.first()
    return own.pk if own is not None else head(found.exclude(pk=group.pk))


def show(pair: Contradiction, _request: HttpRequest) -> dict[str, Any]:
    """Both sides, why it was flagged, what was decided near it, and all that say the same."""
    both = pair_page.sides(pair)
    touched, near = _alike_and_near(pair)
    others = [other for other in touched if other.pk != pair.pk]
    return {
        "sides": both,
        "lines": pair_page.lines(both),
        "tension": marks.is_tension(pair),
        "found": marks.flagged_by(pair),
        "so_far": pair_page.so_far(pair),
        "near": near,
        "touched": touched,
        "others": others[:LISTED],
        "more_others": others[LISTED:],
        "left": _left(pair, touched),
        "seen": " ".join(f"{one.pk}:{one.row_version}" for one in touched),
        "rank": pair_queue.rank_words(pair.group) if pair.group is not None else "",
        "before": _before(pair),
        "reasons": list(zip("123456", DismissalReason.choices, strict=True)),
    }


def _alike_and_near(pair: Contradiction) -> tuple[list[Contradiction], list[Contradiction]]:
    """What one decision would touch, and what was dismissed near the pair: one query for both."""
    alone = pair.group is None or pair.group.waiting + pair.group.hidden <= 1
    same = Contradiction.objects.filter(pk=pair.pk) if alone else waiting_with(pair)
    near = pair_page.near_rows(pair)
    either = Q(pk__in=same.open().values("pk")[:MOST]) | Q(pk__in=near.values("pk"))
    told = Contradiction.objects.filter(either).select_related("first__claimant",
                                                               "second__claimant")  # fmt: skip
    found = list(told.defer("first__search", "second__search").order_by("pk"))
    put_aside = [row for row in found if row.state == ContradictionState.DISMISSED]
    put_aside.sort(key=lambda row: str(row.decided_at), reverse=True)
    return [row for row in found if row.state == ContradictionState.OPEN], put_aside


def _left(pair: Contradiction, touched: list[Contradiction]) -> int:
    """How many that say the same one decision does not reach."""
    return pair.group.waiting - MOST if pair.group is not None and len(touched) == MOST else 0


def _before(pair: Contradiction) -> str:
    group = pair.group
    known = group is not None and group.precedent_id != pair.pk
    return pair_queue.before_words(group) if known and group is not None else ""


def _named(name: str) -> Any:
    """The admin's decision: on all that say the same where the person chose that."""
    return lambda given: f"{name}-group" if given.get("scope") == "group" else name


def _mark(pair: Contradiction) -> dict[str, int]:
    """Which pairs were decided together, each with its row version."""
    return {str(one.pk): one.row_version for one in decided_with(pair)}


def _done(word: str) -> Any:
    def words(pair: Contradiction, mark: dict[str, int]) -> str:
        why = f" as {pair.get_dismissal_reason_display().lower()}" if pair.dismissal_reason else ""
        return f"{word}{why}." if len(mark) == 1 else f"{word}{why}, {len(mark)} pairs."

    return words


def _undo(pair: Contradiction, person: User, mark: dict[str, int]) -> None:
    seen = {int(pk): version for pk, version in mark.items()}
    group_decisions.reopen_group(pair, by=person, seen=seen, note=UNDONE)


QUEUE = ReviewQueue(
    name="contradictions",
    title="Contradictions",
    asks="Can both be true?",
    model=Contradiction,
    part="pair",
    rows=rows,
    one=one,
    show=show,
    order=Order(place, head, after),
    as_list="admin:claims_contradiction_queue",
    put_off=lambda pair: pair.group or pair,
    kinds=tuple((str(kind.value), str(kind.label)) for kind in Kind),
    acts={
        "confirm": Act(_named("confirm"), _done("Confirmed"), _mark, _undo),
        "dismiss": Act(_named("dismiss"), _done("Dismissed"), _mark, _undo),
    },
)
