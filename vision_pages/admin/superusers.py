"""Superusers are made and changed by superusers alone.

Wagtail lets whoever may change users make them superusers, and give superusers a password: a
right to change users would be the right to everything.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

FIELD = "is_superuser"


def keep_superuser(request: HttpRequest, user: Any) -> None:
    """Let only superusers edit one, and make one of somebody."""
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied
    make_no_superuser(request)


def make_no_superuser(request: HttpRequest) -> None:
    """Leave the tick of somebody else's form out, and say so; what else was typed is saved."""
    if FIELD in request.POST and not request.user.is_superuser:
        fields = request.POST.copy()
        del fields[FIELD]
        request.POST = fields  # type: ignore[assignment]
        messages.warning(
            request, _("“Administrator” was left out: only those who are one can tick it.")
        )
