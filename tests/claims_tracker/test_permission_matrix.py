"""Who may do what, through every door: the desk page by page, actions on many, and the API.

The tables below say it again, by hand: they must not be made from the table that they test.
"""

import pytest
from django.urls import reverse

from claims.choices import Review
from claims.models import Claim, Contradiction
from claims_tracker.accounts.models import ApiToken
from claims_tracker.desk.models import Draft
from sources.models import IngestJob
from tests.claims_tracker.desk_rows import ledger_admins, one_of_each
from tests.factories import make_claim, make_contradiction, make_event, make_ingest, make_user

pytestmark = pytest.mark.django_db
ROLES = ("anonymous", "guest", "reporter", "editor", "reviewer", "administrator")
NOBODY: tuple[str, ...] = ()
ALL = ROLES[1:]
REPORTERS = ROLES[2:]
EDITORS = ROLES[3:]
REVIEWERS = ROLES[4:]
ADMINISTRATORS = ROLES[5:]

# model: who may (see the list and a row, add, change). Nobody deletes but for what is named.
PAGES = {
    "accounts.apitoken": (ADMINISTRATORS, NOBODY, NOBODY),
    "accounts.user": (ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS),
    "claims.answeractor": (ALL, NOBODY, NOBODY),
    "claims.change": (ALL, NOBODY, NOBODY),
    "claims.claim": (ALL, REPORTERS, REPORTERS),
    "claims.contradiction": (ALL, NOBODY, NOBODY),
    "claims.evidence": (ALL, NOBODY, EDITORS),
    "claims.question": (ALL, NOBODY, EDITORS),
    "claims.quote": (ALL, NOBODY, NOBODY),
    "claims.reading": (ALL, NOBODY, NOBODY),
    "claims.revisionnotice": (ALL, NOBODY, NOBODY),
    "claims.threshold": (ADMINISTRATORS, NOBODY, NOBODY),
    "claims.verdict": (ALL, NOBODY, NOBODY),
    "claims.verdictproposal": (ALL, NOBODY, NOBODY),
    "desk.assignment": (ALL, NOBODY, NOBODY),
    "desk.lostanchor": (ALL, NOBODY, NOBODY),
    "desk.draft": (ALL, NOBODY, NOBODY),
    "desk.note": (ALL, NOBODY, NOBODY),
    "events.actor": (ALL, EDITORS, EDITORS),
    "events.actorlink": (ALL, EDITORS, EDITORS),
    "events.actorname": (ALL, EDITORS, EDITORS),
    "events.event": (ALL, EDITORS, EDITORS),
    "events.oldslug": (ALL, NOBODY, NOBODY),
    "events.participation": (ALL, EDITORS, EDITORS),
    "sources.article": (ALL, NOBODY, EDITORS),
    "sources.articleevent": (ALL, NOBODY, NOBODY),
    "sources.articleversion": (ALL, NOBODY, NOBODY),
    "sources.feed": (ALL, EDITORS, EDITORS),
    "sources.ingestjob": (ALL, REPORTERS, NOBODY),
    "sources.origin": (ALL, NOBODY, NOBODY),
    "sources.outlet": (ALL, EDITORS, EDITORS),
    "sources.reliabilitygrade": (ALL, NOBODY, NOBODY),
}
DELETES = {"accounts.apitoken": ADMINISTRATORS}

