"""The Django app of the page types."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisionPagesConfig(AppConfig):
    name = "vision_pages"
    verbose_name = _("Visions and Leitbild")
    default_auto_field = "django.db.models.BigAutoField"
