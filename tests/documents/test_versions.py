"""Versions: numbered at commit, in the order in which they can be seen, and only where needed."""

import threading
import time

import psycopg
import pytest
from django.db import connection, connections, transaction
from wagtail.models import Page

from graphql_api.documents.identity import source_of
from graphql_api.documents.models import Version
from graphql_api.documents.refresh import rebuild
from tests.documents.conftest import document_of
from tests.factories import ContactPointFactory, StageFactory, VisionFactory
from vision_pages.models import ContactPoint

pytestmark = pytest.mark.django_db(transaction=True)


def versions(instance):
    """Give what was said of a thing, oldest first."""
    key = getattr(instance, "translation_key", None)
    return list(Version.objects.filter(key=key).order_by("seq"))


def publish(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(clean=False).publish()


def test_a_change_closes_one_version_and_opens_the_next():
    contact = ContactPointFactory(name="Alt")
    contact.name = "Neu"
    contact.save()

    old, new = versions(contact)
    assert (old.data["name"], new.data["name"]) == ("Alt", "Neu")
    assert old.valid_to == new.valid_from
    assert new.valid_to is None
    assert old.seq < new.seq


def row_version(instance):
    """Give the transaction that wrote the document's row last."""
    with connection.cursor() as cursor:
        query = "SELECT xmin::text FROM graphql_api_document WHERE source = %s"
        cursor.execute(query, [source_of(instance)])
        return cursor.fetchone()


def test_a_save_that_changes_nothing_writes_nothing():
    contact = ContactPointFactory()
    before = row_version(contact)
    contact.save()
    for _done in rebuild():
        pass

    assert len(versions(contact)) == 1
    assert row_version(contact) == before


def test_a_withdrawal_is_a_version_without_data():
    contact = ContactPointFactory()
    contact.unpublish()

    assert versions(contact)[-1].data is None
    assert versions(contact)[-1].kind == "ContactPoint"


def test_what_a_transaction_takes_back_is_no_version():
    contact = ContactPointFactory(name="Alt")
    with transaction.atomic():
        contact.name = "Neu"
        contact.save()
        contact.name = "Alt"
        contact.save()
    with transaction.atomic():
        contact.live = False
        contact.save()
        contact.live = True
        contact.save()

    assert len(versions(contact)) == 1


def test_what_was_never_public_leaves_no_trace():
    with transaction.atomic():
        contact = ContactPointFactory()
        contact.delete()

    assert versions(contact) == []


def test_a_transaction_gives_each_document_one_version_from_one_moment(programme):
    vision = VisionFactory(parent=programme)
    stage = StageFactory(parent=vision)
    publish(vision, title="Neu", slug="neu")

    assert [row.path for row in versions(stage)][1:] == [document_of(stage).path]
    assert versions(stage)[-1].valid_from == versions(vision)[-1].valid_from
    assert len(versions(vision)) == 2


def test_what_changes_without_a_word_has_versions_too(programme):
    vision = VisionFactory(parent=programme)
    Page.objects.filter(pk=vision.pk).update(live=False)

    assert versions(vision)[-1].data is None


def test_a_rolled_back_change_has_no_version():
    contact = ContactPointFactory(name="Alt")
    with transaction.atomic():
        contact.name = "Neu"
        contact.save()
        transaction.set_rollback(True)

    assert [row.data["name"] for row in versions(contact)] == ["Alt"]


def test_a_commit_is_announced_with_its_number():
    parameters = connection.get_connection_params()
    with psycopg.connect(**{**parameters, "autocommit": True}) as listener:
        listener.execute("LISTEN content_version")
        contact = ContactPointFactory()
        announced = [int(note.payload) for note in listener.notifies(timeout=2, stop_after=1)]

    assert announced == [versions(contact)[0].seq]


def test_a_number_is_drawn_at_the_commit():
    with transaction.atomic():
        contact = ContactPointFactory()
        assert Version.objects.get(key=contact.translation_key).seq is None

    assert versions(contact)[0].seq is not None


def in_threads(*functions):
    """Run functions at the same time, each with a connection of its own; give what they raised."""
    raised = []

    def run(function):
        try:
            function()
        except Exception as error:  # noqa: BLE001 (told to the test)
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[function]) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_a_reader_of_the_feed_misses_nothing():
    """Eight writers that dawdle before they commit, one reader that never looks back."""
    contacts = [ContactPointFactory() for _ in range(8)]
    start = max(Version.objects.values_list("seq", flat=True))
    seen: list[int] = []
    writing = threading.Event()

    def write(contact):
        def function():
            for number in range(12):
                with transaction.atomic():
                    ContactPoint.objects.get(pk=contact.pk).save()
                    row = ContactPoint.objects.get(pk=contact.pk)
                    row.phone = f"0221 {number}"
                    row.save()
                    time.sleep(0.002 * (contact.pk % 3))

        return function

    def read():
        cursor = start
        while True:
            last_look = writing.is_set()
            found = Version.objects.filter(seq__gt=cursor).order_by("seq")
            for seq in found.values_list("seq", flat=True)[:3]:
                seen.append(seq)
                cursor = seq
            if last_look and not Version.objects.filter(seq__gt=cursor).exists():
                return

    reader = threading.Thread(target=lambda: (read(), connections.close_all()))
    reader.start()
    raised = in_threads(*map(write, contacts))
    writing.set()
    reader.join()

    assert raised == []
    assert seen == list(
        Version.objects.filter(seq__gt=start).order_by("seq").values_list("seq", flat=True)
    )
    assert len(seen) == 8 * 12


def test_a_fact_and_a_text_changed_at_once_are_both_in_the_translation(english, programme):
    """Each writer would say the other's old state, if they did not wait for one another."""
    vision = VisionFactory(parent=programme, scope="city")
    translation = vision.copy_for_translation(english, copy_parents=True).specific
    publish(translation, title="Cologne")

    def state_fact():
        page = type(vision).objects.get(pk=vision.pk)
        publish(page, scope="administration")

    def write_text():
        page = type(vision).objects.get(pk=translation.pk)
        publish(page, title="Köln in English")

    for _ in range(5):
        assert in_threads(state_fact, write_text) == []

    document = document_of(translation)
    assert document.data["scope"] == "administration"
    assert document.data["title"] == "Köln in English"


def test_a_page_unpublished_at_once_with_its_source_published_stays_withdrawn(english, programme):
    vision = VisionFactory(parent=programme)
    translation = vision.copy_for_translation(english, copy_parents=True).specific
    for number in range(5):
        publish(translation, title="Cologne")

        def state_fact(number=number):
            publish(type(vision).objects.get(pk=vision.pk), motto=f"Motto {number}")

        def withdraw():
            Page.objects.filter(pk=translation.pk).update(live=False)

        assert in_threads(state_fact, withdraw) == []
        assert document_of(translation) is None


def test_bulk_changes_in_opposite_order_do_not_lock_each_other_up(programme):
    contacts = [ContactPointFactory() for _ in range(6)]

    def change(rows, phone):
        def function():
            for contact in rows:
                ContactPoint.objects.filter(pk=contact.pk).first().save()
                row = ContactPoint.objects.get(pk=contact.pk)
                row.phone = phone
                row.save()

        return function

    assert in_threads(change(contacts, "1"), change(contacts[::-1], "2")) == []
