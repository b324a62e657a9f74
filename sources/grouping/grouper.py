"""Articles as they arrive, each put with those that tell of the same event.

A new text brings together the groups it may belong to, and only these are grouped anew, the
surest pairs first. So what was joined on little evidence comes apart when there is more.
"""

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import combinations

from sources.grouping.evidence import Group, Text, compare, join
from sources.grouping.pairs import Pair, Pairs
from sources.grouping.profiles import profile
from sources.grouping.vectors import Frequencies, Index

# Below this two texts have no more in common than any two in the news.
RELATED = 0.15
LINKED = 0.12
# So many texts are grouped anew at most; of a larger group those most like the new text.
REGROUPED = 48
# At first sight a text goes with that one of the likest before it for which most speaks, if the
# odds are good: two texts alone are little evidence.
LIKEST = 15
AT_FIRST_SIGHT = 3.0


class Grouper:
    """Groups of texts by their numbers, 0 for the first that came."""

    def __init__(self) -> None:
        self.first_sight: list[int] = []
        self._texts: list[Text] = []
        self._frequencies = Frequencies()
        self._index = Index()
        self._pairs: list[dict[int, Pair]] = []
        self._group_of: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}

    def add(self, title: str, text: str) -> int:
        """Take in the next text, and give its number."""
        number = len(self._texts)
        seen = profile(title, text)
        vector = self._frequencies.vector(seen)
        self._texts.append(Text(seen, vector))
        self._pairs.append({})
        near = {one: self.pair(one, number).likeness for one in self._index.near(vector)}
        self._index.add(number, vector)
        self.first_sight.append(self._at_first_sight(number, near))
        self._group_of[number] = number
        self._members[number] = [number]
        self._regroup(number, near)
        return number

    def pair(self, one: int, other: int) -> Pair:
        """Two texts side by side; found once for each pair that is asked for."""
        known, earlier = self._pairs[max(one, other)], min(one, other)
        if earlier not in known:
            known[earlier] = self._texts[one].beside(self._texts[other])
        return known[earlier]

    def groups(self) -> list[list[int]]:
        """The groups as they are now, each by its first text."""
        return sorted(sorted(members) for members in self._members.values())

    def _at_first_sight(self, number: int, near: dict[int, float]) -> int:
        likest = sorted(near, key=lambda one: (-near[one], one))[:LIKEST]
        own = Group.of(number, self._texts[number])
        found = [(self._odds(own, one), -one) for one in likest]
        odds, best = max(found, default=(0.0, 0))
        return self.first_sight[-best] if odds >= AT_FIRST_SIGHT else number

    def _odds(self, own: Group, other: int) -> float:
        return compare(own, Group.of(other, self._texts[other]), self.pair).score

    def _regroup(self, number: int, near: dict[int, float]) -> None:
        touched = {self._group_of[one] for one, alike in near.items() if alike >= RELATED}
        members = [one for group in touched for one in self._members[group]]
        members.sort(key=lambda one: (-self.pair(one, number).likeness, one))
        taken = [*members[: REGROUPED - 1], number]
        alone = [Group.of(one, self._texts[one]) for one in sorted(taken)]
        new = [list(group.members) for group in agglomerate(alone, self.pair)]
        for one in members[REGROUPED - 1 :]:
            self._follow(one, taken, new)
        for group in touched:
            del self._members[group]
        self._members.pop(number, None)
        for texts in new:
            name = min(texts)
            self._members[name] = texts
            self._group_of.update(dict.fromkeys(texts, name))

    def _follow(self, one: int, taken: list[int], new: list[list[int]]) -> None:
        """A text that was not looked at stays with most of those it was with."""
        was_with = {other for other in taken if self._group_of[other] == self._group_of[one]}
        kept = max(new, key=lambda group: (len(was_with.intersection(group)), -min(group)))
        kept.append(one)


def agglomerate(groups: Iterable[Group], pairs: Pairs) -> list[Group]:
    """Join the surest two again and again, until no two are likely one event."""
    left = dict(enumerate(groups))
    waiting: list[tuple[float, int, int]] = []

    def weigh(one: int, other: int) -> None:
        found = _score(left[one], left[other], pairs)
        if found > 0:
            heappush(waiting, (-found, one, other))

    for one, other in combinations(left, 2):
        weigh(one, other)
    added = len(left)
    while waiting:
        _, one, other = heappop(waiting)
        if one not in left or other not in left:
            continue
        both = join(left.pop(one), left.pop(other), pairs)
        left[added] = both
        for another in [name for name in left if name != added]:
            weigh(another, added)
        added += 1
    return list(left.values())


def _score(left: Group, right: Group, pairs: Pairs) -> float:
    """The log-odds of one event; below 0 when no text of one is like a text of the other."""
    linked = any(pairs(a, b).likeness >= LINKED for a in left.members for b in right.members)
    return compare(left, right, pairs).score if linked else -1.0
