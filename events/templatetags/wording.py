"""How a text with changed words is written on a page."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from events.administration.wording import Run

register = template.Library()


@register.simple_tag
def words(runs: Iterable[Run], kind: str) -> SafeString:
    """The text with its changed words in ``ins`` or ``del``; "empty" where there is none."""
    found = [run for run in runs if run.text]
    if not found:
        return format_html("<i>{}</i>", "empty")
    marks = {False: "", True: kind}
    return format_html_join("", "{}{}{}", [_marked(run.text, marks[run.changed]) for run in found])


def _marked(text: str, kind: str) -> tuple[SafeString | str, str, SafeString | str]:
    if kind not in {"ins", "del"}:
        return "", text, ""
    return format_html("<{}>", kind), text, format_html("</{}>", kind)
