"""What need not stand in a log."""

import logging

PROBES = ("/healthz", "/readyz")


class NoProbes(logging.Filter):
    """Leave out the probes of health: a 503 while loading is their answer, not an error."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is about anything else."""
        said = record.getMessage() if isinstance(record.msg, str) else str(record.msg)
        return not any(probe in said for probe in PROBES)
