"""What an act was done to: the dam that was blown up, the hospital that was hit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.reading.lexicon import verb_forms, words
from claims.reading.text import Token

AFTER = 9  # tokens from an act to what it is done to
BEFORE = 10  # tokens from what befalls a thing back to the thing
COMPOUND = 3  # tokens of "dam wall breach"
PASSIVE = 3  # tokens from a verb back to its "was"
PRONOUN = 3  # tokens from "bombed" or "brought" to its "it"
BUILDING = "building"


@dataclass(frozen=True, slots=True)
class Aim:
    """What some words say an act was done to.

    ``target`` is a thing by its common name ("dam", "plane"), ``place`` a settlement that it
    fell on, ``pronoun`` whether the words only say "it".
    """

    target: str = ""
    place: str = ""
    pronoun: bool = False


def aim_of(tokens: Sequence[Token], *, titled: bool = False) -> Aim:
    """The first thing that an act among the words is done to.

    ``titled`` where capital letters are no sign of a name.
    """
    lowers = [token.lower for token in tokens]
    place, pronoun = "", False
    for at in (at for at, word in enumerate(lowers) if word in deeds()):
        found = _after(lowers, at) or _beside(lowers, at) or _befallen(lowers, at)
        if found:
            return Aim(found)
        place = place or _place(tokens, lowers, at, titled=titled)
        pronoun = pronoun or _is_pronoun(lowers, at)
    return Aim("", place, pronoun)


def targets_in(lowers: Sequence[str]) -> set[str]:
    """All things among the words that an act can be done to; not what is owned: "its plant"."""
    found = set()
    for at, word in enumerate(lowers):
        owned = {"its", "their"} & set(lowers[max(0, at - 2) : at])
        if word in _heads() and not owned:
            found.add(_heads()[word])
    return found


def thing_named(word: str) -> str:
    """The common name of a thing for one of its words: "ship" for "ferry"; "" for no such thing."""
    return _heads().get(word, "")


@cache
def deeds() -> frozenset[str]:
    """The verbs and nouns for what is done to a thing, in any form."""
    return words("topics", "deed nouns") | verb_forms("topics", "deeds").keys()


@cache
def _heads() -> dict[str, str]:
    """The common name of a thing for each of its words: "jet" and "airliner" are a plane."""
    entries = (entry.split() for entry in words("topics", "target heads"))
    return {word: entry[0] for entry in entries for word in entry}


def _is_pronoun(lowers: Sequence[str], at: int) -> bool:
    """As in "bombed it", "it was bombed"."""
    before = lowers[max(0, at - PASSIVE) : at]
    was = set(before) & words("grammar", "be")
    near = set(lowers[at + 1 : at + 1 + PRONOUN]) | (set(before) if was else set())
    return bool({"it", "them"} & near)


def _after(lowers: Sequence[str], at: int) -> str:
    """Of "blew up the dam", "the blast at a hospital": the first thing in the same clause."""
    for k in range(at + 1, _clause_end(lowers, at)):
        if lowers[k] in words("topics", "aim elsewhere"):
            return ""
        if lowers[k] in _heads():
            return _compound(lowers, k)
    return ""


def _clause_end(lowers: Sequence[str], at: int) -> int:
    ends = words("topics", "aim ends") | {","}
    last = min(at + 1 + AFTER, len(lowers))
    return next((k for k in range(at + 1, last) if lowers[k] in ends), last)


def _compound(lowers: Sequence[str], at: int) -> str:
    """Of "train station" the station, of "hospital building" the hospital."""
    head = _heads()[lowers[at]]
    following = _heads().get(lowers[at + 1], "") if at + 1 < len(lowers) else ""
    return head if following in {"", BUILDING} else following


def _beside(lowers: Sequence[str], at: int) -> str:
    """Of "dam breach", "the hospital blast"."""
    if lowers[at] not in words("topics", "deed nouns"):
        return ""
    near = [word for word in lowers[max(0, at - COMPOUND + 1) : at] if word in _heads()]
    return _heads()[near[-1]] if near else ""


def _befallen(lowers: Sequence[str], at: int) -> str:
    """Of "the dam was blown up", "a ferry with 20 on board sank"."""
    was = set(lowers[max(0, at - PASSIVE) : at]) & (words("grammar", "be") | {"being"})
    if not was and lowers[at] not in verb_forms("topics", "befalls"):
        return ""
    ends = words("topics", "aim ends")
    first = max(0, at - BEFORE)
    opens = [k for k in range(first, at) if lowers[k] in ends]
    things = [k for k in range(opens[-1] + 1 if opens else first, at) if lowers[k] in _heads()]
    return _compound(lowers, things[0]) if things else ""


def _place(tokens: Sequence[Token], lowers: Sequence[str], at: int, *, titled: bool) -> str:
    """Where fire falls on no such thing: "Mir" of "shelled the town of Mir", "city" of "a city".

    What is only near is no place; "an army post" is a "post".
    """
    if lowers[at] not in verb_forms("topics", "attacks on"):
        return ""
    opens = set(lowers[at + 1 : at + 2]) & words("grammar", "determiners")
    if lowers[at] in words("topics", "deed nouns") and not opens:
        return ""  # a noun, but for "shelling the villages"
    end = _clause_end(lowers, at)
    kind, head = "", ""
    for k in range(at + 1, end):
        word = lowers[k]
        if word in words("topics", "aim elsewhere"):
            break
        kind = kind or (word if word in words("topics", "settlements") else "")
        if tokens[k].is_capitalised and not titled and _is_object_name(lowers, at, k):
            return word
        if word in words("topics", "fired at") and set(lowers[at + 1 : k]) <= _what_is_fired():
            continue
        if not kind and not _goes_on(lowers, k):
            break
        head = word
    known = (
        deeds()
        | words("grammar", "pronouns")
        | words("topics", "munitions")
        | words("quantities", "persons")
    )
    return kind or ("" if titled or head in known or not head[:1].isalpha() else head)


def _is_object_name(lowers: Sequence[str], at: int, k: int) -> bool:
    """Whether the name is the object itself or stands behind its kind: "the town of Mir"."""
    noun = lowers[k + 1] if k + 1 < len(lowers) and _goes_on(lowers, k + 1) else ""
    if noun and noun not in words("topics", "settlements") | words("grammar", "determiners"):
        return False  # "an Israeli army post"
    between = set(lowers[at + 1 : k]) - words("topics", "fired at")
    return (
        between <= words("grammar", "determiners") | _what_is_fired()
        or lowers[k - 1] == "of"
        or lowers[k - 1] in words("topics", "settlements")
    )


def _what_is_fired() -> frozenset[str]:
    """Words that may stand between "fired" and "at the city"."""
    return words("topics", "munitions") | words("topics", "aimed weapons")


def _goes_on(lowers: Sequence[str], k: int) -> bool:
    """Whether a noun phrase still goes on at a word."""
    ends = words("grammar", "prepositions") | words("grammar", "conjunctions")
    return lowers[k][0].isalpha() and lowers[k] not in ends
