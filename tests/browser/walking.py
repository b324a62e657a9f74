"""How a person goes from page to page, for tests that look at where she came out."""

from playwright.sync_api import Locator


def follow(link: Locator, *, key: str = "") -> None:
    """Click a link or a button, or press ``key`` on it, and wait for what it leads to.

    Playwright itself waits only until the answer begins: what is counted then is the part of
    the new page that has come, on a slow machine none of it.
    """
    with link.page.expect_navigation():
        if key:
            link.press(key)
        else:
            link.click()
