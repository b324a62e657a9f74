"""What a clause tells of its subject: the stretch of it, and where the main verb's own words begin.

For the rules that must not take a verb out of a relative clause for what is told.
"""

from dataclasses import dataclass, replace

from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import (
    is_adverb,
    is_auxiliary,
    is_in,
    is_verb,
    skip_left,
    strip_openers,
)
from claims.reading.lexicon import Phrases, match, words
from claims.reading.names import runs_of
from claims.reading.quantities import find_quantities
from claims.reading.text import Token
from claims.reading.topics.common import Terms, subject_of, text_of
from claims.values import Count

Tokens = tuple[Token, ...]
LONGEST_THING = 6  # words that name a thing


@dataclass(frozen=True, slots=True)
class Predicate:
    """A subject, the token after the auxiliaries, and which of these there are.

    ``open`` where a modal leaves it open or says what is to come.
    """

    subject: Range
    at: int
    be: bool
    have: bool
    open: bool
    negated: bool


def predicate_of(p: Proposition) -> Predicate | None:
    """The main verb of the clause with its subject; None where either is missing."""
    tokens = p.sentence.tokens
    verb = _main_verb(p)
    end = skip_left(tokens, verb) if verb > 0 else -1
    if end <= p.first or tokens[end - 1].lower == "to":
        return None
    at = end
    while at < p.last and (_leads_up(tokens[at]) or is_adverb(tokens[at])):
        at += 1
    if at >= p.last:
        return None
    led = tokens[end:at]
    lowers = {token.lower for token in led}
    return Predicate(
        _subject(p, end),
        at,
        any(is_in(token, "be") for token in led),
        not lowers.isdisjoint({"has", "have", "had"}),
        not lowers.isdisjoint(words("grammar", "modals")),
        any(is_in(token, "negations") for token in led),
    )


def _main_verb(p: Proposition) -> int:
    """The first verb of the clause; of "supplies to the town were cut" not the noun "supplies"."""
    tokens = p.sentence.tokens
    found = [k for k in range(p.first, p.last) if is_verb(tokens, k)]
    if not found:
        return -1
    between = tokens[found[0] + 1 : found[1]] if len(found) > 1 else ()
    noun = is_in(tokens[found[0]], "nouns before verbs") and between and between[0].lower == "to"
    plain = all(token.is_word and not is_in(token, "conjunctions") for token in between)
    return found[1] if noun and plain and is_auxiliary(tokens[found[1]]) else found[0]


def _leads_up(token: Token) -> bool:
    return is_auxiliary(token) or is_in(token, "be")


def _subject(p: Proposition, end: int) -> Range:
    """The subject, also of "the station next to it was hit"."""
    found = subject_of(p)
    tokens = p.sentence.tokens
    after_preposition = end - 2 >= p.first and is_in(tokens[end - 2], "prepositions")
    if found is None or found[1] != end or after_preposition:
        return strip_openers(tokens, p.first, end), end
    return found


def opens_with(p: Proposition, at: int, options: Phrases) -> int:
    """How many words of one of the phrases stand at a token; 0 for none."""
    size = match(p.lowers, at - p.first, options)
    return size if at + size <= p.last else 0


def head_of(p: Proposition, span: Range) -> Range:
    """The phrase up to its first preposition, comma or verb, without article and number."""
    tokens = p.sentence.tokens
    first, last = span
    for quantity in find_quantities(tokens[first:last]):
        if quantity.first <= _leading(tokens, first, last) - first:
            first += quantity.last
            first = _whole_of(tokens, first, last)
            break
    first = _leading(tokens, first, last)
    end = first
    while end < last and tokens[end].is_word and end - first < LONGEST_THING:
        stops = is_in(tokens[end], "prepositions") or is_in(tokens[end], "conjunctions")
        if stops or is_in(tokens[end], "relatives") or (end > first and is_verb(tokens, end)):
            break
        end += 1
    return first, end


def _whole_of(tokens: Tokens, first: int, last: int) -> int:
    """Past the "of" of "dozens of families", "eleven of the 28 spans"."""
    if first >= last or tokens[first].lower != "of":
        return first
    first = _leading(tokens, first + 1, last)
    whole = next(iter(find_quantities(tokens[first:last])), None)
    return first + whole.last if whole is not None and whole.first == 0 else first


def _leading(tokens: Tokens, first: int, last: int) -> int:
    """Past the words before the noun that say neither what nor how many."""
    while first < last and (is_in(tokens[first], "determiners") or not tokens[first].is_word):
        first += 1
    return first


def thing_of(p: Proposition, terms: Terms, span: Range) -> str:
    """What a phrase names, with the whole that it is a part of; nothing for a pronoun alone."""
    tokens = p.sentence.tokens
    first, end = head_of(p, span)
    partial = end > first and tokens[end - 1].lower in words("topics", "parts of things")
    if partial and end < span[1] and tokens[end].lower == "of":
        end = head_of(p, (end + 1, span[1]))[1]
    if first >= end or is_in(tokens[first], "pronouns"):
        return ""
    text = text_of(terms, (first, end))
    runs = runs_of(p.sentence, terms.number, terms.reader.text)
    plain = first == 0 and not any(run.first == 0 and run.last > 1 for run in runs)
    return tokens[0].lower + text[len(tokens[0].text) :] if plain else text


def count_of(p: Proposition, span: Range) -> Count | None:
    """How many of what a phrase counts, in the unit that its noun is: houses, hectares."""
    tokens = p.sentence.tokens[slice(*span)]
    for quantity in find_quantities(tokens):
        if quantity.count.unit == "percent" or not _leads(tokens, quantity.first):
            continue
        head = head_of(p, (span[0] + quantity.first, span[1]))
        nouns = p.sentence.lowers(*head)
        if nouns:
            return replace(quantity.count, unit=unit_of(nouns[-1]))
    return None


def _leads(tokens: Tokens, at: int) -> bool:
    """Whether a number stands at the head of a phrase: not in "the fire of 9 May"."""
    return not any(is_in(token, "prepositions") for token in tokens[1:at])


def unit_of(noun: str) -> str:
    """One of what is counted: "house", "hectare", "person"."""
    if noun in words("quantities", "persons") - {"homes", "households"}:
        return "person"
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    return noun if noun.endswith("ss") else noun.removesuffix("s")
