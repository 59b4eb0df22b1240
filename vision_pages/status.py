"""What state a stage, vision or project is in."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """Where an initiative or a stage stands on a given day."""

    PLANNED = "planned", _("planned")
    RUNNING = "running", _("running")
    PAUSED = "paused", _("paused")
    COMPLETED = "completed", _("completed")
    DISCONTINUED = "discontinued", _("discontinued")


class StatusOverride(TextChoices):
    """What an editor may state against the dates."""

    PAUSED = Status.PAUSED.value, _("paused")
    COMPLETED = Status.COMPLETED.value, _("completed")
    DISCONTINUED = Status.DISCONTINUED.value, _("discontinued")


def status(starts_on: date | None, ends_on: date | None, override: str, today: date) -> Status:
    """Say the status on `today`; both dates are inclusive, the override wins."""
    if override:
        return Status(override)
    if starts_on is None or starts_on > today:
        return Status.PLANNED
    if ends_on is not None and ends_on < today:
        return Status.COMPLETED
    return Status.RUNNING
