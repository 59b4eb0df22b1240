"""Rebuilding: in portions that hold nobody up, with a line that says how far it is."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper
from django.db import connection
from django.test.utils import CaptureQueriesContext

from graphql_api.documents import refresh, verification
from graphql_api.documents.identity import source_of
from graphql_api.documents.models import Document
from graphql_api.management.progress import Progress
from tests.documents.conftest import differences, document_of
from tests.factories import ContactPointFactory, StageFactory, VisionFactory


@pytest.fixture
def stages(programme):
    vision = VisionFactory(parent=programme)
    return [StageFactory(parent=vision) for _ in range(6)]


@pytest.fixture
def in_twos(monkeypatch):
    monkeypatch.setattr(refresh, "PORTION", 2)


def portions() -> list[list[str]]:
    return [*refresh.rebuilt()]


def test_what_is_interrupted_goes_on_behind_its_last_row(stages, in_twos, capsys, monkeypatch):
    Document.objects.all().delete()
    written = portions()
    Document.objects.all().delete()
    renew, asked = refresh.renew, []

    def interrupted(portion):
        if len(asked) == 2:
            raise KeyboardInterrupt
        asked.append(portion)
        renew(portion)

    monkeypatch.setattr(refresh, "renew", interrupted)
    with pytest.raises(CommandError, match=f"--after {written[1][-1]}$") as stopped:
        call_command("documents", "rebuild")
    assert stopped.value.returncode == 130
    assert asked == written[:2]

    monkeypatch.setattr(refresh, "renew", renew)
    call_command("documents", "rebuild", "--after", written[1][-1])
    assert differences() == []


def test_it_goes_on_in_the_tables_that_follow(stages, in_twos):
    contact = ContactPointFactory()
    last_page = max(stages, key=lambda stage: stage.pk)

    rest = [*refresh.rebuilt(source_of(last_page))]

    assert source_of(contact) in [name for portion in rest for name in portion]
    assert not any(name.startswith("wagtailcore.page:") for portion in rest for name in portion)
    assert refresh.how_many(source_of(last_page)) == sum(map(len, rest))
    assert refresh.how_many() == sum(map(len, portions()))


def test_it_does_not_go_on_behind_what_is_no_row(db):
    with pytest.raises(CommandError, match=r"nirgends\.Nichts:1"):
        call_command("documents", "rebuild", "--after", "nirgends.Nichts:1")


@pytest.mark.django_db(transaction=True)
def test_each_portion_is_a_transaction_of_its_own(in_twos):
    contacts = [ContactPointFactory() for _ in range(4)]
    Document.objects.all().delete()
    seen = []
    for portion in refresh.rebuilt():
        if source_of(contacts[0]).partition(":")[0] in portion[0]:
            assert not connection.in_atomic_block
            seen.append(Document.objects.filter(kind="ContactPoint").count())

    assert seen == [2, 4]


def test_it_says_how_far_it_is_and_verifies(stages, capsys):
    call_command("documents", "rebuild")

    said = capsys.readouterr().out
    rows = refresh.how_many()
    assert said.count(f"{rows} von {rows} (100 %)") == 2
    assert f"{rows} Zeilen gelesen, {Document.objects.count()} Dokumente." in said
    assert "Alle Dokumente" in said


def test_it_is_quiet_if_asked_to(stages, capsys):
    call_command("documents", "rebuild", verbosity=0)

    assert capsys.readouterr().out == ""


def test_it_fails_if_what_was_written_is_not_as_it_should_be(stages, monkeypatch):
    monkeypatch.setattr(refresh, "renew", lambda portion: None)
    Document.objects.filter(source=source_of(stages[0])).delete()

    with pytest.raises(CommandError) as failed:
        call_command("documents", "rebuild")
    assert failed.value.returncode == 1
    call_command("documents", "rebuild", "--no-verify")


def test_a_publication_between_two_looks_is_no_difference(stages, monkeypatch):
    projected, stage = refresh.projected, stages[0]

    def while_somebody_publishes(batch):
        monkeypatch.setattr(verification, "projected", projected)
        stage.title = "Neu"
        stage.save_revision().publish()
        return projected(batch)

    monkeypatch.setattr(verification, "projected", while_somebody_publishes)

    assert differences() == []
    assert document_of(stage).data["title"] == "Neu"


def test_a_larger_portion_takes_no_more_statements(stages, monkeypatch):
    monkeypatch.setattr(refresh, "PORTION", refresh.BATCH)

    def statements() -> int:
        with CaptureQueriesContext(connection) as asked:
            portions()
        return len(asked)

    before = statements()
    for _ in range(20):
        StageFactory(parent=stages[0].get_parent())

    assert statements() == before


def test_the_line_says_share_pace_and_time_left():
    moments = iter([0.0, 0.1, 10.0, 10.2, 20.0])
    stream = StringIO()
    progress = Progress(OutputWrapper(stream), 4_000, clock=lambda: next(moments))
    for done in (20, 1_000, 1_020, 4_000):
        progress.say(done)

    assert [line.strip() for line in stream.getvalue().replace("\r", "\n").split("\n")] == [
        "1000 von 4000 (25 %), 100 je Sekunde, noch 0:00:30",
        "4000 von 4000 (100 %), 200 je Sekunde, noch 0:00:00",
        "",
    ]
