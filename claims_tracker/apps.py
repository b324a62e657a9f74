from django.apps import AppConfig


class ClaimsTrackerConfig(AppConfig):
    name = "claims_tracker"
