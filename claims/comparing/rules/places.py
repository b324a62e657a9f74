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

LIKE = 70  # "Kyiv" and "Kiev" reach 75: too near to be called two places
WHERE = "where"
NEAR, NOBODYS = "near", "international"
REGION = re.compile(
    r"\b(?:region|oblast|province|state|county|district|governorate|prefecture|valley|peninsula)\b"
)
LARGE = frozenset({"region", "oblast", "province", "state", "governorate", "prefecture"})
FEATURE = re.compile(
    r"\b(?:hill|height|heights|mount|mountain|mountains|island|river|lake|sea|ocean|bay|gulf"
    r"|strait|cape|forest|pass)\b"
)
WIDER_WORDS = """the of in on at a city town village near north south east west northern southern
    eastern western central outskirts suburb suburbs centre center edge area part"""
WIDER = frozenset(WIDER_WORDS.split())
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
    if _one_in_other(left.answer.place, right.answer.place):
        return agree("One names the place more closely than the other.")
    if a.region and b.region and _two(a.region, b.region):
        return _apart(left, right, "It happened in one region only.")
    if a.town and b.town and _two(a.town, b.town):
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
    inside = _within(told, denied) or _is_part(yes.answer.place, no.answer.place)
    if yes.answer.value == no.answer.value and denied != Place() and inside:
        return Clash(Kind.PLACE, why, score=0.85)
    return agree("The place that is denied is another one.")


def _is_part(inner: str, outer: str) -> bool:
    """Whether all that one place is told by is among what the other lies in, whatever its level.

    "Podil, Kyiv" lies in "Kyiv", though nothing shows that a quarter is no town.
    """
    ours, theirs = (
        [part.strip().casefold() for part in text.split(",")] for text in (inner, outer)
    )
    return all(any(_same(mine, part) for mine in ours[1:]) for part in theirs)


def place_of(text: str) -> Place:
    """The levels of "the school, Ostrel, Vale region"."""
    site = town = region = ""
    for part in (part.strip().casefold() for part in text.split(",")):
        if REGION.search(part):
            region = region or part
        elif SITE.search(part):
            site = site or part
        elif not region:  # what comes after a region holds it
            town = town or part
    return Place(site, town, region)


def _one_in_other(left: str, right: str) -> bool:
    """Whether what one place is called is among what the other lies in, whatever its level."""
    ours, theirs = ([part.strip().casefold() for part in text.split(",")] for text in (left, right))
    return any(_same(ours[0], part) for part in theirs) or any(
        _same(theirs[0], part) for part in ours
    )


def _two(one: str, other: str) -> bool:
    """Whether two names are surely of two places, of one kind, none of which lies in the other."""
    if _kind(one) != _kind(other):
        return False
    ours, theirs = _own_words(one), _own_words(other)
    if not ours or not theirs or ours & theirs:
        return False
    return fuzz.ratio(" ".join(sorted(ours)), " ".join(sorted(theirs))) < LIKE


def _kind(name: str) -> str:
    found = REGION.search(name) or FEATURE.search(name)
    word = found.group() if found else ""
    return "region" if word in LARGE else word


def _own_words(name: str) -> set[str]:
    """What only this place is called, without what it is and which part of it is meant."""
    words = REGION.sub(" ", FEATURE.sub(" ", name)).replace("-", " ").split()
    return set(words) - WIDER


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
