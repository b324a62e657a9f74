"""Where a sentence says that somebody says something: reporting verbs, phrases and nouns."""

from claims.choices import Stance
from claims.reading.constructions import find_construction, owner_end
from claims.reading.cue_entries import (
    Cue,
    CueEntry,
    adjectives,
    cue_bases,
    entry_of,
    nouns,
    phrase_cues,
    verbs,
)
from claims.reading.grammar import is_auxiliary, is_in, skip_left
from claims.reading.lexicon import words
from claims.reading.text import Sentence, Token

__all__ = ["Cue", "CueEntry", "cue_bases", "entry_of", "find_cues", "owner_end"]

RELATIVE_REACH = 7  # tokens from "which" to "disputes"
ASIDE = 7  # tokens of ", the guard's command reports."
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
            or find_construction(tokens, at)
            or _adjective(tokens, at)
            or _verb(tokens, at)
            or _noun(tokens, at)
        )
        if cue is not None:
            found.append(cue)
            covered = cue.last
    return found


def _phrase(tokens: tuple[Token, ...], lowers: list[str], at: int) -> Cue | None:
    for phrase, entry in phrase_cues().get(lowers[at], ()):
        if tuple(lowers[at : at + len(phrase)]) == phrase:
            first = at if "source" in entry.frames else skip_left(tokens, at)
            negated = _negated(tokens, first, at)  # "has not claimed responsibility"
            ing = _is_ing(tokens[at])
            return Cue(first, at, at + len(phrase), entry, participle=ing, negated=negated)
    return None


def _adjective(tokens: tuple[Token, ...], at: int) -> Cue | None:
    entry = adjectives().get(tokens[at].lower)
    if entry is None:
        return None
    for k in range(at - 1, max(at - ADJECTIVE_REACH, -1), -1):
        if is_in(tokens[k], "be") and tokens[k].lower not in {"be", "been", "being"}:
            return Cue(skip_left(tokens, k), k, at + 1, entry, negated=_negated(tokens, k, at))
    return None


def _verb(tokens: tuple[Token, ...], at: int) -> Cue | None:
    token = tokens[at]
    entry = verbs().get(token.lower)
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
    entry = nouns().get(tokens[at].lower)
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if entry is None or after not in {"that", "of"} or owner_end(tokens, at) is None:
        return None
    return Cue(at, at, at + 1, entry)


def _acts_as_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "claims", "reported" and the like are verbs here, not nouns or adjectives."""
    if at == 0:
        return _is_ing(tokens[at])
    before = tokens[at - 1]
    if _is_noun_place(tokens, at):
        return False
    if tokens[at].lower not in NOUN_LIKE:
        return True
    if before.lower in verbs() and not is_in(before, "conjunctions"):
        return False  # "said reports that", "denied claims that"
    if _is_named_thing(tokens, at):
        return False
    return _has_subject(tokens, at) or _has_object(tokens, at)


def _is_named_thing(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "called the Orsa report a fake": one who speaks now "reports"."""
    plain = not tokens[at].lower.endswith(("s", "ed"))
    named = at > 1 and tokens[at - 1].is_capitalised and is_in(tokens[at - 2], "determiners")
    return plain and named and tokens[at - 2].lower not in {"both", "all"}


def _is_noun_place(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether no verb can stand here: after "'s", "her", "in", in "12 confirmed deaths"."""
    before = tokens[at - 1]
    return (
        before.lower == "'s"
        or (before.text[0].isdigit() and tokens[at].lower.endswith("ed"))
        or is_in(before, "possessives")
        or (is_in(before, "determiners") and before.lower not in {"that", "both", "all"})
        or (is_in(before, "prepositions") and not _takes_verb(before, tokens[at]))
    )


def _has_subject(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word that may be a noun ends a clause with a subject of its own.

    "The rebels, an official counters, hold the bridge"; ", which the operator disputes".
    """
    after = tokens[at + 1].text if at + 1 < len(tokens) else "."
    if after == "," and _is_someone(tokens[at - 1]):
        return True
    if after in {".", ";"} and _ends_aside(tokens, at):
        return True
    if after not in {",", ".", ";"} or verbs()[tokens[at].lower].stance != Stance.DENIES:
        return False
    near = range(at - 2, max(at - RELATIVE_REACH, 0), -1)
    return any(tokens[k].lower in {"which", "that"} for k in near)


def _ends_aside(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "Nobody got past the gate, the guard's command reports."."""
    if not tokens[at].lower.endswith("s") or tokens[at - 1].lower.endswith("s"):
        return False
    comma = next((k for k in range(at - 1, max(at - ASIDE, 0), -1) if not tokens[k].is_word
                  and tokens[k].text != "'s"), -1)  # fmt: skip
    if comma < 1 or tokens[comma].text not in {",", "”", '"'}:
        return False
    inner = tokens[comma + 1 : at]
    plain = inner and not any(
        is_in(token, "prepositions") or is_in(token, "conjunctions") for token in inner
    )
    return bool(plain) and (is_in(inner[0], "determiners") or inner[0].is_capitalised)


def _has_object(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what follows a word that may be a noun is what somebody claims or reports."""
    before = tokens[at - 1]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not (before.is_word or before.text in {",", ")", "\u201d", '"'}):
        return False
    return (
        _opens_complement(after)
        or is_in(before, "pronouns")
        or (after.is_word and after.lower not in NOT_AFTER and not is_auxiliary(after))
    )


def _is_someone(token: Token) -> bool:
    known = words("people", "people") | words("people", "posts") | words("people", "spokespeople")
    return token.lower in known and not token.lower.endswith("s")


def _takes_verb(preposition: Token, token: Token) -> bool:
    """As in "as claimed", "after saying", "answered by accusing"."""
    if preposition.lower == "by":
        return _is_ing(token)
    return preposition.lower in {"as", "after", "before"}


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
