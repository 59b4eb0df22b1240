"""The step of a workflow in which readers test whether they understand a text."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.widgets import AdminDateInput
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, TaskState


class ReaderGroupForm(TaskStateCommentForm):
    """When the text was tested, by how many people, and what they said."""

    tested_on = forms.DateField(
        label=_("Date of the test"), initial=timezone.localdate, widget=AdminDateInput
    )
    people = forms.IntegerField(
        label=_("How many people tested it"),
        min_value=1,
        max_value=1000,
        help_text=_("People with learning difficulties who read the text."),
    )
    field_order = ["tested_on", "people", "comment"]

    def clean_tested_on(self) -> Any:
        day = self.cleaned_data["tested_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The day of the test is still to come."))
        return day


class ReaderGroupTaskState(TaskState):
    """A test of a page's revision: that of its words, however the rest changes."""

    tested_on = models.DateField(null=True)
    people = models.PositiveSmallIntegerField(null=True)
    texts = models.CharField(max_length=64, blank=True)

    def get_comment(self) -> str:
        """Say in the history of the workflow what was tested, before what else was said."""
        if self.people is None or self.tested_on is None:
            return str(self.comment)
        words = ngettext(
            "Tested on %(day)s by %(people)s person.",
            "Tested on %(day)s by %(people)s people.",
            self.people,
        ) % {"day": date_format(self.tested_on), "people": self.people}
        return f"{words} {self.comment}".strip()


class ReaderGroupTask(AbstractGroupApprovalTask):
    """A test by readers, written down by the members of a group."""

    task_state_class: Any = ReaderGroupTaskState

    class Meta:
        verbose_name = _("test by a reader group")
        verbose_name_plural = _("tests by reader groups")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        if not super().get_actions(obj, user):
            return []
        return [
            ("reject", _("Not understood: request changes"), True),
            ("approve", _("Tested and understood"), True),
        ]

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return ReaderGroupForm if action == "approve" else super().get_form_for_action(action)

    @transaction.atomic
    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> None:
        """Keep what the form says; what comes with the page's own form nobody has checked yet."""
        if action_name == "approve":
            form = ReaderGroupForm(kwargs)
            if not form.is_valid():
                raise PermissionDenied(_("Say when the text was tested, and by how many people."))
            task_state.tested_on = form.cleaned_data["tested_on"]
            task_state.people = form.cleaned_data["people"]
            kwargs = {"comment": form.cleaned_data["comment"]}
        super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> Any:
        return _("Members of these groups write down when readers tested the text, and how many.")
