"""The second factor: a code from an app on the phone (RFC 6238), or a recovery code, once each.

The app's secret is kept as the plugin keeps it, readable: the server has to reckon the same codes.
Of a recovery code only a hash is kept; sixteen random letters (79 bits) cannot be found by trial,
so a quick hash will do.
"""

import hashlib
import secrets
from base64 import b32encode
from binascii import unhexlify
from datetime import datetime

import pghistory
from django.db import transaction
from django.utils import timezone
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from claims_tracker.accounts import sessions
from claims_tracker.accounts.models import User
from claims_tracker.accounts.people import not_oneself, require_over

CODE_DIGITS = 6
RECOVERY_CODES = 10
RECOVERY_LETTERS = 16
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # no letter that reads like another
HASH_KEPT = 16  # letters, as the plugin's column holds; 80 bits
WRONG = "The code is not right. Wait for the next one, and see that the phone's clock is."


class SecondFactorError(Exception):
    """The second factor does not open or change; the text can be shown as it stands."""


def new_key() -> str:
    """A secret for a new app, in hex as the plugin wants it."""
    return str(default_key())


def spoken(key: str) -> str:
    """The secret as it is typed into an app: base 32, in groups of four letters."""
    letters = b32encode(unhexlify(key)).decode()
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def address(person: User, key: str) -> str:
    """The ``otpauth:`` address that an app reads from a picture or a link."""
    return str(TOTPDevice(user=person, key=key).config_url)


def is_on(person: User) -> bool:
    """Whether a code is asked after the password."""
    return bool(TOTPDevice.objects.filter(user=person, confirmed=True).exists())


def turn_on(person: User, *, key: str, code: str) -> tuple[Device, list[str]]:
    """Ask for codes of this key from now on; its device, and recovery codes to be shown once.

    ``code`` shows that the app has the key, and is thereby used up. Raises SecondFactorError.
    """
    with pghistory.context(user=person.pk, reason="Set up a second factor."), transaction.atomic():
        person = User.objects.select_for_update().get(pk=person.pk)
        if is_on(person):
            raise SecondFactorError("A second factor is set up already.")
        _forget(person)
        app = TOTPDevice.objects.create(user=person, name="app", key=key)
        if not app.verify_token(_tidy(code)):
            raise SecondFactorError(WRONG)
        codes = _make_codes(StaticDevice.objects.create(user=person, name="recovery codes"))
        _mark(person, timezone.now())
    return app, codes


def check(person: User, code: str) -> Device:
    """The device to which the code belongs; the code is used up. Raises SecondFactorError.

    Six digits are the app's, all else a recovery code: each has its own brake. The device's row
    is held, so that of two who send one code at once the second is refused.
    """
    tidy = _tidy(code)
    refusal = ""
    with transaction.atomic():
        device = _device(person, tidy)
        if device is None:
            raise SecondFactorError(WRONG)
        allowed, why = device.verify_is_allowed()
        if not allowed:
            refusal = _wait((why or {}).get("locked_until"))
        elif not device.verify_token(_spelled(device, tidy)):
            refusal = WRONG  # raised outside, for the failure has to be counted
    if refusal:
        raise SecondFactorError(refusal)
    return device


def codes_left(person: User) -> int:
    """How many recovery codes are unused."""
    return sum(device.token_set.count() for device in StaticDevice.objects.filter(user=person))


def renew_codes(person: User, *, code: str) -> list[str]:
    """Ten new recovery codes; the old ones no longer open."""
    check(person, code)
    with transaction.atomic():
        device = StaticDevice.objects.select_for_update().get(user=person)
        device.token_set.all().delete()
        return _make_codes(device)


def turn_off(person: User, *, code: str) -> None:
    """Ask for no code any more. Whoever calls has asked for the password too."""
    check(person, code)
    with pghistory.context(user=person.pk, reason="Turned off the second factor."):
        _turn_off(person)


def reset(person: User, *, by: User, reason: str) -> None:
    """An administrator takes the second factor off somebody who lost phone and codes.

    It ends the person's sessions, and stands in the history with the reason.
    """
    require_over(by, person)
    not_oneself(by, person)
    with pghistory.context(user=by.pk, reason=reason):
        _turn_off(person)
    sessions.end_all(person)


def lose(person: User) -> None:
    """Take it off by the operator's hand, where no administrator is left who could."""
    with pghistory.context(reason="Second factor taken off on the server."):
        _turn_off(person)
    sessions.end_all(person)


@transaction.atomic
def _turn_off(person: User) -> None:
    person = User.objects.select_for_update().get(pk=person.pk)
    _forget(person)
    _mark(person, None)


def _forget(person: User) -> None:
    TOTPDevice.objects.filter(user=person).delete()
    StaticDevice.objects.filter(user=person).delete()


def _mark(person: User, at: datetime | None) -> None:
    person.second_factor_at = at
    person.save(update_fields=["second_factor_at"])


def _device(person: User, tidy: str) -> TOTPDevice | StaticDevice | None:
    kind = TOTPDevice if tidy.isdecimal() and len(tidy) == CODE_DIGITS else StaticDevice
    found: TOTPDevice | StaticDevice | None = (
        kind.objects.select_for_update().filter(user=person, confirmed=True).first()
    )
    return found


def _make_codes(device: StaticDevice) -> list[str]:
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_LETTERS))
             for _ in range(RECOVERY_CODES)]  # fmt: skip
    for code in codes:
        device.token_set.create(token=_hashed(device, code))
    return ["-".join(code[start : start + 4] for start in range(0, len(code), 4)) for code in codes]


def _tidy(code: str) -> str:
    """The code as it was meant: without spaces and hyphens, in small letters, ASCII only."""
    kept = "".join(letter for letter in code.lower() if letter.isascii() and letter.isalnum())
    return kept[: 2 * RECOVERY_LETTERS]


def _spelled(device: Device, tidy: str) -> str:
    return _hashed(device, tidy) if isinstance(device, StaticDevice) else tidy


def _hashed(device: StaticDevice, code: str) -> str:
    digest = hashlib.sha256(f"{device.pk}:{code}".encode()).digest()
    return b32encode(digest).decode().lower()[:HASH_KEPT]


def _wait(until: datetime | None) -> str:
    if until is None:
        return WRONG
    seconds = max(1, round((until - timezone.now()).total_seconds()))
    return f"Too many wrong codes. Try again in {seconds} second{'s' * (seconds != 1)}."
