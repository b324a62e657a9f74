"""Forms stay usable with thousands of rows behind them: few queries, short pages, no long lists."""

import pytest
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.forms.models import ModelChoiceField
from django.test import RequestFactory

from claims.models import AnswerActor, Claim
from events.administration import LedgerAdmin
from events.models import Actor, ActorLink, ActorName, Event, Participation
from sources.models import ReliabilityGrade
from tests.claims_tracker.desk_forms import filled, page, sent
from tests.claims_tracker.desk_rows import ledger_admins, one_of_each
from tests.factories import make_actor, make_claim, make_event, make_outlet, make_user

pytestmark = pytest.mark.django_db
MANY = 5000
SMALL = {"auth.group", "accounts.user"}  # a handful of roles and of colleagues


@pytest.fixture
def olena(client):
    person = make_user("administrator", username="olena")
    client.force_login(person)
    return person


def crowd():
    return Actor.objects.bulk_create(
        Actor(slug=f"crowd-{n}", name=f"Crowd {n}", kind="other") for n in range(MANY)
    )


def make_everything(person):
    """An event, a claim, an actor and an outlet, each with thousands of rows on it."""
    others = crowd()
    event, claim, actor, outlet = make_event(), make_claim(), make_actor(), make_outlet()
    Participation.objects.bulk_create(
        Participation(event=event, actor=one, role="party") for one in others
    )
    AnswerActor.objects.bulk_create(AnswerActor(claim=claim, actor=one) for one in others)
    ActorName.objects.bulk_create(
        ActorName(actor=actor, text=f"Name {n}", kind="alias") for n in range(MANY)
    )
    ActorLink.objects.bulk_create(
        ActorLink(actor=actor, organisation=one, kind="part_of") for one in others
    )
    ReliabilityGrade.objects.bulk_create(
        ReliabilityGrade(outlet=outlet, letter="B", rationale="Known.", by=person, on="2023-05-22")
        for _ in others
    )
    event.related.set(Event.objects.exclude(pk=event.pk)[:5])
    return event, claim, actor, outlet


def test_change_forms_with_five_thousand_rows_behind_them(
    client, olena, django_assert_max_num_queries
):
    for row in make_everything(olena):
        client.get(page(row))  # roles and content types are asked for once a process
        with django_assert_max_num_queries(25):
            shown = client.get(page(row))
        assert shown.status_code == 200 and len(shown.content) < 300_000, row
        for inline in shown.context["inline_admin_formsets"]:
            assert len(inline.formset.forms) <= 20
    actor = ActorLink.objects.first().actor
    with django_assert_max_num_queries(200):  # each of forty rows is validated by itself
        stored = client.post(page(actor), sent(client, actor, country="UA"))
    assert stored.status_code == 302


def test_a_later_page_of_rows_is_edited_as_the_first(client, olena):
    actor = make_actor("Port")
    for number in range(45):
        actor.names.create(text=f"Port {number:02}", kind="alias")
    there = page(actor) + "?names-page=3"

    shown = client.get(there)

    forms = next(iter(shown.context["inline_admin_formsets"])).formset
    texts = [form.instance.text for form in forms.initial_forms]
    assert texts == [f"Port {number:02}" for number in range(39, 45)]
    assert "?names-page=2#names-group" in shown.text and "?names-page=4" not in shown.text
    data = filled(shown.context) | {"names-0-text": "Old port"}
    assert client.post(there, data).status_code == 302
    assert actor.names.count() == 46
    assert list(actor.names.filter(text="Old port")) == [forms.initial_forms[0].instance]
    for nonsense in ("0", "-1", "x", "9" * 30, "99999"):
        assert client.get(page(actor) + f"?names-page={nonsense}").status_code == 200


def test_rows_that_a_browser_only_says_it_sends_are_not_looked_for(client, olena):
    actor = make_actor()
    data = sent(client, actor) | {"names-INITIAL_FORMS": "9" * 15}

    assert client.post(page(actor), data).status_code in {200, 302}


def test_no_form_lists_a_large_table(olena):
    """Whoever adds a field finds it here: rows are typed for, or there are few of them."""
    rows = one_of_each(person=olena)
    request = RequestFactory().get("/")
    request.user = olena
    long: list[str] = []
    looked = 0
    for model, its in ledger_admins():
        row = rows.get(model._meta.model_name)
        if not isinstance(its, LedgerAdmin) or not its.has_change_permission(request, row):
            continue
        kinds = [(its.get_form(request, row, change=row is not None), "")]
        for inline in its.get_inline_instances(request, row):
            beside = inline.get_formset(request, row)
            kinds.append((beside.form, beside.fk.name))
        for form, parent in kinds:
            for name, field in form.base_fields.items():
                if not isinstance(field, ModelChoiceField) or name == parent:
                    continue
                looked += 1
                widget = getattr(field.widget, "widget", field.widget)
                typed = isinstance(widget, AutocompleteSelect | AutocompleteSelectMultiple)
                if not typed and field.queryset.model._meta.label_lower not in SMALL:
                    long.append(f"{model._meta.label}.{name}")
    assert looked > 10
    assert long == []
    assert Claim.objects.exists()
