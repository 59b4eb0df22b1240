"""Publishes what is due, in a thread beside the requests of the demo.

A site in production has a timer do it: docs/how-to/publish-on-schedule.md.
"""

import logging
from threading import Event, Thread

from django.core.management import call_command
from django.db import connection

SECONDS = 10

logger = logging.getLogger(__name__)


def start() -> Event:
    """Look for what is due until the process ends, or the event is set; after it was forked."""
    ended = Event()
    # As a daemon it keeps no process from ending; what it was publishing is undone then.
    Thread(target=look, args=[ended], name="schedule", daemon=True).start()
    return ended


def look(ended: Event) -> None:
    while not ended.wait(SECONDS):
        publish()


def publish() -> None:
    try:
        call_command("publish_scheduled")
    except Exception:
        logger.exception("Not everything that was due was published or withdrawn")
    finally:
        connection.close()
