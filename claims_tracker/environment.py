"""Settings from the environment, typed: a wrong value is one clear line at start."""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}
NO_DATABASE = (
    "No database: set DATABASE_URL and REDIS_URL, or start `make demo` and I will attach to it."
)


@dataclass(frozen=True, slots=True)
class Environment:
    """The process environment, read by name; ``values`` is injected in tests."""

    values: Mapping[str, str]

    def text(self, name: str, default: str = "") -> str:
        """The value, stripped; ``default`` when unset or empty."""
        return self.values.get(name, "").strip() or default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A yes or no; anything else is refused."""
        value = self.values.get(name)
        if value is None:
            return default
        if value.strip().lower() in TRUE:
            return True
        if value.strip().lower() in FALSE:
            return False
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        value = self.text(name, str(default))
        try:
            return int(value)
        except ValueError:
            raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None

    def items(self, name: str) -> list[str]:
        """Comma-separated items, blanks left out."""
        return [item.strip() for item in self.values.get(name, "").split(",") if item.strip()]

    def hosts(self, name: str, *, default: list[str]) -> list[str]:
        """Host names without scheme, port or path."""
        hosts = self.items(name) or default
        for host in hosts:
            if "/" in host or (":" in host and not host.startswith("[")):
                raise ImproperlyConfigured(
                    f"{name} takes host names like news.example.org, without scheme, port or "
                    f"path; {host!r} is not one."
                )
        return hosts

    def site_url(self, name: str, default: str) -> str:
        """An absolute http(s) address without a trailing slash."""
        value = self.text(name, default).rstrip("/")
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ImproperlyConfigured(
                f"{name} must be the site's public address, such as https://claims.example.org; "
                f"{value!r} is not one."
            )
        return value

    def secret(self, name: str, *, debug: bool) -> str:
        """A secret key; required and long unless debugging, where a throw-away one serves."""
        value = self.text(name)
        if not value and debug:
            return "insecure-only-for-debugging-" + "0" * 32
        if len(value) < 32:  # noqa: PLR2004 - Django's own check warns below 50, refuses nothing
            raise ImproperlyConfigured(
                f"{name} is missing or too short. Make one with: "
                'python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
            )
        return value

    def proxies(self, name: str) -> list[str]:
        """Addresses or networks of proxies whose X-Forwarded-For is believed."""
        for item in self.items(name):
            try:
                ipaddress.ip_network(item, strict=False)
            except ValueError:
                raise ImproperlyConfigured(
                    f"{name} takes addresses or networks such as 10.0.0.0/8; {item!r} is not one."
                ) from None
        return self.items(name)

    def email(self, name: str) -> dict[str, object]:
        """Django's e-mail settings from ``smtp://user:password@host:587`` (``smtps`` for TLS)."""
        parts = urlsplit(self.text(name))
        if parts.scheme not in {"smtp", "smtps", "smtp+tls"} or not parts.hostname:
            raise ImproperlyConfigured(
                f"{name} must look like smtp+tls://user:password@mail.example.org:587."
            )
        return {
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        }

    def broker(self, name: str) -> str:
        """The address of the broker, Redis or Valkey only; empty when unset."""
        value = self.text(name)
        if value and urlsplit(value).scheme not in {"redis", "rediss", "unix"}:
            raise ImproperlyConfigured(
                f"{name} must be the address of Redis or Valkey, such as redis://localhost:6379/0."
            )
        return value

    def database(self, name: str) -> dict[str, object]:
        """Django's settings for the database address, PostgreSQL only; {} when unset."""
        value = self.text(name)
        if not value:
            return {}
        if urlsplit(value).scheme not in {"postgres", "postgresql"}:
            raise ImproperlyConfigured(
                f"{name} must be a PostgreSQL address, such as "
                "postgresql://user:password@localhost:5432/claims; no other database will do."
            )
        try:
            parsed = dj_database_url.parse(value, conn_max_age=60, conn_health_checks=True)
        except Exception as error:  # noqa: BLE001 - the parser raises many kinds
            raise ImproperlyConfigured(f"{name} could not be read: {error}.") from None
        return dict(parsed)


def current() -> Environment:
    """The process environment, completed by a running demo's addresses where none are set."""
    values = dict(os.environ)
    if not values.get("DATABASE_URL"):
        from claims_tracker.servers import running_demo  # noqa: PLC0415 - only when it is needed

        values |= {k: v for k, v in (running_demo() or {}).items() if not values.get(k)}
    return Environment(values)
