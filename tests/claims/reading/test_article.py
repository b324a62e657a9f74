import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.choices import Attribution, Stance, Topic
from claims.reading import read_article
from claims.values import ArticleText
from events.directory import starter
from tests.claims.reading.readers import DIRECTORY, claims, key_of, only_claim, read, who

WORDS = [
    "Nortown",
    "said",
    "denied",
    "that",
    "the",
    "dam",
    "was",
    "hit",
    "70",
    "people",
    "were",
    "killed",
    ".",
    ",",
    "“",
    "”",
    '"',
    "and",
    "but",
    "while",
    "according",
    "to",
    "Free",
    "Suland",
    "Army",
    "claimed",
    "responsibility",
    "he",
    "it",
    "they",
    "this",
    "claim",
    "(FSA)",
    "not",
    "Jan",
    "Lis",
    "governor",
    "of",
    "Mir",
    "declared",
    "a",
    "curfew",
    "\n\n",
    "•",
    "é",
    "🙂",
    "שלום",
    "Київ",
    "'",
    "’s",
    "on",
    "Monday",
    ":",
    ";",
    "—",
]


def test_a_statement_told_twice_is_one_claim_with_two_quotes():
    claim = only_claim(
        "Nortown said 70 raiders were killed. Seventy raiders were killed, Nortown said."
    )
    assert [q.text for q in claim.quotes] == [
        "70 raiders were killed",
        "Seventy raiders were killed",
    ]


def test_a_different_figure_is_another_claim():
    text = "Nortown said 70 raiders were killed. Nortown said 80 raiders were killed."
    assert len(claims(text)) == 2


def test_a_reply_answers_the_question_of_what_it_answers():
    taken, disputed = claims("Sutown said it had captured Mir, though Nortown disputes this claim.")
    assert disputed.question == taken.question
    assert (disputed.stance, who(disputed)) == (Stance.DENIES, "Norland")
    assert disputed.answer.denied
    assert disputed.answer.actors == taken.answer.actors == ("suland",)


@pytest.mark.parametrize(
    "reply",
    [
        "Nortown called the claim nonsense.",
        "Nortown rejected the accusation.",
        "Nortown said this was not true.",
        "Nortown dismissed the claim as false.",
    ],
)
def test_a_reply_has_many_forms(reply):
    said, denied = claims(f"Sutown said Norland was behind the raid. {reply}")
    assert (denied.question, denied.answer.denied) == (said.question, True)
    assert denied.stance == Stance.DENIES


def test_an_account_rejected_as_a_whole_names_whose_it_was():
    text = (
        "Nortown said 70 raiders were killed and the rest were driven out. "
        "The Free Suland Army denied this account."
    )
    rejection = claims(text)[-1]
    assert (rejection.topic, rejection.answer.value) == (Topic.OTHER, "account")
    assert rejection.answer.actors == ("norland",)


def test_a_city_claimed_in_a_relative_clause_is_the_one_named_before():
    text = "It bore the words “for Mirov”, a city that Suland claims to have captured."
    assert only_claim(text).answer.place == "Mirov"


@pytest.mark.parametrize(
    ("text", "verified"),
    [
        ("The veracity of the images has not been independently verified.", False),
        ("The Courier could not verify the claims.", False),
        ("It has been verified that a barracks was hit.", True),
    ],
)
def test_what_the_outlet_says_of_verification_is_no_claim(text, verified):
    found = read(text)
    assert found.claims == ()
    assert [statement.verified for statement in found.outlet_statements] == [verified]


def test_one_sentence_may_hold_both_verdicts_of_the_outlet():
    text = "The report could not be independently verified, but it has been verified that it fell."
    assert [s.verified for s in read(text).outlet_statements] == [False, True]


def test_a_quotation_goes_on_after_its_speaker():
    text = "“The old dam held,” said Jan Lis. “It was never in any danger.”"
    assert [(who(c), c.statement) for c in claims(text)] == [
        ("Jan Lis", "The old dam held"),
        ("Jan Lis", "It was never in any danger"),
    ]
    assert {q.attribution for c in claims(text) for q in c.quotes} == {Attribution.DIRECT_QUOTE}


def test_a_claim_within_a_claim_is_the_inner_speakers():
    (claim,) = claims("The governor of Mir said Nortown denies any involvement.")
    assert (who(claim), claim.stance) == ("Norland", Stance.DENIES)


def test_the_articles_own_figure_has_no_claimant():
    claim = only_claim("At least 12 civilians were injured in the raid.")
    assert (claim.claimant, claim.claimant_text) == (None, "")
    assert claim.quotes[0].attribution == Attribution.UNATTRIBUTED


