"""How far each cache before the site has been purged."""

from django.db import models


class PurgeState(models.Model):
    """A target of the settings: it forgot what versions up to `seq` made invalid.

    failures: in a row, with what was said last and when. retry_at: when it is tried again by
    itself.
    """

    target = models.TextField(unique=True)
    seq = models.BigIntegerField(default=0)
    purged_at = models.DateTimeField(null=True)
    failures = models.IntegerField(default=0)
    error = models.TextField(default="")
    failed_at = models.DateTimeField(null=True)
    retry_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.target
