"""What a person's app would show: the codes of a key, now and in the steps to come."""

import time
from binascii import unhexlify

from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from claims_tracker.accounts import second_factor
from claims_tracker.accounts.models import User

STEP = 30


def code_of(key: str, ahead: int = 0) -> str:
    """The six digits of a key; ``ahead`` steps of half a minute later."""
    app = TOTP(unhexlify(key))
    app.time = time.time() + STEP * ahead
    return f"{app.token():06}"


def with_factor(person: User) -> tuple[str, list[str]]:
    """Set up the person's second factor: its key, and the recovery codes."""
    key = second_factor.new_key()
    _, codes = second_factor.turn_on(person, key=key, code=code_of(key))
    person.refresh_from_db()
    return key, codes


def unbrake(person: User) -> None:
    """Let the time pass that the plugin waits after a wrong code."""
    TOTPDevice.objects.filter(user=person).update(throttling_failure_timestamp=None)
