"""How a speaker without a name is called: "senior Norish official", "local residents"."""

from functools import cache

from claims.reading.lexicon import words
from events.directory import Directory

ARTICLES = frozenset({"the", "a", "an"})
POINTING = frozenset(
    ["who", "which", "that", "whose", "familiar", "close", "speaking", "both", "himself",
     "herself", "itself", "themselves", "and", "or", "but", "as", "\u2014", "\u2013", "-"]
)  # fmt: skip
THESE = frozenset({"this", "that", "these", "those"})
THEIRS = frozenset({"its", "their"})
OWN = frozenset({"his", "her", "our", "my", "your"})
ANY = frozenset({"some", "any", "either", "several", "many", "most", "one"})
DOERS = ("er", "or", "ist", "ian", "man", "woman")  # what a noun for people ends in
LONGEST = 12  # words of "residents of the flooded villages near the old dam"


def description(text: str, directory: Directory) -> str:
    """The words that tell what a nameless speaker is, without their article; "" when none do.

    "Local residents", "a senior official" and "officials on both sides" say who speaks, though not
    by name. "A person", "many" and "26 percent" say nothing of him; a body without any word
    beside it ("the company") is one that the article names, and stays open when that is not
    found; whose "his brother" is must be told.
    """
    parts = _core(text.split())
    at = _head(parts)
    if at < 0 or OWN & {part.casefold() for part in parts}:
        return ""
    head = _bare(parts[at])
    others = parts[:at] + parts[at + 1 :]
    told = any(_tells(part) for part in others) or text.split(" ", 1)[0].casefold() in THEIRS
    noun = head if head in speakers() else singular(head)
    if noun in _bodies() | words("people", "anybody") and not told:
        return ""
    titled = parts[1:2] and parts[1][0].isupper()
    return " ".join(parts if titled else [_lowered(parts[0], directory), *parts[1:]])


def head_of(text: str) -> str:
    """The noun that a description is of, in the singular: "guard" of "two guards at the gate"."""
    parts = _core(text.split())
    at = _head(parts)
    return singular(_bare(parts[at])) if at >= 0 else ""


def singular(noun: str) -> str:
    """A noun without the ending of its plural, as far as nouns for people need it."""
    if noun.endswith("men"):
        return noun.removesuffix("men") + "man"
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


def _core(parts: list[str]) -> list[str]:
    """The words up to a comma, a bracket, a relative or a participle; no article at the head."""
    one_of = [part.casefold() for part in parts[:2]] == ["one", "of"]
    while parts and not one_of and parts[0].casefold() in ARTICLES | ANY | THEIRS | THESE:
        parts = parts[1:]
    while parts and parts[0].casefold() in {"by", "to", "among"}:
        parts = parts[1:]
    for k, part in enumerate(parts):
        if k and _ends_core(parts, k):
            return _short(parts[:k])
        if part[-1] in ",;:" or (k + 1 == len(parts) and part != _unowned(part)):
            return _short([*parts[:k], _unowned(part.rstrip(",;:"))])
    return _short(parts)


def _unowned(part: str) -> str:
    return part.removesuffix("'s").removesuffix("\u2019s")


def _ends_core(parts: list[str], at: int) -> bool:
    """Whether a word after the noun only says more; "a person close to the talks" needs it."""
    word, before = parts[at].casefold(), _bare(parts[at - 1])
    if word in {"familiar", "close", "with"} and before in words("people", "anybody"):
        return False
    if "who" in (part.casefold() for part in parts[: at + 1]):
        return before not in words("people", "anybody") and word == "who"
    if word == "both" and before in words("grammar", "prepositions"):
        return False
    after = parts[at + 1][:1] if at + 1 < len(parts) else ""
    if word == "and" and parts[at - 1][0].isupper() and after.isupper():
        return False  # "an official of the Organization for Security and Co-operation"
    return word in POINTING or _opens_aside(parts, at)


