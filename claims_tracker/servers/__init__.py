"""The servers of `make demo` and `make test`: PostgreSQL and Valkey, started and stopped with us.

Nothing here imports Django, so that settings may ask `running_demo` before anything is set up.
"""

from claims_tracker.servers.state import running_demo

__all__ = ["running_demo"]
