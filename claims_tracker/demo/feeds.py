"""The outlets' feeds: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1."""

import json
from collections.abc import Sequence
from email.utils import format_datetime
from html import escape

from claims_tracker.demo.library import DemoArticle, DemoOutlet


def feed(outlet: DemoOutlet, shown: Sequence[DemoArticle], base_url: str) -> str:
    """The outlet's feed of these articles, in the outlet's own format."""
    write = {"rss": _rss, "atom": _atom, "json": _json}[outlet.feed]
    return write(outlet, shown, base_url)


def _rss(outlet: DemoOutlet, shown: Sequence[DemoArticle], base_url: str) -> str:
    items = "".join(
        "<item>"
        f"<title>{escape(article.title)}</title>"
        f"<link>{base_url}{article.path}</link>"
        f'<guid isPermaLink="true">{base_url}{article.path}</guid>'
        f"<pubDate>{format_datetime(article.published)}</pubDate>"
        f"<category>{escape(article.section)}</category>"
        f"<description>{escape(article.summary)}</description>"
        "</item>\n"
        for article in shown
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<rss version="2.0"><channel><title>{escape(outlet.name)}</title>'
        f"<link>{base_url}/{outlet.slug}/</link>"
        f"<description>{escape(outlet.about)}</description>"
        f"<language>{outlet.language}</language>\n{items}</channel></rss>\n"
    )


def _atom(outlet: DemoOutlet, shown: Sequence[DemoArticle], base_url: str) -> str:
    entries = "".join(
        f'<entry xml:lang="{article.language}">'
        f"<title>{escape(article.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{base_url}{article.path}"/>'
        f"<id>{_tag(article)}</id>"
        f"<published>{article.published.isoformat()}</published>"
        f"<updated>{article.changed.isoformat()}</updated>"
        f"<author><name>{escape(article.byline)}</name></author>"
        f"<summary>{escape(article.summary)}</summary>"
        "</entry>\n"
        for article in shown
    )
    newest = max(article.changed for article in shown)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{outlet.language}">'
        f"<title>{escape(outlet.name)}</title>"
        f"<id>tag:{outlet.domain},2023:feed</id>"
        f'<link rel="self" href="{base_url}{outlet.feed_path}"/>'
        f"<updated>{newest.isoformat()}</updated>\n{entries}</feed>\n"
    )


def _json(outlet: DemoOutlet, shown: Sequence[DemoArticle], base_url: str) -> str:
    items = [
        {
            "id": _tag(article),
            "url": base_url + article.path,
            "title": article.title,
            "summary": article.summary,
            "date_published": article.published.isoformat(),
            "date_modified": article.changed.isoformat(),
            "authors": [{"name": article.byline}],
            "language": article.language,
        }
        for article in shown
    ]
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.name,
        "home_page_url": f"{base_url}/{outlet.slug}/",
        "feed_url": base_url + outlet.feed_path,
        "language": outlet.language,
        "items": items,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _tag(article: DemoArticle) -> str:
    """The entry's id, which stays when the site moves to another port (RFC 4151)."""
    return f"tag:{article.outlet.domain},{article.published:%Y-%m-%d}:{article.slug}"
