"""The workflow of Leichte Sprache: readers test a text before it becomes public."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale, Workflow, WorkflowPage, WorkflowTask

from vision_pages.models import ReaderGroupTask
from vision_pages.models.easy_language import LANGUAGE
from vision_pages.roles.groups import groups
from vision_pages.roles.rights import DEPARTMENT, EDITORS, PRESS_OFFICE, READERS
from vision_pages.roles.trees import trees
from vision_pages.roles.workflow import Started, approval


@transaction.atomic
def make_easy_workflow() -> Started:
    """Make the workflow and let it hold where no other does; what a site changed of it stays."""
    with override(settings.LANGUAGE_CODE):
        roles = (EDITORS, DEPARTMENT, READERS, PRESS_OFFICE)
        name = " → ".join(str(role.name) for role in roles)
        workflow, created = Workflow.objects.get_or_create(name=name)
        tasks = [approval(DEPARTMENT), reading(), approval(PRESS_OFFICE)]
        if created:
            for order, task in enumerate(tasks):
                WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
        return Started(name, created, hold(workflow) if workflow.active else [])


def reading() -> ReaderGroupTask:
    """Give the test by readers; a site may let further groups write it down."""
    task, _created = ReaderGroupTask.objects.get_or_create(name=_("Test by the reader group"))
    task.groups.add(*groups(READERS))
    return task


def hold(workflow: Workflow) -> list[str]:
    """Bind the workflow to the trees in Leichte Sprache that have none; name what it binds."""
    bound = []
    for page in trees(Locale.objects.filter(language_code=LANGUAGE)):
        if not WorkflowPage.objects.filter(page=page).exists():
            WorkflowPage.objects.create(page=page, workflow=workflow)
            bound.append(page.title)
    return bound
