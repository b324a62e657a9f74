"""Which pairs are worth comparing: those an index finds, never all with all."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from claims.comparing import plain_text
from claims.comparing.asked_joins import questions_join
from claims.comparing.bridges import bridge_between, is_account_rejection
from claims.comparing.reach import reach_of
from claims.values import Statement

Pair = tuple[Statement, Statement]
Places = dict[tuple[str, str], list[int]]


@dataclass(slots=True)
class _Index:
    """Where statements stand in a list, by what a reach is made of."""

    disputes: Places = field(default_factory=lambda: defaultdict(list))
    topics: Places = field(default_factory=lambda: defaultdict(list))
    rejections: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: Places = field(default_factory=lambda: defaultdict(list))
    asked: Places = field(default_factory=lambda: defaultdict(list))

    def add(self, number: int, statement: Statement) -> None:
        """Note one statement."""
        if statement.dispute:
            self.disputes[statement.event, statement.dispute].append(number)
            self.topics[statement.event, statement.topic].append(number)
        if is_account_rejection(statement):
            self.rejections[statement.event].append(number)
        if statement.asked:
            self.asked[statement.event, statement.asked.question].append(number)
        for word in plain_text.keys(statement):
            self.words[statement.event, word].append(number)

    def around(self, statement: Statement) -> list[int]:
        """Those within reach of a statement, itself included, in order."""
        reach = reach_of(statement)
        found: set[int] = set()
        for dispute in reach.disputes:
            found.update(self.disputes.get((statement.event, dispute), ()))
        for topic in reach.topics:
            found.update(self.topics.get((statement.event, topic), ()))
        if reach.rejections:
            found.update(self.rejections.get(statement.event, ()))
        if statement.asked:
            found.update(self.asked[statement.event, statement.asked.question])
        shared = Counter(
            place for word in reach.words for place in self.words.get((statement.event, word), ())
        )
        found.update(place for place, times in shared.items() if times >= plain_text.SHARED)
        return sorted(found)


def candidates(
    statements: Iterable[Statement], *, new: Collection[str] | None = None
) -> Iterator[Pair]:
    """Each pair once that shares a dispute of an event, or that a bridge joins across disputes.

    With ``new`` (ids) only pairs with at least one of these. The order follows the statements'
    own. Claims whose answer is not typed meet where they share words.
    """
    keyed = list(statements)
    index = _Index()
    for number, statement in enumerate(keyed):
        index.add(number, statement)
    seen: set[tuple[int, int]] = set()
    for number, statement in enumerate(keyed):
        if new is not None and statement.id not in new:
            continue
        for other in index.around(statement):
            places = (min(number, other), max(number, other))
            if number == other or places in seen:
                continue
            seen.add(places)
            left, right = (keyed[place] for place in places)
            if _meet(left, right):
                yield left, right


def _meet(left: Statement, right: Statement) -> bool:
    if left.dispute and left.dispute == right.dispute:
        return True
    if questions_join(left, right) or bridge_between(left, right):
        return True
    return plain_text.words_meet(left, right)
