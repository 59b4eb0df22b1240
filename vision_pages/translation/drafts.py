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

    source, locale = translation.source, translation.target_locale
    draft = source.get_ephemeral_translated_instance(locale, fallback=True)
    revision = draft.save_revision(user=user)
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)


def withdraw(placeholder: Any) -> None:
    """Have an alias that held a translation's place be no public page: it says the source's words.

    It is nothing that was published, so nobody is told that it is withdrawn.
    """
    Page.objects.filter(pk=placeholder.pk).update(live=False)
