"""What the apps add to Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from vision_pages.admin.readiness import tell, viewsets
from vision_pages.admin.snippets import (
    ClassificationGroup,
    ParticipantsGroup,
    SiteSettingsViewSet,
)

register_snippet(ParticipantsGroup)
register_snippet(ClassificationGroup)
register_snippet(SiteSettingsViewSet)


hooks.register("register_admin_viewset", viewsets)
hooks.register("after_create_page", tell)
hooks.register("after_edit_page", tell)


@hooks.register("insert_editor_js")
def editor_scripts() -> str:
    return format_html_join(
        "\n",
        '<script src="{}" defer></script>',
        [(static(f"vision_pages/admin/{name}.js"),) for name in ("limits", "readiness")],
    )


@hooks.register("insert_global_admin_css")
def admin_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("vision_pages/admin/admin.css"))
