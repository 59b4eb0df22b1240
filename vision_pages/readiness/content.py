"""One value that an editor entered: where it stands, and what it says."""

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from wagtail.blocks import CharBlock, RichTextBlock, TextBlock, URLBlock
from wagtail.fields import RichTextField

from vision_pages.blocks import AddressBlock, links_in

# What these fields say are the words of somebody else.
QUOTED = {
    *("statement", "sources", "council_decisions", "former_names", "foundations", "downloads")
}


BREAK = re.compile(r"(?=<(?:/p|/li|br)\b)")
# A line may be broken within a sentence, which then goes on in lower case.
BREAK_WITHIN = re.compile(r"<br\s*/?>\s*(?=[a-zäöüß])")
ADDRESS = re.compile(r"\S+://\S+|\S+@\S+")


@dataclass(frozen=True)
class Place:
    """Where something stands: Wagtail's content path, and the labels an editor reads."""

    path: str
    labels: tuple[str, ...]

    def __str__(self) -> str:
        return " › ".join(map(str, self.labels))

    def below(self, name: str, label: Any = "") -> "Place":
        labels = (*self.labels, str(label)) if label else self.labels
        return Place(f"{self.path}.{name}", labels)


@dataclass(frozen=True)
class Content:
    """One value, of a field or of a block; a foreign one is in another language than the page."""

    place: Place
    kind: Any
    value: Any
    is_foreign: bool = False

    @property
    def name(self) -> str:
        """The name of the field or block."""
        return str(self.kind.name)

    @property
    def is_quoted(self) -> bool:
        return self.place.path.partition(".")[0] in QUOTED

    @cached_property
    def html(self) -> str:
        """A formatted text as HTML, and nothing of anything else."""
        if isinstance(self.kind, RichTextBlock):
            return getattr(self.value, "source", "")
        return (self.value or "") if isinstance(self.kind, RichTextField) else ""

    @cached_property
    def links(self) -> list[tuple[dict[str, str | None], str]]:
        """The links within a formatted text, each with its attributes and its text."""
        return links_in(self.html)

    @cached_property
    def prose(self) -> str:
        """The words of the editor: not those of others, and none in another language."""
        return self.words(BREAK.sub(" ", self.html))

    @property
    def lines(self) -> list[str]:
        """The same, line by line as a reader sees them."""
        html = BREAK_WITHIN.sub(" ", " ".join(self.html.split()))
        return self.words(BREAK.sub("\n", html)).splitlines()

    def words(self, html: str) -> str:
        if self.is_quoted or self.is_foreign:
            return ""
        return ADDRESS.sub(" ", unescape(strip_tags(html)) or self.plain())

    def plain(self) -> str:
        names = (AddressBlock, URLBlock, models.URLField)
        if isinstance(self.kind, names) or getattr(self.kind, "choices", None):
            return ""
        texts = (CharBlock, TextBlock, models.CharField, models.TextField)
        is_text = isinstance(self.kind, texts) and isinstance(self.value, str)
        return self.value if is_text else ""
