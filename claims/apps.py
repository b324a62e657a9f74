from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"

    def ready(self) -> None:
        """Listen to what the left announces."""
        from claims import receivers  # noqa: F401, PLC0415 - registers on import, once apps are up
