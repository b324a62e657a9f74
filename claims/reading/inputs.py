"""Articles from files: plain texts, pages, and rows of articles."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from claims.values import ArticleText
from sources.extraction import extract
from sources.languages import language_of
from sources.refusals import ExtractionRefused

ROWS = ".jsonl"
PAGES = frozenset({".html", ".htm"})
TEXTS = frozenset({".txt"})
LARGEST = 64 * 1024 * 1024
# Below this a language is guessed from too little; the text is read as English.
ENOUGH_TO_TELL = 200
BY_ALPHABET = frozenset({"uk", "ru"})  # a sentence shows these


class InputError(Exception):
    """A file that cannot be read as articles; the message is one line for people."""


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """An article and its name in the output; ``extracted`` when its text is not the file's."""

    id: str
    article: ArticleText
    extracted: bool = False


def load(path: Path) -> Iterator[NamedArticle]:
    """The articles of a file, by its ending. Raises InputError."""
    kind = path.suffix.lower()
    if kind not in PAGES | TEXTS | {ROWS}:
        raise InputError(f"{path}: only .txt, .html and .jsonl files can be read.")
    content = _content(path)
    if kind == ROWS:
        yield from _rows(path, _decoded(path, content))
    elif kind in PAGES:
        yield _page(path, content)
    else:
        yield _plain(path, _decoded(path, content))


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path}: larger than {LARGEST // 1024**2} MiB.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raise InputError(f"{path}: {reason}.") from None


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}.") from None


def _plain(path: Path, text: str) -> NamedArticle:
    if not text.strip():
        raise InputError(f"{path}: the file has no text.")
    return NamedArticle(path.name, ArticleText(text, language=_language(text)))


def _page(path: Path, content: bytes) -> NamedArticle:
    try:
        found = extract(content, url="", media_type="text/html")
    except ExtractionRefused as error:
        raise InputError(f"{path}: {error}") from None
    published = found.published.earliest
    article = ArticleText(
        found.text,
        title=found.title,
        language=found.language or "en",
        published=published,
        outlet=found.outlet_name,
    )
    return NamedArticle(path.name, article, extracted=True)


def _language(text: str) -> str:
    found = language_of(text)
    return found if len(text) >= ENOUGH_TO_TELL or found in BY_ALPHABET else "en"


def _rows(path: Path, text: str) -> Iterator[NamedArticle]:
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        named = _row(f"{path}, line {number}", line, number)
        if named.id in seen:
            raise InputError(f"{path}, line {number}: the id {named.id!r} stands there twice.")
        seen.add(named.id)
        yield named
    if not seen:
        raise InputError(f"{path}: the file has no rows.")


def _row(where: str, line: str, number: int) -> NamedArticle:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(f"{where}: not JSON.") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(f'{where}: a row is an object with a "text".')
    published = _published(where, row.get("published"))
    article = ArticleText(
        row["text"],
        title=_text(row.get("title")),
        language=_language(row["text"]),
        published=published,
        outlet=_text(row.get("outlet")),
    )
    name = row.get("id")
    return NamedArticle(str(number if name is None else name), article)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _published(where: str, value: object) -> datetime | None:
    """An ISO 8601 date or moment; without a zone it is UTC."""
    if value is None or value == "":
        return None
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise InputError(f'{where}: "published" is no ISO 8601 date: {value!r}.') from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
