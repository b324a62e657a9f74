"""How many were killed, hurt, taken or are missing."""

from dataclasses import dataclass, replace
from functools import cache

from claims.choices import Basis
from claims.reading import questions
from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_adverb, is_auxiliary, is_in, is_verb
from claims.reading.lexicon import contains, phrases, words
from claims.reading.names import runs_of
from claims.reading.quantities import YEARS, Quantity, find_quantities
from claims.reading.text import Token
from claims.reading.topics.common import Answered, Terms
from claims.reading.topics.populations import LOST, POSSESSIVE, population_of, whose_own
from claims.reading.topics.so_far import is_no_toll, is_part, whole
from claims.reading.topics.targets import aim_of
from claims.reading.topics.territory import territory_of
from claims.reading.topics.tolls import is_moment, is_sought, reached_by, tolls_told
from claims.values import Answer, Count

MEASURES = ("any harm", "killed", "injured", "captured", "missing", "trapped")
REACH = 12  # tokens between a number and what it counts
AFTER = 6
ZERO_REACH = 4
NONE_REACH = 8  # "none of our men has been killed"
OWN = "own"
# What may stand between a part and its whole: "two out of all the nine".
WHOLE = POSSESSIVE | {"of", "out", "the", "all", "some", "about", "those", "these", "a", "total"}
# How most English words for people end that no list has: "climbers", "technicians".
PERSON_ENDINGS = ("ers", "ors", "ists", "men", "ians", "ees", "ants", "er", "or", "ist", "ian")
NOUN_REACH = 3  # tokens between a number and "deaths"


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure word at a place of the proposition."""

    at: int
    measure: str


def casualties(p: Proposition, terms: Terms) -> list[Answered]:
    """Each count of people with what befell them; no count, no answer."""
    tokens = p.tokens
    if not terms.claimants and p.speaker is None and _is_background(p):
        return []
    found: list[Answered] = []
    quantities = _parts(tokens, find_quantities(tokens))
    hits = _measures(tokens)
    if not hits:
        return _tallied(p, terms, quantities)
    used: set[int] = set()
    for hit in hits:
        if hit.measure == LOST:
            found += _lost(p, terms, hit, quantities, used)
            continue
        zero = _zero(tokens, hit.at)
        pick = None if zero else _pick(tokens, hit, hits, quantities, used)
        if zero is None and pick is None:
            continue
        if pick is not None:
            used.add(pick.first)
        first, last = (pick.first, pick.last) if pick else (zero or (0, 0))
        count = whole(tokens, hit.at, pick) if pick else Count(0, 0, text="no")
        span = (min(first, hit.at), max(last, hit.at + 1))
        found.append(_answered(p, terms, hit, count, span))
    found += _further(p, terms, found, quantities, used)
    return _spans(p, found)


def _tallied(p: Proposition, terms: Terms, quantities: list[Quantity]) -> list[Answered]:
    """As in "It has now reached 16": of what the sentence before counts."""
    before = terms.reader.sentences[max(0, terms.number - 1) : terms.number]
    counted = [hit.measure for sentence in before for hit in _measures(sentence.tokens)]
    lowers = p.sentence.lowers(*terms.subject) if terms.subject else []
    reached = reached_by(p.tokens, quantities)
    one = len(set(counted)) == 1 and not set(counted) & {LOST, "captured"}
    if not (one and reached and set(lowers) & words("quantities", "tallies")):
        return []
    hit = Measured(reached.first, counted[0])
    return _spans(p, [_answered(p, terms, hit, reached.count, (reached.first, reached.last))])


def _parts(tokens: tuple[Token, ...], quantities: list[Quantity]) -> list[Quantity]:
    """Of "38 of the 67 people on board" the part, 38: the whole is counted by nothing said."""
    kept: list[Quantity] = []
    for quantity in quantities:
        between = tokens[kept[-1].last : quantity.first] if kept else ()
        lowers = [token.lower for token in between]
        part = lowers[:1] == ["of"] or lowers[:2] == ["out", "of"]
        if not (part and all(word in WHOLE for word in lowers)):
            kept.append(quantity)
    return kept


def _is_background(p: Proposition) -> bool:
    """Whether the article recalls another year: "an earthquake killed 31,000 there in 2003"."""
    years = any(token.text.isdecimal() and int(token.text) in YEARS for token in p.tokens)
    return years or contains(p.lowers, phrases("quantities", "background"))


def _lost(
    p: Proposition, terms: Terms, hit: Measured, quantities: list[Quantity], used: set[int]
) -> list[Answered]:
    """Lost two men, the loss of three soldiers: killed, of those who are said to lose them."""
    for quantity in quantities:
        near = hit.at < quantity.first <= hit.at + ZERO_REACH
        after = p.tokens[quantity.last : quantity.last + ZERO_REACH]
        if near and any(token.lower in words("quantities", "losable") for token in after):
            used.add(quantity.first)
            killed = Measured(hit.at, "killed")
            span = (hit.at, min(quantity.last + 1, len(p.tokens)))
            return [_answered(p, terms, killed, quantity.count, span)]
    return []


def _further(
    p: Proposition,
    terms: Terms,
    found: list[Answered],
    quantities: list[Quantity],
    used: set[int],
) -> list[Answered]:
    """As in "30 people died in Mir and five in Dubno": a count that shares what befell them."""
    if len(found) != 1 or found[0].span is None or found[0].answer.count is None:
        return []
    tokens = p.tokens
    more: list[Answered] = []
    for quantity in quantities:
        joined = quantity.first and tokens[quantity.first - 1].lower in {"and", ","}
        placed = quantity.last + 1 < len(tokens) and tokens[quantity.last].lower in {"in", "at"}
        here = quantity.first > found[0].span[1] and quantity.first not in used
        if here and joined and placed and tokens[quantity.last + 1].is_capitalised:
            first = found[0]
            span = (quantity.first, quantity.last + 2)
            answer = replace(first.answer, count=replace(quantity.count, unit="person"))
            more.append(replace(first, answer=answer, span=span))
    if more:
        found[0] = _at_place(p, terms, found[0])
    return [_at_place(p, terms, one) for one in more]


def _at_place(p: Proposition, terms: Terms, answered: Answered) -> Answered:
    """The count with its own place, where a sentence counts several."""
    assert answered.span is not None
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        at = run.first - p.first
        if at > answered.span[0] and p.tokens[at - 1].lower in {"in", "at", "near"}:
            return replace(answered, answer=replace(answered.answer, place=run.text))
    return answered


@cache
def _harm_words() -> frozenset[str]:
    return frozenset().union(*(words("quantities", measure) for measure in (*MEASURES, LOST)))


def _measures(tokens: tuple[Token, ...]) -> list[Measured]:
    found: list[Measured] = []
    told = tolls_told(tokens)
    for at, token in enumerate(tokens):
        if is_sought(tokens, at):
            found.append(Measured(at, "missing"))
        if at in told:
            found += [Measured(at, told[at])] if told[at] else []
            continue
        if token.lower not in _harm_words() or is_no_toll(tokens, at):
            continue
        for measure in (*MEASURES, LOST):
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
    first = at
    while first and tokens[first - 1].is_capitalised:  # "to the Mir Central hospital"
        first -= 1
    before = [t.lower for t in tokens[max(0, first - 3) : first]]
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
    if _none_of(tokens, at):
        return 0, at + 1
    for k in range(at - 1, max(at - ZERO_REACH, -1) - 1, -1):
        if k < 0 or not tokens[k].is_word:
            return None
        two = f"{tokens[k].lower} {tokens[k + 1].lower}"
        if two in {"no fewer", "no less", "no more", "no longer"}:
            return None
        if tokens[k].lower in none or two in none or two in {"not one", "not a"}:
            return k, at + 1
        if tokens[k].text[0].isdigit():
            return None
    return None


def _none_of(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "none of our men has been killed": no number and no comma between."""
    opens = [t.lower for t in tokens[:2]]
    if at > NONE_REACH or not (opens in (["none", "of"], ["no", "one"]) or opens[:1] == ["nobody"]):
        return False
    return all(token.is_word and not token.text[0].isdigit() for token in tokens[2:at])


