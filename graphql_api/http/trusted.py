"""Which document a request asks for: by its text, or by the hash of one that is registered."""

from dataclasses import dataclass
from typing import Any

from graphql_api import conf
from graphql_api.errors import BadRequest, OperationNotFound, OperationNotTrusted
from graphql_api.frontends.operations import DIGEST, digest_of, registered
from graphql_api.http.persisted import hash_of, query_of

PREFIX = "sha256:"


@dataclass(frozen=True, slots=True)
class Document:
    """What is asked for. is_registered: by a frontend's build, so it is no stranger's."""

    text: str
    is_registered: bool


def document(parts: dict[str, Any], digest: str | None, *, may_ask_all: bool) -> Document:
    """Give the document that a request says or names; raise RequestError if there is none.

    digest: what its address names. may_ask_all: whatever is registered.
    """
    wanted = digest or identified(parts.get("documentId"))
    if wanted is None:
        return said(parts, may_ask_all=may_ask_all)
    if parts.get("query"):
        raise BadRequest("An operation comes by its text or by its hash, not by both.")
    return known(wanted)


def identified(identifier: str | None) -> str | None:
    """Read the hash from an identifier as GraphQL over HTTP has it."""
    if not identifier:
        return None
    digest = identifier.removeprefix(PREFIX)
    if digest == identifier or not DIGEST.fullmatch(digest):
        raise BadRequest(f"`documentId` must be `{PREFIX}` and 64 hexadecimal digits.")
    return digest


def known(digest: str) -> Document:
    text = registered(digest)
    if text is None:
        raise OperationNotFound
    return Document(text, is_registered=True)


def said(parts: dict[str, Any], *, may_ask_all: bool) -> Document:
    """Give what comes as text, or by Apollo's protocol for hashes."""
    text: str | None = parts.get("query")
    wanted = hash_of(parts)
    trusted_only = conf.trusted_only() and not may_ask_all
    if wanted and not text:
        text = registered(wanted)
        if text is not None:
            return Document(text, is_registered=True)
        if trusted_only:
            # Otherwise clients would send the text next, of all they ask from then on.
            raise OperationNotFound
    text = query_of(parts)
    if not text:
        raise BadRequest("The request has no `query`.")
    if trusted_only:
        return trusted(text)
    return Document(text, is_registered=False)


def trusted(text: str) -> Document:
    if registered(digest_of(text)) is None:
        raise OperationNotTrusted
    return Document(text, is_registered=True)