# model and decision: who may take it.
DECISIONS = {
    "accounts.user": {
        "link": ADMINISTRATORS, "role": ADMINISTRATORS, "end-sessions": ADMINISTRATORS,
        "reset-factor": ADMINISTRATORS, "deactivate": ADMINISTRATORS,
        "reactivate": ADMINISTRATORS,
    },
    "claims.claim": {
        "publish": EDITORS, "reject": EDITORS, "restore": EDITORS, "withdraw": EDITORS,
        "retract": EDITORS, "unretract": EDITORS, "merge": EDITORS, "unmerge": EDITORS,
        "propose": EDITORS, "quote": REPORTERS, "evidence": REPORTERS, "move": REPORTERS, "words": EDITORS,
        "propose-many": EDITORS, "reattribute": REPORTERS, "assign": EDITORS,
    },
    "claims.question": {"merge": EDITORS, "split": EDITORS, "unmerge": EDITORS,
                        "assign": EDITORS},
    "claims.contradiction": {
        "confirm": EDITORS, "dismiss": EDITORS, "reopen": EDITORS, "confirm-group": EDITORS,
        "dismiss-group": EDITORS, "reopen-group": EDITORS, "assign": EDITORS,
    },
    "claims.revisionnotice": {"see": EDITORS},
    "claims.threshold": {"set": ADMINISTRATORS},
    "claims.verdictproposal": {
        "approve": EDITORS, "approve-together": EDITORS, "return": REVIEWERS,
        "withdraw": EDITORS,
    },
    "claims.verdict": {"undo": EDITORS},
    "claims.reading": {"retry": EDITORS},
    "events.event": {"publish": EDITORS, "hide": EDITORS, "assign": EDITORS},
    "events.actor": {"merge": EDITORS, "unmerge": EDITORS},
    "sources.outlet": {"merge": EDITORS, "unmerge": EDITORS},
    "desk.lostanchor": {"keep": EDITORS, "anchor": EDITORS},
    "sources.feed": {"again": EDITORS, "pause": EDITORS},
    "sources.ingestjob": {"retry": EDITORS, "assign": EDITORS},
}  # fmt: skip


@pytest.fixture
def rows():
    """One row of every model; made by somebody who takes no part in the tests."""
    return one_of_each(person=make_user("editor"))


def enter(client, role):
    """Sit down at the desk in a role; the anonymous visitor stays outside."""
    if role == "anonymous":
        return None
    person = make_user(role)
    client.force_login(person)
    return person


def address(label, page, *args):
    return reverse(f"admin:{label.replace('.', '_')}_{page}", args=args)


def let_in(response):
    """Whether the page was given; nothing but a refusal or the way to the login page is not."""
    if response.status_code == 302:
        assert response.url.startswith(reverse("admin:login"))
    else:
        assert response.status_code in {200, 403, 404}
    return response.status_code == 200


def test_the_tables_name_every_model_and_every_decision():
    admins = {model._meta.label_lower: its_admin for model, its_admin in ledger_admins()}

    assert set(PAGES) == set(admins)
    assert {
        label: {one.name for one in its_admin.decisions}
        for label, its_admin in admins.items()
        if getattr(its_admin, "decisions", ())
    } == {label: set(names) for label, names in DECISIONS.items()}


@pytest.mark.parametrize("role", ROLES)
def test_pages_are_open_to_whom_the_table_says(client, rows, role):
    person = enter(client, role)
    if person is not None:
        rows["draft"] = Draft.objects.create(person=person, form="/own")
    found, wanted = {}, {}
    for label, (see, add, change) in PAGES.items():
        pk = rows[label.split(".")[1]].pk
        found[label] = (
            let_in(client.get(address(label, "changelist"))),
            let_in(client.get(address(label, "change", pk))),
            let_in(client.get(address(label, "history", pk))),
            let_in(client.get(address(label, "add"))),
            let_in(client.get(address(label, "delete", pk))),
            client.post(address(label, "change", pk), {}).status_code == 200,
        )
        sees = role in see
        wanted[label] = (
            sees, sees, sees, role in add, role in DELETES.get(label, NOBODY), role in change,
        )  # fmt: skip

    assert found == wanted


@pytest.mark.parametrize("role", ROLES)
def test_decisions_are_open_to_whom_the_table_says(client, rows, role):
    enter(client, role)
    found, wanted = {}, {}
    for label, names in DECISIONS.items():
        pk = rows[label.split(".")[1]].pk
        for name, who in names.items():
            page = address(label, "decide", pk, name)
            found[label, name] = let_in(client.get(page))
            wanted[label, name] = role in who
            # An empty form is refused with its errors by who is let in, with 403 by others.
            refused = client.post(page, {"row_version": "0"}).status_code
            assert (refused in {302, 400}) if role in who else (refused in {302, 403})

    assert found == wanted


