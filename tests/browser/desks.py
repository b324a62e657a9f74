"""A person at the desk, in a browser context of their own."""

import os
from pathlib import Path

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

SHOTS = os.environ.get("DESK_SHOTS", "")


class Desk:
    """A person at the desk, and what the browser complained of meanwhile."""

    def __init__(self, browser: Browser, site: str, person, **options) -> None:
        self.site, self.complaints = site, []
        self.context: BrowserContext = browser.new_context(reduced_motion="reduce", **options)
        if person is not None:
            client = Client()
            client.force_login(person)
            value = client.cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": site}
            self.context.add_cookies([cookie])
        self.page: Page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, said) -> None:
        if said.type in {"error", "warning"}:
            self.complaints.append(said.text)

    def open(self, address: str) -> Page:
        self.page.goto(self.site + address)
        return self.page

    def shoot(self, name: str) -> None:
        if SHOTS:
            self.page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)
