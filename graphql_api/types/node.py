"""Global ids: what a thing is, which one, and in which language; never a primary key."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import strawberry

from graphql_api.documents.rows import Row
from graphql_api.errors import InvalidId
from graphql_api.types.editing import Editable
from graphql_api.types.fields import Info


@dataclass(frozen=True, slots=True)
class GlobalId:
    """The three things an id names."""

    kind: str
    key: str
    locale: str

    def __str__(self) -> str:
        return urlsafe_b64encode(f"{self.kind}:{self.key}:{self.locale}".encode()).decode()

    @classmethod
    def parse(cls, text: str) -> "GlobalId":
        """Read an id; raise InvalidId for one this API cannot have given."""
        try:
            kind, key, locale = urlsafe_b64decode(text.encode()).decode().split(":")
            return cls(kind, str(UUID(key)), locale)
        except ValueError as error:
            raise InvalidId("This is not an id of this API.") from error


def checked_key(text: str) -> str:
    """Read a translation key; raise InvalidId for anything else."""
    try:
        return str(UUID(text))
    except ValueError as error:
        raise InvalidId("This is not a translation key.") from error


@strawberry.interface(description="Anything that has an id of its own. Relay's Node.")
class Node(Editable):
    @strawberry.field(description="Names the thing and its language; stable, opaque.")
    def id(self, root: strawberry.Parent[Any]) -> strawberry.ID:
        row: Row = root
        return strawberry.ID(str(GlobalId(row.kind, row.key, row.locale)))

    @classmethod
    def resolve_type(cls, obj: Any, info: Info, abstract_type: Any) -> str:
        return type_name(obj, info.schema)


def is_node(row: Row, schema: Any) -> bool:
    """Say whether a document may be asked for by its id; a redirect is one that may not."""
    return row.path is not None or schema.get_type_by_name(row.kind) is not None


def type_name(row: Row, schema: Any) -> str:
    """Name the GraphQL type of a document; a kind nobody registered is a GenericPage."""
    return row.kind if row.kind in schema.type_map else "GenericPage"
