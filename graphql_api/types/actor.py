"""Who takes part, and as what."""

import strawberry

from graphql_api.documents.rows import Row
from graphql_api.types.declaration import part_type, register_snippet_type
from graphql_api.types.editing import Editable
from graphql_api.types.fields import fact, reference
from graphql_api.types.media import Image, ImageUse, image_field
from graphql_api.types.taxonomy import Term
from vision_pages.models import Actor
from vision_pages.models.actor import Role, Sector

SectorType = strawberry.enum(Sector, name="Sector", description="Where an actor comes from.")
RoleType = strawberry.enum(Role, name="Role", description="What an actor does.")


def logo(root: Row, name: str) -> ImageUse:
    alt = root.data.get("logo_alt")
    return ImageUse(root.data.get(name), alt, decorative=not alt)


@register_snippet_type(
    Actor,
    name="Actor",
    description="An organisation or a group that takes part.",
    facets=("sector",),
)
class ActorType(Term):
    sector: SectorType | None = fact("Where it comes from.", required=True)  # type: ignore[valid-type]
    website_url: str | None = fact("Its website.")
    logo: Image | None = image_field(logo, "Its logo.", reads=("logo_alt",))


@part_type(name="ActorRole", description="An actor in a role.")
class ActorRoleType(Editable):
    role: RoleType | None = fact("What the actor does.", required=True)  # type: ignore[valid-type]
    actor: ActorType | None = reference("The actor.")
