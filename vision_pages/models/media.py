"""Images that name their author, documents that say whom they exclude."""

from typing import Any

from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CreditedImage(AbstractImage):
    """An image with the credit that must stand beside it."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made it and who owns it, for example “© City of Cologne / Jane Doe”."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def generate_rendition_file(self, *args: Any, **kwargs: Any) -> "File[bytes]":
        """Give a size of the image, and close the temporary file that Wagtail leaves open."""
        with super().generate_rendition_file(*args, **kwargs) as file:
            return ContentFile(b"".join(file.chunks()), name=file.name)


class CreditedImageRendition(AbstractRendition):
    """A size of a credited image."""

    image = models.ForeignKey(CreditedImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="unique_credited_image_rendition",
            )
        ]


class AccessibleDocument(AbstractDocument):
    """A file with its language, and whether people with disabilities can read it."""

    language = models.CharField(
        _("language"),
        max_length=35,
        blank=True,
        help_text=_("Language tag of the file’s text, for example “de” or “de-simple”."),
    )
    accessible = models.BooleanField(
        _("accessible"),
        default=False,
        help_text=_("The file was checked: tagged, with a title, reading order and text."),
    )

    admin_form_fields = (*Document.admin_form_fields, "language", "accessible")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
