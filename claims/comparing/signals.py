"""What speaks for and against two aligned texts excluding each other, as numbers.

All of it is the same whichever of the two texts is given first: an alignment knows a long and a
short text, and no other order.
"""

import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from pathlib import Path

from claims.comparing.alignment import FUNCTION_WORDS, Alignment, Words, figures, read, stem
from claims.comparing.slots import Slot, Swap, slots, swaps

DATA = Path(__file__).parent / "data"
NEGATIONS = frozenset(
    ["not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without", "cannot"]
) | {"n't", "n’t", "hardly", "barely", "nowhere"}
NEGATING_WORDS = """fail refuse deny lack absent unable prevent avoid stop unlikely reject halt
    decline dismiss cancel false fake hoax untrue wrong myth cease"""
NEGATING = frozenset(stem(word) for word in NEGATING_WORDS.split())
SCOPE = 4  # words that mean something which a negation reaches
SCOPE_OF_VERB = 3
QUANTITIES = {
    word: group
    for group, words in enumerate(
        (
            "all every everyone everybody each always both",
            "some someone several many most sometimes",
            "few",
            "none no nobody never",
            "any anyone",
            "only",
        )
    )
    for word in words.split()
}
ALL, ONLY = 0, 5
MEASURES = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|greater|better|worse|over|under|above|below"
    r"|at least|at most|up to)\b"
)
PREFIXES = ("un", "in", "im", "dis", "ir", "non", "il", "mis")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
SENTENCE = re.compile(r"(?<=[.!?…])\s")
FEW = 6  # words left over, up to which each is held against each of the other text

Signals = dict[str, float]


def parting_signals(aligned: Alignment, pairs: "WordPairs | None" = None) -> Signals:
    """Signals that two texts part, by name."""
    known = word_pairs() if pairs is None else pairs
    swapped, dropped, added = swaps(aligned.short, aligned.long)
    signals: Signals = {}
    signals |= _sizes(aligned)
    signals |= _negation(aligned)
    signals |= _words(aligned)
    signals |= _numbers(aligned)
    signals |= _names(aligned, swapped)
    signals |= _order(aligned)
    signals |= _changes(swapped, dropped, added)
    signals |= _known(aligned, swapped, known)
    signals |= _slots(aligned, known)
    return signals


def _sizes(aligned: Alignment) -> Signals:
    long, short = aligned.long, aligned.short
    whole = read(aligned.whole)
    return {
        "cover": aligned.cover,
        "cover_long": 1 - len(aligned.only_long) / max(1, len(long.content)),
        "cover_whole": whole_cover(aligned),
        "words_short": float(len(short.words)),
        "words_long": float(len(long.words)),
        "words_whole": float(len(whole.words)),
        "sentences": float(len(SENTENCE.split(aligned.whole))),
        "left_short": float(len(aligned.only_short)),
        "left_long": float(len(aligned.only_long)),
    }


def whole_cover(aligned: Alignment) -> float:
    """The share of the short text's words that stand anywhere in the long one."""
    content = aligned.short.content
    return len(content & read(aligned.whole).content) / max(1, len(content))


def _negation(aligned: Alignment) -> Signals:
    long, short = aligned.long, aligned.short
    counted = negations(short), negations(long)
    ours, theirs = negated(short), negated(long)
    odd = (counted[0] - counted[1]) % 2
    opposed = opposites(aligned) is not None
    return {
        "negated_short": min(counted[0], 3),
        "negated_long": min(counted[1], 3),
        "negated_whole": min(negations(read(aligned.whole)), 3),
        "negated_odd": odd,
        "negated_one": float((counted[0] > 0) != (counted[1] > 0)),
        "scope_clash": min(len(clashing(aligned)), 4),
        "scope_both": min(len(ours & theirs), 3),
        "scope_short": min(len(ours & long.content), 4),
        "scope_long": min(len(theirs & short.content), 4),
        "opposed": float(opposed),
        "opposed_odd": (opposed + odd) % 2,
    }


def negations(words: Words) -> int:
    """How many words of a text negate."""
    return sum(word.casefold() in NEGATIONS for word in words.words)


def negated(words: Words) -> set[str]:
    """Stems of the words that a negation just before reaches."""
    reached: set[str] = set()
    left = 0
    for word, its_stem in zip(words.words, words.stems, strict=True):
        folded = word.casefold()
        if folded in NEGATIONS:
            left = SCOPE
            continue
        if its_stem in NEGATING:
            left = max(left, SCOPE_OF_VERB)
        if left and folded not in FUNCTION_WORDS:
            reached.add(its_stem)
            left -= 1
    return reached