def _pick(
    tokens: tuple[Token, ...],
    hit: Measured,
    hits: list[Measured],
    quantities: list[Quantity],
    used: set[int],
) -> Quantity | None:
    """The number that belongs to a measure: the nearest before it, else the nearest after."""
    free = [q for q in quantities if q.first not in used and _counts_people(tokens, q)]
    free = [q for q in free if not is_part(tokens, q)]
    before = [q for q in free if q.last <= hit.at and hit.at - q.last <= REACH]
    if tokens[hit.at].lower in words("quantities", "noun measures"):
        before = [q for q in before if hit.at - q.last < NOUN_REACH]
    others = [h.at for h in hits if h.at != hit.at]
    before = [q for q in before if not any(q.last <= at < hit.at for at in others)]
    after = [q for q in free if hit.at < q.first <= hit.at + AFTER]
    after = [q for q in after if not any(hit.at < at < q.first for at in others)]
    if _is_transitive(tokens, hit.at) and after:
        return after[0]
    if before:
        return before[-1]
    if after and _may_follow(tokens, hit.at):
        return after[0]
    beyond = [
        q for q in free if q.first > hit.at and not any(hit.at < at < q.first for at in others)
    ]
    return reached_by(tokens, beyond)


def _is_transitive(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "killed 70 attackers", "killing five": the object comes next."""
    before = tokens[at - 1].lower if at else ""
    active = before not in words("grammar", "be") and before not in {"been", "were", "was"}
    lower = tokens[at].lower
    return (
        lower.endswith(("ing", "ed")) and active and lower not in words("quantities", "no object")
    )


def _may_follow(tokens: tuple[Token, ...], at: int) -> bool:
    """The toll rose to 12; the number of wounded at 12."""
    return not (at + 1 < len(tokens) and tokens[at + 1].text in {",", ";"})


def _counts_people(tokens: tuple[Token, ...], quantity: Quantity) -> bool:
    """Whether the counted noun is people; vehicles and hours are not hurt."""
    persons = words("quantities", "persons")
    measures = frozenset().union(*(words("quantities", m) for m in MEASURES))
    if quantity.count.unit != "person":
        return False
    things = words("quantities", "damage units") | words("grammar", "time words")
    things |= words("quantities", "measure units")
    noun = ""
    for at in range(quantity.last, min(quantity.last + 5, len(tokens))):
        token = tokens[at]
        if token.lower in persons or token.lower in measures:
            return True
        if token.lower in things:
            return at == quantity.last and is_moment(token.lower)  # "dead at 43 last night"
        if not token.is_word or token.lower == "and" or _ends_noun(tokens, at):
            break
        noun = token.text
    return not noun or noun[0].isupper() or noun.endswith(PERSON_ENDINGS)


def _ends_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the noun that a number counts ends here: a preposition, an adverb or a verb."""
    token = tokens[at]
    adverb = is_adverb(token) and token.lower not in {"other", "more"}
    return is_in(token, "prepositions") or adverb or is_verb(tokens, at) or is_auxiliary(token)


def _answered(p: Proposition, terms: Terms, hit: Measured, count: Count, span: Range) -> Answered:
    population = population_of(p.tokens, *span)
    whose = whose_own(p, terms, hit.at, span) if population not in {"troops", "children"} else None
    # Who reports no casualties at all may still report wounded: deaths are what is ruled out.
    measure = "killed" if hit.measure == "casualties" and count.high == 0 else hit.measure
    if whose is not None:
        population = OWN
        named = (whose[0], terms.name_of(whose[0])) if whose else ("", "")
        question = questions.own_losses(measure, *named)
    else:
        question = questions.casualties(measure, population)
    answer = Answer(
        whose or (),
        count=replace(count, unit="person"),
        measure=measure,
        population=population,
        place=territory_of(p, terms, p.first + span[0]) or _at_another(p, terms),
        basis=_basis(p.tokens, span),
    )
    return Answered(answer, question, span)


def _at_another(p: Proposition, terms: Terms) -> str:
    """As in "14 were killed in an attack on a market" in news of a bridge: not the event's dead."""
    target = aim_of(p.tokens).target
    own = terms.act.target
    return f"the {target}" if own and target not in {"", own} else ""


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
