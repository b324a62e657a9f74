"""How many were killed, hurt, taken or are missing."""

from dataclasses import dataclass, replace
from itertools import pairwise

from claims.choices import Basis
from claims.reading import questions
from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_auxiliary, is_in
from claims.reading.lexicon import contains, phrases, verb_forms, words
from claims.reading.quantities import Quantity, find_quantities
from claims.reading.text import Token
from claims.reading.topics.common import Answered, Terms
from claims.values import Answer, Count

MEASURES = ("any harm", "killed", "injured", "captured", "missing")
REACH = 12  # tokens between a number and what it counts
AFTER = 6
ZERO_REACH = 4
POPULATIONS = ("attackers", "troops", "civilians")


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure word at a place of the proposition."""

    at: int
    measure: str


def casualties(p: Proposition, _terms: Terms) -> list[Answered]:
    """Each count of people with what befell them; no count, no answer."""
    tokens = p.tokens
    found: list[Answered] = []
    quantities = find_quantities(tokens)
    used: set[int] = set()
    hits = _measures(tokens)
    for hit in hits:
        zero = _zero(tokens, hit.at)
        pick = None if zero else _pick(tokens, hit, hits, quantities, used)
        if zero is None and pick is None:
            continue
        if pick is not None:
            used.add(pick.first)
        first, last = (pick.first, pick.last) if pick else (zero or (0, 0))
        count = pick.count if pick else Count(0, 0, text="no")
        span = (min(first, hit.at), max(last, hit.at + 1))
        found.append(_answered(p, hit, count, span))
    return _spans(p, found)


def _measures(tokens: tuple[Token, ...]) -> list[Measured]:
    found: list[Measured] = []
    for at, token in enumerate(tokens):
        for measure in MEASURES:
            if token.lower in words("quantities", measure):
                if measure == "captured" and not _of_people(tokens, at):
                    continue
                if token.lower == "hospital" and not _is_in_care(tokens, at):
                    continue
                found.append(Measured(at, _narrow(tokens, at, measure)))
                break
    return found


def _of_people(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether people, not places, are captured."""
    near = tokens[max(0, at - 5) : at + 5]
    return any(t.lower in words("quantities", "persons") for t in near)


