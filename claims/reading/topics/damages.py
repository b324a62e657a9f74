"""What befell a thing: it collapsed, is impassable, was torn up; the fire reached it; power is cut.

These take what the clause tells of its subject, so what ``things.damage`` reads comes first.
"""

from collections.abc import Callable

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_in
from claims.reading.lexicon import past_phrases, phrases, words
from claims.reading.name_kinds import is_person_name
from claims.reading.topics.common import Answered, Terms
from claims.reading.topics.predicates import (
    Predicate,
    count_of,
    head_of,
    opens_with,
    predicate_of,
    thing_of,
)
from claims.values import Answer, Count

NEAR_SERVICE = 5  # tokens from "without" to its "power"
NEAR_LEFT = 10  # tokens from "left" to its "without"
BUILT_OF = frozenset({"supply", "supplies", "network", "networks", "services", "service"})
BUILT_OVER = frozenset({"blocks", "floors", "doors", "hectares", "acres"})  # measures of damage
DAMAGED, DESTROYED = "damaged", "destroyed"
RAZED = frozenset({"destroyed", "demolished", "razed", "flattened", "levelled", "leveled"})
Way = Callable[[Proposition, Terms, Predicate], list[Answered]]


def befallen(p: Proposition, terms: Terms) -> list[Answered]:
    """What the main verb of the clause says became of a thing or a supply."""
    told = predicate_of(p)
    if told is None or told.open:
        return []
    return next((found for way in WAYS if (found := way(p, terms, told))), [])


def _service(p: Proposition, _terms: Terms, told: Predicate) -> list[Answered]:
    """Power was cut to half of the city; water pumps stopped working; trains resumed."""
    service = _service_in(p.sentence.lowers(*head_of(p, told.subject)))
    if not service:
        return []
    lost = opens_with(p, told.at, past_phrases("topics", "service lost"))
    down = told.be and opens_with(p, told.at, phrases("topics", "befallen states"))
    if lost or down:
        return [_answered(p, DAMAGED, service, None, negated=told.negated)]
    back = opens_with(p, told.at, past_phrases("topics", "service back"))
    return [_answered(p, "", service, None, negated=told.negated)] if back else []


def _service_in(lowers: list[str]) -> str:
    """The supply that a phrase names: "power" of "power supplies"."""
    named = [word for word in lowers if word in words("topics", "services")]
    return next((word for word in named if word not in BUILT_OF), named[0] if named else "")


def _bereft(p: Proposition, _terms: Terms, told: Predicate) -> list[Answered]:
    """Thirty thousand homes lost power; the town was without water; it left people without."""
    tokens = p.sentence.tokens
    lacking = past_phrases("topics", "lacking")
    at, who = told.at, told.subject
    size = opens_with(p, at, lacking)
    if told.be and tokens[at : at + 1] and tokens[at].lower == "without":
        size = 1
    if not size and p.sentence.lowers(at, at + 1) == ["left"]:
        near = range(at + 1, min(at + NEAR_LEFT, p.last))
        end = next((k for k in near if tokens[k].lower == "without"), -1)
        who, at, size = ((at + 1, end), end, 1) if end > 0 else (who, at, 0)
    if not size:
        return []
    near_end = min(at + size + NEAR_SERVICE, p.last)
    service = _service_in(p.sentence.lowers(*head_of(p, (at + size, near_end))))
    if not service or who[0] >= who[1]:
        return []
    return [_answered(p, DAMAGED, service, count_of(p, who), negated=told.negated)]


def _happened(p: Proposition, terms: Terms, told: Predicate) -> list[Answered]:
    """The span fell into the river; two boats sank; the upper part gave way; it is impassable."""
    lowers = p.sentence.lowers(told.at, told.at + 1)
    if not (_befell(p, told) or (told.be and _is_so(p, told))):
        return []
    thing = thing_of(p, terms, told.subject)
    if not _is_thing(p, terms, told.subject, thing):
        return []
    value = DESTROYED if set(lowers) & RAZED else DAMAGED
    return [_answered(p, value, thing, count_of(p, told.subject), negated=told.negated)]


def _befell(p: Proposition, told: Predicate) -> bool:
    """Whether the verb tells what the thing itself did: "sank", "is leaking"."""
    going = p.sentence.tokens[told.at].lower.endswith("ing")
    befell = opens_with(p, told.at, past_phrases("topics", "befallen")) > 0
    return befell and going == told.be


