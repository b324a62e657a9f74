"""Who says it, beyond the name beside the verb: each rule with a case where it must not hold."""

import pytest

from claims.choices import Stance
from claims.reading.described import description
from tests.claims.reading.readers import DIRECTORY, claims, who


def speaker(text):
    """The claimant of the last claim, or what describes one without a name; "" for nobody."""
    last = claims(text)[-1]
    return who(last) or description(last.claimant_text, DIRECTORY)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("A fishmonger said that two people had drowned.", "fishmonger"),
        ("The last witness said that two men had drowned.", "last witness"),
        ("Market women lost all. They said two people had drowned.", "Market women"),
        ("A woman in red ran off. She said two men had drowned.", "woman in red"),
        ("A nurse fled with Ana Lis. She said two men had drowned.", "Ana Lis"),
        ("Market stalls burned. They said two people had drowned.", ""),
        ("Men who lived there until May said two had drowned.", "men who lived there until May"),
        (
            "A diplomat in Mir, who fled, said it rained. Two men had drowned, this person said.",
            "diplomat in Mir",
        ),
        ("A nurse wept, his wife said. Two men had drowned, this person said.", ""),
        ("The family of Ana Lis, 60, who fell ill, says two had drowned.", "family of Ana Lis"),
        ("Mir's port board met. Two men had drowned, it now says.", "Mir's port board"),
        ("The dam in Mir was closed. It says two men had drowned.", ""),
        ("A man left Mir Dairy. Two men had drowned, the dairy replied.", "Mir Dairy"),
        ("Mir Dairy and Sun Dairy shut. Two men had drowned, the dairy replied.", ""),
        ("Prime Minister Ana Lis left. Two men had drowned, the ministry said.", ""),
        (
            "Health Minister Ana Lis left. Two men had drowned, the ministry said.",
            "health ministry",
        ),
        (
            "Health Minister Ana Lis met Finance Minister Jan Berg. Two drowned, the ministry said.",
            "",
        ),
        ("The ferry Ana Luz sank. It rained. She said nine men had drowned.", ""),
        ("The ferry's captain, Ana Luz, sank. It rained. She said nine men drowned.", "Ana Luz"),
        ("Jan Lis wept. “He told us that nine men had drowned,” Igor Berg said.", "Igor Berg"),
        ("The firm's owner, Mir-based Polar Tankers, said nine men had drowned.", "Polar Tankers"),
        ("The relief group Orbis Witness said two men had drowned.", "Orbis Witness"),
        ("Two men had drowned, according to its spokesman, Jan Berg.", "Jan Berg"),
        ("Two men had drowned, according to the mayor, Norland and all.", "mayor"),
        (
            "Ana Lis said it rained. “No.” Berg stood by it. Two men drowned, he said. Jan Berg left.",
            "Jan Berg",
        ),
        ("17:30 The Sun Front has put out a note. It says two men had drowned.", "Sun Front"),
        ("The Audit Office took it. The office said two men had drowned.", "Audit Office"),
        ("The Audit Office met the Press Office. The office said two had drowned.", ""),
    ],
)
def test_a_speaker_is_found_by_what_the_article_calls_him(text, says):
    assert speaker(text) == says


@pytest.mark.parametrize(
    ("before", "same", "says"),
    [
        ("A Norish diplomat said it rained.", "the same unnamed person", "Norish diplomat"),
        ("Jan Lis said it rained.", "the same official", "Jan Lis"),
        ("The World Union said it rained.", "the same official", "same official"),
        ("It rained for a week.", "the same official", "same official"),
    ],
)
def test_the_same_one_is_who_spoke_just_before(before, same, says):
    assert speaker(f"{before} Two men had drowned in Mir, according to {same}.") == says


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("the log that senator Ana Kols published", "Ana Kols"),
        ("a slip that Ana Kols, the mayor of Mir, waved at reporters", "Ana Kols"),
        ("a list drawn up by the World Union on Monday", "World Union"),
        ("a list seen by the World Union on Monday", None),
        ("a slip that Ana Kols lost", None),
        ("a slip that was published in Mir", None),
    ],
)
def test_a_document_speaks_for_who_published_it(source, says):
    assert who(claims(f"Two men had drowned, according to {source}.")[0]) == says


