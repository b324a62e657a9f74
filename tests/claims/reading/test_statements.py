from datetime import UTC, datetime

from claims.reading.actors import party
from claims.reading.statements import statement
from claims.values import Statement
from tests.claims.reading.readers import DIRECTORY, PUBLISHED, only_claim


def stated(text: str, *, published: datetime | None = PUBLISHED) -> Statement:
    return statement(only_claim(text), id="c1", event="e", directory=DIRECTORY, published=published)


def test_a_claimant_comes_with_all_it_speaks_for():
    told = stated("Norland's defence ministry said 70 raiders were killed on 2 June.")
    assert told.claimant is not None
    assert told.claimant.lineage == {"norland-ministry-of-defence", "norland"}
    assert (told.question, told.dispute) == ("casualties:killed:attackers", "casualties:killed")
    assert told.words == "70 raiders were killed on 2 June"


def test_a_spokesman_speaks_with_the_voice_of_the_body():
    told = stated("Norland's defence ministry spokesman Jan Lis said that the old dam held.")
    assert told.claimant is not None
    assert told.claimant.key == "~Jan Lis"
    assert "norland" in told.claimant.lineage


def test_said_and_holds_are_dated_apart():
    told = stated("Nortown said on Tuesday that 70 raiders were killed on 2 June.")
    assert told.said is not None
    assert told.holds is not None
    assert told.said.start == datetime(2024, 6, 4, tzinfo=UTC)
    assert told.holds.start == datetime(2024, 6, 2, tzinfo=UTC)


def test_what_is_undated_was_said_on_the_day_of_publication():
    told = stated("Nortown said that 70 raiders were killed.")
    assert told.said is not None
    assert (told.said.start, told.holds) == (datetime(2024, 6, 7, tzinfo=UTC), None)
    assert stated("Nortown said that 70 raiders were killed.", published=None).said is None


def test_a_described_body_stands_in_the_states_lineage_private_people_do_not():
    unit = party("~unit of a Sulish nationalist force", DIRECTORY)
    people = party("~Sulish citizens", DIRECTORY)
    group = party("~Sulish Volunteer Corps", DIRECTORY)
    assert "suland" in unit.lineage
    assert ("suland" in people.lineage, people.nation) == (False, "suland")
    assert ("suland" in group.lineage, group.nation) == (False, "suland")