def test_times_keep_their_words():
    claim = only_claim("Nortown said on Tuesday that 70 raiders were killed on 2 June.")
    assert (claim.said_text, claim.holds_text) == ("on Tuesday", "on 2 June")


def test_a_text_longer_than_any_article_is_not_read_and_says_so():
    found = read_article(ArticleText("Kyiv denies it. " * 20_000), DIRECTORY)
    assert (found.claims, found.skipped) == ((), "too_long: 320000 letters")


def test_a_language_without_a_lexicon_is_not_read_and_says_so():
    found = read_article(ArticleText("Sutown zaprzecza.", language="pl"), DIRECTORY)
    assert (found.claims, found.skipped) == ((), "language: pl")


def test_site_furniture_adds_no_claim():
    text = "Nortown denies any involvement. Sutown said that 70 raiders were killed."
    furniture = (
        "Nortown denies all claims\n\n{}\n\nSutown said we use cookies on this site. Follow us"
    )
    assert [c.statement for c in claims(furniture.format(text))] == [
        c.statement for c in claims(text)
    ]


def test_the_shipped_directory_names_the_claimants():
    text = (
        "Russia’s defense ministry said the drones were shot down. "
        "The US State Department said that it was not involved. "
        "Officials in Kyiv denied any role in the strike."
    )
    found = claims(text, directory=starter())
    assert [c.claimant.key for c in found if c.claimant] == [
        "russia-ministry-of-defence",
        "united-states-ministry-of-foreign-affairs",
        "ukraine",
    ]


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_every_quote_slices_to_its_text(pieces):
    text = " ".join(pieces)
    found = read(text)
    for claim in found.claims:
        assert all(text[q.start : q.end] == q.text for q in claim.quotes)
    for spans in found.attributions:
        for span in (spans.content, spans.speaker, spans.cue):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
    assert all(text[slice(*s.span)] == s.text for s in found.outlet_statements)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    assert read(text) == read(text)


def test_a_claim_told_by_a_noun_is_its_owners_and_can_be_rejected():
    said, denied = claims("Nortown rejected Sutown's claim that Suland had captured Mir.")
    assert (who(said), said.stance, key_of(said)) == ("Suland", Stance.ASSERTS, "control:mir")
    assert (who(denied), denied.stance, denied.question) == (
        "Norland",
        Stance.DENIES,
        said.question,
    )


def test_the_owner_of_a_claim_is_named_without_what_stands_before_it():
    found = read_article(
        ArticleText(
            "The news plays into the Kremlin's narrative that the old border is under threat, "
            "reinforcing Moscow's claim that the army holds Mir."
        ),
        starter(),
    )
    assert [(one.claimant.name, one.claimant.text) for one in found.claims if one.claimant] == [
        ("Kremlin", "the Kremlin"),
        ("Russia", "Moscow"),
    ]


def test_direct_speech_goes_on_over_sentences_and_asides():
    text = "“It held. The old dam never moved,” said Jan Lis. “It was safe.” It rained."
    assert {who(c) for c in claims(text)} == {"Jan Lis"}
    (spans,) = read(text).attributions
    assert (
        text[slice(*spans.content)]
        == "“It held. The old dam never moved,” said Jan Lis. “It was safe.”"
    )


def test_an_aside_in_a_relative_clause_hedges_nothing():
    claim = only_claim("Nortown said 70 raiders, allegedly Sulish citizens, were killed.")
    assert claim.modality == "asserted"


def test_a_rejection_answers_what_was_said_against_the_one_who_rejects():
    text = (
        "Nortown said Suland was behind the attack. The World Union said that two people had died. "
        "Sutown rejected the allegations."
    )
    denied = claims(text)[-1]
    assert (who(denied), key_of(denied), denied.answer.actors) == (
        "Suland",
        "responsibility",
        ("suland",),
    )


def test_the_we_of_direct_speech_is_the_speakers():
    text = "“We blame Suland for this attack,” said Jan Lis of the World Union."
    assert who(only_claim(text)) == "Jan Lis"


