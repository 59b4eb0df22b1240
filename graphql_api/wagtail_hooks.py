"""What the API adds to Wagtail's admin."""

from wagtail import hooks

from graphql_api.frontends.admin import viewsets
from graphql_api.previews import admin as previews
from graphql_api.previews import editor
from graphql_api.registration import admin as registration

hooks.register("register_admin_viewset", viewsets)
hooks.register("register_admin_viewset", previews.viewsets)
hooks.register("register_admin_urls", registration.addresses)
hooks.register("register_log_actions", registration.log_actions)
hooks.register("register_reports_menu_item", previews.menu_item)
hooks.register("register_page_header_buttons", previews.buttons)
hooks.register("register_log_actions", previews.log_actions)
hooks.register("insert_editor_js", editor.script)
hooks.register("construct_wagtail_userbar", editor.check_frontends)
