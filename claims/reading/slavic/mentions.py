"""What a stretch of a sentence names: actors, persons, posts, bodies, pronouns - left to right."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from claims.reading.slavic.directory import Named, actor_at
from claims.reading.slavic.lines import Line, has_verb
from claims.reading.slavic.names import given_name
from events.directory import Directory
from events.stems import stem

OPENING = frozenset('«“„"')
CLOSING = frozenset('»”“"')
LONGEST_QUOTED = 8
PARTICLES = ("аль-", "эль-", "ель-", "ибн-", "ад-", "ар-")
LONGEST_NAME = 4
PLURAL_VERBS = ("ли", "лися", "лись", "ють", "ять", "ать", "ют", "ят", "ут", "ат")
SMALL = (
    ("people", "prepositions"),
    ("people", "pronouns"),
    ("cues", "subordinators"),
    ("cues", "asides"),
    ("cues", "links"),
    ("cues", "hers"),
    ("cues", "parenthetic"),
)


class What(Enum):
    """What kind of thing is named."""

    ACTOR = "actor"
    NAME = "name"
    QUOTED = "quoted"
    POST = "post"
    BODY = "body"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Some tokens that name somebody; ``aside`` when a preposition makes them a circumstance."""

    first: int
    last: int
    what: What
    aside: bool = False
    named: Named | None = None


def mentions(line: Line, first: int, last: int, directory: Directory) -> Iterator[Mention]:
    """All mentions of a stretch in their order."""
    at, reach = first, -1
    while at < last:
        found = _mention_at(line, at, last, directory)
        if found is None:
            reach = _reach(line, at, last, reach)
            at += 1
            continue
        aside = at <= reach
        yield Mention(found.first, found.last, found.what, aside, found.named)
        # "на засіданні Ради безпеки": the names right after belong to the circumstance.
        reach = found.last if aside and _goes_on(line, found.last, last) else reach
        at = found.last


def _reach(line: Line, at: int, last: int, reach: int) -> int:
    """How far a circumstance reaches: from its preposition over adjectives to its noun."""
    if line.is_break(at):
        return -1
    if line.words[at] in line.lexicon("people", "prepositions"):
        return at + 1
    if at == reach and at + 1 < last:
        adjective = line.words[at] in _adjectives(line) or line.words[at].endswith(ADJECTIVE)
        place = line.words[at] in line.lexicon("people", "places of saying")
        follows = line.tokens[at + 1].is_capitalised and place
        return at + 1 if adjective or follows or line.tokens[at].text in OPENING else reach
    return reach


ADJECTIVES = ("ий", "а", "е", "і", "ої", "ого", "ій", "ому", "ая", "ое", "ой", "ые", "ый", "ую")
ADJECTIVE = ("ому", "ій", "ої", "их", "ого", "ом", "ой", "ім", "ем", "им", "ым", "ими", "ыми")


def _adjectives(line: Line) -> frozenset[str]:
    return frozenset(line.lexicon("cues", "hers").heads)


def _goes_on(line: Line, at: int, last: int) -> bool:
    return at < last and line.tokens[at].is_capitalised and not _is_exact(line, at)


def _mention_at(line: Line, at: int, last: int, directory: Directory) -> Mention | None:
    token = line.tokens[at]
    if token.text in OPENING:
        return _quoted(line, at, last)
    if not token.is_word or token.text[0].isdigit():
        return None
    named = actor_at(line, at, last, directory)
    if named is not None and not (named.demonym and not named.forces):
        return Mention(at, named.last, What.ACTOR, named=named)
    described = _described(line, at, last)
    if described is not None or named is not None or _is_attribute(line, at, last):
        return described or _capital_body(line, at, last)
    return _name(line, at, last, directory) if _is_name(line, at) else None


def _capital_body(line: Line, at: int, last: int) -> Mention | None:
    """A body behind its adjective ("Державна служба"); a region is none."""
    hit = line.lexicon("people", "bodies").at(line.words, at + 1, last) if at + 1 < last else None
    return Mention(at, hit.last, What.BODY) if hit and _is_attribute(line, at, last) else None


