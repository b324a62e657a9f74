"""What an article says in its own words, beside all that it has others say."""

from collections.abc import Iterator

from claims.reading.clauses import Proposition
from claims.reading.frames import Range
from claims.reading.grammar import is_in
from claims.reading.splitting import split
from claims.reading.text import Sentence
from claims.reading.topics import Answered

MIN_FREE_WORDS = 4
# What an article may say in its own words and still be worth a claim without a claimant.
WORTH = frozenset({"casualties", "measure", "tie", "evacuation", "arrest", "outcome", "control"})


def stands_alone(p: Proposition, rule: str, answers: list[Answered]) -> bool:
    """Whether what a rule read in the article's own words is worth a claim without a claimant."""
    return rule in WORTH or (rule == "damage" and _is_done(p, answers))


def _is_done(p: Proposition, answers: list[Answered]) -> bool:
    """As in "the roof was torn off": what became of a thing, told by the main verb."""
    told = any(a.answer.value in {"damaged", "destroyed", "intact"} for a in answers)
    return told and not {"was", "were", "been"}.isdisjoint(p.lowers)


def clauses_of(sentence: Sentence, stretch: Range, frame: str) -> Iterator[Proposition]:
    """The clauses of a stretch, each as a proposition of the frame; "" is the outlet's own."""
    for first, last in split(sentence, _past_contrast(sentence, stretch), nominal=False):
        yield Proposition(sentence, first, last, (first, last), frame=frame)


def _past_contrast(sentence: Sentence, stretch: Range) -> Range:
    """A stretch without the ", while" that sets it against what is said before it."""
    first, last = stretch
    while first + 1 < last and sentence.tokens[first].text == ",":
        first += 1
    parts = first > 0 and is_in(sentence.tokens[first], "contrast")
    return first + parts, last


def free_stretches(size: int, taken: list[Range]) -> Iterator[Range]:
    """The stretches of a sentence that no attribution covers."""
    at = 0
    for first, last in sorted(taken):
        if first - at >= MIN_FREE_WORDS:
            yield at, first
        at = max(at, last)
    if size - at >= MIN_FREE_WORDS:
        yield at, size
