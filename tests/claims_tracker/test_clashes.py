"""Nothing is overwritten: every way to write stops, shows both sides, and loses no word."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pghistory import runtime

from claims import editing
from claims.choices import Review
from claims.models import Claim
from events.administration import LedgerAdmin, LedgerInline
from events.administration.versions import GuardedForm, VersionedForm
from events.models import ActorLink, ActorName, Event
from tests.claims_tracker.desk_forms import filled, page, sent
from tests.claims_tracker.desk_rows import ledger_admins
from tests.factories import make_actor, make_claim, make_event, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def olena(client):
    """An editor at the desk."""
    person = make_user("editor", username="olena")
    client.force_login(person)
    return person


@pytest.fixture
def petro():
    """Another one, at another screen."""
    client = Client()
    client.force_login(make_user("reviewer", username="petro"))
    return client


def save(client, row, **changes):
    """Save the row's form as the person sees it now, with these changes."""
    answer = client.post(page(row), sent(client, row, **changes))
    assert answer.status_code == 302, answer.context["errors"]


def told(clash):
    """The fields of a clash: began, theirs, mine, whose."""
    texts = lambda runs: "".join(run.text for run in runs)  # noqa: E731 - a word for one line
    return {
        one.label: (one.began, texts(one.saved), texts(one.typed), str(one.part))
        for one in clash.fields
    }


def test_a_late_save_stops_and_each_field_is_chosen(client, olena, petro):
    claim = make_claim(review=Review.PROPOSED, statement="70 were killed", place="the border")
    mine = sent(client, claim, statement="Seventy were killed", measure="killed", value="many")
    save(petro, claim, statement="70 men were killed", place="Orsa", value="few", why="As heard.")

    stopped = client.post(page(claim), mine)

    assert stopped.status_code == 200
    claim.refresh_from_db()
    assert (claim.statement, claim.place, claim.measure) == ("70 men were killed", "Orsa", "")
    clash = stopped.context["clashes"][0]
    assert told(clash) == {
        "Statement": ("70 were killed", "70 men were killed", "Seventy were killed", "both"),
        "Answer in one word": ("", "few", "many", "both"),
        "Place": ("the border", "Orsa", "the border", "theirs"),
        "What happened to them": ("", "", "killed", "mine"),
    }
    assert (clash.last.who, clash.last.role, clash.last.why) == ("petro", "a reviewer", "As heard.")
    assert "70<ins> men</ins> were killed" in stopped.text
    assert "<ins>Seventy</ins> were killed" in stopped.text
    form = filled(stopped.context)
    assert (form["statement"], form["place"]) == ("Seventy were killed", "Orsa")

    asked = form | {"asked": ["statement", "value"]}
    half = client.post(page(claim), asked | {"choose-statement": "mine"})
    assert half.status_code == 200 and "Choose for each field" in half.text
    done = client.post(page(claim), asked | {"choose-statement": "mine", "choose-value": "theirs"})
    assert done.status_code == 302
    claim.refresh_from_db()
    assert (claim.statement, claim.value) == ("Seventy were killed", "few")
    assert (claim.place, claim.measure) == ("Orsa", "killed")


def test_a_choice_counts_only_for_what_was_shown(client, olena, petro):
    claim = make_claim(review=Review.PROPOSED, statement="70 were killed")
    mine = sent(client, claim, statement="Seventy were killed")
    save(petro, claim, statement="71 were killed")
    form = filled(client.post(page(claim), mine).context)
    save(petro, claim, statement="72 were killed")

    again = client.post(page(claim), form | {"asked": "statement", "choose-statement": "mine"})

    assert told(again.context["clashes"][0])["Statement"] == (
        "70 were killed", "72 were killed", "Seventy were killed", "both",
    )  # fmt: skip
    assert Claim.objects.get().statement == "72 were killed"


def test_lists_that_hang_on_a_row_are_guarded(client, olena, petro):
    event, first, second = (make_event(title=name) for name in ("Raid", "Flood", "Fire"))
    mine = sent(client, event, related=[first.pk])
    save(petro, event, related=[second.pk])

    stopped = client.post(page(event), mine)

    assert told(stopped.context["clashes"][0])["Related"] == ("", "Fire", "Flood", "both")
    assert list(event.related.all()) == [second]
    form = filled(stopped.context) | {"asked": "related", "choose-related": "mine"}
    answer = client.post(page(event), form)
    assert answer.status_code == 302
    assert list(event.related.all()) == [first]


