"""The door to `claims_tracker.doctor`."""

import json
import time
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from claims_tracker.doctor import CHECKS, Finding, State, examine

AGAIN_AFTER = 1.0  # seconds between two looks while waiting


class Command(BaseCommand):
    """Print what is well and what is not."""

    help = "Check settings, services, migrations, worker, beat and storage, and say what to do."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which checks, how long, and for whom."""
        parser.add_argument("--only", action="append", choices=sorted(CHECKS), help="this check")
        parser.add_argument(
            "--wait", type=int, default=0, metavar="SECONDS", help="look again until all is well"
        )
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *, only: list[str] | None, wait: int, **options: Any) -> None:
        """Exit status 1 when something is broken."""
        findings = self._look(only or list(CHECKS), time.monotonic() + wait)
        if options["json"]:
            self.stdout.write(json.dumps([asdict(finding) for finding in findings], indent=1))
        else:
            for finding in findings:
                self._tell(finding)
        if any(finding.state == State.BROKEN for finding in findings):
            raise SystemExit(1)

    def _look(self, names: list[str], deadline: float) -> list[Finding]:
        """The findings, the last ones where they were waited for."""
        while True:
            findings = examine(names)
            broken = [finding for finding in findings if finding.state == State.BROKEN]
            if not broken or time.monotonic() >= deadline:
                return findings
            self.stderr.write(f"waiting for {broken[0].check}: {broken[0].says}")
            time.sleep(AGAIN_AFTER)

    def _tell(self, finding: Finding) -> None:
        style = {
            State.OK: self.style.SUCCESS,
            State.WARNING: self.style.WARNING,
            State.BROKEN: self.style.ERROR,
        }[finding.state]
        self.stdout.write(f"{style(f'{finding.state:<8}')} {finding.check:<11} {finding.says}")
        if finding.do:
            self.stdout.write(f"{'':<20} {finding.do}")
