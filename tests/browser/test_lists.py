"""Importing claims in a real browser, step by step: no barriers, and no need of scripts."""

import pytest
from django.urls import reverse

from claims.models import Claim
from tests.browser.barriers import barriers_on_screens
from tests.browser.walking import follow
from tests.factories import make_actor, make_event, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TABLE = (
    "Claim;Who;Date;Number;Mood\nNine people were hurt;Orsa Ministry;22.05.2023;9;calm\n"
    "The depot was empty;Depot owner;2023-05-22;;\nIt burned for days;;05/22/2023;many;\n"
)
FILE = {"name": "claims.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}


def test_a_table_is_imported_step_by_step_without_barriers(sit):
    make_actor("Orsa Ministry")
    make_event(title="Fire at the Orsa depot")
    desk = sit(make_user("editor"))
    page = desk.open(reverse("admin:claims_claim_changelist"))
    follow(page.get_by_role("link", name="Import…"))
    page.get_by_label("File").set_input_files(FILE)
    page.get_by_label("Event of rows that name none").fill("Fire at the Orsa depot")
    desk.shoot("import-file")
    assert desk.complaints == []
    found = {"file": barriers_on_screens(page, [390, 1280])}
    follow(page.get_by_role("button", name="Read the file"))
    desk.shoot("import-columns")
    follow(page.get_by_role("button", name="Check the rows"))
    page.get_by_label("Depot owner").select_option("New: Company")
    follow(page.get_by_role("button", name="Check again"))
    desk.shoot("import-check")
    found["check"] = barriers_on_screens(page, [390, 1280])
    desk.shoot("import-check-dark")
    follow(page.get_by_role("button", name="Import 2 claims"))
    desk.shoot("import-done")
    assert "2 of 3 rows were imported as proposed claims. 1 were left out." in page.content()
    assert found == {"file": {}, "check": {}}
    assert Claim.objects.count() == 2


def test_the_import_needs_no_scripts(sit):
    make_event(title="Fire at the Orsa depot")
    desk = sit(
        make_user("editor"), java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = desk.open(reverse("admin:desk_import") + "?event=Fire at the Orsa depot")
    page.get_by_label("File").set_input_files(FILE)
    follow(page.get_by_role("button", name="Read the file"))
    follow(page.get_by_role("button", name="Check the rows"))
    desk.shoot("import-check-narrow")
    follow(page.get_by_role("link", name="Cancel"))
    assert not Claim.objects.exists()
