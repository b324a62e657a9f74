from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "claims_tracker.desk"

    def ready(self) -> None:
        """Listen to what forms and sources announce."""
        # Models wait for the apps.
        from claims_tracker.desk import drafts_receivers, receivers  # noqa: F401, PLC0415 - as said
