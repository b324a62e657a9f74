"""How many were killed, hurt, taken or are missing."""

from dataclasses import dataclass, replace

from claims.choices import Basis
from claims.reading import questions
from claims.reading.slavic.clauses import Clause, Range
from claims.reading.slavic.forms import Hit
from claims.reading.slavic.quantities import Quantity, counted
from claims.reading.slavic.topics.common import Answered
from claims.values import Answer, Count

MEASURES = ("hospitalised", "killed", "injured", "captured", "missing")
POPULATIONS = ("attackers", "troops", "civilians")
BESIDE = 3  # tokens between a number and the measure right after it
AFTER = 12
BEFORE = 9
ZERO = 4
NOBODY = Count(0, 0, unit="person")
AROUND = 3


@dataclass(frozen=True, slots=True)
class _Measured:
    hit: Hit
    measure: str


def casualties(clause: Clause) -> list[Answered]:
    """Each count of people with what befell them; no count, no answer."""
    hits = _measures(clause)
    quantities = counted(clause.quantities(), people=True)
    used: set[int] = set()
    found: list[Answered] = []
    for one in hits:
        zero = _zero(clause, one.hit)
        pick = None if zero else _pick(clause, one.hit, hits, quantities, used)
        if pick is not None:
            used.add(pick.first)
            span = (min(pick.first, one.hit.first), max(pick.last, one.hit.last))
            found.append(_answered(clause, one.measure, pick.count, span))
            found += _beside(clause, one, pick, hits, quantities)
        elif zero is not None:
            found.append(_answered(clause, one.measure, Count(0, 0, text=zero), _span(one.hit)))
        elif (single := _single(clause, one)) is not None:
            found.append(_answered(clause, one.measure, *single))
    return _spread(clause, _distinct(found))


def _beside(
    clause: Clause,
    one: _Measured,
    pick: Quantity,
    hits: list[_Measured],
    quantities: list[Quantity],
) -> list[Answered]:
    """The second of "погибли 15 полицейских и четверо гражданских": other people, one fate."""
    line = clause.line
    following = next((q for q in quantities if q.first > pick.last), None)
    if following is None or following.first - pick.last > BESIDE + 1:
        return []
    between = range(pick.last, following.first)
    joined = line.words[following.first - 1] in line.lexicon("quantities", "and")
    other = any(pick.last <= hit.hit.first for hit in hits if hit is not one)
    if not joined or other or any(line.is_break(k) for k in between):
        return []
    span = (following.first, following.last)
    return [_answered(clause, one.measure, following.count, span)]


def _span(hit: Hit) -> Range:
    return hit.first, hit.last


def _measures(clause: Clause) -> list[_Measured]:
    found: dict[int, _Measured] = {}
    line = clause.line
    for measure in MEASURES:
        section = line.lexicon("quantities", measure)
        for hit in section.hits(line.words, clause.first, clause.last):
            found.setdefault(hit.first, _Measured(hit, measure))
    return [found[at] for at in sorted(found)]


def _zero(clause: Clause, hit: Hit) -> str | None:
    """Загиблих немає, обошлось без жертв, никто не пострадал: the word that says none."""
    line = clause.line
    none = line.lexicon("quantities", "none")
    first = max(clause.first, hit.first - ZERO)
    last = min(clause.last, hit.last + ZERO)
    digits = any(line.tokens[k].text[0].isdigit() for k in range(first, last))
    found = None if digits else none.find(line.words, first, last)
    if found is None:
        return None
    between = range(min(found.last, hit.last), max(found.first, hit.first))
    apart = any(line.is_break(k) for k in between)
    missing = (
        line.words[hit.first : hit.last][-1] == "безвісти"
        or "вести" in line.words[hit.first : hit.last]
    )
    return None if apart or missing else line.words[found.first]