def clashing(aligned: Alignment) -> set[str]:
    """Stems that one text negates and the other has as they are."""
    long, short = aligned.long, aligned.short
    ours, theirs = negated(short), negated(long)
    return ((ours - theirs) & long.content) | ((theirs - ours) & short.content)


def _words(aligned: Alignment) -> Signals:
    long, short = aligned.long, aligned.short
    ours, theirs = _quantities(short), _quantities(long)
    measured = set(MEASURES.findall(short.text.lower())) ^ set(MEASURES.findall(long.text.lower()))
    return {
        "prefix": min(len(prefixed(aligned)), 2),
        "measures": float(len(measured)),
        "quantities": float(len(ours ^ theirs)),
        "only": (ONLY in ours) - float(ONLY in theirs),
        "all_short": float(ALL in ours),
        "all_long": float(ALL in theirs),
        "asks": float("?" in short.text) + ("?" in long.text),
    }


def prefixed(aligned: Alignment) -> list[tuple[str, str]]:
    """Words of which one is the other with "un", "in", "dis" before it."""
    sides = (
        (aligned.only_short, aligned.long.content),
        (aligned.only_long, aligned.short.content),
    )
    return [
        (word, word.removeprefix(prefix))
        for left_over, others in sides
        for word in sorted(left_over)
        for prefix in PREFIXES
        if len(word) > len(prefix) + 3 and word.startswith(prefix) and word[len(prefix) :] in others
    ]


def _quantities(words: Words) -> set[int]:
    return {QUANTITIES[w.casefold()] for w in words.words if w.casefold() in QUANTITIES}


def _numbers(aligned: Alignment) -> Signals:
    long, short = aligned.long.text, aligned.short.text
    ours, theirs = set(NUMBER.findall(short)), set(NUMBER.findall(long))
    everywhere = set(NUMBER.findall(aligned.whole))
    counted, others = figures(short), figures(long)
    apart = sum(not any(a.count.overlaps(b.count) for b in others) for a in counted)
    nouns = {figure.counted for figure in counted} & {figure.counted for figure in others}
    parted = any(
        not any(a.count.overlaps(b.count) for b in others if b.counted == a.counted)
        for a in counted
        if a.counted in nouns
    )
    return {
        "numbers_short": min(len(ours), 3),
        "numbers_new": min(len(ours - everywhere), 3),
        "numbers_new_long": min(len(theirs - ours), 3),
        "numbers_shared": min(len(ours & theirs), 3),
        "figures_short": min(len(counted), 3),
        "figures_long": min(len(others), 3),
        "figures_apart": apart / len(counted) if counted and others else 0.0,
        "figures_of_one_noun": float(parted),
    }


def _names(aligned: Alignment, swapped: list[Swap]) -> Signals:
    ours = aligned.only_short & aligned.short.names
    theirs = aligned.only_long & aligned.long.names
    upper = any(
        any(word[0].isupper() for word in swap.ours)
        and any(word[0].isupper() for word in swap.theirs)
        for swap in swapped
    )
    return {
        "names_short": min(len(ours), 3),
        "names_long": min(len(theirs), 3),
        "names_both": float(bool(ours and theirs)),
        "names_new": min(len(aligned.short.names - read(aligned.whole).content), 3),
        "names_shared": min(len(aligned.short.names & aligned.long.names), 3),
        "names_swapped": float(upper),
    }


def _order(aligned: Alignment) -> Signals:
    """How far the words that both have stand in one order ("A beat B", "B beat A")."""
    ours, theirs = aligned.short.stems, aligned.long.stems
    shared = (Counter(ours) & Counter(theirs)).total()
    mine = set(ours)
    kept = in_order(ours, [word for word in theirs if word in mine])
    return {
        "order": kept / max(1, shared),
        "order_short": kept / max(1, len(ours)),
        "order_long": kept / max(1, len(theirs)),
        "disorder": min(shared - kept, 5),
    }


def in_order(ours: tuple[str, ...], theirs: list[str]) -> int:
    """How many words of one list stand in the same order in the other.

    Hunt and Szymanski's way: the longest increasing run of the places where words meet.
    """
    places: dict[str, list[int]] = {}
    for at in range(len(theirs) - 1, -1, -1):
        places.setdefault(theirs[at], []).append(at)
    ends: list[int] = []
    for word in ours:
        for at in places.get(word, ()):
            where = bisect_left(ends, at)
            ends[where : where + 1] = [at]
    return len(ends)


