"""Word classes and noun phrases of one sentence, from word lists alone: no tagger."""

from functools import cache, lru_cache

from claims.reading.lexicon import conjugate, entries, match, phrases, verb_forms, words
from claims.reading.text import Token

DOUBLE = frozenset({"''", "``"})  # how some agencies type quotation marks
BREAKS = DOUBLE | frozenset(',;:.!?\u2026\u2014\u2013()[]\u201c\u201d"\u00ab\u00bb\u201e')
OPENERS = DOUBLE | frozenset('\u201c"\u00ab\u201e\u2018')
CLOSERS = DOUBLE | frozenset('\u201d"\u00bb\u2019')
LONG_PHRASE = 40  # tokens a phrase is followed to the left; keeps the cost of a sentence linear
OCCASION = 6  # tokens from a preposition to the noun of an occasion
PARENTHESIS = 14
QUALIFYING = frozenset({"same", "last", "next", "following", "previous", "past"})
KNOWN_WORDS = 20_000  # kept in memory


@cache
def _verbs() -> dict[str, str]:
    return verb_forms("grammar", "verbs")


@cache
def _rather_nouns() -> frozenset[str]:
    return words("grammar", "nouns before verbs")


def is_in(token: Token, section: str) -> bool:
    """Whether a token belongs to a word class of ``grammar.txt``; "US" and "WHO" are names."""
    return token.lower in words("grammar", section) and not is_acronym(token)


def is_acronym(token: Token) -> bool:
    """Whether it is written in capitals throughout."""
    return len(token.text) > 1 and token.text.isupper()


def is_auxiliary(token: Token) -> bool:
    """Whether it is a form of be, have, do or a modal verb."""
    return token.lower in words("grammar", "auxiliaries") and token.text != "May"


def is_adverb(token: Token) -> bool:
    """Whether it is an adverb that may stand between subject and verb."""
    return token.lower in words("grammar", "adverbs") or (
        token.lower.endswith("ly") and not token.is_capitalised
    )


@cache
def participles() -> frozenset[str]:
    """The past participles of the known verbs."""
    return frozenset(
        conjugate(entry.split())[-1]
        for section, line in entries("grammar")
        if section == "verbs"
        for entry in line.split(",")
        if entry.strip()
    )


def base_verb(token: Token) -> str:
    """The base form of a verb, "" for a word that is none of the known verbs."""
    return "" if token.is_capitalised else _verbs().get(token.lower, "")


def is_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the token acts as a finite verb, as far as its form and neighbours tell."""
    token = tokens[at]
    if not _has_verb_form(token.lower):
        return False
    if is_auxiliary(token):
        return True
    if token.lower.endswith("ing") or not (base_verb(token) or _looks_past(token)):
        return False
    before = tokens[at - 1] if at else None
    if before is not None and _takes_noun(before):
        return False
    if token.lower in _rather_nouns() or "-" in token.lower:
        ends = before is not None and _is_subject_end(before)
        return ends and (_takes_object(tokens, at) or _is_where(tokens, at))
    return not (before is not None and _is_modifier(tokens, at))


@lru_cache(maxsize=KNOWN_WORDS)
def _has_verb_form(lower: str) -> bool:
    """Whether a word may be a finite verb at all; most words may not."""
    return lower in words("grammar", "auxiliaries") or (
        not lower.endswith("ing") and (lower.endswith("ed") or lower in _verbs())
    )


def _looks_past(token: Token) -> bool:
    """Whether an unknown word has the ending of a regular past form."""
    lower = token.lower
    return lower.endswith("ed") and len(lower) > len("need") and token.text.islower()


def _takes_noun(token: Token) -> bool:
    """After a determiner, possessive or preposition comes no finite verb."""
    if token.lower in {"that", "both", "all", "some", "none", "each"}:
        return False
    return (
        token.lower == "'s"
        or is_in(token, "determiners")
        or is_in(token, "prepositions")
        or is_in(token, "possessives")
    )


def _is_subject_end(token: Token) -> bool:
    return token.is_word and not is_in(token, "conjunctions") and not is_adverb(token)


def _takes_object(tokens: tuple[Token, ...], at: int) -> bool:
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return (
        is_in(after, "determiners")
        or is_in(after, "pronouns")
        or after.lower in {"that", "to", "up", "off", "out", "down", "foot"}
        or after.is_capitalised
        or after.text[0].isdigit()
    )


def _is_where(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "1,700 live in shelters", "some 90 houses lie under water": where many are."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at].lower not in words("grammar", "being where"):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    several = before.text[0].isdigit() or before.lower == "people" or before.lower.endswith("s")
    return several and is_in(after, "prepositions") and after.lower != "of"


def _is_modifier(tokens: tuple[Token, ...], at: int) -> bool:
    """A participle before a noun ("the reported loss") or after one ("images released by")."""
    if not tokens[at].lower.endswith(("ed", "en", "wn")) or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].lower == "by"


def verbs_in(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a finite verb stands in a stretch of tokens."""
    return any(is_verb(tokens, at) for at in range(first, last))


def skip_left(tokens: tuple[Token, ...], at: int) -> int:
    """The place before the auxiliaries and adverbs that lead up to a verb at ``at``."""
    while at > 0 and (is_auxiliary(tokens[at - 1]) or is_adverb(tokens[at - 1])):
        at -= 1
    return at


