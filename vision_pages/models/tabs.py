"""The tabs of the page editor, in the order in which an editor thinks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.models import CommentPanelPlaceholder

from vision_pages.models.slugs import SlugPanel, TitlePanel

CONTENT = _("Content")
PERIOD = _("Period & status")
PARTICIPATION = _("Participation")
PARTICIPANTS = _("Participants")
CLASSIFICATION = _("Classification")
EVIDENCE = _("Evidence")
ADDRESS = _("Address & search engines")
HOUSEKEEPING = _("Housekeeping")

TITLE = TitlePanel("title", help_text=_("At most 120 characters."))
ADDRESS_PANELS = [
    SlugPanel("slug"),
    FieldPanel(
        "seo_title",
        heading=_("Title for search engines"),
        help_text=_("If it is empty, the page’s title stands there."),
    ),
    FieldPanel(
        "search_description",
        heading=_("Description for search engines"),
        help_text=_("If it is empty, the summary stands there."),
    ),
]


def tabs(
    *,
    content: list[Panel],
    period: list[Panel] | None = None,
    participation: list[Panel] | None = None,
    participants: list[Panel] | None = None,
    classification: list[Panel] | None = None,
    evidence: list[Panel] | None = None,
) -> TabbedInterface:
    """Give the editor of a page type; a tab without panels is left out."""
    groups = [
        (CONTENT, content),
        (PERIOD, period),
        (PARTICIPATION, participation),
        (PARTICIPANTS, participants),
        (CLASSIFICATION, classification),
        (EVIDENCE, evidence),
        (ADDRESS, ADDRESS_PANELS),
        (
            HOUSEKEEPING,
            [
                FieldPanel(
                    "is_archived",
                    read_only=True,
                    help_text=_(
                        "Left out of lists, still readable at its address. "
                        "“Archive” and “Bring back from the archive” are in the menu above."
                    ),
                ),
                FieldPanel("review_on"),
                PublishingPanel(),
                # Shows nothing itself: with it, the fields of all tabs take comments.
                CommentPanelPlaceholder(),
            ],
        ),
    ]
    return TabbedInterface([ObjectList(panels, heading=name) for name, panels in groups if panels])
