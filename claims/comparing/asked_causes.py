"""The causes that questions and answers in a person's own words name, or rule out."""

import re
from collections.abc import Iterator

from claims.comparing.alignment import read
from claims.comparing.asking import SENSED, Form, form_of, proposition
from claims.comparing.signals import negated
from claims.reading.topics.cause_answers import class_of
from claims.values import Asked

WHY = re.compile(r"why\b", re.IGNORECASE)
DEED = re.compile(
    r"\b(?:attack\w*|arsonists?|saboteurs?|sabotaged?|third part(?:y|ies)|thieves|vandals?"
    r"|(?:was|were|been)? ?order(?:ed|s)|on purpose|planned|somebody|someone)\b",
    re.IGNORECASE,
)
STOLEN = re.compile(r"\b(?:illegal\w*|thieves|theft|stolen|stole|tapped|tapping)\b", re.IGNORECASE)
POWERS = {
    "weather": re.compile(
        r"\b(?:weather|rain\w*|storm\w*|wind\w*|gusts?|fog|snow\w*|hail|waves?|lightning|squall"
        r"|downpours?|cyclone|hurricane)\b",
        re.IGNORECASE,
    ),
    "ground": re.compile(
        r"\b(?:earthquakes?|seismic|tremors?|quakes?|landslides?|erupt\w*)\b", re.IGNORECASE
    ),
}
BY_ITSELF = re.compile(
    r"\b(?:not|never|n['’]t) (?:\w+ ){0,3}(?:by itself|on its own|of itself)\b", re.IGNORECASE
)
KNOWN = re.compile(r"\b(?:kn[eo]w\w*|aware|warn\w*|told|report\w*)\b", re.IGNORECASE)
DEEDS = frozenset({"explosives", "strike", "deliberate"})


def cause_in(words: str) -> str:
    """The class of the cause that some words name first, "" for none.

    Who tells of an attack without its means tells of a deed.
    """
    if STOLEN.search(words):
        return "deliberate"
    found = class_of(list(_folded(words)))
    return found or ("deliberate" if DEED.search(words) else "")


def kin(words: str) -> str:
    """Which of nature's powers some words name: those of the sky and the sea, or of the ground."""
    return next((name for name, wording in POWERS.items() if wording.search(words)), "")


def excluded_cause(words: str) -> str:
    """The class of the cause that some words rule out; "" where they rule out none.

    "Did not fail by itself" rules out all that is nobody's doing, told as a fault of the thing.
    """
    said = read(words)
    reached = negated(said)
    named = [w.casefold() for w, s in zip(said.words, said.stems, strict=True) if s in reached]
    return "technical" if BY_ITSELF.search(words) else class_of(named)


def tells_cause(asked: Asked) -> bool:
    """Whether it answers the question of the cause with one that can be compared.

    "Why is the line dead" asks of a matter beside the event.
    """
    caused = form_of(asked.question) == Form.CAUSE and not WHY.match(asked.question)
    return caused and not asked.denies and bool(cause_in(asked.told))


def asks_for_cause(asked: Asked) -> bool:
    """Whether it is asked whether something was that can be the cause, and the answer excludes one.

    That a deed was done excludes mishaps; that a mere fault was there need not have caused it.
    """
    found = class_of(list(_folded(asked.question))) if proposition(asked) else ""
    if not found or KNOWN.search(asked.question):
        return False
    return asked.denies or (found in DEEDS and not SENSED.match(asked.told))


def _folded(text: str) -> Iterator[str]:
    return (word.casefold() for word in read(text).words)
