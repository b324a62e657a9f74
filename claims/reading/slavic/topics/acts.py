"""Which act a clause speaks of: the event's own, or one that English asks about by itself.

The kinds are those of English (``en/topics.txt``), found by the English noun that stands as a
label before the Ukrainian or Russian words.
"""

from collections.abc import Sequence

from claims.reading import questions
from claims.reading.lexicon import words
from claims.reading.slavic.clauses import Clause
from claims.reading.slavic.lines import Line
from claims.reading.topics.acts import KINDS, Act
from claims.values import QuestionSlot

LEAD = 2  # sentences that tell what an article is about


def lead_act(lines: Sequence[Line]) -> Act:
    """The act that an article is about, by its first sentences."""
    labels = [label for line in lines[:LEAD] for label in _labels(line, 0, len(line.tokens))]
    named = words("topics", "named acts")
    kind = _kind(labels) or ""
    return Act(kind, kind or next((label for label in labels if label in named), ""))


def act_noun(clause: Clause) -> str:
    """The English noun of the act spoken of, "" for none."""
    return next(iter(_labels(clause.line, clause.first, clause.last)), "")


def who_did_it(clause: Clause) -> QuestionSlot:
    """The question of who did the act that the clause speaks of."""
    act = act_of(clause)
    return questions.who_did_it(act.slot, act.noun, act.target)


def act_of(clause: Clause) -> Act:
    """The act that a clause speaks of; the article's own where it names no other."""
    kind = _kind(_labels(clause.line, clause.first, clause.last))
    own = clause.scene.act
    if kind is None or kind == own.kind:
        return own
    return Act(kind, kind or own.noun)


def _labels(line: Line, first: int, last: int) -> list[str]:
    hits = line.lexicon("topics", "acts").hits(line.words, first, last)
    return [hit.label for hit in hits]


def _kind(labels: Sequence[str]) -> str | None:
    """The kind of act the labels tell of: "" for one of no kind of its own, None for no act."""
    spoken = set(labels)
    if spoken & words("topics", "plain acts"):
        return ""
    return next((kind for kind in KINDS if spoken & words("topics", f"kind {kind}")), None)
