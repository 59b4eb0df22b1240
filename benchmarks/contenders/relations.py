"""What the questions ask that no field of a page holds, for APIs that read the models."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from vision_pages.models import ProjectPage, StagePage, VisionPage
from vision_pages.status import Status


def translations(page: Page) -> QuerySet[Page]:
    return Page.objects.translation_of(page, inclusive=True).live().public()


def language(page: Page) -> str:
    return str(page.locale.language_code)


def stages(page: Page) -> QuerySet[StagePage]:
    return StagePage.objects.child_of(page).live().public()


def current_stage(page: Page) -> StagePage | None:
    found = list(stages(page))
    running = [stage for stage in found if state(stage) == Status.RUNNING]
    if running:
        return max(running, key=lambda stage: stage.starts_on)
    planned = [stage for stage in found if state(stage) == Status.PLANNED]
    return planned[0] if planned else (found[-1] if found else None)


def state(page: Any) -> str:
    return str(page.status())


def served_visions(page: ProjectPage) -> QuerySet[VisionPage]:
    return VisionPage.objects.filter(projects__page=page).live().public()


def twenty_projects(page: VisionPage) -> QuerySet[ProjectPage]:
    return ProjectPage.objects.filter(visions__target=page).live().public().order_by("path")[:20]