def test_in_an_accusation_it_is_the_accused():
    found = claims("Sutown rejected Nortown's charge that it was behind the raid.")
    assert [(who(c), c.answer.actors, c.answer.denied) for c in found] == [
        ("Norland", ("suland",), False),
        ("Suland", ("suland",), True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jan Lis said about 40 in all.",
        "Jan Lis said that he would not say more.",
        "“It held,” said Jan Lis, who had left the old dam.",
        "Jan Lis posted a video from what he called home.",
        "Three men fell, Jan Lis said, four more than the mayor had hoped.",
    ],
)
def test_what_has_no_clause_of_its_own_is_no_claim(text):
    found = [c.statement for c in claims(text)]
    assert not set(found) - {"It held", "Three men fell"}


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "How Norland fights, Jan Lis added, is up to Norland.",
            ["How Norland fights, Jan Lis added, is up to Norland"],
        ),
        (
            "Jan Lis said the old dam held, in what he described as luck.",
            ["the old dam held"],
        ),
        (
            "“We know them all and that number is a tale,” said Jan Lis.",
            ["We know them all", "that number is a tale"],
        ),
        (
            "Critics are in doubt: “It is hard to see how it fell,” says Jan Lis.",
            ["It is hard to see how it fell"],
        ),
    ],
)
def test_what_is_said_is_cut_at_its_own_ends(text, statements):
    assert [c.statement for c in claims(text)][: len(statements)] == statements


@pytest.mark.parametrize(
    "text",
    [
        "Nortown said reports that the town was being evacuated were untrue.",
        "Nortown denied that the town was being evacuated.",
    ],
)
def test_what_is_called_untrue_is_denied(text):
    claim = only_claim(text)
    assert (key_of(claim), claim.stance, claim.answer.denied) == (
        "evacuation",
        Stance.DENIES,
        True,
    )


def test_a_subject_parted_from_its_verb_says_who_they_were():
    first, second = claims(
        "The attackers, Nortown maintains, were Sulish citizens and answered to nobody at home."
    )
    assert (key_of(first), first.answer.actors) == ("responsibility", ("~Sulish citizens",))
    assert (key_of(second), second.statement) == ("", "answered to nobody at home")


def test_one_passive_with_two_participles_is_one_claim():
    claim = only_claim("Nortown said the attackers were crushed and driven out.")
    assert (claim.statement, claim.answer.value) == (
        "the attackers were crushed and driven out",
        "defeated",
    )


@pytest.mark.parametrize(
    ("speaker", "verified"),
    [("the Courier", [True]), ("we", [True]), ("The Mir Courier", [True]), ("Nortown", [])],
)
def test_what_the_outlet_has_verified_is_evidence_and_no_claim(speaker, verified):
    text = f"After days of looking, {speaker} has verified that the old dam was struck."
    article = ArticleText(text, outlet="The Mir Courier")
    found = read_article(article, DIRECTORY)
    assert [o.verified for o in found.outlet_statements] == verified
    assert [who(c) for c in found.claims] == ([] if verified else ["Norland"])


def test_those_who_did_it_are_the_ones_named():
    claim = only_claim(
        "Jan Lis says those who crossed the border are Sulish citizens, "
        "from the Free Suland Army and the Mir Liberation Front."
    )
    assert claim.answer.actors == ("free-suland-army", "~Mir Liberation Front")


def test_the_men_who_did_it_are_who_they_are_said_to_be():
    claim = only_claim("Norish officials say the men who crossed the border are Sulish citizens.")
    assert (key_of(claim), claim.answer.actors) == ("responsibility", ("~Sulish citizens",))


def test_his_country_is_that_of_the_body_he_speaks_for():
    text = "Jan Lis, who advises Suland's government, said his country had no part in the raid."
    assert key_of(only_claim(text)).startswith("involvement:suland")


def test_a_rejection_of_nobodys_claims_denies():
    assert only_claim("The lawyer said the claims were baseless.").stance == Stance.DENIES


def test_a_second_act_is_no_part_of_what_is_disputed():
    first, *_ = claims("Sutown denied any role and opened its own inquiry.")
    assert first.statement == "Sutown denied any role"


def test_a_day_within_what_is_said_is_not_the_day_of_saying_it():
    claim = only_claim("Nortown said its sonar had found the wreck on Tuesday.")
    assert (claim.said_text, claim.holds_text) == ("", "on Tuesday")


def test_a_figure_put_elsewhere_counts_what_was_just_counted():
    text = "Nortown said two people were hurt. Jan Lis put the figure at 12."
    claim = claims(text)[-1]
    assert (who(claim), key_of(claim)) == ("Jan Lis", "casualties:injured:unknown")
    assert claim.answer.count is not None
    assert claim.answer.count.low == 12


