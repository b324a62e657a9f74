"""One-time links by which a person sets the own password."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from claims_tracker.accounts.models import User


def setup_link(person: User) -> str:
    """An address where the person chooses a password, once, within three days.

    It is signed with the secret key and with the password and last login as they are, so using
    it makes it worthless.
    """
    where = {
        "uidb64": urlsafe_base64_encode(force_bytes(person.pk)),
        "token": default_token_generator.make_token(person),
    }
    return f"{settings.SITE_URL}{reverse('password_reset_confirm', kwargs=where)}"