def _is_in_care(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether people are taken to or are in hospital; a hospital itself counts nobody."""
    before = [t.lower for t in tokens[max(0, at - 3) : at]]
    return bool({"to", "in"} & set(before[-2:])) and "of" not in before


def _narrow(tokens: tuple[Token, ...], at: int, measure: str) -> str:
    """As in "Taken to hospital" is not yet "injured"; "casualties" may be both."""
    lower = tokens[at].lower
    if lower in {"hospital", "hospitalised", "hospitalized"}:
        return "hospitalised"
    return "casualties" if lower in words("quantities", "any harm") else measure


def _zero(tokens: tuple[Token, ...], at: int) -> Range | None:
    """No casualties, nobody was hurt, without loss of life."""
    none = words("quantities", "none")
    for k in range(at - 1, max(at - ZERO_REACH, -1) - 1, -1):
        if k < 0 or not tokens[k].is_word:
            return None
        two = f"{tokens[k].lower} {tokens[k + 1].lower}"
        if two in {"no fewer", "no less", "no more", "no longer"}:
            return None
        if tokens[k].lower in none or two in none:
            return k, at + 1
        if tokens[k].text[0].isdigit():
            return None
    return None


def _pick(
    tokens: tuple[Token, ...],
    hit: Measured,
    hits: list[Measured],
    quantities: list[Quantity],
    used: set[int],
) -> Quantity | None:
    """The number that belongs to a measure: the nearest before it, else the nearest after."""
    free = [q for q in quantities if q.first not in used and _counts_people(tokens, q)]
    before = [q for q in free if q.last <= hit.at and hit.at - q.last <= REACH]
    others = [h.at for h in hits if h.at != hit.at]
    before = [q for q in before if not any(q.last <= at < hit.at for at in others)]
    after = [q for q in free if hit.at < q.first <= hit.at + AFTER]
    after = [q for q in after if not any(hit.at < at < q.first for at in others)]
    if _is_transitive(tokens, hit.at) and after:
        return after[0]
    if before:
        return before[-1]
    return after[0] if after and _may_follow(tokens, hit.at) else None


def _is_transitive(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "killed 70 attackers", "killing five": the object comes next."""
    before = tokens[at - 1].lower if at else ""
    active = before not in words("grammar", "be") and before not in {"been", "were", "was"}
    return tokens[at].lower.endswith(("ing", "ed")) and active


def _may_follow(tokens: tuple[Token, ...], at: int) -> bool:
    """The toll rose to 12; the number of wounded at 12."""
    return not (at + 1 < len(tokens) and tokens[at + 1].text in {",", ";"})


def _counts_people(tokens: tuple[Token, ...], quantity: Quantity) -> bool:
    """Whether the counted noun is people; vehicles and hours are not hurt."""
    persons = words("quantities", "persons")
    measures = frozenset().union(*(words("quantities", m) for m in MEASURES))
    if quantity.count.unit != "person":
        return False
    for at in range(quantity.last, min(quantity.last + 5, len(tokens))):
        token = tokens[at]
        if token.lower in persons or token.lower in measures:
            return True
        if token.lower in words("quantities", "damage units") | words("grammar", "time words"):
            return False
        if not token.is_word or is_in(token, "prepositions") or token.lower == "and":
            return True
        if token.lower in words("grammar", "auxiliaries"):
            return True
    return True


def _answered(p: Proposition, hit: Measured, count: Count, span: Range) -> Answered:
    population = _population(p.tokens, *span)
    # Who reports no casualties at all may still report wounded: deaths are what is ruled out.
    measure = "killed" if hit.measure == "casualties" and count.high == 0 else hit.measure
    question = questions.casualties(measure, population)
    answer = Answer(
        count=replace(count, unit="person"),
        measure=measure,
        population=population,
        basis=_basis(p.tokens, span),
    )
    return Answered(answer, question, span)


def _population(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """Who is counted: a word for them within the count's stretch or right after it."""
    near = tokens[first : last + 3]
    if _came_to_attack(near):
        return "attackers"
    for token in near:
        for population in POPULATIONS:
            if token.lower in words("quantities", population):
                return population
    return "unknown"


def _came_to_attack(tokens: tuple[Token, ...]) -> bool:
    """As in "70 of the men who raided the town": a relative clause says what they did."""
    attacks = verb_forms("quantities", "attacking")
    spoken = [t.lower for t in tokens if not is_auxiliary(t)]
    return any(one in {"who", "that"} and other in attacks for one, other in pairwise(spoken))


def _basis(tokens: tuple[Token, ...], span: Range) -> Basis:
    lowers = [t.lower for t in tokens]
    if contains(lowers, phrases("quantities", "of these cases")):
        return Basis.PERIOD
    near = set(lowers[max(0, span[0] - 2) : span[1] + 2])
    return Basis.INCREMENT if near & {"another", "further", "additional", "newly"} else Basis.TOTAL


def _spans(p: Proposition, found: list[Answered]) -> list[Answered]:
    """Each answer's stretch of the sentence: alone the whole clause, else up to the next one."""
    if len(found) == 1:
        return [replace(found[0], span=None)]
    ordered = sorted(found, key=lambda a: a.span or (0, 0))
    result: list[Answered] = []
    start = 0
    for at, answered in enumerate(ordered):
        following = ordered[at + 1].span if at + 1 < len(ordered) else None
        end = _before_joint(p.tokens, following[0]) if following else len(p.tokens)
        result.append(replace(answered, span=(p.first + start, p.first + max(end, start + 1))))
        start = following[0] if following else end
    return result


def _before_joint(tokens: tuple[Token, ...], at: int) -> int:
    while at > 1 and (tokens[at - 1].text == "," or tokens[at - 1].lower in {"and", "of", "or"}):
        at -= 1
    return at
