"""Nothing is lost or doubled when the worker, the broker or the database dies in mid-work."""

import os

import pytest

from tests.factories import make_event
from tests.publisher import publishing
from tests.system import crash

pytestmark = [
    pytest.mark.system,
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(2 * crash.WAIT_S),  # each wait within has a limit of its own
]

ARTICLES = 20
IMPATIENT = (str(crash.ROOT / "tests" / "system" / "impatient.py"),)


@pytest.mark.skipif(not os.environ.get("DATABASE_URL"), reason="needs a PostgreSQL of its own")
def test_every_article_is_stored_and_read_once_whatever_dies(tmp_path):
    make_event(slug="raid", title="The raid", place="Ruritania")

    with (
        publishing() as publisher,
        crash.machine(tmp_path, publisher, celery=IMPATIENT) as running,
    ):
        urls = crash.publish(publisher, ARTICLES)
        faults = [
            running.kill_worker,
            running.wipe_broker,
            running.kill_database_sessions,
            running.kill_worker,
        ]
        crash.rounds(running, urls, faults)

    assert crash.states() == {"ingest done": ARTICLES, "reading done": ARTICLES}
    assert crash.doubled() == []
    assert crash.tally() == crash.expected(ARTICLES)
    assert crash.tally()["Claim"] > ARTICLES
