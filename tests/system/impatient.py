"""Celery with short leases and a quick clock, so that a test need not wait as long as a newsroom."""

import os
import sys
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claims_tracker.settings")

from celery.__main__ import main

from claims_tracker.celery import app
from sources import leases

leases.LEASE = timedelta(seconds=6)
leases.SENT_FOR = timedelta(seconds=3)
leases.FIRST_WAIT = timedelta(seconds=1)
for entry in app.conf.beat_schedule.values():
    entry["schedule"] = min(entry["schedule"], 2.0)

if __name__ == "__main__":
    sys.exit(main())
