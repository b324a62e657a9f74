"""What every template knows of the site."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, str]:
    """The publisher's names and addresses, from the settings."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "PUBLISHER": settings.PUBLISHER,
        "CONTACT_EMAIL": settings.CONTACT_EMAIL,
        "DATA_LICENCE": settings.DATA_LICENCE,
        "DEMO_NOTICE": settings.DEMO_NOTICE,
        "page_url": f"{settings.SITE_URL}{request.path}",
    }