@pytest.mark.parametrize("role", ROLES)
def test_another_teams_event_is_closed_to_all_but_administrators(client, rows, role):
    rows["event"].team.add(make_user("editor"))
    enter(client, role)
    inside = role in ADMINISTRATORS
    proposed = rows["claim"]
    guarded = [
        ("claims.claim", proposed.pk), ("claims.question", rows["question"].pk),
        ("claims.evidence", rows["evidence"].pk), ("events.event", rows["event"].pk),
        ("events.participation", rows["participation"].pk),
    ]  # fmt: skip
    for label, pk in guarded:
        saved = client.post(address(label, "change", pk), {}).status_code
        assert (saved == 200) == inside, label
        assert let_in(client.get(address(label, "change", pk))) == (role != "anonymous")
    for label in (
        "claims.claim", "claims.contradiction", "claims.revisionnotice", "claims.verdictproposal",
        "events.event",
    ):  # fmt: skip
        pk = rows[label.split(".")[1]].pk
        for name, who in DECISIONS[label].items():
            given = let_in(client.get(address(label, "decide", pk, name)))
            assert given == (inside and role in who), (label, name)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("page", ["queue", "trust"])
def test_the_pages_about_all_pairs_are_open_to_who_sees_pairs(client, rows, role, page):
    enter(client, role)

    assert let_in(client.get(address("claims.contradiction", page))) == (role in ALL)
    assert client.post(address("claims.contradiction", page), {}).status_code in {302, 403}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ["confirm-group", "dismiss-group", "reopen-group"])
def test_a_whole_group_of_another_team_stays_as_it_is(client, rows, role, name):
    pair = rows["contradiction"]
    pair.event.team.add(make_user("editor"))
    enter(client, role)
    given = {"row_version": pair.row_version, "seen": f"{pair.pk}:{pair.row_version}",
             "reason": "different_time", "note": "As discussed."}  # fmt: skip

    client.post(address("claims.contradiction", "decide", pair.pk, name), given)

    pair.refresh_from_db()
    decided = role in ADMINISTRATORS and name != "reopen-group"
    assert (pair.state != "open") == decided


def bulk(client, label, action, rows, **given):
    """Choose the rows in their list, then confirm the action on its page."""
    page = address(label, "changelist")
    chosen = {"action": action, "index": "0", "_selected_action": [str(row.pk) for row in rows]}
    first = client.post(page, chosen)
    versions = {f"version_{row.pk}": str(getattr(row, "row_version", "")) for row in rows}
    return first, client.post(page, chosen | versions | {"confirm": "yes"} | given, follow=True)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("action", "state"), [("publish", "published"), ("reject", "rejected")])
def test_a_bulk_action_touches_only_ids_of_ones_own_events(client, role, action, state):
    own, closed = make_event(), make_event()
    closed.team.add(make_user("editor"))
    mine = make_claim(event=own, review=Review.PROPOSED)
    others = make_claim(event=closed, review=Review.PROPOSED)
    enter(client, role)

    _, done = bulk(client, "claims.claim", action, [mine, others], reason="As discussed.")

    mine.refresh_from_db()
    others.refresh_from_db()
    assert (mine.review == state) == (role in EDITORS)
    assert (others.review == state) == (role in ADMINISTRATORS)
    if role in {"editor", "reviewer"}:
        assert "1 of 2 claims" in done.text
        assert "Only the team of its event may decide about this." in done.text


@pytest.mark.parametrize("role", ROLES)
def test_retrying_many_touches_only_ids_of_ones_own_events(client, role):
    closed = make_event()
    closed.team.add(make_user("editor"))
    mine = make_ingest(event=make_event(), state="quarantined")
    others = make_ingest(event=closed, state="quarantined")
    enter(client, role)

    bulk(client, "sources.ingestjob", "retry", [mine, others])

    mine.refresh_from_db()
    others.refresh_from_db()
    assert (mine.state == "queued") == (role in EDITORS)
    assert (others.state == "queued") == (role in ADMINISTRATORS)


