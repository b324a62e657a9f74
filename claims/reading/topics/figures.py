"""Figures that count no harm: a crowd, a share of the vote, a water level, cases of a disease."""

import math
from collections.abc import Callable
from dataclasses import replace

from claims.choices import Topic
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.grammar import is_in, skip_left
from claims.reading.lexicon import verb_forms, words
from claims.reading.names import runs_of
from claims.reading.quantities import Quantity, find_quantities
from claims.reading.topics.aboard import aboard
from claims.reading.topics.amounts import amount
from claims.reading.topics.common import Answered, Terms, find_verb, has, text_of
from claims.values import Answer, Count, QuestionSlot

CROWD = 10  # fewer people make no crowd
SHARE_REACH = 6  # tokens from a percentage to "of the vote"
COUNTED_REACH = 9  # tokens from a percentage to "counted"
JOIN_REACH = 6  # tokens from "joined" to its march
UNIT_REACH = 3
CENTIMETRES = {"metre": 100, "metres": 100, "meter": 100, "meters": 100, "m": 100}
CENTIMETRES |= {"centimetres": 1, "centimeters": 1, "cm": 1}
PERCENT = frozenset({"percent", "%", "per"})
Way = Callable[[Proposition, Terms], list[Answered]]


def figure(p: Proposition, terms: Terms) -> list[Answered]:
    """The first kind of figure that the proposition states."""
    return next((found for way in WAYS if (found := way(p, terms))), [])


def _crowd(p: Proposition, terms: Terms) -> list[Answered]:
    """Half a million people marched; the rally drew 20,000; 900 joined Tuesday's march."""
    gathers = find_verb(p, "gathering") is not None or has(p, "gatherings")
    if not gathers and not _joins(p):
        return []
    for quantity in find_quantities(p.tokens):
        if quantity.count.unit == "person" and quantity.count.low >= CROWD and _people(p, quantity):
            return [_answered(_CROWD, quantity.count, "attended", _place(p, terms))]
    return []


def _joins(p: Proposition) -> bool:
    """Whether people "joined Tuesday's march", whatever stands before the noun."""
    forms = verb_forms("topics", "joining")
    lowers = p.lowers
    return any(
        word in forms and set(lowers[at + 1 : at + 1 + JOIN_REACH]) & words("topics", "marching")
        for at, word in enumerate(lowers)
    )


def _people(p: Proposition, quantity: Quantity) -> bool:
    """Whether people are counted: a word for them, or none at all before the verb."""
    after = p.tokens[quantity.last : quantity.last + UNIT_REACH]
    nouns = words("quantities", "persons") | words("topics", "gathering people")
    if any(token.lower in nouns for token in after):
        return True
    lowers = {token.lower for token in after[:1]}
    bare = words("grammar", "auxiliaries") | words("grammar", "prepositions")
    bare |= verb_forms("topics", "gathering").keys()
    return not after or not after[0].is_word or bool(lowers & bare)


def _place(p: Proposition, terms: Terms) -> str:
    """Where a crowd was counted: "in Mir", else the whole country or event."""
    tokens = p.sentence.tokens
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        if p.first < run.first < p.last and tokens[run.first - 1].lower == "in":
            return run.text
    return ""


def _share(p: Proposition, terms: Terms) -> list[Answered]:
    """Won 54.3 percent of the vote; turnout was 61 percent."""
    shares = _percentages(p)
    if shares and (has(p, "turnout") or _of_voters(p, shares[0][0])):
        return [_answered(_TURNOUT, shares[0][1], "turnout")]
    won = next((k for k in range(p.first, p.last) if _wins(p, k)), -1)
    own = [share for share in shares if won < share[0]]
    winner = _winner(p, terms, won) if own else ""
    if own and not winner and p.sentence.lowers(p.first, p.first + 1) == ["i"] and terms.claimants:
        winner = terms.claimants[0].name  # "I won"
    if not winner or not _is_of_votes(p, own[0][0], won):
        return []
    return [_answered(questions.share(winner), own[0][1], "vote share")]


def _of_voters(p: Proposition, at: int) -> bool:
    """As in "48 per cent of voters took part"."""
    after = p.sentence.lowers(at + 1, min(at + COUNTED_REACH, p.last))
    return bool({"voters", "electorate"} & set(after) and {"part", "voted", "turned"} & set(after))


def _percentages(p: Proposition) -> list[tuple[int, Count]]:
    """Each percentage and where it stands, but for those of "with 80% of ballots counted"."""
    found: list[tuple[int, Count]] = []
    tokens = p.sentence.tokens
    for at in range(p.first, p.last - 1):
        count = _whole(tokens[at].text) if tokens[at + 1].lower in PERCENT else None
        ahead = set(p.sentence.lowers(at + 1, min(at + COUNTED_REACH, p.last)))
        opens = at > 0 and tokens[at - 1].lower in {"with", "after"}
        only_counted = opens and bool(ahead & words("topics", "counted so far"))
        if count is not None and not only_counted:
            found.append((at, count))
    return found


