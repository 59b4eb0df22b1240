"""Warnings about links: texts that say nothing, files that not everybody can read."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField
from wagtail.models import Page

from vision_pages.blocks import LinkTargetBlock, links_in
from vision_pages.readiness.contents import Content, Place, contents
from vision_pages.readiness.rules import Spot, warns

# In the languages of the site, in lower case.
EMPTY_WORDS = {
    *("hier", "mehr", "link", "weiter", "weiterlesen", "download", "hier klicken"),
    *("klicken sie hier", "mehr erfahren", "mehr lesen", "mehr dazu", "mehr informationen"),
    *("weitere informationen", "zur website", "zur seite", "diese seite"),
    *("here", "more", "click here", "read more", "learn more", "more information", "this page"),
    *("ici", "cliquez ici", "en savoir plus", "lire la suite", "plus d'informations"),
    *("burada", "buraya tıklayın", "tıklayın", "daha fazla", "devamını oku"),
    *("тут", "натисніть тут", "більше", "детальніше", "читати далі", "докладніше"),
    *("هنا", "اضغط هنا", "انقر هنا", "المزيد", "اقرأ المزيد"),
}
BARE_ADDRESS = re.compile(r"(https?://|www\.)\S+|[\w.-]+\.[a-z]{2,6}/\S*", re.IGNORECASE)
MARKS = " \t\n\u00a0.…:!›»→>-–"


@warns(_("The link text “%(text)s” does not say where the link leads."), Page)
def link_that_says_nothing(page: Page) -> Iterator[Spot]:
    for content in contents(page):
        for place, text in link_texts(content):
            if says_nothing(text):
                yield Spot(place, {"text": text.strip()})


@warns(
    _("The PDF “%(title)s” is not marked as accessible. Have it checked, or say it on the page."),
    Page,
)
def pdf_for_some(page: Page) -> Iterator[Spot]:
    for content in contents(page):
        for document in documents(content):
            if document.file_extension.lower() == "pdf" and is_barred(document):
                yield Spot(content.place, {"title": document.title})


def says_nothing(text: str) -> bool:
    stripped = text.strip(MARKS)
    return stripped.lower() in EMPTY_WORDS or bool(BARE_ADDRESS.fullmatch(stripped))


def is_barred(document: Any) -> bool:
    """Say whether nobody vouches for a file; a document model of another kind can't tell."""
    return getattr(document, "accessible", None) is False


def link_texts(content: Content) -> Iterator[tuple[Place, str]]:
    """Yield the texts of the links that a value holds, each with its place."""
    if isinstance(content.kind, LinkTargetBlock):
        label = content.kind.child_blocks["label"].label
        yield content.place.below("label", label), (content.value or {}).get("label") or ""
    for _attributes, text in links_in(html(content)):
        yield content.place, text


def documents(content: Content) -> Iterator[Any]:
    """Yield the files a value leads to."""
    if isinstance(content.kind, DocumentChooserBlock) and content.value:
        yield content.value
    keys = [
        attributes.get("id")
        for attributes, _text in links_in(html(content))
        if attributes.get("linktype") == "document"
    ]
    if keys:
        yield from get_document_model().objects.filter(pk__in=[key for key in keys if key])


def html(content: Content) -> str:
    """Give a formatted text as HTML, and nothing of anything else."""
    if isinstance(content.kind, RichTextBlock):
        return getattr(content.value, "source", "")
    return (content.value or "") if isinstance(content.kind, RichTextField) else ""
