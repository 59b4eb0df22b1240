"""Tokens that open a draft: signed, and worth nothing once the draft is gone or has expired."""

from datetime import datetime
from uuid import UUID

from django.core import signing

from graphql_api.errors import InvalidPreviewToken
from graphql_api.previews.models import Draft
from graphql_api.previews.rights import is_vouched

SALT = "graphql_api.preview"


def token(draft: Draft) -> str:
    """Give the token of a draft."""
    return signing.dumps(str(draft.id), salt=SALT)


def opened(token: str, now: datetime) -> Draft:
    """Give the draft that a token opens; raise InvalidPreviewToken for any other text.

    It opens nothing once its author has no account, or no right to what it is of.
    """
    try:
        key = UUID(str(signing.loads(token, salt=SALT)))
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise InvalidPreviewToken from error
    draft = Draft.objects.select_related("author").filter(pk=key, expires_at__gt=now).first()
    if draft is None or not is_vouched(draft):
        raise InvalidPreviewToken
    return draft
