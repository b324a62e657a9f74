"""A small directory, and short ways to read a text in a test."""

from datetime import UTC, datetime
from typing import Any

from claims.reading import read_article
from claims.values import ArticleText, Count, Read, ReadClaim
from events.directory import Directory, parse

PUBLISHED = datetime(2024, 6, 7, 12, 0, tzinfo=UTC)  # a Friday


def _state(key: str, name: str, capital: str, demonym: str) -> dict[str, object]:
    names = [{"text": capital, "kind": "metonym"}, {"text": demonym, "kind": "demonym"}]
    return {"key": key, "name": name, "kind": "state", "names": names}


def _body(key: str, name: str, kind: str, parent: str | None, *aliases: str) -> dict[str, object]:
    names = [{"text": alias, "kind": "alias"} for alias in aliases]
    return {"key": key, "name": name, "kind": kind, "parent": parent, "names": names}


def small_directory() -> Directory:
    """Two states with a ministry each, an armed group, a union."""
    return parse(
        [
            _state("norland", "Norland", "Nortown", "Norish"),
            _state("suland", "Suland", "Sutown", "Sulish"),
            _body(
                "norland-ministry-of-defence",
                "Norish Ministry of Defence",
                "ministry",
                "norland",
                "Norland's defence ministry",
            ),
            _body(
                "norland-government",
                "Norish government",
                "government",
                "norland",
                "Norish officials",
                "Norland's government",
            ),
            _body("free-suland-army", "Free Suland Army", "armed_group", None, "FSA"),
            _body("world-union", "World Union", "international_body", None, "WU"),
        ]
    )


DIRECTORY = small_directory()


def read(text: str, *, title: str = "", directory: Directory = DIRECTORY) -> Read:
    """Read a text as an article of 7 June 2024."""
    return read_article(ArticleText(text, title=title, published=PUBLISHED), directory)


def claims(text: str, **options: Any) -> tuple[ReadClaim, ...]:
    """The claims of a text."""
    return read(text, **options).claims


def attributed(text: str, **options: Any) -> list[ReadClaim]:
    """The claims of a text that have a claimant, without what it says in its own words."""
    return [claim for claim in claims(text, **options) if claim.claimant is not None]


def only_claim(text: str, **options: Any) -> ReadClaim:
    """The one claim of a text."""
    found = claims(text, **options)
    assert len(found) == 1, [(c.statement, c.rule) for c in found]
    return found[0]


def who(claim: ReadClaim) -> str | None:
    """The claimant's name."""
    return claim.claimant.name if claim.claimant else None


def key_of(claim: ReadClaim) -> str:
    """The key of the claim's question, "" when it has none."""
    return claim.question.key if claim.question else ""


def count_of(claim: ReadClaim) -> Count:
    """The claim's count."""
    assert claim.answer.count is not None
    return claim.answer.count
