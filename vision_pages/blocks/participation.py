"""Blocks that bring people in: contacts, teasers of participation."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock, TextBlock
from wagtail.snippets.blocks import SnippetChooserBlock

PARTICIPATION = _("Participation")


class ContactBlock(StructBlock):
    contact = SnippetChooserBlock("vision_pages.ContactPoint", label=_("Contact point"))

    class Meta:
        icon = "mail"
        group = PARTICIPATION
        label = _("Contact")
        description = _("Whom to ask; a change of the contact point shows everywhere.")
        preview_template = "vision_pages/block_previews/contact.html"


class ParticipationTeaserBlock(StructBlock):
    title = CharBlock(max_length=120, label=_("Title"))
    description = TextBlock(required=False, label=_("Description"))
    page = PageChooserBlock(
        page_type=[
            "vision_pages.VisionPage",
            "vision_pages.ProjectPage",
            "vision_pages.StagePage",
        ],
        label=_("Page"),
    )

    class Meta:
        icon = "comment"
        group = PARTICIPATION
        label = _("Participation")
        description = _("Invites to a page where one can take part.")
        preview_template = "vision_pages/block_previews/participation_teaser.html"
