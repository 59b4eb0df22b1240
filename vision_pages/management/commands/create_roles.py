"""`manage.py create_roles`: the groups of the staff with their rights, and their workflows."""

from typing import Any

from django.core.management import BaseCommand

from vision_pages.roles.easy_language import make_easy_workflow
from vision_pages.roles.groups import Outcome, make_groups
from vision_pages.roles.workflow import make_workflows


class Command(BaseCommand):
    help = (
        "Create the groups of the roles or mend their rights, and start their workflows. "
        "Nobody is put into a group or taken out of one."
    )

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        for outcome in make_groups():
            if verbosity:
                self.stdout.write(f"{outcome.name}: {told(outcome)}")
        for workflow in (make_easy_workflow(), *make_workflows()):
            if verbosity:
                done = ", ".join(workflow.places) or "as it should be"
                self.stdout.write(f"{workflow.name}: {done}")


def told(outcome: Outcome) -> str:
    if outcome.created:
        return f"created with {outcome.given} rights"
    if outcome.given or outcome.taken:
        return f"{outcome.given} rights given, {outcome.taken} taken"
    return "as it should be"
