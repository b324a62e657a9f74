"""Forms of the desk in a real browser: nothing is overwritten, no words are lost, keys keep out."""

import pytest
from django.urls import reverse

from claims_tracker.accounts.models import User
from claims_tracker.desk.models import Draft
from events.models import Actor
from tests.browser.barriers import barriers_on_screens
from tests.browser.walking import follow
from tests.factories import make_actor, make_claim, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAID = (
    "Seven vehicles had crossed the river at dawn, the ministry said, and two bridges were closed"
)


def barriers(desk, name):
    """What axe finds on the page, small and large, light and dark."""
    desk.shoot(name)
    found = barriers_on_screens(desk.page, (1280, 390))
    desk.complaints.clear()  # axe sets styles of its own
    return found


def change(row):
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])


def test_keys_are_listed_keep_out_of_fields_and_can_be_switched_off(sit):
    person = make_user("editor")
    desk = sit(person)
    claim = make_claim(review="proposed", statement="The bridge was closed at noon")
    page = desk.open(reverse("admin:claims_claim_changelist"))
    page.keyboard.press("/")
    assert page.locator(":focus").get_attribute("id") == "searchbar"
    page.keyboard.type("a/b?")
    assert page.locator("#searchbar").input_value() == "a/b?"
    page.locator("#searchbar").blur()
    page.keyboard.press("?")
    listed = page.locator("#desk-keys-list")
    assert "Search this list" in listed.inner_text()

    switch = listed.get_by_label("Single keys are on")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        switch.click()
    listed.get_by_text("Kept on your account.").wait_for()
    listed.get_by_role("button", name="Close").click()
    page.keyboard.press("/")
    assert page.locator("#searchbar:focus").count() == 0
    assert not User.objects.get(pk=person.pk).keyboard_shortcuts

    page = desk.open(reverse("admin:claims_claim_change", args=[claim.pk]))
    page.get_by_label("Statement").fill("The bridge was closed at one")
    follow(page.get_by_label("Statement"), key="Control+s")
    claim.refresh_from_db()
    assert claim.statement == "The bridge was closed at one"
    assert desk.complaints == []


def test_two_edit_one_claim_and_the_second_chooses(sit):
    claim = make_claim(review="proposed", statement=SAID, place="Orsa")
    olena, petro = sit(make_user("editor")), sit(make_user("reviewer"), java_script_enabled=False)
    mine, theirs = olena.open(change(claim)), petro.open(change(claim))
    theirs.get_by_label("Statement").fill(SAID.replace("two bridges", "three bridges"))
    theirs.locator("#id_place").fill("Orsa district")
    follow(theirs.get_by_role("button", name="Save", exact=True))
    mine.get_by_label("Statement").fill(SAID.replace("Seven", "Nine"))
    mine.locator("#id_measure").fill("crossed")
    follow(mine.get_by_role("button", name="Save", exact=True))

    assert [one.inner_text() for one in mine.locator(".three ins").all()] == ["three", "Nine"]
    assert mine.locator("#id_statement").input_value() == SAID.replace("Seven", "Nine")
    assert mine.locator("#id_place").input_value() == "Orsa district"
    assert barriers(olena, "clash") == {}
    mine.get_by_label("Mine, as in the form below: Statement").check()
    follow(mine.get_by_role("button", name="Save with these choices"))
    claim.refresh_from_db()
    assert (claim.statement, claim.place) == (SAID.replace("Seven", "Nine"), "Orsa district")
    assert claim.measure == "crossed"

    page = olena.open(reverse("admin:claims_claim_history", args=[claim.pk]))
    page.locator("input[name=from]").last.check()
    page.locator("input[name=to]").first.check()
    follow(page.get_by_role("button", name="Compare the two chosen"))
    assert barriers(olena, "history") == {}
    follow(page.get_by_role("link", name="Bring the first back"))
    assert barriers(olena, "restore") == {}
    page.get_by_label("Statement").uncheck()
    page.get_by_label("Reason").fill("It is only known of Orsa.")
    follow(page.get_by_role("button", name="Bring back"))
    claim.refresh_from_db()
    assert (claim.place, claim.measure) == ("Orsa", "")


def test_words_survive_a_closed_tab_and_colleagues_see_each_other(sit):
    person, actor = make_user("editor", first_name="Olena"), make_actor("Harbour Office")
    home = make_actor("Port of Orsa")
    olena, petro = sit(person), sit(make_user("reviewer", first_name="Petro"))
    tab = olena.open(change(actor))
    tab.locator("#id_country").fill("UA")
    tab.locator("#id_country").fill("")
    assert tab.locator("#draft-line").inner_text() == ""
    with tab.expect_response(lambda answer: "/drafts/" in answer.url and answer.status == 204):
        tab.locator("#id_country").fill("UA")
        tab.locator("#names-group .add-row a").click()
        tab.locator("#id_names-1-text").fill("Harbour Authority")
        tab.evaluate("""([pk, name]) => {
            const field = document.querySelector("#id_parent");
            field.add(new Option(name, pk, true, true));
            django.jQuery(field).trigger("change");
        }""", [home.pk, str(home)])  # fmt: skip
    colleague = petro.open(change(actor))
    colleague.get_by_text("Olena is editing (unsaved changes)").wait_for()
    asked = []
    tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    tab.close(run_before_unload=True)
    tab.wait_for_event("close")
    assert asked == ["beforeunload"]
    Actor.objects.filter(pk=actor.pk).update(country="PL")

    olena.page = olena.context.new_page()
    tab = olena.open(change(actor))
    offered = tab.locator("#draft-offer")
    offered.get_by_text("You left this form 1 minute ago: 3 fields.").wait_for()
    assert "Somebody has saved it since." in offered.inner_text()
    assert tab.locator("#id_country").input_value() == "PL"
    assert barriers(olena, "draft") == {}
    offered.get_by_role("button", name="Bring it back").click()
    assert tab.locator("#id_country").input_value() == "UA"
    assert tab.locator("#id_names-1-text").input_value() == "Harbour Authority"
    assert tab.locator("#id_parent").input_value() == str(home.pk)
    follow(tab.get_by_role("button", name="Save", exact=True))
    assert tab.get_by_label("Mine, as in the form below: Country").count() == 1
    assert Draft.objects.filter(person=person).count() == 1
    tab.get_by_label("Mine, as in the form below: Country").check()
    follow(tab.get_by_role("button", name="Save with these choices"))
    actor.refresh_from_db()
    assert (actor.country, actor.parent) == ("UA", home)
    assert actor.names.filter(text="Harbour Authority").exists()
    assert not Draft.objects.exists()

    tab.goto(olena.site + change(actor))
    tab.locator("#draft-line").wait_for(state="attached")
    assert tab.locator("#draft-offer").count() == 0
    follow(tab.get_by_role("link", name="History"))  # nothing changed, nothing asked
    assert asked == ["beforeunload"]


def test_words_are_kept_in_the_browser_while_the_server_cannot_be_reached(sit):
    claim = make_claim(review="proposed", statement=SAID)
    desk = sit(make_user("editor"))
    page = desk.open(change(claim))
    page.locator("#draft-line").wait_for(state="attached")
    page.route("**/drafts/**", lambda route: route.abort())
    page.get_by_label("Statement").fill("Half a sentence")
    page.get_by_text("your words are kept in this browser").wait_for()
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.get_by_text("You left this form 1 minute ago: 1 field.").wait_for()
    page.get_by_role("button", name="Bring it back").click()

    assert page.get_by_label("Statement").input_value() == "Half a sentence"
