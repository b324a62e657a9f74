"""Claims that answer no typed question, compared by their words alone, as strictly as editors need.

Only where one claim's words are all met in the other's, in the same sense, and a single thing parts
them (a negation, two words that exclude each other, a figure) is there a finding, and only if the
score of ``free_text`` is high as well. All else is left alone, with the reason named.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from claims.choices import Kind, Topic
from claims.comparing.alignment import Alignment, Words, align, figures, read
from claims.comparing.asked_causes import asks_for_cause, tells_cause
from claims.comparing.asked_people import harm_keys
from claims.comparing.asking import told_in
from claims.comparing.bridges import ACCOUNT
from claims.comparing.free_text import parted_figures, parting
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, is_negative, takes_side
from claims.comparing.rules.counts import shown
from claims.comparing.signals import NEGATIONS, negated, opposite_sides, opposites
from claims.comparing.times import Timing
from claims.comparing.wording_gates import names_a_thing, other_years, room_for_both
from claims.values import Abstention, Count, Statement

RULE = "plain_text"
SHARED = 2  # words that two claims must have in common to be compared at all
LONGEST = 40  # words: a claim is a sentence; what is longer tells several things
# From which score of ``free_text`` what parts two claims is shown to an editor.
FROM = {Kind.NEGATION: 0.5, Kind.COUNT: 0.5, Kind.DATE: 0.6}
YEARS = range(1900, 2101)
# "No fewer than 14" and "not only" negate nothing.
BOUNDING = re.compile(
    r"\b(?:no|not) (?:fewer|less|more|later|earlier|only|just|merely|doubt|least)\b", re.IGNORECASE
)
WHEN = frozenset(
    read(
        "today yesterday tomorrow tonight night day days week month year hour hours morning evening"
        " afternoon Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March"
        " April June July August September October November December far yet ever already later"
    ).stems
)
POINTING_WORDS = """our ours we us its their theirs they it he she his hers her him them this that
    these those"""
POINTING = frozenset(POINTING_WORDS.split())
NOW = re.compile(r"\b(?:is|are|remains?|still|now|continues?)\b", re.IGNORECASE)

CAUSES_MEET = frozenset({"~cause", "~of"})  # two keys, since two find a claim
APART = Abstention("different_question", "Their words are not about one thing.")


@dataclass(frozen=True, slots=True)
class Sides:
    """Two claims' words laid side by side; ``aligned`` is the same in either order."""

    left: Statement
    right: Statement
    aligned: Alignment

    @property
    def words(self) -> tuple[Words, Words]:
        """The words of the left claim and of the right one."""
        return read(self.left.words), read(self.right.words)


def is_plain(statement: Statement) -> bool:
    """Whether a claim's words are all there is to compare: it answers no typed question."""
    if statement.topic == Topic.OTHER:
        return statement.answer.value != ACCOUNT
    return not statement.dispute


def keys(statement: Statement) -> frozenset[str]:
    """What a plain claim is found by in its event; nothing for one that is typed.

    Words that exclude each other have one key, as have those that mean the same. A claim that a
    person filed is found by the words of its question and of its answer too.
    """
    own = _keys_of(read(statement.words).content) if is_plain(statement) else frozenset()
    asked = statement.asked
    if asked is None:
        return own
    of_cause = tells_cause(asked) or asks_for_cause(asked)
    found = own | _keys_of(told_in(asked)) | harm_keys(statement)
    return found | CAUSES_MEET if of_cause else found


def _keys_of(stems: frozenset[str]) -> frozenset[str]:
    told = stems - WHEN
    return frozenset(_families().get(stem, stem) for stem in told if not stem[0].isdigit())


@cache
def _families() -> dict[str, str]:
    """One key for all words that mean the same as, or exclude, one another, over several steps."""
    groups: dict[int, set[str]] = {}
    for stem, places in opposite_sides().items():
        for group, _ in places:
            groups.setdefault(group, set()).add(stem)
    families: list[set[str]] = []
    for group_of in groups.values():
        near = [family for family in families if family & group_of]
        families = [family for family in families if not family & group_of]
        families.append(group_of.union(*near))
    return {stem: f"~{min(family)}" for family in families for stem in family}


def words_meet(left: Statement, right: Statement) -> bool:
    """Whether two plain claims have enough words in common to be compared."""
    if not (is_plain(left) and is_plain(right)):
        return False
    return len(_keys_of(read(left.words).content) & _keys_of(read(right.words).content)) >= SHARED


def judge(left: Statement, right: Statement) -> tuple[str, Judgement]:
    """What the words of two plain claims come to; not comparable where one of them is typed."""
    if not words_meet(left, right):
        return RULE, NOT_MINE
    if not (takes_side(left) and takes_side(right)):
        return RULE, agree("Only one of them says that it was so.")
    if max(len(read(side.words).words) for side in (left, right)) > LONGEST:
        return RULE, Abstention("too_long", "One tells too much to be compared word by word.")
    places = {side.answer.place.casefold() for side in (left, right)} - {""}
    if len(places) > 1:
        return RULE, Abstention("different_place", "They speak of different places.")
    return RULE, _by_words(Sides(left, right, align(_spoken(left), _spoken(right))))


