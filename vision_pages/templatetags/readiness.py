"""Gives wagtail-localize's editor, which is no view to build on, our side panel."""

from typing import Any

from django import template

from vision_pages.admin.readiness import TranslationReadinessSidePanel
from vision_pages.models.content import ContentMixin

register = template.Library()


@register.simple_tag(takes_context=True)
def add_readiness(context: Any) -> str:
    """Put the panel beside those the editor is about to show."""
    page = context["instance"]
    if isinstance(page, ContentMixin):
        panel = TranslationReadinessSidePanel(context["translation"], page, context["request"])
        context["side_panels"].append(panel)
    return ""
