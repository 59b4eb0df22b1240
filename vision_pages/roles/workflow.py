"""The workflow in which a text becomes public: written, checked, released."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import (
    GroupApprovalTask,
    Workflow,
    WorkflowContentType,
    WorkflowMixin,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.snippets.models import get_snippet_models

from vision_pages.roles.groups import groups
from vision_pages.roles.rights import WAY_TO_PUBLICATION, Role
from vision_pages.roles.trees import trees, written_locales


@dataclass(frozen=True)
class Started:
    """The workflow, and where it holds since now."""

    name: str
    created: bool
    places: list[str]


@transaction.atomic
def make_workflow() -> Started:
    """Make the workflow and let it hold where no other does; what a site changed of it stays."""
    with override(settings.LANGUAGE_CODE):
        name = " → ".join(str(role.name) for role in WAY_TO_PUBLICATION)
        workflow, created = Workflow.objects.get_or_create(name=name)
        tasks = [approval(role) for role in WAY_TO_PUBLICATION[1:]]
        if created:
            for order, task in enumerate(tasks):
                WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
        return Started(name, created, hold(workflow) if workflow.active else [])


def approval(role: Role) -> GroupApprovalTask:
    """Give the task of a role; a site may let further groups approve it."""
    task, _created = GroupApprovalTask.objects.get_or_create(
        name=_("Approval: %(role)s") % {"role": role.name}
    )
    task.groups.add(*groups(role))
    return task


def hold(workflow: Workflow) -> list[str]:
    """Bind the workflow to trees and kinds of snippets that have none; name what it binds."""
    bound = []
    for page in trees(written_locales()):
        if not WorkflowPage.objects.filter(page=page).exists():
            WorkflowPage.objects.create(page=page, workflow=workflow)
            bound.append(page.title)
    for model in get_snippet_models():
        kind = ContentType.objects.get_for_model(model)
        bindings = WorkflowContentType.objects.filter(content_type=kind)
        if issubclass(model, WorkflowMixin) and not bindings.exists():
            WorkflowContentType.objects.create(content_type=kind, workflow=workflow)
            bound.append(str(model._meta.verbose_name_plural))
    return bound
