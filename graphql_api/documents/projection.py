"""What a thing says as a document; the same for publishing and for a draft in memory."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import models

from graphql_api.documents.collation import sort_key
from graphql_api.documents.errors import ProjectionError
from graphql_api.documents.identity import key_of, source_of
from graphql_api.documents.parts import owner, said
from graphql_api.documents.references import keys_of, named, settled
from graphql_api.documents.registry import Registration, registration

COLUMNS = {"starts_on": None, "ends_on": None, "status_override": "", "is_archived": False}


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document on its way to the table."""

    kind: str
    key: str
    source: str
    data: dict[str, Any]
    title: str
    registration: Registration | None = None
    locale: str = ""
    site: int | None = None
    path: str | None = None
    position: str | None = None
    parent: str | None = None
    content_hash: str = ""
    sort_key: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    status_override: str = ""
    is_archived: bool = False
    facets: list[str] = field(default_factory=list)
    first_published_at: datetime | None = None
    published_at: datetime | None = None
    expires_at: datetime | None = None
    requires: list[int] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)

    def stored(self) -> dict[str, Any]:
        """Give the columns of the table."""
        return {column: getattr(self, column) for column in STORED}


STORED = tuple(
    column.name for column in fields(DocumentRow) if column.name not in {"registration", "title"}
)


def project(
    instance: models.Model, source: models.Model | None = None, **columns: Any
) -> DocumentRow:
    """Say a page or a registered row; `columns` say what only the tree knows of it."""
    found = registration(type(instance))
    if found is None:
        raise LookupError(f"{type(instance).__name__} is not registered.")
    return DocumentRow(
        kind=found.kind,
        key=key_of(instance),
        source=source_of(instance),
        title=str(instance),
        registration=found,
        data=said(instance, source, found.fields),
        **dated(instance, source),
        first_published_at=whole_second(getattr(instance, "first_published_at", None)),
        published_at=whole_second(getattr(instance, "last_published_at", None)),
        **columns,
    )


def stated(
    kind: str, instance: models.Model, data: dict[str, Any], site: int | None = None
) -> DocumentRow:
    """Say a thing whose fields are named here, not registered."""
    return DocumentRow(
        kind=kind,
        key=key_of(instance),
        source=source_of(instance),
        title=str(instance),
        data=data,
        site=site,
    )


def dated(instance: models.Model, source: models.Model | None) -> dict[str, Any]:
    """Give the columns that models have under the same name, if they have them."""
    return {
        name: getattr(owner(instance, source, instance._meta.get_field(name)), name)
        for name in COLUMNS
        if name in field_names(type(instance))
    }


def field_names(model: type[models.Model]) -> set[str]:
    return {model_field.name for model_field in model._meta.fields}


def whole_second(moment: datetime | None) -> datetime | None:
    """Cut what a revision's JSON would lose."""
    return moment.replace(microsecond=0) if moment else None


def finished(rows: Iterable[DocumentRow]) -> list[DocumentRow]:
    """Give the rows with keys for what they name: one statement for each model they name."""
    drafts = list(rows)
    keys = keys_of(reference for row in drafts for reference in named(row.data))
    return [with_keys(row, keys) for row in drafts]


def with_keys(row: DocumentRow, keys: dict[Any, str]) -> DocumentRow:
    data = settled(row.data, keys)
    return replace(
        row,
        data=data,
        mentions=sorted({keys[reference] for reference in named(row.data) if reference in keys}),
        content_hash=content_hash(row, data),
        sort_key=sort_key(data.get("title") or data.get("name") or "", row.locale),
        facets=facets(row, data),
    )


def content_hash(row: DocumentRow, data: dict[str, Any]) -> str:
    try:
        text = json.dumps(data, sort_keys=True, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise ProjectionError(row.title, unwritable(data)) from error
    return sha256(text.encode()).hexdigest()


def unwritable(data: dict[str, Any]) -> str:
    """Name the first field that JSON has no words for."""
    for name, value in data.items():
        try:
            json.dumps(value, allow_nan=False)
        except (TypeError, ValueError):
            return name
    return ""


def facets(row: DocumentRow, data: dict[str, Any]) -> list[str]:
    found = row.registration
    if found is None or found.facets is None:
        return []
    try:
        return sorted(set(found.facets(data)))
    except Exception as error:
        raise ProjectionError(row.title, "facets") from error
