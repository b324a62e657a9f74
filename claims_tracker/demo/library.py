"""The demonstration articles and their invented outlets, as they lie in ``articles/``.

An article is a text file: lines of ``name: value``, an empty line, then paragraphs with an empty
line between them ("## " before a subheading). A later edition of the same page is a file of its
own, numbered: ``slug.2.txt``.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "articles"
NOTE = (
    "Disclaimer: a demonstration text of an invented outlet, about public facts. "
    "Persons named here who hold no public office are invented too."
)
FIRST, LAST = 1, 2
SUMMARY = 240


@dataclass(frozen=True, slots=True)
class DemoOutlet:
    """An invented outlet. ``reliability`` is the letter the demo's editors grade it with."""

    slug: str
    name: str
    domain: str
    country: str
    language: str
    owner: str
    state_linked: bool
    reliability: str
    about: str
    feed: str
    layout: str
    sections: tuple[str, ...] = field(default=())

    @property
    def feed_path(self) -> str:
        """Where on the demonstration site its feed is: an RSS, Atom or JSON feed."""
        name = {"rss": "rss.xml", "atom": "atom.xml", "json": "feed.json"}[self.feed]
        return f"/{self.slug}/{name}"


@dataclass(frozen=True, slots=True)
class DemoArticle:
    """One edition of one article.

    ``event`` is the slug of the event it reports, ``copy_of`` the key of the agency's article
    it was taken from, ``related`` the slug of an article of the same outlet.
    """

    outlet: DemoOutlet
    slug: str
    edition: int
    title: str
    byline: str
    published: datetime
    updated: datetime | None
    section: str
    event: str
    language: str
    blocks: tuple[str, ...]
    copy_of: str = ""
    related: str = ""

    @property
    def key(self) -> str:
        """Outlet and slug, as ``copy_of`` names the article that was copied."""
        return f"{self.outlet.slug}/{self.slug}"

    @property
    def path(self) -> str:
        """Where on the demonstration site it is."""
        return f"/{self.outlet.slug}/{self.published:%Y/%m/%d}/{self.slug}.html"

    @property
    def changed(self) -> datetime:
        """When this edition came out; aware, in the outlet's own time."""
        return self.updated or self.published

    @property
    def summary(self) -> str:
        """The beginning of the first paragraph, for feeds."""
        first = next(block for block in self.blocks if not block.startswith("## "))
        return first if len(first) <= SUMMARY else first[:SUMMARY].rsplit(" ", 1)[0] + " ..."


@cache
def outlets() -> tuple[DemoOutlet, ...]:
    """The invented outlets."""
    rows = json.loads((FOLDER / "outlets.json").read_text(encoding="utf-8"))
    return tuple(DemoOutlet(**{**row, "sections": tuple(row["sections"])}) for row in rows)


def articles(edition: int = LAST) -> tuple[DemoArticle, ...]:
    """What the outlets show at that edition, newest publication first.

    At an edition, each page shows its own latest one that is not later.
    """
    shown: dict[str, DemoArticle] = {}
    for article in _all():
        if article.edition <= edition:
            shown[article.key] = article
    return tuple(sorted(shown.values(), key=lambda a: (a.published, a.key), reverse=True))


@cache
def _all() -> tuple[DemoArticle, ...]:
    """Every edition of every article, the editions of a page in order."""
    read = [_read(outlet, path) for outlet in outlets() for path in _files(outlet)]
    return tuple(sorted(read, key=lambda article: (article.key, article.edition)))


def _files(outlet: DemoOutlet) -> list[Path]:
    return sorted((FOLDER / outlet.slug).glob("*.txt"))


def _read(outlet: DemoOutlet, path: Path) -> DemoArticle:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    named = dict(line.split(": ", 1) for line in head.splitlines())
    slug, _, edition = path.stem.partition(".")
    return DemoArticle(
        outlet=outlet,
        slug=slug,
        edition=int(edition or FIRST),
        title=named["title"],
        byline=named["byline"],
        published=datetime.fromisoformat(named["published"]),
        updated=datetime.fromisoformat(named["updated"]) if "updated" in named else None,
        section=named["section"],
        event=named["event"],
        language=named.get("language", outlet.language),
        blocks=tuple(body.strip().split("\n\n")),
        copy_of=named.get("copy_of", ""),
        related=named.get("related", ""),
    )
