"""Projects and the index they lie in."""

import strawberry

from graphql_api.documents.registry import Weight
from graphql_api.types.content import Content
from graphql_api.types.declaration import part_type, register_page_type
from graphql_api.types.fields import fact, parts, references
from graphql_api.types.initiative import Initiative
from graphql_api.types.place import Place
from graphql_api.types.rich_text import RichText, rich_text
from graphql_api.types.vision import VisionType
from vision_pages.models import ProjectIndexPage, ProjectLocation, ProjectPage
from vision_pages.models.project import ParticipationLevel

ParticipationLevelType = strawberry.enum(
    ParticipationLevel,
    name="ParticipationLevel",
    description="How far people take part: from being informed to deciding.",
)


@part_type(name="Location", description="A place where a project happens.", model=ProjectLocation)
class LocationType(Place):
    label: str | None = fact("What the place is called.", required=True)


@register_page_type(ProjectIndexPage, name="ProjectIndex", description="The list of all projects.")
class ProjectIndexType(Content):
    pass


@register_page_type(
    ProjectPage,
    name="Project",
    description="A project that serves one or more visions.",
    facets=(
        "visions",
        "participation_level",
        "citywide",
        "strategic_goals",
        "fields_of_action",
        "actors.actor",
        "locations.district",
    ),
    reads=("actors",),
)
class ProjectType(Initiative):
    visions: list[VisionType] = references("The visions it serves.")
    participation_level: ParticipationLevelType | None = fact(  # type: ignore[valid-type]
        "How far people take part.", required=True
    )
    participation_reason: str | None = fact("Why at this level.", weight=Weight.BODY)
    target_groups: str | None = fact("Whom it is for.", weight=Weight.BODY)
    citywide: bool = fact("It concerns the whole city.")
    locations: list[LocationType] = parts("Where it happens.")
    costs: RichText | None = rich_text("What it costs and who pays.")
    website_url: str | None = fact("Its own website.")
