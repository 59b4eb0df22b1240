"""Blocks of media: images, files, videos. Nothing is called from elsewhere."""

from collections.abc import Iterable
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ChoiceBlock, IntegerBlock, TextBlock, URLBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from vision_pages.blocks.checked import CheckedStructBlock, Fault
from vision_pages.blocks.text import FormattedText, LanguageBlock

MEDIA = _("Media")


class DownloadKind(TextChoices):
    REPORT = "report", _("report")
    BROCHURE = "brochure", _("brochure")
    PRESENTATION = "presentation", _("presentation")
    MAP = "map", _("map")
    MINUTES = "minutes", _("minutes")
    OTHER = "other", _("other")


def image_faults(name: str, image: Any) -> Iterable[Fault]:
    """Name what is wrong with an image in its use."""
    if getattr(image, "credit", None) == "":
        yield name, _("This image names no credit. Add it in the image library.")


class CaptionedImageBlock(CheckedStructBlock):
    image = ImageBlock(label=_("Image"))
    caption = CharBlock(required=False, max_length=300, label=_("Caption"))

    class Meta:
        icon = "image"
        group = MEDIA
        label = _("Image")
        description = _("An image with alternative text and caption.")
        preview_template = "vision_pages/block_previews/image.html"

    def faults(self, value: Any) -> Iterable[Fault]:
        return image_faults("image", value.get("image"))


class DownloadBlock(CheckedStructBlock):
    document = DocumentChooserBlock(label=_("File"))
    title = CharBlock(max_length=200, label=_("Title"))
    description = TextBlock(required=False, label=_("Description"))
    kind = ChoiceBlock(choices=DownloadKind.choices, required=False, label=_("Kind"))

    class Meta:
        icon = "download"
        group = MEDIA
        label = _("Download")
        description = _("A file with its title; type and size are added by themselves.")
        preview_template = "vision_pages/block_previews/download.html"


def source_faults(value: Any) -> Iterable[Fault]:
    """Name what is wrong with where a video lies."""
    if bool(value.get("file")) == bool(value.get("url")):
        yield "file", _("Choose a file or enter an address, exactly one of the two.")
    if value.get("url") and not value.get("poster"):
        yield "poster", _("A video from elsewhere needs a poster image of our own.")


class VideoBlock(CheckedStructBlock):
    title = CharBlock(max_length=200, label=_("Title"))
    file = DocumentChooserBlock(required=False, label=_("Video file"))
    url = URLBlock(required=False, label=_("Address of a video elsewhere"))
    poster = ImageBlock(required=False, label=_("Poster image"))
    captions = DocumentChooserBlock(
        required=False, label=_("Captions"), help_text=_("A WebVTT file (.vtt).")
    )
    without_speech = BooleanBlock(required=False, label=_("Nobody speaks in it"))
    transcript = FormattedText(required=False, label=_("Transcript"))
    language = LanguageBlock()
    duration = IntegerBlock(required=False, min_value=1, label=_("Duration in seconds"))

    class Meta:
        icon = "media"
        group = MEDIA
        label = _("Video")
        description = _("A video with captions and transcript, from here or from elsewhere.")
        preview_template = "vision_pages/block_previews/video.html"

    def faults(self, value: Any) -> Iterable[Fault]:
        yield from source_faults(value)
        yield from image_faults("poster", value.get("poster"))
        if not value.get("captions") and not value.get("without_speech"):
            yield "captions", _("Add captions, or say that nobody speaks in the video.")


class SignLanguageVideoBlock(CheckedStructBlock):
    file = DocumentChooserBlock(required=False, label=_("Video file"))
    url = URLBlock(required=False, label=_("Address of a video elsewhere"))
    poster = ImageBlock(required=False, label=_("Poster image"))
    transcript = FormattedText(required=False, label=_("Transcript"))
    duration = IntegerBlock(required=False, min_value=1, label=_("Duration in seconds"))

    class Meta:
        icon = "media"
        label = _("Video in German Sign Language")

    def faults(self, value: Any) -> Iterable[Fault]:
        yield from source_faults(value)
        yield from image_faults("poster", value.get("poster"))
