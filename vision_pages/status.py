"""What state a stage, vision or project is in: the one rule, in Python and as SQL."""

from datetime import date

from django.db.models import Case, CharField, Q, TextChoices, Value, When
from django.db.models.expressions import Combinable
from django.db.models.lookups import Exact, GreaterThan, IsNull, LessThan
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


def status_expression(
    starts_on: Combinable, ends_on: Combinable, override: Combinable, today: date
) -> Case:
    """Give `status` as a database expression over the given expressions."""
    day = Value(today)
    return Case(
        When(~Q(Exact(override, Value(""))), then=override),
        When(IsNull(starts_on, True), then=Value(Status.PLANNED.value)),
        When(GreaterThan(starts_on, day), then=Value(Status.PLANNED.value)),
        When(LessThan(ends_on, day), then=Value(Status.COMPLETED.value)),
        default=Value(Status.RUNNING.value),
        output_field=CharField(),
    )
