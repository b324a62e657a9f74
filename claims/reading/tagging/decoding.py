"""From how likely each role is at each token to the content and the speaker of a cue.

Not the likeliest sequence is taken but the stretches with the greatest expected gain, as half of
the right words are worth more than none: a token counts for a stretch by how far its probability
stands above a price.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.reading.tagging.chain import Four
from claims.reading.tagging.prepared import CONTENT, CUE, SPEAKER, Prepared

Range = tuple[int, int]
# Found on articles that were not trained on; the figures change little around them.
PRICE = 0.35
LOW_PRICE = 0.1  # where nothing is worth the price something is said all the same
SPEAKER_PRICE = 0.2
LOW_SPEAKER_PRICE = 0.07
OTHER_SIDE = 0.5  # mean probability from which content stands on both sides of its cue
CUE_WORD = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution: its cue's head, how likely that heads one, and its tokens.

    ``number`` is that of its sentence; ``content`` has one or two ranges, in order, or none.
    """

    prepared: Prepared
    number: int
    at: int
    chance: float
    roles: tuple[Four, ...]
    content: tuple[Range, ...]
    speaker: Range | None

    @property
    def said(self) -> frozenset[int]:
        """The tokens of the content."""
        return frozenset(k for span in self.content for k in range(*span))


def decode(
    prepared: Prepared, number: int, at: int, chance: float, roles: Sequence[Four]
) -> Candidate:
    """The candidate that the probabilities of the roles make likeliest."""
    content = _content(prepared, at, [role[CONTENT] for role in roles])
    speaker = _speaker(at, [role[SPEAKER] for role in roles])
    if speaker is not None and any(a < speaker[1] and speaker[0] < b for a, b in content):
        speaker = _outside(speaker, content)
    return Candidate(prepared, number, at, chance, tuple(roles), content, speaker)


def _content(prepared: Prepared, at: int, likely: list[float]) -> tuple[Range, ...]:
    lengths = [token.end - token.start for token in prepared.tokens]
    for price in (PRICE, LOW_PRICE):
        left = best_run(likely, lengths, price, (0, at))
        right = best_run(likely, lengths, price, (at + 1, prepared.size))
        if max(left[0], right[0]) > 0:
            break
    else:
        return ()
    main, other = (left, right) if left[0] >= right[0] else (right, left)
    ranges = [main[1]]
    if price == PRICE and other[0] > 0:
        first, last = other[1]
        if sum(likely[first:last]) / (last - first) > OTHER_SIDE:
            ranges.append(other[1])
    return tuple(sorted(ranges))


def _speaker(at: int, likely: list[float]) -> Range | None:
    ones = [1] * len(likely)
    for price in (SPEAKER_PRICE, LOW_SPEAKER_PRICE):
        sides = ((0, at), (at + 1, len(likely)))
        gain, found = max(best_run(likely, ones, price, side) for side in sides)
        if gain > 0:
            return found
    return None


def _outside(speaker: Range, content: Sequence[Range]) -> Range | None:
    """The first stretch of a speaker's tokens that the content leaves free."""
    free = [k for k in range(*speaker) if not any(a <= k < b for a, b in content)]
    if not free:
        return None
    last = next((k for k in free if k + 1 not in free), free[-1])
    return free[0], last + 1


def best_run(
    likely: Sequence[float], lengths: Sequence[int], price: float, within: Range
) -> tuple[float, Range]:
    """The stretch with the greatest gain (Kadane), and its gain; nothing gained is (0, (0, 0))."""
    best = (0.0, (0, 0))
    gain, start = 0.0, within[0]
    for at in range(*within):
        if gain <= 0:
            gain, start = 0.0, at
        gain += (likely[at] - price) * lengths[at]
        if gain > best[0]:
            best = (gain, (start, at + 1))
    return best


def cue_range(candidate: Candidate) -> Range:
    """The tokens of the cue: its head, and what beside it likely belongs to it."""
    roles = candidate.roles
    first, last = candidate.at, candidate.at + 1
    while first and roles[first - 1][CUE] > CUE_WORD:
        first -= 1
    while last < len(roles) and roles[last][CUE] > CUE_WORD:
        last += 1
    return first, last
