"""Writing many pages at once: some statements for a batch instead of some dozens for each page.

Nothing follows them: whoever has planted rebuilds what is made of pages.
"""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from wagtail.models import Page

BATCH = 500
BEGUN = datetime(2025, 1, 1, tzinfo=UTC)

CHILDREN = """UPDATE wagtailcore_page p SET numchild = found.n FROM (
  SELECT left(path, -%s) AS parent, count(*) AS n FROM wagtailcore_page GROUP BY 1
) found WHERE p.path = found.parent"""
NEXT = """SELECT setval(pg_get_serial_sequence('wagtailcore_page', 'id'),
  (SELECT max(id) FROM wagtailcore_page))"""

Relations = dict[str, list[Any]]


class Planter:
    """Gives pages their keys and places as they come, and writes them in batches."""

    def __init__(self) -> None:
        self.pk = Page.objects.latest("pk").pk
        self.children = {page.path: page.numchild for page in Page.objects.all()}
        self.waiting: list[tuple[Page, Relations]] = []

    def plant(self, page: Page, parent: Page, relations: Relations) -> None:
        """Put a published page below another; `relations` are its terms and inline rows."""
        self.pk += 1
        self.children[parent.path] = number = self.children.get(parent.path, 0) + 1
        page.pk = page.id = self.pk
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, number)  # noqa: SLF001 - treebeard's
        page.set_url_path(parent)
        page.draft_title = page.title
        page.content_type = content_type(type(page))
        page.first_published_at = page.last_published_at = BEGUN + timedelta(minutes=self.pk)
        self.waiting.append((page, relations))
        if len(self.waiting) == BATCH:
            self.write()

    @transaction.atomic
    def write(self) -> None:
        """Write what waits."""
        by_model: dict[type[models.Model], list[Any]] = defaultdict(list)
        for page, relations in self.waiting:
            by_model[Page].append(page)
            by_model[type(page)].append(page)
            for name, values in relations.items():
                for row in rows(page, name, values):
                    by_model[type(row)].append(row)
        for model, found in by_model.items():
            if issubclass(model, Page):
                insert(model, found)
            else:
                model._base_manager.bulk_create(found)
        self.waiting = []

    def finish(self) -> None:
        """Write the rest, and what the tree and the sequence have to say of all."""
        self.write()
        with connection.cursor() as cursor:
            cursor.execute(CHILDREN, [Page.steplen])
            cursor.execute(NEXT)


@cache
def content_type(model: type[Page]) -> ContentType:
    return ContentType.objects.get_for_model(model)


def insert(model: type[Page], pages: list[Page]) -> None:
    """Write one table of pages that have several: bulk_create refuses such models."""
    manager: Any = model._base_manager
    fields = model._meta.local_concrete_fields
    manager._insert(pages, fields=fields, using=connection.alias)  # noqa: SLF001 - as Model.save does


def rows(page: Page, name: str, values: list[Any]) -> list[Any]:
    """Give the rows of an inline relation, or those that say which terms a page has."""
    field = page._meta.get_field(name)
    if not isinstance(field, models.ManyToManyField):
        for order, row in enumerate(values):
            row.page_id, row.sort_order = page.pk, order
        return values
    through: Any = field.remote_field.through
    own, other = field.m2m_column_name(), field.m2m_reverse_name()
    return [through(**{own: page.pk, other: term.pk}) for term in values]