def test_a_row_beside_its_parent_is_guarded(client, olena, petro):
    actor = make_actor("Harbour Office")
    name = actor.names.get()
    mine = sent(client, actor, **{"names-0-language": "en", "country": "XX"})
    save(petro, name, text="Harbour Authority", language="uk")

    stopped = client.post(page(actor), mine)

    name.refresh_from_db()
    actor.refresh_from_db()
    assert (name.text, name.language, actor.country) == ("Harbour Authority", "uk", "")
    (clash,) = stopped.context["clashes"]
    assert (clash.where, clash.last.who) == ("Harbour Authority", "petro")
    assert told(clash)["Text"] == (
        "Harbour Office",
        "Harbour Authority",
        "Harbour Office",
        "theirs",
    )
    assert told(clash)["Language"][1:] == ("uk", "en", "both")
    form = filled(stopped.context)
    assert form["names-0-text"] == "Harbour Authority"
    form |= {"names-0-asked": "language", "names-0-choose-language": "mine"}
    assert client.post(page(actor), form).status_code == 302
    name.refresh_from_db()
    actor.refresh_from_db()
    assert (name.text, name.language, actor.country) == ("Harbour Authority", "en", "XX")


@pytest.mark.parametrize(("choice", "left"), [("mine", ["Port", "Harbour"]), ("theirs", ["Port"])])
def test_a_row_that_was_removed_is_asked_about_when_it_was_changed(client, olena, choice, left):
    actor = make_actor("Port")
    name = actor.names.create(text="Harbor", kind="alias")
    mine = sent(client, actor, **{"names-1-text": "Harbour"})
    name.delete()

    stopped = client.post(page(actor), mine)

    assert stopped.status_code == 200 and "Add it again with my words" in stopped.text
    form = filled(stopped.context) | {"names-1-choose-row": choice}
    assert form["names-1-text"] == "Harbour"
    assert client.post(page(actor), form).status_code == 302
    assert list(actor.names.order_by("pk").values_list("text", flat=True)) == left


def test_removing_a_row_that_somebody_changed_asks_first(client, petro):
    client.force_login(make_user("administrator"))
    link = ActorLink.objects.create(actor=make_actor(), organisation=make_actor(), kind="part_of")
    mine = sent(client, link.actor, **{"links-0-DELETE": "on"})
    save(petro, link, title="Deputy")

    stopped = client.post(page(link.actor), mine)

    assert ActorLink.objects.count() == 1
    form = filled(stopped.context) | {"links-0-DELETE": "on", "links-0-choose-row": "theirs"}
    assert client.post(page(link.actor), form).status_code == 302
    assert ActorLink.objects.get().title == "Deputy"


@pytest.mark.parametrize("review", [Review.MERGED, Review.PUBLISHED, None])
def test_words_come_back_when_the_row_can_no_longer_be_edited(client, review):
    client.force_login(make_user("reporter"))
    claim, other = make_claim(review=Review.PROPOSED, quoted=False), make_claim(statement="Other")
    mine = sent(client, claim, statement="<b>A long day's</b> work", why="I looked again.")
    into = other if review == Review.MERGED else None
    if review is None:
        claim_page = reverse("admin:claims_claim_change", args=[claim.pk + 99])
    else:
        by = make_user("editor") if review == Review.PUBLISHED else None
        Claim.objects.filter(pk=claim.pk).update(
            review=review, merged_into=into, published_at=by and timezone.now(), published_by=by
        )
        claim_page = page(claim)

    answer = client.post(claim_page, mine)

    assert answer.status_code == (403 if review else 404)
    assert "&lt;b&gt;A long day&#x27;s&lt;/b&gt; work" in answer.text
    assert "I looked again." in answer.text and "csrf" not in str(answer.context["words"])
    assert ("merged into" in answer.text) == (review == Review.MERGED)


