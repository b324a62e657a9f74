"""Logging in with a second factor: the password, then a code, each code once."""

import threading
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connections
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken

from claims_tracker.accounts import login, second_factor
from claims_tracker.accounts.models import ApiToken, DeskSession, User
from claims_tracker.accounts.second_factor import SecondFactorError
from tests.claims_tracker.accounts.codes import code_of, unbrake, with_factor
from tests.factories import make_user

PASSWORD = "the old password 1"
STEP = reverse("second_step")
SET_UP = reverse("account_second_factor")


@pytest.fixture
def edda() -> Any:
    return make_user("editor", password=PASSWORD, username="edda")


def give_password(client: Any, password: str = PASSWORD, **more: Any) -> Any:
    given = {"username": "edda", "password": password, "next": "/admin/claims/claim/"}
    return client.post(reverse("admin:login"), given, **more)


def is_in(client: Any) -> bool:
    return SESSION_KEY in client.session


@pytest.mark.django_db
def test_the_password_alone_no_longer_lets_in(client, edda):
    key, _ = with_factor(edda)

    assert give_password(client, "wrong").status_code == 200
    assert client.get(STEP).url == reverse("admin:login")
    first = give_password(client)
    assert (first.status_code, first.url, is_in(client)) == (302, STEP, False)
    assert client.get("/admin/").status_code == 302
    page = client.get(STEP)
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    last = client.post(STEP, {"code": f" {code_of(key, 1)[:3]} {code_of(key, 1)[3:]} "})
    assert last.url == "/admin/claims/claim/"
    assert client.get("/admin/").status_code == 200


@pytest.mark.django_db
def test_a_code_opens_once(client, edda):
    key, _ = with_factor(edda)
    give_password(client)

    assert client.post(STEP, {"code": code_of(key)}).status_code == 400  # it set the factor up
    unbrake(edda)
    used = code_of(key, 1)
    assert client.post(STEP, {"code": used}).status_code == 302
    client.logout()
    give_password(client)
    again = client.post(STEP, {"code": used})
    assert (again.status_code, is_in(client)) == (400, False)
    assert "not right" in again.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "code",
    ["", "000000", "٠٠٠٠٠٠", "12345", "1" * 10_000, "abcd-efgh-jkmn-pqrs", "\0" * 6, "-" * 6],
)
def test_a_wrong_code_lets_nobody_in(client, edda, code):
    with_factor(edda)
    give_password(client)

    answer = client.post(STEP, {"code": code})

    assert (answer.status_code, is_in(client)) == (400, False)


@pytest.mark.django_db
def test_after_a_wrong_code_even_the_right_one_waits(client, edda):
    key, _ = with_factor(edda)
    give_password(client)

    client.post(STEP, {"code": "000000"})
    hasty = client.post(STEP, {"code": code_of(key, 1)})

    assert hasty.status_code == 400
    assert "Try again in 1 second." in hasty.text


@pytest.mark.django_db
def test_wrong_codes_lock_like_wrong_passwords_and_are_kept_in_no_record(client, edda):
    key, codes = with_factor(edda)
    give_password(client)

    answers = [
        client.post(STEP, {"code": codes[0] if number else "000000"}).status_code
        for number in range(2)
    ]
    assert answers == [400, 302]  # a recovery code has a brake of its own
    client.logout()
    give_password(client)
    for _ in range(settings.AXES_FAILURE_LIMIT):
        locked = client.post(STEP, {"code": "wrong"})
    assert locked.status_code == 429
    assert "edda" in locked.text
    assert give_password(client).status_code == 429
    unbrake(edda)
    assert client.post(STEP, {"code": code_of(key, 1)}).status_code in {302, 429}
    assert not is_in(client)
    assert "wrong" not in "".join(AccessAttempt.objects.values_list("post_data", flat=True))


@pytest.mark.django_db
def test_a_recovery_code_opens_once_and_is_stored_nowhere(client, edda):
    _, codes = with_factor(edda)
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == len(set(codes)) == 10
    assert not kept & {code.replace("-", "")[:16] for code in codes}

    give_password(client)
    assert client.post(STEP, {"code": codes[3].upper()}).status_code == 302
    assert second_factor.codes_left(edda) == 9
    client.logout()
    give_password(client)
    assert client.post(STEP, {"code": codes[3]}).status_code == 400
    assert not is_in(client)


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["late", "new password", "deactivated", "turned off"])
def test_half_way_is_over_with_what_it_stood_on(client, edda, monkeypatch, what):
    key, _ = with_factor(edda)
    give_password(client)
    if what == "late":
        monkeypatch.setattr(login, "GOOD_FOR", 0)
    if what == "new password":
        edda.set_password("the new password 2")
        edda.save()
    if what == "deactivated":
        edda.is_active = False
        edda.save()
    if what == "turned off":
        second_factor.turn_off(edda, code=code_of(key, 1))

    answer = client.post(STEP, {"code": code_of(key, 1)})

    assert answer.status_code == (400 if what == "turned off" else 302)
    assert not is_in(client)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_one_code_at_once_one_is_let_in():
    person = make_user("editor", password=PASSWORD)
    key, _ = with_factor(person)
    gate, results = threading.Barrier(2), []
    code = code_of(key, 1)

    def send() -> None:
        with closing(connections["default"]):
            gate.wait(timeout=30)
            try:
                second_factor.check(person, code)
            except SecondFactorError:
                results.append("refused")
            else:
                results.append("let in")

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(results) == ["let in", "refused"]


