"""Groups of pairs that say the same thing, kept by whoever changes a pair in its transaction.

Five ministries deny what an agency asserts: five pairs, one row to triage. A group is known by its
event, what the pairs part over and the two answers, never by the claims that give them.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.db.models import (
    BooleanField,
    Case,
    Exists,
    Expression,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    When,
)
from django.db.models.functions import Coalesce

from claims.choices import ContradictionState, Stance
from claims.models import Claim, Contradiction, ContradictionGroup, Quote, Threshold
from claims.ranking import Standing, rank
from claims.statements import answer_of
from claims.values import Answer, Count
from events.directory import fold

DECIDED = (ContradictionState.CONFIRMED, ContradictionState.DISMISSED)
SAYS = {Stance.CONFIRMS: Stance.ASSERTS}  # who confirms a thing takes the position of who asserts
COMPUTED = (
    "pk", "waiting", "hidden", "score", "claimants", "origins", "fresh_at", "oldest_at", "rank",
    "lead_id", "precedent_id",
)  # fmt: skip
# One statement for any number of rows: ``bulk_update`` costs milliseconds a row.
UPDATE = """
UPDATE claims_contradictiongroup AS row
SET waiting = new.waiting, hidden = new.hidden, score = new.score, claimants = new.claimants,
    origins = new.origins, fresh_at = new.fresh_at, oldest_at = new.oldest_at, rank = new.rank,
    lead_id = new.lead_id, precedent_id = new.precedent_id
FROM unnest(
    %s::bigint[], %s::integer[], %s::integer[], %s::float8[], %s::integer[], %s::integer[],
    %s::timestamptz[], %s::timestamptz[], %s::float8[], %s::bigint[], %s::bigint[]
) AS new (
    pk, waiting, hidden, score, claimants, origins, fresh_at, oldest_at, rank, lead_id,
    precedent_id
)
WHERE row.id = new.pk
"""
BATCH = 500  # groups refreshed at once
LOCK = 0x7468726573686F6C  # "threshol"; any number that nobody else locks

Parting = tuple[str, str]  # kind and severity


def position(claim: Claim) -> list[Any]:
    """What the claim answers to which question; the same for all who give that answer.

    A claim without a typed answer has its words, case, accents and marks apart. Its question and
    the actors of its answer come loaded.
    """
    answer = answer_of(claim)
    denies = claim.stance == Stance.DENIES or answer.denied
    stance = Stance.DENIES if denies else SAYS.get(Stance(claim.stance), claim.stance)
    question = claim.question
    asked = [question.dispute_key, question.key] if question is not None else [claim.topic]
    typed = answer if answer != Answer(denied=answer.denied) else None
    return [asked, stance, _typed(typed) if typed else fold(claim.statement)]


def key_of(parting: Parting, first: Claim, second: Claim) -> str:
    """The key of the group to which a pair of these claims belongs, in either order."""
    sides = sorted(json.dumps(position(claim), sort_keys=True) for claim in (first, second))
    return hashlib.sha256("\n".join([*parting, *sides]).encode()).hexdigest()


def groups_for(event_id: int, wanted: Mapping[str, Parting]) -> dict[str, int]:
    """The ids of the event's groups with these keys, made where missing: at most three queries."""
    if not wanted:
        return {}
    rows = ContradictionGroup.objects.filter(event=event_id, key__in=wanted).order_by()
    known = dict(rows.values_list("key", "pk"))
    if missing := sorted(wanted.keys() - known.keys()):
        new = (
            ContradictionGroup(event_id=event_id, key=key, kind=wanted[key][0],
                               severity=wanted[key][1])
            for key in missing
        )  # fmt: skip
        ContradictionGroup.objects.bulk_create(new, ignore_conflicts=True)
        known = dict(rows.all().values_list("key", "pk"))
    return known


