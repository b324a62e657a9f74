from dataclasses import replace

import pytest

from claims import review
from claims.choices import Review, Stance, Topic
from claims.models import Change, Claim, Quote
from claims.storing import store
from claims.values import Answer, Count
from events.models import Actor
from tests.claims.readers import INVOLVED, KILLED, KYIV, MINISTRY, claim, killed, name
from tests.factories import make_actor, make_claim, make_event, make_user, make_version

pytestmark = pytest.mark.django_db

TEXT = "The ministry said 70 attackers were killed. Kyiv denies any involvement. Both spoke."
SEVENTY = Count(70, 70, text="70")


def read(text=TEXT):
    return [
        killed(text, "70 attackers were killed", SEVENTY),
        claim(
            text,
            "denies any involvement",
            KYIV,
            stance=Stance.DENIES,
            topic=Topic.INVOLVEMENT,
            question=INVOLVED,
            answer=Answer(actors=("~Kyiv",), denied=True),
        ),
    ]


def keep(event, version, claims=None, reader="reader 1"):
    return store(event, version, read(version.text) if claims is None else claims, reader=reader)


def test_what_was_read_is_proposed_with_its_exact_words():
    event = make_event()
    version = make_version(TEXT)

    outcome = keep(event, version)

    assert (outcome.new, outcome.quotes) == (2, 2)
    first, second = Claim.objects.order_by("pk")
    assert (first.review, first.question.key) == (Review.PROPOSED, KILLED.key)
    assert first.count == SEVENTY
    assert (first.measure, first.population) == ("killed", "attackers")
    assert (first.claimant, first.claimant_text) == (None, "Ruritanian ministry")
    assert first.made_at == "../2023-05-22"
    assert (second.answer_denied, second.answer_names) == (True, ["~Kyiv"])
    assert [q.exact for q in Quote.objects.order_by("start")] == [
        "70 attackers were killed",
        "denies any involvement",
    ]


def test_actors_of_the_directory_are_linked():
    ministry = make_actor("Ministry of Defence", slug="mod")
    one = killed(TEXT, "70 attackers were killed", SEVENTY, name("mod", "the ministry"))
    one = replace(one, answer=replace(one.answer, actors=("mod", "~a unit")))

    keep(make_event(), make_version(TEXT), [one])

    stored = Claim.objects.get()
    assert (stored.claimant, stored.claimant_text) == (ministry, "the ministry")
    assert list(stored.answer_actors.all()) == [ministry]
    assert stored.answer_names == ["~a unit"]
    assert Actor.objects.count() == 1


def test_a_claim_without_a_claimant_stays_without_one():
    one = killed(TEXT, "70 attackers were killed", SEVENTY, None)

    keep(make_event(), make_version(TEXT), [replace(one, claimant_text="officials")])

    stored = Claim.objects.get()
    assert (stored.claimant, stored.claimant_text, stored.answer_rest) == (None, "officials", {})


def test_storing_the_same_reading_again_changes_nothing():
    event, version = make_event(), make_version(TEXT)
    keep(event, version)

    outcome = keep(event, version)

    assert (outcome.new, outcome.quotes, len(outcome.claims)) == (0, 0, 2)
    assert (Claim.objects.count(), Quote.objects.count()) == (2, 2)


def test_another_outlet_that_says_the_same_adds_its_words():
    event = make_event()
    keep(event, make_version(TEXT))

    outcome = keep(event, make_version("Later. " + TEXT))

    assert (outcome.new, outcome.quotes) == (0, 2)
    assert Claim.objects.count() == 2
    assert Quote.objects.filter(exact="70 attackers were killed").count() == 2


def test_other_figures_and_other_claimants_are_other_claims():
    event, version = make_event(), make_version(TEXT)
    words = "70 attackers were killed"
    claims = [
        killed(TEXT, words, SEVENTY),
        killed(TEXT, words, Count(70, None, low_exclusive=True)),
        killed(TEXT, words, SEVENTY, KYIV),
    ]

    assert keep(event, version, claims).new == 3


@pytest.mark.parametrize(("value", "claims"), [("", 1), ("tie", 2)])
def test_the_act_may_be_called_by_several_names_but_not_an_organisation(value, claims):
    event = make_event()
    for thing, words in (("incursion", "denies all of it"), ("fighting", "rejects any part")):
        text = f"Kyiv {words}."
        answer = Answer(actors=("~Kyiv",), denied=True, object=thing, value=value)
        one = claim(text, words, KYIV, topic=Topic.INVOLVEMENT, question=INVOLVED, answer=answer)
        keep(event, make_version(text), [one])

    assert Claim.objects.count() == claims


def test_the_same_claim_told_twice_in_one_article_is_one():
    text = "70 attackers were killed, it said. In all, 70 were killed."
    claims = [
        killed(text, words, SEVENTY) for words in ("70 attackers were killed", "70 were killed")
    ]

    outcome = keep(make_event(), make_version(text), claims)

    assert (outcome.new, outcome.quotes) == (1, 2)


