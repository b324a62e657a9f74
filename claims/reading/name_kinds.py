"""What a name is the name of, judged by its own words: a person, a group, a company, a paper."""

from functools import cache

from claims.reading.lexicon import words
from claims.reading.runs import PARTICLES, has_particle
from events.choices import ActorKind, NameKind
from events.directory import Directory

PERSON_WORDS = range(1, 5)  # besides particles: "Luiz Inacio Lula da Silva"
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})
LONGEST_INITIALS = 2  # "V." and "JD" are initials, "NTSB" is a body
# The section of ``people.txt`` whose words make a name one of that kind, the surest first.
KINDS = (
    ("media heads", ActorKind.MEDIA),
    ("ministry heads", ActorKind.MINISTRY),
    ("party heads", ActorKind.PARTY),
    ("company heads", ActorKind.COMPANY),
    ("local heads", ActorKind.REGION),
    ("government heads", ActorKind.GOVERNMENT),
    ("bodies", ActorKind.ORGANISATION),
)


def is_group_name(name: str, directory: Directory) -> bool:
    """Whether a name is that of an armed or other organised group."""
    parts = name.split()
    kinds = {match.actor.kind.value for match in directory.find(name)}
    if kinds:
        return "armed_group" in kinds
    heads = words("people", "armed groups") - {"state", "forces", "guard", "army", "company"}
    return len(parts) > 1 and bool({part.casefold() for part in parts} & heads)


def is_person_name(name: str, directory: Directory) -> bool:
    """Whether a name looks like a person's: two to four words, none of them a body or a nation."""
    parts = name.split()
    own = [part for part in parts if part.casefold() not in PARTICLES]
    article = parts[0].casefold() == "the"  # "The Lis" of a headline is no first name
    if article or len(parts) == 1 or len(own) not in PERSON_WORDS or directory.find(name):
        return False
    # A surname may also be a post ("Ola King"), a first name may not.
    surname = parts[-1].casefold() in words("people", "surnames")
    if not all(_may_be_a_persons(part) for part in (parts[:-1] if surname else parts)):
        return False
    return not any(_is_taken(part, parts, directory) for part in parts)


def _is_taken(part: str, parts: list[str], directory: Directory) -> bool:
    """Whether a word names somebody else; "Cuban" may be a surname after a known first name."""
    kinds = {match.kind for match in directory.find(part)}
    first = parts[0].casefold()
    told = first in words("people", "his names") or first in words("people", "her names")
    return bool(kinds) and not (told and part == parts[-1] and kinds == {NameKind.DEMONYM})


def _may_be_a_persons(part: str) -> bool:
    lower = part.casefold().rstrip(".,")
    if not (part[0].isupper() or lower in PARTICLES or has_particle(part)):
        return False
    if lower in _never_persons() or any(char.isdigit() for char in part):
        return False
    return not (part.isupper() and len(part.replace(".", "")) > LONGEST_INITIALS)


@cache
def _never_persons() -> frozenset[str]:
    sections = ("bodies", "media", "posts", "not persons", "company heads", "labels")
    return frozenset().union(*(words("people", section) for section in sections))


def without_title(name: str) -> str:
    """A person's name without the post before it: "Ali Lis" of "Norish President Ali Lis"."""
    parts = name.split()
    for at in range(len(parts) - 1, 0, -1):
        if _is_title(parts[at - 1]) and parts[at].casefold() not in SUFFIXES:
            rest = parts[at:]
            if rest[0].casefold() in words("people", "bodies"):
                return name  # "General Command", "General Staff"
            return " ".join(rest) if all(_may_be_a_persons(part) for part in rest) else name
    return name


def _is_title(word: str) -> bool:
    """Whether a word only says what its bearer does: "Gen.", "Hydrologist", "producers"."""
    lower = word.casefold().rstrip(".")
    posts = _posts()
    return lower in posts or lower.removesuffix("s") in posts or lower.endswith("ologist")


@cache
def _posts() -> frozenset[str]:
    return words("people", "posts") | words("people", "spokespeople")


def kind_of_name(name: str) -> ActorKind:
    """The kind of body that a name's words show; OTHER when they show none."""
    parts = {part.casefold().strip(".,()") for part in name.split()}
    return next((kind for section, kind in KINDS if parts & words("people", section)),
                ActorKind.OTHER)  # fmt: skip
