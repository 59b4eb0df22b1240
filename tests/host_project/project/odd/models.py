"""Pages and blocks as odd as Wagtail lets them be."""

from django.db import models
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StaticBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.snippets.blocks import SnippetChooserBlock


class OnPurpose(Exception):
    """What the odd raise."""


class LateBlock(CharBlock):
    """Knows no default."""

    def get_default(self):
        raise OnPurpose


class RaisingBlock(StructBlock):
    """Was stored before it had a field, and raises when it is asked what that holds."""

    text = CharBlock()
    late = LateBlock()


class RenamedBlock(StructBlock):
    """Stores something else than its fields."""

    text = CharBlock()

    def get_prep_value(self, value):
        return f"*{value['text']}*"

    def to_python(self, value):
        return super().to_python({"text": value.strip("*")})

    def bulk_to_python(self, values):
        return [self.to_python(value) for value in values]


class NestedBlock(StructBlock):
    rows = ListBlock(StructBlock([("cells", StreamBlock([("text", CharBlock())]))]))


class LiveManager(PageManager):
    def get_queryset(self):
        return super().get_queryset().filter(live=True)


class HiddenPage(Page):
    """Its manager, its only one, does not find every page."""

    published = LiveManager()


class LinkPage(Page):
    """Has no address of its own: it leads elsewhere."""

    def get_url_parts(self, request=None):
        raise OnPurpose


class ArchivePage(RoutablePageMixin, Page):
    """Answers below its address too."""


class ClutteredPage(Page):
    """Has every kind of block, registered or not."""

    body = StreamField(
        [
            ("raising", RaisingBlock()),
            ("renamed", RenamedBlock()),
            ("nested", NestedBlock()),
            ("heading", CharBlock()),
            ("image", CharBlock()),
            ("rule", StaticBlock()),
            ("rich", RichTextBlock()),
            ("page", PageChooserBlock()),
            ("user", SnippetChooserBlock("auth.User")),
            ("list", ListBlock(CharBlock())),
            ("table", TypedTableBlock([("page", PageChooserBlock()), ("text", CharBlock())])),
        ],
        blank=True,
    )


class BasePage(Page):
    """A page type from which another inherits, with a table for each."""

    motto = models.CharField(max_length=100)


class DerivedPage(BasePage):
    extra = models.CharField(max_length=100)
