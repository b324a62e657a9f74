"""What an article says in its own words, beside all that it has others say."""

from collections.abc import Iterator

from claims.reading.clauses import Proposition
from claims.reading.frames import Range
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, phrases, verb_forms, words
from claims.reading.quantities import YEARS
from claims.reading.splitting import split
from claims.reading.text import Sentence
from claims.reading.topics import Answered
from claims.reading.topics.common import has
from claims.reading.topics.predicates import head_of, opens_with, predicate_of

MIN_FREE_WORDS = 4
# What an article may say in its own words and still be worth a claim without a claimant.
WORTH = frozenset({"casualties", "measure", "tie", "evacuation", "arrest", "outcome", "control"})
# The same where the sentence tells of the event: neither of another year nor of what is usual.
WORTH_AS_NEWS = frozenset({"befallen", "closure", "told-to-go"})
COUNTED = frozenset(
    {"crowd", "turnout", "level:water", "level:water-change", "rescued", "displaced", "on-board"}
)

WRECKING = frozenset({"damage", "destroy", "gut", "wreck", "raze", "devastate", "demolish"})


def stands_alone(p: Proposition, rule: str, answers: list[Answered]) -> bool:
    """Whether what a rule read in the article's own words is worth a claim without a claimant."""
    if rule in WORTH or (rule == "damage" and _is_done(p, answers)):
        return True
    if rule == "cause":
        return _is_cause_told(p) and _is_news(p)
    if rule == "damage":
        return _is_harm_told(p, answers) and _is_news(p)
    counted = rule == "figure" and any(a.question and a.question.key in COUNTED for a in answers)
    return (counted or rule in WORTH_AS_NEWS) and _is_news(p)


def _is_done(p: Proposition, answers: list[Answered]) -> bool:
    """As in "the roof was torn off": what became of a thing, told by the main verb."""
    told = any(a.answer.value in {"damaged", "destroyed", "intact"} for a in answers)
    return told and not {"was", "were", "been"}.isdisjoint(p.lowers)


def _is_harm_told(p: Proposition, answers: list[Answered]) -> bool:
    """As in "the blaze destroyed 11 cars", "two towns are under water", "four homes were hit"."""
    counted = any(a.answer.count is not None for a in answers)
    forms = verb_forms("topics", "damage")
    told = predicate_of(p)
    if told is None:  # "It gutted a shop / and damaged six homes"
        return counted and p.tokens[0].lower in forms
    if told.open:
        return False
    head = p.sentence.lowers(*head_of(p, told.subject))[-1:]
    base = forms.get(p.sentence.tokens[told.at].lower, "")
    force = not words("topics", "forces of harm").isdisjoint(head)
    if told.be:
        state = opens_with(p, told.at, phrases("topics", "befallen states")) > 0
        past = not {"was", "were", "been"}.isdisjoint(p.lowers)
        return state or (bool(base) and counted and past)
    wrecks = counted or base in WRECKING
    return bool(base) and (force or (wrecks and head == ["it"]))


def _is_cause_told(p: Proposition) -> bool:
    """Whether a clause tells the event's cause: not what may be, nor what always is so."""
    told = predicate_of(p)
    if told is None or told.open or not (has(p, "cause links") or has(p, "causing")):
        return False
    return {"is", "are"}.isdisjoint(p.sentence.lowers(told.subject[1], told.at))


def _is_news(p: Proposition) -> bool:
    """Whether the sentence tells of the event: no other year, no habit, no mere "when it burst"."""
    if is_in(p.sentence.tokens[p.first], "lead-ups"):
        return False
    lowers = p.sentence.lowers(0, len(p.sentence.tokens))
    if any(word.isdecimal() and int(word) in YEARS for word in lowers if len(word) == len("1978")):
        return False
    background = phrases("quantities", "background")
    return not (contains(lowers, background) or contains(lowers, phrases("topics", "habit")))


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
