"""Laws that hold for any statements, tried on many made at random."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.choices import Basis, Modality, Rung, Severity, Stance, Topic
from claims.comparing import candidates, checks, compare, sides_digest
from claims.values import Abstention, Answer, Asked, Count, Finding, Party, Period, Statement
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    BORVIA,
    BORVIA_MINISTRY,
    BORVIAN_UNIT,
    BORVIANS,
    DAWN,
    GREY_WOLVES,
    GUNMEN,
)

PEOPLE: list[Party] = [
    ARLAND, ARLAND_ARMY, BORVIA, BORVIA_MINISTRY, BORVIAN_UNIT, BORVIANS, DAWN, GREY_WOLVES, GUNMEN,
]  # fmt: skip
# For each topic what its answers are made of: values, measures, places, objects.
MADE_OF: dict[Topic, tuple[tuple[str, ...], ...]] = {
    Topic.RESPONSIBILITY: (("", "strike"),),
    Topic.INVOLVEMENT: (("", "tie"), ("",), ("",), ("", "borvia")),
    Topic.CASUALTIES: (("",), ("killed", "missing"), ("", "Ostrel")),
    Topic.CONTROL: (("", "taken", "held", "lost"), ("",), ("", "Ostrel", "Dunmere")),
    Topic.OUTCOME: (("defeated", "withdrawn", "continuing"), ("",), ("", "Ostrel")),
    Topic.DAMAGE: (("hit", "damaged", "destroyed", "intact"), ("",), ("", "Ostrel"), ("bridge",)),
    Topic.CAUSE: (("explosives", "strike", "accident", "natural", "deliberate"),),
    Topic.AUTHENTICITY: (("", "genuine", "fake"),),
    Topic.WEAPONS: (("used", "supplied", "made"),),
    Topic.MEASURE: (("declared", "in_force", "lifted"),),
}
# The plain matters of the topic that has no other.
PLAIN: list[tuple[tuple[str, ...], ...]] = [
    (("", "account"), ("",), ("",), ("", "outcome")),
    (("", "people"), ("",), ("",), ("yes", "no")),
    (("", "T06", "T06:40", "T23/T02", "2024-03", "2024-03-04~", "../T12Z"), ("began", "happened")),
    (
        ("in", "near", "international"),
        ("where",),
        ("", "Ostrel", "Dunmere, Vale region", "the port"),
    ),
    (("named", "member", "citizen", "from", "kind"), ("who",), ("",), ("suspect",)),
]
POPULATIONS = ["", "civilians", "attackers", "troops"]
UNITS = ["person", "person", "mile", "kilometre", "acre"]
WORDS = [
    "any part in it",
    "it was probably us",
    "nobody was hurt",
    "may have",
    "They still hold it",
    "There is no trace of it",
    "Arland shelled and mined the pier",
    "took responsibility for it",
    "Борьба “за” мир",
    "",
]


@st.composite
def counts(draw):
    low = draw(st.integers(0, 200) | st.sampled_from([1287, 1300, 40_000]))
    high = draw(st.none() | st.just(low) | st.integers(low, low + 300))
    exclusive = high is None and draw(st.booleans())
    approximate, vague = draw(st.booleans()), draw(st.booleans())
    unit = draw(st.sampled_from(UNITS))
    return Count(
        low, high, low_exclusive=exclusive, approximate=approximate, vague=vague, unit=unit
    )


@st.composite
def periods(draw):
    start = datetime(2024, 3, 4, tzinfo=UTC) + timedelta(hours=draw(st.integers(0, 90)))
    return Period(start, start + timedelta(hours=draw(st.integers(0, 30))))


@st.composite
def answers(draw, topic, actors):
    """An answer of the topic, made of its own words."""
    made_of = draw(st.sampled_from(PLAIN)) if topic == Topic.OTHER else MADE_OF.get(topic, ())
    words = [draw(st.sampled_from(options)) for options in made_of] + [""] * 4
    counted = topic in {Topic.CASUALTIES, Topic.EVACUATION, Topic.ARREST}
    return Answer(
        actors=tuple(p.key for p in actors),
        rung=draw(st.none() | st.sampled_from(Rung)),
        denied=draw(st.booleans()),
        count=draw(st.none() | counts()) if counted else None,
        basis=draw(st.sampled_from(Basis)),
        population=draw(st.sampled_from(POPULATIONS)),
        value=words[0],
        measure=words[1],
        place=words[2],
        object=words[3],
    )


QUESTIONS = [
    "was the bridge mined", "tanks on the square", "cause of the fire", "where is the mayor",
    "who holds the town", "people killed", "did rain start the fire",
]  # fmt: skip
TOLD = [
    "no tanks were seen",
    "a bomb",
    "rain, not a bomb",
    "he is safe",
    "held by the guards",
    "12",
]


@st.composite
def filed(draw):
    """A question that a person put, with what the claim says to it."""
    told, counted = draw(st.sampled_from(TOLD)), draw(st.sampled_from(["", "all", "children"]))
    return Asked(draw(st.sampled_from(QUESTIONS)), told, draw(st.booleans()), counted)


@st.composite
def statements(draw, **fixed):
    topic = fixed.get("topic") or draw(st.sampled_from(Topic))
    actors = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique_by=lambda p: p.key))
    answer = draw(answers(topic, actors))
    made = Statement(
        id=draw(st.sampled_from(["clm_1", "clm_2", "clm_3"])),
        event=draw(st.sampled_from(["raid", "raid", "raid", "flood"])),
        claimant=draw(st.none() | st.sampled_from(PEOPLE)),
        words=draw(st.sampled_from(WORDS)),
        stance=draw(st.sampled_from(Stance)),
        modality=draw(st.sampled_from(Modality)),
        topic=topic,
        question=draw(st.sampled_from(["", "q1", "q1", "q2"])),
        dispute=draw(st.sampled_from(["", "d1", "d1", "d2"])),
        answer=answer,
        said=draw(st.none() | periods()),
        holds=draw(st.none() | periods()),
        answer_parties=tuple(actors),
        asked=draw(st.none() | filed()),
    )
    return replace(made, **fixed)


@st.composite
def pairs(draw, topics=tuple(Topic)):
    """Two claims that get past the first gates, so that the rules have their say."""
    topic = draw(st.sampled_from(topics))
    stances = st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS])
    other = topic if draw(st.integers(0, 2)) else draw(st.sampled_from(topics))
    question = "q1" if topic == other else "q2"
    meet = {"event": "raid", "dispute": "d1"}
    left = draw(statements(id="clm_1", topic=topic, question="q1", stance=draw(stances), **meet))
    right = draw(
        statements(id="clm_2", topic=other, question=question, stance=draw(stances), **meet)
    )
    return left, right


@st.composite
def ledgers(draw):
    """A few claims of one event and one dispute, with ids of their own."""
    count = draw(st.integers(2, 5))
    meet = {"event": "raid", "dispute": "d1", "question": "q1"}
    return [draw(statements(id=f"clm_{number}", **meet)) for number in range(count)]


@st.composite
def figures(draw, id_, claimant):
    """Statements of one question that differ in their figure only."""
    answer = Answer(count=draw(counts()), measure="killed", population="attackers")
    made = draw(asked(id_, claimant, Topic.CASUALTIES, answer))
    return replace(made, asked=draw(st.none() | st.just(Asked("people killed"))))


@st.composite
def asked(draw, id_, claimant, topic, answer):
    """A statement that asserts an answer to the one question."""
    meet = {"event": "raid", "question": "q1", "dispute": "d1", "stance": Stance.ASSERTS}
    return draw(statements(id=id_, claimant=claimant, topic=topic, answer=answer, **meet))


@st.composite
def moments(draw, id_, claimant):
    """Statements of when one thing happened."""
    value = draw(st.sampled_from(["", "", "T06", "T06:40", "T23/T02", "../T12"]))
    return draw(asked(id_, claimant, Topic.OTHER, Answer(measure="happened", value=value)))


@st.composite
def scenes(draw, id_, claimant):
    """Statements of where one thing happened."""
    levels = [
        draw(st.sampled_from(["", "the port", "the school"])),
        draw(st.sampled_from(["", "Ostrel", "Dunmere"])),
        draw(st.sampled_from(["", "Vale region", "Moor province"])),
    ]
    place = ", ".join(filter(None, levels))
    value = draw(st.sampled_from(["in", "in", "near"]))
    return draw(
        asked(id_, claimant, Topic.OTHER, Answer(measure="where", place=place, value=value))
    )


@given(pairs() | st.tuples(statements(), statements()))
def test_the_order_of_the_two_changes_nothing(pair):
    left, right = pair

    assert compare(left, right) == compare(right, left)
    assert checks(left, right) == checks(right, left)
    assert sides_digest(left, right) == sides_digest(right, left)


@given(statements(), st.sampled_from(["clm_1", "clm_9"]), st.sampled_from(WORDS))
def test_no_claim_contradicts_itself_or_another_wording_of_it(statement, other_id, words):
    again = replace(statement, id=other_id, words=words)

    assert isinstance(compare(statement, again), Abstention)


@given(statements(), st.sampled_from(PEOPLE))
def test_who_repeats_a_claim_does_not_contradict_it(statement, other):
    repeated = replace(statement, id="clm_9", claimant=other)

    assert not is_contradiction(compare(statement, repeated))


@given(pairs())
def test_what_is_the_same_voice_is_never_a_finding(pair):
    left, right = pair
    spoken = replace(right, claimant=left.claimant)

    assert not isinstance(compare(left, spoken), Finding)


@given(pairs())
def test_a_doubt_or_a_guess_is_never_more_than_a_tension(pair):
    left, right = pair
    guessed = replace(left, modality=Modality.HEDGED, words="may have")

    assert not is_contradiction(compare(guessed, right))
    assert not is_contradiction(compare(replace(left, stance=Stance.DOUBTS), right))


@given(figures("clm_1", ARLAND), figures("clm_2", BORVIA), st.integers(0, 50), st.booleans())
def test_widening_an_interval_never_creates_a_conflict(left, right, more, opened):
    count = left.answer.count
    high = None if opened or count.high is None else count.high + more
    wide = replace(count, low=max(0, count.low - more), high=high)
    widened = replace(left, answer=replace(left.answer, count=wide))

    if is_contradiction(compare(widened, right)):
        assert is_contradiction(compare(left, right))


@given(moments("clm_1", ARLAND), moments("clm_2", BORVIA), periods())
def test_widening_the_days_never_creates_a_conflict(left, right, more):
    days = left.holds
    if days is not None:
        days = Period(min(days.start, more.start), max(days.end, more.end))
    widened = replace(left, holds=days)

    if is_contradiction(compare(widened, right)):
        assert is_contradiction(compare(left, right))


@given(scenes("clm_1", ARLAND), scenes("clm_2", BORVIA))
def test_telling_a_place_less_closely_never_creates_a_conflict(left, right):
    wider = left.answer.place.partition(", ")[2]
    widened = replace(left, answer=replace(left.answer, place=wider))

    if is_contradiction(compare(widened, right)):
        assert is_contradiction(compare(left, right))


@given(st.lists(statements(), max_size=6), statements(id="clm_0", event="elsewhere"))
def test_an_unrelated_claim_changes_no_finding(ledger, unrelated):
    before = [compare(*pair) for pair in candidates(ledger)]
    after = [compare(*pair) for pair in candidates([*ledger, unrelated])]

    assert after == before


@settings(max_examples=60)
@given(st.data(), ledgers())
def test_neither_order_nor_repetition_of_comparing_changes_anything(data, ledger):
    shuffled = data.draw(st.permutations(ledger))

    assert found_in(shuffled) == found_in(ledger) == found_in(ledger)


@settings(max_examples=60)
@given(ledgers())
def test_comparing_claims_one_by_one_finds_what_comparing_all_does(ledger):
    by_one = {}
    for number, statement in enumerate(ledger):
        by_one |= found_in(ledger[: number + 1], new={statement.id})

    assert by_one == found_in(ledger)


@given(st.lists(statements(), max_size=6))
def test_no_finding_lies_outside_the_candidates(ledger):
    offered = list(candidates(ledger))
    for at, left in enumerate(ledger):
        for right in ledger[at + 1 :]:
            found = isinstance(compare(left, right), Finding)
            assert not found or (left, right) in offered or (right, left) in offered


@given(pairs())
def test_a_finding_has_a_score_and_names_both_sides(pair):
    left, right = pair
    result = compare(left, right)
    if isinstance(result, Finding):
        assert 0 < result.score <= 1
        named = [side.claimant.name.casefold() for side in (left, right) if side.claimant]
        assert all(name in result.reason.casefold() for name in named)


def found_in(ledger, new=None):
    """What comparing makes of every pair of a ledger, by the ids of its two."""
    pairs_of = candidates(ledger, new=new)
    return {frozenset({left.id, right.id}): compare(left, right) for left, right in pairs_of}


def is_contradiction(result):
    return isinstance(result, Finding) and result.severity == Severity.CONTRADICTION