def _wins(p: Proposition, at: int) -> bool:
    """Whether a verb of winning votes, or "the winner", stands there."""
    lower = p.sentence.tokens[at].lower
    return lower in verb_forms("topics", "winning") or lower in words("topics", "winners")


def _is_of_votes(p: Proposition, at: int, won: int) -> bool:
    """Whether a percentage is of the vote: it says so, or sets another share against it."""
    after = p.sentence.lowers(at + 1, min(at + SHARE_REACH, p.last))
    told = set(after) & words("topics", "votes")
    if "of" in after[:3] or won < 0:
        return bool(told)
    against = set(after) & {"to", "against", "compared"} and len(_percentages(p)) > 1
    whole = set(p.sentence.lowers(won + 1, won + SHARE_REACH)) & words("topics", "whole votes")
    return bool(told or against or whole or set(p.lowers) & words("topics", "votes"))


def _winner(p: Proposition, terms: Terms, won: int) -> str:
    """Whose share it is: the name right before "won" or "the winner", else the subject."""
    if won < 0:
        return _named(terms)
    tokens = p.sentence.tokens
    end = skip_left(tokens, won)
    while end > p.first and is_in(tokens[end - 1], "determiners"):
        end -= 1
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        if p.first <= run.first and run.last == end:
            return run.text
    return _named(terms)


def _named(terms: Terms) -> str:
    """The subject where it names somebody and is no figure itself, else ""."""
    if terms.subject is None:
        return ""
    first, last = terms.subject
    tokens = terms.reader.sentences[terms.number].tokens[first:last]
    figures = any(token.text[0].isdigit() for token in tokens)
    named = not figures and any(token.is_capitalised for token in tokens)
    return text_of(terms, terms.subject) if named else ""


def _whole(text: str) -> Count | None:
    """A percentage as the whole numbers around it: 54.3 lies between 54 and 55."""
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        return None
    if not 0 <= number <= 100:  # noqa: PLR2004  # percent
        return None
    return Count(math.floor(number), math.ceil(number), unit="percent", text=f"{text} percent")


def _level(p: Proposition, _terms: Terms) -> list[Answered]:
    """Water in the reservoir stood at 14.03 metres."""
    about = set(p.lowers)
    if not (about & words("topics", "levels") and about & words("topics", "waters")):
        return []
    tokens = p.sentence.tokens
    for at in range(p.first, p.last - 1):
        size = CENTIMETRES.get(tokens[at + 1].lower)
        if size is None or not tokens[at].text[0].isdigit():
            continue
        change = about & words("topics", "changes") and tokens[at - 1].lower == "by"
        try:
            number = round(float(tokens[at].text) * size)
        except ValueError:
            return []
        shown = f"{tokens[at].text} {tokens[at + 1].text}"
        count = Count(number, number, unit="centimetre", text=shown)
        return [_answered(_CHANGE if change else _LEVEL, count, "change" if change else "level")]
    return []


def _cases(p: Proposition, _terms: Terms) -> list[Answered]:
    """A thousand cases of cholera were confirmed."""
    if not set(p.lowers) & words("topics", "cases"):
        return []
    for quantity in find_quantities(p.tokens):
        after = p.tokens[quantity.last : quantity.last + UNIT_REACH]
        if any(token.lower in words("topics", "cases") for token in after):
            made = replace(quantity.count, unit="case")
            return [_answered(_CASES, made, "cases")]
    return []


def _on_board(p: Proposition, terms: Terms) -> list[Answered]:
    """The manifest listed 80 passengers and 5 crew; we were five hundred."""
    count = aboard(p, terms)
    return [_answered(_ABOARD, replace(count, unit="person"), "on board")] if count else []


def _people_told(p: Proposition, _terms: Terms) -> list[Answered]:
    """How many were on board, were rescued, or had to leave their homes."""
    for section, question, kind in TOLD_OF:
        if not has(p, section):
            continue
        for quantity in find_quantities(p.tokens):
            if quantity.count.unit == "person" and _people(p, quantity):
                return [_answered(question, quantity.count, kind)]
    return []


def _answered(question: QuestionSlot, count: Count, measure: str, place: str = "") -> Answered:
    return Answered(Answer(count=count, measure=measure, place=place), question)


def _asked(key: str, text: str, unit: str) -> QuestionSlot:
    return QuestionSlot(key, key, text, Topic.OTHER, unit)


_CROWD = _asked("crowd", "How many people took part?", "person")
_TURNOUT = _asked("turnout", "How high was the turnout?", "percent")
_LEVEL = _asked("level:water", "How high was the water?", "centimetre")
_CHANGE = _asked("level:water-change", "By how much did the water rise or fall?", "centimetre")
_CASES = _asked("cases", "How many cases were there?", "case")
_ABOARD = _asked("on-board", "How many people were on board?", "person")
TOLD_OF = (
    ("on board", _ABOARD, "on board"),
    ("saved", _asked("rescued", "How many people were rescued?", "person"), "rescued"),
    ("left home", _asked("displaced", "How many people left their homes?", "person"), "displaced"),
)
WAYS: tuple[Way, ...] = (_crowd, _share, _level, _cases, _on_board, _people_told, amount)
