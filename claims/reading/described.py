"""How a speaker without a name is called: "senior Norish official", "two armed groups"."""

from functools import cache

from claims.reading.lexicon import words
from events.directory import Directory

ARTICLES = frozenset({"the", "a", "an"})
POINTING = frozenset({"who", "which", "that", "whose", "familiar", "close", "speaking"})
OWN = frozenset({"his", "her", "its", "their", "our", "my", "your", "this", "these"})
ANY = frozenset({"one", "another", "some", "any", "either", "several", "many", "most", "other"})


def description(text: str, directory: Directory) -> str:
    """The words that tell a nameless speaker apart, without their article; "" when none do.

    They must say whose people it is ("residents of Mir", "a Norish official") or that a body
    spoke ("two armed groups", "police"). "Experts" and "a senior official" may be anybody, and
    which one "one of the armed groups" is stays open.
    """
    parts = _core(text.split())
    if not parts or parts[0].casefold() in ANY:
        return ""
    at = _head(parts)
    if at < 0 or OWN & {part.casefold() for part in parts}:
        return ""
    head = parts[at].casefold().strip(",.")
    others = parts[:at] + parts[at + 1 :]
    places = any(_is_name(part, at_first=k == 0, directory=directory)
                 for k, part in enumerate(parts) if k != at)  # fmt: skip
    body = head in _bodies() and any(_tells(part) for part in others)
    alone = head in words("people", "local services") and not others
    return " ".join(parts) if places or body or alone else ""


def _core(parts: list[str]) -> list[str]:
    """The words up to a comma, a bracket, a relative or a participle; no article at the head."""
    while parts and parts[0].casefold() in ARTICLES:
        parts = parts[1:]
    for k, part in enumerate(parts):
        if k and (part.casefold() in POINTING or _opens_aside(parts, k)):
            return parts[:k]
        if part[-1] in ",;:":
            return [*parts[:k], part[:-1]]
    return parts


def _opens_aside(parts: list[str], at: int) -> bool:
    """A bracket, or "opposed to", "based in", "armed by" after the noun."""
    following = parts[at + 1].casefold() if at + 1 < len(parts) else ""
    participle = parts[at].islower() and parts[at].endswith("ed")
    return parts[at][0] == "(" or (participle and following in words("grammar", "prepositions"))


def _head(parts: list[str]) -> int:
    """Where the noun stands that may speak, -1 where there is none."""
    prepositions = words("grammar", "prepositions")
    after = range(1, len(parts))
    end = next((k for k in after if parts[k].casefold() in prepositions), len(parts))
    return end - 1 if parts[end - 1].casefold() in _speakers() else -1


def _is_name(part: str, *, at_first: bool, directory: Directory) -> bool:
    if not part[0].isupper():
        return False
    whole = part.removesuffix("'s").removesuffix("\u2019s").split("-")[0]
    return not at_first or part.isupper() or bool(directory.find(whole))


def _tells(part: str) -> bool:
    lower = part.casefold()
    return lower not in words("people", "bland") | words("grammar", "prepositions") | ARTICLES


@cache
def _bodies() -> frozenset[str]:
    services = words("people", "local services")
    return words("people", "bodies") | words("people", "group heads") | services


@cache
def _speakers() -> frozenset[str]:
    sections = ("people", "posts", "spokespeople", "bodies", "group heads", "collectives",
                "local services")  # fmt: skip
    mere = ("carriers", "documents", "media nouns")
    found = frozenset().union(*(words("people", section) for section in sections))
    return found - frozenset().union(*(words("people", section) for section in mere))