@pytest.mark.django_db
def test_setting_up_shows_the_key_then_the_codes_once_and_ends_other_sessions(client, edda):
    other = type(client)()
    give_password(other)
    give_password(client)

    page = client.get(SET_UP)
    key = client.session["second_factor_key"]
    assert second_factor.spoken(key) in page.text
    assert f"otpauth://totp/{settings.SITE_NAME.replace(' ', '%20')}" in page.text
    wrong = client.post(SET_UP, {"code": "000000"})
    assert wrong.status_code == 400
    assert second_factor.spoken(key) in wrong.text
    done = client.post(SET_UP, {"code": code_of(key)})

    assert len(done.context["codes"]) == 10
    assert "second_factor_key" not in client.session
    assert client.get("/admin/").status_code == 200
    assert other.get("/admin/").status_code == 302
    assert client.get(SET_UP).url == reverse("account")
    step = User.objects.get(pk=edda.pk).history.order_by("-pgh_id").first()
    assert step.pgh_context.metadata["reason"] == "Set up a second factor."


@pytest.mark.django_db
def test_turning_off_takes_the_password_and_a_code(client, edda):
    key, _ = with_factor(edda)
    give_password(client)
    client.post(STEP, {"code": code_of(key, 1)})
    page = reverse("account_factor_off")

    assert client.post(page, {"password": "wrong", "code": code_of(key, 2)}).status_code == 400
    assert client.post(page, {"password": PASSWORD, "code": "000000"}).status_code == 400
    assert second_factor.is_on(edda)
    unbrake(edda)
    assert client.post(page, {"password": PASSWORD, "code": code_of(key, 2)}).status_code == 302
    assert not second_factor.is_on(edda)
    assert client.get("/admin/").status_code == 200


@pytest.mark.django_db
def test_new_recovery_codes_take_the_place_of_the_old(client, edda):
    key, old = with_factor(edda)
    give_password(client)
    client.post(STEP, {"code": code_of(key, 1)})

    new = client.post(reverse("account_codes"), {"code": code_of(key, 2)}).context["codes"]

    assert not set(new) & set(old)
    with pytest.raises(SecondFactorError):
        second_factor.check(edda, old[0])
    assert client.get("/admin/").status_code == 200


@pytest.mark.django_db
def test_an_administrator_takes_it_off_with_a_reason_and_a_superuser_alone_a_superusers(client):
    chief, edda = make_user("administrator"), make_user("editor")
    root = make_user("", is_superuser=True, is_staff=True)
    for person in (edda, root):
        with_factor(person)
    client.force_login(chief)

    for person in (edda, root):
        page = reverse("admin:accounts_user_decide", args=[person.pk, "reset-factor"])
        client.post(page, {"reason": "Lost the phone."})

    assert [second_factor.is_on(person) for person in (edda, root)] == [False, True]
    history = client.get(reverse("admin:accounts_user_history", args=[edda.pk]))
    assert "Lost the phone." in history.text


@pytest.mark.django_db
def test_the_command_takes_it_off_where_no_administrator_is_left(edda, capsys):
    with_factor(edda)

    call_command("reset_second_factor", "edda")

    assert not second_factor.is_on(edda)
    assert len(capsys.readouterr().out.splitlines()) == 1
    for name in ("edda", "nobody"):
        with pytest.raises(CommandError) as refusal:
            call_command("reset_second_factor", name)
        assert refusal.value.returncode == 2


@pytest.mark.django_db
class TestRequired:
    """The site asks everybody at the desk for a second factor."""

    @pytest.fixture(autouse=True)
    def _required(self, settings):
        settings.REQUIRE_SECOND_FACTOR = True

    @pytest.mark.parametrize(
        "path",
        ["/admin/", "/admin/claims/claim/", "/admin/password_change/", "/accounts/you/",
         "/admin/autocomplete/", "/accounts/you/factor/off/", "/admin/nowhere/"],
    )  # fmt: skip
    def test_nothing_opens_before_it_is_set_up(self, client, edda, path):
        assert give_password(client).status_code == 302

        assert client.get(path).url == SET_UP
        assert client.get(path, headers={"Accept": "application/json"}).status_code == 403
        assert client.post(path, {}).status_code == 403

    def test_the_desk_opens_once_it_is(self, client, edda):
        give_password(client)
        assert "asks everybody" in client.get(SET_UP).text

        client.post(SET_UP, {"code": code_of(client.session["second_factor_key"])})

        assert client.get("/admin/").status_code == 200

    def test_readers_and_tokens_are_not_asked(self, client, edda):
        key = ApiToken.objects.create(user=edda, name="script")[1]

        assert client.get("/").status_code == 200
        listed = client.get("/api/v1/ingests/", headers={"Authorization": f"Bearer {key}"})
        assert listed.status_code == 200
        give_password(client)
        assert client.post("/api/v1/ingests/", {}).status_code == 401  # no session opens the API
        assert client.post(reverse("admin:logout")).status_code == 200


@pytest.mark.django_db
def test_a_session_without_the_code_is_over_once_the_factor_is_on(client, edda):
    client.force_login(edda)
    User.objects.filter(pk=edda.pk).update(second_factor_at=timezone.now() - timedelta(days=1))

    assert client.get("/admin/").status_code == 302
    assert not Session.objects.exists()
    assert not DeskSession.objects.filter(user=edda, key_hash="").exists()
