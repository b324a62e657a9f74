"""What an article says in its own words: facts of the event are claims, background is none."""

import pytest

from claims.choices import Attribution, Topic
from tests.claims.reading.readers import claims, count_of, key_of, only_claim


@pytest.mark.parametrize(
    ("text", "topic", "key"),
    [
        ("The fire was caused by a cigarette.", Topic.CAUSE, "cause"),
        ("A cracked pipe led to the explosion.", Topic.CAUSE, "cause"),
        ("The upper part of the tower gave way.", Topic.DAMAGE, "damage:upper-part-tower"),
        ("The lake is draining.", Topic.DAMAGE, "damage:lake"),
        ("The road to the coast is impassable.", Topic.DAMAGE, "damage:road"),
        ("A warehouse near it has been completely destroyed.", Topic.DAMAGE, "damage:warehouse"),
        ("Old mines have been washed away.", Topic.DAMAGE, "damage:old-mines"),
        ("Gas supplies to the village were cut off.", Topic.DAMAGE, "damage:gas"),
        ("The hospital was without power.", Topic.DAMAGE, "damage:power"),
        ("Fallen trees blocked the railway.", Topic.DAMAGE, "damage:railway"),
        ("Bus traffic was stopped for a day.", Topic.MEASURE, "measure:suspension-bus-traffic"),
        ("The tunnel remains closed.", Topic.MEASURE, "measure:closure-tunnel"),
        ("Swimming has been banned.", Topic.MEASURE, "measure:ban-on-swimming"),
        ("A truce came into force at noon.", Topic.MEASURE, "measure:ceasefire"),
        ("Villagers were told to leave.", Topic.EVACUATION, "evacuation"),
        ("The blaze was brought under control.", Topic.OUTCOME, "outcome"),
    ],
)
def test_a_fact_of_the_event_is_a_claim_without_a_claimant(text, topic, key):
    claim = only_claim(text)
    assert (claim.topic, key_of(claim)) == (topic, key)
    assert claim.claimant is None
    assert claim.quotes[0].attribution == Attribution.UNATTRIBUTED


@pytest.mark.parametrize(
    "text",
    [
        "The tower was built in 1978.",
        "A storm in 2009 tore the roof off the same school.",
        "Storms often block the coastal road.",
        "Fires are caused by dry grass and cigarettes.",
        "Rain could cut the road again.",
        "The market is held by the river.",
        "The tunnel opened in 1969.",
        "Talks between the two parties collapsed.",
        "Kovar is down in the polls.",
        "The ferry leaves at noon.",
        "The office was flooded with letters.",
        "The plant makes glass.",
    ],
)
def test_background_and_routine_are_no_claims(text):
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("About 30 barns lost their roofs.", 30, 30, "barn"),
        ("Flooding has reached nine settlements.", 9, 9, "settlement"),
        ("More than 700 hectares of wheat burned.", 700, None, "hectare"),
        (
            "The storm cut power to the coast and left 4,000 people without heating.",
            4000,
            4000,
            "person",
        ),
        ("At least 12,000 homes lost power.", 12_000, None, "home"),
        ("Two villages are under water.", 2, 2, "village"),
        ("Eight divers are still trapped.", 8, 8, "person"),
        ("The bodies of two divers have been recovered.", 2, None, "person"),
    ],
)
def test_counted_things_have_their_unit_and_interval(text, low, high, unit):
    count = count_of(claims(text)[-1])
    assert (count.low, count.high, count.unit) == (low, high, unit)


def test_what_somebody_says_of_a_thing_is_typed_as_well():
    bridge, power = claims("Nortown said the bridge had collapsed and power was cut to the port.")
    assert [key_of(bridge), key_of(power)] == ["damage:bridge", "damage:power"]
    assert bridge.claimant is not None