def _pick(
    clause: Clause,
    hit: Hit,
    hits: list[_Measured],
    quantities: list[Quantity],
    used: set[int],
) -> Quantity | None:
    """The number of a measure: right before it, else the next after it, else one before."""
    free = [q for q in quantities if q.first not in used]
    others = [one.hit.first for one in hits if one.hit.first != hit.first]
    before = [
        q
        for q in free
        if q.last <= hit.first
        and hit.first - q.last <= BEFORE
        and not any(q.last <= at < hit.first for at in others)
        and _together(clause, q.last, hit.first)
    ]
    after = [
        q
        for q in free
        if hit.last <= q.first <= hit.last + AFTER
        and not any(hit.last <= at < q.first for at in others)
        and _together(clause, hit.last, q.first)
    ]
    if before and hit.first - before[-1].last <= BESIDE:
        return before[-1]
    if after:
        return after[0]
    return before[-1] if before else None


def _together(clause: Clause, first: int, last: int) -> bool:
    line = clause.line
    return not any(line.is_break(k) for k in range(first, last))


def _single(clause: Clause, one: _Measured) -> tuple[Count, Range] | None:
    """Загинула жінка, погиб водитель: one person, by the noun in the singular."""
    line, hit = clause.line, one.hit
    singular = line.words[hit.first].endswith(("ла", "нув", "иб", "ена", "ено", "ен", "ер", "та"))
    if not singular or one.measure not in {"killed", "injured"}:
        return None
    first, last = max(clause.first, hit.first - 2), min(clause.last, hit.last + 2)
    person = line.lexicon("quantities", "one person").find(line.words, first, last)
    if person is None or not _together(
        clause, min(person.first, hit.first), max(person.last, hit.last)
    ):
        return None
    text = line.words[person.first]
    span = (min(person.first, hit.first), max(person.last, hit.last))
    return Count(1, 1, text=text), span


def _answered(clause: Clause, measure: str, count: Count, span: Range) -> Answered:
    population = _population(clause, span)
    question = questions.casualties(measure, population)
    answer = Answer(
        count=replace(count, unit="person"),
        measure=measure,
        population=population,
        basis=_basis(clause, span),
    )
    return Answered(answer, question, span)


def _population(clause: Clause, span: Range) -> str:
    """Who is counted: a word for them within the count's stretch or right after it."""
    line = clause.line
    last = span[1]
    while last < min(clause.last, span[1] + AROUND) and not line.is_break(last):
        last += 1
    near = line.words[span[0] : last]
    for word in near:
        for population in POPULATIONS:
            if word in line.lexicon("quantities", population):
                return population
    return "unknown"


def _basis(clause: Clause, span: Range) -> Basis:
    more = clause.line.lexicon("quantities", "of the same")
    near = clause.line.words[max(clause.first, span[0] - 2) : span[0] + 1]
    return Basis.INCREMENT if more.find(near) is not None else Basis.TOTAL


def _distinct(found: list[Answered]) -> list[Answered]:
    """Each count once: "ліквідовано, знищено" are one measure."""
    kept: dict[tuple[object, ...], Answered] = {}
    for answered in found:
        count = answered.answer.count
        kept.setdefault((answered.answer.measure, count), answered)
    return list(kept.values())


def _spread(clause: Clause, found: list[Answered]) -> list[Answered]:
    """Each answer's stretch: alone the whole clause, else up to the next one."""
    if all(answered.answer.count == NOBODY for answered in map(_bare, found)):
        return [replace(answered, span=None) for answered in found]  # one "немає" for all
    if len(found) == 1:
        return [replace(found[0], span=None)]
    ordered = sorted(found, key=lambda answered: answered.span or (0, 0))
    result: list[Answered] = []
    start = clause.first
    for at, answered in enumerate(ordered):
        following = ordered[at + 1].span if at + 1 < len(ordered) else None
        end = _joint(clause, following[0]) if following else clause.last
        result.append(replace(answered, span=(start, max(end, start + 1))))
        start = following[0] if following else end
    return result


def _bare(answered: Answered) -> Answered:
    """An answer without the words of its count, to be compared."""
    count = answered.answer.count
    plain = replace(count, text="") if count is not None else None
    return replace(answered, answer=replace(answered.answer, count=plain))


def _joint(clause: Clause, at: int) -> int:
    joints = clause.line.lexicon("quantities", "and")
    more = clause.line.lexicon("quantities", "of the same")
    while at - 1 > clause.first and (
        clause.line.is_break(at - 1)
        or clause.line.words[at - 1] in joints
        or clause.line.words[at - 1] in more
    ):
        at -= 1
    return at
