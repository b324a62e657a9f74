"""When something began, ended or happened, where somebody is said to tell it.

Only what is timed for its own sake is read: a thing of ``whens.txt`` that began or took place, or
a verb that is the thing itself ("the plane crashed at six"). The day stays in the article's words
and is resolved with the claim; the time of day becomes EDTF text (``comparing.rules.moments``).
"""

import re
from functools import cache

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.lexicon import conjugate, contains, entries, phrases, verb_forms, words
from claims.reading.times import find_time
from claims.reading.topics.common import Answered, Terms, text_of
from claims.reading.topics.predicates import Predicate, head_of, predicate_of
from claims.values import Answer

TIMED = ("began", "ended", "happened")
LAST_HOUR, NOON = 23, 12
EARLY = "T00/T06"  # "in the early hours"
LEAD = 3  # words before a time that say "about" or "before"
# "6.40am", "18:40", "6 p.m."; "six o'clock" is left, as it does not tell which of the two.
CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-4])(?:[.:h](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
ZONE = re.compile(r"\b(?:(?P<z>GMT|UTC)\b|(?P<named>[A-Z]\w+) time\b)")
SIDES = {"before": "../{}", "by": "../{}", "until": "../{}", "after": "{}/..", "since": "{}/.."}


def timed(p: Proposition, terms: Terms) -> list[Answered]:
    """When the thing that the proposition speaks of began, ended or happened."""
    if p.speaker is None and not terms.claimants:
        return []
    said = _what(p)
    if said is None:
        return []
    thing, measure = said
    value = clock_of(text_of(terms, (p.first, p.last)))
    days = find_time(terms.reader.text, p.sentence, p.first, p.last)
    if not (value or days):
        return []
    denied = p.negated and p.stance != Stance.DENIES
    answer = Answer(denied=denied, measure=measure, value=value, object=days)
    return [Answered(answer, questions.when(thing, measure))]


def clock_of(text: str) -> str:
    """The time of day that a clause tells, as EDTF text; "" for none."""
    found = next((one for one in CLOCK.finditer(text) if one["minute"] or one["half"]), None)
    if found is None:
        return _part_of_day(text)
    before = text[: found.start()].casefold().split()[-LEAD:]
    about = "~" if words("whens", "about") & set(before) else ""
    zone = ZONE.search(text, found.end())
    return _side(before).format(f"{_time(found)}{_zone(zone) if zone else ''}{about}")


def _side(before: list[str]) -> str:
    """Whether it was at, before or after the time, by the words that lead up to it."""
    return next((SIDES[word] for word in reversed(before) if word in SIDES), "{}")


def _time(found: re.Match[str]) -> str:
    hour, half = int(found["hour"]), (found["half"] or "")[:1].casefold()
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    hour %= LAST_HOUR + 1
    return f"T{hour:02}:{found['minute']}" if found["minute"] else f"T{hour:02}"


def _zone(zone: re.Match[str]) -> str:
    if zone["z"]:
        return "Z"
    return "" if zone["named"].casefold() == "local" else f"[{zone['named']}]"


def _part_of_day(text: str) -> str:
    """A morning or a night; "before dawn" is up to its end."""
    lowers = re.findall(r"[a-z]+", text.casefold())
    if contains(lowers, phrases("whens", "early hours")):
        return EARLY
    told = dict(_pairs("parts of day"))
    at = next((k for k, word in enumerate(lowers) if word in told), -1)
    if at < 0:
        return ""
    first, _, last = told[lowers[at]].partition("/")
    side = _side(lowers[max(0, at - LEAD) : at])
    if side == "{}":
        return told[lowers[at]]
    return side.format((last or first) if side.startswith("..") else first)


def _what(p: Proposition) -> tuple[str, str] | None:
    """The thing that is timed, and which of its times; None where nothing is."""
    predicate = predicate_of(p)
    if predicate is None or predicate.open or not is_definite(p, predicate):
        return None
    own = _own_verb(p, predicate)
    if own:
        return own, "happened"
    head = p.sentence.lowers(*head_of(p, predicate.subject))
    thing = next((_things()[word] for word in reversed(head) if word in _things()), "")
    counted = [word for word in p.sentence.lowers(*predicate.subject) if word in _ordinals()]
    thing = " ".join((*counted[:1], thing)) if thing else ""
    measure = next((one for one in TIMED if _is_told(p, predicate, one)), "")
    once = measure != "happened" or thing not in words("whens", "again and again")
    return (thing, measure) if thing and measure and once else None


def is_definite(p: Proposition, predicate: Predicate) -> bool:
    """Whether the clause speaks of a thing that is known: not of "an explosion", "two blasts"."""
    lowers = p.sentence.lowers(*predicate.subject)
    return not lowers or lowers[0] not in words("whens", "indefinite") or _is_counted(lowers)


def _is_counted(lowers: list[str]) -> bool:
    """Whether it is "a second blast"."""
    return bool(_ordinals() & set(lowers[1:2]))


def _is_told(p: Proposition, predicate: Predicate, measure: str) -> bool:
    """Whether the clause's own verb says that it began, ended or happened."""
    if p.sentence.tokens[predicate.at].lower in verb_forms("whens", measure):
        return True
    return measure == "happened" and contains(p.lowers, phrases("whens", "taking place"))


def _own_verb(p: Proposition, predicate: Predicate) -> str:
    verb = p.sentence.tokens[predicate.at].lower
    return "" if predicate.be else _verbs().get(verb, "")


def _ordinals() -> frozenset[str]:
    return words("whens", "ordinals")


@cache
def _things() -> dict[str, str]:
    return {noun: thing for thing, line in _lines("things") for noun in line}


@cache
def _verbs() -> dict[str, str]:
    """The past forms of the verbs that are a thing of their own."""
    return {
        form: thing
        for thing, line in _lines("happens by itself")
        for verb in line
        for form in conjugate(verb.split())[3:]
    }


def _lines(section: str) -> list[tuple[str, list[str]]]:
    return [(key, [one.strip() for one in line.split(",")]) for key, line in _pairs(section)]


def _pairs(section: str) -> list[tuple[str, str]]:
    return [
        (line.partition(":")[0], line.partition(":")[2].strip())
        for at, line in entries("whens")
        if at == section
    ]
