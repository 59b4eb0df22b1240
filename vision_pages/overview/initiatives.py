"""All visions and projects, and their stages, with the status that the database gives them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    Func,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Concat, Left, Length
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from vision_pages.models import StagePage
from vision_pages.models.initiative import InitiativeMixin
from vision_pages.overview.page_types import joined, models_of
from vision_pages.status import status_expression

FIELDS = ("start_date", "end_date", "date_text", "status_override", "is_archived", "summary")


def editable(user: Any) -> QuerySet[Page]:
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_permission_for(user, "change").order_by()


def seen_by(user: Any, pages: Any) -> Any:
    """Leave the originals that are public or that somebody may edit, and say which one may."""
    can_edit = Exists(editable(user).filter(pk=OuterRef("pk")))
    originals = pages.filter(locale=Locale.get_default()).annotate(can_edit=can_edit)
    return originals.filter(public(pages.model) | Q(can_edit=True))


def public(model: Any) -> Q:
    """Say of pages that everybody may read them."""
    return Q(live=True) & ~model.objects.all().private_q()


def initiatives(user: Any, today: date) -> Any:
    """Give visions and projects as pages that know when they are and how they stand."""
    models = models_of(InitiativeMixin)
    named = {name: joined(InitiativeMixin, name) for name in FIELDS}
    own = {f"own_{name}": joined(InitiativeMixin, name) for name in ("starts_on", "ends_on")}
    has_own = Q(start_date__isnull=False) | Q(end_date__isnull=False) | ~Q(status_override="")
    pages = seen_by(user, Page.objects.type(*models)).annotate(**named, **own)
    return pages.annotate(
        begins_on=Case(When(has_own, then="own_starts_on"), default=stages_begin()),
        closes_on=Case(When(has_own, then="own_ends_on"), default=stages_close()),
    ).annotate(status=status_expression("begins_on", "closes_on", "status_override", today))


def below() -> Any:
    """Give the public stages of the initiative outside; by their paths, which are indexed."""
    first, last = (Concat(OuterRef("path"), Value(step * Page.steplen)) for step in ("0", "Z"))
    stages = StagePage.objects.live().filter(path__gte=first, path__lte=last)
    return stages.filter(depth=OuterRef("depth") + 1).order_by()


def stages_begin() -> Subquery:
    first = Func("starts_on", function="MIN", output_field=DateField())
    return Subquery(below().annotate(first=first).values("first"))


def stages_close() -> Subquery:
    """Give the last end of the stages; none while one of them has no end."""
    last = Case(When(Q(ended=F("stages")), then="last"), output_field=DateField())
    counted = (
        below()
        .values(one=Value(1))
        .annotate(stages=Count("pk"), ended=Count("ends_on"), last=Max("ends_on"))
    )
    return Subquery(counted.annotate(closes=last).values("closes"))


def stages_seen_by(user: Any) -> Any:
    """Give stages that know the path and the title of their vision or project."""
    stages = StagePage.objects.annotate(parent_path=Left("path", Length("path") - Page.steplen))
    above = Page.objects.filter(path=OuterRef("parent_path")).order_by()
    return seen_by(user, stages.annotate(initiative=Subquery(above.values("title"))))


def stages_of(user: Any, pages: Iterable[Page], today: date) -> dict[str, list[Any]]:
    """Give the stages of initiatives in their order, by the initiatives' paths."""
    found: dict[str, list[Any]] = {page.path: [] for page in pages}
    state = status_expression("starts_on", "ends_on", "status_override", today)
    stages = stages_seen_by(user).annotate(state=state).filter(parent_path__in=found)
    for stage in stages.defer("body", "results", "key_facts", "downloads").order_by("path"):
        found[stage.parent_path].append(stage)
    return found