@transaction.atomic
def place(pairs: Iterable[Contradiction]) -> None:
    """Put pairs into the groups of their sides as they now stand, and refresh these.

    For pairs that a person made, or that were moved to other claims.
    """
    found = Contradiction.objects.filter(pk__in=[pair.pk for pair in pairs]).order_by("pk")
    rows = list(found.select_related("first__question", "second__question")
                .prefetch_related("first__answer_actors", "second__answer_actors"))  # fmt: skip
    touched: set[int | None] = set()
    for event in sorted({row.event_id for row in rows}):
        own = {row: key_of((row.kind, row.severity), row.first, row.second)
               for row in rows if row.event_id == event}  # fmt: skip
        ids = groups_for(event, {key: (row.kind, row.severity) for row, key in own.items()})
        touched |= move({row: ids[key] for row, key in own.items()})
    refresh(touched)


def move(groups: Mapping[Contradiction, int]) -> set[int | None]:
    """Let the pairs belong to these groups. Returns all groups that a pair is in, or has left."""
    touched: set[int | None] = set(groups.values())
    for pair, group in groups.items():
        if pair.group_id != group:
            touched.add(pair.group_id)
            pair.group_id = group
            pair.save(update_fields=["group"])
    return touched


@transaction.atomic
def place_missing(limit: int = BATCH) -> int:
    """Put pairs that are in no group yet into theirs, some at a time. Returns how many.

    An upgrade leaves such pairs; two workers at once share them. What waits for an editor comes
    first: without a group it is not in the queue.
    """
    decided = Case(When(state=ContradictionState.OPEN, then=0), default=1)
    pairs = Contradiction.objects.filter(group=None).order_by(decided, "pk")
    rows = list(pairs.select_for_update(of=("self",), skip_locked=True)[:limit])
    place(rows)
    return len(rows)


@dataclass(slots=True)
class _Open:
    """The open pairs of one group, in the order of their ids."""

    severity: str
    waiting: list[dict[str, Any]] = field(default_factory=list)
    hidden: list[dict[str, Any]] = field(default_factory=list)

    @property
    def shown(self) -> list[dict[str, Any]]:
        """Those that speak for the group: what waits, else what is hidden."""
        return self.waiting or self.hidden


def refresh(groups: Iterable[int | None]) -> None:
    """Compute anew what the groups' pairs come to: six queries, whatever their number.

    The groups are locked first, so of two transactions that change pairs of one group the second
    counts what the first has done. Call it where pairs are changed no more.
    """
    ids = sorted({pk for pk in groups if pk is not None})
    if not ids:
        return
    hold_thresholds()
    rows = ContradictionGroup.objects.filter(pk__in=ids).order_by("pk")
    # Whoever has just put a pair into a group holds its key, and refreshes it in the next moment.
    locked = list(rows.select_for_update(no_key=True))
    found = _open_pairs(locked)
    origins = _origins({pk for one in found.values() for pair in one.shown for pk in _ids(pair)})
    last = _decided(ids)
    for group in locked:
        _compute(group, found[group.pk], origins)
        group.precedent_id = last.get(group.pk)
    _write(locked)


def refresh_all(groups: Iterable[int]) -> None:
    """Refresh any number of groups, some at a time."""
    ids = sorted(groups)
    for start in range(0, len(ids), BATCH):
        refresh(ids[start : start + BATCH])


def hold_thresholds(*, to_change: bool = False) -> None:
    """Let no threshold change until the transaction's end; or wait to change one oneself.

    Else a pair that comes while a threshold is raised would be weighed by the old one for good.
    """
    name = "pg_advisory_xact_lock" if to_change else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name}(%s)", [LOCK])


def standing_of(group: ContradictionGroup) -> Standing | None:
    """What the group's rank is made of; None where nothing is open."""
    if group.fresh_at is None:
        return None
    pairs = group.waiting or group.hidden
    return Standing(
        group.severity, group.score, group.claimants, group.origins, pairs, group.fresh_at
    )


