"""Which addresses a translation may lead to: those that its source may."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.signals import post_save

from vision_pages.blocks.addresses import validate_address


def check_addresses() -> None:
    """Tell translators beside an address what is wrong with it; until it is right, it is unused."""
    post_save.connect(
        mark_fault,
        sender="wagtail_localize.SegmentOverride",
        dispatch_uid="vision_pages.mark_fault_of_address",
    )


def mark_fault(instance: Any, **kwargs: Any) -> None:
    """Note what is wrong, or that nothing is: the view saves the address alone."""
    if not is_address(instance.context):
        return
    instance.has_error, instance.field_error = False, ""
    try:
        validate_address(str(instance.data))
    except ValidationError as error:
        instance.has_error, instance.field_error = True, error.messages[0]
    noted = {"has_error": instance.has_error, "field_error": instance.field_error}
    type(instance).objects.filter(pk=instance.pk).update(**noted)


def is_address(context: Any) -> bool:
    """Say whether what the source has at a place is an address, and no page, image or file."""
    from wagtail_localize.models import OverridableSegment

    values = OverridableSegment.objects.filter(context=context).values_list("data_json", flat=True)
    return any(value.startswith('"') for value in values)
