"""A side panel with forms of its own."""

from typing import Any

from django.middleware.csrf import get_token
from wagtail.admin.ui.side_panels import BaseSidePanel


class FormSidePanel(BaseSidePanel):
    """Knows the token that its forms send: Wagtail draws panels without the request."""

    def get_context_data(self, parent_context: Any = None) -> Any:
        token = get_token(self.request)
        return super().get_context_data(parent_context) | {"csrf_token": token}