def _is_so(p: Proposition, told: Predicate) -> bool:
    """Whether it is impassable or was torn up; not "flooded with calls"."""
    state = opens_with(p, told.at, phrases("topics", "befallen states"))
    done = opens_with(p, told.at, past_phrases("topics", "befallen participles"))
    size = max(state, done)
    after = p.sentence.lowers(told.at + size, told.at + size + 1)
    going = p.sentence.tokens[told.at].lower.endswith("ing")
    return size > 0 and after != ["with"] and (state > 0 or not going)


def _harmed(p: Proposition, terms: Terms, told: Predicate) -> list[Answered]:
    """The fire reached a forest; trees blocked the road; a storm tore the roofs off 60 houses."""
    size = opens_with(p, told.at, past_phrases("topics", "harming things"))
    subject = p.sentence.lowers(*head_of(p, told.subject))
    force = set(subject[-1:]) & words("topics", "forces of harm")
    if told.be or not size or not force:
        return []
    first = told.at + size
    tokens = p.sentence.tokens
    while first < p.last and (is_in(tokens[first], "prepositions")):
        first += 1
    thing = thing_of(p, terms, (first, p.last))
    if not _is_thing(p, terms, (first, p.last), thing):
        return []
    done = p.sentence.lowers(told.at, told.at + 1)
    value = DESTROYED if set(done) & RAZED else DAMAGED
    value = "hit" if set(done) & {"hit", "struck", "rammed"} else value
    return [_answered(p, value, thing, count_of(p, (first, p.last)), negated=told.negated)]


def _lost_parts(p: Proposition, terms: Terms, told: Predicate) -> list[Answered]:
    """About 40 houses lost their roofs."""
    lowers = p.sentence.lowers(told.at, min(told.at + NEAR_SERVICE, p.last))
    owned = lowers[:1] == ["lost"] and lowers[1:2] in (["their"], ["its"], ["a"], ["part"])
    if not owned or not set(lowers) & words("topics", "lost parts"):
        return []
    thing = thing_of(p, terms, told.subject)
    return [_answered(p, DAMAGED, thing, count_of(p, told.subject), negated=told.negated)]


def _contained(p: Proposition, _terms: Terms, told: Predicate) -> list[Answered]:
    """The fire was put out, brought under control: how it ended."""
    head = p.sentence.lowers(*head_of(p, told.subject))[-1:]
    ends = told.be and opens_with(p, told.at, phrases("topics", "contained"))
    if not ends or not set(head) & words("topics", "forces of harm"):
        return []
    denied = p.stance == Stance.DENIES or told.negated
    return [Answered(Answer(value="defeated", denied=denied), questions.OUTCOME)]


WAYS: tuple[Way, ...] = (_contained, _service, _bereft, _happened, _harmed, _lost_parts)


def _is_thing(p: Proposition, terms: Terms, span: Range, thing: str) -> bool:
    """Whether something that can be damaged is named: nobody, and no talks or governments."""
    if not thing:
        return False
    end = head_of(p, span)[1]
    tokens = p.sentence.tokens
    head = p.sentence.lowers(end - 1, end)
    targets = words("topics", "targets") | words("topics", "closable")
    known = targets | words("topics", "forces of harm") | words("topics", "services")
    opens = end == 1 and (head[0].endswith("s") or head[0] in known)
    named = tokens[end - 1].is_capitalised and not opens
    if named and not set(head) & targets:
        return False
    measured = words("quantities", "measure units") | words("grammar", "time words")
    if set(p.sentence.lowers(*head_of(p, span))) & (measured - BUILT_OVER):
        return False  # "reached 28 knots overnight", "two days after"
    people = words("quantities", "persons") - {"homes", "households"}
    people |= words("topics", "not damaged") | words("people", "people") | words("people", "posts")
    if set(head) & people or terms.reader.actor(thing) is not None:
        return False
    return not is_person_name(thing, terms.reader.directory)


def _answered(
    p: Proposition, value: str, thing: str, count: Count | None, *, negated: bool
) -> Answered:
    denied = p.stance == Stance.DENIES or negated
    answer = Answer(value=value, object=thing, count=count, denied=denied)
    unit = count.unit if count else ""
    return Answered(answer, questions.damage(thing, unit))
