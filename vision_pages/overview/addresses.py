"""Where something is edited."""

from django.urls import reverse


def edit_address(pk: int, path: str = "") -> str:
    """Give the address of a page's form, of the field or block at a content path in it."""
    address = reverse("wagtailadmin_pages:edit", args=[pk])
    return f"{address}#:w:contentpath={path}" if path else address
