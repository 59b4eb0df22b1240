"""A blog: a page type, a block in which blocks stand, and a snippet."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.snippets.models import register_snippet


@register_snippet
class Author(models.Model):
    name = models.CharField(max_length=100)
    email = models.EmailField(blank=True)

    def __str__(self):
        return self.name


class ParagraphBlock(RichTextBlock):
    pass


class HoursBlock(StructBlock):
    days = CharBlock()
    hours = CharBlock()


class BoxBlock(StructBlock):
    title = CharBlock()
    content = StreamBlock([("paragraph", ParagraphBlock()), ("picture", ImageBlock())])
    opening_hours = ListBlock(HoursBlock())


class BlogPage(Page):
    date = models.DateField()
    intro = models.TextField()
    author = models.ForeignKey(Author, null=True, blank=True, on_delete=models.SET_NULL)
    photo = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    notes = models.TextField(blank=True)
    body = StreamField(
        [
            ("heading", CharBlock()),
            ("paragraph", ParagraphBlock()),
            ("box", BoxBlock()),
        ]
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("intro"),
        FieldPanel("author"),
        FieldPanel("photo"),
        FieldPanel("notes"),
        FieldPanel("body"),
    ]
