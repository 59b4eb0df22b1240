"""Where something is."""

from typing import Any

import strawberry

from graphql_api.documents.rows import Part
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
class Place:
    address: str | None = fact("Street and town.")
    coordinates: Coordinates | None = coordinates("Its position on the map.")
    district: DistrictType | None = reference("The district it lies in.")
