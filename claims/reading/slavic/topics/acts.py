"""Which act a clause speaks of: the event's own, or one that English asks about by itself.

The kinds are those of English (``en/topics.txt``), found by the English noun that stands as a
label before the Ukrainian or Russian words.
"""

from collections.abc import Sequence

from claims.reading.lexicon import words
from claims.reading.slavic.clauses import Clause
from claims.reading.slavic.lines import Line
from claims.reading.topics.acts import KINDS, OWN_KINDS, SHELLING, Act, asked_of
from claims.values import QuestionSlot

LEAD = 2  # sentences that tell what an article is about


def lead_act(lines: Sequence[Line]) -> Act:
    """The act that an article is about, by its first sentences."""
    opening = lines[:LEAD]
    labels = [label for line in opening for label in _labels(line, 0, len(line.tokens))]
    named = words("topics", "named acts")
    kind = _kind(labels) or ""
    noun = kind or next((label for label in labels if label in named), "")
    if set(labels) & words("topics", "without target") or kind in OWN_KINDS:
        return Act(kind, noun)
    targets = (_target(line, 0, len(line.tokens)) for line in opening if _tells_deed(line))
    return Act(kind, noun, target=next(filter(None, targets), ""))


def _tells_deed(line: Line) -> bool:
    """Whether a sentence tells of something done to a thing."""
    last = len(line.tokens)
    sections = ("acts", "did", "destroyed", "hit", "damaged")
    return any(line.lexicon("topics", one).find(line.words, 0, last) for one in sections)


def _target(line: Line, first: int, last: int) -> str:
    """The thing that an act among the words is done to, by its English name."""
    hit = line.lexicon("topics", "targets").find(line.words, first, last)
    return hit.label if hit else ""


def act_noun(clause: Clause) -> str:
    """The English noun of the act spoken of, "" for none."""
    return next(iter(_labels(clause.line, clause.first, clause.last)), "")


def who_did_it(clause: Clause) -> QuestionSlot:
    """The question of who did the act that the clause speaks of."""
    return asked_of(act_of(clause))


def act_of(clause: Clause) -> Act:
    """The act that a clause speaks of; the article's own where it names no other."""
    labels = _labels(clause.line, clause.first, clause.last)
    kind = _kind(labels)
    own = clause.scene.act
    if kind in OWN_KINDS:
        return own if kind == own.kind else Act(kind, kind)
    target = _target(clause.line, clause.first, clause.last)
    if target:
        return own if target == own.target else Act("", next(iter(labels), ""), target=target)
    if kind == SHELLING and own.kind != SHELLING:
        return Act(kind, kind)
    if own.target and set(labels) & words("topics", "without target"):
        return Act("raid", "raid")
    return own


def harm_of(clause: Clause) -> Act:
    """The act whose cause is told: what the cause itself is called does not matter."""
    own = clause.scene.act
    target = _target(clause.line, clause.first, clause.last)
    return Act("", own.noun, target=target) if target else own


def _labels(line: Line, first: int, last: int) -> list[str]:
    hits = line.lexicon("topics", "acts").hits(line.words, first, last)
    return [hit.label for hit in hits]


def _kind(labels: Sequence[str]) -> str | None:
    """The kind of act the labels tell of: "" for one of no kind of its own, None for no act."""
    spoken = set(labels)
    if spoken & words("topics", "plain acts"):
        return ""
    return next((kind for kind in KINDS if spoken & words("topics", f"kind {kind}")), None)