@pytest.mark.parametrize(
    ("rest", "whose"),
    [
        ("after two of the injured died of their burns in Mir", "Jan Lis"),
        ("but two more men died of their burns in Mir", None),
    ],
)
def test_what_follows_a_source_in_the_middle_is_told_by_it_too(rest, whose):
    told = claims(f"Seven people were hurt, according to Jan Lis, {rest}.")

    assert [who(claim) for claim in told] == ["Jan Lis", whose]


@pytest.mark.parametrize(
    ("before", "name", "says"),
    [
        ("The men of Norcount worked on.", "Norcount", "Norcount"),
        ("Water stood in Norcount.", "Norcount", None),
        ("Water stood everywhere.", "Norland", None),
    ],
)
def test_only_who_counts_has_a_toll_of_its_own_giving(before, name, says):
    assert who(claims(f"{before} {name}'s toll is now 19 dead.")[-1]) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("“Two men drowned,” the Sun Front said. The mill fell in, the rebels said.", "Sun Front"),
        ("“Two men drowned,” the World Union said. The mill fell in, the rebels said.", None),
    ],
)
def test_the_rebels_are_the_group_that_has_just_spoken(text, says):
    assert who(claims(f"The Free Suland Army came. The Sun Front left. {text}")[-1]) == says


def test_a_communique_is_its_authors_until_another_speaks():
    told = claims(
        "The army of Norland informs the public of the following.\n\n"
        "On Monday the fleet shelled Mir. Two men died, the statement goes on.\n\n"
        "It says 17 houses burned.\n\nJan Lis said the old dam held. Nine men drowned in Suland."
    )

    army = "army of Norland"
    assert [who(claim) for claim in told] == [army, army, army, "Jan Lis", None]


def test_what_is_only_done_to_the_following_is_no_communique():
    assert (
        who(claims("The army of Norland shelled the following.\n\nTwo men died in Mir.")[-1])
        is None
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Norwing was sorry. It declined to say who had drowned.\n\nIt had paid, it said.",
            "Norwing",
        ),
        ("In the end, the talks went on. Two men had drowned in Mir.", ""),
    ],
)
def test_who_would_not_say_more_has_spoken_and_what_went_on_has_not(text, says):
    assert speaker(text) == says


@pytest.mark.parametrize(
    ("rest", "whose"),
    [
        ("and the owner had ignored the warnings for weeks", ["Ana Lis", "Ana Lis"]),
        ("and 14 people have been arrested", ["Ana Lis", "Ana Lis"]),
        ("and then left the town hall without a word", ["Ana Lis"]),
        ("but the owner had ignored the warnings for weeks", ["Ana Lis"]),
    ],
)
def test_a_clause_joined_on_after_the_speaker_is_hers_too(rest, whose):
    told = claims(f"Two men were seen at the mill, Ana Lis said, {rest}.")

    assert [who(claim) for claim in told] == whose


def test_a_figure_joined_on_is_of_who_gives_it_where_somebody_does():
    told = claims(
        "Two men drowned in Mir, Ana Lis said, and 14 people were killed in Orsa.\n\n"
        "Jan Berg said 14 people were killed."
    )

    assert [(who(claim), len(claim.quotes)) for claim in told] == [("Ana Lis", 1), ("Jan Berg", 2)]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("The figures were given on Friday by Ana Lis.", "Ana Lis"),
        ("The figures were doubted on Friday by Ana Lis.", None),
    ],
)
def test_who_gave_the_figures_may_be_told_a_sentence_on(source, says):
    assert who(claims(f"Nine men drowned in the flood.\n\n{source}")[0]) == says


def test_a_statement_stays_in_mind_while_nobody_else_speaks():
    read = "Inspectors of the port met. In a statement they say that no crack was found. It rained. It was"
    told = claims(f"{read} late. Nine men drowned, the statement adds.")

    assert description(told[-1].claimant_text, DIRECTORY) == "inspectors of the port"


@pytest.mark.parametrize(
    ("sentence", "silent"),
    [
        ("Norwing did not reply to questions about the crash.", True),
        ("Ana Lis could not say whether the mill had been checked.", True),
        ("Norwing has not answered the letters of the mill's owner.", True),
        ("The engines did not respond to the levers of the pilot.", False),
    ],
)
def test_who_would_not_answer_makes_no_comment(sentence, silent):
    assert [c.stance for c in claims(sentence)] == [Stance.NO_COMMENT] * silent
