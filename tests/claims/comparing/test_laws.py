"""Laws that hold for any statements, tried on many made at random."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claims.choices import Basis, Modality, Rung, Severity, Stance, Topic
from claims.comparing import candidates, checks, compare, sides_digest
from claims.values import Abstention, Answer, Count, Finding, Party, Period, Statement
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
VALUES = [
    "",
    "taken",
    "held",
    "lost",
    "defeated",
    "continuing",
    "fake",
    "genuine",
    "tie",
    "account",
]
WORDS = [
    "any part in it",
    "it was probably us",
    "nobody was hurt",
    "may have",
    "Борьба “за” мир",
    "",
]


@st.composite
def counts(draw):
    low = draw(st.integers(0, 200))
    high = draw(st.none() | st.integers(low, 300))
    exclusive = high is None and draw(st.booleans())
    approximate, vague = draw(st.booleans()), draw(st.booleans())
    return Count(low, high, low_exclusive=exclusive, approximate=approximate, vague=vague)


@st.composite
def periods(draw):
    start = datetime(2024, 3, 4, tzinfo=UTC) + timedelta(hours=draw(st.integers(0, 90)))
    return Period(start, start + timedelta(hours=draw(st.integers(0, 30))))


@st.composite
def statements(draw, **fixed):
    topic = draw(st.sampled_from(Topic))
    actors = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique_by=lambda p: p.key))
    answer = Answer(
        actors=tuple(p.key for p in actors),
        rung=draw(st.none() | st.sampled_from(Rung)),
        denied=draw(st.booleans()),
        count=draw(st.none() | counts()),
        measure=draw(st.sampled_from(["", "killed", "missing"])),
        population=draw(st.sampled_from(["", "civilians", "attackers"])),
        basis=draw(st.sampled_from(Basis)),
        place=draw(st.sampled_from(["", "Ostrel"])),
        value=draw(st.sampled_from(VALUES)),
    )
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
    )
    return replace(made, **fixed)


@st.composite
def pairs(draw):
    """Two claims that get past the first gates, so that the rules have their say."""
    topic = draw(st.sampled_from(Topic))
    stances = st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS])
    other = topic if draw(st.integers(0, 2)) else draw(st.sampled_from(Topic))
    question = "q1" if topic == other else "q2"
    meet = {"event": "raid", "dispute": "d1"}
    left = draw(statements(id="clm_1", topic=topic, question="q1", stance=draw(stances), **meet))
    right = draw(
        statements(id="clm_2", topic=other, question=question, stance=draw(stances), **meet)
    )
    return left, right


@st.composite
def figures(draw, id_, claimant):
    """Statements of one question that differ in their figure only."""
    answer = Answer(count=draw(counts()), measure="killed", population="attackers")
    made = draw(statements(id=id_, claimant=claimant, event="raid", answer=answer))
    return replace(made, topic=Topic.CASUALTIES, question="q1", dispute="d1", stance=Stance.ASSERTS)


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


@given(pairs())
def test_what_is_the_same_voice_is_never_a_finding(pair):
    left, right = pair
    spoken = replace(right, claimant=left.claimant)

    assert not isinstance(compare(left, spoken), Finding)


@given(figures("clm_1", ARLAND), figures("clm_2", BORVIA), st.integers(0, 50), st.booleans())
def test_widening_an_interval_never_creates_a_conflict(left, right, more, opened):
    count = left.answer.count
    high = None if opened or count.high is None else count.high + more
    wide = replace(count, low=max(0, count.low - more), high=high)
    widened = replace(left, answer=replace(left.answer, count=wide))

    if is_contradiction(compare(widened, right)):
        assert is_contradiction(compare(left, right))


@given(st.lists(statements(), max_size=6), statements(id="clm_0", event="elsewhere"))
def test_an_unrelated_claim_changes_no_finding(ledger, unrelated):
    before = [compare(*pair) for pair in candidates(ledger)]
    after = [compare(*pair) for pair in candidates([*ledger, unrelated])]

    assert after == before


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
        assert all(side.claimant.name in result.reason for side in (left, right) if side.claimant)


def is_contradiction(result):
    return isinstance(result, Finding) and result.severity == Severity.CONTRADICTION
