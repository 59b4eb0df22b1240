"""The types that the questions need, with what the optimizer is to read for each field."""

from typing import Any

import strawberry
import strawberry_django
from django.db.models import Prefetch, QuerySet
from django.db.models.functions import Left
from strawberry.extensions import ParserCache, ValidationCache
from strawberry_django.optimizer import DjangoOptimizerExtension, optimize
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from benchmarks.contenders.optimizer.blocks import AnyBlock, Rendition, blocks, rendition
from vision_pages.models import ProjectPage, ProjectVision, StagePage, VisionPage
from vision_pages.status import Status

IN_A_PATH = ["url_path", "path", "depth", "locale"]
MANY = 100
VISIONS = Prefetch("visions", ProjectVision.objects.select_related("target__locale"))


def public(pages: QuerySet[Any]) -> QuerySet[Any]:
    return pages.live().public()


def state(stage: Any) -> str:
    return str(stage.status())


def with_stages(projects: QuerySet[Any]) -> list[Any]:
    """Read the stages of all projects of a list at once."""
    found = list(projects)
    below: dict[str, list[Any]] = {project.path: [] for project in found}
    length = len(next(iter(below), ""))
    stages = StagePage.objects.alias(above=Left("path", length)).filter(above__in=below)
    for stage in public(stages).order_by("path"):
        below[stage.path[:length]].append(stage)
    for project in found:
        project.below = below[project.path]
    return found


@strawberry_django.type(Page)
class PageType:
    title: strawberry.auto

    # The root of each language is called like its language, so this is the address.
    path: str = strawberry_django.field(field_name="url_path")


@strawberry.type
class Image:
    page: strawberry.Private[Any]

    @strawberry.field
    def alt(self) -> str:
        return self.page.hero_alt

    @strawberry.field
    def title(self) -> str:
        return self.page.hero_image.title

    @strawberry.field
    def rendition(self, size: str) -> Rendition | None:
        return rendition(self.page.hero_image, size)


@strawberry_django.type(StagePage)
class StageType(PageType):
    summary: strawberry.auto

    @strawberry_django.field(only=["starts_on", "ends_on", "status_override"])
    def state(self) -> str:
        return state(self)


@strawberry.type
class Initiative(PageType):
    """What visions and projects share; their stages are read for all of a list at once."""

    @strawberry_django.field(
        only=["hero_alt", "hero_image"],
        select_related=["hero_image"],
        prefetch_related=["hero_image__renditions"],
    )
    def image(self) -> Image:
        return Image(page=self)


@strawberry_django.type(ProjectPage)
class ProjectType(Initiative):
    summary: strawberry.auto

    @strawberry_django.field(only=["path"])
    def stages(self) -> list[StageType]:
        return self.below

    @strawberry_django.field(only=["path"])
    def current_stage(self) -> StageType | None:
        found = self.below
        by_state = {name: [one for one in found if state(one) == name] for name in Status.values}
        if running := by_state[Status.RUNNING]:
            return max(running, key=lambda stage: stage.starts_on)
        return next(iter(by_state[Status.PLANNED] or found[-1:]), None)

    @strawberry_django.field(prefetch_related=[VISIONS])
    def visions(self) -> list["VisionType"]:
        rows: Any = self.visions
        return [row.target for row in rows.all() if row.target.live]


@strawberry_django.type(VisionPage)
class VisionType(Initiative):
    summary: strawberry.auto
    seo_title: strawberry.auto
    search_description: strawberry.auto

    @strawberry_django.field(only=["goal"])
    def goal(self) -> str:
        return expand_db_html(self.goal)

    @strawberry_django.field(only=["vision_statement"])
    def vision_statement(self) -> str:
        return expand_db_html(self.vision_statement)

    @strawberry_django.field(only=["body"])
    def body(self) -> list[AnyBlock]:
        return [*blocks(self)]

    @strawberry_django.field(only=["locale"], select_related=["locale"])
    def language(self) -> str:
        page: Any = self
        return page.locale.language_code

    @strawberry_django.field(only=["translation_key"])
    def translations(self) -> list[PageType]:
        return public(Page.objects.translation_of(self, inclusive=True))

    @strawberry_django.field(only=IN_A_PATH)
    def ancestors(self) -> list[PageType]:
        page: Any = self
        return public(page.get_ancestors().filter(depth__gt=1))

    @strawberry_django.field(only=IN_A_PATH)
    def siblings(self) -> list[PageType]:
        page: Any = self
        return public(page.get_siblings())[:MANY]

    @strawberry_django.field
    def projects(self, info: strawberry.Info) -> list[ProjectType]:
        found = public(ProjectPage.objects.filter(visions__target=self)).order_by("path")
        return with_stages(optimize(found[:20], info))


@strawberry.type
class Query:
    @strawberry_django.field
    def vision(self, path: str, info: strawberry.Info) -> VisionType | None:
        return optimize(public(VisionPage.objects.filter(url_path=path)), info).first()

    @strawberry_django.field
    def projects(self, info: strawberry.Info, index: strawberry.ID) -> list[ProjectType]:
        found = public(ProjectPage.objects.child_of(Page.objects.get(pk=index)))
        return with_stages(optimize(found.order_by("path")[:50], info))


schema = strawberry.Schema(
    Query, extensions=[DjangoOptimizerExtension, ParserCache(), ValidationCache()]
)
