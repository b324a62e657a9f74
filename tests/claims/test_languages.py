"""Articles in several languages about one event: from the file to claims that contradict."""

from io import StringIO

import pytest
from celery import current_app
from django.core.management import call_command

from claims.models import Claim, Contradiction, Reading
from events.models import ActorName
from tests.factories import make_actor, make_event

pytestmark = pytest.mark.django_db(transaction=True)

UKRAINIAN = (
    "Обстріл містечка на півночі\n\n"
    "Унаслідок обстрілу містечка загинули щонайменше сорок цивільних, повідомила у вівторок "
    "ДСНС. Рятувальники продовжують розбирати завали, а людей вивозять до сусідніх сіл.\n\n"
    "За словами голови громади Марка Лиса, у місті немає води та світла.\n"
)
RUSSIAN = (
    "Обстрел города на севере\n\n"
    "МЧС России утверждает, что погибли пятеро мирных жителей. Никто из военных в ведомстве "
    "пострадавших не называл, а спасатели продолжают разбирать завалы в городе.\n\n"
    "Местные жители рассказывают, что в городе нет воды и света уже вторые сутки.\n"
)
POLISH = "Rząd podał, że w ataku na miasto zginęło pięć osób i że nie jest to koniec. " * 4


@pytest.fixture(autouse=True)
def _not_eager():
    """The command may make this process work its own tasks; the next test starts afresh."""
    yield
    current_app.conf.task_always_eager = False


def named(name: str, **other: str) -> None:
    """An actor with names in other languages."""
    actor = make_actor(name)
    for language, text in other.items():
        ActorName.objects.create(actor=actor, text=text, kind="alias", language=language)


def test_articles_in_other_languages_are_read_and_one_that_cannot_be_is_said_so(tmp_path):
    event = make_event(slug="shelling")
    named("State Emergency Service", uk="ДСНС")
    named("Emergencies Ministry", ru="МЧС России")
    texts = {"uk.txt": UKRAINIAN, "ru.txt": RUSSIAN, "pl.txt": POLISH}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    paths = [str(tmp_path / name) for name in texts]
    call_command("ingest", *paths, "--event", "shelling", "--wait", stdout=StringIO())

    counted = Claim.objects.filter(event=event, topic="casualties").order_by("count_low")
    assert [(c.claimant.name, c.count_low, c.question.text) for c in counted] == [
        ("Emergencies Ministry", 5, "How many civilians were killed?"),
        ("State Emergency Service", 40, "How many civilians were killed?"),
    ]
    assert [pair.kind for pair in Contradiction.objects.all()] == ["count"]
    for claim in Claim.objects.filter(event=event):
        for quote in claim.quotes.all():
            assert quote.version.text[quote.start : quote.end] == quote.exact
    left = Reading.objects.get(version__language="pl")
    assert (left.state, left.reason) == ("skipped", "language")
