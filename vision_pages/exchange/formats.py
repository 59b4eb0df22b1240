"""The kinds of files that there are."""

from collections.abc import Callable
from dataclasses import dataclass

from vision_pages.exchange import po, xliff_1, xliff_2
from vision_pages.exchange.units import Document


@dataclass(frozen=True)
class Format:
    """A kind of file: how its name ends, and what writes it."""

    label: str
    ending: str
    content_type: str
    write: Callable[[Document], bytes]


FORMATS = {
    "1.2": Format("XLIFF 1.2", "xlf", "application/x-xliff+xml", xliff_1.write),
    "2.1": Format("XLIFF 2.1", "xlf", "application/xliff+xml", xliff_2.write),
    "po": Format("PO", "po", "text/x-gettext-translation", po.write),
}
