"""Translations stay drafts until somebody publishes them, and what is written stays as it is."""

from typing import Any

from wagtail.models import DraftStateMixin, Page

from vision_pages.translation.writing import is_written


def keep_drafts() -> None:
    """Have wagtail-localize keep drafts as revisions, where it would write what is public.

    What it publishes passes the gate.
    """
    from wagtail_localize.models import Translation

    from vision_pages.translation.gate import check_gate

    translations: Any = Translation
    save = translations.save_target

    def save_target(translation: Any, user: Any = None, *, publish: bool = True) -> None:
        target = target_of(translation)
        if is_written(target):
            return None
        if publish:
            check_gate(translation)
        elif isinstance(target, DraftStateMixin) and target.live:
            if not getattr(target, "alias_of_id", None):
                return save_draft(translation, user)
            withdraw(target)
        save(translation, user=user, publish=publish)
        return None

    translations.save_target = save_target


def target_of(translation: Any) -> Any:
    """Give the translated page or term as it is stored, if there is one."""
    return translation.source.object.get_instance_or_none(translation.target_locale)


def save_draft(translation: Any, user: Any) -> None:
    """Keep what is translated as a revision; what is public stays as it is."""
    from wagtail_localize.models import TranslationLog

    revision = translated(translation).save_revision(user=user)
    TranslationLog.objects.create(
        source=translation.source, locale=translation.target_locale, revision=revision
    )


def is_kept(translation: Any) -> bool:
    """Say whether the last draft says what is translated now."""
    draft = target_of(translation).get_latest_revision()
    return draft is not None and said(draft.as_object()) == said(translated(translation))


def translated(translation: Any) -> Any:
    """Give a page or term with what is translated now, as it would be kept."""
    source = translation.source
    return source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)


def said(instance: Any) -> set[tuple[str, str]]:
    """Give what translators can change: texts, and addresses or choices of their own."""
    from wagtail_localize.segments.extract import extract_segments
    from wagtail_localize.segments.types import OverridableSegmentValue, StringSegmentValue

    segments = extract_segments(instance)
    texts = [one for one in segments if isinstance(one, StringSegmentValue)]
    others = [one for one in segments if isinstance(one, OverridableSegmentValue)]
    return {
        *((one.path, one.string.data) for one in texts),
        *((one.path, repr(one.data)) for one in others),
    }


def withdraw(placeholder: Any) -> None:
    """Have an alias that held a translation's place be no public page: it says the source's words.

    It is nothing that was published, so nobody is told that it is withdrawn.
    """
    Page.objects.filter(pk=placeholder.pk).update(live=False)
