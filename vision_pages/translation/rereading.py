"""What translators are given follows what is published, beside the request of who publishes."""

from functools import partial
from typing import Any

from django.db import transaction
from django_tasks import task
from wagtail.models import TranslatableMixin
from wagtail.signals import published

from vision_pages.models import Release
from vision_pages.translation.words_left import Left, words_left


def reread_sources() -> None:
    """Have each source read anew when it is published: wagtail-localize waits to be asked."""
    published.connect(follow, dispatch_uid="vision_pages.reread")


def follow(instance: Any, **kwargs: Any) -> None:
    from wagtail_localize.models import TranslationSource

    if not isinstance(instance, TranslatableMixin):
        return
    key, locale = instance.translation_key, instance.locale_id
    sources = TranslationSource.objects.filter(object_id=key, locale_id=locale)
    for source in sources.values_list("pk", flat=True):
        transaction.on_commit(partial(reread.enqueue, source), robust=True)


@task()
def reread(source_id: int) -> None:
    """Read a source anew, and count what its translations have to do over."""
    from wagtail_localize.models import TranslationSource

    source = TranslationSource.objects.filter(pk=source_id).first()
    if source is None:
        return
    source.update_from_db()
    left = words_left([source.object_id])
    # What was written freely has no texts to be done over one by one.
    releases = Release.objects.filter(
        page__translation_key=source.object_id, strings__isnull=False
    ).exclude(page__locale=source.locale_id)
    for release in releases.select_related("page"):
        found = left.get((source.object_id, release.page.locale_id), Left(0, 0))
        release.texts_left, release.words_left = found
        release.save(update_fields=["texts_left", "words_left"])
