"""A table whose cells and caption are translated."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from wagtail.contrib.table_block.blocks import TableBlock
from wagtail_localize.segments.types import StringSegmentValue

CAPTION = "caption"


class AccessibleTableBlock(TableBlock):
    """Wagtail's table with what wagtail-localize needs to translate it."""

    def clean(self, value: Any) -> Any:
        """Leave it to the rules of publishing, which speak German, to ask for headers."""
        return super().clean({"table_header_choice": "neither"} | chosen(value) if value else value)

    def get_translatable_segments(self, value: dict[str, Any] | None) -> list[StringSegmentValue]:
        found = value or {}
        segments = [
            StringSegmentValue(f"{row}-{column}", cell) for row, column, cell in cells(found)
        ]
        if caption := found.get("table_caption"):
            segments.append(StringSegmentValue(CAPTION, caption))
        return segments

    def restore_translated_segments(
        self, value: dict[str, Any], segments: Iterable[StringSegmentValue]
    ) -> dict[str, Any]:
        restored = deepcopy(value)
        for segment in segments:
            text = segment.render_text()
            if segment.path == CAPTION:
                restored["table_caption"] = text
            else:
                row, column = (int(part) for part in segment.path.split("-"))
                restored["data"][row][column] = text
        return restored


def chosen(value: dict[str, Any]) -> dict[str, Any]:
    """Give a table without a choice of headers that was not made."""
    return {name: part for name, part in value.items() if part or name != "table_header_choice"}


def cells(value: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and text of the cells that have any."""
    for row, texts in enumerate(value.get("data") or []):
        for column, text in enumerate(texts):
            if text:
                yield row, column, text
