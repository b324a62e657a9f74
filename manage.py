#!/usr/bin/env python3
"""The command line of Claims Tracker."""

import os
import sys


def main() -> int:
    """Run one management command; a wrong setting is one clear line and exit 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claims_tracker.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db.utils import OperationalError

    from claims_tracker.environment import NO_DATABASE

    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, OperationalError) as error:
        reason = str(error).strip().partition("\n")[0]
        if reason.startswith("settings.DATABASES is improperly configured"):
            reason = NO_DATABASE
        sys.stderr.write(f"claims-tracker: {reason}\n")
        return 2
    except KeyboardInterrupt:
        return 130  # as a shell has it
    return 0


if __name__ == "__main__":
    sys.exit(main())
