"""Tokens of frontends: Wagtail's, of an account that nobody can log in with."""

from datetime import timedelta
from secrets import token_hex
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete
from django.http import HttpRequest
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import APIToken

from graphql_api.errors import InvalidToken
from graphql_api.frontends.models import Frontend

SCHEME = "bearer"
# How exactly it is noted when a token was used last.
NOTED = timedelta(minutes=1)


def frontend_of(request: HttpRequest) -> Frontend | None:
    """Give the frontend that a request's token names, if it has one; raise InvalidToken else.

    Of another scheme, such as a password before a whole test site, the API knows nothing.
    """
    scheme, _space, secret = request.headers.get("Authorization", "").strip().partition(" ")
    if scheme.lower() != SCHEME:
        return None
    token = found(secret.strip())
    if token is None:
        raise InvalidToken
    now = timezone.now()
    unnoted = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED)
    APIToken.objects.filter(unnoted, pk=token.pk).update(last_used_at=now)
    return Frontend.objects.get(account=token.user_id)


def found(secret: str) -> APIToken | None:
    """Find a frontend's token that holds; those of people open nothing here."""
    if not secret.isascii() or not APIToken.validate_token_format(secret):
        return None
    return APIToken.objects.filter(
        key_hash__in=APIToken.candidate_key_hashes(secret),
        revoked_at=None,
        user__is_active=True,
        user__frontend__isnull=False,
    ).first()


@transaction.atomic
def create(frontend: Frontend, name: str, user: Any) -> tuple[APIToken, str]:
    """Make a token and give it with its secret, which nobody can read later."""
    token, secret = APIToken.create_token(user=account(frontend), name=name)
    log(token, "wagtail.apitoken.create", user=user)
    return token, secret


@transaction.atomic
def revoke(token: APIToken, user: Any) -> None:
    if token.revoked_at is None:
        token.revoke()
        log(token, "wagtail.apitoken.revoke", user=user)


def account(frontend: Frontend) -> Any:
    """Give a frontend's account, made with its first token: no password, no group, no right."""
    if frontend.account is None:
        users: Any = get_user_model()
        user = users(**{users.USERNAME_FIELD: f"frontend-{frontend.pk}-{token_hex(4)}"})
        user.set_unusable_password()
        if hasattr(user, "last_name"):
            user.last_name = f"Frontend {frontend.name}"[:150]
        user.save()
        frontend.account = user
        Frontend.objects.filter(pk=frontend.pk).update(account=user)
    return frontend.account


def forget_account(sender: Any, instance: Frontend, **kwargs: Any) -> None:
    """Delete the account of a frontend that is deleted, and its tokens with it."""
    if instance.account is not None:
        instance.account.delete()


def start() -> None:
    post_delete.connect(forget_account, sender=Frontend, dispatch_uid="graphql_api.tokens")