def test_officials_of_nobody_are_nobodys():
    text = "Nortown was quiet. Officials said that the old dam held."
    assert who(only_claim(text)) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nortown said there was no risk of a flood.", "there was no risk of a flood"),
        ("Nortown said up to 600 roofs were torn off.", "up to 600 roofs were torn off"),
        ("Nortown said more than 40 could be hit by it.", "more than 40 could be hit by it"),
    ],
)
def test_what_is_said_may_begin_without_a_noun(text, said):
    assert only_claim(text).statement == said


def test_the_claim_within_what_is_rejected_is_what_is_denied():
    claim = only_claim("Sutown rejected accusations that Suland was to blame for the raid.")
    assert (claim.stance, key_of(claim)) == (Stance.DENIES, "responsibility")
    assert claim.answer.actors == ("suland",)


def test_to_describe_it_as_something_is_no_reply():
    told, described = claims(
        "Nortown said Suland raided Mir. Sutown described it as sabotage by Norland."
    )
    assert (told.answer.actors, described.answer.actors) == (("suland",), ("norland",))


def test_what_nobody_could_yet_say_is_told_of_the_one_who_says_so():
    claim = only_claim("Nortown said it could not yet say who had blown up the dam.")
    assert who(claim) == "Norland"


def test_an_end_in_ing_after_the_speaker_is_still_his():
    hit, dead = claims("A shell fell on the port, Nortown said, killing two workers.")
    assert (who(dead), key_of(dead)) == ("Norland", "casualties:killed:civilians")
    assert dead.quotes[0].text == "killing two workers"
    assert who(hit) == "Norland"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("When the bridge collapsed the whole town left, Nortown said.", 1),
        ("Nortown said that when the siren rang, the whole town fled.", 1),
        ("A day after the siren had rung, Nortown said that the whole town had fled.", 1),
    ],
)
def test_a_clause_that_only_leads_up_is_no_claim(text, said):
    assert len(claims(text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "Norland did not claim responsibility.",
        "Norland has not claimed responsibility for the raid.",
        "Norland did not immediately claim responsibility for the blast.",
        "No group has claimed responsibility.",
        "Norland did not directly take responsibility for the blast.",
    ],
)
def test_who_did_not_claim_responsibility_claims_nothing(text):
    assert claims(text) == ()


def test_a_thing_that_had_nothing_to_do_with_it_is_nobodys_part():
    (said,) = claims("Ana Kol said the grain deal had nothing to do with the attack.")
    assert (who(said), said.stance, said.topic) == ("Ana Kol", Stance.ASSERTS, Topic.OTHER)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Sutown told the BBC the bridge was mined by Norland.", "the bridge was mined by Norland"),
        ("Ana Kol told Reuters Norland had bombed Mir.", "Norland had bombed Mir"),
        ("Ana Kol told him he was wrong about Mir.", "he was wrong about Mir"),
    ],
)
def test_who_was_told_is_no_part_of_what_was_said(text, statement):
    assert [c.statement for c in claims(text)] == [statement]


def test_what_is_counted_in_passing_says_nothing():
    found = claims(
        "Ana Kol said Lis won, with all of Ed Roe's votes counted, adding that it rained."
    )
    assert {who(claim) for claim in found} == {"Ana Kol"}


def test_the_leaders_of_a_state_are_the_state():
    (said,) = claims("Norland's leadership has nothing to do with the raid, said Jan Lis.")
    assert (said.stance, key_of(said)) == (Stance.DENIES, "involvement:norland")


@pytest.mark.parametrize(
    "said",
    [
        "it looks as though the fence was cut by children",
        "the alarm was working because Mir, Dubno and Lida were warned",
    ],
)
def test_one_clause_is_not_cut_within(said):
    assert only_claim(f"Nortown said {said}.").statement == said


def test_who_has_seen_a_report_does_not_speak_in_it():
    claim = only_claim("A report seen by the Norish Post concludes that the tower had rusted.")
    assert who(claim) is None


def test_two_aims_are_two_claims():
    text = "Nortown said the raiders wanted to empty the lake and to drown the valley."
    assert [claim.statement for claim in claims(text)] == [
        "the raiders wanted to empty the lake",
        "to drown the valley",
    ]


def test_a_rating_stays_with_what_is_rated():
    claim = only_claim("Nortown finds it highly likely that the tower had rusted.")
    assert claim.quotes[0].text == "highly likely that the tower had rusted"


def test_who_speaks_in_a_line_needs_no_quotation_marks():
    claim = only_claim("Mayor Ana Kol: The bridge is closed.")
    assert (who(claim), key_of(claim)) == ("Ana Kol", "measure:closure-bridge")
    assert claims("Update: rain all day") == ()
