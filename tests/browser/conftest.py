"""One Chromium for the session, and a page on the scene served by Django itself."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.desks import Desk
from tests.browser.scene import Scene, build, pages

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    # Playwright's loop runs in this thread; Django's guard would take our own queries for its.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@dataclass
class Site:
    """The scene, served."""

    url: str
    scene: Scene

    @cached_property
    def pages(self) -> dict[str, str]:
        """The address of each page."""
        return {name: self.url + address for name, address in pages(self.scene).items()}


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker) -> Iterator[Site]:
    """The scene for all tests of a module: they read, and building it costs more than reading.

    The tests need the mark ``django_db``: for those alone pytest-django makes a database.
    """
    assert settings.DATABASES["default"]["NAME"].startswith("test_")
    with django_db_blocker.unblock():
        server = LiveServer("127.0.0.1")
        yield Site(server.url, build())
        server.stop()
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=False)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A reader without scripts, for whom nothing glides."""
    context = browser.new_context(
        java_script_enabled=False,
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 900},
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def keyboard(browser: Browser) -> Iterator[Page]:
    """A page whose frames can be waited for, which takes scripts; the site's own has none."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def sit(browser, live_server):
    """Sits people down at the desk, each in a browser context of their own."""
    desks: list[Desk] = []

    def take_a_seat(person, **options) -> Desk:
        desks.append(Desk(browser, live_server.url, person, **options))
        return desks[-1]

    yield take_a_seat
    for desk in desks:
        desk.context.close()
