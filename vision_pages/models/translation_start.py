"""How far it is that the pages below one are being made ready for translators."""

from django.conf import settings
from django.db import models
from wagtail.models import Locale, Page


class TranslationStart(models.Model):
    """Translations of many pages that are begun one after another, beside all requests.

    total, done: how many pages there are, and how many have had their turn. failed: the titles of
    those that could not be begun.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    locales = models.ManyToManyField(Locale, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    failed = models.JSONField(default=list)
    started_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.page}: {self.done}/{self.total}"

    @property
    def is_over(self) -> bool:
        return self.done >= self.total
