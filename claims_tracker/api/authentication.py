"""Tokens: ``Authorization: Bearer ...``, kept hashed, never in an address."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from knox.auth import TokenAuthentication


class BearerToken(TokenAuthentication):
    """A token that an administrator made for a person (``manage.py make_token``)."""


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema names the token."""

    target_class = "claims_tracker.api.authentication.BearerToken"
    name = "token"

    def get_security_definition(self, _auto_schema: object) -> dict[str, str]:
        """An HTTP bearer token."""
        return {"type": "http", "scheme": "bearer"}
