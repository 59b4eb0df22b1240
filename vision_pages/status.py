"""What state a stage, vision or project is in."""

from datetime import date
from typing import Any

from django.db.models import Case, CharField, F, Q, TextChoices, Value, When
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


def status_expression(starts_on: str, ends_on: str, override: str, today: date) -> Case:
    """Have the database say the same of the fields that are named."""

    def when(condition: Q, status: Status) -> When:
        return When(condition, then=Value(status.value))

    not_begun: Any = Q(**{starts_on: None}) | Q(**{f"{starts_on}__gt": today})
    return Case(
        When(~Q(**{override: ""}), then=F(override)),
        when(not_begun, Status.PLANNED),
        when(Q(**{f"{ends_on}__lt": today}), Status.COMPLETED),
        default=Value(Status.RUNNING.value),
        output_field=CharField(),
    )
