"""The one way to the web. Every byte that comes back is hostile until shown otherwise.

``fetch`` is for everything: articles, feeds, robots.txt. It looks up each name once, judges
every address, connects to the judged address itself, checks every redirect anew, and holds one
deadline over all of it. It knows no proxy, cookie or password.

requests-hardened keeps the list of ranges (see ``sources.addresses``). Its session is not used:
it bounds each read but not their sum, reads heads and bodies of any length, unpacks without
limit and looks up a name again for its own check.
"""

from dataclasses import dataclass, replace
from functools import partial
from http.client import HTTPResponse

from sources.addresses import Address, Resolve, literal, look_up, may_be_asked, system_addresses
from sources.fetching.answers import (
    NOT_MODIFIED,
    REDIRECTS,
    check_status,
    header,
    kept_headers,
    media_type,
    retry_after,
)
from sources.fetching.bodies import ACCEPTED, read_body
from sources.fetching.exchange import exchange
from sources.fetching.policy import (
    Accept,
    Deadline,
    Fetched,
    FetchError,
    FetchFailed,
    FetchPolicy,
    FetchRefused,
    HostTurns,
    ProcessTurns,
    Reason,
)
from sources.fetching.targets import Target, parse_target, redirected
from sources.robots import (
    ALLOW_ALL,
    KEEP_S,
    MAX_BYTES,
    Permission,
    RememberedRobots,
    RobotsCache,
    permission,
)

__all__ = [
    "Accept",
    "FetchError",
    "FetchFailed",
    "FetchPolicy",
    "FetchRefused",
    "Fetched",
    "HostTurns",
    "ProcessTurns",
    "Reason",
    "RememberedRobots",
    "RobotsCache",
    "fetch",
    "retry_after",
]

ACCEPT_HEADERS = {
    Accept.PAGE: "text/html,application/xhtml+xml,text/plain;q=0.8",
    Accept.FEED: "application/rss+xml,application/atom+xml,application/feed+json,"
    "application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8",
    Accept.ROBOTS: "text/plain",
}
IN_THIS_PROCESS = ProcessTurns()


@dataclass(frozen=True, slots=True)
class _Trip:
    """All that stays the same on the way from the first address to the last."""

    policy: FetchPolicy
    deadline: Deadline
    robots: RobotsCache
    turns: HostTurns
    resolve: Resolve
    etag: str = ""
    last_modified: str = ""


def fetch(
    url: str,
    *,
    policy: FetchPolicy,
    accept: Accept = Accept.PAGE,
    etag: str = "",
    last_modified: str = "",
    robots: RobotsCache | None = None,
    turns: HostTurns = IN_THIS_PROCESS,
    resolve: Resolve = system_addresses,
) -> Fetched:
    """Fetch one document, or say in a code and in words why not.

    ``etag`` and ``last_modified`` are those of the copy one has; when it still holds, the
    answer is ``not_modified`` and empty. Without ``robots`` the site's rules are asked for each
    time. ``turns`` sees to one request a host; the default knows this process only.

    Raises FetchRefused (final) or FetchFailed (worth another try), and nothing else.
    """
    cache = RememberedRobots() if robots is None else robots
    deadline = Deadline.after(policy.deadline_s)
    trip = _Trip(policy, deadline, cache, turns, resolve, etag, last_modified)
    return _follow(trip, parse_target(url), accept, first=url)


def _follow(trip: _Trip, target: Target, accept: Accept, *, first: str) -> Fetched:
    """Ask, and follow redirects, each judged like a first address."""
    seen = [target.url]
    while True:
        allowed = Permission(allowed=True)
        if accept is not Accept.ROBOTS:
            allowed = _permission(trip, target)
        result = _ask(trip, target, accept)
        if isinstance(result, Fetched):
            way = tuple(seen[1:])
            return replace(result, url=first, redirects=way, crawl_delay_s=allowed.crawl_delay_s)
        if result.url in seen:
            raise FetchRefused(Reason.REDIRECT_LOOP, "The address leads back to itself.")
        if len(seen) > trip.policy.max_redirects:
            raise FetchRefused(Reason.TOO_MANY_REDIRECTS, "The address redirects too many times.")
        seen.append(result.url)
        target = result


