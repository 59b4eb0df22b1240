"""The fields that the questions need, as Wagtail's documentation tells to declare them."""

from typing import Any

from rest_framework.fields import CharField, Field
from wagtail.api import APIField
from wagtail.images.api.fields import ImageRenditionField

from benchmarks.contenders import relations
from vision_pages.blocks.media import CaptionedImageBlock
from vision_pages.models import ProjectPage, StagePage, VisionPage

MANY = 100


class Links(Field):
    """Pages as links."""

    def to_representation(self, pages: Any) -> list[dict[str, Any]]:
        return [{"id": page.pk, "title": page.title, "path": page.url} for page in pages]


class Stage(Field):
    """A stage with its state."""

    def to_representation(self, stage: Any) -> dict[str, str]:
        return {"title": stage.title, "state": relations.state(stage)}


def image(name: str, size: str) -> APIField:
    rendition = ImageRenditionField(f"{size}|format-jpeg", source="hero_image")
    return APIField(name, serializer=rendition)


def text(name: str, source: str) -> APIField:
    return APIField(name, serializer=CharField(source=source))


PAGE = [APIField("summary"), text("path", "url")]
INITIATIVE = [*PAGE, APIField("hero_alt"), image("card", "fill-960x640")]

StagePage.api_fields = [*PAGE, APIField("state", serializer=CharField())]
StagePage.state = property(relations.state)

ProjectPage.api_fields = [
    *INITIATIVE,
    APIField("now", serializer=Stage()),
    APIField("served", serializer=Links()),
]
ProjectPage.now = property(relations.current_stage)
ProjectPage.served = property(relations.served_visions)

VisionPage.api_fields = [
    *INITIATIVE,
    image("wide", "fill-1280x720"),
    image("square", "fill-640x640"),
    text("hero_title", "hero_image.title"),
    APIField("above", serializer=Links()),
    APIField("beside", serializer=Links()),
    APIField("languages", serializer=Links()),
    APIField("goal"),
    APIField("vision_statement"),
    APIField("body"),
    APIField("projects", serializer=Links(source="twenty_projects")),
]
VisionPage.above = property(lambda page: page.get_ancestors().filter(depth__gt=1).live().public())
VisionPage.beside = property(lambda page: page.get_siblings().live().public()[:MANY])
VisionPage.languages = property(relations.translations)
VisionPage.twenty_projects = property(relations.twenty_projects)


def captioned_image(block: Any, value: Any, context: Any = None) -> dict[str, Any]:
    """Say an image of a body with a size of it, not with its key alone."""
    rendition = ImageRenditionField("width-1280|format-jpeg")
    return {"caption": value["caption"], "image": rendition.to_representation(value["image"])}


CaptionedImageBlock.get_api_representation = captioned_image