def kept_out() -> Expression:
    """For a query set of pairs: whether the threshold of its kind keeps a find out of the queue.

    What a person flagged is never kept out.
    """
    higher = Threshold.objects.filter(kind=OuterRef("kind"), score__gt=OuterRef("score"))
    return ExpressionWrapper(Exists(higher) & ~Q(detector=""), BooleanField())


def _write(groups: Iterable[ContradictionGroup]) -> None:
    rows = [[getattr(group, name) for name in COMPUTED] for group in groups]
    with connection.cursor() as cursor:
        cursor.execute(UPDATE, [list(column) for column in zip(*rows, strict=True)])


def _open_pairs(groups: Iterable[ContradictionGroup]) -> dict[int, _Open]:
    found = {group.pk: _Open(group.severity) for group in groups}
    pairs = Contradiction.objects.filter(group__in=found, state=ContradictionState.OPEN)
    told = pairs.annotate(out=kept_out(), came_at=Coalesce("returned_at", "created_at"))
    for pair in told.order_by("pk").values(
        "pk", "group_id", "score", "out", "came_at", "first_id", "second_id",
        one=F("first__claimant"), one_text=F("first__claimant_text"),
        other=F("second__claimant"), other_text=F("second__claimant_text"),
    ):  # fmt: skip
        own = found[pair["group_id"]]
        (own.hidden if pair["out"] else own.waiting).append({**pair})
    return found


def _origins(claims: Collection[int]) -> dict[int, set[Any]]:
    """The independent reports in which each claim is quoted: an origin, or an article alone."""
    found: dict[int, set[Any]] = defaultdict(set)
    rows = Quote.objects.filter(claim__in=claims).order_by() if claims else Quote.objects.none()
    for claim, article, origin in rows.values_list(
        "claim", "version__article", "version__article__origin"
    ).distinct():
        found[claim].add(origin or f"article {article}")
    return found


def _decided(groups: list[int]) -> dict[int, int]:
    """The pair of each group that was decided last."""
    rows = Contradiction.objects.filter(group__in=groups, state__in=DECIDED)
    latest = rows.order_by("group", "-decided_at", "-pk").distinct("group")
    return dict(latest.values_list("group", "pk"))


def _compute(group: ContradictionGroup, found: _Open, origins: Mapping[int, set[Any]]) -> None:
    group.waiting, group.hidden = len(found.waiting), len(found.hidden)
    pairs = found.shown
    best = max(pairs, key=lambda pair: pair["score"], default=None)
    group.lead_id = best["pk"] if best else None
    group.score = best["score"] if best else 0.0
    voices = {voice for pair in pairs for voice in _voices(pair)}
    reports = {report for pair in pairs for pk in _ids(pair) for report in origins.get(pk, ())}
    group.claimants, group.origins = len(voices), len(reports)
    came = [pair["came_at"] for pair in pairs]
    group.fresh_at, group.oldest_at = (max(came), min(came)) if came else (None, None)
    standing = standing_of(group)
    # A group with nothing open keeps its place, from which an editor goes on to the next.
    group.rank = rank(standing) if standing else group.rank


def _ids(pair: Mapping[str, Any]) -> tuple[int, int]:
    return pair["first_id"], pair["second_id"]


def _voices(pair: Mapping[str, Any]) -> set[Any]:
    """Who speaks on either side; a claimant that the article does not name is nobody."""
    sides = ((pair["one"], pair["one_text"]), (pair["other"], pair["other_text"]))
    return {actor or fold(text) for actor, text in sides if actor or text}


def _typed(answer: Answer) -> list[Any]:
    return [
        sorted(answer.actors),
        answer.rung,
        _interval(answer.count) if answer.count else None,
        *(fold(text) for text in (answer.measure, answer.population, answer.place)),
        answer.basis,
        *(fold(text) for text in (answer.value, answer.object)),
    ]


def _interval(count: Count) -> list[Any]:
    return [count.first, count.last, count.approximate, count.vague, count.unit]
