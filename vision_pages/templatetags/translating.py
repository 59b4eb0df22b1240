"""Gives wagtail-localize's editor what our script in it has to know."""

from typing import Any

from django import template

from vision_pages.admin.segment_notes import languages

register = template.Library()


@register.simple_tag(takes_context=True)
def segment_languages(context: Any) -> dict[str, Any]:
    """Give the languages of what is translated, and where notes on it are found."""
    return languages(context["translation"])
