"""Warnings about links: texts that say nothing, files that not everybody can read."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.models import Page

from vision_pages.blocks import LinkTargetBlock
from vision_pages.readiness.content import Content, Place
from vision_pages.readiness.kinds import Kind
from vision_pages.readiness.rules import Spot, reads

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


@reads(_("The link text “%(text)s” does not say where the link leads."), kind=Kind.LINKS)
def link_that_says_nothing(_page: Page, contents: list[Content]) -> Iterator[Spot]:
    for content in contents:
        for place, text in link_texts(content):
            if says_nothing(text):
                yield Spot(place, {"text": text.strip()})


@reads(
    _("The PDF “%(title)s” is not marked as accessible. Have it checked, or say it on the page."),
    kind=Kind.FILES,
)
def pdf_for_some(_page: Page, contents: list[Content]) -> Iterator[Spot]:
    linked = linked_documents(contents)
    for content in contents:
        chosen = [content.value] if isinstance(content.kind, DocumentChooserBlock) else []
        for document in [*chosen, *map(linked.get, document_keys(content))]:
            if is_pdf(document) and is_barred(document):
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
    for _attributes, text in content.links:
        yield content.place, text


def linked_documents(contents: list[Content]) -> dict[int, Any]:
    """Give the files that formatted texts lead to, by their keys."""
    keys = {key for content in contents for key in document_keys(content)}
    return get_document_model().objects.in_bulk(keys) if keys else {}


def document_keys(content: Content) -> list[int]:
    keys = [
        attributes.get("id") or ""
        for attributes, _text in content.links
        if attributes.get("linktype") == "document"
    ]
    return [int(key) for key in keys if key.isdigit()]


def is_pdf(document: Any) -> bool:
    return bool(document) and document.file_extension.lower() == "pdf"
