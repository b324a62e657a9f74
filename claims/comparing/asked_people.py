"""That nobody of some people was harmed, against a number of them, told under two questions."""

import re

from claims.comparing.alignment import read
from claims.comparing.asking import asked_apart
from claims.values import Statement

HARMED = re.compile(r"\b(?:harm\w*|hurt|affected|casualt\w+)\b", re.IGNORECASE)
KILLED = re.compile(r"\b(?:kill\w*|dead|deaths?|died|lives)\b", re.IGNORECASE)
INJURED = re.compile(r"\b(?:injur\w*|wound\w*)\b", re.IGNORECASE)
UNARMED = re.compile(
    r"\b(?:civilians?|villagers?|residents?|farmers?|child(?:ren)?|women|woman|passers-?by"
    r"|bystanders?|inhabitants?)\b",
    re.IGNORECASE,
)
ARMED = re.compile(
    r"\b(?:fighters?|insurgents?|militants?|rebels?|terrorists?|gunm[ae]n|guerrillas?)\b",
    re.IGNORECASE,
)
PEOPLE = read("people persons number figure among any anybody").content


def gives_figure(statement: Statement) -> bool:
    """Whether it puts a figure forward; who denies any says none."""
    count = statement.answer.count
    denies = statement.asked is not None and statement.asked.denies
    return count is not None and (not denies or count.last == 0)


def none_and_some(left: Statement, right: Statement) -> bool:
    """Whether one counts, under another question, people of whom the other says there were none."""
    if not asked_apart(left, right):
        return False
    return _none_of_these(left, right) or _none_of_these(right, left)


def harm_keys(statement: Statement) -> frozenset[str]:
    """What such a claim is found by: whom it counts. Two keys each, since two find a claim."""
    if statement.asked is None or not gives_figure(statement):
        return frozenset()
    told = _words(statement)
    families = {"unarmed": UNARMED, "armed": ARMED}
    found = [name for name, family in families.items() if family.search(told)]
    return frozenset(f"~{name} {key}" for name in found for key in ("harmed", "counted"))


def _none_of_these(none: Statement, some: Statement) -> bool:
    zero, count = none.answer.count, some.answer.count
    if zero is None or count is None or zero.last != 0 or not count.first:
        return False
    return gives_figure(some) and _of_these(_words(none), _words(some))


def _of_these(no: str, yes: str) -> bool:
    """Whether the people counted are such as the other says none were so harmed."""
    people = any(family.search(no) and family.search(yes) for family in (UNARMED, ARMED))
    if not people or (UNARMED.search(no) and ARMED.search(no)) or _is_narrower(no, yes):
        return False
    if HARMED.search(no):
        return any(harm.search(yes) for harm in (KILLED, INJURED, HARMED))
    return any(harm.search(no) and harm.search(yes) for harm in (KILLED, INJURED))


def _is_narrower(no: str, yes: str) -> bool:
    """Whether "none" is said of an hour, a place or a means that the other does not speak of."""
    bare = no
    for wording in (HARMED, KILLED, INJURED, UNARMED, ARMED):
        bare = wording.sub(" ", bare)
    return bool(read(bare).content - read(yes).content - PEOPLE)


def _words(statement: Statement) -> str:
    asked = statement.asked
    return f"{asked.question} {asked.counted}" if asked else ""
