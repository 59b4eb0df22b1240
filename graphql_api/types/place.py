"""Where something is."""

from typing import Any

import strawberry

from graphql_api.documents.rows import Part
from graphql_api.errors import InvalidArgument
from graphql_api.types.editing import Editable
from graphql_api.types.fields import Info, derived, fact, reference
from graphql_api.types.taxonomy import DistrictType
from graphql_api.types.values import Coordinates


def coordinates(description: str) -> Any:
    def resolve(root: Part, info: Info, name: str) -> Coordinates | None:
        latitude, longitude = root.data.get("latitude"), root.data.get("longitude")
        if latitude is None or longitude is None:
            return None
        return Coordinates(latitude=float(latitude), longitude=float(longitude))

    return derived(resolve, description, "latitude", reads=("longitude",))


@strawberry.interface(description="Something that is somewhere.")
class Place(Editable):
    address: str | None = fact("Street and town.")
    coordinates: Coordinates | None = coordinates("Its position on the map.")
    district: DistrictType | None = reference("The district it lies in.")


@strawberry.input(
    description="A part of the map, in WGS 84 degrees; its edges belong to it. Where `west` is "
    "greater than `east`, it reaches across the 180th meridian (RFC 7946)."
)
class BoundingBox:
    west: float = strawberry.field(description="-180 to 180.")
    south: float = strawberry.field(description="-90 to 90, at most `north`.")
    east: float = strawberry.field(description="-180 to 180.")
    north: float = strawberry.field(description="-90 to 90.")

    def checked(self) -> "BoundingBox":
        """Give the box itself; raise InvalidArgument for one that is nowhere."""
        for name, limit in (("west", 180), ("east", 180), ("south", 90), ("north", 90)):
            # Put this way, it also refuses what is no number.
            if not -limit <= getattr(self, name) <= limit:
                raise InvalidArgument(f"`{name}` must lie between -{limit} and {limit}.")
        if self.south > self.north:
            raise InvalidArgument("`south` must not lie north of `north`.")
        return self