@pytest.mark.parametrize("review", [Review.REJECTED, Review.MERGED])
def test_what_an_editor_put_aside_does_not_come_back(review):
    event = make_event()
    keep(event, make_version(TEXT))
    put_aside = Claim.objects.get(topic=Topic.CASUALTIES)
    other = make_claim(event=event, review=Review.PROPOSED, statement="Another thing")
    merged_into = other if review == Review.MERGED else None
    Claim.objects.filter(pk=put_aside.pk).update(review=review, merged_into=merged_into)

    outcome = keep(event, make_version("Again. " + TEXT))

    put_aside.refresh_from_db()
    assert (outcome.new, put_aside.review) == (0, review)
    receiver = merged_into or put_aside
    assert receiver.quotes.filter(exact="70 attackers were killed").count() == (
        1 if merged_into else 2
    )


def test_no_field_that_an_editor_set_is_overwritten():
    event, version = make_event(), make_version(TEXT)
    keep(event, version)
    edited = {"statement": "Sixty died.", "count_low": 60, "count_high": 60, "place": "Here"}
    Claim.objects.filter(topic=Topic.CASUALTIES).update(**edited, edited_fields=list(edited))

    outcome = keep(event, version, reader="reader 2")

    assert outcome.new == 0
    assert Claim.objects.filter(**edited).count() == 1


def test_a_new_reader_that_types_the_same_words_anew_finds_the_old_claim():
    event, version = make_event(), make_version(TEXT)
    keep(event, version, [claim(TEXT, "70 attackers were killed")])

    outcome = keep(event, version, [killed(TEXT, "70 attackers were killed", SEVENTY)])

    assert (outcome.new, Claim.objects.count()) == (0, 1)


def test_two_things_said_in_the_same_words_stay_two():
    event, version = make_event(), make_version(TEXT)
    words = "70 attackers were killed"
    claims = [killed(TEXT, words, SEVENTY), claim(TEXT, words)]
    keep(event, version, claims)

    assert keep(event, version, claims).new == 0
    assert Claim.objects.count() == 2


def test_a_claim_that_a_person_logged_is_found_by_its_place():
    event, version = make_event(), make_version(TEXT)
    logged = make_claim(event=event, claimant=None, claimant_text="", quoted=False)
    start = TEXT.index("said 70 attackers")
    Quote.objects.create(
        claim=logged, version=version, start=start, end=start + 17, exact="said 70 attackers",
        exact_sha256="0" * 64,
    )  # fmt: skip

    outcome = keep(event, version, [killed(TEXT, "70 attackers were killed", SEVENTY, None)])

    assert (outcome.new, outcome.claims) == (0, (logged.pk,))


def test_free_sentences_match_but_for_their_spelling():
    event = make_event()
    first = "The defence of the town was well organised by the council."
    second = "The defense of the town was well organized by the council."
    for text in (first, second):
        keep(event, make_version(text), [claim(text, text)])

    assert Claim.objects.count() == 1


def test_a_name_that_the_directory_has_learnt_is_the_same_voice():
    event, version = make_event(), make_version(TEXT)
    words = "70 attackers were killed"
    keep(event, version, [killed(TEXT, words, SEVENTY)])
    make_actor(MINISTRY.name, slug="ministry")

    outcome = keep(event, version, [killed(TEXT, words, SEVENTY, name("ministry", MINISTRY.name))])

    assert outcome.new == 0


def test_words_added_to_a_public_claim_wait_for_a_person_and_are_then_told():
    event, editor = make_event(), make_user("editor")
    keep(event, make_version(TEXT))
    for one in Claim.objects.all():
        review.publish(one, by=editor)
    told = Change.objects.count()

    keep(event, make_version("Later. " + TEXT))

    waiting = Quote.objects.waiting()
    assert (Change.objects.count(), waiting.count()) == (told, 2)
    assert Quote.objects.public().count() == 2
    for one in Claim.objects.all():
        review.show_words(one, by=editor)
    assert (Change.objects.count(), waiting.count()) == (told + 2, 0)
    assert Quote.objects.public().count() == 4


def test_no_later_article_dates_a_published_claim_anew():
    event = make_event()
    keep(event, make_version(TEXT))
    Claim.objects.update(review=Review.PUBLISHED, published_by=make_user(), made_at="2030")
    version = make_version("Earlier. " + TEXT)
    version.article.published = "2023-05-20"
    version.article.save()

    keep(event, version)

    assert set(Claim.objects.values_list("made_at", flat=True)) == {"2030"}


def test_numbers_beyond_the_database_are_kept_at_its_limit():
    huge = Count(10**30, 10**30)

    keep(make_event(), make_version(TEXT), [killed(TEXT, "70 attackers were killed", huge)])

    assert Claim.objects.get().count_low == 2**63 - 1


def test_an_earlier_article_dates_the_claim_and_an_editors_date_stays():
    event = make_event()
    late = make_version(TEXT)
    early = make_version(TEXT)
    early.article.published = "2023-05-20T08:00:00Z"
    early.article.save()
    keep(event, late)
    edited = Claim.objects.get(stance=Stance.DENIES)
    edited.edited_fields = ["made_at"]
    edited.save()

    keep(event, early)

    assert set(Claim.objects.values_list("stance", "made_at")) == {
        (Stance.ASSERTS, "../2023-05-20"),
        (Stance.DENIES, "../2023-05-22"),
    }