def _permission(trip: _Trip, target: Target) -> Permission:
    """What the site allows us; raises FetchRefused when that is not this page."""
    rules = trip.robots.get(target.origin)
    if rules is None:
        rules = _robots_rules(trip, target)
        trip.robots.put(target.origin, rules, seconds=KEEP_S)
    allowed = permission(rules, target.url, robot=trip.policy.robot)
    if not allowed.allowed:
        raise FetchRefused(Reason.ROBOTS, "The site's robots.txt asks robots not to fetch this.")
    return allowed


def _robots_rules(trip: _Trip, target: Target) -> str:
    """The text of the site's robots.txt; nothing when it has none (RFC 9309, section 2.3.1).

    A site that fails to answer is not asked for the page either: the failure goes out. A
    refusal does not: should it be for the site's address, the page has the same one.
    """
    short = replace(trip.policy, max_body_bytes=MAX_BYTES)
    plain = replace(trip, policy=short, etag="", last_modified="")
    rules = replace(target, path="/robots.txt")
    try:
        found = _follow(plain, rules, Accept.ROBOTS, first=rules.url)
    except FetchRefused:
        return ALLOW_ALL
    return found.content.decode("utf-8-sig", "replace").replace("\0", "")


def _ask(trip: _Trip, target: Target, accept: Accept) -> "Fetched | Target":
    """One request in the host's turn: the document, or where it has gone."""
    addresses = _addresses(trip, target)
    ask = partial(exchange, target, addresses, _headers(trip, accept), deadline=trip.deadline)
    with (
        trip.turns.turn(target.host, wait_s=trip.deadline.left()),
        ask(max_header_bytes=trip.policy.max_header_bytes) as response,
    ):
        if response.status in REDIRECTS:
            return _next(target, response)
        return _read(trip, target, accept, response)


def _addresses(trip: _Trip, target: Target) -> list[Address]:
    """Where the host is; raises FetchRefused unless every one of its addresses may be asked."""
    try:
        address = literal(target.host)
        found = [address] if address else _looked_up(trip, target)
    except ValueError:
        found = []
    allowed = trip.policy.allow_hosts
    if found and all(may_be_asked(one, target.port, allowed) for one in found):
        return found
    words = "The address leads to a network that is not public."
    raise FetchRefused(Reason.PRIVATE_ADDRESS, words)


def _looked_up(trip: _Trip, target: Target) -> list[Address]:
    seconds = trip.deadline.left()
    try:
        return look_up(target.host, target.port, seconds=seconds, resolve=trip.resolve)
    except OSError:
        raise FetchFailed(Reason.DNS, "The name of the server is not known.") from None


def _headers(trip: _Trip, accept: Accept) -> dict[str, str]:
    headers = {
        "User-Agent": trip.policy.user_agent,
        "Accept": ACCEPT_HEADERS[accept],
        "Accept-Encoding": ACCEPTED,
        "If-None-Match": trip.etag,
        "If-Modified-Since": trip.last_modified,
    }
    return {name: value for name, value in headers.items() if value}


def _next(target: Target, response: HTTPResponse) -> Target:
    location = header(response, "Location")
    if not location:
        raise FetchRefused(Reason.BAD_REDIRECT, "The server redirects without saying where to.")
    return redirected(target, location)


def _read(trip: _Trip, target: Target, accept: Accept, response: HTTPResponse) -> Fetched:
    conditional = bool(trip.etag or trip.last_modified)
    check_status(response, conditional=conditional)
    unchanged = response.status == NOT_MODIFIED
    kind, charset = ("", "") if unchanged else media_type(response, accept)
    cut = accept is Accept.ROBOTS
    return Fetched(
        url=target.url,
        final_url=target.url,
        status=response.status,
        headers=kept_headers(response),
        content=b"" if unchanged else read_body(response, policy=trip.policy, cut=cut),
        media_type=kind,
        charset=charset,
        etag=header(response, "ETag") or (trip.etag if unchanged else ""),
        last_modified=header(response, "Last-Modified")
        or (trip.last_modified if unchanged else ""),
        not_modified=unchanged,
        redirects=(),
    )