def test_no_action_on_many_sets_a_status(client):
    enter(client, "administrator")
    make_claim()

    page = client.get(address("claims.claim", "changelist"))

    names = [name for name, _ in page.context["action_form"].fields["action"].choices if name]
    proposed = ["propose-many"]  # it waits, claim by claim, for somebody else
    assert names == ["publish", "words", "reject", *proposed, "move", "reattribute", "assign"]


@pytest.mark.parametrize("role", ROLES)
def test_the_api_takes_articles_from_people_with_a_token_only(client, role):
    closed = make_event()
    closed.team.add(make_user("editor"))
    headers = {}
    if role != "anonymous":
        key = ApiToken.objects.create(user=make_user(role), name="script")[1]
        headers = {"Authorization": f"Bearer {key}"}
    ask = {"url": "https://outlet.example/a"}
    send = {"content_type": "application/json", "headers": headers}

    asked = client.post("/api/v1/ingests/", ask, **send)
    beside = client.post("/api/v1/ingests/", ask | {"event": closed.slug}, **send)
    listed = client.get("/api/v1/ingests/", headers=headers)

    assert (asked.status_code == 202) == (role in REPORTERS)
    assert (beside.status_code == 202) == (role in ADMINISTRATORS)
    assert (listed.status_code == 200) == (role in ALL)
    assert IngestJob.objects.filter(event=closed).exists() == (role in ADMINISTRATORS)
    if role == "anonymous":
        assert asked.status_code == 401


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_api_writes_nothing_else(client, role, method):
    pair = make_contradiction()
    headers = {}
    if role != "anonymous":
        key = ApiToken.objects.create(user=make_user(role), name="script")[1]
        headers = {"Authorization": f"Bearer {key}"}
    before = (Claim.objects.count(), Contradiction.objects.count())
    for page in (
        "events", f"events/{pair.event.slug}", "claims", f"claims/{pair.first.public_id}",
        "contradictions", f"contradictions/{pair.public_id}", "actors", "articles", "outlets",
        "questions", "verdicts", "changes",
    ):  # fmt: skip
        answer = getattr(client, method)(
            f"/api/v1/{page}/", {}, content_type="application/json", headers=headers
        )
        assert answer.status_code in {401, 403, 404, 405}, page
    assert (Claim.objects.count(), Contradiction.objects.count()) == before


@pytest.mark.parametrize("power", ["is_superuser", "groups", "is_staff", "is_active", "password"])
def test_an_administrator_raises_neither_themselves_nor_makes_superusers(client, power):
    person = enter(client, "administrator")
    page = address("accounts.user", "change", person.pk)
    form = client.get(page).context["adminform"].form

    assert power not in form.fields


def test_an_administrator_cannot_touch_a_superuser(client):
    enter(client, "administrator")
    root = make_user("", is_superuser=True, is_staff=True)

    assert client.post(address("accounts.user", "change", root.pk), {}).status_code == 403
    for name in DECISIONS["accounts.user"]:
        page = address("accounts.user", "decide", root.pk, name)
        assert client.post(page, {"reason": "Mine."}).status_code == 403


def test_nobody_decides_about_their_own_account(client):
    person = enter(client, "administrator")

    for name in DECISIONS["accounts.user"]:
        page = address("accounts.user", "decide", person.pk, name)
        assert client.post(page, {"reason": "Mine.", "role": "guest"}).status_code == 403


def test_a_posted_power_is_ignored(client):
    enter(client, "administrator")
    somebody = make_user("reporter")

    client.post(
        address("accounts.user", "change", somebody.pk),
        {"username": somebody.username, "email": somebody.email, "is_superuser": "on",
         "is_active": "", "is_staff": "on", "groups": "1", "password": "x"},
    )  # fmt: skip

    before, somebody = somebody, type(somebody).objects.get(pk=somebody.pk)
    assert (somebody.is_superuser, somebody.is_active, somebody.role) == (False, True, "reporter")
    assert somebody.password == before.password
