"""What the readers' templates ask for: dates in words, and the addresses of the data."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.pages.moments import Moment

API = "/api/v1"

register = template.Library()


@register.filter
def when(moment: Moment | None) -> SafeString:
    """The moment in UTC and, where it differs, in the event's own time; "date not stated"."""
    if moment is None:
        return SafeString("date not stated")
    words = utc(moment)
    if not moment.local:
        return words
    day = f", {moment.local_day}" if moment.local_day else ""
    return format_html('{} <span class="local">({} local{})</span>', words, moment.local, day)


@register.filter
def utc(moment: Moment) -> SafeString:
    """The moment in UTC alone; a ``<time>`` where HTML can say it to a machine."""
    if not moment.machine:
        return format_html("{}", moment.words)
    return format_html('<time datetime="{}">{}</time>', moment.machine, moment.words)


@register.simple_tag
def data(*parts: str) -> str:
    """The address of the same thing in the API: ``{% data "events" event.slug %}``."""
    return "/".join((API, *parts, ""))
