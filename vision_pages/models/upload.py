"""Files that somebody brought, until it is clear what becomes of them."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(days=7)


class TranslationUpload(models.Model):
    """A file of translations, or a ZIP of them, as it came.

    It is kept in the database: media are public. translation: the one that all of it has to be
    of, by its UUID, if it was brought there.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=255)
    content = models.BinaryField()
    translation = models.UUIDField(null=True)

    def __str__(self) -> str:
        return self.name


def forget_old_uploads() -> None:
    over = timezone.now() - KEPT_FOR
    TranslationUpload.objects.filter(uploaded_at__lt=over).delete()
