"""The one address under which an article is kept."""

import re
from urllib.parse import urljoin

from tld import get_fld

from sources.fetching import FetchRefused
from sources.fetching.targets import Target, parse_target

# Parameters that say how a reader came, never what is read. A narrow list on purpose: one
# parameter too many would make two articles one, one too few only fetches an article twice.
TRACKING = re.compile(
    r"(utm|mtm|pk|piwik|itm|hsa|vero|oly|mkt|at)_\w+|_hs\w+|_ga|_gl|ns_(mchannel|source|campaign)"
    r"|(fb|g|dc|y|tw|ms|ysc|tt|li_fat_)(clid|clkid|id(?<=li_fat_id))|gclsrc|wbraid|gbraid"
    r"|igshid?|mc_[ce]id|ref_src|xtor|s_cid|ocid|cmpid|CMP|smid|spm|sr_share|__twitter_impression",
    re.IGNORECASE,
)


def canonical_url(url: str, *, declared: str = "") -> str:
    """The address without tracking, as the page declares it if it may.

    A page may name another address of its own site (``<link rel="canonical">``); another
    site's is not taken, since it would let a page pass for somebody else's, and neither is a
    front page, which many sites declare by mistake for all of theirs. Raises FetchRefused
    when ``url`` itself is no web address.
    """
    own = parse_target(url)
    named = _declared(own, declared)
    return without_tracking(named or own)


def without_tracking(target: Target) -> str:
    """The address without fragment and tracking parameters; the others keep their order."""
    path, _, query = target.path.partition("?")
    kept = [part for part in query.split("&") if part and not _tracks(part)]
    return target.origin + path + ("?" + "&".join(kept) if kept else "")


def site_of(host: str) -> str:
    """The registered domain that a host belongs to; the host without "www." when there is none."""
    name = get_fld(f"http://{host}", fail_silently=True) if ":" not in host else None
    return name or host.removeprefix("www.")


def _declared(own: Target, declared: str) -> Target | None:
    try:
        named = parse_target(urljoin(own.url, declared.strip())) if declared.strip() else None
    except (FetchRefused, ValueError):
        return None
    if named is None or site_of(named.host) != site_of(own.host):
        return None
    same_door = named.port == own.port or {named.port, own.port} == {80, 443}
    is_front = named.path == "/" and own.path != "/"
    return named if same_door and not is_front else None


def _tracks(part: str) -> bool:
    return TRACKING.fullmatch(part.partition("=")[0]) is not None
