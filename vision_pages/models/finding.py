"""What is to be said of each page's last draft, kept for the report of what needs care."""

from django.db import models
from wagtail.models import Page


class PageFinding(models.Model):
    """One thing that needs care, and the place in the editor where it stands.

    holds_from: the day it begins to hold, of what only comes with time.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    path = models.TextField()
    place = models.TextField()
    message = models.TextField()
    holds_from = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "page"], name="page_finding_by_kind")]

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class PageCheck(models.Model):
    """Whether what is kept of a page is to be found anew."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="+")
    is_due = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["page"], condition=models.Q(is_due=True), name="page_check_that_is_due"
            )
        ]

    def __str__(self) -> str:
        return str(self.page)
