"""Pairs that say the same are one group, and the group knows what its pairs come to."""

import pytest

from claims import contradictions, merging, triage
from claims.choices import Kind
from claims.comparisons import compare_claims
from claims.models import Claim, Contradiction, ContradictionGroup, Threshold
from events.directory import Directory
from tests.claims.readers import KYIV, MINISTRY
from tests.claims.test_comparisons import SEVENTY, TWELVE, read
from tests.factories import (
    make_actor,
    make_claim,
    make_contradiction,
    make_event,
    make_question,
    make_quote,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
SIDES = {"asserts": "The guard fired first", "denies": "Nobody fired"}


def say(event, **fields):
    return make_claim(event=event, **({"statement": SIDES["asserts"]} | fields))


def accused(event, denials=5, **fields):
    """One attribution against some denials, by as many claimants."""
    blames = say(event)
    return [
        make_contradiction(
            event=event, first=blames, second=say(event, statement=SIDES["denies"], stance="denies"),
            state="open", **fields,
        )
        for _ in range(denials)
    ]  # fmt: skip


def group_of(pair):
    pair.refresh_from_db()
    return ContradictionGroup.objects.get(pk=pair.group_id)


def test_one_attribution_against_five_denials_is_one_group():
    pairs = accused(make_event())

    group = group_of(pairs[0])
    assert {pair.group_id for pair in Contradiction.objects.all()} == {group.pk}
    assert (group.waiting, group.hidden, group.claimants, group.origins) == (5, 0, 6, 6)
    assert group.lead == pairs[0]


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({}, True),
        ({"statement": "  nobody FIRED "}, True),
        ({"claimant": None}, True),
        ({"made_at": "2023-05-23"}, True),
        ({"modality": "hedged"}, True),
        ({"stance": "doubts"}, False),
        ({"statement": "Somebody fired"}, False),
        ({"count_low": 3, "count_high": 3, "unit": "person"}, False),
        ({"answer_denied": True}, True),
        ({"place": "Orsa"}, False),
    ],
)
def test_a_group_is_known_by_its_answers_and_not_by_who_gives_them(fields, same):
    event = make_event()
    blames = say(event)
    denial = {"statement": SIDES["denies"], "stance": "denies"}
    one, other = (
        make_contradiction(event=event, first=blames, second=say(event, **(denial | more)))
        for more in ({}, fields)
    )

    assert (one.group_id == other.group_id) == same


@pytest.mark.parametrize(
    "fields", [{"severity": "tension"}, {"kind": Kind.CAUSE}, {"event": None}, {"first": None}]
)
def test_pairs_that_part_over_something_else_are_another_group(fields):
    event = make_event()
    (pair,) = accused(event, 1)
    if "event" in fields:
        other = accused(make_event(), 1)[0]
    elif "first" in fields:
        question = make_question(event=event)
        other = make_contradiction(
            event=event, first=say(event, question=question), second=pair.second
        )
    else:
        other = accused(event, 1, **fields)[0]

    assert other.group_id != pair.group_id


def test_typed_answers_meet_whatever_their_words():
    event = make_event()
    question = make_question(event=event)
    actor = make_actor()
    denial = make_claim(event=event, question=question, stance="denies", statement="Not they")
    groups = set()
    for words in ("They did it", "It was their doing"):
        claim = make_claim(event=event, question=question, rung="carried_out", statement=words)
        claim.answered.create(actor=actor)
        groups.add(make_contradiction(event=event, first=denial, second=claim).group_id)

    assert len(groups) == 1


def compare(event, *claims):
    compare_claims(event, [claim.pk for claim in claims], Directory())


def test_a_finding_is_put_into_its_group_and_into_another_when_a_side_changes():
    event = make_event()
    first, second = read(event, SEVENTY, 70, MINISTRY), read(event, TWELVE, 12, KYIV)
    compare(event, first, second)
    pair = Contradiction.objects.get()
    before = group_of(pair)
    assert (before.waiting, before.lead, pair.row_version) == (1, pair, 1)

    Claim.objects.filter(pk=second.pk).update(count_low=13, count_high=13)
    compare(event, second)

    after = group_of(pair)
    before.refresh_from_db()
    assert after != before
    assert (before.waiting, after.waiting) == (0, 1)


def test_a_decided_pair_too_changes_its_group_with_its_sides():
    event = make_event()
    first, second = read(event, SEVENTY, 70, MINISTRY), read(event, TWELVE, 12, KYIV)
    compare(event, first, second)
    pair = contradictions.confirm(Contradiction.objects.get(), by=make_user())
    before = group_of(pair)

    Claim.objects.filter(pk=second.pk).update(count_low=13, count_high=13)
    compare(event, second)

    after = group_of(pair)
    assert (pair.state, after == before, after.precedent) == ("confirmed", False, pair)


def test_comparing_again_leaves_groups_and_pairs_untouched():
    event = make_event()
    first, second = read(event, SEVENTY, 70, MINISTRY), read(event, TWELVE, 12, KYIV)
    compare(event, first, second)
    before = list(ContradictionGroup.objects.values()), list(Contradiction.objects.values())

    compare(event, first, second)

    assert (list(ContradictionGroup.objects.values()),
            list(Contradiction.objects.values())) == before  # fmt: skip


