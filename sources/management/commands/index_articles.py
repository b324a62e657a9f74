"""`manage.py index_articles`: let texts stored by an older version be found for events."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from sources.old_texts import analyse, give_terms, without_terms


class Command(BaseCommand):
    """Give terms to the versions that have none. Stop it and run it again at any time."""

    help = "Index texts stored before there was an index of their words; run once after upgrading."

    def handle(self, *_: Any, **_options: Any) -> None:
        """Go through them with a progress bar, and say how many there were."""
        done = 0
        waiting = without_terms().count()
        with tqdm(total=waiting, unit=" texts", disable=None, leave=False) as bar:
            for number in give_terms():
                bar.update(number)
                done += number
        if done:
            analyse()
        self.stdout.write(f"Texts indexed: {done}.")
