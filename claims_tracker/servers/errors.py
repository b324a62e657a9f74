"""What can go wrong around the servers, in one line an operator can act on."""

import errno


class ServerError(Exception):
    """A server cannot be started or found; the text is the one line to show."""


REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "permission denied",
    errno.EPERM: "not permitted",
}


def in_words(error: OSError) -> str:
    """One line for a failed file operation: what, and on which file."""
    reason = REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        reason += ": free some space"
    return f"{error.filename}: {reason}" if error.filename else reason
