"""Which addresses a link may lead to."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SCHEMES = {"http", "https", "mailto", "tel"}


def validate_address(value: str) -> None:
    """Refuse any scheme but those a reader may be sent to."""
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in SCHEMES or not (parts.netloc or parts.path):
        raise ValidationError(
            _("Enter an address that begins with https://, http://, mailto: or tel:."),
            code="scheme",
        )
