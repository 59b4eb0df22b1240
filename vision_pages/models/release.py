"""What a page was like when it was published last, for those who read it in another language."""

from django.db import models
from wagtail.models import Page


class Release(models.Model):
    """The last publication of a page.

    texts: fingerprint of its own texts, once it has translations; texts_since: from when they are
    these. source_texts: fingerprint of those it was translated from. source_revision: what its
    source was like then, if it was written freely. strings, translated: how many texts there were
    to translate, and how many of them were. texts_left, words_left: how much is to be translated
    by now, since its source was published again. reviewed_at: when its last workflow task was
    approved. video: name of its video in sign language; video_texts: fingerprint of its texts when
    that was new. tested_on, tested_people: the last test of its texts by readers, if it's easy.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="+")
    texts = models.CharField(max_length=64, blank=True)
    texts_since = models.DateTimeField(null=True)
    source_texts = models.CharField(max_length=64, blank=True)
    source_revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    strings = models.PositiveIntegerField(null=True)
    translated = models.PositiveIntegerField(null=True)
    texts_left = models.PositiveIntegerField(null=True)
    words_left = models.PositiveIntegerField(null=True)
    machine_translated = models.BooleanField(default=False)
    reviewed_at = models.DateTimeField(null=True)
    video = models.TextField(blank=True)
    video_texts = models.CharField(max_length=64, blank=True)
    tested_on = models.DateField(null=True)
    tested_people = models.PositiveSmallIntegerField(null=True)

    def __str__(self) -> str:
        return str(self.page)

    @property
    def is_video_behind(self) -> bool:
        """Whether the texts say something else than the video in sign language."""
        return bool(self.video_texts) and self.video_texts != self.texts

    @property
    def completeness(self) -> float | None:
        """The share of the texts that were translated, from 0 to 1."""
        return (
            self.translated / self.strings if self.strings and self.translated is not None else None
        )
