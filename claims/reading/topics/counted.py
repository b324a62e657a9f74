"""Any other figure that a claim states: how many there were, how wide, how much it cost.

The last of the rules. What the figure counts and what befell it make the question ("How many wells
were closed?"); where these say too little to meet another claim on, the figure stands without one.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.choices import Basis, Stance
from claims.reading.clauses import Proposition
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, phrases, words
from claims.reading.names import runs_of
from claims.reading.quantities import Quantity
from claims.reading.text import Token
from claims.reading.topics.common import Answered, Terms
from claims.reading.topics.counted_questions import Figure, is_leading, question_of, unit_of
from claims.reading.topics.predicates import Predicate, head_of, predicate_of
from claims.reading.topics.units import PERCENT, TIME, figures_in, kind_of
from claims.values import Answer

NEAR = 2
INCREMENTS = frozenset({"another", "further", "additional", "newly", "more"})


def counted(p: Proposition, terms: Terms) -> list[Answered]:
    """The figure that the clause is about; none where it only names things by a number."""
    if p.stance == Stance.NO_COMMENT or not (p.speaker or terms.claimants):
        return []
    told = predicate_of(p)
    figure = _figure(p, told)
    if figure is None:
        return []
    asked = not (figure.of or (told and told.open) or says_what_is_to_come(p))
    question = question_of(p, told, figure) if asked else None
    answer = Answer(
        count=replace(figure.quantity.count, unit=unit_of(figure)),
        measure=question.key.rpartition(":")[2] if question else "",
        place=_place(p, terms, figure) if question else "",
        basis=_basis(p, figure),
    )
    return [Answered(answer, question)]


def leading_count(p: Proposition, terms: Terms) -> list[Answered]:
    """The figure of a clause whose subject is counted, with its question; none without one."""
    told = predicate_of(p)
    found = counted(p, terms) if told is not None else []
    leads = [one for one in figures_in(p.tokens) if told and is_leading(p, told, one)]
    return [one for one in found if one.question is not None and leads]


def _figure(p: Proposition, told: Predicate | None) -> Figure | None:
    """The first figure of the subject, else behind the verb, else anywhere; spans of time last."""
    found = [figure for one in figures_in(p.tokens) if (figure := _told(p, one)) is not None]
    verb = told.at if told else p.first
    leads = [one for one in found if told is not None and is_leading(p, told, one.quantity)]
    behind = [one for one in found if p.first + one.quantity.first >= verb]
    ordered = [*leads, *behind, *found]
    plain = [one for one in ordered if kind_of(one.quantity.count.unit) != TIME]
    return next(iter(plain or ordered), None)


def _told(p: Proposition, quantity: Quantity) -> Figure | None:
    """The figure with its noun; None for one that counts nothing here or says nothing new."""
    tokens, at = p.tokens, quantity.first
    before = tokens[at - 1].lower if at else ""
    bare = quantity.last - at == 1 and tokens[at].lower in {"a", "an"}
    known = before in words("counted", "known things")
    if bare or known or quantity.count.vague:
        return None
    unit = quantity.count.unit
    if unit != "person":
        counting = unit == PERCENT and before in {"with", "after"}  # "with 70% of votes counted"
        idle = counting or _is_moment(tokens, quantity)
        return None if idle else Figure(quantity, (), quantity.last)
    if _is_a_name(tokens, at) or (before == "at" and _ends(tokens, quantity.last)):
        return None
    return _with_noun(p, quantity, only=before in {"only", "just"})


def _with_noun(p: Proposition, quantity: Quantity, *, only: bool) -> Figure | None:
    """The figure with what it counts, also of "two of his men"; None for a bare number."""
    tokens, count = p.tokens, quantity.count
    of = quantity.last < len(tokens) and tokens[quantity.last].lower == "of"
    if of and count.low == count.high == 1:
        return None  # "one of the men"
    start = p.first + quantity.last + of
    first, last = head_of(p, (start, p.last))
    nouns = tuple(p.sentence.lowers(first, last))
    if of and nouns[:1] and nouns[0] in words("counted", "some of them"):
        return Figure(quantity, (), first + 1 - p.first, of=True)
    one = count.high == 0 or (count.low == 1 and only)  # "not one boat", "only one boat"
    if first > start + NEAR or not nouns or not (one or _is_counted(nouns)):
        return None
    return Figure(quantity, nouns, last - p.first, of=of)


def _is_moment(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a length of time only says when, or how old: "two days ago"; or "one second"."""
    if kind_of(quantity.count.unit) != TIME:
        return False
    after = tokens[quantity.last].lower if quantity.last < len(tokens) else ""
    one = quantity.count.low == quantity.count.high == 1
    return one or after in words("counted", "no length of time")


def _is_counted(nouns: Sequence[str]) -> bool:
    """Whether they name several things or people; "70 contains names" does not."""
    noun = nouns[-1] if nouns else ""
    many = noun.endswith("s") or noun in words("quantities", "persons")
    verb = any(one.endswith("s") and not one.endswith("ss") for one in nouns[:-1])
    return many and not verb and noun.isalpha() and noun not in words("counted", "nothing counted")


def _is_a_name(tokens: Sequence[Token], at: int) -> bool:
    """As in "Highway 5", "Boeing 737", "Article 12"."""
    return at > 1 and tokens[at].text[0].isdigit() and tokens[at - 1].is_capitalised


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].is_word or is_in(tokens[at], "prepositions")


def _place(p: Proposition, terms: Terms, figure: Figure) -> str:
    """The named place right behind what is counted or done: "in Mir"."""
    tokens = p.sentence.tokens
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        if p.first + figure.end <= run.first < p.last:
            led = tokens[run.first - 1].lower in {"in", "at", "near", "across", "around"}
            if led and not is_in(tokens[run.first], "time words"):
                return run.text
    return ""


def _basis(p: Proposition, figure: Figure) -> Basis:
    first = max(0, figure.quantity.first - 1)
    near = {token.lower for token in p.tokens[first : figure.quantity.last + 1]}
    compared = {"than", "no"} & near
    return Basis.INCREMENT if near & INCREMENTS and not compared else Basis.TOTAL


def says_what_is_to_come(p: Proposition) -> bool:
    """What somebody will do is no fact yet, unless it is denied."""
    if p.stance == Stance.DENIES or p.negated:
        return False
    return contains(p.lowers, phrases("hedges", "intention"))
