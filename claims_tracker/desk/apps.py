from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "claims_tracker.desk"

    def ready(self) -> None:
        """Listen to what forms announce."""
        from claims_tracker.desk import drafts_receivers  # noqa: F401, PLC0415 - once models are there
