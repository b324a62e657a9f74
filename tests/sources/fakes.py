"""What stands in for the web in tests of what is done with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sources.fetching import Fetched

BODY = (
    "The ministry said on Monday that 70 attackers were killed near the border. Villages were "
    "evacuated overnight and the roads to the north stayed closed until the evening, a governor "
    "said. Nobody could say how many people had left their homes, or when they might return."
)


def html(body: str = BODY, *, title: str = "A raid", head: str = "") -> bytes:
    """A page with one article."""
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1><p>{body}</p></article></body></html>"
    ).encode()


def fetched(content: bytes = b"", **fields: Any) -> Fetched:
    """What a fetch brings back."""
    values: dict[str, Any] = {
        "url": "https://outlet.example/1",
        "final_url": "https://outlet.example/1",
        "status": 200,
        "headers": {},
        "content": content,
        "media_type": "text/html",
        "charset": "utf-8",
        "etag": "",
        "last_modified": "",
        "not_modified": False,
        "redirects": (),
    }
    return Fetched(**values | fields)


@dataclass
class Web:
    """Answers each fetch with the next of ``answers``, an exception included; keeps what was asked."""

    answers: list[Fetched | Exception]
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._left: Iterator[Any] = iter(self.answers)

    def __call__(self, url: str, **options: Any) -> Fetched:
        self.asked.append((url, options))
        answer: Fetched | Exception = next(self._left)
        if isinstance(answer, Exception):
            raise answer
        return answer


def page(body: str = BODY, **fields: Any) -> Fetched:
    """A page brought back."""
    title = fields.pop("title", "A raid")
    head = fields.pop("head", "")
    return fetched(html(body, title=title, head=head), **fields)