@pytest.mark.parametrize("pairs", [1, 5])
def test_refreshing_costs_the_same_for_few_pairs_and_for_many(pairs, django_assert_num_queries):
    made = accused(make_event(), pairs) + accused(make_event(), pairs)
    groups = {pair.group_id for pair in made}

    with django_assert_num_queries(6):
        triage.refresh(groups)


def test_a_threshold_hides_what_the_software_found_and_nothing_of_a_person():
    event = make_event()
    Threshold.objects.update_or_create(kind=Kind.INVOLVEMENT, defaults={"score": 0.7})
    low = accused(event, 2, score=0.6)
    group = group_of(low[0])
    assert (group.waiting, group.hidden) == (0, 2)
    assert list(ContradictionGroup.objects.waiting()) == []
    assert list(ContradictionGroup.objects.below_threshold()) == [group]

    accused(event, 1, score=0.6, detector="")
    accused(event, 1, score=0.7)

    group.refresh_from_db()
    assert (group.waiting, group.hidden, group.score) == (2, 2, 0.7)


def test_each_decision_is_counted_and_remembered_as_precedent():
    pairs = accused(make_event(), 3)
    editor = make_user()

    contradictions.dismiss(pairs[0], by=editor, reason="different_time")
    contradictions.confirm(pairs[1], by=editor)

    group = group_of(pairs[2])
    assert (group.waiting, group.lead, group.precedent) == (1, pairs[2], pairs[1])
    contradictions.reopen(pairs[1], by=editor, note="Again.")
    group.refresh_from_db()
    assert (group.waiting, group.precedent) == (2, pairs[0])


def test_a_group_with_nothing_open_keeps_its_place():
    (pair,) = accused(make_event(), 1)
    before = group_of(pair).rank

    contradictions.confirm(pair, by=make_user())

    group = group_of(pair)
    assert (group.rank, group.waiting, group.lead, group.fresh_at) == (before, 0, None, None)


def test_a_flag_of_ones_own_finds_its_group():
    event = make_event()
    (known,) = accused(event, 1)
    other = say(event, statement=SIDES["denies"], stance="denies")

    pair = contradictions.flag(
        known.first, other, by=make_user(), reason="Both speak of it.", kind=known.kind
    )

    assert pair.group_id == known.group_id
    assert group_of(known).waiting == 2


def test_merging_claims_carries_their_pairs_to_the_group_of_the_survivor_and_back():
    event = make_event()
    pair = accused(event, 1)[0]
    into = say(event, statement="A guard fired first, witnesses say")
    before = pair.group_id

    merging.merge(pair.first, into, by=make_user(), reason="The same.")
    moved = group_of(pair)
    assert (moved.pk == before, moved.waiting) == (False, 1)
    assert ContradictionGroup.objects.get(pk=before).waiting == 0

    merged = Claim.objects.get(event=event, review="merged")
    merging.unmerge(merged, by=make_user(), reason="Not the same.")
    assert group_of(pair).pk == before
    assert ContradictionGroup.objects.get(pk=before).waiting == 1


def test_pairs_of_before_find_their_groups_some_at_a_time():
    accused(make_event(), 3)
    Contradiction.objects.update(group=None)
    ContradictionGroup.objects.update(waiting=0, lead=None)

    assert [triage.place_missing(limit=2) for _ in range(3)] == [2, 1, 0]

    assert ContradictionGroup.objects.get().waiting == 3


def test_pairs_of_before_that_wait_find_their_groups_first():
    *decided, waiting = accused(make_event(), 4)
    ids = [pair.pk for pair in decided]
    Contradiction.objects.filter(pk__in=ids).update(
        state="dismissed", dismissal_reason="different_time", decided_by=make_user(),
        decided_at=waiting.created_at,
    )  # fmt: skip
    Contradiction.objects.update(group=None)

    assert triage.place_missing(limit=2) == 2

    waiting.refresh_from_db()
    assert waiting.group_id is not None
    assert Contradiction.objects.filter(group=None, state="dismissed").count() == 2


def test_more_origins_raise_the_rank_when_the_group_is_next_touched():
    pairs = accused(make_event(), 2)
    before = group_of(pairs[0])
    for number in range(3):
        make_quote(pairs[0].first, SIDES["asserts"],
                   make_version(f"{number}. {SIDES['asserts']}."))  # fmt: skip

    triage.refresh([before.pk])

    after = group_of(pairs[0])
    assert after.origins == before.origins + 3
    assert after.rank > before.rank


def test_the_order_of_the_queue_pages_by_rank_and_id():
    groups = [group_of(accused(make_event(), 1, score=score)[0]) for score in (0.5, 0.9, 0.9, 0.7)]
    ContradictionGroup.objects.filter(pk__in=[groups[1].pk, groups[2].pk]).update(rank=9_000.5)
    order = list(ContradictionGroup.objects.waiting())
    assert order[:2] == [groups[2], groups[1]]

    for place, group in enumerate(order):
        rows = ContradictionGroup.objects.waiting()
        assert list(rows.after(group.rank, group.pk)) == order[place + 1 :]
        assert list(rows.before(group.rank, group.pk)) == order[:place]
