"""The way from a translation to its files."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import HeaderButton
from wagtail_localize.models import Translation

register = template.Library()


@register.simple_tag
def header_buttons(translation: Translation) -> list[HeaderButton]:
    """Give the header of the translation editor a button that leads to files."""
    address = reverse("vision_pages_translation_files", args=[translation.pk])
    return [HeaderButton(_("Files for agencies"), url=address, icon_name="doc-full")]
