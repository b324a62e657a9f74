"""Files of the desk's lists: what the filters leave, to who may see it, harmless and streamed."""

import csv
import io
import json

import pytest
from django.urls import reverse

from claims.models import Claim
from claims_tracker.desk.importing.tables import read_table
from tests.claims_tracker.desk_rows import ledger_admins, one_of_each
from tests.factories import make_claim, make_event, make_user

pytestmark = pytest.mark.django_db


def file(client, label, extension, query=""):
    app, name = label.split(".")
    answer = client.get(reverse("admin:desk_export", args=[app, name, extension]) + query)
    assert answer.status_code == 200, (label, answer.status_code)
    return b"".join(answer.streaming_content)


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.fixture
def editor(client):
    person = make_user("editor")
    client.force_login(person)
    return person


def test_a_list_is_exported_as_filtered_and_can_be_imported_again(client, editor):
    event = make_event(slug="orsa-fire")
    one = make_claim(event=event, statement="=cmd|calc", review="proposed", count_low=3)
    make_claim(statement="It stood")

    (told,) = rows(file(client, "claims.claim", "csv", "?review__exact=proposed"))
    table = read_table(file(client, "claims.claim", "xlsx", "?review__exact=proposed"))
    (line,) = file(client, "claims.claim", "jsonl", "?q=cmd").splitlines()

    assert (told["id"], told["statement"], told["event"]) == (
        one.public_id,
        "'=cmd|calc",
        "orsa-fire",
    )
    assert dict(zip(table.headers, table.rows[0].cells, strict=True))["statement"] == "=cmd|calc"
    assert json.loads(line)["count_low"] == 3
    listed = client.get(reverse("admin:claims_claim_changelist") + "?review__exact=proposed").text
    assert "/admin/claims/claim/export.csv?review__exact=proposed" in listed


def test_every_list_can_be_exported_by_who_sees_it_and_by_nobody_else(client):
    person = make_user("administrator", is_superuser=True)
    one_of_each("=1+1", person=person)
    client.force_login(person)
    for model, _ in ledger_admins():
        label = model._meta.label_lower
        told = rows(file(client, label, "csv"))
        assert told and not any(cell.startswith("=") for row in told for cell in row.values()), (
            label
        )

    client.force_login(make_user("reporter"))
    for app, name in (("accounts", "user"), ("axes", "accessattempt")):
        answer = client.get(reverse("admin:desk_export", args=[app, name, "csv"]))
        assert answer.status_code == 403
    for app, name, extension in (("claims", "nothing", "csv"), ("claims", "claim", "exe")):
        address = reverse("admin:desk_export", args=[app, name, extension])
        assert client.get(address).status_code == 404
    wrong = reverse("admin:desk_export", args=["claims", "claim", "csv"]) + "?nonsense=1"
    assert client.get(wrong).url == reverse("admin:claims_claim_changelist")


@pytest.mark.parametrize("number", [1, 4])
def test_an_export_costs_the_same_for_few_rows_and_for_many(
    client, editor, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_claim(review="proposed", claimant=None)

    with django_assert_max_num_queries(10):
        assert len(rows(file(client, "claims.claim", "csv"))) == number
    assert Claim.objects.count() == number
