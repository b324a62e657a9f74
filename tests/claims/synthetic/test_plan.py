"""A made-up event is the same each time, and holds the planted pairs and no others."""

from datetime import UTC, datetime
from itertools import combinations

import pytest

from claims.choices import Modality
from claims.comparing import candidates, compare
from claims.synthetic.plan import PER_QUESTION, PlannedClaim, plan
from claims.values import Finding, Party, Period, Statement


def statement(planned: PlannedClaim) -> Statement:
    """A planned claim as comparing sees it."""
    moment = datetime(2024, 3, 1 + planned.day, tzinfo=UTC)
    return Statement(
        id=f"{planned.number:06}",
        event="1",
        claimant=Party(planned.speaker, planned.speaker, frozenset({planned.speaker})),
        words=planned.statement,
        stance=planned.stance,
        modality=Modality.ASSERTED,
        topic=planned.question.topic,
        question=planned.question.key,
        dispute=planned.question.dispute,
        answer=planned.answer,
        said=Period(moment, moment),
        answer_parties=tuple(Party(a, a, frozenset({a})) for a in planned.answer.actors),
    )


def planted_pairs(claims: list[PlannedClaim]) -> set[tuple[int, int]]:
    """The numbers of the two that cannot both be true, of each question."""
    pairs = combinations([claim for claim in claims if claim.planted], 2)
    return {(a.number, b.number) for a, b in pairs if a.question == b.question}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_exactly_the_planted_pairs_are_found(seed):
    claims = list(plan(300, event=0, seed=seed))

    found = {
        tuple(sorted((int(a.id), int(b.id))))
        for a, b in candidates([statement(claim) for claim in claims])
        if isinstance(compare(a, b), Finding)
    }

    assert len(found) == 300 // PER_QUESTION
    assert found == planted_pairs(claims)


def test_the_same_numbers_give_the_same_claims_and_others_do_not():
    assert list(plan(50, event=3, seed=1)) == list(plan(50, event=3, seed=1))
    assert list(plan(50, event=3, seed=1)) != list(plan(50, event=4, seed=1))
    assert list(plan(50, event=3, seed=1)) != list(plan(50, event=3, seed=2))


def test_a_smaller_event_ends_in_a_shorter_question():
    claims = list(plan(21, event=0, seed=1))

    assert [claim.number for claim in claims] == list(range(21))
    assert not claims[20].planted, "one claim alone contradicts nothing"
