"""Says after publishing that a page has a new address, and what becomes of the old one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page


def tell_address(request: HttpRequest, before: Page, page: Page) -> None:
    """Say what follows from another slug, if the page was public and still is."""
    if not (before.live and page.live) or before.url_path == page.url_path:
        return
    old, new = before.get_url(request), page.get_url(request)
    if not old or not new:
        return
    messages.info(
        request,
        " ".join(
            [
                str(_("The page has a new address: %(new)s. %(old)s leads there from now on."))
                % {"old": old, "new": new},
                *below(page),
            ]
        ),
    )


def below(page: Page) -> list[Any]:
    count = page.get_descendants().live().count()
    said = ngettext(
        "The same holds for the page below it.",
        "The same holds for the %(count)s pages below it.",
        count,
    )
    return [said % {"count": count}] if count else []
