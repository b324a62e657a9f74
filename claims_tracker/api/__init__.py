"""The REST API under /api/v1/: open to read, one token to write."""
