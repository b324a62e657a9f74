"""The rules, one function each, in the order they are asked.

A rule takes two statements in any order and says whether their answers clash, never whose they
are or when: the gates ask that. A new rule is one function and one line here.
"""

from claims.choices import Severity
from claims.comparing.judging import NOT_MINE, Clash, Judgement, Rule
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
)


def judge(left: Statement, right: Statement) -> tuple[str, Judgement]:
    """The rule that decides, by name, and what it says.

    A contradiction counts before a tension, and a tension before a named abstention.
    """
    judged = [(rule.__name__.replace("_", "-"), rule(left, right)) for rule in RULES]
    clashes = [(name, j) for name, j in judged if isinstance(j, Clash)]
    firm = [pair for pair in clashes if pair[1].severity == Severity.CONTRADICTION]
    named = [pair for pair in judged if pair[1] != NOT_MINE]
    name, best = next(iter([*firm, *clashes, *named]), ("", NOT_MINE))
    prepared = isinstance(best, Clash) and (only_prepared(left) or only_prepared(right))
    return name, softened(best) if prepared else best
