"""The same voice, later, with another answer."""

from claims.choices import Severity
from claims.comparing.bridges import same_question
from claims.comparing.judging import Clash, Judgement, stated_count
from claims.comparing.rules.counts import shown
from claims.comparing.sentences import claimant_name, quoted
from claims.comparing.times import in_words, said_before
from claims.values import Count, Revision, Statement


def revision(left: Statement, right: Statement, judged: Judgement) -> Revision | None:
    """What the claimant changed; None when nothing changed or nobody can tell which came later.

    A figure is revised when its floor or its ceiling moved, even if one number would satisfy
    both ("at least 12", then "13"); "70" and "more than 70" are two wordings of one figure.
    """
    if not same_question(left, right):
        return None
    if said_before(left, right):
        earlier, later = left, right
    elif said_before(right, left):
        earlier, later = right, left
    else:
        return None
    old, new = stated_count(earlier), stated_count(later)
    if old is not None and new is not None:
        return _of_figures(earlier, later, old, new)
    # What only pulls apart is no change of mind: who names one group may deny a part of their own.
    if not isinstance(judged, Clash) or judged.severity != Severity.CONTRADICTION:
        return None
    words = f"{_opening(earlier, later)} “{quoted(earlier.words)}”, then “{quoted(later.words)}”."
    return Revision(later.id, earlier.id, words)


def _of_figures(earlier: Statement, later: Statement, old: Count, new: Count) -> Revision | None:
    counted = (earlier.answer.measure, earlier.answer.population, earlier.answer.place, old.unit)
    if counted != (later.answer.measure, later.answer.population, later.answer.place, new.unit):
        return None
    if old.low == new.low and (old.high == new.high or None in {old.high, new.high}):
        return None
    words = (
        f"{_opening(earlier, later)} {shown(old)} on {in_words(earlier)}, "
        f"then {shown(new)} on {in_words(later)}."
    )
    return Revision(later.id, earlier.id, words, downward=_fell(old, new))


def _fell(old: Count, new: Count) -> bool:
    if new.low != old.low:
        return new.low < old.low
    return old.high is None or (new.high is not None and new.high < old.high)


def _opening(earlier: Statement, later: Statement) -> str:
    one, other = claimant_name(earlier), claimant_name(later, opens=False)
    return f"{one} said" if one.casefold() == other.casefold() else f"{one}, then {other}, said"
