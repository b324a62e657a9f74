"""Whether the site on this machine answers, asked as its own proxy would ask."""

import http.client
from collections.abc import Mapping
from urllib.parse import urlsplit

from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.valkey import LOOPBACK

PATIENCE = 5.0  # seconds
OK = 200


def probe(environ: Mapping[str, str], *, port: int) -> None:
    """Ask `/healthz` by the name in SITE_URL, since others are refused. Raises ServerError."""
    name = urlsplit(environ.get("SITE_URL", "")).netloc or f"{LOOPBACK}:{port}"
    link = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
    try:
        link.request("GET", "/healthz", headers={"Host": name})
        status = link.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise ServerError(f"Nothing answers on port {port}: {error}.") from None
    finally:
        link.close()
    if status != OK:
        raise ServerError(f"The site on port {port} answers with status {status}.")
