"""What the apps add to Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from vision_pages.admin import pairing, sign_language
from vision_pages.admin.archive import log_actions, menu_items, urls
from vision_pages.admin.bulk_publishing import stop_unfinished
from vision_pages.admin.exchange.urls import urls as exchange_urls
from vision_pages.admin.readiness import tell, viewsets
from vision_pages.admin.releasing import menu_items as releasing_items
from vision_pages.admin.releasing import urls as releasing_urls
from vision_pages.admin.review import act
from vision_pages.admin.snippets import (
    ClassificationGroup,
    ParticipantsGroup,
    SiteSettingsViewSet,
)
from vision_pages.admin.starting import urls as starting_urls
from vision_pages.admin.superusers import keep_superuser, make_no_superuser
from vision_pages.admin.translating import guard_translating
from vision_pages.admin.translating import urls as translating_urls
from vision_pages.overview import menu
from vision_pages.overview.dashboard import panels
from vision_pages.overview.explorer import mark_outdated, outdated_button
from vision_pages.roles.sent_back import tell_sent_back

register_snippet(ParticipantsGroup)
register_snippet(ClassificationGroup)
register_snippet(SiteSettingsViewSet)
guard_translating()


hooks.register("register_admin_viewset", viewsets)
hooks.register("after_create_page", tell)
hooks.register("after_edit_page", tell)
hooks.register("before_edit_page", tell_sent_back)
hooks.register("before_edit_snippet", tell_sent_back)
hooks.register("before_edit_page", act)
hooks.register("before_edit_snippet", act)
hooks.register("register_admin_urls", urls)
hooks.register("register_admin_urls", releasing_urls)
hooks.register("before_bulk_action", stop_unfinished)
hooks.register("register_admin_urls", starting_urls)
hooks.register("register_admin_urls", translating_urls, order=-1)
hooks.register("register_admin_urls", exchange_urls, order=-1)
hooks.register("register_admin_urls", pairing.urls)
hooks.register("register_log_actions", pairing.log_actions)
hooks.register("register_admin_urls", sign_language.urls)
hooks.register("register_log_actions", sign_language.log_actions)
hooks.register("construct_page_action_menu", pairing.without_strings)
hooks.register("construct_snippet_action_menu", pairing.without_strings)
hooks.register("register_page_header_buttons", menu_items)
hooks.register("register_page_header_buttons", releasing_items)
hooks.register("register_page_listing_more_buttons", menu_items)
hooks.register("register_log_actions", log_actions)
hooks.register("before_create_user", make_no_superuser)
hooks.register("before_edit_user", keep_superuser)
hooks.register("construct_homepage_panels", panels)
hooks.register("construct_explorer_page_queryset", mark_outdated)
hooks.register("register_page_listing_buttons", outdated_button)
hooks.register("register_admin_urls", menu.addresses, order=-1)
hooks.register("register_reports_menu_item", menu.initiatives)
hooks.register("register_reports_menu_item", menu.care)
hooks.register("register_reports_menu_item", menu.translations)
hooks.register("register_reports_menu_item", menu.start)
hooks.register("construct_reports_menu", menu.without_report_of_all)


@hooks.register("insert_editor_js")
def editor_scripts() -> str:
    return format_html_join(
        "\n",
        '<script src="{}" defer></script>',
        [
            (static(f"vision_pages/admin/{name}.js"),)
            for name in ("limits", "readiness", "former_name", "places", "segments")
        ],
    )


@hooks.register("insert_global_admin_css")
def admin_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("vision_pages/admin/admin.css"))