def _by_words(sides: Sides) -> Judgement:
    if room_for_both(*sides.words):
        return Abstention("needs_words", "Their words leave room for both to hold.")
    for rule in RULES:
        found = rule(sides)
        if found is not None:
            return _certain(sides, found)
    return Abstention("needs_words", "Nothing in their words shows that they exclude.")


def _certain(sides: Sides, found: Clash) -> Judgement:
    """The clash with its score, if that is high enough for its kind."""
    score = parting(sides.aligned).score
    if score < FROM[found.kind]:
        words = f"Their words may exclude each other, but too little shows it ({score:.2f})."
        return Abstention("below_threshold", words)
    timing = Timing.RUNNING if found.kind == Kind.COUNT else Timing.TIMELESS
    if any(NOW.search(side.words) for side in (sides.left, sides.right)):
        timing = Timing.STATE
    return Clash(found.kind, found.why, score=round(score, 3), timing=timing)


def _negated(sides: Sides) -> Clash | None:
    """One claim negates just what the other says: all that it negates is in the other."""
    signs = [_says_no(side) for side in (sides.left, sides.right)]
    if None in signs or signs[0] == signs[1]:
        return None
    no, yes = sides.words if signs[0] else reversed(sides.words)
    if other_years(no, yes) or _points(no) or _points(yes) or not _holds(no, yes):
        return None
    return Clash(Kind.NEGATION, "One says that it was so, the other that it was not.")


def _excluded(sides: Sides) -> Clash | None:
    """They say the same but for two words of which one excludes the other."""
    found = opposites(sides.aligned)
    signs = {_says_no(side) for side in (sides.left, sides.right)}
    if found is None or signs != {False}:
        return None
    one, other = sides.aligned.long, sides.aligned.short
    if other_years(one, other) or any(names_a_thing(words, found) for words in (one, other)):
        return None
    if _points(one) or _points(other) or not _holds(other, one, without=set(found)):
        return None
    pair = " and ".join(f"“{word}”" for word in sorted(_written(w, sides) for w in found))
    return Clash(Kind.NEGATION, f"They say {pair} of one thing, which exclude each other.")


def _counted(sides: Sides) -> Clash | None:
    """They count the same, and no number satisfies both."""
    signs = {_says_no(side) for side in (sides.left, sides.right)}
    parted = parted_figures(sides.aligned, same_noun=True)
    if parted is None or signs != {False}:
        return None
    long, short = sides.aligned.long, sides.aligned.short
    if max(len(figures(long.text)), len(figures(short.text))) > 1 or not _holds(short, long):
        return None
    kind = Kind.COUNT if parted[0].counted else Kind.DATE
    in_order = sorted((figure.count for figure in parted), key=lambda count: count.low)
    one, other = (_figure(count) for count in in_order)
    return Clash(kind, f"One says {one}, the other {other}; both cannot be right.")


RULES: tuple[Callable[[Sides], Clash | None], ...] = (_negated, _excluded, _counted)


def _figure(count: Count) -> str:
    """The figure in words; what may be a year without a separator."""
    year = count.low == count.high and count.low in YEARS
    return shown(count).replace(",", "") if year else shown(count)


def _says_no(statement: Statement) -> bool | None:
    """Whether it says that something was not so; None where it negates more than once.

    A denying stance and a negation in its words are one negation, not two.
    """
    words = read(BOUNDING.sub(" ", statement.words))
    written = sum(word.casefold() in NEGATIONS for word in words.words)
    by_verb = bool(negated(words)) and not written
    if written > 1 or by_verb:
        return None
    return bool(written) or is_negative(statement)


def _spoken(statement: Statement) -> str:
    """Its words; where only their verb denied them ("denied that they left"), with a negation."""
    words = read(statement.words)
    denied = is_negative(statement) and not any(
        word.casefold() in NEGATIONS for word in words.words
    )
    return f"not {statement.words}" if denied else statement.words


def _points(words: Words) -> bool:
    """Whether it speaks of somebody or something that only its article names ("our ship")."""
    return any(word.casefold() in POINTING for word in words.words)


def _holds(part: Words, whole: Words, without: Iterable[str] = ()) -> bool:
    """Whether all that the part speaks of is in the whole, in the same or an equal word."""
    spoken = _meant(part) - set(without)
    return bool(spoken) and all(_met(stem, whole) for stem in spoken)


def _meant(words: Words) -> set[str]:
    numbers = {part for figure in figures(words.text) for part in read(figure.count.text).stems}
    return {s for s in words.content - WHEN - numbers if not s[0].isdigit()}


def _met(stem: str, whole: Words) -> bool:
    if stem in whole.content:
        return True
    table = opposite_sides()
    ours = set(table.get(stem, ()))
    return any(ours & set(table.get(other, ())) for other in whole.content)


def _written(stem: str, sides: Sides) -> str:
    for words in sides.words:
        for word, its_stem in zip(words.words, words.stems, strict=True):
            if its_stem == stem:
                return word
    return stem
