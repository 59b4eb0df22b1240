"""What initiatives are about and where: the names of their terms, for the spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from vision_pages.models import ProjectLocation
from vision_pages.models.initiative import InitiativeMixin
from vision_pages.overview.page_types import models_of


def name_terms(pages: list[Any]) -> None:
    """Have initiatives know the names of their fields of action and districts."""
    by_pk = {page.pk: page for page in pages}
    for page in pages:
        page.fields_of_action, page.districts = [], []
    for pk, name in fields_of_action(by_pk):
        by_pk[pk].fields_of_action.append(name)
    for pk, name in districts(by_pk):
        if name not in by_pk[pk].districts:
            by_pk[pk].districts.append(name)


def fields_of_action(pks: Iterable[int]) -> Iterator[tuple[int, str]]:
    for model in models_of(InitiativeMixin):
        through = model.fields_of_action.through.objects
        page = model._meta.get_field("fields_of_action").m2m_field_name()
        rows = through.filter(**{f"{page}__in": [*pks]}).order_by("fieldofaction__name")
        yield from rows.values_list(page, "fieldofaction__name")


def districts(pks: Iterable[int]) -> Iterable[tuple[int, str]]:
    rows = ProjectLocation.objects.filter(page__in=[*pks], district__isnull=False)
    return rows.order_by("district__name").values_list("page", "district__name")
