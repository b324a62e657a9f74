import pytest

from claims.reading.attributions import find_attributions
from claims.reading.chrome import prose


def attributions(text: str) -> list[tuple[str | None, ...]]:
    found = []
    for sentence in prose(text):
        for a in find_attributions(sentence):
            pieces = [a.speaker, a.cue, a.content]
            spans = [sentence.span(*piece) if piece else None for piece in pieces]
            found.append(tuple(text[slice(*span)] if span else None for span in spans))
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Nortown said the dam held.", "Nortown", "said", "the dam held"),
        ("Ministry: the dam held.", "Ministry", ":", "the dam held"),
        (
            "The firm that owns the pit, Norcoal, says the shaft held.",
            "Norcoal",
            "says",
            "the shaft held",
        ),
        (
            "Footage showed soldiers firing on the crowd.",
            "Footage",
            "showed",
            "soldiers firing on the crowd",
        ),
        ("Nortown said on Monday that the dam held.", "Nortown", "said", "the dam held"),
        ("The ministry has also said that it held.", "The ministry", "has also said", "it held"),
        ("The dam held, the mayor said on Tuesday.", "the mayor", "said", "The dam held"),
        ("“The dam held,” said Jan Lis, a guard.", "Jan Lis, a guard", "said", "The dam held"),
        ('"It held," he told reporters in Nortown.', "he", "told", "It held"),
        ("She told CNN that the dam held.", "She", "told", "the dam held"),
        ("According to Jan Lis, the dam held.", "Jan Lis", "According to", "the dam held"),
        ("The dam held, according to police.", "police", "according to", "The dam held"),
        (
            "According to the US Foreign Office, the dam held.",
            "the US Foreign Office",
            "According to",
            "the dam held",
        ),
        ("Jan Lis, the mayor of Mir, denied that.", "Jan Lis, the mayor of Mir,", "denied", "that"),
        ("Nortown, however, denied any role.", "Nortown", "denied", "any role"),
        ("Earlier on Monday the group denied any role.", "the group", "denied", "any role"),
        (
            "Groups opposed to the king said it held.",
            "Groups opposed to the king",
            "said",
            "it held",
        ),
        ("The corps, which claimed the raid, left.", "The corps", "claimed", "the raid"),
        ("Insisting that it held, Nortown left.", "Nortown", "Insisting", "it held"),
        ("The US declared that it held.", "The US", "declared", "it held"),
        (
            "Washington is for now sceptical that it held.",
            "Washington",
            "is for now sceptical",
            "it held",
        ),
        ("It was claimed that the dam fell.", None, "was claimed", "the dam fell"),
        ("He spoke in the morning of two dead.", "He", "spoke", "of two dead"),
        (
            "Fire swept a mill near Mir on Friday, the mayor said.",
            "the mayor",
            "said",
            "Fire swept a mill near Mir on Friday",
        ),
        ("Nortown on Monday again denied any role.", "Nortown", "again denied", "any role"),
        ("Officials in Mir this week said it held.", "Officials in Mir", "said", "it held"),
        ("In a message on Monday the corps said it held.", "the corps", "said", "it held"),
        ("At his weekly briefing the mayor said it held.", "the mayor", "said", "it held"),
        ("Men who raided Mir said that it held.", "Men who raided Mir", "said", "it held"),
        ("Asked how it fell, the mayor stood and said it held.", "the mayor", "said", "it held"),
        (
            "Two bands, the A and the B, have claimed the raid.",
            "Two bands, the A and the B,",
            "have claimed",
            "the raid",
        ),
        (
            "Jan Lis, who leads them, says those who fell are safe.",
            "Jan Lis, who leads them,",
            "says",
            "those who fell are safe",
        ),
        ("“It held,” said Jan Lis, 68, who left Mir.", "Jan Lis", "said", "It held"),
    ],
)
def test_speaker_cue_and_content_are_found(text, speaker, cue, content):
    assert attributions(text) == [(speaker, cue, content)]


def test_a_second_verb_shares_the_speaker():
    assert attributions("Nortown denied it and insisted that the dam held.") == [
        ("Nortown", "denied", "it"),
        ("Nortown", "insisted", "the dam held"),
    ]


def test_a_contrast_ends_what_is_said():
    found = attributions("Nortown said the dam held, while Sutown denied this.")
    assert found == [("Nortown", "said", "the dam held"), ("Sutown", "denied", "this")]


@pytest.mark.parametrize(
    "text",
    [
        "The reported loss of the dam worried many.",
        "The conflicting claims were studied.",
        "Images released by Norland were shown.",
        "A video posted on Monday was deleted.",
        "He called off the search.",
        "The dam fell.",
    ],
)
def test_nouns_and_modifiers_attribute_nothing(text):
    assert attributions(text) == []


def test_a_negated_cue_is_marked():
    (sentence,) = prose("Nortown has not confirmed that it fell.")
    (found,) = find_attributions(sentence)
    assert found.negated


def test_state_before_a_body_is_no_verb():
    text = "The quake hit Mir, killing 12 people, state television reported."
    assert "state" not in [cue for _, cue, _ in attributions(text)]


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("a pipe was broken and asked people to boil water", "a pipe was broken"),
        ("the mine was flooded and thanked the crews", "the mine was flooded"),
        ("Jan Lis left and asked people to boil water", None),
        ("crews left and asked people to boil water", None),
        ("the pipe broke and flooded the yard", None),
    ],
)
def test_what_only_people_do_is_the_speakers_beside_what_a_thing_did(said, content):
    assert attributions(f"Nortown said {said}.")[0][2] == (content or said)