def _short(parts: list[str]) -> list[str]:
    """At most so many words, cut before a preposition."""
    parts = [part for part in parts if part]
    if len(parts) <= LONGEST:
        return parts
    prepositions = words("grammar", "prepositions")
    cuts = [k for k in range(1, LONGEST) if parts[k].casefold() in prepositions]
    return parts[: cuts[-1]] if cuts else parts


def _opens_aside(parts: list[str], at: int) -> bool:
    """A bracket, "opposed to", "armed by" or "helping the police" after the noun."""
    following = parts[at + 1].casefold() if at + 1 < len(parts) else ""
    past = parts[at].islower() and parts[at].endswith("ed")
    going = parts[at].islower() and parts[at].endswith("ing") and _bare(parts[at - 1]) in speakers()
    led = past and following in words("grammar", "prepositions")
    return parts[at][0] == "(" or led or going


def _head(parts: list[str]) -> int:
    """Where the noun stands that may speak, -1 where there is none."""
    if not parts:
        return -1
    if [part.casefold() for part in parts[:2]] == ["one", "of"]:
        inner = _head(parts[2:])
        return inner + 2 if inner >= 0 else -1
    end = next((k for k in range(len(parts)) if _ends_noun(parts, k)), len(parts))
    if not end:
        return -1
    head = _bare(parts[end - 1])
    if head in words("people", "gatherings") and parts[end : end + 1] == ["of"]:
        return end - 1 if _head(parts[end + 1 :]) >= 0 else -1
    known = head in speakers() or singular(head) in _bodies() | words("people", "alone")
    return end - 1 if known or _is_people(parts[end - 1]) or _is_doer(parts[end - 1]) else -1


def _is_doer(part: str) -> bool:
    """Whether a noun no list has is one for people by its ending: "fishmonger", "violinists"."""
    noun = singular(_bare(part))
    return part.islower() and noun.endswith(DOERS) and noun not in words("people", "no doers")


def _is_people(part: str) -> bool:
    """As in "Norlanders", "a Republican": people of a nation, a party or a faith."""
    return part[0].isupper() and singular(_bare(part)) in words("people", "adherents")


def _ends_noun(parts: list[str], at: int) -> bool:
    word = parts[at].casefold()
    return word in words("grammar", "prepositions") or word in {"familiar", "close", "who"}


def _bare(part: str) -> str:
    return part.casefold().strip(',."\u201c\u201d')


def _lowered(part: str, directory: Directory) -> str:
    """The first word in small letters, where only the sentence gave it a capital."""
    lower = part.casefold()
    common = (speakers() - _bodies()) | words("people", "bland") | words("people", "telling")
    common |= words("people", "armed adjectives")
    several = lower.endswith("s") and singular(lower) in _bodies() | words("people", "alone")
    plain = part[:1].isupper() and part[1:].islower() and (lower in common or several)
    return lower if plain and not directory.find(part) else part


def _tells(part: str) -> bool:
    lower = part.casefold()
    return lower not in words("people", "bland") | words("grammar", "prepositions") | ARTICLES


@cache
def _bodies() -> frozenset[str]:
    named = words("people", "bodies") | words("people", "group heads") | words("people", "labels")
    return named - words("people", "alone") - words("people", "speakers")


@cache
def speakers() -> frozenset[str]:
    """The nouns for people and bodies that speak, in both numbers."""
    sections = ("people", "posts", "spokespeople", "bodies", "group heads", "collectives",
                "local services", "speakers", "gatherings", "anybody", "labels")  # fmt: skip
    mere = ("carriers", "documents", "media nouns")
    found = frozenset().union(*(words("people", section) for section in sections))
    plural = frozenset(
        f"{noun}s" for noun in words("people", "posts") | words("people", "speakers")
    )
    taken = frozenset().union(*(words("people", section) for section in mere))
    return (found | plural) - (taken - words("people", "labels") - words("people", "speakers"))
