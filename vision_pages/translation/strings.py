"""How wagtail-localize cuts our texts into strings, and which translations of them fit."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field
from django.db.models.signals import pre_save
from wagtail_localize import strings

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


def mark_fault(instance: Any, **kwargs: Any) -> None:
    field = field_of(instance.context)
    text = strings.StringValue(instance.data).render_text()
    if field is None or not text:
        return
    try:
        field.run_validators(text)
    except ValidationError as error:
        instance.has_error, instance.field_error = True, error.messages[0]


def field_of(context: Any) -> "Field[Any, Any] | None":
    """Give the field of a page, a snippet or an inline row that a string is the whole text of."""
    source = context.object.sources.select_related("specific_content_type").first()
    model = source and source.specific_content_type.model_class()
    name, _, inside = context.path.partition(".")
    if model is None:
        return None
    try:
        field = model._meta.get_field(name)
        if inside and field.one_to_many:
            return field.related_model._meta.get_field(inside.rpartition(".")[2])
    except FieldDoesNotExist:
        return None
    return None if inside else field
