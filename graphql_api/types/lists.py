"""The connections of lists that can be filtered: each with its facets."""

from collections.abc import Mapping
from typing import Any

import strawberry
from strawberry.utils.str_converters import to_camel_case

from graphql_api.documents.facets import Counting
from graphql_api.documents.listing import Page
from graphql_api.types.asking import asks
from graphql_api.types.connection import Connection, connection
from graphql_api.types.facets import (
    ParticipationEventFacets,
    ProjectFacets,
    StageFacets,
    VisionFacets,
)
from graphql_api.types.fields import Info
from graphql_api.types.participation import ParticipationEventType
from graphql_api.types.project import ProjectType
from graphql_api.types.stage import StageType
from graphql_api.types.vision import VisionType

FACETS = "What the list can be narrowed to."


def counted(kind: type, root: Any, info: Info) -> Any:
    """Count the facets of a list that somebody asks for, in one statement."""
    counting: Counting = root.counting
    counts = counting.only(name for name in counting.facets if asks(to_camel_case(name), info))
    return kind(counts=counts.counts(info.context.moment), chain=counting.listing.chain)


@strawberry.type(description="A page of a list of visions.")
class VisionConnection(Connection[VisionType]):
    counting: strawberry.Private[Counting]

    @strawberry.field(description=FACETS)
    def facets(self, info: Info) -> VisionFacets:
        return counted(VisionFacets, self, info)


@strawberry.type(description="A page of a list of projects.")
class ProjectConnection(Connection[ProjectType]):
    counting: strawberry.Private[Counting]

    @strawberry.field(description=FACETS)
    def facets(self, info: Info) -> ProjectFacets:
        return counted(ProjectFacets, self, info)


@strawberry.type(description="A page of a list of stages.")
class StageConnection(Connection[StageType]):
    counting: strawberry.Private[Counting]

    @strawberry.field(description=FACETS)
    def facets(self, info: Info) -> StageFacets:
        return counted(StageFacets, self, info)


@strawberry.type(description="A page of a list of participation events.")
class ParticipationEventConnection(Connection[ParticipationEventType]):
    counting: strawberry.Private[Counting]

    @strawberry.field(description=FACETS)
    def facets(self, info: Info) -> ParticipationEventFacets:
        return counted(ParticipationEventFacets, self, info)


CONNECTIONS: Mapping[str, type] = {
    "Vision": VisionConnection,
    "Project": ProjectConnection,
    "Stage": StageConnection,
    "ParticipationEvent": ParticipationEventConnection,
}


def list_connection(kind: type, page: Page, counting: Counting) -> Any:
    """Give a page of a list as its connection."""
    plain = vars(connection(page))
    return kind(**plain, counting=counting)
