"""How wagtail-localize cuts our texts into strings, and which translations of them fit."""

import re
from collections import Counter
from html import unescape
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field
from django.db.models.signals import post_save, pre_save
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail_localize import strings

# How wagtail-localize writes a link: its address is not the translators' matter.
LINK = re.compile(r'<a id="([^"]+)">(.*?)</a>', re.DOTALL)
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
    field = field_of(instance.context)
    if fault := fault_of(instance.translation_of.data, instance.data, field):
        instance.has_error, instance.field_error = True, fault


def fault_of(source: str, translation: str, field: "Field[Any, Any] | None") -> str:
    """Say what is wrong with a translation at the field that it is the whole text of, if any."""
    text = strings.StringValue(translation).render_text()
    if not text:
        return ""
    try:
        check_links(source, translation)
        if field is not None:
            field.run_validators(text)
    except ValidationError as error:
        return error.messages[0]
    return ""


def check_links(source: str, translation: str) -> None:
    """Refuse a translation in which a link of its source is missing, or there more than once."""
    found = Counter(name for name, _words in LINK.findall(translation))
    for name, words in LINK.findall(source):
        said = {"words": unescape(strip_tags(words))}
        if not found[name]:
            raise ValidationError(_("The link “%(words)s” is missing.") % said)
        if found[name] > 1:
            raise ValidationError(_("The link “%(words)s” is there more than once.") % said)


def field_of(context: Any) -> "Field[Any, Any] | None":
    """Give the field of a page, a snippet or an inline row that a string is the whole text of."""
    source = context.object.sources.select_related("specific_content_type").first()
    model = source and source.specific_content_type.model_class()
    return field_at(model, context.path) if model else None


def field_at(model: Any, path: str) -> "Field[Any, Any] | None":
    """Give the same by wagtail-localize's path to a string."""
    name, _, inside = path.partition(".")
    try:
        field = model._meta.get_field(name)
        if inside and field.one_to_many:
            return field.related_model._meta.get_field(inside.rpartition(".")[2])
    except FieldDoesNotExist:
        return None
    return None if inside else field
