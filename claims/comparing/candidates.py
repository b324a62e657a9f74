"""Which pairs are worth comparing: those an index finds, never all with all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from claims.choices import Topic
from claims.comparing.bridges import BRIDGES, bridge_between
from claims.values import Statement

Pair = tuple[Statement, Statement]


def candidates(statements: Iterable[Statement]) -> Iterator[Pair]:
    """Each pair once that shares a dispute of an event, or that a bridge joins across disputes.

    The order follows the statements' own. Claims without a dispute meet nothing.
    """
    by_dispute: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    by_event: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.dispute:
            by_dispute[statement.event, statement.dispute].append(statement)
            by_event[statement.event].append(statement)
    for group in by_dispute.values():
        yield from combinations(group, 2)
    for group in by_event.values():
        yield from _across(group)


def _across(statements: list[Statement]) -> Iterator[Pair]:
    """Pairs of one event that meet on a bridge between two disputes."""
    by_topic: dict[Topic, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_topic[statement.topic].append(statement)
    for one, other in combinations(_bridged(by_topic), 2):
        if not any(bridge.across and {one, other} <= bridge.topics for bridge in BRIDGES):
            continue
        for left in by_topic[one]:
            for right in by_topic[other]:
                if left.dispute != right.dispute and bridge_between(left, right):
                    yield left, right


def _bridged(topics: Iterable[Topic]) -> list[Topic]:
    reached = frozenset().union(*(bridge.topics for bridge in BRIDGES if bridge.across))
    return [topic for topic in topics if topic in reached]
