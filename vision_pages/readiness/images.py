"""Warnings about alternative texts."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from vision_pages.readiness.content import Content
from vision_pages.readiness.kinds import Kind
from vision_pages.readiness.rules import Spot, reads

ALTERNATIVE_TEXTS = {"hero_alt", "alt_text"}
# koeln.jpg, IMG_4711, DSC0042, Screenshot 2026-05-01, stadt_koeln_final
FILE_NAME = re.compile(
    r".*\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp|heic)"
    r"|(img|dsc[fn]?|pict?|image|bild|foto|photo|scan|screenshot)?[\W\d_]*\d[\W\d_]*"
    r"|\S*_\S*",
    re.IGNORECASE,
)


@reads(
    _("The alternative text “%(text)s” looks like a file’s name. Say what one sees."),
    kind=Kind.IMAGES,
)
def alternative_text_like_a_file_name(_page: Page, contents: list[Content]) -> Iterator[Spot]:
    for content in contents:
        text = alternative_text(content)
        if FILE_NAME.fullmatch(text):
            yield Spot(content.place, {"text": text})


def alternative_text(content: Content) -> str:
    return str(content.value or "").strip() if content.name in ALTERNATIVE_TEXTS else ""