def _changes(swapped: list[Swap], dropped: list[int], added: list[int]) -> Signals:
    single = sum(len(swap.ours) == 1 == len(swap.theirs) for swap in swapped)
    return {
        "swaps": min(len(swapped), 5),
        "swaps_single": min(single, 3),
        "dropped": min(len(dropped), 5),
        "added": min(len(added), 5),
        "dropped_words": min(sum(dropped), 8),
        "added_words": min(sum(added), 8),
    }


def _known(aligned: Alignment, swapped: list[Swap], known: "WordPairs") -> Signals:
    in_place = sorted(known.weigh("swap", swapped_pairs(swapped)))
    anywhere = sorted(known.weigh("cross", crossed_pairs(aligned) - swapped_pairs(swapped)))
    return {
        "swap_most": in_place[-1] if in_place else 0.0,
        "swap_least": in_place[0] if in_place else 0.0,
        "swap_sum": sum(in_place),
        "cross_most": anywhere[-1] if anywhere else 0.0,
        "cross_least": anywhere[0] if anywhere else 0.0,
        "cross_sum": sum(anywhere),
        "cross_top": sum(anywhere[-3:]),
    }


def _slots(aligned: Alignment, known: "WordPairs") -> Signals:
    found: list[Slot] = slots(aligned.short, read(aligned.whole))
    pairs = {_pair(stem(slot.ours), stem(slot.theirs)) for slot in found}
    return {
        "slot": max((slot.fit for slot in found), default=0.0),
        "slot_count": min(len(found), 3),
        "slot_names": float(any(s.ours[0].isupper() and s.theirs[0].isupper() for s in found)),
        "slot_alone": float(bool(found) and len(aligned.only_short) <= 1),
        "slot_known": max(known.weigh("swap", pairs), default=0.0),
    }


class WordPairs:
    """How much more often than others two words part texts where one stands in the other's place.

    Each weight is a logarithm of odds, learnt from labelled pairs ("swap": at one place of both
    texts; "cross": left over in either).
    """

    def __init__(self, weights: dict[str, dict[tuple[str, str], float]]) -> None:
        self.weights = weights

    def weigh(self, kind: str, pairs: set[tuple[str, str]]) -> list[float]:
        """The weight of each pair, 0 for one that was never seen."""
        table = self.weights.get(kind, {})
        return [table.get(pair, 0.0) for pair in pairs]


@cache
def word_pairs() -> WordPairs:
    """The pairs as shipped."""
    weights: dict[str, dict[tuple[str, str], float]] = {}
    with (DATA / "word_pairs.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            kind, one, other, weight = line.rstrip("\n").split("\t")
            weights.setdefault(kind, {})[one, other] = int(weight) / 10
    return WordPairs(weights)


def swapped_pairs(swapped: list[Swap]) -> set[tuple[str, str]]:
    """Stems that stand in each other's place."""
    return {
        _pair(one, other)
        for swap in swapped
        for one in swap.our_stems
        for other in swap.their_stems
        if one != other
    }


def crossed_pairs(aligned: Alignment) -> set[tuple[str, str]]:
    """Each word left over in the short text with each of the long one, where they are few."""
    ours = aligned.short.content - aligned.long.content
    if len(ours) > FEW:
        return set()
    theirs = aligned.long.content - aligned.short.content
    return {_pair(one, other) for one in ours for other in theirs}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def opposites(aligned: Alignment) -> tuple[str, str] | None:
    """A word left over on one side and one on the other that exclude each other."""
    sides = opposite_sides()
    theirs = set(aligned.short.stems) - set(aligned.long.stems)
    for word in sorted(set(aligned.long.stems) - set(aligned.short.stems)):
        for group, side in sides.get(word, ()):
            for other in sorted(theirs):
                if any(g == group and s != side for g, s in sides.get(other, ())):
                    return word, other
    return None


@cache
def opposite_sides() -> dict[str, list[tuple[int, int]]]:
    """For each stem the groups of words it is in, and on which side of each."""
    table: dict[str, list[tuple[int, int]]] = {}
    lines = (DATA / "opposites.txt").read_text(encoding="utf-8").splitlines()
    for group, line in enumerate(line for line in lines if line and not line.startswith("#")):
        for side, listed in enumerate(line.split("|")):
            for word in listed.split():
                table.setdefault(stem(word), []).append((group, side))
    return table
