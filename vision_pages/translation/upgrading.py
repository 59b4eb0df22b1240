"""Sources that were read before their models had changed are read anew once somebody translates."""

from django.db import transaction
from wagtail_localize.models import TranslationSource

from vision_pages.translation.rereading import reread


@transaction.atomic
def read_with_new_fields(source: TranslationSource) -> None:
    """Read a source anew after an update: wagtail-localize would only say that it is an old one."""
    if source.schema_out_of_date():
        # It does not look for texts in what it holds already.
        TranslationSource.objects.filter(pk=source.pk).update(content_json="{}")
        reread.call(source.pk)
