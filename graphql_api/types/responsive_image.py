"""An image as a preset shows it: what `<picture>` and `<img>` need, made before anybody asks."""

from enum import Enum
from typing import Any

import strawberry

from graphql_api.documents.image_presets import PRESETS
from graphql_api.documents.rows import Row
from graphql_api.types.addresses import absolute, origin
from graphql_api.types.fields import Info

# What `src` is at most: whoever reads no srcset is an old browser, or no browser.
WIDTH_OF_SRC = 1280


@strawberry.enum(description="A place of a layout, for which images are cut and sized.")
class ImagePreset(Enum):
    HERO = strawberry.enum_value("HERO", description="The head of a page: 16:9, to 2560 pixels.")
    TEASER = strawberry.enum_value("TEASER", description="A card in a list: 3:2, to 960 pixels.")
    CONTENT = strawberry.enum_value(
        "CONTENT", description="Inside a text: as the image is, to 1600 pixels."
    )
    SQUARE = strawberry.enum_value("SQUARE", description="A tile: 1:1, to 640 pixels.")
    OPEN_GRAPH = strawberry.enum_value(
        "OPEN_GRAPH", description="A preview in a social network: 1200 by 630 pixels, JPEG."
    )


@strawberry.type(description="The image in one format, for `<source>`.")
class ImageSource:
    mime_type: str = strawberry.field(description="For `type`: `image/avif`, `image/webp` …")
    srcset: str = strawberry.field(description="Its files with their widths.")
    sizes: str = strawberry.field(description="How wide a usual layout shows it.")


@strawberry.type(
    description="An image cut and sized for a place of a layout. Until its files are made, and "
    "for vector graphics, `src` is the original, without `srcset` and `sources`."
)
class ResponsiveImage:
    row: strawberry.Private[Row]
    preset: strawberry.Private[ImagePreset]
    made: strawberry.Private[dict[str, Any] | None]
    origin: strawberry.Private[str]
    src: str | None = strawberry.field(description="The file for all who know no `srcset`.")
    width: int | None = strawberry.field(description="Pixels of `src`.")
    height: int | None = strawberry.field(description="Pixels of `src`.")

    @strawberry.field(description="How wide a usual layout shows it.")
    def sizes(self) -> str:
        return PRESETS[self.preset.name].sizes

    @strawberry.field(
        description="Width to height of the place, whatever `src` is; for CSS `aspect-ratio`."
    )
    def aspect_ratio(self) -> float | None:
        across, down = PRESETS[self.preset.name].ratio or (self.width, self.height)
        return round(across / down, 4) if across and down else None

    @strawberry.field(
        description="What must stay in sight where the place is cut once more; for CSS."
    )
    def object_position(self) -> str:
        if self.made:
            return "{}% {}%".format(*self.made["position"])
        point = self.row.data.get("focal_point") or {"x": 0.5, "y": 0.5}
        return f"{point['x'] * 100:.1f}% {point['y'] * 100:.1f}%"

    @strawberry.field(
        description="A few pixels as a data URI, to be shown until the image is there."
    )
    def placeholder(self) -> str | None:
        return self.made["placeholder"] if self.made else None

    @strawberry.field(description="Files of the format every browser knows, for `<img>`.")
    def srcset(self) -> str | None:
        return srcset(self.made["sources"][-1][1], self.origin) if self.made else None

    @strawberry.field(description="Better formats, the best first.")
    def sources(self) -> list[ImageSource]:
        better = self.made["sources"][:-1] if self.made else []
        sizes = PRESETS[self.preset.name].sizes
        return [
            ImageSource(mime_type=mime_type, srcset=srcset(files, self.origin), sizes=sizes)
            for mime_type, files in better
        ]


def responsive(row: Row, preset: ImagePreset, info: Info) -> ResponsiveImage:
    """Say how a preset shows an image; nothing is read or made for it."""
    made, here = (row.data.get("renditions") or {}).get(preset.name), origin(info)
    if made:
        width, height, url = of_moderate_width(made["sources"][-1][1])
    else:
        width, height, url = (row.data.get(name) for name in ("width", "height", "url"))
    return ResponsiveImage(
        row=row,
        preset=preset,
        made=made,
        origin=here,
        src=absolute(url, here),
        width=width,
        height=height,
    )


def of_moderate_width(files: list[Any]) -> Any:
    return max((file for file in files if file[0] <= WIDTH_OF_SRC), default=files[0])


def srcset(files: list[Any], origin: str) -> str:
    return ", ".join(f"{absolute(url, origin)} {width}w" for width, _height, url in files)
