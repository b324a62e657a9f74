"""The rules, one function each, in the order they are asked.

A rule takes two statements in any order and says whether their answers clash, never whose they
are or when: the gates ask that. A new rule is one function and one line here.
"""

from claims.choices import Kind, Severity
from claims.comparing.bridges import bridge_between, same_question
from claims.comparing.judging import NOT_MINE, Clash, Judgement, Rule
from claims.comparing.rules.asked import one_question_answered, told_and_denied
from claims.comparing.rules.asked_causes import cause_and_its_doubt
from claims.comparing.rules.asked_figures import figures_apart
from claims.comparing.rules.counts import counts_disagree, shares_exceed
from claims.comparing.rules.deeds import deed_against_chance, only_prepared, softened
from claims.comparing.rules.identities import identities_exclude
from claims.comparing.rules.involvement import involvement_denied
from claims.comparing.rules.negation import (
    account_rejected,
    doubted,
    matters_exclude,
    proposition_denied,
)
from claims.comparing.rules.places import places_exclude
from claims.comparing.rules.responsibility import authors_differ
from claims.comparing.rules.states import (
    authenticity_disputed,
    causes_exclude,
    control_disputed,
    damage_excludes,
    measures_exclude,
    outcomes_exclude,
)
from claims.comparing.rules.whens import times_exclude
from claims.values import Statement

RULES: tuple[Rule, ...] = (
    counts_disagree,
    shares_exceed,
    involvement_denied,
    authors_differ,
    control_disputed,
    outcomes_exclude,
    causes_exclude,
    deed_against_chance,
    damage_excludes,
    authenticity_disputed,
    measures_exclude,
    times_exclude,
    places_exclude,
    identities_exclude,
    account_rejected,
    matters_exclude,
    proposition_denied,
    doubted,
    told_and_denied,
    cause_and_its_doubt,
)


# What the words of a question are too coarse to tell: a course of things, a step of the ladder.
CLOSER = frozenset({"state_sequence", "state_change", "other_rung"})


def judge(left: Statement, right: Statement) -> tuple[str, Judgement]:
    """The rule that decides, by name, and what it says.

    A contradiction counts before a tension, and a tension before a named abstention.
    """
    asked = one_question_answered(left, right)
    if asked != NOT_MINE and not _typed_finds(left, right, asked):
        return _name(one_question_answered), asked
    apart = figures_apart(left, right)
    return (_name(figures_apart), apart) if apart != NOT_MINE else _typed(left, right)


def _typed_finds(left: Statement, right: Statement, asked: Judgement) -> bool:
    """Whether what the wording of a question shows, the typed answers show more closely."""
    if not isinstance(asked, Clash) or left.asked is None or asked.kind == Kind.COUNT:
        return False
    by_type = left.question.casefold() != left.asked.question.casefold()
    joined = same_question(left, right) or bridge_between(left, right)
    if not (by_type and joined):
        return False
    typed = _typed(left, right)[1]
    return isinstance(typed, Clash) or typed.code in CLOSER


def _typed(left: Statement, right: Statement) -> tuple[str, Judgement]:
    judged = [(_name(rule), rule(left, right)) for rule in RULES]
    clashes = [(name, j) for name, j in judged if isinstance(j, Clash)]
    firm = [pair for pair in clashes if pair[1].severity == Severity.CONTRADICTION]
    named = [pair for pair in judged if pair[1] != NOT_MINE]
    name, best = next(iter([*firm, *clashes, *named]), ("", NOT_MINE))
    prepared = isinstance(best, Clash) and (only_prepared(left) or only_prepared(right))
    return name, softened(best) if prepared else best


def _name(rule: Rule) -> str:
    return rule.__name__.replace("_", "-")