def parenthesis_before(tokens: tuple[Token, ...], at: int) -> int:
    """Where a parenthesis that ends before ``at`` opens (", however," or "(RVC)"), else ``at``."""
    if at == 0:
        return at
    closing = tokens[at - 1].text
    opening = {",": ",", ")": "(", "\u2014": "\u2014", "\u2013": "\u2013"}.get(closing)
    if opening is None:
        return at
    for k in range(at - 2, max(at - 2 - PARENTHESIS, 0) - 1, -1):
        if tokens[k].text == opening:
            return k
    return at


def phrase_start(tokens: tuple[Token, ...], end: int, floor: int = 0) -> int:
    """Where the noun phrase that ends before ``end`` begins."""
    at = end
    conjunction = -1
    lowest = max(floor, end - LONG_PHRASE)
    while at > lowest:
        token = tokens[at - 1]
        if token.text == ")":
            opened = parenthesis_before(tokens, at)
            if opened == at:
                break
            at = opened
            continue
        if _stops_phrase(tokens, at - 1):
            break
        if conjunction >= 0 and _is_reduced_relative(tokens, at - 1) and is_verb(tokens, at - 1):
            break
        if is_in(token, "conjunctions"):
            conjunction = at - 1
        at -= 1
    if conjunction >= 0 and at > lowest and _cuts_conjunction(tokens, at - 1):
        return conjunction + 1
    return strip_openers(tokens, at, end)


def _stops_phrase(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    if token.text in BREAKS:
        return True
    if is_in(token, "subordinators") and token.lower not in {"after", "before", "since", "as"}:
        return True
    if is_in(token, "pronouns"):
        return True
    return is_verb(tokens, at) and not _is_reduced_relative(tokens, at)


def _is_reduced_relative(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "opposed to" in "groups opposed to the president said": a past form with no object."""
    token = tokens[at]
    if not token.lower.endswith(("ed", "en", "wn")) or at + 1 >= len(tokens) or at == 0:
        return False
    return is_in(tokens[at + 1], "prepositions") and tokens[at - 1].is_word


def _cuts_conjunction(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "and" before a subject joins clauses: a verb with its object stands left of it."""
    return is_verb(tokens, at)


def strip_openers(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """The start of a phrase without "Earlier", "On 22 May", "In the morning", "But"."""
    moved = True
    while moved and first < end - 1:
        moved = False
        token = tokens[first]
        size = match([t.lower for t in tokens[first:end]], 0, phrases("grammar", "openers"))
        if size and first + size < end:
            first += size
            moved = True
        elif is_in(token, "conjunctions") or _is_bare_adverb(token) or not token.is_word:
            first += 1
            moved = True
        else:
            past = max(
                _time_phrase(tokens, first, end),
                _occasion(tokens, first, end),
                _adjunct(tokens, first, end),
            )
            moved = past > first
            first = past
    return first


def _adjunct(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """Past "To the exchange" at the head of "to the exchange the company": no comma between."""
    if not is_in(tokens[first], "prepositions") or is_in(tokens[first + 1], "pronouns"):
        return first
    for at in range(first + 2, end - 1):
        before = tokens[at - 1]
        begins = is_in(tokens[at], "determiners") and tokens[at].text.islower()
        if (
            begins
            and before.is_word
            and not (
                is_in(before, "prepositions")
                or is_in(before, "determiners")
                or is_in(before, "conjunctions")
            )
        ):
            return at
    return first


def _occasion(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """Past "In a late-night message" or "At his weekly briefing" at the head of a phrase."""
    if not is_in(tokens[first], "prepositions") or first + 2 >= end:
        return first
    if not is_in(tokens[first + 1], "determiners"):
        return first
    for at in range(first + 2, min(first + OCCASION, end - 1)):
        if not tokens[at].text.islower():
            return first
        if tokens[at].lower in words("people", "occasions") | words("people", "carriers"):
            following = tokens[at + 1].lower
            return first if following in {"of", "from", "by", "to", "with", "for"} else at + 1
    return first


def _is_bare_adverb(token: Token) -> bool:
    return is_adverb(token) and token.lower not in {"both", "only", "all"}


def _time_phrase(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """Past a leading expression of time, or ``first`` when there is none."""
    at = first
    seen = False
    while at < end - 1:
        token = tokens[at]
        if _tells_time(tokens, at) or (seen and token.text[0].isdigit()):
            seen = True
        elif token.text[0].isdigit() or token.lower in {"on", "in", "at", "the", "into", "of", "a"}:
            following = range(at + 1, min(at + 4, len(tokens)))
            if not any(_tells_time(tokens, k) or tokens[k].text[0].isdigit() for k in following):
                break
        else:
            break
        at += 1
    return at if seen else first


def _tells_time(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word tells time: "last" in "last week", not in "the last witness"."""
    if not is_in(tokens[at], "time words"):
        return False
    after = tokens[at + 1 : at + 2]
    return (
        tokens[at].lower not in QUALIFYING
        or not after
        or (is_in(after[0], "time words") or after[0].text[0].isdigit())
    )


def phrase_end(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Where a noun phrase that begins at ``first`` ends: before a verb, a sign or a clause."""
    at = first
    while at < last:
        token = tokens[at]
        if token.text == "(":
            closed = next((k for k in range(at, last) if tokens[k].text == ")"), -1)
            if closed < 0:
                break
            at = closed + 1
            continue
        if token.text in BREAKS - {"\u201c", "\u201d", '"'}:
            break
        if at > first and (is_verb(tokens, at) or _opens_clause(token)):
            break
        at += 1
    return at


def _opens_clause(token: Token) -> bool:
    pronoun = is_in(token, "pronouns") and token.lower != "it"
    return pronoun or is_in(token, "subordinators")
