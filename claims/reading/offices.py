"""Who holds which post, as the article tells it: "Mir governor Ana Ruiz", "Lis, Chile's envoy"."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.reading.grammar import base_verb, is_in, is_verb
from claims.reading.lexicon import words
from claims.reading.name_kinds import is_person_name, without_title
from claims.reading.runs import Run, runs_of
from claims.reading.text import Sentence, Token
from events.choices import ActorKind
from events.directory import Directory, fold

REACH = 10  # tokens on each side of a name in which its post is told
SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "prof": "professor",
    "capt": "captain",
    "sgt": "sergeant",
    "adm": "admiral",
    "col": "colonel",
    "lt": "lieutenant",
}
BELONGING = frozenset({"of", "for", "at", "in", "from"})


@dataclass(frozen=True, slots=True)
class Office:
    """A post that a person holds: the words that tell it, and whose post it is.

    ``owner`` are keys of the directory and folded names of what it lacks; empty where the
    article does not say whose governor somebody is.
    """

    name: str
    words: frozenset[str]
    owner: frozenset[str]


def offices_of(sentence: Sentence, run: Run, name: str, directory: Directory) -> list[Office]:
    """The posts that a sentence gives to the person whose name is the run."""
    tokens = sentence.tokens
    title = run.text.removesuffix(name).split() if run.text.endswith(name) else []
    start = run.first
    if start > 1 and tokens[start - 1].text == ",":
        start -= 1
    before = (
        () if _is_placed(tokens, run.first) else _left(tokens, start if not title else run.first)
    )
    inside = tokens[run.first : min(run.first + len(title), run.last)]
    found = [_office(name, (*before, *inside), directory)]
    if run.last + 1 < len(tokens) and tokens[run.last].text == ",":
        apposed = _right(tokens, run.last + 1)
        found += [_office(name, apposed, directory)] if apposed else []
    return [office for office in found if office is not None]


def holder(
    offices: Iterable[Office], asked: tuple[Token, ...], directory: Directory
) -> tuple[str, bool]:
    """The one person who holds the post of a phrase ("the UN chief", "the minister").

    With it, whether anybody at all holds a post of that name; "" when nobody or several do.
    """
    post = _office("", asked, directory)
    if post is None:
        return "", False
    known = [office for office in offices if _answers(office, post)]
    if post.owner:
        exact = {office.name for office in known if office.owner & post.owner}
        if exact:
            return (exact.pop(), True) if len(exact) == 1 else ("", True)
        if any(_is_state(key, directory) for key in post.owner):
            return "", False  # "the Sulish president" is no president of unknown state
        # Of senators there are many in an article, of governors of unsaid regions one.
        single = post.words & words("people", "single posts")
        known = [office for office in known if single and not office.owner]
    names = {office.name for office in known if office.words >= post.words}
    return (names.pop(), True) if len(names) == 1 else ("", bool(names))


def _answers(office: Office, post: Office) -> bool:
    lesser = words("people", "lesser posts")
    if office.words & lesser != post.words & lesser:
        return False
    at_the_top = bool(post.owner) and bool(office.words & words("people", "top posts"))
    return post.words <= office.words or (post.words <= words("people", "heads") and at_the_top)


def _is_state(key: str, directory: Directory) -> bool:
    actor = directory.actors.get(key)
    return actor is not None and actor.kind == ActorKind.STATE


def _is_placed(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name only tells where or whose: "a doctor at the San Lucas clinic"."""
    while at and is_in(tokens[at - 1], "determiners"):
        at -= 1
    return at > 0 and is_in(tokens[at - 1], "prepositions")


def _left(tokens: tuple[Token, ...], end: int) -> tuple[Token, ...]:
    """The noun phrase that ends before a name, without its determiner."""
    first = end
    while first > max(0, end - REACH):
        token = tokens[first - 1]
        belongs = token.lower in BELONGING and first < end
        if not (token.is_word or token.lower == "'s") or (_ends_phrase(token) and not belongs):
            break
        first -= 1
    return tokens[first:end]


def _right(tokens: tuple[Token, ...], first: int) -> tuple[Token, ...]:
    """The apposition after a name, up to its comma, relative clause or verb."""
    if tokens[first].text.isdigit() and tokens[first + 1 : first + 2]:
        first += 2  # "Ana Ruiz, 67, a nurse"
    end = first
    while end < min(first + REACH, len(tokens)):
        token = tokens[end]
        if not (token.is_word or token.lower == "'s"):
            break
        goes_on = token.lower in BELONGING or end == first
        if not goes_on and (_ends_phrase(token) or is_verb(tokens, end)):
            break
        end += 1
    # "Told of Lis, the mayor said" goes on with a verb: there the mayor is somebody else.
    closed = end >= len(tokens) or not tokens[end].is_word or _may_follow(tokens[end])
    return tokens[first:end] if closed else ()


def _may_follow(token: Token) -> bool:
    return is_in(token, "prepositions") or is_in(token, "relatives")


def _ends_phrase(token: Token) -> bool:
    closed = ("prepositions", "relatives", "conjunctions", "pronouns", "subordinators")
    return any(is_in(token, section) for section in closed) or (
        token.text.islower() and bool(base_verb(token)) and token.lower not in _posts()
    )


def _posts() -> frozenset[str]:
    return words("people", "posts") | words("people", "spokespeople")


def _office(name: str, tokens: tuple[Token, ...], directory: Directory) -> Office | None:
    """The post of a phrase: its common nouns before "of", its names as owners."""
    mark = next((k for k, t in enumerate(tokens) if t.lower in BELONGING and k), len(tokens))
    core = tokens[:mark]
    owned = max((k for k, t in enumerate(core) if t.lower == "'s"), default=-1)
    nouns = [t for t in core[owned + 1 :] if _is_post_word(t)]
    if not nouns or not _is_post_head(nouns[-1], core):
        return None
    told = frozenset(SHORT.get(t.lower.rstrip("."), fold(t.text)) for t in nouns)
    named = [t for t in core if t not in nouns]
    return Office(name, told, _owners((tuple(named), tokens[mark:]), directory))


def _is_post_head(noun: Token, core: tuple[Token, ...]) -> bool:
    """Whether a noun tells a post: a known one, or any that ends its phrase ("a nurse")."""
    known = noun.lower in _posts() or noun.lower in words("people", "heads")
    return known or (noun.text.islower() and noun is core[-1])


def _is_post_word(token: Token) -> bool:
    if not token.is_word or is_in(token, "determiners") or token.lower == "'s":
        return False
    if token.text.islower() or token.lower in _posts():
        return True
    return token.lower in words("people", "lesser posts") | words("people", "fields")


def _owners(parts: Iterable[tuple[Token, ...]], directory: Directory) -> frozenset[str]:
    """Those a post belongs to, by key where the directory knows the one of that name."""
    found: set[str] = set()
    for part in parts:
        for run in runs_of(Sentence(part, 0), 0, "") if part else ():
            text = " ".join(token.text for token in part[run.first : run.last])
            keys = {match.actor.key for match in directory.find(text)}
            bare = without_title(text)
            found |= keys if len(keys) == 1 else {fold(bare)}
            if not keys and is_person_name(bare, directory):
                found.add(fold(bare.split()[-1]))  # "Berg's spokesman" is that of Ola Berg
    return frozenset(found)
