"""The workflows in which texts become public: one for what is written, one for each language."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import (
    GroupApprovalTask,
    Locale,
    Workflow,
    WorkflowContentType,
    WorkflowMixin,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.snippets.models import get_snippet_models

from vision_pages.roles.groups import groups
from vision_pages.roles.rights import RELEASERS, REVIEWERS, WAY_TO_PUBLICATION, Role
from vision_pages.roles.trees import translated_locales, trees, written_locales


@dataclass(frozen=True)
class Started:
    """A workflow, and where it holds since now."""

    name: str
    created: bool
    places: list[str]


@transaction.atomic
def make_workflows() -> list[Started]:
    """Make the workflows and let them hold where no other does; what a site changed stays."""
    with override(settings.LANGUAGE_CODE):
        return [of_written(), *map(of_translations, translated_locales())]


def of_written() -> Started:
    name = " → ".join(str(role.name) for role in WAY_TO_PUBLICATION)
    workflow, created = made(name, [approval(role) for role in WAY_TO_PUBLICATION[1:]])
    held = hold(workflow, written_locales(), get_snippet_models()) if workflow.active else []
    return Started(name, created, held)


def of_translations(locale: Locale) -> Started:
    """Make a language's workflow; its terms go the way of its pages."""
    language = {"language": locale.get_display_name()}
    name = _("Translation → review → release: %(language)s") % language
    tasks = [
        task(_("Review: %(language)s") % language, groups(REVIEWERS, locale)),
        task(_("Release: %(language)s") % language, groups(RELEASERS, locale)),
    ]
    workflow, created = made(name, tasks)
    pages = Locale.objects.filter(pk=locale.pk)
    return Started(name, created, hold(workflow, pages, []) if workflow.active else [])


def made(name: str, tasks: list[GroupApprovalTask]) -> tuple[Workflow, bool]:
    workflow, created = Workflow.objects.get_or_create(name=name)
    if created:
        for order, step in enumerate(tasks):
            WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=order)
    return workflow, created


def approval(role: Role) -> GroupApprovalTask:
    return task(_("Approval: %(role)s") % {"role": role.name}, groups(role))


def task(name: str, approvers: list[Group]) -> GroupApprovalTask:
    """Give a task of some groups; a site may let further groups approve it."""
    found, _created = GroupApprovalTask.objects.get_or_create(name=name)
    found.groups.add(*approvers)
    return found


def hold(workflow: Workflow, locales: QuerySet[Locale], models: list[type[Model]]) -> list[str]:
    """Bind a workflow to trees and kinds of snippets that have none; name what it binds."""
    bound = []
    for page in trees(locales):
        if not WorkflowPage.objects.filter(page=page).exists():
            WorkflowPage.objects.create(page=page, workflow=workflow)
            bound.append(page.title)
    for model in models:
        kind = ContentType.objects.get_for_model(model)
        bindings = WorkflowContentType.objects.filter(content_type=kind)
        if issubclass(model, WorkflowMixin) and not bindings.exists():
            WorkflowContentType.objects.create(content_type=kind, workflow=workflow)
            bound.append(str(model._meta.verbose_name_plural))
    return bound
