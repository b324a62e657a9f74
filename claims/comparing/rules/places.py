"""One thing that happened, two places for it.

The answer's ``measure`` is "where" and its ``value`` "in", "near" or "international" (waters or air
of no state). ``place`` has the place with what it lies in, as far as told, narrowest first ("the
school, Ostrel, Vale region"); ``actors`` are the keys of the states on whose soil or water it was.
"""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from claims.choices import Kind
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, both_positive, sides
from claims.comparing.parties import SPELLINGS, actor_pairs, one_voice
from claims.values import Abstention, Statement

WHERE = "where"
NEAR, NOBODYS = "near", "international"
REGION = re.compile(
    r"\b(?:region|oblast|province|state|county|district|governorate|prefecture|valley|peninsula)\b"
)
SITE = re.compile(
    r"\b(?:airport|airfield|base|station|port|harbour|bridge|square|street|road|market|school"
    r"|hospital|church|mosque|theatre|plant|factory|prison|crossing|checkpoint|border)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its levels, each "" where it is not told."""

    site: str = ""
    town: str = ""
    region: str = ""


def places_exclude(left: Statement, right: Statement) -> Judgement:
    """Find two places of one thing of which it can have been at one only.

    A place and what it lies in are one answer, told more and less closely. Whether a town lies
    in a region is not guessed, and "near" leaves room for the neighbour.
    """
    if {left.answer.measure, right.answer.measure} != {WHERE}:
        return NOT_MINE
    pair = sides(left, right)
    if pair:
        return _denied(*pair)
    if not both_positive(left, right):
        return NOT_MINE
    return _of_states(left, right) or _of_places(left, right)


def _of_states(left: Statement, right: Statement) -> Judgement | None:
    """By the states alone; None where these decide nothing."""
    values = {left.answer.value, right.answer.value}
    if NOBODYS in values:
        if values == {NOBODYS}:
            return agree("Both have it outside all states.")
        if NEAR in values:
            return Abstention("near_is_not_in", "Near a coast or a border is outside of it.")
        return Clash(Kind.PLACE, "It was either inside a state or outside all of them.")
    pairs = tuple(actor_pairs(left, right))
    if not pairs or any(one_voice(a, b) for a, b in pairs):
        return None
    if NEAR in values:
        return Abstention("near_is_not_in", "Near one side of a border may be on the other.")
    return Clash(Kind.PLACE, "It happened in one state only.")


def _of_places(left: Statement, right: Statement) -> Judgement:
    a, b = place_of(left.answer.place), place_of(right.answer.place)
    untold = Place() in {a, b} and not any(one_voice(*pair) for pair in actor_pairs(left, right))
    if not untold and (_within(a, b) or _within(b, a)):
        return agree("One names the place more closely than the other.")
    if a.region and b.region and not _same(a.region, b.region):
        return _apart(left, right, "It happened in one region only.")
    if a.town and b.town and not _same(a.town, b.town):
        return _apart(left, right, "It happened in one place only.")
    if a.site and b.site and not _same(a.site, b.site):
        return Abstention("may_be_same", "The two may be one site, or lie side by side.")
    return Abstention("needs_place", "Nobody tells how the two places lie to each other.")


def _apart(left: Statement, right: Statement, why: str) -> Judgement:
    if NEAR in {left.answer.value, right.answer.value}:
        return Abstention("near_is_not_in", "Near one place may be in the other.")
    return Clash(Kind.PLACE, why)


def _denied(yes: Statement, no: Statement) -> Judgement:
    """The denied place holds the told one; a denied town leaves its region open."""
    why = "The very place that one side tells, the other denies."
    pairs = tuple(actor_pairs(yes, no))
    if not no.answer.place and pairs:
        if any(one_voice(a, b) for a, b in pairs):
            return Clash(Kind.PLACE, why, score=0.85)
        return agree("It is denied of another state.")
    told, denied = place_of(yes.answer.place), place_of(no.answer.place)
    if yes.answer.value == no.answer.value and denied != Place() and _within(told, denied):
        return Clash(Kind.PLACE, why, score=0.85)
    return agree("The place that is denied is another one.")


def place_of(text: str) -> Place:
    """The levels of "the school, Ostrel, Vale region"."""
    site = town = region = ""
    for part in (part.strip().casefold() for part in text.split(",")):
        if REGION.search(part):
            region = region or part
        elif SITE.search(part):
            site = site or part
        else:
            town = town or part
    return Place(site, town, region)


def _within(inner: Place, outer: Place) -> bool:
    """Whether all that is told of the outer place is told of the inner one too."""
    named = [
        (_same(mine, told) if told else True)
        for mine, told in (
            (inner.site, outer.site), (inner.town, outer.town), (inner.region, outer.region)
        )
    ]  # fmt: skip
    return all(named)


def _same(one: str, other: str) -> bool:
    return bool(one) and fuzz.ratio(_bare(one), _bare(other)) >= SPELLINGS


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("city of ").removeprefix("town of ").strip()