def test_a_decision_that_is_refused_hands_the_rationale_back(client):
    client.force_login(make_user("reporter"))
    claim = make_claim()

    answer = client.post(
        page(claim, "decide", "withdraw"), {"row_version": 1, "reason": "My long reason."}
    )

    assert answer.status_code == 403 and "My long reason." in answer.text
    claim.refresh_from_db()
    assert claim.review == Review.PUBLISHED


# Each way to write a claim or a row like it: prepared, then sent after somebody else's save.
def by_form(client, claim):
    data = sent(client, claim, place="Orsa")
    return lambda: client.post(page(claim), data)


def by_form_without_version(client, claim):
    data = sent(client, claim, place="Orsa") | {"row_version": ""}
    return lambda: client.post(page(claim), data)


def by_decision_form(client, claim):
    data = {"row_version": claim.row_version, "reason": "As it stood."}
    return lambda: client.post(page(claim, "decide", "reject"), data)


def by_direct_button(client, claim):
    data = {"row_version": claim.row_version}
    return lambda: client.post(page(claim, "decide", "publish"), data)


def by_button_without_version(client, claim):
    return lambda: client.post(page(claim, "decide", "publish"), {})


def by_bulk_action(client, claim):
    chosen = {
        "action": "reject", "index": "0", "confirm": "yes", "reason": "All of them.",
        "_selected_action": [claim.pk], f"version_{claim.pk}": claim.row_version,
    }  # fmt: skip
    return lambda: client.post(reverse("admin:claims_claim_changelist"), chosen)


def by_domain(client, claim):
    def write():
        with pytest.raises(editing.StaleRow):
            editing.save_edits(claim, {"place": "Orsa"}, expected_version=1, by=make_user("editor"))

    return write


WAYS = (by_form, by_form_without_version, by_decision_form, by_direct_button,
        by_button_without_version, by_bulk_action, by_domain)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_writing_overwrites(client, olena, way):
    claim = make_claim(review=Review.PROPOSED, statement="70 were killed")
    write = way(client, claim)
    Claim.objects.filter(pk=claim.pk).update(statement="71 were killed")

    write()

    claim.refresh_from_db()
    assert (claim.statement, claim.place, claim.review) == (
        "71 were killed", "", Review.PROPOSED,
    )  # fmt: skip


def test_a_save_between_the_look_and_the_decision_is_seen(client, olena, monkeypatch):
    """The row is read, then held: who comes in between is no less there."""
    claim = make_claim(review=Review.PROPOSED)
    real = editing.lock

    def late(*claims):

        ours, runtime._tracker.value = (
            runtime._tracker.value,
            runtime.Context(id=__import__("uuid").uuid4(), metadata={}),
        )
        Claim.objects.filter(pk=claim.pk).update(statement="Meanwhile")
        runtime._tracker.value = ours
        return real(*claims)

    monkeypatch.setattr("claims.review.lock", late)
    answer = client.post(page(claim, "decide", "reject"), {"row_version": 1, "reason": "No."})

    assert answer.status_code == 400 and "Somebody changed this" in answer.text
    claim.refresh_from_db()
    assert claim.review == Review.PROPOSED


def test_every_form_of_the_desk_has_the_guard():
    """Whoever registers a new page finds it here; there is no editing in lists."""
    edited = [its for _, its in ledger_admins() if isinstance(its, LedgerAdmin)]
    beside = [inline for its in edited for inline in its.inlines]

    assert len(edited) > 10 and len(beside) > 3
    assert [its for its in edited if not issubclass(its.form, VersionedForm)] == []
    assert [one for one in beside if not issubclass(one, LedgerInline)] == []
    assert [one for one in beside if not issubclass(one.form, GuardedForm)] == []
    assert [its for its in admin.site._registry.values() if its.list_editable] == []


def make_name():
    return make_actor().names.get()


@pytest.mark.parametrize("make", [make_event, make_actor, make_name])
def test_every_kind_of_row_is_guarded(client, olena, make):
    row = make()
    field = {Event: "slug", ActorName: "language"}.get(type(row), "slug")
    mine = sent(client, row)
    type(row).objects.filter(pk=row.pk).update(**{field: "de"})

    stopped = client.post(page(row), mine)

    assert stopped.status_code == 200 and stopped.context["clashes"]
    row.refresh_from_db()
    assert getattr(row, field) == "de"
