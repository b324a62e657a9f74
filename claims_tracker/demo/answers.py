"""What the demonstration site answers: a body and its validators for each path, and 304."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from claims_tracker.demo import feeds, pages
from claims_tracker.demo.library import NOTE, DemoArticle, articles, outlets

ROBOTS = "User-agent: *\nDisallow: /search\nDisallow: /account/\n"
PAGE = "text/html; charset=utf-8"
TITLE = "Demonstration publishers"


@dataclass(frozen=True, slots=True)
class Answer:
    """One resource as it stands. ``modified`` is aware."""

    body: bytes
    media_type: str
    modified: datetime

    @property
    def etag(self) -> str:
        """A strong validator: it changes with the body alone."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'

    @property
    def last_modified(self) -> str:
        """``modified`` as an HTTP date."""
        return format_datetime(self.modified.astimezone(UTC), usegmt=True)

    def is_known(self, *, none_match: str, modified_since: str) -> bool:
        """Whether the client has this very state, so that 304 will do (RFC 9110, section 13).

        Both are the request's headers, "" where it has none; the first one counts more.
        """
        if none_match:
            known = {tag.strip().removeprefix("W/") for tag in none_match.split(",")}
            return bool(known & {self.etag, "*"})
        return _is_since(modified_since, self.modified)


def site(edition: int, base_url: str) -> dict[str, Answer]:
    """Every path of the demonstration site at that edition, with what it answers."""
    shown = articles(edition)
    newest = max(article.changed for article in shown)
    everything = pages.front_page(TITLE, NOTE, shown, base_url, None)
    found = {
        "/": _answer(everything, PAGE, newest),
        "/robots.txt": _answer(ROBOTS, "text/plain; charset=utf-8", newest),
    }
    for article in shown:
        page = pages.article_page(article, shown, base_url)
        found[article.path] = _answer(page, PAGE, article.changed)
    return found | _outlets(shown, base_url)


def _outlets(shown: Sequence[DemoArticle], base_url: str) -> dict[str, Answer]:
    found = {}
    for outlet in outlets():
        own = [article for article in shown if article.outlet == outlet]
        newest = max(article.changed for article in own)
        front = pages.front_page(outlet.name, outlet.about, own, base_url, outlet)
        found[f"/{outlet.slug}/"] = _answer(front, PAGE, newest)
        media_type = f"{pages.FEED_TYPES[outlet.feed]}; charset=utf-8"
        found[outlet.feed_path] = _answer(feeds.feed(outlet, own, base_url), media_type, newest)
    return found


def _answer(text: str, media_type: str, modified: datetime) -> Answer:
    return Answer(text.encode(), media_type, modified)


def _is_since(header: str, modified: datetime) -> bool:
    try:
        since = parsedate_to_datetime(header)
    except ValueError:
        return False
    return modified.replace(microsecond=0) <= since.replace(tzinfo=since.tzinfo or UTC)
