from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "claims_tracker.accounts"

    def ready(self) -> None:
        """Make the roles whenever the database has been migrated, and listen to log-ins."""
        from claims_tracker.accounts import receivers  # noqa: F401, PLC0415 - registers on import, once apps are up
        from claims_tracker.accounts.roles import make_roles_after_migrate  # noqa: PLC0415 - roles imports models, which wait for the apps

        post_migrate.connect(
            make_roles_after_migrate, sender=self, dispatch_uid="accounts.make_roles"
        )
