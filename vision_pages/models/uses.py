"""What uses a page or a term: links in texts, blocks, relations of other pages and settings."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.contrib.admin.utils import quote
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import Panel
from wagtail.models import Page, ReferenceIndex
from wagtail.models.reference_index import ReferenceGroups

SHOWN = 10


@dataclass(frozen=True)
class Use:
    """One page, term or setting that refers to something; without `url`, it is not theirs."""

    label: Any
    kind: str
    fields: tuple[str, ...]
    url: str | None


class Uses:
    """What refers to some objects from elsewhere, as somebody of the staff may see it."""

    def __init__(self, objects: Iterable[models.Model], user: Any) -> None:
        self.objects = list(objects)
        self.finder = AdminURLFinder(user)

    @cached_property
    def groups(self) -> ReferenceGroups:
        references = ReferenceIndex.get_references_to_in_bulk(self.objects)
        own = models.Q(pk__in=())
        for one in self.objects:
            kind = ReferenceIndex._get_base_content_type(one)  # noqa: SLF001 (no other name for it)
            own |= models.Q(base_content_type=kind, object_id=str(one.pk))
        return references.exclude(own).group_by_source_object()

    @cached_property
    def count(self) -> int:
        return self.groups.count()

    @cached_property
    def shown(self) -> list[Use]:
        return [self.use(row, references) for row, references in islice(self.groups, SHOWN)]

    @property
    def more(self) -> int:
        return max(self.count - SHOWN, 0)

    @property
    def address(self) -> str:
        """Give Wagtail's list of all of them; that of several objects is that of the first."""
        [first, *_others] = self.objects
        if isinstance(first, Page):
            return reverse("wagtailadmin_pages:usage", args=[first.pk])
        view: Any = first
        return reverse(view.snippet_viewset.get_url_name("usage"), args=[quote(first.pk)])

    @property
    def is_protected(self) -> bool:
        return bool(self.groups.is_protected)

    def use(self, row: Any, references: list[ReferenceIndex]) -> Use:
        fields = dict.fromkeys(str(one.describe_source_field()) for one in references)
        url = self.finder.get_edit_url(row)
        visible = url is not None or getattr(row, "live", False)
        kind = str(references[0].model_name)
        locale = getattr(row, "locale", None)
        return Use(
            label=name(row) if visible else _("(not visible to you)"),
            kind=capfirst(f"{kind}, {locale}" if locale else kind),
            fields=tuple(fields),
            url=url,
        )


def name(row: models.Model) -> str:
    return str(row.get_admin_display_title() if isinstance(row, Page) else row)


class UsesPanel(Panel):
    """Says in the form of a term where it is used: a change is seen there at once."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "vision_pages/admin/uses_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> Any:
            uses = Uses([self.instance], self.request.user)
            return super().get_context_data(parent_context) | {"uses": uses}
