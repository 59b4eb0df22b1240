"""Keeps, at each publication, how far a page was translated and from which texts."""

from datetime import datetime
from typing import Any

from django.db.models import Max
from wagtail.models import Locale, Page, TaskState
from wagtail.signals import page_published
from wagtail_localize.models import Translation

from vision_pages.conf import Incomplete, incomplete
from vision_pages.models import Release
from vision_pages.models.fingerprints import fingerprint, fingerprint_of
from vision_pages.models.sign_language import noted_of_video, video_of
from vision_pages.translation.reader_tests import tested
from vision_pages.translation.segments import Previous, Segments
from vision_pages.translation.words_left import Left, words_left


def record_releases() -> None:
    page_published.connect(record, dispatch_uid="vision_pages.record_release")


def record(instance: Page, **kwargs: Any) -> None:
    """Note what is published; an alias is published as its source is."""
    if instance.alias_of_id:
        return
    source = source_of(instance)
    if source is not None:
        keep_texts(source)
    found = noted(instance, source, reviewed_at(instance))
    if found["texts"] != texts_noted(instance):
        found["texts_since"] = instance.last_published_at
    Release.objects.update_or_create(page_id=instance.pk, defaults=found)


def release(page: Page) -> Release:
    """Say what publishing a page as it is in memory would note; nobody has reviewed it."""
    return Release(page_id=page.pk, **noted(page, source_of(page), None))


def noted(page: Page, source: Page | None, reviewed: datetime | None) -> dict[str, Any]:
    found: dict[str, Any] = {"reviewed_at": reviewed, "texts": ""}
    if source is not None:
        return found | translated(page, source) | tested(page)
    if has_translations(page) or video_of(page):
        found["texts"] = fingerprint_of(page)
    return found | noted_of_video(page, found["texts"])


def source_of(page: Page) -> Page | None:
    """Give the page in the source language that a page in another one is a translation of."""
    original = Locale.get_default()
    if page.locale_id == original.pk:
        return None
    return original_of(page, original)


def original_of(page: Page, locale: Locale) -> Page | None:
    pages = Page.objects.filter(translation_key=page.translation_key, locale=locale)
    return pages.filter(alias_of=None).first()


def has_translations(page: Page) -> bool:
    others = Page.objects.filter(translation_key=page.translation_key, alias_of=None)
    return others.exclude(pk=page.pk).exists()


def translated(page: Page, source: Page) -> dict[str, Any]:
    """Say how far a page is translated; one written freely only knows what its source said."""
    current = source_texts(source)
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
        )
        .select_related("source", "target_locale")
        .first()
    )
    if translation is None:
        return {
            "source_texts": current,
            "source_revision_id": source.live_revision_id,
            "strings": None,
            "translated": None,
            "texts_left": None,
            "words_left": None,
            "machine_translated": False,
        }
    strings, done = translation.get_progress()
    key = page.translation_key, page.locale_id
    segments = Segments(translation)
    left = words_left([page.translation_key]).get(key, Left(0, 0))
    return {
        "texts_left": left.texts,
        "words_left": left.words,
        "source_texts": submitted(segments, source),
        "source_revision_id": None,
        "strings": strings,
        "translated": done,
        "machine_translated": bool(segments.unreviewed),
    }


def source_texts(source: Page) -> str:
    """Give the fingerprint of a source's public texts."""
    return texts_noted(source) or fingerprint_of(source.specific)


def texts_noted(page: Page) -> str:
    """Give the fingerprint that was noted of a page last, if one was."""
    return Release.objects.filter(page=page).values_list("texts", flat=True).first() or ""


def keep_texts(source: Page) -> None:
    """Note the fingerprint of a source's public texts, if nobody needed it before."""
    found, _created = Release.objects.get_or_create(page_id=source.pk)
    if not found.texts:
        found.texts = fingerprint_of(source.specific)
        found.texts_since = source.last_published_at
        found.save(update_fields=["texts", "texts_since"])


def submitted(segments: Segments, source: Page) -> str:
    """Give the fingerprint of the texts that a translation is one of.

    These are what translators were given last. What nobody has translated since it changed is of
    what was said before: it was kept, or a draft is published that was whole when it was sent in.
    """
    if segments.translation.source.locale_id != source.locale_id:
        return ""
    code = segments.translation.target_locale.language_code
    allowed = incomplete(code) is Incomplete.ALLOW
    before = {} if allowed else {one.pk: segments.kept(one) for one in segments.missing}
    return fingerprint(
        (one.context.path, said_before(before[one.pk]) if one.pk in before else one.string.data)
        for one in segments.all
    )


def said_before(previous: Previous | None) -> str:
    return previous.source if previous else ""


def reviewed_at(page: Page) -> Any:
    """Say when what is published was approved last in a workflow."""
    states = TaskState.objects.filter(
        revision=page.live_revision_id, status=TaskState.STATUS_APPROVED
    )
    return states.aggregate(at=Max("finished_at"))["at"]
