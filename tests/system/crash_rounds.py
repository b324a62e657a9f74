"""By hand: many articles, many faults, with the product's own leases. Prints what came of it.

    python -m claims_tracker.servers exec --test -- \\
        python -m tests.system.crash_rounds --articles 200 --kills 10 --wipes 2
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claims_tracker.settings")
os.environ.setdefault("DEBUG", "1")

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - needs Django set up

from events.models import Event  # noqa: E402 - needs Django set up
from tests.publisher import publishing  # noqa: E402 - needs Django set up
from tests.system import crash  # noqa: E402 - needs Django set up

ALLOWED_S = 120.0


def main() -> int:
    """Run the rounds; exit status 1 when anything was lost, doubled or late."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--wipes", type=int, default=2)
    asked = parser.parse_args()
    call_command("migrate", verbosity=0)
    Event.objects.create(slug="raid", title="The raid", place="Ruritania", began="2023-05-22")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, publishing() as publisher:
        urls = crash.publish(publisher, asked.articles)
        plain = ("-m", "celery")
        with crash.machine(Path(folder), publisher, celery=plain) as running:
            faults = [running.kill_worker] * asked.kills
            for number in range(asked.wipes):
                place = (number + 1) * len(faults) // (asked.wipes + 1)
                faults.insert(place, running.wipe_broker)
            late = crash.rounds(running, urls, faults)
    n = asked.articles
    expected = crash.expected(n)
    report = {
        "faults": dict(running.faults),
        "states": crash.states(),
        "stored": crash.tally(),
        "expected": expected,
        "doubled": crash.doubled(),
        "settled_after_last_fault_s": round(late, 1),
        "whole_run_s": round(time.monotonic() - began, 1),
    }
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    done = {"ingest done": n, "reading done": n}
    fine = report["states"] == done and report["stored"] == expected and late <= ALLOWED_S
    return 0 if fine and not report["doubled"] else 1


if __name__ == "__main__":
    sys.exit(main())