def _name(line: Line, at: int, last: int, directory: Directory) -> Mention:
    end = at + 1
    while end < min(last, at + LONGEST_NAME) and _joins(line, end, directory):
        end += 1
    return Mention(at, end, What.NAME)


def _described(line: Line, at: int, last: int) -> Mention | None:
    """A pronoun, a post, or a noun for a body."""
    if line.words[at] in line.lexicon("people", "pronouns"):
        return Mention(at, at + 1, What.PRONOUN)
    for title, what in (("posts", What.POST), ("bodies", What.BODY), ("bodies again", What.BODY)):
        hit = line.lexicon("people", title).at(line.words, at, last)
        if hit is not None and not _is_given(line, at):
            return Mention(at, hit.last, what)
    return None


def _is_attribute(line: Line, at: int, last: int) -> bool:
    """Whether an adjective of a body or region begins here: "Державна служба"."""
    token = line.tokens[at]
    if not token.is_capitalised or at + 1 >= last or not token.lower.endswith(ADJECTIVES):
        return False
    places = line.lexicon("people", "regions").at(line.words, at + 1, last)
    return (
        places is not None
        or line.lexicon("people", "bodies").at(line.words, at + 1, last) is not None
    )


def _is_given(line: Line, at: int) -> bool:
    """Whether a word with a capital is a person's given name: "Мар'ян", "Лев"."""
    return line.tokens[at].is_capitalised and given_name(line.words[at], line.language) is not None


def _is_name(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if not token.is_capitalised or _is_small(line, at):
        return False
    if at and not _begins(line, at):
        return True
    follows = at + 1 < len(line.tokens) and line.tokens[at + 1].is_capitalised
    known = given_name(token.text, line.language) is not None
    return known or follows or _is_acronym(token.text) or _is_last_name(line, at)


def _is_small(line: Line, at: int) -> bool:
    """Whether it is a preposition, conjunction or the like, with the capital of a beginning."""
    return any(line.lexicon(*where).at(line.words, at) is not None for where in SMALL)


def _is_last_name(line: Line, at: int) -> bool:
    """Whether the first word of a sentence is a surname alone: a verb of saying comes next."""
    titles = ("saying", "denying", "confirming", "blaming", "calling")
    if at + 1 >= len(line.words) or line.words[at + 1].endswith(PLURAL_VERBS):
        return False
    return any(line.lexicon("cues", title).at(line.words, at + 1) is not None for title in titles)


def _begins(line: Line, at: int) -> bool:
    """Whether the capital may only be that of a beginning."""
    before = line.tokens[at - 1]
    return before.text in OPENING or (at == 1 and not before.is_word) or before.text == ":"


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _joins(line: Line, at: int, directory: Directory) -> bool:
    """Whether a name goes on with this token."""
    token = line.tokens[at]
    if token.lower.startswith(PARTICLES):
        return True
    if not token.is_capitalised or line.is_break(at):
        return False
    before = line.tokens[at - 1].text
    if _is_acronym(token.text) != _is_acronym(before):  # "Харківської ОВА Олег Бук"
        return False
    if _is_exact(line, at) and not _is_exact(line, at - 1):  # "речник Кука Марко Лис"
        return False
    return stem(token.text) not in {"рф", "сша"} and not _is_state(line, at, directory)


def _is_exact(line: Line, at: int) -> bool:
    """Whether a word is a given name in the nominative."""
    found = given_name(line.tokens[at].text, line.language)
    return found is not None and found[1].casefold() == line.words[at]


def _is_state(line: Line, at: int, directory: Directory) -> bool:
    named = actor_at(line, at, at + 1, directory)
    return named is not None and not named.demonym


def _quoted(line: Line, at: int, last: int) -> Mention | None:
    """A name in quotation marks: «Вістров», «Рух»."""
    for end in range(at + 2, min(at + LONGEST_QUOTED, last)):
        if line.tokens[end].text in CLOSING:
            # «Мы не стреляли» is speech, not a name.
            capital = line.tokens[at + 1].is_capitalised and not has_verb(line, at + 1, end)
            return Mention(at, end + 1, What.QUOTED) if capital else None
    return None
