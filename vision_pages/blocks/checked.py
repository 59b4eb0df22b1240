"""Blocks that say all that is wrong at once, beside its fields, and let drafts save."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError

Fault = tuple[str, Any]


class CheckedStructBlock(StructBlock):
    """A block with rules of its own: `faults` names them, publishing asks for them."""

    def faults(self, value: Any) -> Iterable[Fault]:
        """Yield what stands against publishing: the field it stands beside, and the message."""
        return ()

    def faults_by_field(self, value: Any) -> dict[str, Any]:
        found: dict[str, list[Any]] = {}
        for name, message in self.faults(value):
            found.setdefault(name, []).append(message)
        return {name: ValidationError(messages) for name, messages in found.items()}

    def clean(self, value: Any) -> Any:
        errors: dict[str, Any] = {}
        cleaned = value
        try:
            cleaned = super().clean(value)
        except StructBlockValidationError as error:
            errors = dict(error.block_errors)
        if not self.is_deferred_validation:
            errors = self.faults_by_field(value) | errors
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned
