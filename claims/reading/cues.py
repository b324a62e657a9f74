"""Where a sentence says that somebody says something: reporting verbs, phrases and nouns."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims.choices import Modality, Stance
from claims.reading.grammar import is_auxiliary, is_in, skip_left
from claims.reading.lexicon import conjugate, entries, words
from claims.reading.text import Sentence, Token

OWNER_REACH = 3  # "Moscow's repeated public claim"
ADJECTIVE_REACH = 8  # tokens between "is" and "sceptical"
NOUN_LIKE = frozenset(
    [
        "claim",
        "claims",
        "report",
        "reports",
        "state",
        "states",
        "post",
        "posts",
        "comment",
        "comments",
        "note",
        "notes",
        "name",
        "names",
        "question",
        "questions",
        "doubt",
        "doubts",
        "dispute",
        "disputes",
        "reject",
        "rejects",
        "contest",
        "call",
        "calls",
        "count",
        "counts",
        "estimate",
        "estimates",
        "point",
        "points",
        "stress",
        "answer",
        "counter",
        "counters",
        "reply",
        "reveal",
        "present",
        "release",
        "share",
        "show",
        "shows",
        "blame",
        "account",
        "mention",
        "mentions",
        "suspect",
        "suspects",
        "put",
        "indicate",
        "contact",
        "warning",
    ]
)
NOT_AFTER = frozenset(
    [
        "of",
        "about",
        "from",
        "by",
        "against",
        "and",
        "or",
        "but",
        "for",
        "over",
        "on",
        "in",
        "at",
        "with",
        "about",
        "than",
    ]
)


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What the lexicon knows of a cue: its base form, its frames, its stance and modality."""

    base: str
    frames: frozenset[str]
    stance: Stance
    modality: Modality


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: tokens ``first`` (with its auxiliaries) up to ``last``.

    ``at`` is the word itself. ``passive``: "was claimed"; ``participle``: "adding"; ``negated``:
    "did not confirm".
    """

    first: int
    at: int
    last: int
    entry: CueEntry
    passive: bool = False
    participle: bool = False
    negated: bool = False


def find_cues(sentence: Sentence) -> list[Cue]:
    """All cues of a sentence from left to right; a phrase wins over the verb it begins with."""
    found: list[Cue] = []
    covered = 0
    tokens = sentence.tokens
    lowers = sentence.lowers()
    for at in range(len(tokens)):
        if at < covered:
            continue
        cue = (
            _phrase(tokens, lowers, at)
            or _adjective(tokens, at)
            or _verb(tokens, at)
            or _noun(tokens, at)
        )
        if cue is not None:
            found.append(cue)
            covered = cue.last
    return found


def _phrase(tokens: tuple[Token, ...], lowers: list[str], at: int) -> Cue | None:
    for phrase, entry in _phrases().get(lowers[at], ()):
        if tuple(lowers[at : at + len(phrase)]) == phrase:
            first = at if "source" in entry.frames else skip_left(tokens, at)
            negated = _negated(tokens, first, at)  # "has not claimed responsibility"
            ing = _is_ing(tokens[at])
            return Cue(first, at, at + len(phrase), entry, participle=ing, negated=negated)
    return None


def _adjective(tokens: tuple[Token, ...], at: int) -> Cue | None:
    entry = _adjectives().get(tokens[at].lower)
    if entry is None:
        return None
    for k in range(at - 1, max(at - ADJECTIVE_REACH, -1), -1):
        if is_in(tokens[k], "be") and tokens[k].lower not in {"be", "been", "being"}:
            return Cue(skip_left(tokens, k), k, at + 1, entry, negated=_negated(tokens, k, at))
    return None


def _verb(tokens: tuple[Token, ...], at: int) -> Cue | None:
    token = tokens[at]
    entry = _verbs().get(token.lower)
    if entry is None or (token.is_capitalised and at > 0 and not _is_ing(token)):
        return None
    if not _acts_as_verb(tokens, at) or _has_particle(tokens, at):
        return None
    first = skip_left(tokens, at)
    return Cue(
        first,
        at,
        at + 1,
        entry,
        passive=_is_passive(tokens, first, at),
        participle=_is_ing(token) and first == at,
        negated=_negated(tokens, first, at),
    )


def _noun(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """A noun for a speech act with its owner and content: "Moscow's claim that ..."."""
    entry = _nouns().get(tokens[at].lower)
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if entry is None or after not in {"that", "of"} or owner_end(tokens, at) is None:
        return None
    return Cue(at, at, at + 1, entry)


def owner_end(tokens: tuple[Token, ...], at: int) -> int | None:
    """Where the owner of a noun ends: before "'s", or the pronoun "his"; None without one."""
    for k in range(at - 1, max(at - OWNER_REACH, 0) - 1, -1):
        if tokens[k].lower == "'s":
            return k
        if is_in(tokens[k], "possessives"):
            # "Retracted its claim that": the verb before it says whose and what.
            own = k > 0 and tokens[k - 1].lower in _verbs()
            return None if own else k + 1
        if not tokens[k].is_word:
            return None
    return None


def _acts_as_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "claims", "reported" and the like are verbs here, not nouns or adjectives."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is None:
        return _is_ing(tokens[at])
    noun_place = (
        before.lower == "'s"
        or is_in(before, "possessives")
        or (is_in(before, "determiners") and before.lower not in {"that", "both", "all"})
        or (is_in(before, "prepositions") and before.lower not in {"as", "after", "before"})
    )
    if noun_place:
        return False
    if tokens[at].lower not in NOUN_LIKE:
        return True
    if before.lower in _verbs() and not is_in(before, "conjunctions"):
        return False  # "said reports that", "denied claims that"
    if after is None or not (before.is_word or before.text in {",", ")", "\u201d", '"'}):
        return False
    return (
        _opens_complement(after)
        or is_in(before, "pronouns")
        or (after.is_word and after.lower not in NOT_AFTER and not is_auxiliary(after))
    )


def _opens_complement(token: Token) -> bool:
    return (
        is_in(token, "determiners")
        or is_in(token, "pronouns")
        or token.lower == "to"
        or token.text in {"\u201c", '"', ":"}
        or token.text[0].isdigit()
    )


def _has_particle(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "called off", "called for", "called himself": another verb than the bare one."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if after == "up" and [t.lower for t in tokens[at + 2 : at + 3]] == ["to"]:
        return False  # "said up to 600 houses were flooded"
    if tokens[at].lower == "state" and after in words("people", "state bodies"):
        return True  # "state television reported"
    if after.endswith(("self", "selves")) or after in {"off", "up", "back", "down"}:
        return True
    before = tokens[at - 2].lower if at > 1 else ""
    calling = tokens[at].lower.startswith("call")
    return calling and (after in {"for", "on", "in", "upon"} or before == "what")


def _is_ing(token: Token) -> bool:
    return token.lower.endswith("ing")


def _negated(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    return any(is_in(token, "negations") for token in tokens[first:last])


def _is_passive(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    be = any(is_in(token, "be") for token in tokens[first:at])
    return be and not _is_ing(tokens[at])


@cache
def _verbs() -> dict[str, CueEntry]:
    found: dict[str, CueEntry] = {}
    for head, entry in _rows("verbs"):
        for form in conjugate(head.split()):
            found.setdefault(form, entry)
    return found


@cache
def _nouns() -> dict[str, CueEntry]:
    found: dict[str, CueEntry] = {}
    for section, line in entries("cues"):
        if section == "nouns":
            heads, stance = (part.strip() for part in line.split("|"))
            for head in heads.split(", "):
                frames = frozenset({"noun"})
                found[head] = CueEntry(head, frames, Stance(stance), Modality.ASSERTED)
    return found


@cache
def _adjectives() -> dict[str, CueEntry]:
    return dict(_rows("adjectives"))


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], CueEntry]]]:
    """Phrase cues by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], CueEntry]]] = {}
    for section in ("phrases", "sources"):
        for head, entry in _rows(section):
            for phrase in _expand(head):
                found.setdefault(phrase[0], []).append((phrase, entry))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def entry_of(lower: str) -> CueEntry | None:
    """What the lexicon knows of a verb that reports; None for any other word."""
    return _verbs().get(lower)


@cache
def cue_bases() -> dict[str, str]:
    """Every single word that can be a cue, with its base; nouns and adjectives are marked so."""
    found = {form: entry.base for form, entry in _verbs().items()}
    for mark, entries_of in (("N", _nouns()), ("A", _adjectives())):
        for head in entries_of:
            found.setdefault(head, f"{mark}:{head}")
    return found


def _expand(head: str) -> list[tuple[str, ...]]:
    if not head.startswith("{"):
        return [tuple(head.split())]
    verb, rest = head[1:].split("}", 1)
    return [(form, *rest.split()) for form in dict.fromkeys(conjugate(verb.split()))]


def _rows(section: str) -> Iterator[tuple[str, CueEntry]]:
    for at, line in entries("cues"):
        if at == section:
            head, frames, stance, modality = (part.strip() for part in line.split("|"))
            base = head.split()[0] if section == "verbs" else head
            yield (
                head,
                CueEntry(base, frozenset(frames.split()), Stance(stance), Modality(modality)),
            )
