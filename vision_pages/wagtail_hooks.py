"""What the apps add to Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from vision_pages.admin.snippets import (
    ClassificationGroup,
    ParticipantsGroup,
    SiteSettingsViewSet,
)

register_snippet(ParticipantsGroup)
register_snippet(ClassificationGroup)
register_snippet(SiteSettingsViewSet)


@hooks.register("insert_editor_js")
def limits_script() -> str:
    return format_html('<script src="{}" defer></script>', static("vision_pages/admin/limits.js"))


@hooks.register("insert_global_admin_css")
def admin_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("vision_pages/admin/admin.css"))
