"""Tokens: ``Authorization: Bearer ...``, kept hashed, never in an address."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from knox.auth import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed


class BearerToken(TokenAuthentication):
    """A token that an administrator made for a person (``manage.py make_token``)."""

    def authenticate_credentials(self, token: bytes) -> Any:
        """The person and the token; bytes that are no text are no token either."""
        if not token.isascii():
            raise AuthenticationFailed("Invalid token.")
        from claims_tracker.accounts.tokens import note_use  # noqa: PLC0415 - loaded before the models

        person, found = super().authenticate_credentials(token)
        note_use(found)
        return person, found


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema names the token."""

    target_class = "claims_tracker.api.authentication.BearerToken"
    name = "token"

    def get_security_definition(self, _auto_schema: object) -> dict[str, str]:
        """An HTTP bearer token."""
        return {"type": "http", "scheme": "bearer"}
