"""How wagtail-localize cuts our texts into strings, and which translations of them fit."""

from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail_localize import strings

from vision_pages.translation.places import Place, place_of
from vision_pages.translation.quality import fault

WITHIN_A_SENTENCE = ("sub", "sup")


def keep_sentences_whole() -> None:
    """Have “CO₂” stay in its sentence, where wagtail-localize would cut it into three.

    From the start: it decides what a string is, and strings are matched by their text.
    """
    missing = [tag for tag in WITHIN_A_SENTENCE if tag not in strings.INLINE_TAGS]
    strings.INLINE_TAGS.extend(missing)


def check_translations() -> None:
    """Tell translators beside the string what does not fit, where publishing would fail."""
    pre_save.connect(
        mark_fault,
        sender="wagtail_localize.StringTranslation",
        dispatch_uid="vision_pages.mark_fault",
    )
    # There by now, as all models are; its receiver is replaced by ours, which asks first.
    from wagtail_localize.models import StringTranslation, post_save_string_translation

    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(show_title, sender=StringTranslation, dispatch_uid="vision_pages.show_title")


def show_title(instance: Any, **kwargs: Any) -> None:
    """Have the page's draft show its translated title, unless it is refused: it may not fit."""
    from wagtail_localize.models import post_save_string_translation

    if not instance.has_error:
        post_save_string_translation(instance, **kwargs)


def mark_fault(instance: Any, **kwargs: Any) -> None:
    source = instance.context.object.sources.select_related("specific_content_type").first()
    model = source and source.specific_content_type.model_class()
    path = instance.context.field_path or instance.context.path
    place = place_of(model, path) if model else Place(path)
    if found := fault(instance.translation_of.data, instance.data, place):
        instance.has_error, instance.field_error = True, found
