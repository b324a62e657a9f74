"""What all tests share: a Redis database of their own, and a Chromium or a word about its absence."""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from hypothesis import settings as hypothesis_settings

# The same cases each run, and none refused for a slow moment of the machine; to look for new
# ones, HYPOTHESIS_PROFILE=search.
hypothesis_settings.register_profile("same", derandomize=True, deadline=None)
hypothesis_settings.register_profile("search", max_examples=2000, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# A test that waits for a lock that nobody gives back fails, instead of waiting for ever: libpq
# waits out of reach of Python's signals, and so of pytest's time limit.
os.environ["PGOPTIONS"] = "-c lock_timeout=60s"

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NO_BROWSER = "no Chromium on the PATH: install chromium, or set CHROMIUM to its program"


def pytest_configure() -> None:
    """Keep tests that run side by side out of each other's cache and queue.

    Database 0 is left alone: it is a running demo's, when tests are run on its servers.
    """
    if not settings.REDIS_URL:
        return
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) + 1
    own = urlsplit(settings.REDIS_URL)._replace(path=f"/{number}").geturl()
    os.environ["REDIS_URL"] = settings.REDIS_URL = settings.CELERY_BROKER_URL = own
    settings.CACHES["default"]["LOCATION"] = own
    # Hashes are slow on purpose, which a thousand log-ins of tests need not be.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def find_chromium() -> str | None:
    """The program to test with: the one that `CHROMIUM` names, else the first on the PATH."""
    wanted = (os.environ.get("CHROMIUM", ""), *BROWSERS)
    return next((path for name in wanted if name and (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the browser's tests where there is none, saying so."""
    if find_chromium() is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium to start."""
    found = find_chromium()
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Quotas, leases of hosts and signs of life of one test are not another's."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """End what threads of a live server hold open, so that the test database can be dropped.

    Each lives as long as its connection, and Chromium keeps idle ones until it is closed. Our own
    is opened anew: while Playwright's loop ran in this thread Django had another one, and a test
    that cuts all sessions but its own has ended the one from before.
    """
    yield
    with django_db_blocker.unblock():
        connection.close()
        end_other_sessions()


def end_other_sessions() -> None:
    """End all sessions of the test database but ours."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
