"""What proves a page: key facts, downloads, council decisions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from vision_pages.blocks import CouncilDecisionBlock, DownloadBlock, KeyFactBlock
from vision_pages.fields import BodyField
from vision_pages.models.translatability import Translatability


class EvidenceMixin(Translatability, models.Model):
    """Figures, files and decisions that a page rests on."""

    key_facts = BodyField([("key_fact", KeyFactBlock())], blank=True, verbose_name=_("key facts"))
    downloads = BodyField([("download", DownloadBlock())], blank=True, verbose_name=_("downloads"))
    council_decisions = BodyField(
        [("decision", CouncilDecisionBlock())],
        blank=True,
        verbose_name=_("council decisions"),
        help_text=_("They stay in German in every language."),
    )

    translated = ["key_facts", "downloads"]
    synchronised = ["council_decisions"]

    evidence_panels = [
        FieldPanel("key_facts"),
        FieldPanel("downloads"),
        FieldPanel("council_decisions"),
    ]

    class Meta:
        abstract = True
