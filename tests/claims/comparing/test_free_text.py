import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.choices import Kind
from claims.comparing.alignment import align, figures, stem
from claims.comparing.free_text import compare_texts, parting
from claims.comparing.signals import opposites


@pytest.mark.parametrize(
    ("premise", "hypothesis", "kind"),
    [
        ("70 men were killed in the raid.", "12 men were killed in the raid.", Kind.COUNT),
        ("At least 30 men were killed.", "Three men were killed.", Kind.COUNT),
        ("Arland has captured the town.", "Arland has not captured the town.", Kind.NEGATION),
        ("The troops withdrew from the town.", "The troops advanced into the town.", Kind.NEGATION),
        ("Police arrested the man on Monday.", "Police released the man on Monday.", Kind.NEGATION),
        ("The picture is genuine.", "The picture is fake.", Kind.NEGATION),
        ("The story of the raid is a hoax.", "Armed men raided the town.", Kind.AUTHENTICITY),
        ("Ministers denied that a deal was made.", "Arland made a deal.", Kind.AUTHENTICITY),
        ("The bridge is open to traffic.", "The bridge is closed to traffic.", Kind.NEGATION),
        ("All prisoners survived the fire.", "All prisoners died in the fire.", Kind.NEGATION),
        ("Prices rose in March.", "Prices fell in March.", Kind.NEGATION),
        ("The talks began in 1985.", "The talks began in 1987.", Kind.DATE),
        ("The ferry was safe.", "The ferry was unsafe.", Kind.NEGATION),
        (
            "Farmers sold twelve horses at the fair.",
            "Farmers sold five horses at the fair.",
            Kind.COUNT,
        ),
        (
            "The mayor never met the builder.",
            "The mayor met the builder in May.",
            Kind.NEGATION,
        ),
        ("The boat race was won by Borvia.", "The boat race was won by Castra.", Kind.IDENTITY),
        (
            "The army won the battle of Ostrel.",
            "The army lost the battle of Ostrel.",
            Kind.NEGATION,
        ),
    ],
)
def test_texts_that_exclude_each_other_are_told_with_their_kind(premise, hypothesis, kind):
    found = compare_texts(premise, hypothesis)

    assert (found.label, found.kind) == ("contradiction", kind)
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    ("premise", "hypothesis"),
    [
        ("One civilian died in the raid.", "Seventy attackers were killed, the ministry said."),
        ("At least 39 attackers were killed.", "70 attackers were killed."),
        ("More than 70 men were killed.", "70 men were killed."),
        ("The minister resigned on Friday.", "The minister has resigned."),
        ("The sky over Ostrel is blue.", "Farmers in Borvia grow wheat."),
        ("The dam was destroyed by an explosion.", "The dam was destroyed."),
        ("Twelve people were hurt.", "A governor spoke of shelling."),
        ("The curfew was declared on Monday.", "The curfew was declared on Monday evening."),
        ("Nobody was hurt.", "Nobody was hurt."),
        ("", ""),
        ("Борьба продолжается.", "Мост открыт."),
        ("Nothing was decided.", "Nothing was decided in the talks."),
        ("At least 39 attackers were killed.", "More than 39 attackers were killed."),
        ("About 30 homes were flooded.", "30 homes were flooded."),
        ("The bridge is closed, the mayor said.", "The bridge is closed."),
        ("The story is a hoax.", "The picture is a fake."),
        ("The museum opened in May.", "The river froze over in winter."),
    ],
)
def test_texts_that_can_both_hold_are_no_contradiction(premise, hypothesis):
    assert compare_texts(premise, hypothesis).label != "contradiction"


def test_a_text_that_holds_the_other_entails_it():
    found = compare_texts(
        "The minister resigned on Friday after a report.", "The minister resigned."
    )

    assert found.label == "entailment"
    assert found.reason == "The first text says 100% of what the second says."


@pytest.mark.parametrize(
    "text",
    ["Nobody was hurt.", "The claim that 30 men died is false.", "", "Arland did not fire first."],
)
def test_no_text_contradicts_itself(text):
    assert parting(align(text, text)).score == 0


def test_what_one_tells_with_reserve_and_the_other_rejects_is_less_certain():
    rejection = "The story of the two-headed calf is a hoax."
    firm = compare_texts(rejection, "A calf with two heads was born in Ostrel.")
    open_ = compare_texts(rejection, "A calf with two heads was reportedly born in Ostrel.")

    assert (firm.label, open_.label) == ("contradiction", "contradiction")
    assert firm.score > 0.75 > open_.score


def test_the_reason_quotes_the_words_that_exclude_each_other():
    reason = compare_texts("Police arrested the man.", "Police released the man.").reason

    assert reason == "One text has “released” where the other has “arrested”."


def test_figures_are_intervals_and_years():
    shown = [(f.count.first, f.count.last) for f in figures("In 1985 at least 13 men and 5 cars.")]

    assert shown == [(13, None), (5, 5), (1985, 1985)]


@pytest.mark.parametrize("forms", [("deny", "denied", "denies"), ("kill", "killed", "killing")])
def test_the_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms}) == 1


def test_evidence_is_sought_in_the_nearest_sentences_of_a_long_text():
    long = (
        "Rain fell all day. The mayor sang. Ten cows slept. Troops took the old bridge. It rained."
    )

    aligned = align("Troops took the bridge.", long)

    assert aligned.cover == 1
    assert "mayor" not in aligned.long.text


def test_opposites_are_found_on_either_side():
    assert opposites(align("They won.", "They lost again.")) is not None
    assert opposites(align("They won.", "They won again.")) is None


WORDS = [
    "Arland",
    "not",
    "took",
    "lost",
    "the",
    "town",
    "70",
    "three",
    "men",
    "hoax",
    "denied",
    ".",
]


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.lists(st.sampled_from(WORDS), max_size=9))
def test_contradiction_is_the_same_in_either_order(left, right):
    one, other = (
        compare_texts(" ".join(left), " ".join(right)),
        compare_texts(" ".join(right), " ".join(left)),
    )

    assert (one.label == "contradiction") == (other.label == "contradiction")
    if one.label == "contradiction":
        assert one == other


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_get_a_label_and_a_score(left, right):
    found = compare_texts(left, right)

    assert found.label in {"contradiction", "entailment", "neutral"}
    assert 0 <= found.score <= 1
