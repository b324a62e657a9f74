"""The pages of the demonstration site: what a publisher wraps around an article, too."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from html import escape
from string import Template

from claims_tracker.demo.library import FOLDER, NOTE, DemoArticle, DemoOutlet

FEED_TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


def article_page(article: DemoArticle, shown: Iterable[DemoArticle], base_url: str) -> str:
    """The article's page as HTML, in its outlet's layout, with links to others that are shown."""
    outlet = article.outlet
    others = [other for other in shown if other.outlet == outlet and other.key != article.key]
    text = {
        "language": article.language,
        "title": article.title,
        "outlet": outlet.name,
        "about": outlet.about,
        "owner": outlet.owner,
        "summary": article.summary,
        "byline": article.byline,
        "section": article.section,
        "url": base_url + article.path,
        "home_url": f"{base_url}/{outlet.slug}/",
        "feed_url": base_url + outlet.feed_path,
        "feed_type": FEED_TYPES[outlet.feed],
        "published": article.published.isoformat(),
        "changed": article.changed.isoformat(),
        "published_words": _in_words(article.published),
        "updated_words": f" (updated {_in_words(article.updated)})" if article.updated else "",
        "sections_line": " | ".join(outlet.sections),
        "note": NOTE,
    }
    ready = {
        "body": "\n".join(_block(block) for block in article.blocks),
        "sections": "".join(f"<li>{escape(name)}</li>" for name in outlet.sections),
        "related": links(_related_first(article, others), base_url),
        "linked_data": _linked_data(article, base_url),
    }
    values = {name: escape(value) for name, value in text.items()} | ready
    return _template(outlet.layout).substitute(values)


def front_page(
    title: str, about: str, shown: Iterable[DemoArticle], base_url: str, feed: DemoOutlet | None
) -> str:
    """A page that lists articles: an outlet's front page, or the whole site's."""
    alternate = (
        f'<link rel="alternate" type="{FEED_TYPES[feed.feed]}" href="{base_url}{feed.feed_path}">'
        if feed
        else ""
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>{alternate}</head>\n"
        f"<body><h1>{escape(title)}</h1><p>{escape(about)}</p>"
        f"<ul>{links(shown, base_url)}</ul><p>{escape(NOTE)}</p></body></html>\n"
    )


def links(articles: Iterable[DemoArticle], base_url: str) -> str:
    """List items that link to these articles."""
    return "".join(
        f'<li><a href="{escape(base_url + a.path)}">{escape(a.title)}</a></li>' for a in articles
    )


def _related_first(article: DemoArticle, others: list[DemoArticle]) -> list[DemoArticle]:
    return sorted(others, key=lambda other: other.slug != article.related)


def _block(block: str) -> str:
    if block.startswith("## "):
        return f"<h2>{escape(block.removeprefix('## '), quote=False)}</h2>"
    return f"<p>{escape(block, quote=False)}</p>"


def _in_words(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def _linked_data(article: DemoArticle, base_url: str) -> str:
    """schema.org data for a script element, where "</" would end the element early."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "url": base_url + article.path,
        "datePublished": article.published.isoformat(),
        "dateModified": article.changed.isoformat(),
        "author": {"@type": "Person", "name": article.byline},
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet.name},
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _template(layout: str) -> Template:
    return Template((FOLDER / f"{layout}.template").read_text(encoding="utf-8"))
