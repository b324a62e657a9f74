"""Failed file operations in words."""

import errno

import pytest

from claims_tracker.servers.errors import in_words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            OSError(errno.ENOSPC, "No space", "/data/x"),
            "/data/x: the disk is full: free some space",
        ),
        (OSError(errno.EROFS, "Read-only", "/data"), "/data: the disk is read-only"),
        (PermissionError(errno.EACCES, "Denied", "/data"), "/data: permission denied"),
        (OSError(errno.EIO, "Input/output error", "/data"), "/data: input/output error"),
        (OSError("no number"), "no number"),
    ],
)
def test_a_failure_is_one_line_with_its_file(error, words):
    assert in_words(error) == words
