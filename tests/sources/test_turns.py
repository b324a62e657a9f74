from contextlib import ExitStack
from threading import Event, Thread

import pytest
from django.db import connection

from sources import turns
from sources.fetching import FetchFailed, Reason
from sources.turns import SharedRobots, SharedTurns, pause

HOST = "outlet.example"


@pytest.fixture(autouse=True)
def _clean_cache():
    turns.cache.clear()


def take(host, *, wait_s=0.0):
    with SharedTurns().turn(host, wait_s=wait_s):
        return True


@pytest.mark.django_db(transaction=True)
def test_another_worker_at_the_host_has_to_be_waited_for():
    held, done = Event(), Event()

    def other_worker():
        with SharedTurns().turn(HOST, wait_s=1):
            held.set()
            done.wait(10)
        connection.close()

    thread = Thread(target=other_worker)
    thread.start()
    assert held.wait(10)
    with ExitStack() as later:
        later.callback(thread.join)
        later.callback(done.set)
        with pytest.raises(FetchFailed) as caught:
            take(HOST)
        assert caught.value.code == Reason.HOST_BUSY
        assert take("other.example")
    assert take(HOST)


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_gone_has_given_its_turn_back():
    def dying_worker():
        SharedTurns().turn(HOST, wait_s=1).__enter__()
        connection.close()

    thread = Thread(target=dying_worker)
    thread.start()
    thread.join()

    assert take(HOST, wait_s=2)


@pytest.mark.django_db
def test_a_host_that_asks_for_a_pause_gets_it():
    pause(HOST, 30)
    pause("other.example", None)

    with pytest.raises(FetchFailed):
        take(HOST)
    assert take("other.example")


def test_robots_rules_are_shared():
    origin = "https://bücher.example:8443"

    SharedRobots().put(origin, "User-agent: *", seconds=10)

    assert SharedRobots().get(origin) == "User-agent: *"
    assert SharedRobots().get("https://other.example") is None
